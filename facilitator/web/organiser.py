"""The organiser's pages: series and events, a pasted announcement, links, the plan, the report."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import available_timezones

from flask import Blueprint, Response, abort, jsonify, request
from flask_babel import gettext as _

from facilitator import agenda_text
from facilitator.access import Grant
from facilitator.domain.event import Event
from facilitator.domain.stamp import LINK_ROLES, Actor, Refused
from facilitator.planning import new_id, plan
from facilitator.report import FORMATS, report
from facilitator.web.pages import bare_data, data_for, event_or_404, granted, parts, show

pages = Blueprint("organiser", __name__)

EVENT_ROLES = tuple(role for role in LINK_ROLES if role != "organiser")


def organiser() -> Grant:
    """The caller as organiser of this server, or a kind page."""
    grant = parts().access.held(request.cookies, "", ["organiser"])
    return grant or abort(403, _("This page needs the organiser's link, printed at the first start."))


def posted() -> dict[str, Any]:
    """The JSON object of a request that changes something, sent by one of our own pages."""
    own = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    given = request.get_json(silent=True) if own and request.is_json else None
    return given if isinstance(given, dict) else abort(400, _("Expected an object."))


@pages.get("/organiser")
def overview() -> Any:
    organiser()
    series = [
        {"id": row.id, "title": row.title, "events": _events(row.event_ids)}
        for row in parts().series()
    ]
    return show("organiser/overview.html", series=series, page=bare_data())


def _events(ids: Any) -> list[Event]:
    found = [event for event in map(parts().event, ids) if event is not None]
    return sorted(found, key=lambda event: event.slots[0].start if event.slots else 0)


@pages.get("/organiser/new")
def new_series() -> Any:
    organiser()
    zones = sorted(available_timezones())
    return show("organiser/new.html", page=bare_data(zones=zones))


@pages.post("/api/agenda")
def read_agenda() -> Any:
    """A pasted announcement as agenda JSON; nothing is created."""
    organiser()
    text = posted().get("text")
    if not isinstance(text, str) or not text.strip():
        return jsonify(ok=False, code="field", why=_("Paste the announcement first.")), 400
    return jsonify(ok=True, agenda=agenda_text.read(text).as_json())


@pages.post("/api/series")
def create_series() -> Any:
    """Creates a series and its events from a corrected agenda: all of it, or nothing."""
    organiser()
    given = posted()
    today = datetime.fromtimestamp(parts().now() / 1_000, UTC).date()
    series = new_id("r")
    try:
        title = _title(given.get("title"))
        events = plan(series, given["agenda"], today)
    except Refused as refused:
        return jsonify(ok=False, code=refused.code, why=refused.why), 400
    except (KeyError, TypeError, ValueError, AttributeError):
        return jsonify(ok=False, code="field", why=_("This agenda cannot be used.")), 400
    parts().add_series(series, title)
    for event in events:
        answer = parts().submit(event.id, event.command, Actor("organiser"), f"create-{event.id}")
        if not answer["ok"]:
            return jsonify(answer), 503
    return jsonify(ok=True, series=series, events=[event.id for event in events])


def _title(title: object) -> str:
    if not isinstance(title, str) or not title.strip():
        raise Refused("field", _("Give the series a name."))
    return title.strip()[:300]


@pages.post("/api/links")
def issue_link() -> Any:
    """A fresh link of a role; its secret is shown this once."""
    organiser()
    given = posted()
    role = given.get("role")
    if role == "organiser":
        word = parts().access.issue("organiser")
    elif role in EVENT_ROLES:
        word = parts().access.issue(role, event_or_404(str(given.get("event"))).id)
    else:
        return jsonify(ok=False, code="field", why=_("There is no such role.")), 400
    return jsonify(ok=True, link=f"{parts().settings.public_url}/l/{word}")


@pages.get("/api/links")
def list_links() -> Any:
    """The links to an event, without their secrets."""
    organiser()
    event = event_or_404(request.args.get("event", ""))
    links = [
        {"id": link.id, "role": link.role, "created_at": link.created_at,
         "revoked": link.revoked_at is not None}
        for link in parts().access.links_of(event.id)
    ]  # fmt: skip
    return jsonify(ok=True, links=links)


@pages.post("/api/links/revoke")
def revoke_link() -> Any:
    """Ends a link and everything opened with it."""
    organiser()
    parts().access.revoke(str(posted().get("link")))
    return jsonify(ok=True)


@pages.get("/events/<event_id>/plan")
def plan_page(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "organiser", "moderator")
    return show("organiser/plan.html", event=event, page=data_for(event, grant))


@pages.get("/events/<event_id>/report")
def report_page(event_id: str) -> Any:
    event = event_or_404(event_id)
    granted(event, "report", "host", "moderator", "organiser")
    return show("organiser/report.html", event=event, report=report(event), now=parts().now())


@pages.get("/events/<event_id>/export.<kind>")
def export(event_id: str, kind: str) -> Any:
    event = event_or_404(event_id)
    granted(event, "report", "moderator", "organiser")
    write, mime = FORMATS.get(kind) or abort(404, _("There is no such export."))
    name = f"{event.code}-{kind}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(write(event), mimetype=mime, headers=headers)
