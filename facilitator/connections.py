"""Connections made: who met whom, counted over organisations, rounds and a whole series.

A connection is a pair of people from different organisations who shared a room that has
closed. It stands beside what was possible, because mixing at random already makes many: the
honest figure is the share of the possible, and the fewest that anybody met.

People are known by their marks here, so that somebody who comes on both days is one person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, cos, pi, sin
from statistics import median
from typing import Any

from facilitator import spreadsheet
from facilitator.domain.assignment.bounds import fewest_pairs
from facilitator.domain.drawing import members
from facilitator.domain.event import Event
from facilitator.domain.roster import mark, plain

Pair = tuple[str, str]
Rooms = Sequence[Sequence[str]]
LARGEST = 12  # organisations that a picture can show
CIRCLE, CENTRE = 118, 160  # the picture's radius and middle, in its own units


@dataclass(frozen=True)
class Met:
    """Rounds of rooms of people's marks, and what is known of each mark."""

    rounds: Sequence[Rooms]
    names: Mapping[str, str]
    organisations: Mapping[str, str]  # as it is written

    @property
    def pairs(self) -> dict[Pair, int]:
        """Pair → how many rooms they shared."""
        found = Counter(pair for rooms in self.rounds for room in rooms
                        for pair in combinations(sorted(set(room)), 2))  # fmt: skip
        return dict(sorted(found.items()))

    def organisation(self, who: str) -> str:
        return plain(self.organisations.get(who, ""))

    def connects(self, pair: Pair) -> bool:
        """Whether these two come from different organisations, as far as anybody knows."""
        one, other = map(self.organisation, pair)
        return not one or one != other


def met(events: Iterable[Event]) -> Met:
    """Who met whom in these events."""
    rounds: list[list[list[str]]] = []
    names, organisations = dict[str, str](), dict[str, str]()
    for event in events:
        marks = {id: mark(one.name, one.organisation) for id, one in event.people.items()}
        names |= {marks[id]: one.name for id, one in event.people.items()}
        organisations |= {marks[id]: one.organisation for id, one in event.people.items()}
        for made in sorted(event.rounds.values(), key=lambda made: made.opened_at or 0):
            if made.closed_at is not None:
                rounds.append([[marks[id] for id in ids if id in marks]
                               for ids in members(made.seats).values()])  # fmt: skip
    return Met(rounds, names, organisations)


def figures(found: Met, before: frozenset[Pair] = frozenset()) -> dict[str, Any]:
    """What was made of what was possible; empty without a room. `before`: pairs of earlier days."""
    pairs = found.pairs
    if not pairs:
        return {}
    made = [pair for pair in pairs if found.connects(pair)]
    companions = Counter(who for pair in pairs for who in pair)
    seated = {who for rooms in found.rounds for room in rooms for who in room}
    counts = [companions[who] for who in sorted(seated)]
    possible = max(len(made), _possible(found, seated))
    bridges = Counter(tuple(sorted(map(found.organisation, pair))) for pair in made)
    bridged = sum(bool(one and other) for one, other in bridges)
    known = len({found.organisation(who) for who in seated} - {""})
    return {
        "connections": len(made), "new": sum(pair not in before for pair in made),
        "possible": possible, "share": 100 * len(made) // possible if possible else 100,
        "again": sum(times - 1 for times in pairs.values()),
        "bridged": bridged, "bridges_possible": comb(known, 2),
        "fewest_met": min(counts), "median_met": int(median(counts)),
        "met_nobody": len(met_nobody(found)),
        "rounds": len(found.rounds), "people": len(seated),
    }  # fmt: skip


def met_nobody(found: Met) -> list[str]:
    """The names of those who had a seat and no company in any room: for the crew alone."""
    paired = {who for pair in found.pairs for who in pair}
    seated = {who for rooms in found.rounds for room in rooms for who in room}
    return sorted(found.names[who] for who in seated - paired)


def _possible(found: Met, seated: Iterable[str]) -> int:
    """No more connections than seats side by side, colleagues left out; nor than pairs there are."""
    people = sorted(seated)
    sizes = Counter(filter(None, map(found.organisation, people)))
    every = comb(len(people), 2) - sum(comb(size, 2) for size in sizes.values())
    slots = 0
    for rooms in found.rounds:
        teams = Counter(found.organisation(who) for room in rooms for who in room)
        forced = sum(fewest_pairs(count, len(rooms)) for org, count in teams.items() if org)
        slots += sum(comb(len(room), 2) for room in rooms) - forced
    return min(every, slots)


def marks_before(event: Event) -> frozenset[Pair]:
    """Pairs who shared a room in earlier events of the series, as the event was told."""
    return frozenset(pair for group in event.wishes.past for pair in combinations(sorted(group), 2))


def picture(found: Met) -> dict[str, Any]:
    """The largest organisations and how many connections lie between each two of them."""
    seated = {who for rooms in found.rounds for room in rooms for who in room}
    sizes = Counter(filter(None, map(found.organisation, sorted(seated))))
    ranked = sorted(sizes, key=lambda org: (-sizes[org], org))[:LARGEST]
    written = {found.organisation(who): found.organisations[who] for who in sorted(seated)}
    counts = Counter(frozenset(map(found.organisation, pair)) for pair in found.pairs if found.connects(pair))
    most = max((counts[frozenset(pair)] for pair in combinations(ranked, 2)), default=0)
    nodes = [_node(written[org], sizes[org], at, len(ranked)) for at, org in enumerate(ranked)]
    return {"nodes": nodes, "rows": list(_rows(ranked, counts, most)), "left_out": len(sizes) - len(ranked),
            "lines": list(_lines(ranked, nodes, counts, most))}  # fmt: skip


def _node(name: str, people: int, at: int, of: int) -> dict[str, Any]:
    turn = 2 * pi * at / max(1, of) - pi / 2
    return {"name": name, "people": people, "number": at + 1, "x": round(CENTRE + CIRCLE * cos(turn)),
            "y": round(CENTRE + CIRCLE * sin(turn)), "r": min(22, 11 + people)}  # fmt: skip


def _rows(ranked: Sequence[str], counts: Mapping[frozenset[str], int], most: int) -> Iterator[list[dict[str, int]]]:
    for at in range(len(ranked)):
        found = [counts[frozenset((ranked[at], other))] for other in ranked[:at]]
        yield [{"n": n, "level": _level(n, most)} for n in found]


def _lines(
    ranked: Sequence[str], nodes: Sequence[dict[str, Any]], counts: Mapping[frozenset[str], int], most: int
) -> Iterator[dict[str, Any]]:
    for (a, one), (b, other) in combinations(enumerate(ranked), 2):
        if n := counts[frozenset((one, other))]:
            ends = {"x1": nodes[a]["x"], "y1": nodes[a]["y"], "x2": nodes[b]["x"], "y2": nodes[b]["y"]}
            yield {**ends, "n": n, "width": 1 + 2 * _level(n, most)}


def _level(n: int, most: int) -> int:
    """0 for none, then 1 to 3."""
    return -(-3 * n // most) if n else 0


def as_csv(event: Event) -> str:
    """Everybody who met somebody, one pair a line."""
    found, before = met([event]), marks_before(event)
    head = ("person", "organisation", "met", "organisation of the other", "rooms shared", "new")
    rows = ((found.names[one], found.organisations[one], found.names[other], found.organisations[other],
             times, "no" if (one, other) in before else "yes")
            for (one, other), times in found.pairs.items())  # fmt: skip
    return spreadsheet.written(head, rows)
