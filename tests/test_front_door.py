"""Who may open a socket, and under which names the server answers."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.front_door import FrontDoor, origin_rule
from facilitator.settings import Settings

PUBLIC = "https://salex.example"


def asked(host: str, name: str = "192.0.2.7", port: int = 8000) -> dict[str, Any]:
    return {"HTTP_HOST": host, "SERVER_NAME": name, "SERVER_PORT": str(port)}


@pytest.mark.parametrize(
    ("origin", "host", "good"),
    [
        (PUBLIC, "salex.example", True),
        ("http://192.0.2.7:8000", "192.0.2.7:8000", True),
        ("http://localhost:9000", "localhost:9000", True),  # a proxy on another port
        ("https://evil.example", "salex.example", False),
        ("https://salex.example.evil.example", "salex.example", False),
        ("http://localhost:9001", "localhost:9000", False),
        ("null", "localhost:8000", False),
        ("", "localhost:8000", False),
        (None, "localhost:8000", False),
    ],
)
def test_a_socket_opens_for_our_own_pages_alone(origin: str | None, host: str, good: bool) -> None:
    allowed = origin_rule(Settings.from_environment({"FACILITATOR_PUBLIC_URL": PUBLIC}))
    assert allowed(origin, asked(host)) is good


@pytest.mark.parametrize(
    ("host", "good"),
    [("salex.example", True), ("192.0.2.7:8000", True), ("evil.example", False), ("", False)],
)
def test_the_door_knows_its_names_and_the_address_it_was_reached_by(host: str, good: bool) -> None:
    door = FrontDoor(lambda environ, start: [], {"salex.example"})
    assert door.knows(asked(host)) is good
