"""One round before anybody sits: room sizes, who must sit where, and what a seat would cost.

Wishes are translated here, once, into the few things the search knows: fixed seats, blocks
that move as one, people marked as if they had met a thousand times, and prices by room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.assignment import pools
from facilitator.domain.assignment.bonds import fitting
from facilitator.domain.assignment.dealing import dealt_by_topic
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.leading import Shared
from facilitator.domain.assignment.roster import Guest, Wishes
from facilitator.domain.assignment.seating import (
    LAST_RANK,
    NO_LANGUAGE,
    TOPIC_RANK,
    WRONG_MODE,
)

Prices = tuple[int, ...]


@dataclass
class Setting:
    """A round to be seated; people are numbers, rooms count from 0."""

    people: list[int]
    sizes: list[int]
    held: dict[int, int] = field(default_factory=dict)  # person → room he or she must sit in
    blocks: list[tuple[int, ...]] = field(default_factory=list)
    kinds: list[list[int]] = field(default_factory=list)  # rooms that are alike to everybody
    prices: dict[int, Prices] = field(default_factory=dict)  # person → price by kind of room
    wants_lead: bool = False
    open_kinds: Mapping[int, Sequence[int]] = field(default_factory=dict)  # person → kinds
    shared: Shared | None = None  # everybody by kind at the least regret, until an opening takes it
    least_pairs: Mapping[int, int] = field(default_factory=dict)  # by organisation


def prices_of(
    guest: Guest, kinds: Iterable[tuple[pools.Label, str | None]]
) -> Prices | None:
    """What each kind of room would cost a guest; None when none costs anything."""
    row = []
    for label, topic in kinds:
        right_mode, right_language = pools.suits(guest, label)
        price = WRONG_MODE * (not right_mode) + NO_LANGUAGE * (not right_language)
        if topic is not None and guest.topics:
            known = topic in guest.topics
            rank = guest.topics.index(topic) if known else len(guest.topics)
            price += TOPIC_RANK * min(rank, LAST_RANK)
        row.append(price)
    return tuple(row) if any(row) else None


class Preparation:
    """Makes the setting of a round from guests, wishes and rooms."""

    def __init__(self, guests: dict[int, Guest], wishes: Wishes, rooms: int) -> None:
        self.guests = guests
        self.wishes = wishes
        self.rooms = rooms
        self.numbers = {guest.id: number for number, guest in guests.items()}

    def setting(self, bounds: tuple[int, int], dice: Dice) -> Setting:
        """The setting of a round in which nobody sits yet."""
        everyone = list(self.guests.values())
        slots = pools.labelled(everyone, self.rooms, bounds, self.wishes, dice)
        blocks = self._blocks(max(size for _, size in slots), dice)
        pinned = self._pins(blocks)
        labels, sizes = self._dealt(slots, pinned)
        held = _seats_for(pinned, sizes)
        made = self._made(labels, sizes, held, blocks)
        if len(made.kinds) > 1:  # nobody's id may count when people are shared out over kinds
            made.people = dice.shuffled(made.people)
        return made

    def seated(self, rooms: Sequence[Sequence[int]], sizes: list[int], dice: Dice) -> Setting:
        """The setting of a round in which some sit already and stay."""
        held = {person: at for at, room in enumerate(rooms) for person in room}
        known = pools.labels_of(list(self.guests.values()), self.wishes)
        labels = [self._label_for(room, known) for room in rooms]
        return self._made(labels, sizes, held, self._blocks(max(sizes), dice))

    def _made(
        self, labels: Sequence[pools.Label], sizes: list[int], held: dict[int, int],
        blocks: Sequence[tuple[int, ...]],
    ) -> Setting:  # fmt: skip
        kinds: dict[tuple[pools.Label, str | None], list[int]] = {}
        for room, kind in enumerate(zip(labels, self._topics(), strict=True)):
            kinds.setdefault(kind, []).append(room)
        rows: dict[tuple[object, ...], Prices | None] = {}
        prices = {}
        for number, guest in self.guests.items():
            key = (guest.mode, guest.langs, guest.topics)
            if key not in rows:
                rows[key] = prices_of(guest, kinds)
            row = rows[key]
            if row is not None:
                prices[number] = row
        free = [block for block in blocks if not any(p in held for p in block)]
        return Setting(
            list(self.guests), sizes, held, free,
            list(kinds.values()), prices, self.wishes.facilitator,
        )  # fmt: skip

    def _topics(self) -> list[str | None]:
        return [*self.wishes.room_topics, *[None] * self.rooms][: self.rooms]

    def _blocks(self, most: int, dice: Dice) -> list[tuple[int, ...]]:
        groups = [[self.numbers[g] for g in group if g in self.numbers]
                  for group in self.wishes.together]  # fmt: skip
        apart = [(self.numbers[a], self.numbers[b]) for a, b in self.wishes.apart
                 if a in self.numbers and b in self.numbers]  # fmt: skip
        return fitting([group for group in groups if len(group) > 1], most, apart, dice)

    def _pins(self, blocks: Sequence[tuple[int, ...]]) -> dict[int, int]:
        """Person → room for everyone pinned, and for whoever must stay with a pinned person."""
        pinned = {
            self.numbers[who]: room
            for who, room in self.wishes.pins
            if who in self.numbers and 0 <= room < self.rooms
        }
        for block in blocks:
            rooms = [pinned[p] for p in block if p in pinned]
            for person in block if rooms else ():
                pinned.setdefault(person, rooms[0])
        return pinned

    def _dealt(
        self, slots: list[tuple[pools.Label, int]], pinned: dict[int, int]
    ) -> tuple[list[pools.Label], list[int]]:
        """Labels and sizes by room; rooms with pinned people choose first."""
        inside: dict[int, list[int]] = {}
        for person, room in pinned.items():
            inside.setdefault(room, []).append(person)
        chosen: dict[int, tuple[pools.Label, int]] = {}
        for room in sorted(inside, key=lambda at: (-len(inside[at]), at)):
            best = min(slots, key=lambda slot: self._misfit(inside[room], slot))
            slots.remove(best)
            chosen[room] = best
        rest = iter(slots)
        dealt = [chosen[at] if at in chosen else next(rest) for at in range(self.rooms)]
        dealt = dealt_by_topic(dealt, self._topics(), [*self.guests.values()], chosen)
        return [label for label, _ in dealt], [size for _, size in dealt]

    def _misfit(self, people: Sequence[int], slot: tuple[pools.Label, int]) -> tuple[int, int]:
        label, size = slot
        wrong = sum(not all(pools.suits(self.guests[p], label)) for p in people)
        return max(0, len(people) - size), wrong

    def _label_for(self, room: Sequence[int], labels: Sequence[pools.Label]) -> pools.Label:
        if not room:
            return pools.ANY
        return min(labels, key=lambda label: self._misfit(room, (label, len(room))))


def _seats_for(pinned: dict[int, int], sizes: Sequence[int]) -> dict[int, int]:
    """As many of the pinned as their rooms have seats for."""
    left = list(sizes)
    held = {}
    for person, room in pinned.items():
        if left[room]:
            left[room] -= 1
            held[person] = room
    return held
