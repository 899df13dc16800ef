"""Who has shown a message: heard from phones and screens, told to the event together.

It stands alone because it is presence's twin: a thousand phones that show a sentence within a
second are one command, not a thousand, and nobody but the desk waits for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from facilitator.domain.commands.messages import ConfirmMessage
from facilitator.domain.event import Event
from facilitator.domain.messages import MOST_SCREENS, Message
from facilitator.domain.messaging import heard_by
from facilitator.domain.stamp import Actor

BOARDS = {"stage": "stage", "screen": "screens"}
"""Role → the board whose messages its page shows."""


class Receipts:
    """What was shown and not yet told; `tell(event_id, command)` brings it to the event."""

    def __init__(self, tell: Callable[[str, ConfirmMessage], object]) -> None:
        self._tell = tell
        self._waiting: dict[tuple[str, str], set[str]] = {}
        self._lock = threading.Lock()

    def shown(self, event: Event, actor: Actor, message_id: str, screen: str) -> None:
        """Notes that this phone, or the screen of that name, shows the message now."""
        places = heard_by(event, actor.person) if actor.person else (BOARDS.get(actor.role, ""),)
        if not any(message_id == event.messages[at].id for at in places if at in event.messages):
            return  # an older one, or not for this place
        who = actor.person or screen
        with self._lock:
            known = self._waiting.setdefault((event.id, message_id), set())
            if actor.person or len(known) < MOST_SCREENS:
                known.add(who)

    def look(self, events: Iterable[Event]) -> None:
        """Tells what is new; meant to be called every second."""
        with self._lock:
            waiting, self._waiting = self._waiting, {}
        for event in events if waiting else ():
            for message in event.messages.values():
                told = waiting.get((event.id, message.id), set()) - _known(message)
                if told:
                    self._tell(event.id, _command(message, tuple(sorted(told))))


def _known(message: Message) -> set[str]:
    return {*message.people, *message.screens}


def _command(message: Message, who: tuple[str, ...]) -> ConfirmMessage:
    phones = message.place not in BOARDS.values()
    return ConfirmMessage(message_id=message.id, people=who if phones else (),
                          screens=() if phones else who)  # fmt: skip
