"""The part of the settings that touches the machine: data folder, secret, LAN address.

It stands alone so that reading settings stays pure and can be tested without a disk.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from facilitator.addresses import EVERYWHERE, address, lan_address
from facilitator.settings import Settings, Unsafe, check_secret

SECRET_BYTES = 32
SECRET_FILE = "secret"
SCALE = "Install it with: .venv/bin/pip install -e '.[scale]'"


def settle(settings: Settings, port: int | None = None) -> Settings:
    """Complete settings: makes the data folder and the secret, finds the public address.

    `port` is the one really listened on (port 0 lets the system choose). Unsafe if the
    folder cannot be written or a library for these settings is missing.
    """
    _check_libraries(settings)
    make_folder(settings.data)
    listening = settings.port if port is None else port
    host = lan_address() if settings.host in EVERYWHERE else settings.host
    return replace(
        settings,
        port=listening,
        secret_key=settings.secret_key or kept_secret(settings.data),
        public_url=settings.public_url or address(host, listening),
    )


def make_folder(folder: Path) -> None:
    """Makes the data folder, for its owner alone; an existing one is left as it is."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unsafe(f"The data folder {folder} cannot be made: {error.strerror}.") from None


def kept_secret(folder: Path) -> str:
    """The secret of this installation, made at the first start and readable by its owner alone."""
    path = folder / SECRET_FILE
    try:
        if not path.exists():
            _write_once(path, secrets.token_urlsafe(SECRET_BYTES))
        secret = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Unsafe(f"The secret in {path} cannot be kept: {error}.") from None
    check_secret(secret, f"The secret in {path}")
    return secret


def _write_once(path: Path, text: str) -> None:
    """Puts a whole file in place unless another process was first, whose file then stands."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(name, path)  # unlike a rename, never replaces
    finally:
        os.unlink(name)


def _check_libraries(settings: Settings) -> None:
    wanted = {"psycopg2": not settings.sqlite, "redis": bool(settings.redis_url)}
    for library, needed in wanted.items():
        if needed and importlib.util.find_spec(library) is None:
            raise Unsafe(f"These settings need the library {library}. {SCALE}")
