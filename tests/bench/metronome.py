"""The real server with a metronome beside it: how late its loop comes to what should be now.

`python tests/bench/metronome.py FILE serve …` writes, once a second, a line of JSON into FILE:
for each beat of that second how many milliseconds too late it came, and for how many the loop
itself was at work since the beat before. On a machine that others use too only the second tells
what the server does to itself.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter, thread_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator import green

green.patch()

BEAT = 0.005  # seconds


def beat(path: Path) -> None:
    late: list[tuple[float, float]] = []
    with path.open("a", buffering=1) as file:
        while True:
            due, worked = perf_counter() + BEAT, thread_time()
            green.sleep(BEAT)
            gap, work = perf_counter() - due, thread_time() - worked
            late.append((round(1_000 * gap, 2), round(1_000 * work, 2)))
            if len(late) >= 1 / BEAT:
                file.write(json.dumps(late) + "\n")
                late.clear()


if __name__ == "__main__":
    from facilitator import cli

    green.spawn(beat, Path(sys.argv[1]))
    sys.exit(cli.main(sys.argv[2:]))
