"""CSV in and out: one slot a line, columns by name, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import groupby

from facilitator.agenda_text.kinds import kind_of
from facilitator.agenda_text.model import Agenda, Day, Slot, Speaker, Unreadable

COLUMNS = ("timezone", "day", "date", "start", "end", "title", "kind", "speakers", "room",
           "description", "links", "end_inferred", "id", "settings")  # fmt: skip
ALIASES = {"from": "start", "begin": "start", "to": "end", "until": "end", "session": "title",
           "activity": "title", "topic": "title", "speaker": "speakers", "location": "room",
           "type": "kind", "notes": "description", "zone": "timezone"}  # fmt: skip
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write(agenda: Agenda) -> str:
    """The agenda as a table."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for day in agenda.days:
        for slot in day.slots:
            row = (agenda.timezone or "", day.title or "", day.date or "", slot.start, slot.end or "", slot.title,
                   slot.kind, "; ".join(map(_speaker, slot.speakers)), slot.room or "", slot.description or "",
                   " ".join(slot.links), "yes" if slot.end_inferred else "", slot.id or "",
                   json.dumps(dict(slot.settings), ensure_ascii=False) if slot.settings else "")  # fmt: skip
            table.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _speaker(speaker: Speaker) -> str:
    return " | ".join((speaker.name or "", speaker.org or "", speaker.role or "")).rstrip(" |")


def _harmless(cell: str) -> str:
    # A date without a year begins with a dash and is no formula.
    return (
        f"'{cell}"
        if cell.startswith(FORMULA_SIGNS) and not re.fullmatch(r"--\d\d-\d\d", cell)
        else cell
    )


def _separator(first: str) -> str:
    return max(",;\t", key=first.count)


def _names(cells: list[str]) -> list[str]:
    plain = (cell.strip().lower() for cell in cells)
    return [ALIASES.get(name, name) for name in plain]


def is_header(first: str) -> bool:
    """Whether a line names the columns of an agenda."""
    names = _names([cell.strip(' "') for cell in first.split(_separator(first))])
    return "start" in names and "title" in names


def read(text: str) -> Agenda:
    """The agenda in a table; Unreadable when it lacks a start or a title column."""
    dialect = _separator(text.split("\n", 1)[0])
    try:
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=dialect))
    except csv.Error as error:
        raise Unreadable(f"This table cannot be read: {error}.") from None
    names = _names(rows[0]) if rows else []
    if "start" not in names or "title" not in names:
        raise Unreadable("The table needs a first line with at least the columns start and title.")
    warnings: list[str] = []
    found = []
    for number, cells in enumerate(rows[1:], 2):
        row = {name: _told(cell) for name, cell in zip(names, cells, strict=False)}
        if slot := _slot(row):
            found.append((row, slot))
        elif any(cell.strip() for cell in cells):
            warnings.append(
                f"Line {number}: there is no time of day in its start; it was left out."
            )
    days = [Day(title=title or None, date=date or None, slots=tuple(slot for _, slot in group))
            for (title, date), group in groupby(found, key=lambda r: (r[0].get("day"), r[0].get("date")))]  # fmt: skip
    if not days:
        raise Unreadable("There is no slot in this table.")
    zone = next((row["timezone"] for row, _ in found if row.get("timezone")), None)
    return Agenda(timezone=zone, days=tuple(days), warnings=tuple(warnings))


def _told(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_SIGNS) else cell


def _clock(text: str) -> str | None:
    match = re.search(r"\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b", text)
    return f"{int(match[1]):02d}:{match[2]}" if match else None


def _slot(row: dict[str, str]) -> Slot | None:
    start = _clock(row.get("start", ""))
    if start is None or not row.get("title", "").strip():
        return None
    speakers = tuple(_speakers(row.get("speakers", "")))
    return Slot(
        start=start, end=_clock(row.get("end", "")), title=row["title"],
        kind=row.get("kind") or kind_of(row["title"], len(speakers)), speakers=speakers,
        room=row.get("room") or None, description=row.get("description") or None,
        links=tuple(row.get("links", "").split()), end_inferred=bool(row.get("end_inferred")),
        id=row.get("id") or None, settings=_settings(row.get("settings") or "{}"),
    )  # fmt: skip


def _settings(text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _speakers(text: str) -> list[Speaker]:
    found = []
    for part in filter(str.strip, text.split(";")):
        name, org, role = [*(cell.strip() or None for cell in part.split("|")), None, None][:3]
        found.append(Speaker(name, org, role))
    return found
