"""The planning pages: a new series from text, file or template, and the plan of an event.

Reading never creates: an agenda is shown first, corrected, and then sent whole. A text or file
that cannot be read is an answer like any other, and no failed request.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import available_timezones

from flask import Blueprint, Response, abort, jsonify, request
from flask_babel import gettext as _

from facilitator import agenda_text
from facilitator.access import Grant
from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused
from facilitator.planning import changes, files, new_id, plan, templates
from facilitator.planning.events import PlannedEvent, before, sequel_of
from facilitator.protocol import read
from facilitator.web.organiser import organiser, posted
from facilitator.web.pages import (
    bare_data,
    data_for,
    event_or_404,
    granted,
    parts,
    refused_with,
    show,
    told,
)

pages = Blueprint("planning", __name__)


@pages.get("/organiser/new")
def new_series() -> Any:
    """For a new series, or with `series` for one more event of it, with `from` as a copy of one."""
    organiser()
    data: dict[str, Any] = {"zones": sorted(available_timezones()), "templates": _templates()}
    if copied := request.args.get("from"):
        event = event_or_404(copied)
        data |= {"copied": event.title, "draft": _without_date(files.agenda_of(event, ids=False).as_json())}
    series = request.args.get("series", "")
    titles = {row.id: row.title for row in parts().series()}
    if series in titles:
        data["series"] = {"id": series, "title": titles[series]}
    return show("organiser/new.html", page=bare_data(**data))


def _without_date(agenda: dict[str, Any]) -> dict[str, Any]:
    days = [{**day, "date": None} for day in agenda["days"]]
    return {**agenda, "days": days}


def _templates() -> list[dict[str, Any]]:
    own = [{"id": id, "own": True, **plan} for id, plan in parts().templates()]
    found = [*own, *({"id": id, **plan} for id, plan in templates.shipped().items())]
    return [
        {"id": each["id"], "title": each["title"], "about": each.get("about", ""), "own": "own" in each,
         "minutes": sum(slot["minutes"] + slot.get("after", 0) for slot in each["slots"]),
         "slots": len(each["slots"]), "agenda": templates.agenda_json(each)}
        for each in found
    ]  # fmt: skip


@pages.post("/api/agenda")
def read_agenda() -> Any:
    """A pasted announcement or a file as agenda JSON, and what of it was read; nothing is created."""
    organiser()
    text = posted().get("text")
    if not isinstance(text, str) or not text.strip():
        return jsonify(ok=False, code="field", why=_("Paste the announcement first.")), 400
    try:
        agenda = agenda_text.read_any(text)
    except agenda_text.Unreadable as unreadable:
        return jsonify(ok=False, code="unreadable", why=_(str(unreadable)))
    return jsonify(ok=True, agenda=agenda.as_json(lines=True), marks=agenda_text.marks(text, agenda))


@pages.post("/api/series")
def create_series() -> Any:
    """Creates events from a corrected agenda, in a new series or a known one: all, or nothing."""
    organiser()
    given = posted()
    today = datetime.fromtimestamp(parts().now() / 1_000, UTC).date()
    known = next((row.id for row in parts().series() if row.id == given.get("series")), None)
    series = known or new_id("r")
    try:
        title = "" if known else _title(given.get("title"))
        events = plan(series, given["agenda"], today)
    except Refused as refused:
        return refused_with(refused)
    except (KeyError, TypeError, ValueError, AttributeError):
        return jsonify(ok=False, code="field", why=_("This agenda cannot be used.")), 400
    if not known:
        parts().add_series(series, title)
    for event in events:
        for number, command in enumerate([event.command, *event.rooms]):
            answer = parts().submit(event.id, command, Actor("organiser"), f"create-{event.id}-{number}")
            if not answer["ok"]:
                return jsonify(told(answer)), 503
    _preview(series, events[0])
    return jsonify(ok=True, series=series, events=[event.id for event in events])


def _preview(series: str, first: PlannedEvent) -> None:
    """Has the event that was last in the series so far say that there is a next one."""
    ids = next((row.event_ids for row in parts().series() if row.id == series), ())
    others = (event for id in ids if id != first.id and (event := parts().event(id)) is not None)
    if last := before(others, first.command):
        sequel = sequel_of(first.command)
        command = read("event.edit", {"sequel": {"title": sequel.title, "start": sequel.start, "about": sequel.about}})
        parts().submit(last.id, command, Actor("organiser"), f"sequel-{first.id}")


def _title(title: object) -> str:
    if not isinstance(title, str) or not title.strip():
        raise Refused("field", _("Give it a name."))
    return title.strip()[:300]


@pages.post("/api/templates")
def save_template() -> Any:
    """An event's plan as a template for later ones."""
    organiser()
    given = posted()
    event = event_or_404(str(given.get("event")))
    try:
        title = _title(given.get("title"))
    except Refused as refused:
        return refused_with(refused)
    parts().add_template(new_id("t"), title, templates.template_of(event, title))
    return jsonify(ok=True)


@pages.get("/events/<event_id>/plan")
def plan_page(event_id: str) -> Any:
    event, grant = _crew(event_id)
    return show("organiser/plan.html", event=event, page=data_for(event, grant, series=event.series))


@pages.get("/events/<event_id>/plan.<kind>")
def plan_file(event_id: str, kind: str) -> Any:
    """The plan to take along: ics, csv, json or frab.json."""
    event, _grant = _crew(event_id)
    if kind not in files.FILES:
        abort(404, _("There is no such file."))
    headers = {"Content-Disposition": f'attachment; filename="{event.code}.{kind}"'}
    return Response(files.write(event, kind), mimetype=files.FILES[kind][1], headers=headers)


def _crew(event_id: str) -> tuple[Event, Grant]:
    event = event_or_404(event_id)
    return event, granted(event, "organiser", "moderator")


@pages.post("/events/<event_id>/changes")
def look_at_changes(event_id: str) -> Any:
    """What a changed file would change, and the plan it makes; nothing is changed."""
    event, _grant = _crew(event_id)
    text = posted().get("text")
    if not isinstance(text, str) or not text.strip():
        return jsonify(ok=False, code="field", why=_("This file is empty.")), 400
    try:
        agenda = agenda_text.read_any(text)
        slots = changes.merged(event, agenda)
    except agenda_text.Unreadable as unreadable:
        return jsonify(ok=False, code="unreadable", why=_(str(unreadable)))
    except Refused as refused:
        return refused_with(refused, 200)
    made = changes.differences(event, slots)
    return jsonify(ok=True, mark=changes.mark_of(event), slots=slots, changes=made,
                   warnings=agenda.warnings)  # fmt: skip


@pages.post("/events/<event_id>/agenda")
def bring_in(event_id: str) -> Any:
    """Puts the plan in place that was looked at; refused when the plan has changed meanwhile."""
    event, grant = _crew(event_id)
    given = posted()
    try:
        if given.get("mark") != changes.mark_of(event):
            raise Refused("stale", _("The plan has changed meanwhile. Please look at the file again."))
        command = read("agenda.replace", {"slots": given.get("slots")})
    except Refused as refused:
        return refused_with(refused)
    answer = parts().submit(event.id, command, grant.actor, f"bring-{new_id('c')}")
    return jsonify(told(answer)), 200 if answer["ok"] else 400
