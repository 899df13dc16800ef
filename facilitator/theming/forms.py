"""What the server asks of the theming process and what it is answered, one JSON object each.

A request holds everything: the process remembers vectors only to save time. `mode` says what
is wanted:

* `live` (default): new notes get a place; every so often groups are found anew and at most a
  twentieth of the notes move.
* `anew`: a person wants fresh groups; everything that no hand placed may move.
* `names`: a person wants the notes grouped by the themes' names and keywords. Themes whose
  `named` is true are scored by their words, the others by the notes they hold. Nothing is
  decided here: an answer is a proposal, and how many notes would move is in `moves`.

A note in `pinned` stays where it is, or outside all themes when its value is null. Notes of a
theme that is not listed (one put aside) are not touched and not answered.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

Mode = Literal["live", "anew", "names"]


class NoteForm(TypedDict):
    """One note; its room only serves to choose quotes from different rooms. `quotable`: false where its
    author does not wish to be quoted, so that no theme is called by it."""

    text: str
    quotable: NotRequired[bool]
    room: NotRequired[str]
    kind: NotRequired[str]


class ThemeForm(TypedDict):
    """One theme there is. `locked`: a hand touched it. `named`: its title is a human's (default:
    as `locked`)."""

    id: str
    title: str
    keywords: NotRequired[list[str]]
    locked: NotRequired[bool]
    named: NotRequired[bool]


class LentForm(TypedDict):
    """What a model outside lends: the name of its space, the notes whose words it may read, and
    rows that came since the last request, words → half floats of a row of length 1 as base64."""

    space: str
    notes: list[str]
    rows: NotRequired[dict[str, str]]


class Request(TypedDict):
    """`id` is put in by the desk; `placed` and `pinned` are note → theme.

    `settled`: no new themes, one is suggested at most, and not around a note in `left`.
    """

    id: NotRequired[int]
    event: str
    mode: NotRequired[Mode]
    notes: dict[str, NoteForm]
    themes: list[ThemeForm]
    placed: dict[str, str]
    pinned: dict[str, str | None]
    at_most: NotRequired[int]
    settled: NotRequired[bool]
    left: NotRequired[list[str]]
    lent: NotRequired[LentForm]


class Suggested(TypedDict):
    """A theme that no name covers: its central note, what it would be called, its notes."""

    note: str
    label: str
    notes: list[str]


class Found(TypedDict):
    """One theme as it would be. `theme` is None for a new one.

    `label` is what the machine calls it, in the words of note `title_note`; a title that is a
    human's comes back as it is, with no such note. `phrases` set it apart
    and can be offered as keywords. `support` says how much the notes speak of its name (None
    without a name in mode `names`); when `supported` is false it holds no notes. `opposed` are two notes that seem to disagree.
    """

    theme: str | None
    label: str
    title_note: str | None
    phrases: list[str]
    quotes: list[str]
    notes: list[str]
    supported: bool
    support: float | None
    opposed: list[str]


class LentAnswer(TypedDict):
    """`wanted`: notes (ids) and phrases (texts) whose rows are missing. `read`: in mode `names` the
    rows were read. `unfit`: they were not, because they do not fit the notes."""

    wanted: dict[Literal["notes", "phrases"], list[str]]
    read: bool
    unfit: bool


class Answer(TypedDict):
    """The proposal. Themes in `best` and `second` are places in the list `themes`.

    `unsorted`: notes that say nothing or fit nowhere. `best`: each note's three best themes,
    best first. `second`: a theme that fits nearly as well as the note's own. `check`: the notes
    worth a human's look, first those with many like them that one of the three is likeliest to
    mend; pinned notes are never in it.
    `moves`: how many notes that had a theme would get another; `larger`: how many if no step
    were rationed. `suggestion` is there only when one was looked for, `lent` only when the
    request held it.
    """

    id: int
    event: str
    mode: Mode
    themes: list[Found]
    unsorted: list[str]
    best: dict[str, list[int]]
    second: dict[str, int]
    check: list[str]
    moves: int
    larger: int
    suggestion: NotRequired[Suggested | None]
    lent: NotRequired[LentAnswer]
    milliseconds: float
    model: str
