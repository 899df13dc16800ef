"""The participant's pages: joining by code, and the one page on the phone."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, request, url_for
from flask_babel import gettext as _

from facilitator.access import Grant
from facilitator.domain.agenda import find
from facilitator.domain.event import Event, Room
from facilitator.domain.fields import MOST_ROOMS
from facilitator.domain.rounds import room_of
from facilitator.domain.stamp import Actor, Refused
from facilitator.planning.files import linked
from facilitator.protocol import read
from facilitator.web.pages import (
    data_for,
    event_or_404,
    parts,
    refused_with,
    said,
    show,
    slow_down,
    with_cookie,
)  # fmt: skip
from facilitator.web.qr import qr_path

pages = Blueprint("participant", __name__)
Answers = dict[str, Any]

LANGUAGES = (
    ("en", "English"), ("fr", "Français"), ("es", "Español"), ("pt", "Português"), ("ar", "العربية"),
    ("sw", "Kiswahili"), ("de", "Deutsch"), ("hi", "हिन्दी"), ("zh", "中文"), ("ru", "Русский"),
    ("am", "አማርኛ"), ("ha", "Hausa"), ("id", "Bahasa Indonesia"), ("bn", "বাংলা"), ("ur", "اردو"),
    ("it", "Italiano"), ("nl", "Nederlands"), ("tr", "Türkçe"), ("ja", "日本語"), ("ko", "한국어"),
)  # fmt: skip
"""Languages people can say they talk in, each by its own name."""
ANSWERS = ("name", "organisation", "language", "mode")


def by_code(code: str) -> Event | None:
    """The event with that join code, however it was typed."""
    plain = "".join(c for c in code.upper() if c.isalnum())
    found = parts().event_by_code(plain) if 0 < len(plain) <= 16 else None
    return parts().event(found) if found else None


@pages.get("/j/")
def ask_code() -> Any:
    code = request.args.get("code", "")
    if not code:
        return show("participant/code.html", why="", code="")
    event = by_code(code)
    if event is None:
        slow_down("60/minute", "code")
        why = _("We do not know this code. Please compare it with the one you were given.")
        return show("participant/code.html", why=why, code=code), 404
    return redirect(f"/j/{event.code}", 303)


@pages.get("/j/<code>")
def join_page(code: str) -> Any:
    event = by_code(code)
    if event is None:
        slow_down("60/minute", "code")
        return redirect(url_for("participant.ask_code", code=code[:16]), 303)
    if parts().access.held(request.cookies, event.id, ["participant"]):
        return redirect(_phone(event), 303)
    return _join_form(event)


def scanned() -> int | None:
    """The table whose code led here: `?table=3` behind the address."""
    asked = request.args.get("table", "")
    return int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < 4 and 1 <= int(asked) <= MOST_ROOMS else None


def _behind(address: str) -> str:
    """The address with the table that was scanned, so that no step on the way loses it."""
    table = scanned()
    return f"{address}?table={table}" if table else address


def _phone(event: Event) -> str:
    return _behind(f"/e/{event.id}")


def _join_form(event: Event, wrong: Answers | None = None, given: Answers | None = None) -> str:
    spoken = request.accept_languages.best_match([tag for tag, name in LANGUAGES]) or "en"
    return show("participant/join.html", event=event, table=scanned(), here=_behind(f"/j/{event.code}"), wrong=wrong or {}, given=given or {},
                linked=linked(event, f"{parts().settings.public_url}/j/{event.code}"), when=_when(event), spoken=spoken, languages=LANGUAGES)  # fmt: skip


def _when(event: Event) -> dict[str, int] | None:
    """Start and end of the event (ms, UTC), or nothing while it has no slots."""
    if not event.slots:
        return None
    last = event.slots[-1]
    return {"start": event.slots[0].start, "end": last.start + last.length}


@pages.post("/j/<code>")
def join_by_form(code: str) -> Any:
    event = by_code(code) or abort(404, _("We do not know this code."))
    given: Answers = {name: request.form[name] for name in ANSWERS if name in request.form}
    given["quotable"] = "quotable" in request.form
    try:
        grant = joined(event, {**given, "table": scanned()})
    except Refused as refused:
        event = parts().event(event.id) or event  # the door may just have been closed
        return _join_form(event, _wrong(refused), given), 400
    return with_cookie(redirect(_phone(event), 303), grant)


def _wrong(refused: Refused) -> Answers:
    """Field → what is wrong with it, said kindly; `all` when it is about no single field."""
    sentences = {
        "name": _("Please tell us your name, in at most 80 characters."),
        "organisation": _("Please keep this to 200 characters, or leave it empty."),
    }
    field = refused.where.removeprefix("person.join ")
    if field in sentences:
        return {field: sentences[field]}
    return {} if refused.code == "closed" else {"all": said(refused)}


@pages.post("/api/join")
def join_by_api() -> Any:
    given = request.get_json(silent=True)
    if not isinstance(given, dict) or not isinstance(given.get("code"), str):
        return jsonify(ok=False, code="field", why=_("Expected an object with a code.")), 400
    event = by_code(given.pop("code")) or abort(404, _("We do not know this code."))
    try:
        grant = joined(event, given)
    except Refused as refused:
        return refused_with(refused)
    ticket = parts().access.ticket(grant)
    return with_cookie(jsonify(ticket=ticket, person=grant.person, event=event.id), grant)


def joined(event: Event, given: dict[str, Any]) -> Grant:
    """The seat of somebody who joins, or of somebody who is back."""
    slow_down("1200/minute", "join")
    access = parts().access
    known = access.held(request.cookies, event.id, ["participant"])
    if known and known.person in event.people:
        return known
    person = "p" + secrets.token_hex(8)
    command = read("person.join", {**given, "person": person})
    answer = parts().submit(event.id, command, Actor("door"), f"join-{person}")
    if not answer["ok"]:
        raise Refused(answer["code"], answer["why"])
    return Grant("participant", event.id, person)


@pages.get("/e/<event_id>")
def phone(event_id: str) -> Any:
    event = event_or_404(event_id)
    grant = parts().access.held(request.cookies, event.id, ["participant"])
    if grant is None or grant.person not in event.people:
        return redirect(_behind(f"/j/{event.code}"), 303)
    grant = replace(grant, event=event.id)
    data = data_for(event, grant, person=grant.person, languages=LANGUAGES, table=scanned())
    now = find(event.slots, event.clock.slot) if event.clock else None
    return show("participant/phone.html", event=event, page=data, now=now,
                room=_own_room(event, grant.person))  # fmt: skip


def _own_room(event: Event, person: str | None) -> Room | None:
    """The open room in which this person has a seat."""
    made = event.open_round
    seat = made.seats.get(person or "") if made else None
    return room_of(event, seat)[1] if seat else None


@pages.get("/j/<code>/qr.svg")
def qr(code: str) -> Any:
    """The QR code that leads here, for posters and slides."""
    event = by_code(code) or abort(404, _("We do not know this code."))
    drawing = qr_path(f"{parts().settings.public_url}/j/{event.code}")
    return Response(show("qr.svg", **drawing), mimetype="image/svg+xml")
