"""The theming process: a request a line on stdin, an answer a line on stdout, until stdin ends."""

from __future__ import annotations

import contextlib
import json
import os
import sys


def main() -> int:
    with contextlib.suppress(OSError, AttributeError):
        os.nice(10)  # the server's own work goes first
    from facilitator.theming.encoder import encode
    from facilitator.theming.worker import answer

    encode(["warm"])  # the first call takes a second
    for line in sys.stdin:
        try:
            made = answer(json.loads(line))
        except Exception as error:  # a bad request must not end the process; no words of notes
            made = {"error": type(error).__name__}
        try:
            print(json.dumps(made, ensure_ascii=False), flush=True)
        except BrokenPipeError:  # the server is gone, and so is the reason to go on
            os._exit(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
