"""The settings of this environment, complete, or one sentence about what is wrong."""

from __future__ import annotations

import os
from typing import Any

from facilitator.cli import Unusable
from facilitator.settings import Settings, Unsafe
from facilitator.settle import settle


def settings(listening: int | None = None, **changes: Any) -> Settings:
    """Complete settings; `changes` are options of the command line that were given."""
    from dataclasses import replace

    given = {name: value for name, value in changes.items() if value is not None}
    try:
        return settle(replace(Settings.from_environment(os.environ), **given), listening)
    except Unsafe as unsafe:
        raise Unusable(str(unsafe)) from None
