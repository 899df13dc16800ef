"""The run sheet as the host sees it: each line with its clock, its rooms and whom to call on.

It stands alone because it draws on everything: agenda, themes, notes, rooms and people.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from facilitator.domain import presenting
from facilitator.domain.desk import RunLine
from facilitator.domain.event import Event, Note, Person, Round
from facilitator.domain.inside import Sitting
from facilitator.domain.plenary import quote_of, standing
from facilitator.domain.rounds import room_of
from facilitator.screens.acquainted import seated
from facilitator.screens.groups import grouped, quotes
from facilitator.screens.memory import followed


def view(event: Event) -> dict[str, Any]:
    """{slot?, line?, clock?, lines, remarks, unheard, people, seats}; lines by id with an order.

    People are those here, by name, with their seats in the last round: whom a host may call on.
    """
    slot, line = presenting.plenary_slot(event), standing(event)
    called: set[str] = set()
    clocks, last = presenting.own_clocks(event), _last_round(event)
    made: dict[str, Any] = {
        "lines": {id: _line(event, id, order, clocks.get(id), called)
                  for order, id in enumerate(presenting.lines(event))},
        "remarks": {who: {"order": order, **_about(event, who)}
                    for order, who in enumerate(presenting.panelists(event))},
        "unheard": _silent(event, last) if last else [],
        "people": _here(event.id, event.people),
        "seats": last.seats if last else {},
    }  # fmt: skip
    told = {"slot": slot.id if slot else None, "line": line, "clock": clock(event)}
    return {**made, **{name: value for name, value in told.items() if value is not None}}


def clock(event: Event) -> dict[str, int] | None:
    """{ends_at, paused_at?} of the line that is on; it stops when the slot's clock stops."""
    if event.clock is None or standing(event) is None:
        return None
    made = {"ends_at": event.clock.ends_at - event.desk.run.before}
    paused = event.clock.paused_at
    return made if paused is None else {**made, "paused_at": paused}


def _about(event: Event, who: str) -> dict[str, str]:
    theme = event.desk.run.remarks.get(who)
    return {"theme": theme} if theme in event.themes and theme else {}


@followed(64)
def _here(id: str, person: Person) -> str | None:
    return person.name if person.present else None


def _line(
    event: Event, id: str, order: int, seconds: int | None, called: set[str]
) -> dict[str, Any]:
    edited = event.desk.run.lines.get(id, RunLine())
    made: dict[str, Any] = {
        "order": order, "seconds": seconds or edited.seconds, "own": bool(edited.seconds),
        "words": edited.words, "memo": edited.memo, "out": edited.out,
        "caller": edited.caller, "chosen": edited.quote,
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
    """Who speaks for a room: its reporter, or else somebody of it who is here, by the draw's luck."""
    made, _ = room_of(event, room)
    here = sorted(id for id in seated(made.seats).get(room, ()) if event.people[id].present)
    reporter = (id for id in here if made.sittings.get(id, Sitting()).duty == "reporter")
    return next(reporter, here[made.seed % len(here)] if here else None)


def _last_round(event: Event) -> Round | None:
    opened = [made for made in event.rounds.values() if made.opened_at is not None]
    return max(opened, key=lambda made: made.opened_at or 0, default=None)


def _silent(event: Event, made: Round) -> list[int]:
    """Numbers of the rooms that no line speaks of."""
    groups, edited = grouped(event), event.desk.run.lines
    told = (id for id in presenting.lines(event) if not edited.get(id, RunLine()).out)
    heard = {note.room for id in told for note in groups.get(id, ())}
    return [room.number for room in made.rooms if room.id not in heard]
