"""The organiser's webhooks of an event: add one, test it, see what it was told, remove it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, request
from flask_babel import gettext as _

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.web.organiser import organiser
from facilitator.web.pages import event_or_404, parts, said, show

pages = Blueprint("webhooks", __name__)

LONGEST = 2_000  # characters of an address


@pages.get("/events/<event_id>/webhooks")
def overview(event_id: str) -> Any:
    organiser()
    return _page(event_or_404(event_id))


def _page(event: Event, wrong: str = "", given: str = "") -> str:
    kept = parts().webhooks
    rows = [(hook, kept.secret_of(hook), kept.last(hook)) for hook in kept.of(event.id)]
    return show("organiser/webhooks.html", event=event, rows=rows, wrong=wrong, given=given)


@pages.post("/events/<event_id>/webhooks")
def add(event_id: str) -> Any:
    _own()
    event = event_or_404(event_id)
    url = request.form.get("url", "").strip()[:LONGEST]
    try:
        parts().webhooks.add(event.id, url)
    except Refused as refused:
        return _page(event, said(refused), url), 400
    return redirect(f"/events/{event.id}/webhooks", 303)


@pages.post("/events/<event_id>/webhooks/<hook>/<deed>")
def act(event_id: str, hook: str, deed: str) -> Any:
    _own()
    event, kept = event_or_404(event_id), parts().webhooks
    known = next((one for one in kept.of(event.id) if one.id == hook), None)
    if known is None or deed not in ("test", "remove"):
        abort(404, _("There is no such webhook."))
    if deed == "test":
        kept.test(known, event)
    else:
        kept.remove(known)
    return redirect(f"/events/{event.id}/webhooks", 303)


def _own() -> None:
    """The organiser, by a form on one of our own pages."""
    organiser()
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        abort(400, _("This can only be done from the page itself."))
