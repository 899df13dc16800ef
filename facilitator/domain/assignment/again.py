"""Meetings that a round cannot avoid, because of who met before and who may sit where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from facilitator.domain.assignment.bounds import (
    again_by_circles,
    repeats_by_counting,
    repeats_by_pigeonhole,
)
from facilitator.domain.assignment.seating import APART, Plan
from facilitator.domain.assignment.setting import Setting

FEW_ROOMS, FEW_PEOPLE = 5, 40  # elsewhere no earlier room is so large that some of it must meet again
MANY_PEOPLE = 400  # above this nobody has met nearly everybody; not worth the counting


def least_again(plan: Plan, setting: Setting) -> tuple[int, int]:
    """Pairs who meet again at least, and meetings that happen again, among people of the same few rooms."""
    pairs = meetings = 0
    forced_pairs = {pair for group in setting.blocks for pair in combinations(group, 2)}
    for rooms, people in _by_open_rooms(setting).items():
        if len(rooms) <= FEW_ROOMS and len(people) <= FEW_PEOPLE:
            met = [[plan.met[a][b] % APART for b in people] for a in people]
            meetings += again_by_circles(met, len(rooms))
            once = [[int(times > 0 and (min(a, b), max(a, b)) not in forced_pairs)
                     for b, times in zip(people, row, strict=True)] for a, row in zip(people, met, strict=True)]  # fmt: skip
            known, sizes = sum(map(sum, once)) // 2, [setting.sizes[room] for room in rooms]
            strangers = len(people) * (len(people) - 1) // 2 - known
            closed = sum(sizes) == len(people)
            counted = sum(size * (size - 1) // 2 for size in sizes) - strangers if closed else 0
            if people[0] not in setting.held:  # those may belong together, which does not count
                pairs += max(counted, again_by_circles(once, len(rooms)))
    return pairs, meetings


def _by_open_rooms(setting: Setting) -> dict[tuple[int, ...], list[int]]:
    alike: dict[object, list[int]] = {}
    for person in setting.people:
        alike.setdefault(setting.held.get(person, setting.open_kinds.get(person)), []).append(person)
    classes: dict[tuple[int, ...], list[int]] = {}
    for people in alike.values():
        classes.setdefault(_open_rooms(setting, people[0]), []).extend(people)
    return classes


def least_repeats(plan: Plan, setting: Setting) -> int:
    """Fewest pairs of a round who have met before, whatever the seating.

    Whoever has too few strangers left to fill a room must meet somebody again; each such
    person counts, and a pair serves two of them.
    """
    if len(setting.people) > MANY_PEOPLE:
        return 0
    classes, short = _by_open_rooms(setting), 0
    for rooms, people in classes.items():
        companions = [
            other
            for others, members in classes.items()
            if not set(rooms).isdisjoint(others)
            for other in members
        ]
        size = min((setting.sizes[room] for room in rooms if setting.sizes[room]), default=1)
        short += sum(_shortfall(_beside_mates(plan, setting, one), companions, size) for one in people)
    return (short + 1) // 2


def _beside_mates(plan: Plan, setting: Setting, person: int) -> Sequence[int]:
    """Whom somebody met, without those who belong together with him or her: they do not count."""
    mates = [mate for block in setting.blocks if person in block for mate in block]
    if not mates:
        return plan.met[person]
    row = list(plan.met[person])
    for mate in mates:
        row[mate] = 0
    return row


def _shortfall(row: Sequence[int], companions: Sequence[int], size: int) -> int:
    """How many companions somebody lacks who wants to sit only with strangers."""
    others = len(row) - len(companions)
    if row.count(0) - 1 - others >= size - 1:
        return 0
    strangers = sum([not row[other] for other in companions]) - 1
    return max(0, size - 1 - strangers)


def _open_rooms(setting: Setting, person: int) -> tuple[int, ...]:
    if person in setting.held:
        return (setting.held[person],)
    if not setting.open_kinds:
        return tuple(range(len(setting.sizes)))
    return tuple(room for kind in setting.open_kinds[person] for room in setting.kinds[kind])


def least_of_rounds(settings: Sequence[Setting]) -> int:
    """Least sum of m(m − 1)/2 over rounds, from groups who fill the same number of rooms by themselves in each."""
    closed: list[dict[tuple[int, ...], list[int]]] = []
    for setting in settings:
        groups = {tuple(sorted(people)): [setting.sizes[room] for room in rooms]
                  for rooms, people in _by_open_rooms(setting).items()}  # fmt: skip
        closed.append({people: sizes for people, sizes in groups.items() if sum(sizes) == len(people)})
    total = 0
    for people in closed[0] if closed else ():
        if all(people in each for each in closed):
            rounds = [each[people] for each in closed]
            slots = sum(size * (size - 1) // 2 for sizes in rounds for size in sizes)
            total += max(repeats_by_pigeonhole(rounds), repeats_by_counting(slots, len(people)))
    return total
