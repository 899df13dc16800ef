"""What every page has: its grant, the screens it starts with, a kind page for what fails.

A page carries the snapshots of its channels and a ticket, so that it shows the truth before
any script has run and its socket continues from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import Response, abort, current_app, g, jsonify, make_response, render_template, request
from flask import url_for as address_of
from flask_babel import gettext as _
from limits import parse
from werkzeug.exceptions import HTTPException, TooManyRequests

from facilitator.access import LIFE, Grant, cookie_name
from facilitator.conductor import Answer
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused, Role
from facilitator.parts import Parts
from facilitator.resources import resource_dir
from facilitator.screens import channels_of, view
from facilitator.web.statics import IMPORTS


def parts() -> Parts:
    """The rest of the house."""
    found: Parts = current_app.extensions["parts"]
    return found


def static_version() -> str:
    """A word that changes with any file under static/, so that browsers may keep them for good."""
    folder, digest = resource_dir("static"), hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def event_or_404(event_id: str) -> Event:
    """The event, or a kind page."""
    event = parts().event(event_id) if len(event_id) < 80 else None
    return event or abort(404, _("There is no such event on this server."))


def granted(event: Event, *roles: Role) -> Grant:
    """What the caller holds for this event, the first of the roles; or a kind page."""
    grant = parts().access.held(request.cookies, event.id, roles)
    if grant is None:
        abort(403, _("This page needs its own link. Ask the organiser of the event for it."))
    return replace(grant, event=event.id)


def data_for(
    event: Event, grant: Grant, only: Sequence[str] | None = None, **more: Any
) -> dict[str, Any]:
    """What the page's script starts with; a slim page hears `only` some of its channels."""
    channels = only or channels_of(event, grant.actor)
    more = {**more, "channels": only} if only else more
    return {
        "ticket": parts().access.ticket(grant), "epoch": parts().epoch, "at": parts().now(),
        "seq": event.seq, "snapshots": {name: view(event, name) for name in channels},
        "icons": address_of("static", filename="icons/icons.svg"), "event": event.id,
        "role": grant.role, **more,
    }  # fmt: skip


def called() -> str:
    """What this screen is called (`?name=Left of the stage`), so that the desk knows which it is."""
    return " ".join(request.args.get("name", "").split())[:80]


def bare_data(**more: Any) -> dict[str, Any]:
    """What the script of a page without an event starts with."""
    return {"at": parts().now(), "icons": address_of("static", filename="icons/icons.svg"), **more}


def language() -> str:
    """The language this browser asked for, or the nearest one that is spoken here."""
    if "language" not in g:
        g.language = parts().catalogues.wanted(request.headers.get("Accept-Language"))
    return str(g.language)


def show(template: str, **values: Any) -> str:
    """The page; every page knows where the browser libraries are, and its script what to say."""
    imports = {name: address_of("static", filename=path) for name, path in IMPORTS.items()}
    if "page" in values and (words := parts().catalogues.words(language(), template.partition("/")[0])):
        values["page"] = {**values["page"], "locale": language(), "words": words}
    return render_template(template, imports={"imports": imports}, **values)


def with_cookie(response: Any, grant: Grant) -> Response:
    """The response, which lets this browser keep the grant."""
    made = make_response(response)
    made.set_cookie(
        cookie_name(grant.role, grant.event), parts().access.ticket(grant), max_age=LIFE,
        httponly=True, samesite="Lax", secure=parts().settings.secure,
    )  # fmt: skip
    return made


def slow_down(limit: str, what: str) -> None:
    """Refuses one network address that asks too often, such as “60/minute”."""
    limiter = current_app.extensions["limiter"]
    if not limiter.hit(parse(limit), what, request.remote_addr or ""):
        raise TooManyRequests(_("Too many attempts from here. Please wait a minute."))


def said(refused: Refused) -> str:
    """Why not, in the language of whoever asked."""
    return parts().catalogues.said(refused.why, language())


def refused_with(refused: Refused, status: int = 400) -> Any:
    """The wire's answer to what a page's script asked and may not have."""
    return jsonify(ok=False, code=refused.code, why=said(refused)), status


def told(answer: Answer) -> Answer:
    """The conductor's answer as this browser is given it."""
    return answer if answer["ok"] else {**answer, "why": parts().catalogues.said(answer["why"], language())}


def wants_json() -> bool:
    return request.path.startswith("/api/")


def _sentence(code: int) -> str:
    """What is said when no page had its own words."""
    if code == 404:
        return _("This address leads nowhere. Please compare it with the one you were given.")
    if code >= 500:
        return _("Something went wrong on the server. What was saved before is kept.")
    return _("That did not work.")


def refusal(error: HTTPException) -> Any:
    """Any failure as a kind page, or as the wire's answer for /api."""
    code = error.code or 500
    if code < 400:
        return error
    ours = error.description != type(error).description  # said by a page of ours, not by the library
    why = str(error.description) if code in (403, 404, 429) and ours else _sentence(code)
    if wants_json():
        name = {403: "forbidden", 404: "unknown", 429: "rate"}.get(code, "field")
        return jsonify(ok=False, code=name, why=why), code
    return show("refused.html", why=why, code=code), code
