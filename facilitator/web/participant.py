"""The participant's pages: joining by code, and the one page on the phone."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, request
from flask_babel import gettext as _

from facilitator.access import Grant
from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused
from facilitator.protocol import read
from facilitator.web.pages import (
    data_for,
    event_or_404,
    parts,
    show,
    slow_down,
    with_cookie,
)  # fmt: skip
from facilitator.web.qr import qr_path

pages = Blueprint("participant", __name__)

LANGUAGES = (
    ("en", "English"), ("fr", "Français"), ("es", "Español"), ("pt", "Português"), ("ar", "العربية"),
    ("sw", "Kiswahili"), ("de", "Deutsch"), ("hi", "हिन्दी"), ("zh", "中文"), ("ru", "Русский"),
    ("am", "አማርኛ"), ("ha", "Hausa"), ("id", "Bahasa Indonesia"), ("bn", "বাংলা"), ("ur", "اردو"),
    ("it", "Italiano"), ("nl", "Nederlands"), ("tr", "Türkçe"), ("ja", "日本語"), ("ko", "한국어"),
)  # fmt: skip
"""Languages people can say they talk in, each by its own name."""
FIELDS = ("name", "organisation", "language", "mode", "quotable")


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
    if by_code(code) is None:
        slow_down("60/minute", "code")
        why = _("We do not know this code. It is on the big screen: eight letters and digits.")
        return show("participant/code.html", why=why, code=code), 404
    return redirect(f"/j/{code}", 303)


@pages.get("/j/<code>")
def join_page(code: str) -> Any:
    event = by_code(code)
    if event is None:
        return redirect(f"/j/?code={code[:32]}", 303)
    if parts().access.held(request.cookies, event.id, ["participant"]):
        return redirect(f"/e/{event.id}", 303)
    return _join_form(event)


def _join_form(event: Event, why: str = "", given: dict[str, Any] | None = None) -> str:
    return show("participant/join.html", event=event, why=why, given=given or {},
                languages=LANGUAGES)  # fmt: skip


@pages.post("/j/<code>")
def join_by_form(code: str) -> Any:
    event = by_code(code) or abort(404, _("We do not know this code."))
    given = {name: request.form[name] for name in FIELDS if name in request.form}
    try:
        grant = joined(event, {**given, "quotable": "quotable" in request.form})
    except Refused as refused:
        return _join_form(event, refused.why, given), 400
    return with_cookie(redirect(f"/e/{event.id}", 303), grant)


@pages.post("/api/join")
def join_by_api() -> Any:
    given = request.get_json(silent=True)
    if not isinstance(given, dict) or not isinstance(given.get("code"), str):
        return jsonify(ok=False, code="field", why=_("Expected an object with a code.")), 400
    event = by_code(given.pop("code")) or abort(404, _("We do not know this code."))
    try:
        grant = joined(event, given)
    except Refused as refused:
        return jsonify(ok=False, code=refused.code, why=refused.why), 400
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
        return redirect(f"/j/{event.code}", 303)
    data = data_for(event, replace(grant, event=event.id), person=grant.person)
    return show("participant/phone.html", event=event, page=data)


@pages.get("/j/<code>/qr.svg")
def qr(code: str) -> Any:
    """The QR code that leads here, for posters and slides."""
    event = by_code(code) or abort(404, _("We do not know this code."))
    drawing = qr_path(f"{parts().settings.public_url}/j/{event.code}")
    return Response(show("qr.svg", **drawing), mimetype="image/svg+xml")
