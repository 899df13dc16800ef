"""Reading announcements: how fast long texts are read, and that none of many mutated ones fails.

`facilitator bench agenda` prints the sheet. Times are of the process, so others' work on the
machine does not count.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.agenda_text import Unreadable, marks, read, read_any
from facilitator.tasks.demo import ANNOUNCEMENT
from tests.agenda_text.test_announcements import CASES
from tests.agenda_text.test_any_text import mutated

LONG = 64 * 1024
LIMIT = 1.0  # seconds for 64 kB
MANY = 10_000
HARD = ("(" * LONG, "9" * LONG, "9:00 " * (LONG // 5), "A b, " * (LONG // 5), "\n" * LONG,
        "9:00-10:00 " + "Ana Silva and " * (LONG // 14), "| a " * (LONG // 4), "<td>" * (LONG // 4),
        "9:00-10:00 A\n" * (LONG // 13), "3 May 2027, 9:00 – 10:00\nA title\n" * (LONG // 34))  # fmt: skip


def main(arguments: list[str]) -> int:
    texts = [case.text for case in CASES.values()]
    real = ANNOUNCEMENT.read_text("utf-8")
    long = {
        "the real announcement, over and over": real * (LONG // len(real) + 1),
        "all the corpus in one": "\n".join(texts * (LONG // sum(map(len, texts)) + 1)),
        **{f"nothing but {text[:13]!r}": text for text in HARD},
    }
    worst = 0.0
    for name, text in long.items():
        worst = max(worst, seconds := _seconds(text[:LONG]))
        print(f"{seconds:6.3f} s  64 kB of {name}")
    failed = _mutated(texts)
    print(f"{MANY - failed} of {MANY} mutated texts were read")
    print(f"slowest {worst:.3f} s of at most {LIMIT:.0f} s")
    return 0 if worst < LIMIT and not failed else 1


def _seconds(text: str) -> float:
    begun = time.process_time()
    marks(text, read(text))
    return time.process_time() - begun


def _mutated(texts: list[str]) -> int:
    luck, failed = random.Random(7), 0
    for _ in range(MANY):
        text = mutated(luck.choice(texts), luck)
        try:
            json.dumps(read_any(text).as_json())
        except Unreadable:
            continue
        except Exception as error:
            failed += 1
            print(f"{type(error).__name__}: {error} for {text[:80]!r}")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
