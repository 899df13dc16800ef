"""What the commands about messages do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.domain import commands
from facilitator.domain.agenda import MINUTE
from facilitator.domain.event import Event
from facilitator.domain.messages import MOST_PHRASES, MOST_SCREENS, Message, Phrase
from facilitator.domain.stamp import Refused, Stamp


def send(event: Event, command: commands.messages.SendMessage, stamp: Stamp) -> Event:
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
