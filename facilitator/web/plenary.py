"""The plenary: the host's desk and the big screen."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from facilitator.web.pages import data_for, event_or_404, granted, parts, show
from facilitator.web.qr import qr_path

pages = Blueprint("plenary", __name__)


@pages.get("/events/<event_id>/plenary")
def desk(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "host", "moderator", "organiser")
    return show("plenary/desk.html", event=event, page=data_for(event, grant))


@pages.get("/events/<event_id>/screen")
def screen(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "screen", "host", "moderator", "organiser")
    join = f"{parts().settings.public_url}/j/{event.code}"
    data = data_for(event, grant, join=join, qr=qr_path(join))
    return show("plenary/screen.html", event=event, page=data)
