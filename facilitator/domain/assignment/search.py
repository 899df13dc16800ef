"""Improving a plan by exchanging two people at a time.

Only people with a reason to move are looked at: one who sits with a colleague, with somebody
met before, in the wrong room. Each is offered a random exchange; it is taken when it costs
nothing, and sometimes when it costs a little (`warmth`), which leads out of dead ends. This
is min-conflicts with a simulated-annealing acceptance; the search ends at the cost that is
known to be the least, or after a number of turns, never by the clock alone: the same seed
must give the same rooms.
"""

from __future__ import annotations

from collections.abc import Callable

from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.seating import COLLEAGUES, NO_LEAD, STEEPEST, Plan, Seating

WORTH_ASKING = 80  # so dear by prices and facilitators that meetings cannot make up for it
NEVER_DEARER = [1.0] + [0.0] * STEEPEST


def acceptances(warmth: float) -> list[float]:
    """The chance to take a step that costs 0, 1, 2, …: powers of the chance for 1."""
    chances = [1.0]
    while len(chances) <= STEEPEST:
        chances.append(chances[-1] * warmth)
    return chances


class Search:
    """One run over a plan; `cost` is kept true, `turns` counts what was tried."""

    def __init__(self, plan: Plan, dice: Dice, cost: int, goal: int, counted: bool) -> None:
        self.plan = plan
        self.dice = dice
        self.cost = cost
        self.goal = goal
        self.counted = counted  # whether the rounds' own meetings are in the plan's counts
        self.over: Callable[[], bool] = lambda: False  # the emergency stop, asked now and then
        self.turns = 0
        self._moved: list[int] = []

    def run(
        self, seatings: list[Seating], turns: int, warmth: float = 0.0, focused: bool = True
    ) -> None:
        """Tries up to that many exchanges in these rounds; only at people in conflict if `focused`.

        One long loop on purpose: it takes a microsecond a turn, and a call would double that.
        `hot` holds everybody who may be in conflict; who turns out not to be is dropped, who
        moves comes back.
        """
        plan, roll = self.plan, self.dice.roll
        people, met, orgs, leads = plan.people, plan.met, plan.orgs, plan.leads
        wants_lead, counted = plan.wants_lead, self.counted
        chances = acceptances(warmth)
        hot = [
            round_ * people + i
            for round_, seating in enumerate(seatings)
            for i in seating.present
            if not seating.fixed[i]
        ]
        is_hot = bytearray(len(seatings) * people)
        for code in hot:
            is_hot[code] = 1
        cost, goal, last = self.cost, self.goal, self.turns + turns
        done = self.turns
        while cost > goal and done < last and hot:
            done += 1
            if not done & 1023 and self.over():
                break
            place = int(roll() * len(hot))
            code = hot[place]
            round_, i = divmod(code, people)
            seating = seatings[round_]
            where, rooms = seating.where, seating.rooms
            a = where[i]
            choice = seating.rooms_for[i]
            b = choice[int(roll() * len(choice))]
            room_a, room_b = rooms[a], rooms[b]
            if a == b or not room_b:
                if len(rooms) < 2:
                    break
                continue
            mine, org, prices = met[i], orgs[i], seating.prices[i]
            expected = len(room_a) - 1 if counted else 0
            own = 0
            for k in room_a:
                own += mine[k]
            if (
                focused
                and own == expected
                and (org < 0 or seating.teams[a][org] == 1 or seating.excess[org] <= 0)
                and (prices is None or seating.content[i][a])
                and (not wants_lead or seating.leads[a])
            ):
                is_hot[code] = 0
                final = hot.pop()
                if final != code:
                    hot[place] = final
                continue
            j = room_b[int(roll() * len(room_b))]
            if seating.fixed[j]:
                continue
            if seating.blocks and (i in seating.blocks or j in seating.blocks):
                cost += self._block_step(seating, i, j, chances)
                self._heat(round_ * people, hot, is_hot)
                continue
            delta = expected - own
            if prices is not None:
                delta += prices[b] - prices[a]
            other_prices = seating.prices[j]
            if other_prices is not None:
                delta += other_prices[a] - other_prices[b]
            if wants_lead and leads[i] != leads[j]:
                loses, gains = (a, b) if leads[i] else (b, a)
                delta += NO_LEAD * ((seating.leads[loses] == 1) - (seating.leads[gains] == 0))
            if delta <= WORTH_ASKING:
                theirs = met[j]
                for k in room_b:
                    delta += mine[k] - theirs[k]
                for k in room_a:
                    delta += theirs[k]
                delta -= 2 * mine[j]
                if counted:
                    delta += len(room_b) - 1
                its = orgs[j]
                if org != its:
                    home, away = seating.teams[a], seating.teams[b]
                    if org >= 0:
                        delta += COLLEAGUES * (away[org] - home[org] + 1)
                    if its >= 0:
                        delta += COLLEAGUES * (home[its] - away[its] + 1)
            if delta > 0 and (delta > STEEPEST or roll() >= chances[delta]):
                if other_prices is not None and other_prices[a] > other_prices[b]:
                    done += 2  # takes as long as three turns
                    cost += self._rotation(seating, i, j, chances)
                    self._heat(round_ * people, hot, is_hot)
                continue
            plan.exchange(seating, i, j, counted)
            cost += delta
            code = round_ * people + j
            if not is_hot[code]:
                is_hot[code] = 1
                hot.append(code)
        self.cost, self.turns = cost, done

    def _heat(self, offset: int, hot: list[int], is_hot: bytearray) -> None:
        """Those who moved outside the quick path may be in conflict now."""
        for person in self._moved:
            if not is_hot[offset + person]:
                is_hot[offset + person] = 1
                hot.append(offset + person)
        self._moved.clear()

    def _rotation(self, seating: Seating, i: int, j: int, chances: list[float]) -> int:
        """Lets a third person in where `j` cannot take the seat of `i`: i → j → k → i."""
        a, b = seating.where[i], seating.where[j]
        c = self.dice.one(seating.rooms_for[j])
        if c in (a, b) or not seating.rooms[c]:
            return 0
        k = self.dice.one(seating.rooms[c])
        prices = seating.prices[k]
        if seating.fixed[k] or k in seating.blocks or (prices and prices[a] > prices[c]):
            return 0
        return self._group_exchange(seating, [(i, j), (j, k)], chances)

    def _block_step(self, seating: Seating, i: int, j: int, chances: list[float]) -> int:
        """Offers a whole block its exchange with as many people of the other's room."""
        if i not in seating.blocks:
            i, j = j, i
        block = seating.blocks[i]
        if j in seating.blocks:
            swap = seating.blocks[j]
            if len(swap) != len(block):
                return 0
        else:
            room = seating.rooms[seating.where[j]]
            free = [k for k in room if not seating.fixed[k] and k not in seating.blocks]
            if len(free) < len(block):
                return 0
            swap = tuple(self.dice.shuffled(free)[: len(block)])
        return self._group_exchange(seating, list(zip(block, swap, strict=True)), chances)

    def _group_exchange(
        self, seating: Seating, pairs: list[tuple[int, int]], chances: list[float]
    ) -> int:
        total = 0
        for one, other in pairs:
            total += self.plan.change(seating, one, other, self.counted)
            self.plan.exchange(seating, one, other, self.counted)
        if total <= 0 or (total <= STEEPEST and self.dice.roll() < chances[total]):
            self._moved.extend(person for pair in pairs for person in pair)
            return total
        for one, other in reversed(pairs):
            self.plan.exchange(seating, one, other, self.counted)
        return 0

    def mix(self, seating: Seating, turns: int) -> None:
        """Random exchanges that change no cost: every equally good result gets its chance.

        A search favours some of the best results over others; a symmetric walk among them
        forgets that.
        """
        plan, dice = self.plan, self.dice
        people = [i for i in seating.present if not seating.fixed[i]]
        if len(people) < 2:
            return
        for _ in range(turns):
            i, j = dice.one(people), dice.one(people)
            if seating.where[i] == seating.where[j]:
                continue
            if i in seating.blocks or j in seating.blocks:
                self.cost += self._block_step(seating, i, j, NEVER_DEARER)
                self._moved.clear()
            elif plan.change(seating, i, j, self.counted) == 0:
                plan.exchange(seating, i, j, self.counted)
