"""Commands in: what arrives on a socket is read, carried out and always answered.

There is one handler for all messages. It is registered on the Socket.IO server itself,
because Flask-SocketIO would build a Flask request for each of them.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from socketio.exceptions import ConnectionRefusedError

from facilitator import protocol
from facilitator.access import Access, Grant
from facilitator.catalogues import ENGLISH, Catalogues
from facilitator.conductor import Answer, Conductor, answer_to
from facilitator.domain.commands.people import MarkPresence
from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused
from facilitator.live.audience import Audience, Listener
from facilitator.live.pace import Pace
from facilitator.live.publisher import Publisher
from facilitator.live.receipts import Receipts

log = logging.getLogger(__name__)

GONE = Refused("forbidden", "This link does not work any more. Please ask for a new one.")


class Gateway:
    """Answers one Socket.IO server's messages."""

    def __init__(
        self, access: Access, audience: Audience, publisher: Publisher,
        conductor: Conductor, receipts: Receipts, now: Callable[[], int], epoch: str,
        catalogues: Catalogues | None = None,
    ) -> None:  # fmt: skip
        self._receipts, self._catalogues = receipts, catalogues or Catalogues()
        self._access, self._audience, self._publisher = access, audience, publisher
        self._conductor, self._now, self._epoch = conductor, now, epoch
        self._paces: dict[str, Pace] = {}
        self._languages: dict[str, str] = {}

    def register(self, server: Any) -> None:
        """Takes over all messages of a Socket.IO server."""
        server.on("connect", self.connect)
        server.on("disconnect", self.disconnect)
        server.on("*", lambda name, sid, *given: self.receive(name, sid, given))

    def connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        ticket = auth.get("ticket") if isinstance(auth, Mapping) else None
        grant = self._access.read(ticket)
        if grant is None or not self._known(grant):
            raise ConnectionRefusedError(GONE.why, {"code": GONE.code})
        self._paces[sid] = Pace(self._now())
        self._languages[sid] = self._catalogues.wanted(environ.get("HTTP_ACCEPT_LANGUAGE"))
        self._audience.add(Listener(sid, grant.event, grant.actor, grant.link))

    def _known(self, grant: Grant) -> bool:
        event = self._conductor.event(grant.event) if grant.event else None
        return event is not None and (grant.role != "participant" or grant.person in event.people)

    def disconnect(self, sid: str, reason: object = None) -> None:
        self._paces.pop(sid, None)
        self._languages.pop(sid, None)
        self._audience.remove(sid)

    def receive(self, name: str, sid: str, given: tuple[Any, ...]) -> Answer:
        """The answer to any message whatsoever; it never raises."""
        try:
            answer = self._answered(str(name), sid, given)
        except Refused as refused:
            answer = answer_to(refused)
        except Exception:
            log.exception("A message could not be answered.")
            answer = answer_to(Refused("fault", "That did not work. Nothing was changed."))
        if not answer["ok"]:
            language = self._languages.get(sid, ENGLISH)
            answer = {**answer, "why": self._catalogues.said(answer["why"], language)}
        return {**answer, "at": self._now()}

    def _answered(self, name: str, sid: str, given: tuple[Any, ...]) -> Answer:
        listener = self._audience.get(sid)
        if listener is None or not self._access.holds(listener.link):
            raise GONE
        self._paces[sid].step(self._now())
        fields = _fields(given)
        if name == "join":
            return self._joined(listener, fields)
        if name == "time":
            return {"ok": True}
        if name == "shown":
            return self._shown(listener, fields)
        command_id = protocol.taken_id(fields)
        command = protocol.read(name, fields)
        return self._conductor.submit(listener.event, command, listener.actor, command_id)

    def _joined(self, listener: Listener, fields: Mapping[str, Any]) -> Answer:
        event = self._conductor.event(listener.event)
        if event is None:
            raise GONE
        wanted = fields.get("channels")
        listener.wanted = frozenset(map(str, wanted)) if isinstance(wanted, list) else None
        seq, snapshots = self._publisher.join(listener, self._seated(listener, event))
        return {"ok": True, "seq": seq, "epoch": self._epoch, "snapshots": snapshots}

    def _seated(self, listener: Listener, event: Event) -> Event:
        """The event with a seat for whoever comes back while rooms are open and has none."""
        made, person = event.open_round, listener.actor.person
        if made is None or person is None or person in made.seats:
            return event
        here = MarkPresence(here=(person,), gone=())
        self._conductor.submit(event.id, here, Actor("presence"), f"seat-{secrets.token_hex(8)}")
        return self._conductor.event(event.id) or event

    def _shown(self, listener: Listener, fields: Mapping[str, Any]) -> Answer:
        event = self._conductor.event(listener.event)
        message, screen = fields.get("message_id"), fields.get("screen") or listener.actor.role
        if event is None or not isinstance(message, str) or not isinstance(screen, str):
            raise Refused("field", "shown: expected a message_id, and the screen’s name.")
        self._receipts.shown(event, listener.actor, message, screen.strip()[:80])
        return {"ok": True}


def _fields(given: tuple[Any, ...]) -> dict[str, Any]:
    if len(given) > 1 or (given and not isinstance(given[0], dict)):
        raise Refused("field", "Expected one object with named fields.")
    return dict(given[0]) if given else {}


class Json:
    """The JSON of the wire: screens may hold shelves, and nothing may hold NaN."""

    @staticmethod
    def dumps(value: Any, **options: Any) -> str:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False, default=dict)

    @staticmethod
    def loads(text: str, **options: Any) -> Any:
        return json.loads(text, parse_constant=lambda name: None)
