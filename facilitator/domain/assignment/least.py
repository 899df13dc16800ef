"""The cost a round cannot go below: the search stops the moment it gets there.

Kept apart from the bounds' arithmetic because it must know everything that is fixed before
the search begins: who sits already, who moves together, which rooms are open to whom.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from facilitator.domain.assignment.again import least_again, least_repeats
from facilitator.domain.assignment.bounds import fewest_pairs, fewest_pairs_beside
from facilitator.domain.assignment.leading import shared_out
from facilitator.domain.assignment.opening import MANY_KINDS
from facilitator.domain.assignment.proving import proven
from facilitator.domain.assignment.seating import (
    COLLEAGUES,
    NO_LANGUAGE,
    NO_LEAD,
    TOPIC_RANK,
    Plan,
)
from facilitator.domain.assignment.setting import Setting
from facilitator.domain.assignment.sharing import NEVER, Sharing
from facilitator.domain.assignment.spreading import Spreading

HARD_PRICES = 100  # the prices of modes and languages are multiples of this, ranks are less


@dataclass(frozen=True)
class Least:
    """The least possible of what is counted, and of the cost of meetings and everything else.

    Colleagues and repeats are the least among the seatings with the least regret over topics,
    languages and modes, for those come first.
    """

    colleagues: int
    repeats: int
    lacking: int
    topics: int
    meetings: int
    elsewhere: int

    @property
    def cost(self) -> int:
        return self.meetings + self.elsewhere


def least(plan: Plan, setting: Setting) -> Least:
    """What one more round must at least add to a plan.

    The setting learns which kinds of room are open to whom and the least pairs that follow.
    """
    regret, topics, lacking = least_regret(plan, setting)
    setting.least_pairs, colleagues = least_colleagues(plan, setting)
    closed, again = least_again(plan, setting)
    repeats = max(closed, least_repeats(plan, setting))
    elsewhere = COLLEAGUES * colleagues + NO_LEAD * lacking + regret
    meetings = max(repeats, again, meetings_again(plan, setting))
    return Least(colleagues, repeats, lacking, topics, meetings, elsewhere)


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


def least_colleagues(plan: Plan, setting: Setting) -> tuple[dict[int, int], int]:
    """Pairs of each organisation that should share a room, and how few they are together at least."""
    members: dict[int, list[int]] = {}
    for person in setting.people:
        if plan.orgs[person] >= 0:
            members.setdefault(plan.orgs[person], []).append(person)
    if not setting.shared:
        alone = _beside_forced(plan, setting, members)
        return alone, sum(alone.values())
    shared = setting.shared  # the opening starts from where the spreading leaves it
    spreading = Spreading(shared.place_of, shared.open_places, plan.orgs, used_kinds(setting))
    fewest = proven(spreading)
    pairs = spreading.pairs()
    if fewest < sum(pairs.values()):
        fewest = max(fewest, sum(_each_alone(setting, members).values()))
    smallest = min((rooms for rooms in used_kinds(setting) if rooms), default=0)
    for group in forced(setting):
        for one, other in combinations(group, 2):
            org = plan.orgs[one]
            if org >= 0 and org == plan.orgs[other] and len(members[org]) <= smallest:
                pairs[org] += 1  # so few could all be kept apart, so it comes on top of the rest
                fewest += 1
    return pairs, fewest


def _beside_forced(plan: Plan, setting: Setting, members: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Where all rooms are alike: organisations levelled over them, beside those who must share one."""
    rooms = sum(1 for size in setting.sizes if size)
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


def _each_alone(setting: Setting, members: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """The same with the seats of every kind for each organisation: less is never possible."""
    used = used_kinds(setting)

    def extra(kind: int, had: int) -> int:
        return had // used[kind] if used[kind] else NEVER

    return {
        org: _shared_out({p: setting.open_kinds[p] for p in people}, len(used), extra)
        for org, people in members.items()
    }


def least_lacking(plan: Plan, setting: Setting) -> int:
    """Fewest rooms without a facilitator, given which rooms are open to whom."""
    rooms = used_kinds(setting)
    leads = {}
    for person in setting.people:
        if plan.leads[person]:
            row = setting.prices.get(person) or (0,) * len(rooms)
            leads[person] = [kind for kind, price in enumerate(row) if price < NO_LANGUAGE]
    spare = _shared_out(leads, len(rooms), lambda kind, inside: inside >= rooms[kind])
    return max(0, sum(rooms) - len(leads) + spare)


def used_kinds(setting: Setting) -> list[int]:
    """How many rooms of each kind anybody sits in."""
    return [sum(setting.sizes[room] > 0 for room in kind) for kind in setting.kinds]


def _shared_out(
    people: Mapping[int, Sequence[int]], kinds: int, extra: Callable[[int, int], int]
) -> int:
    """The least total of `extra` when everybody goes to a kind of room open to them."""
    sharing = Sharing(kinds, extra)
    for person, open_ in people.items():
        # Where no room is open all are: that breaks an earlier wish, not this bound.
        sharing.add(person, [NEVER * (bool(open_) and at not in open_) for at in range(kinds)])
    return sharing.total


def least_regret(plan: Plan, setting: Setting) -> tuple[int, int, int]:
    """The least total of prices, of topic ranks in it, and the fewest rooms without facilitator.

    Only sizes, prices and facilitators count. The first two are 0 when there are too many kinds
    of room to know in time.
    """
    if not setting.prices or len(setting.kinds) > MANY_KINDS:
        return 0, 0, least_lacking(plan, setting) if plan.wants_lead else 0
    seats = [sum(setting.sizes[room] for room in kind) for kind in setting.kinds]
    kind_of = {room: at for at, kind in enumerate(setting.kinds) for room in kind}
    prices: dict[int, Sequence[int]] = dict(setting.prices)
    for person, room in setting.held.items():
        row = setting.prices.get(person) or (0,) * len(seats)
        prices[person] = [price if at == kind_of[room] else NEVER for at, price in enumerate(row)]
    wanted = used_kinds(setting) if plan.wants_lead else [0] * len(seats)
    shared = shared_out(setting.people, prices, seats, plan.leads, wanted)
    setting.shared, kinds = shared, len(seats)
    setting.open_kinds = {who: tuple(sorted({place % kinds for place in places}))
                          for who, places in shared.open_places.items()}  # fmt: skip
    ranks = [
        prices[person][place % kinds] % HARD_PRICES // TOPIC_RANK
        for person, place in shared.place_of.items() if person in prices
    ]  # fmt: skip
    return shared.price - NO_LEAD * shared.lacking, sum(ranks), shared.lacking
