"""A map by id that never changes and shares what it can with the map it was made from.

An event holds thousands of notes and people and changes one of them at a time. Copying a
dict of 5,000 for each note would be the slowest thing in the house, and comparing two such
dicts the second slowest. A shelf is a row of 64 small dicts: putting one value copies one
small dict, and two shelves are compared by asking which small dicts are not the same object.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Any, Generic, TypeVar
from zlib import crc32

V = TypeVar("V")
W = TypeVar("W")

BOARDS = 64
_EMPTY_BOARD: dict[str, Any] = {}


def _board_of(key: str) -> int:
    # Not hash(): that differs from process to process, and iteration order must not.
    return crc32(key.encode()) % BOARDS


class _Items(ItemsView[str, V]):
    _mapping: Shelf[V]

    def __iter__(self) -> Iterator[tuple[str, V]]:
        for board in self._mapping._boards:
            yield from board.items()


class _Values(ValuesView[V]):
    _mapping: Shelf[V]

    def __iter__(self) -> Iterator[V]:
        for board in self._mapping._boards:
            yield from board.values()


class Shelf(Mapping[str, V], Generic[V]):
    """Immutable mapping from id to value; order of iteration depends on the ids alone."""

    __slots__ = ("_boards", "_size")
    _boards: tuple[dict[str, V], ...]
    _size: int

    def __init__(self, items: Iterable[tuple[str, V]] = ()) -> None:
        boards: list[dict[str, V]] = [_EMPTY_BOARD] * BOARDS
        for key, value in items:
            place = _board_of(key)
            if boards[place] is _EMPTY_BOARD:
                boards[place] = {}
            boards[place][key] = value
        self._boards = tuple(boards)
        self._size = sum(map(len, boards))

    @classmethod
    def _of(cls, boards: tuple[dict[str, V], ...], size: int) -> Shelf[V]:
        shelf: Shelf[V] = cls.__new__(cls)
        shelf._boards, shelf._size = boards, size
        return shelf

    def __getitem__(self, key: str) -> V:
        return self._boards[_board_of(key)][key]

    def __iter__(self) -> Iterator[str]:
        for board in self._boards:
            yield from board

    def items(self) -> ItemsView[str, V]:
        return _Items(self)

    def values(self) -> ValuesView[V]:
        return _Values(self)

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Shelf({dict(self)!r})"

    def put(self, key: str, value: V) -> Shelf[V]:
        """The same shelf with one value put in place."""
        place = _board_of(key)
        board = self._boards[place]
        boards = (*self._boards[:place], {**board, key: value}, *self._boards[place + 1 :])
        return self._of(boards, self._size + (key not in board))

    def put_all(self, items: Iterable[tuple[str, V]]) -> Shelf[V]:
        """The same shelf with several values put in place."""
        changed: dict[int, dict[str, V]] = {}
        for key, value in items:
            place = _board_of(key)
            if place not in changed:
                changed[place] = dict(self._boards[place])
            changed[place][key] = value
        if not changed:
            return self
        boards = tuple(changed.get(place, board) for place, board in enumerate(self._boards))
        return self._of(boards, sum(map(len, boards)))

    def without(self, key: str) -> Shelf[V]:
        """The same shelf without one id; the shelf itself when it was not there."""
        place = _board_of(key)
        if key not in self._boards[place]:
            return self
        board = {k: v for k, v in self._boards[place].items() if k != key}
        return self._of((*self._boards[:place], board, *self._boards[place + 1 :]), self._size - 1)

    def changes(self, old: Shelf[V]) -> Iterator[tuple[str, V | None, V | None]]:
        """(id, old value or None, new value or None) wherever the two hold different objects."""
        for before, after in zip(old._boards, self._boards, strict=True):
            if before is after:
                continue
            for key in before.keys() - after.keys():
                yield key, before[key], None
            for key, value in after.items():
                if before.get(key) is not value:
                    yield key, before.get(key), value

    def converted(
        self, convert: Callable[[str, V], W | None], since: tuple[Shelf[V], Shelf[W]] | None = None
    ) -> Shelf[W]:
        """Each value converted, None left out; `since` = (older source, its result) saves work."""
        if since is None:
            pairs = ((key, convert(key, value)) for key, value in self.items())
            return Shelf((key, made) for key, made in pairs if made is not None)
        old, result = since
        for key, _, new in self.changes(old):
            made = None if new is None else convert(key, new)
            result = result.without(key) if made is None else result.put(key, made)
        return result
