"""The schedule for everybody who knows the event's code: live, in their own time zone."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort
from flask_babel import gettext as _

from facilitator.access import Grant
from facilitator.domain.event import Event
from facilitator.planning.files import calendar, linked
from facilitator.web.pages import data_for, parts, show, slow_down
from facilitator.web.participant import by_code

pages = Blueprint("public", __name__)


def _known(code: str) -> Event:
    event = by_code(code)
    if event is None:
        slow_down("60/minute", "code")
        abort(404, _("We do not know this code. Please compare it with the one you were given."))
    return event


@pages.get("/s/<code>")
def schedule(code: str) -> Any:
    event = _known(code)
    data = data_for(event, Grant("public", event.id), only=("hall",))
    home = f"{parts().settings.public_url}/s/{event.code}"
    return show("public/schedule.html", event=event, page=data, linked=linked(event, home))


@pages.get("/s/<code>/agenda.ics")
def agenda(code: str) -> Any:
    """Every slot as a calendar entry that keeps its id, at the time expected now."""
    event = _known(code)
    headers = {"Content-Disposition": f'attachment; filename="{event.code}.ics"'}
    text = calendar(event, parts().now())
    return Response(text, mimetype="text/calendar", headers=headers)
