"""Organisations spread over kinds of room: as well as any assignment of the same people can."""

from __future__ import annotations

from itertools import product

import pytest

from facilitator.domain.assignment.bounds import fewest_pairs
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.proving import proven
from facilitator.domain.assignment.spreading import Spreading

ROOMS = (1, 2, 1)


def town(seed: int) -> tuple[dict[int, int], dict[int, list[int]], list[int]]:
    """Eight people: the kind each sits in, the kinds open to each, their organisations."""
    dice = Dice(seed)
    kind_of = {person: person % 3 for person in range(8)}
    open_ = {person: sorted({kind, dice.below(3)}) for person, kind in kind_of.items()}
    return kind_of, open_, [dice.below(4) - 1 for _ in kind_of]


def pairs(kind_of: dict[int, int], orgs: list[int]) -> int:
    counts: dict[tuple[int, int], int] = {}
    for person, kind in kind_of.items():
        if orgs[person] >= 0:
            counts[orgs[person], kind] = counts.get((orgs[person], kind), 0) + 1
    return sum(fewest_pairs(count, ROOMS[kind]) for (_, kind), count in counts.items())


def sizes(kinds: tuple[int, ...]) -> list[int]:
    return [kinds.count(kind) for kind in range(len(ROOMS))]


@pytest.mark.parametrize("seed", range(60))
def test_no_other_way_to_fill_the_kinds_has_fewer_colleagues_together(seed: int) -> None:
    kind_of, open_, orgs = town(seed)
    before = sizes(tuple(kind_of.values()))
    best = min(pairs(dict(enumerate(kinds)), orgs) for kinds in product(*open_.values())
               if sizes(kinds) == before)  # fmt: skip
    spreading = Spreading(dict(kind_of), open_, orgs, ROOMS)
    assert spreading.settle()
    assert pairs(dict(spreading.place_of), orgs) == sum(spreading.pairs().values()) == best
    assert spreading.least() <= best
    assert sizes(tuple(spreading.place_of[person] for person in sorted(kind_of))) == before
    assert all(kind in open_[person] for person, kind in spreading.place_of.items())


def led_town(seed: int) -> tuple[dict[int, int], dict[int, list[int]], list[int]]:
    """Nine people: three of them lead, on seats for leads or on others, of three kinds of room."""
    dice = Dice(seed)
    place_of = {0: 3, 1: 4, 2: 5, **{person: person % 3 for person in range(3, 9)}}
    choices = {who: [dice.below(3), dice.below(3)] for who in place_of}
    open_ = {who: sorted({place, *choices[who], *([at + 3 for at in choices[who]] if who < 5 else [])})
             for who, place in place_of.items()}  # fmt: skip
    return place_of, open_, [dice.below(3) - 1 for _ in place_of]


@pytest.mark.parametrize("seed", range(25))
def test_seats_for_leads_count_as_their_kind_and_the_least_is_proven(seed: int) -> None:
    place_of, open_, orgs = led_town(seed)
    taken = sorted(place_of.values())
    best = min(pairs({who: place % 3 for who, place in enumerate(places)}, orgs)
               for places in product(*(open_[who] for who in sorted(open_))) if sorted(places) == taken)  # fmt: skip
    spreading = Spreading(dict(place_of), open_, orgs, ROOMS)
    assert spreading.settle()
    assert spreading.least() == sum(spreading.pairs().values()) == best
    assert sorted(spreading.place_of.values()) == taken


@pytest.mark.parametrize("seed", [33, 293, 353, 354, 470, 570, 752, 1030, 1063, 1223, 1898, 2033, 2072])
def test_where_circles_stop_early_or_the_proof_falls_short_both_still_meet(seed: int) -> None:
    place_of, open_, orgs = led_town(seed)
    taken = sorted(place_of.values())
    best = min(pairs({who: place % 3 for who, place in enumerate(places)}, orgs)
               for places in product(*(open_[who] for who in sorted(open_))) if sorted(places) == taken)  # fmt: skip
    circles = Spreading(dict(place_of), open_, orgs, ROOMS)
    circles.settle()
    assert circles.least() < circles.total()
    spreading = Spreading(dict(place_of), open_, orgs, ROOMS)
    assert proven(spreading) == spreading.total() == best
    assert sorted(spreading.place_of.values()) == taken
    assert all(place in open_[who] for who, place in spreading.place_of.items())



def crowd(people: int, kinds: int, seed: int) -> Spreading:
    """A third of the people lead, on seats for leads or on others; the rooms of each kind are one to three."""
    dice, place_of, open_ = Dice(seed), dict[int, int](), dict[int, list[int]]()
    for who in range(people):
        leads = who < people // 3
        place_of[who] = dice.below(kinds) + kinds * (leads and dice.below(2))
        choices = [dice.below(kinds), dice.below(kinds)]
        open_[who] = sorted({place_of[who], *choices, *([at + kinds for at in choices] if leads else [])})
    orgs = [dice.below(4 if people < 60 else 7) - 1 for _ in place_of]
    return Spreading(place_of, open_, orgs, tuple(1 + dice.below(3) for _ in range(kinds)))


@pytest.mark.parametrize(
    ("people", "kinds", "seed"), [(9, 3, 1102), (14, 3, 1090), (60, 4, 2000), (60, 4, 2242), (60, 4, 1)]
)
def test_a_circle_that_leaves_no_fewer_together_is_not_taken(
    people: int, kinds: int, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    spreading, go, totals = crowd(people, kinds, seed), Spreading._go, list[int]()

    def gone(self: Spreading, circle: list[tuple[int, int, int]]) -> bool:
        before, went = self.total(), go(self, circle)
        totals.append(before - self.total())
        assert (totals[-1] > 0) == went
        return went

    monkeypatch.setattr(Spreading, "_go", gone)
    spreading.settle()
    assert totals
