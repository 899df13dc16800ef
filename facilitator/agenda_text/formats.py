"""Which reader and which writer belongs to which format, and how a file is known without its name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.agenda_text import calendar, frab, linked, sheet
from facilitator.agenda_text.model import Agenda, Slot, Unreadable, from_json
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
LONGEST = 4_000  # characters of a description that an event keeps
LONGEST_TITLE = 300


def convert(text: str, source: str, target: str) -> str:
    """A file of one format as another; Unreadable with one sentence when it cannot be read."""
    if source not in READERS or target not in WRITERS:
        raise Unreadable(f"From {source} to {target} there is no way.")
    return WRITERS[target](READERS[source](text))


def kind_of_file(text: str) -> str:
    """The format of a file, by what it begins with; whatever is nothing else is text."""
    start = text.lstrip("\ufeff \t\r\n")[:2_000]
    if start.upper().startswith("BEGIN:VCALENDAR"):
        return "ics"
    if start.startswith("{"):
        return "frab-json" if re.search(r'"schedule"\s*:', start) else "json"
    if re.match(r"<(?:\?xml|!--|schedule)", start) and "<schedule" in start:
        return "frab-xml"
    first = start.split("\n", 1)[0]
    return "csv" if sheet.is_header(first) else "text"


def read_any(text: str) -> Agenda:
    """The agenda in a pasted text or a file of any format, fit to make an event of."""
    return _fitted(READERS[kind_of_file(text)](text))


def _fitted(agenda: Agenda) -> Agenda:
    """The agenda with what is too long cut, and said."""
    warnings = list(agenda.warnings)
    days = tuple(replace(day, slots=tuple(_cut(slot, warnings) for slot in day.slots)) for day in agenda.days)
    return replace(agenda, days=days, warnings=tuple(warnings))


def _cut(slot: Slot, warnings: list[str]) -> Slot:
    told, where = slot.description or "", f"Line {slot.line}: " if slot.line else ""
    if len(told) > LONGEST:
        warnings.append(f"{where}what is told of “{slot.title[:60]}” is too long; its end was cut.")
        slot = replace(slot, description=told[: LONGEST - 1] + "…")
    if len(slot.title) > LONGEST_TITLE:
        warnings.append(f"{where}the title “{slot.title[:60]}…” is too long; its end was cut.")
        slot = replace(slot, title=slot.title[: LONGEST_TITLE - 1] + "…")
    return slot


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("This is not JSON.") from None
