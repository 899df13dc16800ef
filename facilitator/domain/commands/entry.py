"""What an entry of the menu is: its fields with their limits, and who may ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import ClassVar, TypeVar, dataclass_transform

from facilitator.domain.stamp import Role

CREW: frozenset[Role] = frozenset({"moderator", "organiser"})
HOSTS: frozenset[Role] = frozenset({"host", "moderator", "organiser"})
SELF: frozenset[Role] = frozenset({"participant"})


class Command:
    """Something asked of an event: `roles` may ask, `urgent` ones are published at once.

    `undoable` ones are steps of the clock that can be taken back.
    """

    roles: ClassVar[frozenset[Role]] = frozenset()
    urgent: ClassVar[bool] = False
    undoable: ClassVar[bool] = False
    wire: ClassVar[str] = ""


C = TypeVar("C", bound=Command)


def wire_name(cls: type) -> str:
    """`AdvanceSlot` → `slot.advance`."""
    verb, noun = re.findall(r"[A-Z][a-z]+", cls.__name__)
    return f"{noun}.{verb}".lower()


@dataclass_transform(frozen_default=True, kw_only_default=True)
def command(
    roles: Set[Role], urgent: bool = False, undoable: bool = False
) -> Callable[[type[C]], type[C]]:
    """Puts a class on the menu."""

    def entry(cls: type[C]) -> type[C]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.roles, made.urgent, made.wire = frozenset(roles), urgent, wire_name(cls)
        made.undoable = undoable
        return made

    return entry
