"""What a browser loads besides pages: packed once, and named ahead, for a phone in a slow network.

It stands alone because it knows files and nothing of events. Pages themselves are not packed: they
hold a ticket beside words that others wrote, and the size of what is packed tells of both (BREACH).
"""

from __future__ import annotations

import gzip
import posixpath
import re
from functools import cache
from typing import Any

from flask import Response, redirect, request, url_for

from facilitator.resources import resource_dir

IMPORTS = {
    "preact": "vendor/preact.mjs",
    "preact/hooks": "vendor/preact-hooks.mjs",
    "htm": "vendor/htm.module.js",
    "socket.io-client": "vendor/socket.io.esm.min.js",
}
"""Names in the import map → files."""
PACKED = {"text/css", "text/javascript", "application/javascript", "image/svg+xml"}
_IMPORT = re.compile(r'(?:\bfrom|^import)\s*"([^"]+)"', re.M)


@cache
def modules_of(script: str) -> tuple[str, ...]:
    """All modules that a script of static/js needs, so that a page can ask for them at once.

    Otherwise a browser learns of each level of imports only when the one before has arrived.
    """
    folder, found, waiting = resource_dir("static"), dict[str, None](), [f"js/{script}"]
    while waiting:
        path = waiting.pop(0)
        if path in found or not (folder / path).is_file():
            continue
        found[path] = None
        names = _IMPORT.findall((folder / path).read_text("utf-8"))
        waiting += [IMPORTS.get(name) or posixpath.normpath(f"{posixpath.dirname(path)}/{name}") for name in names]
    return tuple(found)


@cache
def packed(name: str) -> bytes:
    """That static file, packed; the address changes with any of them, so it is never stale."""
    return gzip.compress((resource_dir("static") / name).read_bytes(), mtime=0)


def of_today(version: str, filename: str) -> Any:
    """A file for a page that was opened before an update, such as a typeface that it needs only now."""
    return redirect(url_for("static", filename=filename))


def pack(response: Response) -> Response:
    """A static file as the browser likes it best; a part of a file stays as it is."""
    if request.endpoint != "static" or response.mimetype not in PACKED:
        return response
    response.vary.add("Accept-Encoding")
    if response.status_code == 200 and "gzip" in request.accept_encodings:
        response.direct_passthrough = False
        response.response.close()  # type: ignore[union-attr]
        response.set_data(packed((request.view_args or {})["filename"]))
        response.headers["Content-Encoding"] = "gzip"
        response.headers.pop("ETag", None)  # it names the bytes that are not packed
    return response
