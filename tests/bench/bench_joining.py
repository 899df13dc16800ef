"""What a late joiner costs, and whether anybody else moves: the whole command, not the search alone.

An event with a round behind it and rooms open, half of the people checked in; then people come one
by one through `perform`. Processor time, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median, quantiles
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.domain.event import Event
from tests.builders import blank_event, do, person, slot

CROWDS = (47, 120, 500, 2_000)
COMERS = 40
SIZE = 6
ORGANISATIONS = 25
PLAN = [slot("one", "breakout", 0, 20), slot("two", "breakout", 20, 20)]


def come(event: Event, number: int) -> Event:
    mode = "onsite" if number % 3 == 0 else "online"
    return do(event, "door", "person.join", person=f"p{number}", name=f"Guest {number}", mode=mode,
              organisation=f"Organisation {number % ORGANISATIONS}", seed=number)  # fmt: skip


def opened(people: int) -> Event:
    """The event in its second round, half of those seated already in their rooms."""
    plan = [{**one, "room_size": SIZE} for one in PLAN]
    event = do(blank_event("late"), "organiser", "event.create", series="s1", title="Late", code="CODE2345",
               timezone="UTC", slots=plan)  # fmt: skip
    for number in range(people):
        event = come(event, number)
    event = do(event, "moderator", "slot.advance", from_slot=None)
    event = do(event, "moderator", "slot.advance", from_slot="one")
    for number in range(0, people, 2):
        room = event.rounds["two"].seats[f"p{number}"]
        event = do(event, person(f"p{number}"), "seat.arrive", room=room)
    return do(event, "clock", "round.check", at=2, slot="two")


def arrivals(event: Event, people: int) -> list[float]:
    """What it costs when people check in late and moves are already proposed (ms each)."""
    times = []
    for number in range(1, min(people, 2 * COMERS), 2):
        room, started = event.rounds["two"].seats[f"p{number}"], process_time()
        event = do(event, person(f"p{number}"), "seat.arrive", at=3, room=room)
        times.append(1_000 * (process_time() - started))
    return times


def main(argv: list[str]) -> int:
    argparse.ArgumentParser(prog="bench joining", description=__doc__).parse_args(argv)
    print("a late joiner; then somebody who says “I am here” after the time to check in")
    print(f"{'people':>7} {'rooms':>6} {'median ms':>10} {'p95 ms':>8} {'at most':>8} {'moved':>6} {'seated':>7} {'arrival':>10} {'at most':>8}")
    moved_by_any = 0
    for people in CROWDS:
        event, times, moved, seated = opened(people), [], 0, 0
        for number in range(people, people + COMERS):
            seats, started = event.rounds["two"].seats, process_time()
            event = come(event, number)
            times.append(1_000 * (process_time() - started))
            after = event.rounds["two"].seats
            moved += sum(after.get(id) != room for id, room in seats.items())
            seated += f"p{number}" in after
        here = arrivals(event, people)
        print(f"{people:>7} {len(event.rounds['two'].rooms):>6} {median(times):>10.2f} {quantiles(times, n=20)[-1]:>8.2f} "
              f"{max(times):>8.2f} {moved:>6} {seated:>4}/{COMERS} {median(here):>10.2f} {max(here):>8.2f}", flush=True)  # fmt: skip
        moved_by_any += moved
    return 1 if moved_by_any else 0


if __name__ == "__main__":
    raise SystemExit(main([]))
