"""Finds templates/ and static/: beside the package in a checkout, inside it in a wheel.

It stands alone so that nobody else has to know how the product was installed.
"""

from __future__ import annotations

from pathlib import Path


def resource_dir(name: str) -> Path:
    """The folder of that name; FileNotFoundError with a sentence when the installation lacks it."""
    package = Path(__file__).resolve().parent
    for place in (package, package.parent):
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(f"This installation lacks its {name} folder. Install it again.")
