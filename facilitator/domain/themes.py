"""Notes grouped into themes, by a machine that proposes and a host who decides.

The rule is one: a human hand always wins. A note placed by hand is pinned and never moves
again; a theme that was named, approved or put aside stays; merging and splitting pin the
notes they move. What the machine finds is taken for all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.domain import commands, notes
from facilitator.domain.desk import merged
from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import Theme
from facilitator.domain.stamp import Refused, Stamp


def find(event: Event, theme_id: str) -> Theme:
    """The theme with that id; refused when there is none."""
    theme = event.themes.get(theme_id)
    if theme is None:
        raise Refused("unknown", "That theme is not there any more.")
    return theme


def inside(event: Event) -> dict[str, list[Note]]:
    """Theme id → its readable notes, in the order they were written."""
    groups: dict[str, list[Note]] = {}
    for note in event.notes.values():
        if note.theme is not None and note.readable:
            groups.setdefault(note.theme, []).append(note)
    return {theme: sorted(found, key=lambda n: n.order) for theme, found in groups.items()}


def _with_theme(event: Event, theme: Theme) -> Event:
    return replace(event, themes={**event.themes, theme.id: theme})


def _without_theme(event: Event, theme_id: str) -> Event:
    themes = {id: theme for id, theme in event.themes.items() if id != theme_id}
    lit = None if event.screen.spotlight == theme_id else event.screen.spotlight
    return replace(event, themes=themes, screen=replace(event.screen, spotlight=lit))


def _with_dots(event: Event, theme: str, into: str) -> Event:
    """The event with one theme's dots, its remarks and its turn in the run sheet given to another."""
    moved = ((id, merged(dots, theme, into)) for id, dots in event.dots.items() if theme in dots)
    run = event.desk.run
    remarks = {who: into if about == theme else about for who, about in run.remarks.items()}
    line = into if run.line == theme else run.line
    desk = replace(event.desk, run=replace(run, remarks=remarks, line=line))
    return replace(event, dots=event.dots.put_all(moved), desk=desk)


def last_order(event: Event) -> int:
    return max((theme.order for theme in event.themes.values()), default=0) + 1


def _by_hand(event: Event, moved: Iterable[Note], theme: str | None) -> Event:
    placed = [(note.id, replace(note, theme=theme, second=None, pinned=True)) for note in moved]
    return replace(event, notes=event.notes.put_all(placed))


def said(event: Event, theme: Theme) -> str:
    """The words of the note that the theme is called by; nothing when they are not there now, or
    their author does not wish to be quoted."""
    note = event.notes.get(theme.cut.note) if theme.cut else None
    if note is None or theme.cut is None or note.revision != theme.cut.revision:
        return ""
    if not (note.readable and note.quotable):
        return ""
    words = " ".join(note.text[theme.cut.start : theme.cut.end].split())
    more = note.text[theme.cut.end :].lstrip()
    return f"{words} …" if words and more[:1].isalnum() else words


def called(event: Event, theme: Theme) -> str:
    """The host's words for a theme, else a note's, else the machine's."""
    return theme.title or said(event, theme) or theme.label or " · ".join(theme.phrases)


def held(before: Event, after: Event) -> Event:
    """The event after a command, without approval where a title was words that are gone by it.

    However they went: taken back, changed, set aside, or not to be quoted any more.
    """
    return after if before.notes is after.notes else with_words(after)


def with_words(event: Event) -> Event:
    """The event with no theme approved whose title was a note's words and is not there."""
    for theme in event.themes.values():
        if theme.approved and theme.cut and not theme.title and not said(event, theme):
            event = _unlit(_with_theme(event, replace(theme, approved=False)), theme.id)
    return event


def breadth(notes: Iterable[Note]) -> tuple[int, int]:
    """How widely notes are spread: (rooms, people). One person's tenth note adds nothing."""
    rooms, people = set(), set()
    for note in notes:
        rooms.add(note.room)
        people.add(note.person)
        people |= note.supporters
    return len(rooms), len(people)


def swept(event: Event) -> Event:
    """The event without themes that nobody touched and that hold nothing any more."""
    held = {note.theme for note in event.notes.values()}
    for theme in list(event.themes.values()):
        if theme.id not in held and not theme.touched:
            event = _without_theme(event, theme.id)
    return event


def add_one(event: Event, id: str, title: str, keywords: tuple[str, ...] = ()) -> Event:
    """The event with one more theme of the host's."""
    if id in event.themes:
        raise Refused("taken", "This theme is already there.")
    made = Theme(id=id, order=last_order(event), title=title, keywords=keywords)
    return _with_theme(event, made)


def add(event: Event, command: commands.themes.AddTheme, stamp: Stamp) -> Event:
    event = add_one(event, command.theme, command.title, command.keywords)
    found = [event.notes[id] for id in command.notes if id in event.notes]
    return swept(_by_hand(event, found, command.theme)) if found else event


def rename(event: Event, command: commands.themes.RenameTheme, stamp: Stamp) -> Event:
    theme = find(event, command.theme)
    if command.was is not None and theme.title not in ("", command.was, command.title):
        raise Refused("stale", "Somebody called it “{title}” meanwhile. Keep your name once more if it shall be yours.",
                      title=theme.title)  # fmt: skip
    event = _with_theme(event, replace(theme, title=command.title))
    named = {id: model for id, model in event.grouping.named_by.items() if id != command.theme}
    return replace(event, grouping=replace(event.grouping, named_by=named))


def describe(event: Event, command: commands.themes.DescribeTheme, stamp: Stamp) -> Event:
    words = tuple(dict.fromkeys(command.keywords))
    return _with_theme(event, replace(find(event, command.theme), keywords=words))


def dispute(event: Event, command: commands.themes.DisputeTheme, stamp: Stamp) -> Event:
    return _with_theme(event, replace(find(event, command.theme), disputed=command.on))


def merge(event: Event, command: commands.themes.MergeTheme, stamp: Stamp) -> Event:
    theme, into = find(event, command.theme), find(event, command.into)
    if theme.id == into.id:
        raise Refused("same", "That is the same theme.")
    keywords = tuple(dict.fromkeys((*into.keywords, *theme.keywords)))[:12]
    event = _with_theme(event, replace(into, kept=True, keywords=keywords))
    both = (note for note in event.notes.values() if note.theme in (theme.id, into.id))
    event = _with_dots(_by_hand(event, both, into.id), theme.id, into.id)
    return _without_theme(event, theme.id)


def split(event: Event, command: commands.themes.SplitTheme, stamp: Stamp) -> Event:
    taken = _taken(event, find(event, command.theme), command.notes)
    return _by_hand(add_one(event, command.new_theme, command.title), taken, command.new_theme)


def place(event: Event, command: commands.notes.PlaceNote, stamp: Stamp) -> Event:
    note = notes.find(event, command.note_id)
    target = find(event, command.theme).id if command.theme is not None else None
    return swept(_by_hand(event, [note], target))


def place_all(event: Event, command: commands.notes.PlaceNotes, stamp: Stamp) -> Event:
    taken = _taken(event, find(event, command.from_theme), command.notes)
    target = find(event, command.theme).id if command.theme is not None else None
    return swept(_by_hand(event, taken, target))


def _taken(event: Event, theme: Theme, ids: Iterable[str]) -> list[Note]:
    """Those of the notes that are in the theme still: another host may have been quicker."""
    found = [event.notes[id] for id in ids if id in event.notes]
    taken = [note for note in found if note.theme == theme.id]
    if not taken:
        raise Refused("empty", "None of these notes is in that theme any more.")
    return taken


def order(event: Event, command: commands.themes.OrderTheme, stamp: Stamp) -> Event:
    row = sorted(event.themes.values(), key=lambda theme: theme.order)
    row.remove(theme := find(event, command.theme))
    ids = [other.id for other in row]
    if command.before is not None and command.before != theme.id:
        row.insert(ids.index(find(event, command.before).id), theme)
    else:
        row.append(theme)
    return _in_order(event, row)


def _in_order(event: Event, row: Iterable[Theme]) -> Event:
    numbered = {t.id: t if t.order == n else replace(t, order=n) for n, t in enumerate(row, 1)}
    return replace(event, themes=numbered)


def rank(event: Event, command: commands.themes.RankThemes, stamp: Stamp) -> Event:
    groups = inside(event)

    def place(theme: Theme) -> tuple[int, int, int]:
        rooms, people = breadth(groups.get(theme.id, ()))
        return -rooms, -people, theme.order

    return _in_order(event, sorted(event.themes.values(), key=place))


def approve(event: Event, command: commands.themes.ApproveTheme, stamp: Stamp) -> Event:
    theme, cleared = find(event, command.theme), []
    title = command.title or theme.title
    if not (title or called(event, theme)):
        raise Refused("name", "Give the theme a name first.")
    if not title and theme.cut and (theme.cut.note not in command.quotes or not said(event, theme)):
        raise Refused("stale", "Its title is a note's words. Please look at that note again.")
    for note_id, revision in command.quotes.items():
        note = notes.find(event, note_id)
        if note.theme != theme.id:
            raise Refused("stale", "A quote has moved to another theme. Please look again.")
        cleared.append((note.id, notes.with_approval(note, revision)))
    event = replace(event, notes=event.notes.put_all(cleared))
    return _with_theme(event, replace(theme, title=title, approved=True, hidden=False))


def hold(event: Event, command: commands.themes.HoldTheme, stamp: Stamp) -> Event:
    event = _with_theme(event, replace(find(event, command.theme), approved=False))
    return _unlit(event, command.theme)


def hide(event: Event, command: commands.themes.HideTheme, stamp: Stamp) -> Event:
    theme = find(event, command.theme)
    event = _with_theme(event, replace(theme, hidden=command.on, approved=False))
    return _unlit(event, theme.id)


def _unlit(event: Event, theme_id: str) -> Event:
    if event.screen.spotlight != theme_id:
        return event
    return replace(event, screen=replace(event.screen, spotlight=None))
