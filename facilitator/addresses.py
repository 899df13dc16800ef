"""Host names, origins and the LAN address: what this server is called by browsers.

It stands alone because the settings, the front door and the check before an event all ask
the same questions, and none of them should know URL syntax.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "::1")
EVERYWHERE = ("", "0.0.0.0", "::")  # listening here means all addresses of the machine
DOCUMENTATION_ADDRESS = ("192.0.2.1", 9)  # RFC 5737: belongs to nobody


def bracketed(host: str) -> str:
    """The host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def address(host: str, port: int, scheme: str = "http") -> str:
    """The origin for this host and port as browsers write it, without a default port."""
    default = {"http": 80, "https": 443}.get(scheme)
    return f"{scheme}://{bracketed(host)}" + ("" if port == default else f":{port}")


def origin_of(url: str) -> str:
    """What a browser calls the origin of this http(s) address: lower case, no default port."""
    parts = urlsplit(url)
    port = parts.port or {"https": 443}.get(parts.scheme, 80)
    return address(parts.hostname or "", port, parts.scheme)


def host_in(header: str) -> str:
    """The name in a Host header, without port and brackets, lower case; "" if it is no name."""
    try:
        parts = urlsplit(f"//{header}")
        _ = parts.port  # raises for an impossible port
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.netloc == header and "@" not in header else ""


def is_private(url: str) -> bool:
    """Whether the host is this machine, a private address or a name that stays in the house."""
    host = urlsplit(url).hostname or "localhost"
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(".local")


def lan_address() -> str:
    """The address phones on the same network can reach; 127.0.0.1 without a network.

    Connecting a UDP socket only chooses a route; nothing is sent.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(DOCUMENTATION_ADDRESS)
            found: str = probe.getsockname()[0]
        except OSError:
            return "127.0.0.1"
    return "127.0.0.1" if found in EVERYWHERE else found


def own_names() -> frozenset[str]:
    """The names and addresses of this machine that need no setting."""
    name = socket.gethostname().lower()
    return frozenset({*LOOPBACK, lan_address(), name, f"{name.removesuffix('.local')}.local"})
