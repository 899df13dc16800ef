"""How long the server's loop is held up while 2,000 notes come in and are grouped again.

Real sockets, a desk and phones that listen. A gap is how much too late a beat of 5 ms came; it
holds whatever else the machine was doing. Beside it stands for how long the loop itself was at
work without a break, which is the server's own doing.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import HTTPCookieProcessor, build_opener

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.patch import apply
from tests.bench.bench_themes import many
from tests.bench.simulated_host import cases
from tests.served import Served
from tests.stories.crowd import Crowd, crowd

NOTES, PHONES, ROOMS = 2_000, 100, 12
MUST, AIM = 50, 20  # ms
QUIET = 10  # seconds without a change of the desk after which all is grouped
METRONOME = Path(__file__).with_name("metronome.py")


class Ticking(Served):
    """A server with a metronome in its process."""

    def command(self, *arguments: str) -> list[str]:
        if arguments[0] != "serve":
            return super().command(*arguments)
        return [sys.executable, str(METRONOME), str(self.beats), *arguments]

    @property
    def beats(self) -> Path:
        return self.folder / "beats.jsonl"

    def late(self) -> list[tuple[float, float]]:
        """How late all beats so far came, and the work before each, in ms."""
        lines = self.beats.read_text().splitlines()
        return [tuple(each) for line in lines if line.endswith("]") for each in json.loads(line)]


class Measured:
    """Prints the gaps of each part of the play."""

    def __init__(self, server: Ticking) -> None:
        self.server, self.seen = server, 0
        print(f"{'':40} {'beats':>7} {'gap p99':>9} {'max':>9} {'own p99':>9} {'max':>9}   must {MUST}, aim {AIM} ms")

    def part(self, name: str) -> None:
        time.sleep(1.2)  # the last second's line
        beats = self.server.late()[self.seen :]
        self.seen += len(beats)
        if beats:
            columns = (sorted(column) for column in zip(*beats, strict=True))
            figures = [(column[int(0.99 * (len(column) - 1))], column[-1]) for column in columns]
            print(f"{name:40} {len(beats):7} " + " ".join(f"{ms:7.1f}ms" for both in figures for ms in both), flush=True)


def main(arguments: list[str]) -> int:
    load = os.getloadavg()[0]
    print(f"{NOTES:,} notes, {PHONES} phones and a desk listening; {os.cpu_count()} cores, load {load:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        server = Ticking(Path(folder))
        server.start()
        try:
            event = server.demo()["events"][0]
            with crowd(server.home, event["code"]) as people:
                play(server, people, Desk(people, event))
        finally:
            server.stop()
    return 0


class Desk:
    """A host who hears everything and follows it by patches, with a moderator's rights."""

    def __init__(self, people: Crowd, event: dict[str, Any]) -> None:
        browser = build_opener(HTTPCookieProcessor())
        with browser.open(event["links"]["moderator"], timeout=20) as page:
            text = page.read().decode()
        data = json.loads(text.partition('id="page"')[2].partition(">")[2].partition("</script>")[0])
        self.people, self.view, self.heard = people, dict[str, Any](), time.monotonic()
        self.wire = people.crew(data["ticket"], self.hear)
        seen = self.do("join")["snapshots"]
        self.view, self.slots = seen["host"], seen["hall"]["slots"]

    def do(self, name: str, **fields: Any) -> dict[str, Any]:
        return self.people.do(self.wire, name, **fields)

    def hear(self, name: str, data: Any) -> None:
        if name == "patch" and data["channel"] == "host" and self.view:
            self.heard = time.monotonic()
            self.view = apply(self.view, data["parts"])

    def wait(self, true: Callable[[dict[str, Any]], bool]) -> None:
        for _ in range(480):
            if true(self.view):
                return
            time.sleep(0.25)
        raise AssertionError("It took too long.")


def play(server: Ticking, people: Crowd, desk: Desk) -> None:
    people.join([f"Guest {n}" for n in range(PHONES)])
    rooms = next(id for id, slot in desk.slots.items() if slot["kind"] == "breakout")
    desk.do("round.draw", slot=rooms, rooms=ROOMS)
    desk.do("slot.jump", from_slot=None, to_slot=rooms)
    people.until(lambda: all(phone.room for phone in people.phones))
    time.sleep(3)
    measured = Measured(server)
    measured.seen = len(server.late())
    for number, note in enumerate(many(cases(), NOTES).values()):
        people.write(people.phones[number % PHONES], note["text"])
    while len(people.ledger.promised) < NOTES:
        time.sleep(0.2)
    measured.part("notes come in and are grouped")
    desk.wait(lambda view: time.monotonic() > desk.heard + QUIET)
    measured.part("the rest is grouped")
    desk.do("themes.ask", wish="w1", by="nearness")
    desk.wait(lambda view: "proposal" in view["grouping"])
    measured.part("all are grouped anew: a proposal")
    desk.do("themes.regroup", proposal=desk.view["grouping"]["proposal"]["id"])
    measured.part("the proposal is taken")
    time.sleep(3)
    measured.part("what follows")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
