"""QR codes as drawings: modules of a link, made by the package `qrcode`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def qr_path(text: str) -> dict[str, Any]:
    """{size, path}: an SVG path of the dark modules in a square of that many units, with its margin."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return {"size": len(rows), "path": "".join(_lines(rows))}


def _lines(rows: list[list[bool | None]]) -> Iterator[str]:
    """Neighbours in a row as one rectangle: a third of the length of single modules."""
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row, bool):
            width = len(list(run))
            if dark:
                yield f"M{x} {y}h{width}v1h-{width}z"
            x += width
