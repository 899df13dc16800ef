"""`facilitator backup`: a checked copy of the database, also while it is in use."""

from __future__ import annotations

import argparse
from pathlib import Path

from facilitator.cli import Unusable


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="file to write; it must not exist")


def run(given: argparse.Namespace) -> int:
    from facilitator.store import Store
    from facilitator.tasks.settled import settings

    target = Path(given.file)
    if target.exists():
        raise Unusable(f"{target} exists already; a backup never overwrites.")
    store = Store(settings().database_url)
    try:
        store.migrate()
        store.backup(target)
    except (OSError, ValueError) as error:
        raise Unusable(f"The backup was not made: {error}") from None
    finally:
        store.close()
    print(target)
    return 0
