"""The plan of an event: its slots in order, and how an edit moves what follows.

Planned times are instants in UTC; zones belong to whoever looks. Nothing here knows whether
the event runs: what really happened is in `clock`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from facilitator.domain.fields import Line, Title, Url
from facilitator.domain.room_steps import Step
from facilitator.domain.stamp import Refused

Kind = Literal[
    "welcome", "talk", "panel", "breakout", "plenary", "interview", "break", "qa", "closing",
    "other",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
VOICE_KINDS: frozenset[Kind] = frozenset({"breakout", "plenary", "qa"})
"""Slots in which participants speak; screens mark them as voice."""

MINUTE = 60_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody on the programme; `name` is None where only the organisation is known."""

    name: Line | None = None
    org: Line | None = None
    role: Line | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A resource to open: a title and an http(s) address."""

    title: Title
    url: Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One line of the agenda; `start` is planned (ms, UTC), `length` in ms."""

    id: str
    title: str
    kind: Kind
    start: int
    length: int
    speakers: tuple[Speaker, ...] = ()
    description: str = ""
    links: tuple[Link, ...] = ()
    question: str = ""  # what rooms talk about
    room_size: int = 6  # people a room should hold, at most
    steps: tuple[Step, ...] = ()  # what rooms do, one after the other
    auto: bool = False  # at zero: go on by itself (True) or hold and count up (False)
    locked: bool = False  # its start does not move when slots before it change
    private: bool = False  # own notes are for their author and the hosts alone until they are revealed
    least: int = 0  # minutes it may be cut to when the event runs late; 0: half of it
    protected: bool = False  # never cut when the event runs late
    warn: int = 0  # seconds left at which it says "wrap up"; 0: by its length
    danger: int = 0  # seconds left at which it says "last minute"; 0: by its length
    given: int | None = None  # ms it gets now, where that is not what was planned
    cue: str = ""  # for the crew alone: who brings the microphone, when the film starts
    opened_at: int | None = None
    closed_at: int | None = None
    ends_at: int | None = None  # deadline when it was closed, so that going back restores it
    earlier: tuple[tuple[int, int], ...] = ()  # when it ran before it was opened again: (opened, closed)

    @property
    def planned_end(self) -> int:
        return self.start + self.length

    @property
    def lasts(self) -> int:
        """How long (ms) it is to run: as planned, or as the crew has decided since."""
        return self.length if self.given is None else self.given

    @property
    def shortest(self) -> int:
        """What it may be cut to (ms): its minimum, half of it, or nothing off when protected."""
        if self.protected:
            return self.lasts
        return min(self.least * MINUTE or max(whole_minutes(self.length // 2), MINUTE), self.lasts)

    @property
    def thresholds(self) -> tuple[int, int]:
        """Time left (ms) from which it warns, and from which it is its last minute."""
        warn = self.warn * 1_000 or min(5 * MINUTE, self.length // 5)
        danger = self.danger * 1_000 or min(MINUTE, self.length // 10)
        return max(warn, danger), danger

    @property
    def voice(self) -> bool:
        return self.kind in VOICE_KINDS


Slots = tuple[Slot, ...]


def whole_minutes(length: int) -> int:
    """The length (ms) in whole minutes, rounded up."""
    return -(-length // MINUTE) * MINUTE


def find(slots: Slots, slot_id: str) -> Slot:
    """The slot with that id; refused when the agenda has none."""
    for slot in slots:
        if slot.id == slot_id:
            return slot
    raise Refused("unknown", "That slot is not on the agenda any more.")


def position(slots: Slots, slot_id: str) -> int:
    """Index of the slot in the agenda."""
    return slots.index(find(slots, slot_id))


def latest(slots: Slots) -> Slot | None:
    """The slot that was closed last, whatever its place; None when none has been."""
    return max((s for s in slots if s.closed_at is not None), key=lambda s: (s.closed_at, s.opened_at), default=None)


def with_slot(slots: Slots, slot: Slot) -> Slots:
    """The agenda with one slot exchanged for its new version."""
    return tuple(slot if old.id == slot.id else old for old in slots)


def shifted(slots: Slots, by: int) -> Slots:
    """Slots planned `by` ms later, up to the first locked start; what already ran keeps its plan."""
    held = next((at for at, slot in enumerate(slots) if slot.locked), len(slots))
    moving = tuple(
        s if by == 0 or s.opened_at is not None else replace(s, start=s.start + by)
        for s in slots[:held]
    )
    return moving + slots[held:]


def _start_at(slots: Slots, at: int, slot: Slot) -> int:
    """When a slot begins that is put at that place of the agenda."""
    following = slots[at] if at < len(slots) else None
    if slot.locked:
        return slot.start
    if following is not None and not following.locked:
        return following.start
    if at:
        return slots[at - 1].planned_end
    return following.start - slot.length if following else slot.start


def added(slots: Slots, slot: Slot, before: str | None) -> Slots:
    """The slot put before another (or at the end); what follows moves later by its length."""
    if any(s.id == slot.id for s in slots):
        raise Refused("taken", "A slot with that id is already on the agenda.")
    at = len(slots) if before is None else position(slots, before)
    placed = replace(slot, start=_start_at(slots, at, slot))
    return (*slots[:at], placed, *shifted(slots[at:], slot.length))


def removed(slots: Slots, slot_id: str) -> Slots:
    """The agenda without that slot; what follows moves earlier by its length."""
    at = position(slots, slot_id)
    if slots[at].opened_at is not None:
        raise Refused("ran", "This slot already ran. It stays on the record.")
    if len(slots) == 1:
        raise Refused("last", "An agenda needs at least one slot.")
    return (*slots[:at], *shifted(slots[at + 1 :], -slots[at].length))


def moved(slots: Slots, slot_id: str, before: str | None) -> Slots:
    """The slot moved before another (None: to the end)."""
    if before == slot_id:
        return slots
    slot, first = find(slots, slot_id), slots[0].start
    if slot.locked:
        raise Refused("locked", "The start of “{title}” is locked. Unlock it to move it.", title=slot.title)
    shorter = removed(slots, slot_id)
    gap = first - shorter[0].start if shorter[0].opened_at is None else 0
    return added(shifted(shorter, gap), slot, before)


def edited(slots: Slots, slot: Slot) -> Slots:
    """The slot in its new version; what follows moves by what its end moved."""
    at = position(slots, slot.id)
    by = slot.planned_end - slots[at].planned_end
    return (*slots[:at], slot, *shifted(slots[at + 1 :], by))
