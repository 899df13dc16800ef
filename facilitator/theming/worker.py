"""One request, one answer: what the process does for the server.

Of an event it remembers only when groups were last found anew; everything else comes with
the request, so that a process started again goes on where the last one ended.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from facilitator.theming.encoder import model_name
from facilitator.theming.live import Found, Known, Table, propose
from facilitator.theming.portraits import portraits

GROWN, LEAST_GROWN = 0.05, 6  # new notes after which groups are found anew: share, and count
MOST_EVENTS = 200  # remembered


def due(count: int, grouped_at: int) -> bool:
    """Whether groups should be found anew among that many notes."""
    return count - grouped_at >= max(LEAST_GROWN, GROWN * count)


def warm() -> None:
    """Loads what the first answer would wait for: model, tree, everything."""
    texts = [f"{one} {other}" for one in ("small", "long", "late", "new")
             for other in ("meetings", "roads", "schools", "songs")]  # fmt: skip
    notes = {str(at): {"text": text} for at, text in enumerate(texts)}
    found = propose(Table(notes, [], {}), anew=True)
    portraits(found.rows, found.mean, found.members, texts, texts, texts)


class Worker:
    """Answers requests; see `desk` for their form."""

    def __init__(self) -> None:
        self._grouped_at: dict[str, int] = {}

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """{id, event, themes, unsorted, milliseconds, model}."""
        begun = time.perf_counter()
        table, fresh = table_of(request), bool(request.get("fresh"))
        found = propose(table, self._anew(str(request["event"]), table) or fresh, fresh)
        themes = _described(table, found)
        took = round((time.perf_counter() - begun) * 1_000, 1)
        return {"id": request["id"], "event": request["event"], "themes": themes,
                "unsorted": found.unsorted, "milliseconds": took, "model": model_name()}  # fmt: skip

    def _anew(self, event: str, table: Table) -> bool:
        """Whether enough came in since groups were found; then remembers that they are now."""
        count = len(table.notes)
        before = self._grouped_at.pop(event, sum(id in table.placed for id in table.notes))
        anew = not table.themes or count < before or due(count, before)
        if len(self._grouped_at) >= MOST_EVENTS:
            self._grouped_at.pop(next(iter(self._grouped_at)))
        self._grouped_at[event] = count if anew else before
        return anew


def table_of(request: Mapping[str, Any]) -> Table:
    """The request's notes, themes and places."""
    themes = [Known(theme["id"], theme.get("title") or "", tuple(theme.get("keywords") or ()),
                    bool(theme.get("locked"))) for theme in request.get("themes") or ()]  # fmt: skip
    return Table(request["notes"], themes, request.get("placed") or {},
                 request.get("pinned") or {}, int(request.get("at_most") or 8))  # fmt: skip


def _described(table: Table, found: Found) -> list[dict[str, Any]]:
    texts = [table.notes[id]["text"] for id in found.ids]
    rooms = [str(table.notes[id].get("room") or "") for id in found.ids]
    titles = {theme.id: theme.title for theme in table.themes}
    now = [titles.get(theme or "", "") for theme in found.themes]
    shown = portraits(found.rows, found.mean, found.members, texts, rooms, now)
    return [
        {"theme": theme, "label": each.title, "title_note": found.ids[each.title_note],
         "phrases": list(each.phrases), "quotes": [found.ids[row] for row in each.quotes],
         "notes": [found.ids[row] for row in members]}
        for theme, members, each in zip(found.themes, found.members, shown, strict=True)
    ]  # fmt: skip
