"""Wishes and the roster as rows, and back: plain JSON beside a key, for nobody asks by parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from facilitator.domain.event import Event
from facilitator.domain.roster import Line
from facilitator.domain.shelf import Shelf
from facilitator.domain.wishes import RoomPlan, Tie, Wishes

Row = dict[str, Any]
PLAN = "plan:"


def line_row(line: Line) -> Row:
    return {"parts": {name: _plain(getattr(line, name)) for name in Line.__slots__}}


def wish_rows(event: Event) -> dict[str, Row]:
    """Key → row: one for each slot with a plan, one for all ties, one for the past."""
    wishes = event.wishes
    found: dict[str, Any] = {PLAN + slot: _plan(plan) for slot, plan in wishes.plans.items()}
    if wishes.ties:
        found["ties"] = [asdict(tie) for tie in wishes.ties]
    if wishes.past:
        found["past"] = [list(group) for group in wishes.past]
    return {key: {"parts": parts} for key, parts in found.items()}


def _plan(plan: RoomPlan) -> Row:
    made = {name: _plain(getattr(plan, name)) for name in RoomPlan.__slots__}
    return {**made, "pins": dict(plan.pins), "places": {room: dict(place) for room, place in plan.places.items()}}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _tuples(parts: Mapping[str, Any]) -> Row:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in parts.items()}


def wishes_from(rows: Iterable[Mapping[str, Any]]) -> Wishes:
    parts = {row["id"]: row["parts"] for row in rows}
    return Wishes(
        plans={key.removeprefix(PLAN): RoomPlan(**_tuples(plan)) for key, plan in parts.items()
               if key.startswith(PLAN)},
        ties=tuple(Tie(**tie) for tie in parts.get("ties", ())),
        past=tuple(tuple(group) for group in parts.get("past", ())),
    )  # fmt: skip


def roster_from(rows: Iterable[Mapping[str, Any]]) -> Shelf[Line]:
    return Shelf((row["id"], Line(**_tuples(row["parts"]))) for row in rows)
