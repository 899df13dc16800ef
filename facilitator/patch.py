"""The difference between two screens, as a JSON merge patch (RFC 7396), and its application.

Nobody writes a patch by hand: it is computed from the screen before and the screen after.
Screens never hold null, so null in a patch can only mean "gone". Parts that are the same
object are not looked into: a patch costs what changed, not what exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.domain.shelf import Shelf

Screen = Mapping[str, Any]


def diff(old: Screen, new: Screen) -> dict[str, Any]:
    """The merge patch that makes `new` of `old`; empty when they are equal."""
    patch: dict[str, Any] = {}
    for key, before, after in _changes(old, new):
        if after is None:
            patch[key] = None
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            if inner := diff(before, after):
                patch[key] = inner
        elif before != after:
            patch[key] = after
    return patch


def _changes(old: Screen, new: Screen) -> Any:
    if isinstance(old, Shelf) and isinstance(new, Shelf):
        yield from new.changes(old)
        return
    for key in old:
        if key not in new:
            yield key, old[key], None
    for key, after in new.items():
        before = old.get(key)
        if before is not after:
            yield key, before, after


def apply(screen: Screen, patch: Screen) -> dict[str, Any]:
    """The screen with the patch applied; the screen itself stays as it was."""
    result = dict(screen)
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, Mapping):
            inner = result.get(key)
            result[key] = apply(inner if isinstance(inner, Mapping) else {}, value)
        else:
            result[key] = value
    return result
