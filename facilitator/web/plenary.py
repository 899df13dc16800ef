"""The plenary: the host's desk and the big screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint

from facilitator.access import Grant
from facilitator.domain.event import Event
from facilitator.domain.plenary import tried_out
from facilitator.web.pages import called, data_for, event_or_404, granted, parts, show
from facilitator.web.qr import qr_path

pages = Blueprint("plenary", __name__)

MOST_CODES = 8
"""Links of the close-out that the big screen can draw as QR codes."""


@pages.get("/events/<event_id>/plenary")
def desk(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "host", "moderator", "organiser")
    return show("plenary/desk.html", event=event, page=data_for(event, grant, model=parts().reader, vectors=parts().settings.model_vectors))


@pages.get("/events/<event_id>/screen")
def screen(event_id: str) -> Any:
    event = event_or_404(event_id)
    # Whoever opens it, the wall gets a screen's ticket: what waits for approval never reaches it.
    grant = replace(granted(event, "screen", "host", "moderator", "organiser"), role="screen")
    return _wall(event, grant, "plenary", name=called())


@pages.get("/events/<event_id>/preview")
def preview(event_id: str) -> Any:
    """The big screen as the host tries it out, on a screen of its own."""
    event = event_or_404(event_id)
    grant = granted(event, "host", "moderator", "organiser")
    return _wall(replace(event, screen=tried_out(event)), grant, "preview")


def _wall(event: Event, grant: Grant, channel: str, **more: Any) -> str:
    join = f"{parts().settings.public_url}/j/{event.code}"
    data = data_for(event, grant, join=join, qr=qr_path(join), takeaways=takeaways(event),
                    wall=channel, **more)  # fmt: skip
    return show("plenary/screen.html", event=event, page=data)


def takeaways(event: Event) -> dict[str, Any]:
    """Link → its QR code, for the links of the closing slots, or of the last slot without one."""
    closing = [slot for slot in event.slots if slot.kind == "closing"] or event.slots[-1:]
    urls = dict.fromkeys(link.url for slot in closing for link in slot.links if link.url)
    return {url: qr_path(url) for url in list(urls)[:MOST_CODES]}
