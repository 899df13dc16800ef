"""Which pool gets the rooms of which topic: those whose people chose it.

Rooms have their topics before it is known which of them are for people on site, for people online
or for those of one language. Dealt at random, three of online people's ten favourite rooms may be
on site. So rooms exchange labels and sizes for as long as more people then find a seat at their
first choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from itertools import combinations

from facilitator.domain.assignment.pools import Label, suits
from facilitator.domain.assignment.roster import Guest

Slot = tuple[Label, int]  # for whom a room is, and its size
Cell = tuple[Label, str | None]  # seats of one label and topic
PARTS = 60  # a person whom several labels suit is an equal part of what each of them wants
SWEEPS, LOOKS = 4, 20_000  # over all pairs of rooms that differ, and pairs looked at in all of them


def dealt_by_topic(
    slots: Sequence[Slot], topics: Sequence[str | None], guests: Sequence[Guest], fixed: Container[int]
) -> list[Slot]:
    """The slots, one a room, exchanged between rooms that are not fixed until they suit their topics best."""
    rooms = [*zip(slots, topics, strict=True)]
    if len(set(slots)) < 2 or len(set(topics)) < 2:
        return list(slots)
    dealing = Dealing(rooms, _wanted(rooms, guests), fixed)
    dealing.settle()
    return dealing.slots


def _wanted(rooms: Sequence[tuple[Slot, str | None]], guests: Sequence[Guest]) -> Counter[Cell]:
    """Parts of people by label and first choice among the topics there are."""
    labels = list(dict.fromkeys(label for (label, _), _ in rooms))
    topics = {topic for _, topic in rooms}
    alike = Counter((guest.mode, guest.langs, guest.topics) for guest in guests)
    example = {(guest.mode, guest.langs, guest.topics): guest for guest in guests}
    wanted: Counter[Cell] = Counter()
    for key, count in alike.items():
        first = next((topic for topic in key[2] if topic in topics), None)
        fits = [suits(example[key], label) for label in labels]
        suiting = [label for label, fit in zip(labels, fits, strict=True) if fit == max(fits)]
        for label in suiting if first is not None else ():
            wanted[label, first] += PARTS * count // len(suiting)
    return wanted


class Dealing:
    """Slots by room while they are exchanged; `spare` are parts of seats that nobody wants yet, by cell."""

    def __init__(
        self, rooms: Sequence[tuple[Slot, str | None]], wanted: Counter[Cell], fixed: Container[int]
    ) -> None:
        self.slots = [slot for slot, _ in rooms]
        self.spare: Counter[Cell] = Counter()
        self.spare.subtract(wanted)
        self.alike: dict[tuple[Slot, str | None], list[int]] = {}
        for room, ((label, size), topic) in enumerate(rooms):
            self.spare[label, topic] += PARTS * size
            if room not in fixed:
                self.alike.setdefault(((label, size), topic), []).append(room)

    def settle(self) -> None:
        """Exchanges while more people then sit at their first choice."""
        looks, settled = LOOKS, False
        for _ in range(SWEEPS):
            pairs = [(one, other) for one, other in combinations([*self.alike], 2)
                     if one[0] != other[0] and one[1] != other[1]]  # fmt: skip
            looks -= len(pairs)
            if settled or looks < 0:
                return
            settled = not sum([self._exchanged(one, other) for one, other in pairs])

    def _exchanged(self, one: tuple[Slot, str | None], other: tuple[Slot, str | None]) -> int:
        """How many rooms of both sorts exchanged their slots."""
        times, here, there = 0, self.alike[one], self.alike[other]
        while here and there and self._gain(one, other) > (0, 0):
            a, b = here.pop(), there.pop()
            self.slots[a], self.slots[b] = self.slots[b], self.slots[a]
            self.alike.setdefault((other[0], one[1]), []).append(a)
            self.alike.setdefault((one[0], other[1]), []).append(b)
            for cell, more in self._changes(one, other):
                self.spare[cell] += more
            times += 1
        return times

    def _changes(self, one: tuple[Slot, str | None], other: tuple[Slot, str | None]) -> list[tuple[Cell, int]]:
        ((label, size), topic), ((label2, size2), topic2) = one, other
        mine, theirs = PARTS * size, PARTS * size2
        if label == label2:
            return [((label, topic), theirs - mine), ((label, topic2), mine - theirs)]
        return [((label, topic), -mine), ((label2, topic), theirs), ((label2, topic2), -theirs), ((label, topic2), mine)]

    def _gain(self, one: tuple[Slot, str | None], other: tuple[Slot, str | None]) -> tuple[int, int]:
        """Parts of people who would find a seat at their first choice, more than now; then how much evener it gets."""
        spare = self.spare
        cells = [(spare[cell], spare[cell] + more) for cell, more in self._changes(one, other)]
        return (
            sum(min(0, then) - min(0, now) for now, then in cells),
            sum(now * now - then * then for now, then in cells),
        )
