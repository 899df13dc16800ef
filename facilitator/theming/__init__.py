"""Notes into themes: vectors, groups, titles and quotes, in a process of its own.

Plain Python that is never patched and knows neither Flask nor the database. What it finds
comes back to the event as a command like any other. The names here are loaded only when
asked for, because the vectors' libraries take a second to load.
"""

from __future__ import annotations

from typing import Any

__all__ = ["batch", "batch_lines", "follow"]


def __getattr__(name: str) -> Any:
    if name in ("batch", "batch_lines"):
        from facilitator.theming import batches

        return getattr(batches, name)
    if name == "follow":
        from facilitator.theming.following import follow

        return follow
    raise AttributeError(name)
