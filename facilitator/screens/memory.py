"""Same objects in, same object out: what makes unchanged parts of a screen cost nothing.

The functions remembered here are pure and their arguments immutable, so a forgotten or
repeated computation changes no result, only the time it takes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from facilitator.domain.shelf import Shelf

R = TypeVar("R")
V = TypeVar("V")
W = TypeVar("W")

_lock = Lock()


def _keep(kept: dict[Any, Any], key: Any, value: Any, most: int) -> None:
    with _lock:
        kept.pop(key, None)
        while len(kept) >= most:
            del kept[next(iter(kept))]
        kept[key] = value


def remembered(most: int) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """A function that answers with the same object when asked with the same objects."""

    def wrap(function: Callable[..., R]) -> Callable[..., R]:
        kept: dict[tuple[int, ...], tuple[tuple[Any, ...], R]] = {}

        @wraps(function)
        def answer(*args: Any) -> R:
            # Arguments are kept beside the result, so that an id cannot be given to another.
            key = tuple(map(id, args))
            known = kept.get(key)
            if known is None:
                known = (args, function(*args))
                _keep(kept, key, known, most)
            return known[1]

        return answer

    return wrap


def followed(most: int) -> Callable[[Callable[[str, V], W | None]], Callable[..., Shelf[W]]]:
    """A conversion of single values made one of whole shelves, redoing only what changed.

    The result is called with a name for the row of shelves that follow each other (an event's
    id) and the shelf.
    """

    def wrap(convert: Callable[[str, V], W | None]) -> Callable[[str, Shelf[V]], Shelf[W]]:
        kept: dict[str, tuple[Shelf[V], Shelf[W]]] = {}

        @wraps(convert)
        def answer(row: str, shelf: Shelf[V]) -> Shelf[W]:
            known = kept.get(row)
            if known is not None and known[0] is shelf:
                return known[1]
            result = shelf.converted(convert, known)
            _keep(kept, row, (shelf, result), most)
            return result

        return answer

    return wrap
