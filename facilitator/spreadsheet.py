"""Tables for spreadsheets: what somebody wrote must never be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as CSV that spreadsheets read with all its letters."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(head)
    table.writerows([_harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _harmless(cell: object) -> object:
    text = isinstance(cell, str) and cell.startswith(FORMULA_SIGNS)
    return f"'{cell}" if text else cell
