"""Which reader and which writer belongs to which format."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from facilitator.agenda_text import calendar, frab, linked, sheet
from facilitator.agenda_text.model import Agenda, Unreadable, from_json
from facilitator.agenda_text.reader import read

READERS: dict[str, Callable[[str], Agenda]] = {
    "text": read,
    "json": lambda text: from_json(_json(text)),
    "ics": calendar.read,
    "frab-json": frab.read_json,
    "frab-xml": frab.read_xml,
    "csv": sheet.read,
}
WRITERS: dict[str, Callable[[Agenda], str]] = {
    "json": lambda agenda: json.dumps(agenda.as_json(), ensure_ascii=False, indent=1),
    "ics": calendar.write,
    "frab-json": frab.write_json,
    "csv": sheet.write,
    "jsonld": linked.write,
}


def convert(text: str, source: str, target: str) -> str:
    """A file of one format as another; Unreadable with one sentence when it cannot be read."""
    if source not in READERS or target not in WRITERS:
        raise Unreadable(f"From {source} to {target} there is no way.")
    return WRITERS[target](READERS[source](text))


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("This is not JSON.") from None
