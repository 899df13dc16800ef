"""The crew: a live run sheet with what it wrote to itself, and the timer for a stream."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, request

from facilitator.web.pages import data_for, event_or_404, granted, show

pages = Blueprint("crew", __name__)

CORNERS = ("bottom-left", "bottom-right", "top-left", "top-right", "centre")
SIZES = ("medium", "small", "large")
GROUNDS = ("plate", "none")
PARTS = ("title", "next", "state", "message")
"""What the overlay may show beside its digits (`?show=title,state`)."""


@pages.get("/events/<event_id>/crew")
def sheet(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "crew", "moderator", "organiser")
    return show("crew/sheet.html", event=event, page=data_for(event, grant, only=("hall", "crew")))


@pages.get("/events/<event_id>/overlay")
def overlay(event_id: str) -> Any:
    """The clock on a transparent page, for streaming programs."""
    event = event_or_404(event_id)
    # A stream is public: whoever opens it, it holds a screen's ticket.
    grant = replace(granted(event, "screen", "stage", "crew", "moderator", "organiser"), role="screen")
    look = {"corner": _one_of("corner", CORNERS), "size": _one_of("size", SIZES),
            "ground": _one_of("ground", GROUNDS)}  # fmt: skip
    asked = request.args.get("show", "title,state").split(",")
    parts = [part for part in PARTS if part in asked]
    data = data_for(event, grant, only=("hall", "plenary"), look=look, parts=parts)
    return show("crew/overlay.html", event=event, look=look, page=data)


def _one_of(name: str, choices: tuple[str, ...]) -> str:
    """The parameter if it is one of the choices, otherwise the first of them."""
    given = request.args.get(name, "")
    return given if given in choices else choices[0]
