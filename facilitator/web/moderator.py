"""The moderator's pages: the control panel and the rooms."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from facilitator.web.pages import data_for, event_or_404, granted, parts, show

pages = Blueprint("moderator", __name__)


@pages.get("/events/<event_id>/control")
def control(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser")
    join = f"{parts().settings.public_url}/j/{event.code}"
    return show("moderator/control.html", event=event, page=data_for(event, grant, join=join))


@pages.get("/events/<event_id>/rooms")
def rooms(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser")
    return show("moderator/rooms.html", event=event, page=data_for(event, grant))
