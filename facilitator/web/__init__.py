"""Thin Flask: one blueprint per audience, and what all pages share."""

from __future__ import annotations

import secrets

from babel.support import NullTranslations
from flask import Flask, Response, g, has_request_context, request
from flask.json.provider import DefaultJSONProvider
from flask_babel import Babel, Domain, get_locale
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from werkzeug.exceptions import HTTPException

from facilitator.parts import Parts
from facilitator.resources import resource_dir
from facilitator.web import (
    api,
    crew,
    doors,
    health,
    moderator,
    organiser,
    participant,
    planning,
    plenary,
    printing,
    public,
    stage,
    times,
    webhooks,
)  # fmt: skip
from facilitator.web.pages import language, parts, refusal, static_version
from facilitator.web.statics import modules_of, of_today, pack

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self' {sockets}; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class ScreenJson(DefaultJSONProvider):
    """Pages carry screens, and screens may hold shelves."""

    default = staticmethod(lambda value: dict(value))
    sort_keys = False


class Spoken(Domain):
    """The catalogues of the house, as Flask-Babel asks for them."""

    def get_translations(self) -> NullTranslations:
        return parts().catalogues.book(language()) if has_request_context() else NullTranslations()


def create(house: Parts) -> Flask:
    """The Flask application with all pages; Socket.IO is put on it by the composition root."""
    version = static_version()
    app = Flask(
        "facilitator", static_folder=str(resource_dir("static")),
        static_url_path=f"/static/{version}", template_folder=str(resource_dir("templates")),
    )  # fmt: skip
    app.json = ScreenJson(app)
    app.config.update(
        MAX_CONTENT_LENGTH=1 << 20, MAX_FORM_MEMORY_SIZE=1 << 20, SEND_FILE_MAX_AGE_DEFAULT=31536000
    )
    app.extensions["parts"] = house
    app.extensions["limiter"] = MovingWindowRateLimiter(MemoryStorage())
    babel = Babel(app, locale_selector=lambda: language().replace("-", "_"))
    babel.domain_instance = Spoken()
    for audience in (doors, public, participant, moderator, plenary, stage, crew, organiser,
                     planning, printing, webhooks, api, health):
        app.register_blueprint(audience.pages)
    app.add_url_rule("/static/<version>/<path:filename>", view_func=of_today)
    app.before_request(_new_nonce)
    app.after_request(_secured)
    app.after_request(pack)
    app.register_error_handler(HTTPException, refusal)
    app.context_processor(_spoken)
    app.jinja_env.globals.update(modules=modules_of)
    app.jinja_env.filters.update(hour=times.hour, day=times.day, place=times.place)
    return app


def _spoken() -> dict[str, str]:
    """What every template needs to speak: the language, its direction, the page's nonce."""
    locale = get_locale()
    return {"nonce": g.nonce, "locale": language(), "direction": locale.text_direction if locale else "ltr"}


def _new_nonce() -> None:
    g.nonce = secrets.token_urlsafe(16)


def _secured(response: Response) -> Response:
    sockets = f"ws://{request.host} wss://{request.host}"
    nonce = getattr(g, "nonce", "")
    response.headers.setdefault("Content-Security-Policy", POLICY.format(nonce=nonce, sockets=sockets))
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response
