"""The organiser's pages: series and events, links, the report."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, jsonify, request
from flask_babel import gettext as _

from facilitator.access import Grant
from facilitator.connections import figures, met, met_nobody, picture
from facilitator.domain.event import Event
from facilitator.domain.stamp import LINK_ROLES, Role
from facilitator.report import report
from facilitator.retelling import FORMATS
from facilitator.timeline import timeline
from facilitator.web.pages import bare_data, event_or_404, granted, parts, show

pages = Blueprint("organiser", __name__)

CREW: tuple[Role, ...] = ("moderator", "organiser")
NAMED = "met.csv"
"""The export that says who met whom by name: not for every reader of the report."""
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


@pages.get("/events/<event_id>/report")
def report_page(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = granted(event, "moderator", "organiser", "host", "report")
    days, found = earlier(event), met([event])
    return show("organiser/report.html", event=event, report=report(event), now=(now := parts().now()),
                times=timeline(event, now), crew=grant.role in CREW,
                picture=picture(found), lonely=met_nobody(found), days=len(days),
                series=figures(met([*days, event])) if days else {})  # fmt: skip


def earlier(event: Event) -> list[Event]:
    """The events of the series that began before this one and had rooms."""
    ids = next((row.event_ids for row in parts().series() if row.id == event.series), ())
    others = (one for one in map(parts().event, ids) if one is not None and one.slots)
    return sorted((one for one in others if event.slots and one.slots[0].start < event.slots[0].start
                   and met([one]).rounds), key=lambda one: one.slots[0].start)  # fmt: skip


@pages.get("/events/<event_id>/export.<kind>")
def export(event_id: str, kind: str) -> Any:
    event = event_or_404(event_id)
    granted(event, *CREW if kind == NAMED else ("report", *CREW))
    write, mime = FORMATS.get(kind) or abort(404, _("There is no such export."))
    name = f"{event.code}-{kind}" if "." in kind else f"{event.code}-{kind}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(write(event), mimetype=mime, headers=headers)
