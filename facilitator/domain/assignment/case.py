"""A case as it stands in a file, read into what the engine knows.

A case is written by hand or by a script, so this is the place that says in one sentence what
is wrong with it. Whatever is not known here is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from facilitator.domain.assignment.roster import Guest, Pair, Wishes

T = TypeVar("T")
MOST_PEOPLE = 20_000
MOST_ROOMS = 5_000
USUAL_SIZE = 5  # people to a room where a case does not say


@dataclass(frozen=True)
class RoundWanted:
    """One round of a case; rooms count from 0, `base` is None where nobody sits yet."""

    rooms: int
    sizes: tuple[int, int]
    present: tuple[str, ...]
    wishes: Wishes
    base: tuple[tuple[str, ...], ...] | None = None
    rooms_free: bool = False


@dataclass(frozen=True)
class Case:
    """Guests by id, rounds in order, and pairs who met before."""

    guests: dict[str, Guest]
    rounds: tuple[RoundWanted, ...]
    history: tuple[Pair, ...] = ()
    split_by: str | None = field(default=None)


def room_name(at: int) -> str:
    """`r01` for room 0."""
    return f"r{at + 1:02}"


def _room_number(name: object) -> int:
    digits = str(name).strip().lower().removeprefix("r")
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits[:9]) <= MOST_ROOMS:
        raise ValueError(f"A room is called r01, r02, …; “{name}” is not.")
    return int(digits) - 1


def _is(kind: type[T], value: object, what: str) -> T:
    if not isinstance(value, kind) or isinstance(value, bool) != (kind is bool):
        raise ValueError(what)
    return value


def _id(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise ValueError("Every participant needs an id, a text that is not empty.")
    return str(value)


def _texts(value: object, what: str) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(item) for item in _is(list, value, f"{what} must be a list."))


def _attribute(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return None if value is None or value == "" else str(value)


def _guest(entry: object, split_by: str | None) -> Guest:
    entry = _is(dict, entry, "Every participant is an object with an id.")
    return Guest(
        id=_id(entry.get("id")),
        org=_attribute(entry, "org"),
        mode=_attribute(entry, split_by or "mode"),
        langs=tuple(dict.fromkeys(_texts(entry.get("langs"), "The languages of a participant"))),
        facilitator=bool(entry.get("facilitator")),
        topics=tuple(dict.fromkeys(_texts(entry.get("topics"), "The topics of a participant"))),
    )


def _groups(value: object, what: str) -> list[tuple[str, ...]]:
    message = f"“{what}” is a list of lists of ids."
    groups = _is(list, value or [], message)
    return [tuple(_id(who) for who in _is(list, group, message)) for group in groups]


def _pairs(value: object, what: str) -> tuple[Pair, ...]:
    pairs = []
    for group in _groups(value, what):
        if len(group) != 2:
            raise ValueError(f"“{what}” is a list of pairs of ids.")
        pairs.append((group[0], group[1]))
    return tuple(pairs)


def _number(entry: Mapping[str, Any], key: str, usual: int, most: int) -> int:
    value = entry.get(key)
    if value is None:
        return usual
    value = _is(int, value, f"“{key}” of a round is a whole number.")
    if not 0 <= value <= most:
        raise ValueError(f"“{key}” of a round lies between 0 and {most}.")
    return value


class Reader:
    """Reads the rounds of one case."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        wanted = _is(dict, case.get("constraints") or {}, "“constraints” is an object.")
        self.split_by = _attribute(wanted, "split_by")
        listed = _is(list, case.get("participants"), "A case needs a list of participants.")
        self.guests: dict[str, Guest] = {}
        for entry in listed:
            guest = _guest(entry, self.split_by)
            if guest.id in self.guests:
                raise ValueError(f"Two participants have the id {guest.id}.")
            self.guests[guest.id] = guest
        if len(self.guests) > MOST_PEOPLE:
            raise ValueError(f"A case has at most {MOST_PEOPLE} participants.")
        self.pins = [
            _is(dict, pin, "A pin is an object with id, round and room.")
            for pin in _is(list, wanted.get("pins") or [], "“pins” is a list.")
        ]
        self.wishes = Wishes(
            together=tuple(_groups(wanted.get("together"), "together")),
            apart=_pairs(wanted.get("apart"), "apart"),
            split_by_mode=self.split_by is not None,
            language=bool(wanted.get("language")),
            facilitator=bool(wanted.get("facilitator")),
        )

    def round(self, entry: object, number: int) -> RoundWanted:
        entry = _is(dict, entry, f"Round {number} is not an object.")
        present = tuple(_id(who) for who in self._present(entry, number))
        named: Callable[[str], dict[str, Any]] = lambda key: _is(  # noqa: E731
            dict, entry.get(key) or {}, f"“{key}” of round {number} is an object of rooms."
        )
        topics = {_room_number(room): topic for room, topic in named("room_topics").items()}
        base = {_room_number(room): people for room, people in named("base").items()}
        sizes = (
            max(1, _number(entry, "size_min", 1, MOST_PEOPLE)),
            _number(entry, "size_max", MOST_PEOPLE, MOST_PEOPLE) or MOST_PEOPLE,
        )
        usual = -(-len(present) // sizes[1]) if entry.get("size_max") else len(present) // (
            USUAL_SIZE)  # fmt: skip
        rooms = _number(entry, "rooms", max(1, usual, *[at + 1 for at in base]), MOST_ROOMS)
        rooms = max(1, rooms, *[at + 1 for at in base])
        return RoundWanted(
            rooms, sizes, present, self._wishes(number, rooms, topics),
            self._base(base, rooms, present) if base else None, bool(entry.get("rooms_free")),
        )  # fmt: skip

    def _present(self, entry: Mapping[str, Any], number: int) -> list[Any]:
        message = f"“present” of round {number} is a list of ids."
        present = _is(list, entry.get("present") or [*self.guests], message)
        for who in present:
            if _id(who) not in self.guests:
                raise ValueError(f"Round {number} names {who}, who is not a participant.")
        return list(dict.fromkeys(present))

    def _wishes(self, number: int, rooms: int, topics: Mapping[int, object]) -> Wishes:
        pins = tuple(
            (_id(pin.get("id")), _room_number(pin.get("room")))
            for pin in self.pins
            if pin.get("round") in (None, number)
        )
        named = (topics.get(at) for at in range(rooms))
        known = tuple(None if topic is None else str(topic) for topic in named)
        return replace(self.wishes, pins=pins, room_topics=known if topics else ())

    def _base(
        self, base: Mapping[int, object], rooms: int, present: tuple[str, ...]
    ) -> tuple[tuple[str, ...], ...]:
        left = set(present)
        seated: list[tuple[str, ...]] = []
        for at in range(rooms):
            people = _texts(base.get(at), "A room of “base”")
            here = tuple(dict.fromkeys(who for who in people if who in left))
            left.difference_update(here)
            seated.append(here)
        return tuple(seated)


def read(case: object) -> Case:
    """The case, or a ValueError with one sentence about what is wrong with it."""
    case = _is(dict, case, "An assignment case is a JSON object with participants and rounds.")
    reader = Reader(case)
    rounds = _is(list, case.get("rounds"), "A case needs a list of rounds.")
    if not rounds:
        raise ValueError("A case needs at least one round.")
    return Case(
        reader.guests,
        tuple(reader.round(entry, number) for number, entry in enumerate(rounds, 1)),
        _pairs(case.get("history"), "history"),
        reader.split_by,
    )
