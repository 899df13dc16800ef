"""The moderator's pages: the control panel, the remote, the people, the rooms."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, jsonify
from flask_babel import gettext as _

from facilitator import roster_text
from facilitator.domain import slip
from facilitator.domain.stamp import Refused
from facilitator.protocol import read
from facilitator.web.organiser import posted
from facilitator.web.pages import data_for, event_or_404, granted, parts, refused_with, show, told

pages = Blueprint("moderator", __name__)


@pages.get("/events/<event_id>/control")
def control(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser")
    join = f"{parts().settings.public_url}/j/{event.code}"
    return show("moderator/control.html", event=event, page=data_for(event, grant, join=join))


@pages.get("/events/<event_id>/remote")
def remote(event_id: str) -> Any:
    """The few things a moderator needs on the way through the hall, for one thumb."""
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser")
    data = data_for(event, grant, only=("hall", "moderator"))
    return show("moderator/remote.html", event=event, page=data)


@pages.get("/events/<event_id>/rooms")
def rooms(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser")
    return show("moderator/rooms.html", event=event, page=data_for(event, grant))


@pages.get("/events/<event_id>/ways")
def ways(event_id: str) -> Any:
    """Ways out of a delay as things stand now; lengths in seconds, as `agenda.fit` takes them."""
    event = event_or_404(event_id)
    granted(event, "moderator", "organiser")
    found = [{"name": way.name, "ends_at": way.ends_at, "kept": way.kept,
              "lengths": {id: length // 1_000 for id, length in way.lengths.items()}}
             for way in slip.ways(event, parts().now())]  # fmt: skip
    return jsonify(from_slot=event.clock.slot if event.clock else None, ways=found)


@pages.get("/events/<event_id>/people")
def people(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser")
    return show("moderator/people.html", event=event, page=data_for(event, grant))


@pages.post("/events/<event_id>/roster")
def roster(event_id: str) -> Any:
    """A pasted roster as it is understood; with `save` and nothing wrong, it is imported whole."""
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser")
    given = posted()
    found = roster_text.read(str(given.get("text") or ""))
    if not found.lines and not found.problems:
        return jsonify(ok=False, code="field", why=_("There is no name in it yet.")), 400
    if not given.get("save"):
        return jsonify(ok=True, **found.as_json())
    if found.problems:
        return jsonify(ok=False, code="field", why=_("Some lines are not clear yet.")), 400
    try:
        command = read("roster.import", {"lines": [line for _number, line in found.lines]})
    except Refused as refused:
        return refused_with(refused)
    answer = parts().submit(event.id, command, grant.actor, f"roster-{secrets.token_hex(8)}")
    return jsonify(told(answer)), 200 if answer["ok"] else 400
