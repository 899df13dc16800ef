"""The ways in: a capability link, exchanged for a cookie, and then its page."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect
from flask_babel import gettext as _

from facilitator.access import Grant
from facilitator.web.pages import parts, slow_down, with_cookie

pages = Blueprint("doors", __name__)

LEADS_TO = {
    "moderator": "control", "host": "plenary", "screen": "screen", "stage": "stage",
    "report": "report",
}  # fmt: skip


def page_of(grant: Grant) -> str:
    """The page that a link's holder comes to."""
    if grant.role == "organiser":
        return "/organiser"
    return f"/events/{grant.event}/{LEADS_TO[grant.role]}"


@pages.get("/")
def front() -> Any:
    return redirect("/j/")


@pages.get("/l/<word>")
def link(word: str) -> Any:
    """Exchanges a link for a cookie, so that the secret word leaves the address bar."""
    slow_down("120/minute", "link")
    grant = parts().access.opened(word)
    if grant is None:
        abort(403, _("This link does not work any more. Ask the organiser for a new one."))
    return with_cookie(redirect(page_of(grant), 303), grant)
