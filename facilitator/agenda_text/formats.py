"""Which reader and which writer belongs to which format."""

from __future__ import annotations

import json
from typing import Any

from facilitator.agenda_text.model import Unreadable, from_json
from facilitator.agenda_text.reader import read


def convert(text: str, source: str, target: str) -> str:
    """A file of one format as another; Unreadable with one sentence when it cannot be read."""
    readers = {"text": read, "json": lambda raw: from_json(_json(raw))}
    if source not in readers or target != "json":
        raise Unreadable(f"{source} to {target} is not possible yet.")
    return json.dumps(readers[source](text).as_json(), ensure_ascii=False, indent=1)


def _json(raw: str) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise Unreadable("This is not JSON.") from None
