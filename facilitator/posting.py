"""One POST to somebody else's server, made with care.

An organiser names an address and this server goes there, so the address is looked at first:
unless the setting allows it, nothing on this machine or its own network is asked, for behind
the firewall stand routers, databases and clouds' metadata that trust whoever is inside. The
name is resolved once and that very address is connected to, so that a name cannot change its
mind in between; redirects are not followed, and little of the answer is read.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from urllib.parse import SplitResult, urlsplit

PATIENCE = 8  # seconds for each step: connecting, sending, the first line of the answer


class NotSent(Exception):
    """Nothing was delivered; its text says why, for the organiser."""


class _Pinned(HTTPConnection):
    """A connection to an address that was looked at before, whatever its name says now."""

    def __init__(self, parts: SplitResult, place: tuple[str, int]) -> None:
        super().__init__(parts.hostname or "", place[1], timeout=PATIENCE)
        self.default_port = 443 if parts.scheme == "https" else 80
        self._place, self._secure = place, parts.scheme == "https"

    def connect(self) -> None:
        self.sock = socket.create_connection(self._place, PATIENCE)
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


class Poster:
    """Goes to addresses of other servers; to private ones only when the setting allows it."""

    def __init__(self, private: bool) -> None:
        self._private = private

    def check(self, url: str) -> None:
        """NotSent with the reason when that is no address to go to."""
        _looked_at(url, self._private)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Sends the body; returns the answer's status. NotSent when there was none."""
        parts, place = _looked_at(url, self._private)
        connection = _Pinned(parts, place)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request("POST", path, body, dict(headers))
            return connection.getresponse().status
        except TimeoutError:
            raise NotSent("The other server did not answer in time.") from None
        except ssl.SSLError as error:
            why = error.reason or "the certificate is not trusted"
            raise NotSent(f"No safe connection: {why}.") from None
        except (OSError, HTTPException) as error:
            raise NotSent(f"No connection: {error or type(error).__name__}.") from None
        finally:
            connection.close()


def _looked_at(url: str, private: bool) -> tuple[SplitResult, tuple[str, int]]:
    """The address in parts, and where to connect; NotSent when it is not one to go to."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"https": 443}.get(parts.scheme, 80)
    except ValueError:
        raise NotSent("This is not an address.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise NotSent("An address begins with https:// (or http://) and a name.")
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotSent(f"The name {parts.hostname} is not known.") from None
    places = [str(place[0]) for *_, place in found]
    if not places or not (private or all(map(_is_public, places))):
        raise NotSent(
            f"{parts.hostname} is on this machine or its own network. The operator can allow that "
            "with FACILITATOR_PRIVATE_WEBHOOKS=yes."
        )
    return parts, (places[0], port)


def _is_public(place: str) -> bool:
    address = ipaddress.ip_address(place.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    address = mapped or address
    return address.is_global and not address.is_multicast

