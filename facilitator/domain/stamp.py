"""The only three impure things a change may use: when, what luck, and who asked.

They come in by the front door, so that the same event, command and stamp always give the
same result: in a test, in the replay of a journal, on another worker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal[
    "organiser", "moderator", "host", "participant", "screen", "stage", "crew", "report",
    "public", "door", "clock", "theming", "presence", "series",
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)
LINK_ROLES: tuple[Role, ...] = (
    "organiser", "moderator", "host", "screen", "stage", "crew", "report",
)  # fmt: skip
"""Roles a person holds by a link; `participant` by a ticket, `public` by the code alone; the others are our own parts."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a role, and for a participant the person."""

    role: Role
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """`at` is milliseconds since 1970 (UTC), `seed` 63 random bits, `actor` who asked."""

    at: int
    seed: int
    actor: Actor


class Said(str):
    """What is said to a person: English text, which still knows its sentences and their values.

    So whoever hands it over can say it in another language, and nobody here has to know which.
    """

    __slots__ = ("sentences", "values")
    sentences: tuple[str, ...]
    values: Mapping[str, object]

    def __new__(cls, *sentences: str, **values: object) -> Said:
        known = tuple(one for each in sentences for one in (each.sentences if isinstance(each, Said) else (each,)))
        before = {name: value for each in sentences if isinstance(each, Said) for name, value in each.values.items()}
        made = super().__new__(cls, _filled(known, {**before, **values}, str))
        made.sentences, made.values = known, {**before, **values}
        return made

    def by(self, translate: Callable[[str], str]) -> str:
        """The same in another language: `translate` knows it sentence by sentence."""
        return _filled(self.sentences, self.values, translate)


def _filled(sentences: Iterable[str], values: Mapping[str, object], translate: Callable[[str], str]) -> str:
    def value(found: re.Match[str]) -> str:
        one = values.get(found[1], found[0])
        return one.by(translate) if isinstance(one, Said) else str(one)

    return " ".join(re.sub(r"\{(\w+)\}", value, translate(sentence)) for sentence in sentences)


class Refused(Exception):
    """A command that was not carried out: a code for machines, sentences with their values for people.

    `where` names the command and its field, for machines too, where one field is to blame.
    """

    def __init__(self, code: str, *sentences: str, retry_after: float | None = None, where: str = "",
                 **values: object) -> None:  # fmt: skip
        self.code, self.why, self.retry_after, self.where = code, Said(*sentences, **values), retry_after, where
        super().__init__(self.why)
