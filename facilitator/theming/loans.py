"""What a request lends: rows are settled, what is missing is named, and it is read if it fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.theming.affinity import texts_of
from facilitator.theming.borrowed import FIT, LEAST, Borrowed
from facilitator.theming.lent import Key, Lent, Row, key
from facilitator.theming.sheet import Sheet
from facilitator.theming.table import Table

MOST_WANTED = 256  # of each kind, at a time


@dataclass(slots=True)
class Loan:
    """Rows for one answer, and what the server hears of them; `rows` None: they are not to be read."""

    rows: Borrowed | None = None
    wanted: dict[str, list[str]] = field(default_factory=lambda: {"notes": [], "phrases": []})
    unfit: bool = False

    @property
    def told(self) -> dict[str, Any]:
        return {"wanted": self.wanted, "read": self.rows is not None, "unfit": self.unfit}


class Loans:
    """Keeps the rows laid out between answers."""

    def __init__(self, lent: Lent) -> None:
        self._lent = lent
        self._last: tuple[Sheet, dict[Key, Row], Borrowed] | None = None

    def loan(
        self, event: str, table: Table, sheet: Sheet, form: Mapping[str, Any] | None, by_names: bool
    ) -> Loan:
        """What an event's form lends (see `forms`); without a form what there is goes."""
        lent = form or {"space": "", "notes": (), "rows": {}}
        open_ = {id: table.notes[id]["text"] for id in lent["notes"] if id in table.notes}
        names = [theme.name for theme in table.themes]
        phrases = texts_of(names) if form else []
        space = lent["space"]
        rows = self._lent.settle(event, space, {*open_.values(), *phrases}, lent.get("rows") or {})
        if rows is None or len(open_) < LEAST:
            return Loan()
        missing = [id for id, text in open_.items() if id in sheet.row_of and key(space, text) not in rows]
        unread = [text for text in phrases if key(space, text) not in rows]
        loan = Loan(wanted={"notes": missing[:MOST_WANTED], "phrases": unread[:MOST_WANTED]})
        borrowed = self._laid(sheet, rows, space) if phrases and by_names else None
        if borrowed and borrowed.reads(names):
            loan.unfit = borrowed.fit < FIT
            loan.rows = None if loan.unfit else borrowed
        return loan

    def _laid(self, sheet: Sheet, rows: dict[Key, Row], space: str) -> Borrowed:
        last = self._last
        if last is None or last[0] is not sheet or last[1] is not rows:
            self._last = last = (sheet, rows, Borrowed(sheet, lambda text: rows.get(key(space, text))))
        return last[2]
