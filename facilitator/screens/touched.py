"""Which rooms and which people a change can show to: a set that is never too small.

The shared screens are compared each time. Of rooms and people there may be thousands, so
only those are looked at that something on their screen may have changed for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.domain.agenda import Slots
from facilitator.domain.event import Event, Note, Person, Round
from facilitator.domain.notes import shared
from facilitator.domain.plenary import title_on_screen
from facilitator.domain.roster import by_person, resembles
from facilitator.screens.acquainted import seated
from facilitator.screens.inside import leaders
from facilitator.screens.namesakes import asked
from facilitator.screens.picture import seen
from facilitator.screens.together import ways

SHOWN = ("themes", "notes", "screen", "clock", "slots", "rounds", "desk", "ended_at")
"""What of an event decides which notes can be read on the big screen."""


def touched(before: Event, after: Event) -> set[str]:
    """The `room:` and `person:` channels whose screens may differ between the two events."""
    found: set[str] = set()
    found.update(_by_people(before, after))
    found.update(f"person:{id}" for id in asked(before, after))
    found.update(_by_roster(before, after))
    found.update(_by_notes(before, after))
    found.update(_by_rounds(before, after))
    found.update(_by_screen(before, after))
    found.update(_by_titles(before, after))
    found.update(_by_messages(before, after))
    found.update(f"person:{id}" for id, _, _ in after.dots.changes(before.dots))
    if (before.ended_at is None) != (after.ended_at is None):
        found.update(f"person:{note.person}" for note in after.notes.values())
    return found


def _by_people(before: Event, after: Event) -> Iterator[str]:
    for id, old, new in after.people.changes(before.people):
        yield f"person:{id}"
        yield from (f"room:{after.notes[note].room}" for note in new.notes) if new else ()
        yield from (f"room:{made.seats[id]}" for made in after.rounds.values() if id in made.seats)
        if old and not new:  # those who had met them have met another
            yield from _acquaintances(before, id)
            yield from _reseated(before, after)
        if old and new and _card(old) != _card(new):
            yield from _acquaintances(after, id)


def _card(person: Person) -> tuple[str, ...]:
    """What those one has met see of one."""
    return person.name, person.organisation, person.contact


def _acquaintances(event: Event, person: str) -> Iterator[str]:
    for made in event.rounds.values():
        if made.closed_at is not None and person in made.seats:
            yield from (f"person:{id}" for id in seated(made.seats)[made.seats[person]])


def _reseated(before: Event, after: Event) -> Iterator[str]:
    """Those who met somebody whose seat in closed rooms is another one now, there or here."""
    for slot, new in after.rounds.items():
        old = before.rounds.get(slot)
        if old and new.closed_at is not None and old.seats is not new.seats:
            for _, was, now in new.seats.changes(old.seats):
                yield from (f"person:{id}" for made, room in ((old, was), (new, now)) if room for id in seated(made.seats)[room])


FEW_LINES = 20  # changed lines up to which it is worth asking whose names resemble them


def _by_roster(before: Event, after: Event) -> Iterator[str]:
    """People who are asked about a line, or are no longer."""
    if before.roster is after.roster:
        return
    changed = [line for _, old, new in after.roster.changes(before.roster)
               for line in (old, new) if line]  # fmt: skip
    for id in {line.person for line in changed if line.person}:
        yield f"person:{id}"
        yield from (f"room:{made.seats[id]}" for made in after.rounds.values() if id in made.seats)
    known = by_person(before.roster).keys() & by_person(after.roster).keys()
    for id, person in after.people.items():
        if id not in known and not person.unlisted and (len(changed) > FEW_LINES or any(
            resembles(line.name, person.name) for line in changed)):  # fmt: skip
            yield f"person:{id}"


def _by_notes(before: Event, after: Event) -> Iterator[str]:
    for _, old, new in after.notes.changes(before.notes):
        for note in (old, new):
            if note is not None:
                yield f"room:{note.room}"
                yield f"person:{note.person}"
        yield from (f"person:{id}" for id in _moved_by(old) ^ _moved_by(new))
        if old is None or new is None or old.readable != new.readable:
            yield from (f"person:{id}" for id in _moved_by(old) | _moved_by(new))


def _moved_by(note: Note | None) -> frozenset[str]:
    """People who shared the note or asked the host to look at it."""
    return note.supporters | note.reporters if note else frozenset()


def _by_rounds(before: Event, after: Event) -> Iterator[str]:
    questions = _questions(before.slots) if before.slots is not after.slots else {}
    asked = _questions(after.slots) if questions else {}
    for slot in before.rounds.keys() | after.rounds.keys():
        old, new = before.rounds.get(slot), after.rounds.get(slot)
        if old is None or new is None:
            yield from _everybody(old or new)
        elif _standing(before, old) != _standing(after, new) or ways(before, old) != ways(after, new):
            yield from _everybody(old)
            yield from _everybody(new)
        elif old.revealed != new.revealed or questions.get(slot) != asked.get(slot):
            yield from (f"room:{room.id}" for room in new.rooms)
        if old and new:
            yield from _moved(old, new)


def _questions(slots: Slots) -> dict[str, tuple[str, bool]]:
    """What of a slot a room's screen shows: its question, and whether notes are private first."""
    return {slot.id: (slot.question, slot.private) for slot in slots}


def _standing(event: Event, made: Round) -> tuple[object, ...]:
    """What of a round all its rooms show: whether it is on, until when, and whether it closes then."""
    return made.state, made.opened_at, made.closed_at, made.ends, made.closing, event.open_round is made


def _everybody(made: Round | None) -> Iterator[str]:
    if made is not None:
        yield from (f"room:{room.id}" for room in made.rooms)
        yield from (f"person:{id}" for id in made.seats)


def _moved(old: Round, new: Round) -> Iterator[str]:
    known = {room.id: room for room in old.rooms}
    yield from (f"room:{room.id}" for room in new.rooms if known.get(room.id) is not room)
    for id, was, now in new.seats.changes(old.seats):
        yield f"person:{id}"
        yield from (f"room:{room}" for room in (was, now) if room is not None)
    for id, _, _ in new.sittings.changes(old.sittings):
        yield f"person:{id}"
        yield from (f"room:{made.seats[id]}" for made in (old, new) if id in made.seats)


def _by_messages(before: Event, after: Event) -> Iterator[str]:
    """The rooms a message is for, and those who lead rooms."""
    for place in before.messages.keys() | after.messages.keys():
        if before.messages.get(place) is after.messages.get(place):
            continue
        if place.startswith("room:"):
            yield place
        elif place == "leads":
            yield from (f"person:{id}" for id in leaders(after.roster))


def _by_screen(before: Event, after: Event) -> Iterable[str]:
    """Authors of notes that came onto the big screen or left it."""
    if all(getattr(before, part) is getattr(after, part) for part in SHOWN):
        return
    old, new = seen(before), seen(after)
    for id in old.keys() | new.keys():
        if old.get(id) != new.get(id):
            yield f"person:{after.notes[id].person}"


def _by_titles(before: Event, after: Event) -> Iterable[str]:
    """Authors whose notes stand under a title that came onto the big screen, left or changed."""
    same = before.themes is after.themes and before.notes is after.notes
    loosed = before.screen.automatic != after.screen.automatic or _closed(before) != _closed(after)
    if same and not loosed:
        return
    old, new = _titles(before), _titles(after)
    changed = {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}
    if changed or loosed:
        for note in after.notes.values():
            if note.theme in changed or (loosed and note.theme is not None):
                yield f"person:{note.person}"


def _closed(event: Event) -> list[str]:
    """Rounds whose notes are private still."""
    return [slot for slot, made in event.rounds.items() if not shared(event, made)]


def _titles(event: Event) -> dict[str, tuple[str, bool]]:
    return {theme.id: (title_on_screen(event, theme), theme.hidden) for theme in event.themes.values()}
