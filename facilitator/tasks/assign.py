"""`facilitator assign`: an assignment case becomes rooms with a receipt."""

from __future__ import annotations

import argparse
import json
import secrets

from facilitator.cli import Unusable, text_of
from facilitator.domain.assignment import solve


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="-", help="case to read (default: stdin)")
    parser.add_argument("--seconds", type=float, default=1.0, help="time it may take (default: 1)")
    parser.add_argument("--seed", type=int, help="same seed, same rooms (default: a new one)")


def run(given: argparse.Namespace) -> int:
    seed = secrets.randbits(63) if given.seed is None else given.seed
    try:
        case = json.loads(text_of(given.file))
        answer = solve(case, seconds=given.seconds, seed=seed)
    except (ValueError, RecursionError) as error:
        raise Unusable(f"The case cannot be used: {error}") from None
    print(json.dumps(answer, ensure_ascii=False))
    return 0
