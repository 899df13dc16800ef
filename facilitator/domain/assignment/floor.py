"""The cost a round cannot go below: the search stops the moment it gets there.

Kept apart from the bounds' arithmetic because it must know everything that is fixed before
the search begins: who sits already, who moves together, which rooms are open to whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from facilitator.domain.assignment.bounds import fewest_pairs, fewest_pairs_beside
from facilitator.domain.assignment.opening import MANY_KINDS
from facilitator.domain.assignment.seating import COLLEAGUES, NO_LANGUAGE, NO_LEAD, Plan
from facilitator.domain.assignment.setting import Setting
from facilitator.domain.assignment.wants import NEVER, Sharing, capped

MANY_PEOPLE = 400  # above this nobody has met nearly everybody; not worth the counting


@dataclass(frozen=True)
class Least:
    """The least possible of what is counted, and of the cost of meetings and everything else."""

    colleagues: int
    repeats: int
    meetings: int
    elsewhere: int

    @property
    def cost(self) -> int:
        return self.meetings + self.elsewhere


def least(plan: Plan, setting: Setting) -> Least:
    """What one more round must at least add to a plan."""
    rooms = sum(1 for size in setting.sizes if size)
    leads = sum(plan.leads[p] for p in setting.people)
    lacking = max(0, rooms - leads) * plan.wants_lead
    colleagues = sum(least_colleagues(plan, setting).values())
    repeats = least_repeats(plan, setting)
    elsewhere = COLLEAGUES * colleagues + NO_LEAD * lacking + least_regret(setting)
    meetings = max(repeats, meetings_again(plan, setting))
    return Least(colleagues, repeats, meetings, elsewhere)


def forced(setting: Setting) -> list[tuple[int, ...]]:
    """Groups that share a room whatever happens."""
    rooms: dict[int, list[int]] = {}
    for person, room in setting.held.items():
        rooms.setdefault(room, []).append(person)
    return [*map(tuple, rooms.values()), *setting.blocks]


def meetings_again(plan: Plan, setting: Setting) -> int:
    """Meetings that happen again because people must sit together."""
    return sum(
        plan.met[a][b] for group in forced(setting) for a, b in combinations(group, 2)
    )  # fmt: skip


def least_colleagues(plan: Plan, setting: Setting) -> dict[int, int]:
    """Fewest pairs of each organisation that share a room."""
    members: dict[int, list[int]] = {}
    for person in setting.people:
        if plan.orgs[person] >= 0:
            members.setdefault(plan.orgs[person], []).append(person)
    rooms = sum(1 for size in setting.sizes if size)
    if any(price >= NO_LANGUAGE for row in set(setting.prices.values()) for price in row):
        kinds = open_kinds(setting)
        return {org: _pairs_in_pools(people, kinds, setting) for org, people in members.items()}
    lumps = forced(setting)
    if not lumps:
        return {org: fewest_pairs(len(people), rooms) for org, people in members.items()}
    inside: dict[int, list[int]] = {}
    for group in lumps:
        for org in {plan.orgs[p] for p in group} - {-1}:
            inside.setdefault(org, []).append(sum(plan.orgs[p] == org for p in group))
    return {
        org: fewest_pairs_beside(len(people), rooms, inside.get(org, []))
        for org, people in members.items()
    }


def open_kinds(setting: Setting) -> list[list[int]]:
    """Rooms open to the same people, grouped."""
    rows = sorted(set(setting.prices.values()))
    kinds: dict[tuple[bool, ...], list[int]] = {}
    for room, size in enumerate(setting.sizes):
        if size:
            kinds.setdefault(tuple(row[room] >= NO_LANGUAGE for row in rows), []).append(room)
    return list(kinds.values())


def _pairs_in_pools(people: Sequence[int], kinds: Sequence[list[int]], setting: Setting) -> int:
    sharing = Sharing(len(kinds), lambda kind, inside: inside // len(kinds[kind]))
    for person in people:
        row = setting.prices.get(person)
        shut = [bool(row) and row[kind[0]] >= NO_LANGUAGE for kind in kinds] if row else []
        if all(shut):  # no room is open, or all are: whichever comes is right
            shut = [False] * len(kinds)
        sharing.add(person, [NEVER * closed for closed in shut])
    return sharing.total


def least_regret(setting: Setting) -> int:
    """The least total of prices when only sizes and prices count; 0 when too dear to know."""
    if not setting.prices:
        return 0
    rows = sorted(set(setting.prices.values()))
    kinds: dict[tuple[int, ...], int] = {}
    for room, size in enumerate(setting.sizes):
        key = tuple(row[room] for row in rows)
        kinds[key] = kinds.get(key, 0) + size
    if len(kinds) > MANY_KINDS:
        return 0
    column = {row: [key[at] for key in kinds] for at, row in enumerate(rows)}
    sharing = Sharing(len(kinds), capped(list(kinds.values())))
    for person in setting.people:
        row = setting.prices.get(person)
        sharing.add(person, column[row] if row else [0] * len(kinds))
    return sharing.total


def least_repeats(plan: Plan, setting: Setting) -> int:
    """Fewest pairs of a round who have met before, whatever the seating.

    Whoever has too few strangers left to fill a room must meet somebody again; each such
    person counts, and a pair serves two of them.
    """
    if len(setting.people) > MANY_PEOPLE:
        return 0
    classes: dict[tuple[int, ...], list[int]] = {}
    for person in setting.people:
        classes.setdefault(_open_rooms(setting, person), []).append(person)
    short = 0
    for rooms, people in classes.items():
        companions = [
            other
            for others, members in classes.items()
            if not set(rooms).isdisjoint(others)
            for other in members
        ]
        size = min((setting.sizes[room] for room in rooms if setting.sizes[room]), default=1)
        short += sum(_shortfall(plan.met[one], companions, size) for one in people)
    return (short + 1) // 2


def _shortfall(row: Sequence[int], companions: Sequence[int], size: int) -> int:
    """How many companions somebody lacks who wants to sit only with strangers."""
    others = len(row) - len(companions)
    if row.count(0) - 1 - others >= size - 1:
        return 0
    strangers = sum([not row[other] for other in companions]) - 1
    return max(0, size - 1 - strangers)


def _open_rooms(setting: Setting, person: int) -> tuple[int, ...]:
    row = setting.prices.get(person)
    if person in setting.held:
        return (setting.held[person],)
    open_ = [at for at, price in enumerate(row or ()) if price < NO_LANGUAGE]
    return tuple(open_) or tuple(range(len(setting.sizes)))
