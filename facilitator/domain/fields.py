"""The kinds of field a command may have, with their limits.

A limit is declared where the field is, as `Annotated` metadata; `protocol` reads it from
there. So the menu in `commands` is the one place that says what may come in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from facilitator.domain.stamp import Said


@dataclass(frozen=True, slots=True)
class Text:
    """Text of `least` to `most` characters after trimming; one line unless `lines`."""

    most: int
    least: int = 0
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text that must match a regular expression from end to end; `means` says in a sentence what it looks like."""

    regex: str
    means: str


@dataclass(frozen=True, slots=True)
class Address:
    """Text to which https:// is put where somebody typed an address without it, as people say it."""


@dataclass(frozen=True, slots=True)
class Between:
    """A whole number from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class AtMost:
    """A list of no more than `count` entries."""

    count: int


Id = Annotated[str, Pattern(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", Said("An id has 1 to 64 letters, digits, dots, - or _."))]
MOST_ROOMS = 400
Table = Annotated[int, Between(1, MOST_ROOMS)]  # the number of a room
Instant = Annotated[int, Between(0, 32_503_680_000_000)]  # ms, UTC, to the year 3000
Name = Annotated[str, Text(80, least=1)]
Line = Annotated[str, Text(200)]
Title = Annotated[str, Text(300, least=1)]
Prose = Annotated[str, Text(4_000, lines=True)]
Words = Annotated[str, Text(2_000, least=1, lines=True)]
Saying = Annotated[str, Text(280, least=1, lines=True)]
Brief = Annotated[str, Text(280, lines=True)]
Language = Annotated[str, Pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", Said("A language is given by its code, like en or pt-BR."))]
Url = Annotated[str, Address(), Pattern(r"(https?://[^\s<>\"']{1,1990})?", Said("A link begins with https://, like https://meet.jit.si/room-2."))]
Zone = Annotated[str, Pattern(r"[A-Za-z][A-Za-z0-9_+:/-]{0,63}", Said("A time zone has a name like Africa/Nairobi."))]
