"""For whoever looks after the server: is it alive, can it write, how is it doing."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify

from facilitator.web.pages import parts

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def alive() -> Any:
    """The process answers; nothing else is asked."""
    return jsonify(ok=True)


@pages.get("/readyz")
def ready() -> Any:
    """The database takes writes and the disk has room."""
    trouble = parts().trouble()
    return jsonify(ok=not trouble, why=trouble), 503 if trouble else 200
