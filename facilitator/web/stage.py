"""The stage: a confidence view for speakers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, request

from facilitator.web.pages import called, data_for, event_or_404, granted, show

pages = Blueprint("stage", __name__)

LOOKS = ("dark", "light")
"""What `?look=` may say; without it this browser's own choice stays."""


@pages.get("/events/<event_id>/stage")
def stage(event_id: str) -> Any:
    event = event_or_404(event_id)
    # A screen that stands in the open holds a stage's ticket only, whoever opened it.
    grant = replace(granted(event, "stage", "moderator", "organiser"), role="stage")
    look = request.args.get("look", "")
    look = look if look in LOOKS else ""
    return show("stage/stage.html", event=event, page=data_for(event, grant, name=called(), look=look,
                                                                mirror="mirror" in request.args))
