"""Runs the live server from a checkout: `python run.py` is `facilitator serve`.

It stands alone because it may be started before anything is installed or after the lock
file changed, and must then say the one command to run instead of serving dead pages.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from hatch_build import fresh

INSTALL = "Run this once, then start again:  .venv/bin/pip install -e ."


def missing() -> str | None:
    """What a start would lack, as a sentence; None when everything is there."""
    if importlib.util.find_spec("flask_socketio") is None:
        return f"The Python libraries are not installed here. {INSTALL}"
    if not fresh(Path(__file__).resolve().parent):
        return f"The browser libraries in static/vendor are missing or out of date. {INSTALL}"
    return None


def main() -> int:
    """Serves with the given options; a leading `serve` may be left out."""
    if (problem := missing()) is not None:
        print(problem, file=sys.stderr)
        return 2
    from facilitator.__main__ import main as enter

    given = sys.argv[1:]
    return enter(given if given[:1] == ["serve"] else ["serve", *given])


if __name__ == "__main__":
    sys.exit(main())
