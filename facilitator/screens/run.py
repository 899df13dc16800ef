"""The run sheet as the host sees it: each line with its clock, its rooms and whom to call on.

It stands alone because it draws on everything: agenda, themes, notes, rooms and people.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from facilitator.domain import presenting
from facilitator.domain.desk import RunLine
from facilitator.domain.drawing import members
from facilitator.domain.event import Event, Note, Round
from facilitator.domain.plenary import quote_of
from facilitator.domain.rounds import room_of
from facilitator.screens.groups import grouped, quotes


def view(event: Event) -> dict[str, Any]:
    """{slot?, line?, clock?, lines, remarks, unheard}; lines by id with an order."""
    slot, line = presenting.plenary_slot(event), presenting.standing(event)
    called: set[str] = set()
    made: dict[str, Any] = {
        "lines": {id: _line(event, id, order, called)
                  for order, id in enumerate(presenting.lines(event))},
        "remarks": {who: {"order": order, **_about(event, who)}
                    for order, who in enumerate(presenting.panelists(event))},
        "unheard": _unheard(event),
    }  # fmt: skip
    told = {"slot": slot.id if slot else None, "line": line, "clock": clock(event)}
    return {**made, **{name: value for name, value in told.items() if value is not None}}


def clock(event: Event) -> dict[str, int] | None:
    """{ends_at, paused_at?} of the line that is on; it stops when the slot's clock stops."""
    if event.clock is None or presenting.standing(event) is None:
        return None
    made = {"ends_at": event.clock.ends_at - event.desk.run.before}
    paused = event.clock.paused_at
    return made if paused is None else {**made, "paused_at": paused}


def _about(event: Event, who: str) -> dict[str, str]:
    theme = event.desk.run.remarks.get(who)
    return {"theme": theme} if theme in event.themes and theme else {}


def _line(event: Event, id: str, order: int, called: set[str]) -> dict[str, Any]:
    edited = event.desk.run.lines.get(id, RunLine())
    seconds = presenting.own_clocks(event)
    made: dict[str, Any] = {
        "order": order, "seconds": seconds.get(id, edited.seconds), "own": bool(edited.seconds),
        "words": edited.words, "memo": edited.memo, "out": edited.out,
    }  # fmt: skip
    notes = grouped(event).get(id, ())
    if notes:
        quote = _quote(event, id, edited.quote, notes)
        made |= {"quote": quote} if quote else {}
        made |= {} if edited.out else _caller(event, edited.caller, notes, called)
    return made


def _quote(event: Event, theme: str, chosen: str, notes: tuple[Note, ...]) -> str | None:
    """The one cleared quote: the host's choice, or the most typical that may be shown."""
    for id in (chosen, *quotes(event.themes[theme], notes)):
        if quote_of(event, event.screen, theme, id):
            return id
    return None


def _caller(
    event: Event, chosen: str, notes: Iterable[Note], called: set[str]
) -> dict[str, Any]:
    """{call: {person, name, room}}: the host's choice, or somebody of a room not called yet."""
    if chosen in event.people:
        rooms = [made.seats[chosen] for made in event.rounds.values() if chosen in made.seats]
        return _call(event, chosen, rooms[-1] if rooms else None)
    count: dict[str, int] = {}
    for note in notes:
        count[note.room] = count.get(note.room, 0) + 1
    for room in sorted(count, key=lambda id: (id in called, -count[id], id)):
        if person := spokesperson(event, room):
            called.add(room)
            return _call(event, person, room)
    return {}


def _call(event: Event, person: str, room: str | None) -> dict[str, Any]:
    made: dict[str, Any] = {"person": person, "name": event.people[person].name}
    return {"call": {**made, "room": room_of(event, room)[1].number} if room else made}


def spokesperson(event: Event, room: str) -> str | None:
    """Who speaks for a room: somebody of it who is here, by the luck of its draw."""
    made, _ = room_of(event, room)
    here = sorted(id for id in members(made.seats).get(room, ()) if event.people[id].present)
    return here[made.seed % len(here)] if here else None


def _unheard(event: Event) -> list[int]:
    """Numbers of the rooms of the last round that no line speaks of."""
    opened = [made for made in event.rounds.values() if made.opened_at is not None]
    last = max(opened, key=lambda made: made.opened_at or 0, default=None)
    return _silent(event, last) if last else []


def _silent(event: Event, made: Round) -> list[int]:
    groups, edited = grouped(event), event.desk.run.lines
    told = (id for id in presenting.lines(event) if not edited.get(id, RunLine()).out)
    heard = {note.room for id in told for note in groups.get(id, ())}
    return [room.number for room in made.rooms if room.id not in heard]
