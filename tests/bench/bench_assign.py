"""How good and how fast breakout assignment is, beside a plain shuffle.

Each line is one kind of event, drawn with several seeds: processor time of a round (whatever
else the machine does), how often every figure equals its lower bound, and what a shuffle of
the same people would have given.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import mean, median, quantiles
from time import perf_counter, process_time
from typing import Any

from facilitator.domain.assignment import Guest, Wishes, draw, place, solve
from facilitator.domain.assignment.dice import Dice


@dataclass(frozen=True)
class Event:
    """A kind of event: people, organisations (sizes fall like 1, 1/2, 1/3 …), rooms, rounds."""

    name: str
    people: int
    orgs: int
    rooms: int
    rounds: int = 4
    facilitators: int = 0
    history: int = 0  # rounds of the past
    split: bool = False
    topics: int = 0


EVENTS = (
    Event("47 people", 47, 10, 10),
    Event("60 people, small rooms", 60, 12, 12),
    Event("120 people", 120, 25, 20),
    Event("120 people, facilitators", 120, 25, 20, facilitators=20),
    Event("120 people, 6 rounds before", 120, 25, 20, 2, 20, history=6),
    Event("120 people, on site and online", 120, 25, 20, 3, 24, split=True),
    Event("120 people, topics", 120, 25, 20, 3, topics=5),
    Event("300 people, everything, 2 before", 300, 40, 50, 3, 60, 2, split=True, topics=3),
    Event("300 people, everything, 4 before", 300, 40, 50, 4, 60, 4, split=True, topics=5),
    Event("500 people", 500, 60, 83, 4, facilitators=83),
    Event("500 people, 20 rounds before", 500, 60, 83, 2, history=20),
    Event("500 people, everything, 20 before", 500, 60, 83, 2, 100, 20, split=True, topics=5),
    Event("1000 people", 1000, 100, 170, 4, facilitators=170),
    Event("2000 people", 2000, 200, 333, 4),
    Event("2000 people, everything", 2000, 200, 333, 3, 400, 2, split=True, topics=6),
)
GOLFERS = ((8, 4, 7), (20, 5, 6), (9, 3, 11), (5, 3, 7), (8, 4, 8))


def roster(event: Event, dice: Dice) -> list[Guest]:
    """The people of an event, made up from a seed."""
    slots = [org for org in range(event.orgs) for _ in range(2520 // (org + 1))]
    lead = set(dice.shuffled(range(event.people))[: event.facilitators])
    names = [f"topic {number}" for number in range(event.topics)]
    return [
        Guest(
            id=f"p{number:04}",
            org=f"org {dice.one(slots)}",
            mode="online" if event.split and dice.roll() < 0.4 else "on site",
            facilitator=number in lead,
            topics=tuple(dice.shuffled(names)[:3]),
        )
        for number in range(event.people)
    ]


def wishes_of(event: Event) -> Wishes:
    named = tuple(f"topic {room % event.topics}" for room in range(event.rooms)) if (
        event.topics) else ()  # fmt: skip
    return Wishes(
        split_by_mode=event.split, facilitator=event.facilitators > 0, room_topics=named
    )


def shuffled(guests: Sequence[Guest], rooms: int, dice: Dice) -> list[list[str]]:
    people = dice.shuffled(guest.id for guest in guests)
    return [people[room::rooms] for room in range(rooms)]


def figures(
    rooms: Sequence[Sequence[str]], org: dict[str, str | None], met: set[Any]
) -> Counter[str]:
    """Pairs of one organisation and pairs who met before."""
    pairs = [pair for room in rooms for pair in combinations(sorted(room), 2)]
    same = sum(org[a] == org[b] for a, b in pairs)
    return Counter(colleagues=same, repeats=sum(pair in met for pair in pairs))


def play(event: Event, seed: int) -> tuple[list[float], Counter[str], Counter[str]]:
    """One event: milliseconds by round, our figures above their bounds, the shuffle's figures."""
    dice = Dice(seed)
    guests, wishes = roster(event, dice), wishes_of(event)
    org = {guest.id: guest.org for guest in guests}
    met, plain = set[Any](), set[Any]()
    mixed = replace(wishes, room_topics=())
    for number in range(event.history):
        early = draw(guests, event.rooms, 1000 * seed + number, mixed,
                     met).rooms  # fmt: skip
        met.update(pair for room in early for pair in combinations(room, 2))
    times, ours, theirs = [], Counter[str](), Counter[str]()
    for number in range(event.rounds):
        started = process_time()
        last = number == event.rounds - 1  # people choose by topic in the last round only
        drawn = draw(guests, event.rooms, seed * 100 + number, wishes if last else mixed, met)
        times.append(1000 * (process_time() - started))
        metrics: Any = drawn.receipt.metrics
        for key in ("same_organisation", "repeats", "topics", "rooms_without_facilitator"):
            figure = metrics.get(key, {"value": 0, "at_least": 0})
            ours[key] += figure["value"]
            ours["above"] += figure["value"] - figure["at_least"]
        met.update(pair for room in drawn.rooms for pair in combinations(room, 2))
        rooms = shuffled(guests, event.rooms, dice)
        theirs += figures(rooms, org, plain)
        plain.update(pair for room in rooms for pair in combinations(sorted(room), 2))
    return times, ours, theirs


def events(seeds: int) -> None:
    print(f"{'event':36} {'at bound':>9} {'p95 ms':>7} {'max ms':>7}   "
          f"{'same org / repeats':>20}   {'plain shuffle':>16}")  # fmt: skip
    for event in EVENTS:
        plays = [play(event, seed) for seed in range(1, seeds + 1)]
        times = sorted(time for each, _, _ in plays for time in each)
        best = sum(not ours["above"] for _, ours, _ in plays)
        ours, theirs = (
            [mean(each[which][key] for each in plays) for key in keys]
            for which, keys in (
                (1, ("same_organisation", "repeats")), (2, ("colleagues", "repeats"))
            )
        )  # fmt: skip
        print(f"{event.name:36} {best:>4} of {seeds:<2} {quantiles(times, n=20)[-1]:7.1f} "
              f"{times[-1]:7.1f}   {ours[0]:10.1f} / {ours[1]:<7.1f}   "
              f"{theirs[0]:7.1f} / {theirs[1]:<6.1f}", flush=True)  # fmt: skip


def golfers(seeds: int) -> None:
    print("\nsocial golfer, 1 s for all rounds: repeats by seed, seconds")
    for rooms, size, rounds in GOLFERS:
        people = [{"id": f"p{number}"} for number in range(rooms * size)]
        case = {"participants": people, "rounds": [{"rooms": rooms}] * rounds}
        found, started = Counter[int](), perf_counter()
        for seed in range(1, seeds + 1):
            answer: Any = solve(case, 1.0, seed)
            met = Counter(
                pair
                for each in answer["rounds"]
                for room in each.values()
                for pair in combinations(room, 2)
            )
            found[sum(met.values()) - len(met)] += 1
        spread = ", ".join(f"{repeats}: {times}" for repeats, times in sorted(found.items()))
        seconds = (perf_counter() - started) / seeds
        print(f"{rooms}-{size}-{rounds:<4} {spread:30} {seconds:.2f} s", flush=True)


LANGUAGES = (("en",), 24), (("es",), 14), (("fr",), 10), (("es", "en"), 8), (("fr", "en"), 4)


def speakers(bridging: bool, dice: Dice) -> list[Guest]:
    """Sixty people of three languages; without bridging each counts with the first one only."""
    tongues = [langs if bridging else langs[:1] for langs, count in LANGUAGES for _ in range(count)]
    slots = [org for org in range(12) for _ in range(2520 // (org + 1))]
    return [Guest(id=f"p{number:02}", org=f"org {dice.one(slots)}", langs=langs)
            for number, langs in enumerate(tongues)]  # fmt: skip


def languages(seeds: int) -> None:
    """Four rounds in rooms where everybody speaks one language; people of two are the bridges."""
    print("\nthree languages, 60 people in 12 rooms, 4 rounds: colleagues + repeats, rooms without a "
          "language, most meetings of a pair, by seed")  # fmt: skip
    wishes = Wishes(language=True)
    for name, bridging in (("each with one language", False), ("people of two as bridges", True)):
        sums, leasts, speechless, most = list[int](), list[int](), 0, 0
        for seed in range(1, seeds + 1):
            guests, met = speakers(bridging, Dice(seed)), Counter[Any]()
            total = least = 0
            for number in range(4):
                drawn = draw(guests, 12, seed * 10 + number, wishes, list(met.elements()))
                metrics: Any = drawn.receipt.metrics
                total += metrics["same_organisation"]["value"] + metrics["repeats"]["value"]
                least += metrics["same_organisation"]["at_least"] + metrics["repeats"]["at_least"]
                speechless += any("no language" in why for _, why in drawn.receipt.not_met)
                met.update(pair for room in drawn.rooms for pair in combinations(room, 2))
            sums.append(total)
            leasts.append(least)
            most = max(most, *met.values())
        print(f"{name:28} median {median(sums):5.1f} (proven, of what came before: {median(leasts):.1f}), "
              f"{min(sums)} to {max(sums)}; {speechless}; {most}")  # fmt: skip


def together(seeds: int) -> None:
    """The same people and rooms, all four rounds planned at once in a second."""
    print("\nthe same with all rounds planned together in 1 s: colleagues + repeats, rounds with more colleagues "
          "together than the fewest, most meetings of a pair")  # fmt: skip
    for name, bridging in (("each with one language", False), ("people of two as bridges", True)):
        sums, over, most = list[int](), 0, 0
        for seed in range(1, seeds + 1):
            people = [{"id": guest.id, "org": guest.org, "langs": list(guest.langs)} for guest in speakers(bridging, Dice(seed))]
            case = {"participants": people, "rounds": [{"rooms": 12}] * 4, "constraints": {"language": True}}
            answer: Any = solve(case, 1.0, seed)
            rounds = answer["receipt"]["metrics"]["rounds"]
            sums.append(sum(each[key]["value"] for each in rounds for key in ("same_organisation", "repeats")))
            over += sum(each["same_organisation"]["value"] > each["same_organisation"]["at_least"] for each in rounds)
            met = Counter(pair for each in answer["rounds"] for room in each.values() for pair in combinations(room, 2))
            most = max(most, *met.values())
        print(f"{name:28} median {median(sums):5.1f}, {min(sums)} to {max(sums)}; {over} of {4 * seeds}; {most}", flush=True)


def joiners() -> None:
    event = Event("late", 500, 60, 83)
    guests = roster(event, Dice(1))
    met = [pair for seed in range(20) for room in draw(guests, 83, seed).rooms
           for pair in combinations(room, 2)]  # fmt: skip
    by_id = {guest.id: guest for guest in guests}
    rooms = [[by_id[who] for who in room] for room in draw(guests, 83, 99, met=met).rooms]
    times = []
    for seed in range(100):
        started = process_time()
        place(replace(guests[seed], id="late"), rooms, seed, met=met)
        times.append(1000 * (process_time() - started))
    print(f"\na late joiner among 500, {len(met)} meetings: p95 {quantiles(times, n=20)[-1]:.2f} ms, "
          f"at most {max(times):.2f} ms")  # fmt: skip


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench assign", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="draws of each kind (default: 20)")
    given = parser.parse_args(argv)
    events(given.seeds)
    golfers(given.seeds)
    languages(given.seeds)
    together(given.seeds)
    joiners()
    return 0


if __name__ == "__main__":
    raise SystemExit(main([]))
