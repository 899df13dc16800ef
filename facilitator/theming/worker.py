"""One request, one answer: what the process does for the server.

Of an event it remembers when groups were last found anew and the last sheet of its notes, to
save time; everything else comes with the request, and vectors are kept on disk, so that a process
started again goes on where the last one ended.
"""

from __future__ import annotations

import gc
import logging
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Literal

from facilitator.theming import by_names, live
from facilitator.theming.encoder import model_name
from facilitator.theming.keeping import Kept, Notes
from facilitator.theming.lent import Lent
from facilitator.theming.loans import Loans
from facilitator.theming.opposites import opposed
from facilitator.theming.portraits import Call, portraits
from facilitator.theming.proposal import Proposal
from facilitator.theming.sheet import Sheet
from facilitator.theming.suggesting import suggestion
from facilitator.theming.table import Table

log = logging.getLogger(__name__)

GROWN, LEAST_GROWN = 0.05, 6  # new notes after which groups are found anew: share, and count
MOST_EVENTS = 200  # remembered
MOST_SHEETS = 4  # kept; one of 2,000 notes takes some 20 MB


def due(count: int, grouped_at: int) -> bool:
    """Whether groups should be found anew among that many notes."""
    return count - grouped_at >= max(LEAST_GROWN, GROWN * count)


def warm() -> None:
    """Loads what the first answer would wait for: model, tree, everything.

    What is loaded stays for good, so the collector of garbage need not look through it each time:
    that took up to 70 ms of a host's action among 2,000 notes.
    """
    texts = [f"{one} {other}" for one in ("small", "long", "late", "new")
             for other in ("meetings", "roads", "schools", "songs")]  # fmt: skip
    notes = {str(at): {"text": text} for at, text in enumerate(texts)}
    Worker().answer({"id": 0, "event": "", "notes": notes, "themes": []})
    gc.collect()
    gc.freeze()


class Worker:
    """Answers requests; see `forms` for what they hold. `kept` and `lent`: vectors of earlier starts,
    our own and those of a model outside."""

    def __init__(self, kept: Kept | None = None, lent: Lent | None = None) -> None:
        self._kept, self._loans = kept or Kept(None), Loans(lent or Lent(None))
        self._grouped_at: dict[str, int] = {}
        self._sheets: OrderedDict[str, Sheet] = OrderedDict()

    def answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The proposal for a request."""
        begun = time.perf_counter()
        event, mode, table = str(request["event"]), request.get("mode", "live"), Table.of(request)
        self._vectors("recall", event, table.notes)
        ids, junk = table.sorted_out()
        anew = False
        sheet = self._sheet(event, table, ids)
        loan = self._loans.loan(event, table, sheet, request.get("lent"), mode == "names")
        if mode == "names":
            found = by_names.propose(table, sheet, loan.rows)
        else:
            anew = self._anew(event, table)
            found = live.propose(table, sheet, anew, mode == "anew")
        found.unsorted = sorted([*found.unsorted, *junk])
        made = _described(table, found)
        if table.settled and anew:
            made["suggestion"] = suggestion(found, table.pinned, table.left)
        if "lent" in request:
            made["lent"] = loan.told
        self._vectors("keep", event, table.notes)
        took = round((time.perf_counter() - begun) * 1_000, 1)
        return {"id": request["id"], "event": event, "mode": mode, **made,
                "milliseconds": took, "model": model_name()}  # fmt: skip

    def _vectors(self, deed: Literal["recall", "keep"], event: str, notes: Notes) -> None:
        """Without its store the process goes on, and encodes again what it needs."""
        try:
            getattr(self._kept, deed)(event, notes)
        except sqlite3.Error as problem:
            log.warning("Vectors are not kept from now on: %s.", problem)
            self._kept = Kept(None)

    def _anew(self, event: str, table: Table) -> bool:
        """Whether enough came in since groups were found; then remembers that they are now."""
        count = len(table.notes)
        before = self._grouped_at.pop(event, sum(id in table.placed for id in table.notes))
        anew = not table.themes or count < before or due(count, before)
        if len(self._grouped_at) >= MOST_EVENTS:
            self._grouped_at.pop(next(iter(self._grouped_at)))
        self._grouped_at[event] = count if anew else before
        return anew

    def _sheet(self, event: str, table: Table, ids: list[str]) -> Sheet:
        """The sheet of last time when the notes say the same, else a new one."""
        sheet = self._sheets.pop(event, None)
        if sheet is None or not sheet.holds(table.notes, ids):
            sheet = Sheet.of(table.notes, ids)
        sheet.unquoted = frozenset(row for row, id in enumerate(ids) if table.notes[id].get("quotable") is False)
        self._sheets[event] = sheet
        if len(self._sheets) > MOST_SHEETS:
            self._sheets.popitem(last=False)
        return sheet


def _described(table: Table, found: Proposal) -> dict[str, Any]:
    best = found.best()
    return {
        "themes": _themes(table, found), "unsorted": found.unsorted, "best": best,
        "second": found.second(best), "check": found.check(table.pinned),
        "moves": found.moves(table.placed), "larger": found.larger,
    }  # fmt: skip


def _themes(table: Table, found: Proposal) -> list[dict[str, Any]]:
    """Each theme with its portrait; one that nobody speaks of keeps its name alone."""
    ids = found.sheet.ids
    calls: dict[str | None, Call] = {t.id: Call(t.title, t.named) for t in table.themes}
    full = [at for at, members in enumerate(found.members) if members]
    now = [calls.get(found.themes[at], Call()) for at in full]
    shown = dict(zip(full, portraits(found.sheet, [found.members[at] for at in full], now), strict=True))
    described = []
    for at, theme in enumerate(found.themes):
        each = shown.get(at)
        described.append({
            "theme": theme, "label": each.title if each else calls[theme].title,
            "title_note": ids[each.title_note] if each and each.title_note is not None else None,
            "phrases": list(each.phrases) if each else [],
            "quotes": [ids[row] for row in each.quotes] if each else [],
            "notes": [ids[row] for row in found.members[at]],
            "supported": each is not None, "support": found.support[at],
            "opposed": [ids[row] for row in opposed(found.sheet, found.members[at])],
        })  # fmt: skip
    return described
