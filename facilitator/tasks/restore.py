"""`facilitator restore`: a checked backup takes the place of the database."""

from __future__ import annotations

import argparse
from pathlib import Path

from facilitator.cli import Unusable


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="backup to restore; stop the server first")


def run(given: argparse.Namespace) -> int:
    from facilitator.store import Store
    from facilitator.tasks.settled import settings

    store = Store(settings().database_url)
    try:
        store.restore(Path(given.file))
    except (OSError, ValueError) as error:
        raise Unusable(f"The backup was not restored: {error}") from None
    finally:
        store.close()
    print("Restored. Start the server again.")
    return 0
