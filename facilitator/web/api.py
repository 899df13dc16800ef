"""The wire over plain HTTP, for button boxes and scripts: commands in, screens out.

The same commands with the same answers as on the socket; only who asks is told by a header,
`Authorization: Bearer …`, which carries the word of a capability link (the end of its address)
or a participant's ticket. Cookies count for nothing here, so no other site can borrow them.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import replace
from typing import Any

from flask import Blueprint, current_app, jsonify, request
from flask_babel import gettext as _
from limits import parse

from facilitator import protocol
from facilitator.access import Grant
from facilitator.conductor import Answer, answer_to
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.screens import channels_of, view
from facilitator.web.openapi import description, groups
from facilitator.web.pages import event_or_404, parts, show, slow_down, told

pages = Blueprint("api", __name__)

PACE = parse("40/4 seconds")
"""Requests a link may make: as many as one socket may send."""
HERE = "@now"
"""Stands for the slot that is on, in a field that names a slot: a button knows no ids."""
EXAMPLE = """curl -X POST {home}/api/events/EVENT/commands/slot.advance \\
  -H "Authorization: Bearer WORD" -H "Content-Type: application/json" \\
  -d '{{"from_slot": "@now", "command_id": "button-0001"}}'"""
STATUS = {"field": 400, "forbidden": 403, "unknown": 404, "rate": 429, "fault": 500, "busy": 503}
"""Answer's code → HTTP status; every other refusal is a conflict with how things stand."""


def bearer(event: Event) -> Grant:
    """Who asks, by the header; refused when it opens nothing here."""
    word = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    access = parts().access
    grant = (access.opened(word) or access.read(word)) if word else None
    if grant is None or (grant.event != event.id and grant.role != "organiser"):
        slow_down("60/minute", "bearer")
        raise Refused("forbidden", _("Send “Authorization: Bearer” with a link’s word for this event."))
    limiter, who = current_app.extensions["limiter"], grant.person or grant.link or event.id
    if not limiter.hit(PACE, "api", who):
        wait = max(0.1, limiter.get_window_stats(PACE, "api", who).reset_time - time.time())
        why = _("That was too fast. Please wait a moment.")
        raise Refused("rate", why, retry_after=round(wait, 2))
    return replace(grant, event=event.id)


@pages.post("/api/events/<event_id>/commands/<name>")
def command(event_id: str, name: str) -> Any:
    event = event_or_404(event_id)
    grant = bearer(event)
    given = request.get_json(silent=True) if request.data else {}
    if not isinstance(given, dict):
        raise Refused("field", _("Expected one JSON object with named fields."))
    fields = {key: _here(event, value) for key, value in given.items()}
    fields.setdefault("command_id", f"api-{secrets.token_hex(8)}")
    id = protocol.taken_id(fields)
    return _answered(parts().submit(event.id, protocol.read(name, fields), grant.actor, id))


def _here(event: Event, value: Any) -> Any:
    if value != HERE:
        return value
    return event.clock.slot if event.clock else None


@pages.get("/api/events/<event_id>/screens")
def screens(event_id: str) -> Any:
    """Every screen this link may see, as `join` answers it on the socket."""
    event = event_or_404(event_id)
    names = channels_of(event, bearer(event).actor)
    return _answered({"ok": True, "seq": event.seq, "epoch": parts().epoch,
                      "snapshots": {name: view(event, name) for name in names}})  # fmt: skip


@pages.get("/api/events/<event_id>/screens/<channel>")
def screen(event_id: str, channel: str) -> Any:
    event = event_or_404(event_id)
    if channel not in channels_of(event, bearer(event).actor):
        raise Refused("forbidden", _("This link may not see that screen."))
    return _answered({"ok": True, "seq": event.seq, "epoch": parts().epoch,
                      "view": view(event, channel)})  # fmt: skip


@pages.errorhandler(Refused)
def refused(error: Refused) -> Any:
    return _answered(answer_to(error))


def _answered(answer: Answer) -> Any:
    response = jsonify({**told(answer), "at": parts().now()})
    response.status_code = 200 if answer["ok"] else STATUS.get(answer["code"], 409)
    if "retry_after" in answer:
        response.headers["Retry-After"] = str(max(1, round(answer["retry_after"])))
    return response


@pages.get("/api/openapi.json")
def openapi() -> Any:
    return jsonify(description(parts().settings.public_url))


@pages.get("/api/")
def readable() -> Any:
    """The same description for people, without a script."""
    return show("organiser/api.html", groups=groups(),
                example=EXAMPLE.format(home=parts().settings.public_url))  # fmt: skip
