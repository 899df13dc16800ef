"""The stage: a confidence view for speakers."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from facilitator.web.pages import data_for, event_or_404, granted, show

pages = Blueprint("stage", __name__)


@pages.get("/events/<event_id>/stage")
def stage(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "stage", "moderator", "organiser")
    return show("stage/stage.html", event=event, page=data_for(event, grant))
