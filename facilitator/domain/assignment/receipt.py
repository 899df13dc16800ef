"""What a draw says about itself: which wishes were met, which were not and why, in figures.

A result without its bound is an opinion. So each figure stands beside the least that was
possible, and what could not be had is said in words a moderator can repeat to the room.
It is computed from the finished rooms alone and trusts nothing the search believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from facilitator.domain.assignment.least import Least
from facilitator.domain.assignment.reasons import modes_of, why_mixed, why_parted
from facilitator.domain.assignment.roster import Guest, Wishes

ENGINE = 12  # counts up whenever the same seed may give other rooms


@dataclass(frozen=True)
class Receipt:
    """Wishes met, wishes not met with the reason, and figures with their bounds."""

    met: tuple[str, ...] = ()
    not_met: tuple[tuple[str, str], ...] = ()  # wish, why
    metrics: Mapping[str, object] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The receipt as plain JSON."""
        return {
            "met": list(self.met),
            "not_met": [{"wish": wish, "why": why} for wish, why in self.not_met],
            "metrics": dict(self.metrics),
        }


class Audit:
    """Looks at finished rooms and writes the receipt."""

    def __init__(
        self,
        rooms: Sequence[Sequence[str]],
        guests: Mapping[str, Guest],
        wishes: Wishes,
        bound: Least,
        met_before: Callable[[str, str], bool],
        sizes: tuple[int, int] | None = None,
        called: Callable[[str], str] = str,
    ) -> None:
        self.rooms, self.guests, self.wishes = rooms, guests, wishes
        self.met_before, self.called = met_before, called
        self.bound, self.sizes = bound, sizes
        self.where = {who: at for at, room in enumerate(rooms) for who in room}
        self.used = [room for room in rooms if room]
        self.good: list[str] = []
        self.bad: list[tuple[str, str]] = []
        self.figures: dict[str, object] = {"engine": ENGINE}

    def receipt(self) -> Receipt:
        self._sizes()
        self._pins()
        self._together()
        self._apart()
        self._split()
        self._language()
        self._facilitators()
        self._topics()
        self._repeats()
        self._organisations()
        return Receipt(tuple(self.good), tuple(self.bad), self.figures)

    def _judge(self, wish: str, why: Sequence[str]) -> None:
        if why:
            self.bad.extend((wish, reason) for reason in why)
        else:
            self.good.append(wish)

    def _sizes(self) -> None:
        sizes = [len(room) for room in self.used] or [0]
        self.figures["people"] = sum(sizes)
        self.figures["rooms"] = len(self.used)
        self.figures["sizes"] = {"smallest": min(sizes), "largest": max(sizes)}
        uneven = max(sizes) - min(sizes) > 1
        why = "Who may sit with whom, or who sits already, allows no more even rooms."
        if self.wishes.mixing:
            self._judge("Rooms are of equal size, give or take one.", [why] if uneven else [])
        alone = sizes.count(1)
        if alone and sum(sizes) > 1:
            who = "1 person sits" if alone == 1 else f"{alone} people sit"
            self._judge("Nobody sits alone.", [f"{who} alone: {len(sizes)} rooms for {sum(sizes)} people."])
        low, high = self.sizes or (1, max(sizes))
        if min(sizes) < low or max(sizes) > high:
            people = f"{sum(sizes)} people in {len(sizes)} rooms do not fit."
            self._judge(f"Rooms hold from {low} to {high} people.", [people])

    def _pins(self) -> None:
        why = []
        for who, room in self.wishes.pins:
            if who not in self.where:
                why.append(f"{self.called(who)} is not here.")
            elif not 0 <= room < len(self.rooms):
                why.append(f"There is no room {room + 1} for {self.called(who)}.")
            elif self.where[who] != room:
                why.append(f"{self.called(who)} is not in room {room + 1}: it has no seat left.")
        if self.wishes.pins:
            self._judge("People with a fixed room sit there.", why)

    def _together(self) -> None:
        why, largest = [], max(map(len, self.rooms), default=0)
        for group in self.wishes.together:
            here = [who for who in group if who in self.where]
            if len({self.where[who] for who in here}) > 1:
                reason = why_parted(here, self.wishes, self.where, largest)
                names = ", ".join(map(self.called, here))
                why.append(f"{names} are not together: {reason}.")
        if self.wishes.together:
            self._judge("Groups that belong together sit together.", why)

    def _apart(self) -> None:
        why = [
            f"{self.called(one)} and {self.called(other)} share a room: "
            "every other seat breaks an earlier wish."
            for one, other in self.wishes.apart
            if one in self.where and self.where[one] == self.where.get(other) and one != other
        ]
        if self.wishes.apart:
            self._judge("People to be kept apart sit in different rooms.", why)

    def _split(self) -> None:
        if not self.wishes.split_by_mode:
            return
        modes = [modes_of(room, self.guests) for room in self.rooms]
        mixed = [f"Room {at + 1} mixes people {' and '.join(found)}: "
                 f"{why_mixed(at, self.rooms[at], self.wishes, self.guests)}."
                 for at, found in enumerate(modes) if len(found) > 1]  # fmt: skip
        self._judge("On-site and online people sit in different rooms.", mixed)

    def _language(self) -> None:
        if not self.wishes.language:
            return
        why = []
        for at, room in enumerate(self.rooms):
            spoken = [set(self.guests[w].langs) for w in room if self.guests[w].langs]
            if spoken and not set.intersection(*spoken):
                why.append(f"Room {at + 1} has no language everyone speaks: the people of each "
                           "language do not fill rooms of their own.")  # fmt: skip
        self._judge("Each room has a language everyone speaks.", why)

    def _facilitators(self) -> None:
        if not self.wishes.facilitator:
            return
        leads = [sum(self.guests[w].facilitator for w in room) for room in self.used]
        without = leads.count(0)
        least = min(without, self.bound.lacking)
        self.figures["rooms_without_facilitator"] = {"value": without, "at_least": least}
        count = "1 facilitator is" if sum(leads) == 1 else f"{sum(leads)} facilitators are"
        few = f"{count} here for {len(leads)} rooms"
        more = "" if sum(leads) < len(leads) else "; earlier wishes hold some of them together"
        many = "1 room has none" if without == 1 else f"{without} rooms have none"
        why = [f"{many}: {few}{more}."] if without else []
        self._judge("Each room has a facilitator.", why)

    def _topics(self) -> None:
        ranks: Counter[int] = Counter()
        for room, topic in zip(self.rooms, self.wishes.room_topics, strict=False):
            for topics in (self.guests[who].topics for who in room):
                if topic is not None and topics:
                    ranks[topics.index(topic) if topic in topics else len(topics)] += 1
                    ranks[-1] += topic not in topics
        if not any(self.wishes.room_topics):
            return
        unlisted, cost = ranks.pop(-1, 0), sum(rank * count for rank, count in ranks.items())
        self.figures["topics"] = {
            "value": cost, "at_least": min(cost, self.bound.topics),  # fewer where an earlier wish had to give way
            "first_choice": ranks[0], "unlisted": unlisted,
        }  # fmt: skip
        who = "1 person sits" if unlisted == 1 else f"{unlisted} people sit"
        why = [f"{who} with another topic than they named: the rooms for theirs are full or do not "
               "exist."] if unlisted else []  # fmt: skip
        self._judge("People sit with a topic they chose.", why)

    def _repeats(self) -> None:
        kept = {
            pair for group in self.wishes.together for pair in combinations(sorted(group), 2)
        }
        again = sum(
            pair not in kept and self.met_before(*pair)
            for room in self.rooms
            for pair in combinations(sorted(room), 2)
        )
        least = min(again, self.bound.repeats)
        self.figures["repeats"] = {"value": again, "at_least": least}
        why = f"{again} pairs meet again; {_least(least, again)}."
        self._judge("Nobody meets the same person again.", [why] if again else [])

    def _organisations(self) -> None:
        pairs = 0
        for room in self.rooms:
            teams = Counter(self.guests[w].org for w in room if self.guests[w].org)
            pairs += sum(count * (count - 1) // 2 for count in teams.values())
        least = min(pairs, self.bound.colleagues)
        self.figures["same_organisation"] = {"value": pairs, "at_least": least}
        why = f"{pairs} pairs of one organisation share a room; {_least(least, pairs)}."
        if self.wishes.mixing:
            self._judge("Organisations are spread as far as possible.", [why] * (pairs > least))


def _least(bound: int, reached: int) -> str:
    if bound == reached:
        return "with these people and rooms it cannot be fewer"
    least = f"{bound} cannot be avoided, " if bound else ""
    return f"{least}whether fewer than {reached} are possible is not known"
