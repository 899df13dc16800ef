"""A whole case: all its rounds, one after the other and then together.

Seating round after round with full memory already reaches every bound in an everyday event.
Only where it does not, all rounds are improved together, several times from the start, for
as many turns as the time given allows on an ordinary machine.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from time import perf_counter

from facilitator.domain.assignment.again import least_of_rounds
from facilitator.domain.assignment.bounds import repeats_by_counting
from facilitator.domain.assignment.case import Case, RoundWanted, read, room_name
from facilitator.domain.assignment.closing import fewest_moves
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.draw import plan_for, seat
from facilitator.domain.assignment.least import Least, forced
from facilitator.domain.assignment.receipt import Audit, Receipt
from facilitator.domain.assignment.search import Search
from facilitator.domain.assignment.setting import Preparation, Setting
from facilitator.domain.assignment.sizes import filled

TURNS_A_SECOND = 4_000_000  # divided by the people of a room and three: what a turn looks at
STEPS = 20  # from warm to cold
WARMTH, COOLING = 0.15, 0.87  # the first step's, and each step's to the one before
FEW_WARMTH, FEW_COOLING = 0.08, 0.9
FEW = 20  # people up to whom the search looks at everybody, not only at those in conflict
COLD_BELOW = 200  # turns for each person and round, with fewer there is no warm stretch
TURNS_A_PLACE = 500  # turns of one attempt for each person and round
MOST_SECONDS = 3600.0


class Solving:
    """One case on its way to an answer."""

    def __init__(self, case: Case, seconds: float, seed: int) -> None:
        self.case, self.seconds = case, seconds
        self.started = perf_counter()
        self.dice = Dice(seed)
        self.guests = [case.guests[who] for who in sorted(case.guests)]
        self.number = {guest.id: at for at, guest in enumerate(self.guests)}
        self.plan = plan_for(self.guests, case.rounds[0].wishes, case.history)
        self.settings: list[Setting] = []
        self.bounds: list[Least] = []
        self.milliseconds: list[float] = []
        self.stopped = "bound"

    def over(self) -> bool:
        """Whether the time is up: on a slow machine before the turns are."""
        if perf_counter() - self.started > self.seconds:
            self.stopped = "clock"
            return True
        return False

    def setting(self, wanted: RoundWanted) -> Setting:
        """One round before the search; people seated already stay."""
        guests = {self.number[who]: self.case.guests[who] for who in sorted(wanted.present)}
        preparation = Preparation(guests, wanted.wishes, wanted.rooms)
        if wanted.base is None:
            return preparation.setting(wanted.sizes, self.dice)
        rooms = [[self.number[who] for who in room] for room in wanted.base]
        if wanted.rooms_free:
            newcomers = len(guests) - sum(map(len, rooms))
            closing = fewest_moves(rooms, newcomers, *wanted.sizes, self.dice)
            return preparation.seated(closing.staying, closing.sizes, self.dice)
        sizes = filled(len(guests), [len(room) for room in rooms], self.dice)
        return preparation.seated(rooms, sizes, self.dice)

    def seat_all(self) -> None:
        """Every round on its own, with all rounds before it remembered."""
        for wanted in self.case.rounds:
            started = perf_counter()
            setting = self.setting(wanted)
            self.settings.append(setting)
            seating, bound = seat(self.plan, setting, self.dice)
            self.plan.finish(seating)
            self.bounds.append(bound)
            self.milliseconds.append(1000 * (perf_counter() - started))

    def least_together(self) -> int:
        """A cost the whole plan cannot go below."""
        return sum(bound.elsewhere for bound in self.bounds) + self.least_meetings()

    def least_meetings(self) -> int:
        """Meetings that must happen again over all rounds."""
        together = Counter(
            pair
            for setting in self.settings
            for group in forced(setting)
            for pair in combinations(sorted(group), 2)
        )
        again = 0
        for (a, b), times in together.items():
            before = self.plan.met[a][b] - sum(
                seating.where[a] == seating.where[b] >= 0 for seating in self.plan.rounds
            )
            again += times * before + times * (times - 1) // 2
        pairs = sum(size * (size - 1) // 2 for setting in self.settings for size in setting.sizes)
        return max(again, repeats_by_counting(pairs, len(self.guests)), least_of_rounds(self.settings))

    def improve_together(self) -> None:
        """All rounds at once: annealed from warm to cold, again and again, the best kept."""
        started = perf_counter()
        plan, goal = self.plan, self.least_together()
        search = Search(plan, self.dice, plan.cost(), goal, counted=True)
        search.over = self.over
        best, kept = search.cost, self._rooms()
        size = max((max(setting.sizes) for setting in self.settings), default=1)
        budget = int(self.seconds * TURNS_A_SECOND / (size + 3))
        places = sum(len(setting.people) for setting in self.settings)
        while best > goal and search.turns < budget and not self.over():
            spent = search.turns
            self._anneal(search, min(budget, max(100_000, TURNS_A_PLACE * places)))
            if search.cost < best:
                best, kept = search.cost, self._rooms()
            if search.turns == spent:  # nobody is in conflict who could move
                break
        for seating, rooms in zip(plan.rounds, kept, strict=True):
            plan.count(seating, -1)
            seating.rooms = rooms
            plan.tally(seating)
            plan.count(seating)
        if best > goal and self.stopped != "clock":
            self.stopped = "turns"
        each = 1000 * (perf_counter() - started) / len(self.settings)
        self.milliseconds = [time + each for time in self.milliseconds]

    def _anneal(self, search: Search, turns: int) -> None:
        few = len(self.guests) <= FEW
        if turns < COLD_BELOW * sum(len(setting.people) for setting in self.settings):
            search.run(self.plan.rounds, turns)  # too short to come back from the warmth
            return
        warmth, cooling = (FEW_WARMTH, FEW_COOLING) if few else (WARMTH, COOLING)
        for _ in range(STEPS):
            search.run(self.plan.rounds, turns // STEPS, warmth, focused=not few)
            warmth *= cooling
        search.run(self.plan.rounds, turns // STEPS)

    def _rooms(self) -> list[list[list[int]]]:
        return [[list(room) for room in seating.rooms] for seating in self.plan.rounds]

    def receipts(self) -> list[Receipt]:
        """A receipt for each round, which knows the rounds before it."""
        past = {(min(pair), max(pair)) for pair in self.case.history}
        receipts = []
        for wanted, seated, bound in zip(
            self.case.rounds, self.names(), self.bounds, strict=True
        ):  # fmt: skip
            here = {who: self.case.guests[who] for who in wanted.present}
            audit = Audit(
                seated, here, wanted.wishes, bound, lambda a, b: (a, b) in past, wanted.sizes
            )
            receipts.append(audit.receipt())
            past.update(pair for room in seated for pair in combinations(room, 2))
        return receipts

    def names(self) -> list[list[list[str]]]:
        """Ids by round and room, sorted."""
        return [
            [sorted(self.guests[person].id for person in room) for room in seating.rooms]
            for seating in self.plan.rounds
        ]


def _together(receipts: list[Receipt]) -> dict[str, object]:
    """One receipt for all rounds: what was met in each, and what was not in which."""
    missed = [
        {"wish": wish, "why": why if len(receipts) == 1 else f"Round {number}: {why}"}
        for number, receipt in enumerate(receipts, 1)
        for wish, why in receipt.not_met
    ]
    wishes = dict.fromkeys(wish for receipt in receipts for wish in receipt.met)
    met = [wish for wish in wishes if all(wish in receipt.met for receipt in receipts)]
    return {"met": met, "not_met": missed, "metrics": {}}


def solve(case: object, seconds: float, seed: int) -> dict[str, object]:
    """The answer to an assignment case: rooms by round, receipt, milliseconds by round.

    ValueError with one sentence for a case that cannot be used. `seconds` bounds the search;
    the same seed gives the same rooms unless the clock had to stop it, which the receipt says.
    """
    if not 0 < seconds <= MOST_SECONDS:
        raise ValueError("The seconds must be more than 0 and at most an hour.")
    solving = Solving(read(case), seconds, seed)
    solving.seat_all()
    if len(solving.settings) > 1 and solving.plan.cost() > solving.least_together():
        solving.improve_together()
    receipts = solving.receipts()
    receipt = _together(receipts)
    receipt["metrics"] = {
        "rounds": [dict(each.metrics) for each in receipts],
        "stopped": solving.stopped,
    }
    return {
        "rounds": [
            {room_name(at): people for at, people in enumerate(rooms) if people}
            for rooms in solving.names()
        ],
        "seed": seed,
        "receipt": receipt,
        "milliseconds": [round(time, 1) for time in solving.milliseconds],
    }
