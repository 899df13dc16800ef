"""A seat for somebody who comes when the rooms are open: nobody else moves.

Stands apart from the draw because it must be instant and needs none of its machinery.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.roster import NO_WISHES, Guest, Met, Wishes

NEVER_FULL = 10**6
RULES = ("pin", "together", "apart", "mode", "language")
"""What comes before even sizes, in the order of `Newcomer.must`."""


class Newcomer:
    """One guest looking at the rooms as they are."""

    def __init__(self, guest: Guest, rooms: Sequence[Sequence[Guest]], wishes: Wishes, met: Met, full: int = NEVER_FULL):
        self.guest, self.rooms, self.wishes = guest, rooms, wishes
        self.company = any(0 < len(room) < full for room in rooms)
        who = guest.id
        self.met = Counter(b if a == who else a for a, b in [pair for pair in met if who in pair])
        pairs = [pair for pair in wishes.apart if guest.id in pair]
        self.foes = {one for pair in pairs for one in pair} - {guest.id}
        groups = [group for group in wishes.together if guest.id in group]
        self.friends = {one for group in groups for one in group} - {guest.id}
        self.pin = dict(wishes.pins).get(guest.id)

    def must(self, at: int) -> tuple[int, ...]:
        """What comes before even sizes: a pin, friends, foes, mode, language, and somebody to talk to."""
        room, guest = self.rooms[at], self.guest
        ids = {other.id for other in room}
        modes = {other.mode for other in room if other.mode}
        mixed = self.wishes.split_by_mode and bool(guest.mode) and bool(modes - {guest.mode})
        return (
            self.pin is not None and at != self.pin,
            -len(self.friends & ids),
            len(self.foes & ids),
            mixed,
            self.wishes.language and self._speechless(room),
            self.company and not room,
        )

    def should(self, at: int) -> tuple[int, ...]:
        """What decides among the smallest rooms: facilitator, topic, meetings, colleagues."""
        room, guest = self.rooms[at], self.guest
        served = any(other.facilitator for other in room)
        topic = self.wishes.room_topics[at] if at < len(self.wishes.room_topics) else None
        rank = 0
        if topic is not None and guest.topics:
            rank = guest.topics.index(topic) if topic in guest.topics else len(guest.topics)
        return (
            self.wishes.facilitator and guest.facilitator and served,
            rank,
            sum(self.met[other.id] for other in room),
            sum(bool(guest.org) and other.org == guest.org for other in room),
        )

    def _speechless(self, room: Sequence[Guest]) -> bool:
        spoken = [set(other.langs) for other in [*room, self.guest] if other.langs]
        return bool(spoken) and not set.intersection(*spoken)


def broken(
    guest: Guest, rooms: Sequence[Sequence[Guest]], at: int, now: int | None, wishes: Wishes = NO_WISHES
) -> str | None:
    """The first of `RULES` that room `at` breaks and the room they sit in `now` (None: the best one) keeps."""
    newcomer = Newcomer(guest, rooms, wishes, frozenset())
    kept = newcomer.must(now) if now is not None else min(map(newcomer.must, range(len(rooms))))
    worse = zip(RULES, newcomer.must(at), kept, strict=False)
    return next((rule for rule, there, here in worse if there > here), None)


def place(
    guest: Guest,
    rooms: Sequence[Sequence[Guest]],
    seed: int,
    wishes: Wishes = NO_WISHES,
    met: Met = frozenset(),
    full: int = NEVER_FULL,
) -> int:
    """The index of the room a late joiner goes to: a smallest one with the fewest conflicts.

    A room that everybody has left is not filled again before all others hold `full` people.
    """
    if not rooms:
        raise ValueError("There must be at least one room.")
    newcomer = Newcomer(guest, rooms, wishes, met, full)
    musts = [newcomer.must(at) for at in range(len(rooms))]
    best = min(musts)
    fits = [at for at, must in enumerate(musts) if must == best]
    smallest = min(len(rooms[at]) for at in fits)
    small = [at for at in fits if len(rooms[at]) == smallest]
    ranks = {at: newcomer.should(at) for at in small}
    least = min(ranks.values())
    return Dice(seed).one([at for at in small if ranks[at] == least])
