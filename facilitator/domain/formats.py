"""Ways to use breakout rooms that facilitators know by name, as seats.

Most rounds mix people anew. Some build on the round before: the same groups again, two
groups made one, tables whose hosts stay while the others travel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from facilitator.domain import assignment
from facilitator.domain.assignment import Guest
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.event import Person, Round
from facilitator.domain.fishbowl import CHAIRS, CIRCLES
from facilitator.domain.roster import Line, plain
from facilitator.domain.shelf import Shelf
from facilitator.domain.wishes import RoomPlan

if TYPE_CHECKING:
    from facilitator.domain.drawing import Asked

REPEATING = {"same", "merge"}
"""Formats in which people are meant to meet those of the round before again."""
GIVEN = {*REPEATING, "fixed", "fishbowl"}
"""Formats in which who sits with whom is given: nobody wishes for even or mixed rooms."""

TRAVELS = 100  # people in all whom a café seats again where it matters which table has a seat less

Seats = list[list[str]]


def groups(roster: Shelf[Line], here: Set[str]) -> dict[str, tuple[str, ...]]:
    """The groups of the roster by name, as those of them who are here."""
    found: dict[str, list[Line]] = {}
    for line in sorted(roster.values(), key=lambda line: line.id):
        if line.group and line.person in here and line.person is not None:
            found.setdefault(plain(line.group), []).append(line)
    return {lines[0].group: tuple(sorted(line.person for line in lines if line.person))
            for _, lines in sorted(found.items()) if len(lines) > 1}  # fmt: skip


def topics_by_room(plan: RoomPlan, guests: Sequence[Guest], rooms: int) -> tuple[str, ...]:
    """Each room's topic: in turn, or as many rooms for each as people chose it."""
    if not plan.topics:
        return ()
    wanted = Counter(next((topic for topic in guest.topics if topic in plan.topics), "")
                     for guest in guests)  # fmt: skip
    if plan.format == "topics" and any(wanted[topic] for topic in plan.topics):
        open_to_all = wanted[""] / len(plan.topics)  # who chose nothing fills rooms of every topic
        counts = shared_by_demand([wanted[topic] + open_to_all for topic in plan.topics], rooms)
        return tuple(topic for topic, count in zip(plan.topics, counts, strict=True)
                     for _ in range(count))  # fmt: skip
    return tuple(plan.topics[at % len(plan.topics)] for at in range(rooms))


def shared_by_demand(wanted: Sequence[float], rooms: int) -> list[int]:
    """Rooms by topic: each next one goes where it would hold the most people."""
    counts = [0] * len(wanted)
    for _ in range(rooms):
        best = max(range(len(wanted)), key=lambda at: (wanted[at] / (counts[at] + 1), -at))
        counts[best] += 1
    return counts


def wished(roster: Shelf[Line], people: Shelf[Person]) -> Iterator[tuple[str, str, str]]:
    """(together or apart, person, person) as the roster's lines wish it by name.

    A name is that of a line, or what somebody who is not on the roster calls themselves.
    """
    if not any(line.person and (line.together or line.apart or line.interprets) for line in roster.values()):
        return
    called = {line.person: line.name for line in roster.values() if line.person is not None}
    named: dict[str, list[str]] = {}
    for id, person in sorted(people.items()):
        named.setdefault(plain(called.get(id, person.name)), []).append(id)
    for line in sorted(roster.values(), key=lambda line: line.id):
        for bond, names in (("together", line.together), ("apart", line.apart)):
            for name in names:
                meant = named.get(plain(name), [])
                if line.person is not None and len(meant) == 1 and meant[0] != line.person:
                    yield bond, line.person, meant[0]
        yield from _interpreted(line, named)


def _interpreted(line: Line, named: dict[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    """An interpreter sits with the person they interpret for."""
    people = named.get(plain(line.interprets), [line.interprets])
    if line.person and line.interprets and len(people) == 1 and people[0] != line.person:
        yield "together", line.person, people[0]


def seated(asked: Asked, guests: Sequence[Guest], rooms: int, seed: int, before: Round | None) -> Seats:
    """Ids by room, as the slot's format wants it; formats that build on a round need one."""
    alone = asked.plan.format in ("fishbowl", "fixed")
    arrange = ARRANGEMENTS.get(asked.plan.format, _anew) if before or alone else _anew
    made = arrange(asked, guests, rooms, seed, before)
    return _pinned(asked, made) if asked.plan.format in GIVEN and arrange is not _anew else made


def _pinned(asked: Asked, rooms: Seats) -> Seats:
    """The rooms with everybody whom a hand has fixed where the hand wants them."""
    held = {who: number - 1 for who, number in sorted(asked.plan.pins.items()) if number <= len(rooms)}
    coming = {who for room in rooms for who in room} & held.keys()
    return [[who for who in room if who not in coming] + sorted(w for w in coming if held[w] == at)
            for at, room in enumerate(rooms)]  # fmt: skip


def named(asked: Asked, guests: Sequence[Guest]) -> tuple[str, ...]:
    """What the format calls its rooms, where it has names for them."""
    if asked.plan.format == "fixed":
        return tuple(groups(asked.event.roster, {guest.id for guest in guests}))
    return CIRCLES if asked.plan.format == "fishbowl" else ()


def _anew(asked: Asked, guests: Sequence[Guest], rooms: int, seed: int, _: Round | None) -> Seats:
    drawn = assignment.draw(guests, rooms, seed, asked.wishes(guests, rooms), asked.met())
    return [list(room) for room in drawn.rooms]


def _of(before: Round | None, guests: Sequence[Guest]) -> Seats:
    """Who of these sat where in the round before."""
    here = {guest.id for guest in guests}
    if before is None:
        return []
    return [[who for who in sorted(before.seats) if before.seats[who] == room.id and who in here]
            for room in before.rooms]  # fmt: skip


def _filled(asked: Asked, guests: Sequence[Guest], rooms: Seats, seed: int) -> Seats:
    """The rooms with everybody in them who was not there before."""
    by_id = {guest.id: guest for guest in guests}
    inside = [[by_id[who] for who in room] for room in rooms]
    missing = sorted(by_id.keys() - {who for room in rooms for who in room})
    wishes, met, size = asked.wishes(guests, len(rooms)), asked.met(), asked.room_size
    for number, who in enumerate(Dice(seed).shuffled(missing)):
        at = assignment.place(by_id[who], inside, seed + number, wishes, met, size)
        inside[at].append(by_id[who])
    return [[guest.id for guest in room] for room in inside]


def _same(asked: Asked, guests: Sequence[Guest], _: int, seed: int, before: Round | None) -> Seats:
    return _filled(asked, guests, _of(before, guests), seed)


def _merged(asked: Asked, guests: Sequence[Guest], _: int, seed: int, before: Round | None) -> Seats:
    """Two rooms become one, the larger with the smaller; a room left over is shared out."""
    order = sorted(Dice(seed).shuffled(_of(before, guests)), key=len)
    kept = [room for room in order if room]
    odd = kept.pop(0) if len(kept) % 2 and len(kept) > 1 else []
    half = len(kept) // 2
    pairs = [[*small, *large] for small, large in
             zip(kept[:half], reversed(kept[half:]), strict=False)] or [kept[0] if kept else []]  # fmt: skip
    del odd  # its people have no room yet and are placed like newcomers
    return _filled(asked, guests, pairs, seed)


def _cafe(asked: Asked, guests: Sequence[Guest], rooms: int, seed: int, before: Round | None) -> Seats:
    """One stays at each table as its host, the others travel and meet nobody again.

    Elsewhere colleagues apart outweigh meetings; here not meeting twice is what was promised. After a round that was no café and had other tables, a new café begins.
    """
    tables = _of(before, guests)
    if before and asked.event.wishes.plan(before.slot).format != "cafe" and len(tables) != rooms:
        return _anew(asked, guests, rooms, seed, None)
    stayed = _stayers(asked, before)
    leads = {guest.id for guest in guests if guest.facilitator}
    hosts = {}
    for at, table in enumerate(tables):
        known = [who for who in table if who in stayed] or [who for who in table if who in leads]
        if table:
            hosts[(Dice(seed + at).one(known or table))] = at + 1
    plan = replace(asked.plan, pins={**hosts, **asked.plan.pins}, format="new")
    fresh = replace(asked, plan=plan)
    made = _anew(fresh, guests, len(tables), seed, None)
    again, strangers = _meetings(asked, made), [replace(guest, org=None) for guest in guests]
    for other_seed in range(seed, seed + (1 + TRAVELS // len(guests) if len(guests) % len(tables) else 1)):
        if not again:
            break
        other = _anew(fresh, strangers, len(tables), other_seed, None)
        made, again = min((made, again), (other, _meetings(asked, other)), key=lambda found: found[1])
    return made


def _meetings(asked: Asked, rooms: Seats) -> int:
    """Pairs in these rooms who have met before."""
    met = {frozenset(pair) for pair in asked.met()}
    return sum(frozenset(pair) in met for room in rooms for pair in combinations(room, 2))


def _stayers(asked: Asked, before: Round | None) -> set[str]:
    """Who sat at the same table in the round before and the one before that."""
    earlier = asked.before(before.slot) if before else None
    if before is None or earlier is None:
        return set()
    number = {room.id: room.number for made in (before, earlier) for room in made.rooms}
    return {who for who, room in before.seats.items()
            if who in earlier.seats and number[earlier.seats[who]] == number[room]}  # fmt: skip


def _fixed(asked: Asked, guests: Sequence[Guest], rooms: int, seed: int, before: Round | None) -> Seats:
    """A room for each group of the roster; whoever is in none goes where there are fewest."""
    found = groups(asked.event.roster, {guest.id for guest in guests})
    if not found:
        return _anew(asked, guests, rooms, seed, before)
    return _filled(asked, guests, [list(people) for people in found.values()], seed)


def _fishbowl(asked: Asked, guests: Sequence[Guest], _: int, seed: int, before: Round | None) -> Seats:
    """A few in the middle, drawn; everybody else around them."""
    people = Dice(seed).shuffled(sorted(guest.id for guest in guests))
    inner = min(CHAIRS - 1, max(1, len(people) - 1))
    return [people[:inner], people[inner:]]


ARRANGEMENTS: dict[str, Callable[..., Seats]] = {
    "same": _same, "merge": _merged, "cafe": _cafe, "fixed": _fixed,
    "fishbowl": _fishbowl,
}  # fmt: skip
