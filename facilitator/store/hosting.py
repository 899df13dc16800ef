"""The host's desk as rows, and back: plain JSON beside a key, for nobody asks by parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from facilitator.domain.desk import Desk, Dots, Poll, RunLine, RunSheet
from facilitator.domain.event import Event, Screen

Row = dict[str, Any]
WATCH, LINE = "watch:", "line:"


def desk_rows(event: Event) -> dict[str, Row]:
    """Key → row: one a watched language and a line of the run sheet, one for each of the rest."""
    desk, run = event.desk, event.desk.run
    found: dict[str, Any] = {WATCH + language: list(words) for language, words in desk.watch.items()}
    found |= {LINE + id: asdict(line) for id, line in run.lines.items()}
    if desk.poll is not None:
        found["poll"] = asdict(desk.poll)
    if event.preview != Screen():
        found["preview"] = asdict(event.preview)
    if run != RunSheet(lines=run.lines):
        found["run"] = {"slot": run.slot, "line": run.line, "before": run.before, "left": run.left, "remarks": dict(run.remarks)}
    return {key: {"parts": parts} for key, parts in found.items()}


def _poll(parts: Row) -> Poll:
    themes = parts.get("themes")
    return Poll(**{**parts, "themes": None if themes is None else tuple(themes)})


def desk_from(rows: Iterable[Mapping[str, Any]]) -> Row:
    """The fields of the event that those rows make."""
    parts = {row["id"]: row["parts"] for row in rows}
    lines = {k.removeprefix(LINE): RunLine(**v) for k, v in parts.items() if k.startswith(LINE)}
    watch = {k.removeprefix(WATCH): tuple(v) for k, v in parts.items() if k.startswith(WATCH)}
    desk = Desk(
        watch=watch, poll=_poll(parts["poll"]) if "poll" in parts else None,
        run=RunSheet(**parts.get("run", {}), lines=lines),
    )  # fmt: skip
    return {"desk": desk, "preview": Screen(**parts.get("preview", {}))}


def dots_row(dots: Dots) -> Row:
    return {"dots": dict(dots)}
