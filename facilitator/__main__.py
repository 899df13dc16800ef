"""The way in for `facilitator`, `python -m facilitator` and run.py.

It stands alone so that patching (green.py) comes before every other import: the command
line itself is imported only afterwards.
"""

from __future__ import annotations

import sys

from facilitator import green


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and returns its exit code; default: the process's own arguments."""
    given = sys.argv[1:] if arguments is None else arguments
    if green.wanted(given):
        green.patch()
    from facilitator import cli

    return cli.main(given)


if __name__ == "__main__":
    sys.exit(main())
