"""What people write in rooms: theirs to change and take back, the host's to let be seen."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands, room_clock
from facilitator.domain.agenda import find as find_slot
from facilitator.domain.event import Event, Note, Objection, Round, Signed
from facilitator.domain.people import own
from facilitator.domain.rounds import room_of, with_room
from facilitator.domain.stamp import Refused, Stamp

LATE_NOTES = 15 * 60_000
"""How long (ms) after the end of an event a phone may still deliver what it kept."""


def find(event: Event, note_id: str) -> Note:
    """The note with that id; refused when there is none, or it was taken back."""
    note = event.notes.get(note_id)
    if note is None or note.withdrawn:
        raise Refused("unknown", "That note is not there any more.")
    return note


def kept(event: Event, note: Note) -> Event:
    """The event with that note in its new version."""
    return replace(event, notes=event.notes.put(note.id, note))


def _own_note(event: Event, note_id: str, stamp: Stamp) -> Note:
    note = find(event, note_id)
    if note.person != own(event, stamp).id:
        raise Refused("unknown", "That note is not there any more.")
    return note


def _room_to_write_in(event: Event, room_id: str, person: str, at: int) -> tuple[str, bool]:
    """Where this person's note goes, and whether it comes after the room's end.

    A person who was moved while typing writes into the room they sit in now: nothing is lost,
    and nobody writes into a room they were never in.
    """
    made, _ = room_of(event, room_id)
    seat = made.seats.get(person)
    if seat is None or made.opened_at is None:
        raise Refused("seat", "You have no seat in that room.")
    return seat, room_clock.late(event, made, room_of(event, seat)[1], at)


def write(event: Event, command: commands.notes.WriteNote, stamp: Stamp) -> Event:
    person = own(event, stamp)
    if command.note_id in event.notes:
        raise Refused("taken", "This note is already there.")
    if event.ended_at is not None and stamp.at > event.ended_at + LATE_NOTES:
        raise Refused("ended", "The event is over. Your note stays on this phone.")
    room_id, late = _room_to_write_in(event, command.room, person.id, stamp.at)
    made, room = room_of(event, room_id)
    note = Note(
        id=command.note_id, person=person.id, room=room_id, slot=made.slot, kind=command.kind,
        text=command.text, at=stamp.at, order=event.seq + 1, late=late, signed=command.signed,
        table=command.table,
        quotable=person.quotable if command.quotable is None else command.quotable,
    )  # fmt: skip
    people = event.people.put(person.id, replace(person, notes=(*person.notes, note.id)))
    event = with_room(event, replace(room, notes=(*room.notes, note.id)))
    return kept(replace(event, people=people), note)


def edit(event: Event, command: commands.notes.EditNote, stamp: Stamp) -> Event:
    note = _own_note(event, command.note_id, stamp)
    changed = replace(
        note, text=command.text, kind=command.kind, edited_at=stamp.at, revision=note.revision + 1
    )
    return kept(event, changed)


def withdraw(event: Event, command: commands.notes.WithdrawNote, stamp: Stamp) -> Event:
    note = _own_note(event, command.note_id, stamp)
    gone = replace(
        note, text="", withdrawn=True, theme=None, pinned=False, supporters=frozenset(),
        approved_revision=None, held_revision=None, revision=1, edited_at=None, signed="no",
        reporters=frozenset(), objection=None,
    )  # fmt: skip
    return kept(event, gone)


def shared(event: Event, made: Round) -> bool:
    """Whether roommates see each other's notes: from the start, or since they were revealed."""
    return made.revealed or not find_slot(event.slots, made.slot).private


def unrevealed(event: Event, note: Note) -> bool:
    """Whether the note is still for its author and the hosts alone."""
    made = event.rounds.get(note.slot)
    return made is not None and not shared(event, made)


def _roommates_note(event: Event, note_id: str, person: str) -> Note:
    """A note that somebody else wrote in the room of this person, who sees it."""
    note = find(event, note_id)
    made, _ = room_of(event, note.room)
    if note.person == person:
        raise Refused("own", "This is your own note.")
    if made.seats.get(person) != note.room or note.hidden or not shared(event, made):
        raise Refused("unknown", "That note is not there any more.")
    return note


def _with(people: frozenset[str], person: str, on: bool) -> frozenset[str]:
    return people | {person} if on else people - {person}


def support(event: Event, command: commands.notes.SupportNote, stamp: Stamp) -> Event:
    person = own(event, stamp).id
    note = _roommates_note(event, command.note_id, person)
    return kept(event, replace(note, supporters=_with(note.supporters, person, command.on)))


def report(event: Event, command: commands.notes.ReportNote, stamp: Stamp) -> Event:
    person = own(event, stamp).id
    note = _roommates_note(event, command.note_id, person)
    return kept(event, replace(note, reporters=_with(note.reporters, person, command.on)))


def sign(event: Event, command: commands.notes.SignNote, stamp: Stamp) -> Event:
    return kept(event, signed(_own_note(event, command.note_id, stamp), command.signed))


def signed(note: Note, where: Signed) -> Note:
    """The note signed so; a name that would be new on the wall makes a new revision to approve."""
    newly = where == "wall" and note.signed != "wall"
    return replace(note, signed=where, revision=note.revision + newly)


def consent(event: Event, command: commands.notes.ConsentNote, stamp: Stamp) -> Event:
    note = _own_note(event, command.note_id, stamp)
    return kept(event, replace(note, quotable=command.on))


def object_to(event: Event, command: commands.notes.ObjectNote, stamp: Stamp) -> Event:
    note = _own_note(event, command.note_id, stamp)
    return kept(event, replace(note, objection=Objection(command.about, command.text, stamp.at)))


def settle(event: Event, command: commands.notes.SettleNote, stamp: Stamp) -> Event:
    note = find(event, command.note_id)
    heard = replace(note.objection, heard=True) if note.objection else None
    return kept(event, replace(note, objection=heard, reporters=frozenset()))


def reveal(event: Event, command: commands.notes.RevealNotes, stamp: Stamp) -> Event:
    made = event.rounds.get(find_slot(event.slots, command.slot).id)
    if made is None or made.opened_at is None:
        raise Refused("early", "These rooms were not opened yet.")
    return replace(event, rounds={**event.rounds, made.slot: replace(made, revealed=True)})


def approve(event: Event, command: commands.notes.ApproveNote, stamp: Stamp) -> Event:
    note = find(event, command.note_id)
    if not command.on:
        return kept(event, replace(note, approved_revision=None, held_revision=command.revision))
    return kept(event, with_approval(note, command.revision))


def with_approval(note: Note, revision: int) -> Note:
    """The note approved at that revision; refused if its words changed or must not be shown."""
    if revision != note.revision:
        raise Refused("stale", "The note was changed in the meantime. Please read it again.")
    if note.hidden:
        raise Refused("hidden", "This note is set aside. Bring it back first.")
    if not note.quotable:
        raise Refused("consent", "Its author does not wish to be quoted on the screen.")
    return replace(note, approved_revision=revision, held_revision=None)


def hide(event: Event, command: commands.notes.HideNote, stamp: Stamp) -> Event:
    note = find(event, command.note_id)
    return kept(event, replace(note, hidden=command.on, approved_revision=None))
