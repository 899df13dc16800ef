"""Themes, and what the theming proposes, as rows and back: ids and figures, never words of notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from facilitator.domain.desk import RunLine
from facilitator.domain.event import Event
from facilitator.domain.grouping import (
    Cut,
    DeskStep,
    Doubt,
    Expected,
    Given,
    Group,
    Grouping,
    Place,
    Proposal,
    Suggestion,
    Theme,
    Wish,
)  # fmt: skip

Row = dict[str, Any]
STATE = ("frozen", "left", "declined", "reader", "reader_since", "unread", "named_by", "source")
OFFERED = ("wish", "proposal", "suggestion")
LISTED = ("check", "expected", "steps")


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return {k: _plain(v) for k, v in value.items()} if isinstance(value, dict) else value


def _tuples(parts: Mapping[str, Any]) -> Row:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in parts.items()}


def theme_row(theme: Theme) -> Row:
    made = {name: _plain(getattr(theme, name)) for name in Theme.__slots__}
    return {**made, "cut": asdict(theme.cut) if theme.cut else None}


def theme_from(row: Mapping[str, Any]) -> Theme:
    return Theme(**{**_tuples(row), "cut": _cut(row["cut"])})


def _cut(parts: Mapping[str, Any] | None) -> Cut | None:
    return Cut(**parts) if parts else None


def theme_rows(event: Event) -> dict[str, Row]:
    return {id: theme_row(theme) for id, theme in event.themes.items()}


def grouping_rows(event: Event) -> dict[str, Row]:
    """Key → row, for what there is: most events have no more than their doubts."""
    grouping, found = event.grouping, dict[str, Any]()
    state = {name: _plain(getattr(grouping, name)) for name in STATE}
    if any(state.values()):
        found["state"] = state
    for name in (*OFFERED, *LISTED):
        if value := getattr(grouping, name):
            found[name] = _plain([asdict(v) for v in value] if name in LISTED else asdict(value))
    return {key: {"parts": parts} for key, parts in found.items()}


def grouping_from(rows: Iterable[Mapping[str, Any]]) -> Grouping:
    parts = {row["id"]: row["parts"] for row in rows}
    return Grouping(
        **_tuples(parts.get("state", {})),
        wish=Wish(**parts["wish"]) if "wish" in parts else None,
        proposal=_proposal(parts["proposal"]) if "proposal" in parts else None,
        suggestion=_suggestion(parts["suggestion"]) if "suggestion" in parts else None,
        steps=tuple(map(_step, parts.get("steps", ()))),
        check=tuple(Doubt(**_tuples(doubt)) for doubt in parts.get("check", ())),
        expected=tuple(Expected(**_tuples(each)) for each in parts.get("expected", ())),
    )  # fmt: skip


def _proposal(parts: Mapping[str, Any]) -> Proposal:
    groups = tuple(Group(**{**_tuples(g), "cut": _cut(g["cut"])}) for g in parts["groups"])
    return Proposal(**{**_tuples(parts), "groups": groups})


def _step(parts: Mapping[str, Any]) -> DeskStep:
    places = tuple(Place(**place) for place in parts["notes"])
    themes = tuple(map(theme_from, parts["themes"]))
    given = parts.get("given")
    lines = {id: RunLine(**line) if line else None for id, line in parts.get("lines", {}).items()}
    offered = _suggestion(parts["offered"]) if parts.get("offered") else None
    more = {"given": Given(**_tuples(given)) if given else None, "lines": lines, "offered": offered}
    return DeskStep(**{**_tuples(parts), "notes": places, "themes": themes, **more})


def _suggestion(parts: Mapping[str, Any]) -> Suggestion:
    return Suggestion(**{**_tuples(parts), "cut": Cut(**parts["cut"])})
