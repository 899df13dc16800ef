"""What the commands about messages do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from facilitator.domain import commands
from facilitator.domain.agenda import MINUTE
from facilitator.domain.duties import leaders
from facilitator.domain.event import Event
from facilitator.domain.messages import MOST_PHRASES, MOST_SCREENS, Message, Phrase
from facilitator.domain.rounds import is_open, room_of
from facilitator.domain.stamp import Refused, Stamp

ROOM = "room:"


def heard_by(event: Event, person: str) -> Iterator[str]:
    """The places whose messages this person's phone shows."""
    yield "phones"
    if "leads" in event.messages and person in leaders(event):
        yield "leads"
    for place in event.messages:
        if place.startswith(ROOM):
            made, room = room_of(event, place.removeprefix(ROOM))
            if made.seats.get(person) == room.id:
                yield place


def kept(event: Event) -> Event:
    """The event without messages to rooms that are not open any more, or to those who led them."""
    over = [place for place, one in event.messages.items()
            if (place.startswith(ROOM) and not _open(event, place)) or (place == "leads" and _led(event, one))]  # fmt: skip
    if not over:
        return event
    left = {place: one for place, one in event.messages.items() if place not in over}
    return replace(event, messages=left)


def _led(event: Event, message: Message) -> bool:
    """Whether rooms have closed since that was said: nobody leads them any more."""
    return any(made.closed_at is not None and made.closed_at >= message.at for made in event.rounds.values())


def _open(event: Event, place: str) -> bool:
    made = event.rounds.get(place.removeprefix(ROOM).rpartition(".")[0])
    rooms = made.rooms if made else ()
    return any(made and is_open(event, made, room) for room in rooms if ROOM + room.id == place)


def send(event: Event, command: commands.messages.SendMessage, stamp: Stamp) -> Event:
    if command.place.startswith(ROOM) and not _open(event, command.place):
        raise Refused("closed", "That room is not open.")
    until = stamp.at + command.minutes * MINUTE if command.minutes else None
    message = Message(id=command.message_id, place=command.place, text=command.text,
                      level=command.level, at=stamp.at, until=until)  # fmt: skip
    others = {place: one for place, one in event.messages.items() if one.id != message.id}
    return replace(event, messages={**others, message.place: message})


def _shown(event: Event, id: str) -> Message:
    for message in event.messages.values():
        if message.id == id:
            return message
    raise Refused("gone", "This message is not shown any more.")


def recall(event: Event, command: commands.messages.RecallMessage, stamp: Stamp) -> Event:
    gone = _shown(event, command.message_id)
    left = {place: one for place, one in event.messages.items() if one is not gone}
    return replace(event, messages=left)


def confirm(event: Event, command: commands.messages.ConfirmMessage, stamp: Stamp) -> Event:
    message = _shown(event, command.message_id)
    people = message.people | {id for id in command.people if id in event.people}
    screens = tuple(dict.fromkeys((*message.screens, *command.screens)))[:MOST_SCREENS]
    known: Mapping[str, Message] = event.messages
    told = replace(message, people=people, screens=screens)
    return replace(event, messages={**known, message.place: told})


def save_phrase(event: Event, command: commands.messages.SavePhrase, stamp: Stamp) -> Event:
    phrase = Phrase(command.phrase_id, command.place, command.text, command.level)
    if any(one.id == phrase.id for one in event.phrases):
        kept = tuple(phrase if one.id == phrase.id else one for one in event.phrases)
        return replace(event, phrases=kept)
    if len(event.phrases) >= MOST_PHRASES:
        raise Refused("full", "There are enough phrases. Remove one first.")
    return replace(event, phrases=(*event.phrases, phrase))


def remove_phrase(event: Event, command: commands.messages.RemovePhrase, stamp: Stamp) -> Event:
    kept = tuple(one for one in event.phrases if one.id != command.phrase_id)
    return replace(event, phrases=kept)
