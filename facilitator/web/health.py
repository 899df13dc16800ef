"""For whoever looks after the server: is it alive, can it write, how is it doing."""

from __future__ import annotations

import hmac
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request

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


@pages.get("/metrics")
def metrics() -> Any:
    """The figures in Prometheus' text format, for whoever has the word (`facilitator doctor`)."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(given.encode(), parts().access.metrics_word(parts().settings.secret_key).encode()):
        abort(403, "The metrics need their word. “facilitator doctor” prints it.")
    lines = [f"# TYPE facilitator_{name} gauge\nfacilitator_{name} {value:g}"
             for name, value in sorted(parts().figures().items())]  # fmt: skip
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
