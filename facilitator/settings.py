"""The environment, read once into a frozen value that refuses what would be unsafe.

It stands alone because reading is pure: a mapping goes in, a value or a sentence comes out.
The three things that touch the machine (making the data folder, the secret, finding the LAN
address) are in settle.py and happen when the server starts.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from facilitator.addresses import EVERYWHERE, LOOPBACK, address, is_private, origin_of

PREFIX = "FACILITATOR_"
TEST_PREFIX = "FACILITATOR_TEST_"  # belongs to the test suite
NAMES = ["DATABASE_URL", "DATA", "PUBLIC_URL", "SECRET_KEY", "REDIS_URL", "HOST", "PORT", "ASYNC", "LOG",
         "PRIVATE_WEBHOOKS", "MODEL_URL", "MODEL_NAME", "MODEL_KEY", "MODEL_VECTORS"]
MODES = ("eventlet", "threading")
LOG_LEVELS = ("debug", "info", "warning", "error")
SECRET_LENGTH = 32  # characters at least
SECRET_VARIETY = 8  # different characters at least
# Long enough never to turn up in a random secret by chance.
GUESSABLE = ["changeme", "change-me", "change_me", "secret", "password", "default", "example", "insecure", "facilitator", "placeholder", "development"]
PSYCOPG2 = "postgresql+psycopg2://"  # psycopg 3 would block every green thread
POSTGRES_SPELLINGS = ("postgres://", "postgresql://", "postgresql+psycopg://")


class Unsafe(ValueError):
    """A setting, or a combination of them, that must not run; its text is for the operator."""


@dataclass(frozen=True)
class Settings:
    """All settings. An empty `public_url` or `secret_key` is filled in by settle.py."""

    data: Path = Path("var")
    database_url: str = "sqlite:///var/facilitator.db"
    public_url: str = ""
    secret_key: str = ""
    redis_url: str = ""
    host: str = "0.0.0.0"
    port: int = 8000
    async_mode: str = "eventlet"
    log: str = "info"
    private_webhooks: bool = False
    model_url: str = ""
    model_name: str = ""
    model_key: str = field(default="", repr=False)
    model_vectors: str = ""
    workers: int = 1

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Settings from a mapping such as os.environ; Unsafe says what to change."""
        given = _ours(environment)
        data = Path(given.get("DATA", "var"))
        return cls(
            data=data,
            database_url=_database(given.get("DATABASE_URL", "") or _sqlite_in(data)),
            public_url=given.get("PUBLIC_URL", "").rstrip("/"),
            secret_key=given.get("SECRET_KEY", ""),
            redis_url=given.get("REDIS_URL", ""),
            host=given.get("HOST", "0.0.0.0").strip("[]"),
            port=_port(given.get("PORT", "8000")),
            async_mode=given.get("ASYNC", "eventlet"),
            log=given.get("LOG", "info").lower(),
            model_url=given.get("MODEL_URL", "").rstrip("/"),
            model_name=given.get("MODEL_NAME", ""),
            model_key=given.get("MODEL_KEY", ""),
            model_vectors=given.get("MODEL_VECTORS", ""),
            private_webhooks=_yes("PRIVATE_WEBHOOKS", given.get("PRIVATE_WEBHOOKS", "no")),
        )

    def __post_init__(self) -> None:
        """Refuses unsafe values, also those that dataclasses.replace brings in."""
        _one_of("ASYNC", self.async_mode, MODES)
        _one_of("LOG", self.log, LOG_LEVELS)
        if not 0 <= self.port <= 65535:
            raise Unsafe(f"The port must be between 0 and 65535, not {self.port}.")
        _check_database(self.database_url)
        _check_redis(self.redis_url)
        _check_public_url(self.public_url)
        _check_model(self.model_url, self.model_name, self.model_key, self.model_vectors)
        if self.secret_key:
            check_secret(self.secret_key, "FACILITATOR_SECRET_KEY")
        self._check_workers()

    def _check_workers(self) -> None:
        if self.workers < 1:
            raise Unsafe(f"At least one worker is needed, not {self.workers}.")
        if self.workers == 1:
            return
        if self.sqlite:
            raise Unsafe(
                "Several workers need PostgreSQL, because SQLite allows one writing process. "
                "Set FACILITATOR_DATABASE_URL to a postgresql:// address or use one worker."
            )
        if not self.redis_url:
            raise Unsafe("Several workers need Redis. Set FACILITATOR_REDIS_URL.")

    @property
    def sqlite(self) -> bool:
        """Whether the store is a SQLite file."""
        return self.database_url.startswith("sqlite")

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that cookies may be marked Secure."""
        return self.public_url.startswith("https://")

    @property
    def origins(self) -> tuple[str, ...]:
        """The browser origins that may open a socket: the public one and this machine's own."""
        own = tuple(address(name, self.port) for name in LOOPBACK)
        return (origin_of(self.public_url), *own) if self.public_url else own

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about what is allowed but should be looked at before an event."""
        found = []
        if self.public_url.startswith("http://") and not is_private(self.public_url):
            found.append("The public address is http, so links and cookies travel readably.")
        redis = urlsplit(self.redis_url)
        if self.redis_url and not redis.password and not is_private(self.redis_url):
            found.append("Redis is on another network and has no password.")
        return tuple(found)


def check_secret(secret: str, name: str) -> None:
    """Refuses a secret that is short, monotonous or a known default; never repeats it."""
    if len(secret) < SECRET_LENGTH:
        raise Unsafe(f"{name} is too short: use at least {SECRET_LENGTH} random characters.")
    if len(set(secret)) < SECRET_VARIETY or any(word in secret.lower() for word in GUESSABLE):
        raise Unsafe(f"{name} could be guessed: use {SECRET_LENGTH} or more random characters.")


def _ours(environment: Mapping[str, str]) -> dict[str, str]:
    """Our names without the prefix; empty values count as not given."""
    given = {}
    for name, value in environment.items():
        if not name.startswith(PREFIX) or name.startswith(TEST_PREFIX):
            continue
        if name.removeprefix(PREFIX) not in NAMES:
            raise Unsafe(f"{name} is not a setting. {_nearest(name)}")
        if value.strip():
            given[name.removeprefix(PREFIX)] = value.strip()
    return given


def _nearest(name: str) -> str:
    known = [PREFIX + each for each in NAMES]
    close = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean {close[0]}?" if close else f"Known are {', '.join(known)}."


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise Unsafe(f"{PREFIX}{name} must be one of {', '.join(choices)}, not “{value}”.")


def _yes(name: str, text: str) -> bool:
    _one_of(name, text.lower(), ("yes", "no"))
    return text.lower() == "yes"


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Unsafe(f"FACILITATOR_PORT must be a number, not “{text}”.")
    return int(text)


def _sqlite_in(data: Path) -> str:
    return f"sqlite:///{(data / 'facilitator.db').as_posix()}"


def _database(url: str) -> str:
    for spelling in POSTGRES_SPELLINGS:
        if url.startswith(spelling):
            return PSYCOPG2 + url.removeprefix(spelling)
    return url


def _check_database(url: str) -> None:
    scheme, _, rest = url.partition("://")
    if scheme.partition("+")[0] == "sqlite":
        if not rest.strip("/") or ":memory:" in rest:
            raise Unsafe("A SQLite database in memory would forget the event; name a file.")
    elif not url.startswith(PSYCOPG2):
        raise Unsafe(
            "FACILITATOR_DATABASE_URL must begin with sqlite:/// or postgresql://, "
            f"not {scheme or 'nothing'}."
        )


def _check_redis(url: str) -> None:
    if url and not url.startswith(("redis://", "rediss://", "unix://")):
        raise Unsafe("FACILITATOR_REDIS_URL must begin with redis://, rediss:// or unix://.")


def _check_public_url(url: str) -> None:
    if not url:
        return
    try:
        parts = urlsplit(url)
        _ = parts.port  # read only because it raises for an impossible port
    except ValueError:
        raise Unsafe(f"FACILITATOR_PUBLIC_URL is not an address: “{url}”.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unsafe(f"FACILITATOR_PUBLIC_URL must be an http or https address, not “{url}”.")
    if parts.path or parts.query or parts.fragment or parts.username is not None:
        raise Unsafe("FACILITATOR_PUBLIC_URL must be scheme, host and port alone.")
    if parts.hostname in EVERYWHERE:
        raise Unsafe(f"FACILITATOR_PUBLIC_URL: phones cannot open {parts.hostname}.")


def _check_model(url: str, name: str, key: str, vectors: str) -> None:
    if not url:
        if name or key or vectors:
            raise Unsafe("FACILITATOR_MODEL_URL is missing: where is the model to be asked?")
        return
    try:
        parts = urlsplit(url)
        _ = parts.port  # read only because it raises for an impossible port
    except ValueError:
        raise Unsafe(f"FACILITATOR_MODEL_URL is not an address: “{url}”.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise Unsafe("FACILITATOR_MODEL_URL is the address before /chat/completions, such as https://models.example.org/v1.")
    if parts.username is not None:
        raise Unsafe("FACILITATOR_MODEL_URL must not hold a key; use FACILITATOR_MODEL_KEY.")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise Unsafe("FACILITATOR_MODEL_URL must begin with https:// unless the model is on this machine: notes would travel readably.")
    if not name:
        raise Unsafe("FACILITATOR_MODEL_NAME is missing: which model is to be asked?")
    if not key.isprintable() or not key.isascii() or not (name + vectors).isprintable():
        raise Unsafe("FACILITATOR_MODEL_KEY, FACILITATOR_MODEL_NAME and FACILITATOR_MODEL_VECTORS must be one line of printable characters.")
