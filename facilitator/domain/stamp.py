"""The only three impure things a change may use: when, what luck, and who asked.

They come in by the front door, so that the same event, command and stamp always give the
same result: in a test, in the replay of a journal, on another worker.
"""

from __future__ import annotations

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


class Refused(Exception):
    """A command that was not carried out: a code for machines, a sentence for people."""

    def __init__(self, code: str, why: str, retry_after: float | None = None) -> None:
        super().__init__(why)
        self.code, self.why, self.retry_after = code, why, retry_after
