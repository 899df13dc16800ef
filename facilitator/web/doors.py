"""The ways in: a capability link, exchanged for a cookie, and then its page."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, request
from flask_babel import gettext as _

from facilitator.access import Grant
from facilitator.web.pages import parts, slow_down, with_cookie

pages = Blueprint("doors", __name__)

LEADS_TO = {
    "moderator": "control", "host": "plenary", "screen": "screen", "stage": "stage",
    "crew": "crew", "report": "report",
}  # fmt: skip
PAGES = {*LEADS_TO.values(), "remote", "overlay", "rooms", "plan"}
"""Pages of an event that a link may lead to."""


def page_of(grant: Grant) -> str:
    """The page that a link's holder comes to."""
    if grant.role == "organiser":
        return "/organiser"
    return f"/events/{grant.event}/{LEADS_TO[grant.role]}"


@pages.get("/")
def front() -> Any:
    return redirect("/j/")


@pages.get("/l/<word>")
@pages.get("/l/<word>/<page>")
def link(word: str, page: str = "") -> Any:
    """Exchanges a link for a cookie, so that the secret word leaves the address bar.

    A page named behind the word is opened instead of the role's own, with its parameters: one
    address is all that a streaming program or a telephone needs. The page asks for the role.
    """
    if page and page not in PAGES:
        abort(404, _("There is no such page."))
    slow_down("120/minute", "link")
    grant = parts().access.opened(word)
    if grant is None:
        abort(403, _("This link does not work any more. Ask the organiser for a new one."))
    asked = request.query_string.decode("ascii", "ignore")
    to = f"/events/{grant.event}/{page}" if page and grant.event else page_of(grant)
    return with_cookie(redirect(f"{to}?{asked}" if asked else to, 303), grant)
