"""One round drawn: guests and wishes in, rooms and a receipt out.

The whole is a pure function of its arguments. People are sorted by id and then shuffled by
the seed, so neither names nor the order of joining can matter, and a journal that knows the
seed replays the same rooms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.floor import Least, least
from facilitator.domain.assignment.opening import Opening
from facilitator.domain.assignment.receipt import Audit, Receipt
from facilitator.domain.assignment.roster import NO_WISHES, Guest, Met, Wishes
from facilitator.domain.assignment.search import Search
from facilitator.domain.assignment.seating import APART, Plan, Seating
from facilitator.domain.assignment.setting import Preparation, Setting

FEW = 30  # people up to whom fresh shuffles are tried first: exactly uniform where one succeeds
SHUFFLES = 40
TURNS = 16_000  # exchanges tried at most, about 30 ms
WARMTH = 0.12
MIXING = 6  # neutral exchanges for each person
ANY_SIZE = (1, 10**6)


@dataclass(frozen=True)
class Drawn:
    """Ids by room, and the receipt."""

    rooms: tuple[tuple[str, ...], ...]
    receipt: Receipt


def numbered(guests: Iterable[Guest]) -> list[Guest]:
    """The guests sorted by id, nobody twice; a guest's number is the place in this list."""
    return [guest for _, guest in sorted({guest.id: guest for guest in guests}.items())]


def org_numbers(guests: Sequence[Guest]) -> list[int]:
    """A number for each organisation with at least two people, −1 for everybody else."""
    sizes = Counter(guest.org for guest in guests if guest.org)
    known = {org: at for at, org in enumerate(sorted(o for o, n in sizes.items() if n > 1))}
    return [known.get(guest.org or "", -1) for guest in guests]


def counted(met: Met) -> Counter[tuple[str, str]]:
    """How often each pair met; pairs are sorted."""
    return Counter((a, b) if a < b else (b, a) for a, b in met)


def plan_for(guests: Sequence[Guest], wishes: Wishes, past: Counter[tuple[str, str]]) -> Plan:
    """An empty plan that knows the past and who is to be kept apart."""
    plan = Plan(org_numbers(guests), [guest.facilitator for guest in guests], wishes.facilitator)
    number = {guest.id: at for at, guest in enumerate(guests)}
    for (a, b), times in past.items():
        if a in number and b in number and a != b:
            plan.remember([(number[a], number[b])], times)
    foes = {(min(pair), max(pair)) for pair in wishes.apart}
    for a, b in sorted(foes):
        if a in number and b in number and a != b:
            plan.remember([(number[a], number[b])], APART)
    return plan


def seat(plan: Plan, setting: Setting, dice: Dice) -> Least:
    """Adds one round to the plan, seated as well as it can be on its own."""
    bound = least(plan, setting)
    goal = plan.cost() + bound.cost
    for _ in range(SHUFFLES if len(setting.people) <= FEW else 1):
        seating = Opening(plan, setting, dice).seating()
        plan.seat(seating)
        if plan.cost() <= goal:
            return bound
        plan.count(seating, -1)
        plan.rounds.pop()
    plan.seat(seating)
    search = Search(plan, dice, goal, over=lambda: False)
    improve(search, seating)
    search.mix(seating, MIXING * len(setting.people))
    return bound


def improve(search: Search, seating: Seating) -> None:
    """Cold runs with warm ones between them, as long as that helps and turns are left."""
    people = len(seating.where)
    search.run([seating], max(TURNS, 8 * people))
    best, kept = search.cost, [list(room) for room in seating.rooms]
    while search.cost > search.goal and search.turns < TURNS:
        search.run([seating], 4 * people, WARMTH)
        search.run([seating], 8 * people)
        if search.cost < best:
            best, kept = search.cost, [list(room) for room in seating.rooms]
    if search.cost > best:
        restore(search, seating, kept)


def restore(search: Search, seating: Seating, rooms: Sequence[Sequence[int]]) -> None:
    """Puts everybody of one round back to where they were."""
    search.plan.count(seating, -1)
    seating.rooms = [list(room) for room in rooms]
    for number, room in enumerate(rooms):
        for person in room:
            seating.where[person] = number
    search.plan.count(seating, 1)
    search.cost = search.plan.cost()


def draw(
    guests: Iterable[Guest],
    rooms: int,
    seed: int,
    wishes: Wishes = NO_WISHES,
    met: Met = frozenset(),
    sizes: tuple[int, int] | None = None,
) -> Drawn:
    """Seats everybody in `rooms` rooms; the same arguments give the same rooms for ever.

    `met` are pairs of ids who shared a room before (once for each time); `sizes` are the
    smallest and largest size wished for. Contradictory wishes never fail: the receipt says
    what was not met.
    """
    if rooms < 1:
        raise ValueError("There must be at least one room.")
    people = numbered(guests)
    past, dice = counted(met), Dice(seed)
    plan = plan_for(people, wishes, past)
    setting = Preparation(dict(enumerate(people)), wishes, rooms).setting(sizes or ANY_SIZE, dice)
    bound = seat(plan, setting, dice)
    seated = tuple(tuple(sorted(people[p].id for p in room)) for room in plan.rounds[-1].rooms)
    by_id = {guest.id: guest for guest in people}
    return Drawn(seated, Audit(seated, by_id, wishes, past, bound).receipt())
