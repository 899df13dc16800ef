"""The theming process: a request a line on stdin, an answer a line on stdout, until stdin ends.

Its one argument, if given, is the file in which vectors are kept.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path


def main() -> int:
    """Answers until stdin ends; says nothing of the notes on stderr."""
    with contextlib.suppress(OSError, AttributeError):
        os.nice(10)  # the server's own work goes first
    from facilitator.theming.keeping import Kept
    from facilitator.theming.lent import Lent
    from facilitator.theming.worker import Worker, warm

    warm()
    file = Path(sys.argv[1]) if sys.argv[1:] else None
    worker = Worker(Kept(file), Lent(file))
    for line in sys.stdin.buffer:
        try:
            made = worker.answer(json.loads(line))
        except Exception as error:  # a bad request must not end the process; no words of notes
            made = {"error": type(error).__name__}
        sys.stdout.write(json.dumps(made) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        sys.exit(main())
