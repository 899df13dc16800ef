"""QR codes as drawings: modules of a link, made by the package `qrcode`."""

from __future__ import annotations

from typing import Any

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def qr_path(text: str) -> dict[str, Any]:
    """{size, path}: an SVG path of the dark modules in a square of that many units, with its margin."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    dark = (
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    return {"size": len(rows), "path": "".join(dark)}
