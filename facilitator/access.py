"""Who may come in: capability links for those who run an event, tickets for everybody.

A link is a long random word; only its keyed hash is stored, so a copy of the database opens
no door. Following a link exchanges it for a cookie. A page carries a ticket, a short signed
statement of who asks, with which its socket introduces itself.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from itsdangerous import BadData, URLSafeTimedSerializer

from facilitator.domain.stamp import Actor, Role

LIFE = 60 * 24 * 60 * 60
"""Seconds a cookie or ticket is good for: two months, from planning to the report."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A right that somebody holds: a role in an event (or in a series, for the organiser)."""

    role: Role
    event: str = ""
    person: str = ""
    link: str = ""

    @property
    def actor(self) -> Actor:
        return Actor(self.role, self.person or None)


class Link(Protocol):
    """A capability link as it is kept."""

    @property
    def id(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def event(self) -> str | None: ...
    @property
    def created_at(self) -> int: ...
    @property
    def revoked_at(self) -> int | None: ...


class Links(Protocol):
    """What keeps links."""

    def add_link(self, id: str, hash: str, role: str, event: str | None, at: int) -> None: ...
    def link_by_hash(self, hash: str) -> Link | None: ...
    def links_of(self, event: str) -> Sequence[Link]: ...
    def revoke_link(self, id: str, at: int) -> None: ...
    def revoked_link_ids(self) -> Iterable[str]: ...


class Access:
    """Issues links and tickets and reads them again."""

    def __init__(self, secret: str, links: Links, now: Callable[[], int]) -> None:
        self._links, self._now = links, now
        self._pepper = hashlib.sha256(b"links" + secret.encode()).digest()
        self._signer = URLSafeTimedSerializer(secret, salt="grant")
        self._revoked = set(links.revoked_link_ids())
        self.on_revoked: Callable[[str], None] = lambda link_id: None
        """Called with the id of a link that has just been revoked."""

    def issue(self, role: Role, event: str = "") -> str:
        """A new link's secret word; it is shown once and cannot be read again."""
        word = secrets.token_urlsafe(24)
        id = "k" + secrets.token_hex(8)
        self._links.add_link(id, self._hash(word), role, event or None, self._now())
        return word

    def opened(self, word: str) -> Grant | None:
        """What the link with this word grants; None when there is none, or it was revoked."""
        link = self._links.link_by_hash(self._hash(word)) if len(word) < 200 else None
        if link is None or link.revoked_at is not None:
            return None
        role: Role = link.role  # type: ignore[assignment]  # only `issue` writes it
        return Grant(role, link.event or "", link=link.id)

    def revoke(self, link_id: str) -> None:
        """Ends a link, and every cookie, ticket and connection made from it."""
        self._links.revoke_link(link_id, self._now())
        self._revoked.add(link_id)
        self.on_revoked(link_id)

    def links_of(self, event: str) -> Sequence[Link]:
        """The links to an event, oldest first, without their words."""
        return self._links.links_of(event)

    def ticket(self, grant: Grant) -> str:
        """The grant as a signed text, for a cookie or a socket."""
        return self._signer.dumps({k: v for k, v in asdict(grant).items() if v})

    def read(self, ticket: object) -> Grant | None:
        """The grant in a signed text; None when it is forged, too old or revoked."""
        if not isinstance(ticket, str) or len(ticket) > 2_000:
            return None
        try:
            grant = Grant(**self._signer.loads(ticket, max_age=LIFE))
        except (BadData, TypeError):
            return None
        return grant if self.holds(grant.link) else None

    def holds(self, link_id: str) -> bool:
        """Whether that link has not been revoked."""
        return link_id not in self._revoked

    def held(self, cookies: Mapping[str, str], event: str, roles: Iterable[Role]) -> Grant | None:
        """The first of these roles that the cookies hold for the event."""
        for role in roles:
            grant = self.read(cookies.get(cookie_name(role, event)))
            of_this = grant is not None and (grant.event == event or role == "organiser")
            if grant is not None and of_this and grant.role == role:
                return grant
        return None

    @staticmethod
    def metrics_word(secret: str) -> str:
        """The word with which a monitor may read the metrics; always the same."""
        return hmac.new(secret.encode(), b"metrics", hashlib.sha256).hexdigest()[:32]

    def _hash(self, word: str) -> str:
        return hmac.new(self._pepper, word.encode(), hashlib.sha256).hexdigest()


def cookie_name(role: Role, event: str) -> str:
    """One cookie a role and event, so that a person may hold several."""
    return "f_organiser" if role == "organiser" else f"f_{role}_{event}"
