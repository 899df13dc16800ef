"""Law 5 for pages: for every route and every role, open or closed exactly as declared here."""

from __future__ import annotations

import pytest

from facilitator.app import House
from facilitator.domain.stamp import Role
from tests.builders import EVENT
from tests.web.conftest import Visitor

ROLES: tuple[Role, ...] = (
    "organiser", "moderator", "host", "screen", "stage", "crew", "report", "participant",
)  # fmt: skip
EVERYBODY = frozenset({*ROLES, "stranger"})
CREW = frozenset({"organiser", "moderator"})

# Rule → who gets in. A new route fails until somebody has said here who may open it.
OPEN_TO = {
    "/api/": EVERYBODY, "/api/openapi.json": EVERYBODY,
    # Cookies open nothing here: these ask for a link's word in a header (test_api.py).
    "/api/events/<event_id>/commands/<name>": frozenset(),
    "/api/events/<event_id>/screens": frozenset(),
    "/api/events/<event_id>/screens/<channel>": frozenset(),
    "/s/<code>": EVERYBODY, "/s/<code>/agenda.ics": EVERYBODY,
    "/events/<event_id>/webhooks": {"organiser"},
    "/events/<event_id>/webhooks/<hook>/<deed>": {"organiser"},
    "/events/<event_id>/remote": CREW, "/events/<event_id>/crew": CREW | {"crew"},
    "/events/<event_id>/overlay": CREW | {"screen", "stage", "crew"},
    "/static/<version>/<path:filename>": EVERYBODY, "/": EVERYBODY, "/l/<word>": EVERYBODY, "/l/<word>/<page>": EVERYBODY, "/healthz": EVERYBODY, "/readyz": EVERYBODY,
    "/metrics": frozenset(), "/j/": EVERYBODY, "/j/<code>": EVERYBODY,
    "/j/<code>/qr.svg": EVERYBODY, "/e/<event_id>": EVERYBODY, "/api/join": EVERYBODY,
    "/organiser": {"organiser"}, "/organiser/new": {"organiser"}, "/api/agenda": {"organiser"},
    "/api/templates": {"organiser"},
    "/events/<event_id>/print/poster": CREW, "/events/<event_id>/print/tables": CREW,
    "/events/<event_id>/print/runsheet": CREW,
    "/events/<event_id>/wifi.svg": CREW | {"host", "screen"},
    "/events/<event_id>/plan.<kind>": CREW, "/events/<event_id>/changes": CREW,
    "/events/<event_id>/agenda": CREW, "/api/series": {"organiser"}, "/api/links": {"organiser"}, "/api/links/revoke": {"organiser"},
    "/events/<event_id>/control": CREW, "/events/<event_id>/rooms": CREW,
    "/events/<event_id>/people": CREW, "/events/<event_id>/ways": CREW, "/events/<event_id>/roster": CREW,
    "/events/<event_id>/plan": CREW, "/events/<event_id>/stage": CREW | {"stage"},
    "/events/<event_id>/plenary": CREW | {"host"},
    "/events/<event_id>/screen": CREW | {"host", "screen"},
    "/events/<event_id>/preview": CREW | {"host"},
    "/events/<event_id>/report": CREW | {"host", "report"},
    "/events/<event_id>/export.<kind>": CREW | {"report"},
}  # fmt: skip
POSTED = {"/events/<event_id>/webhooks/<hook>/<deed>", "/events/<event_id>/roster", "/api/events/<event_id>/commands/<name>", "/api/agenda", "/api/series", "/api/links/revoke", "/api/templates",
          "/events/<event_id>/changes", "/events/<event_id>/agenda"}  # fmt: skip
VALUES = {"<event_id>": EVENT, "<word>": "nothing", "<code>": "ABCD2345", "<kind>": "json",
          "<name>": "door.close", "<channel>": "hall", "<hook>": "h0", "<deed>": "test", "<version>": "old", "<path:filename>": "css/base.css"}


def address(rule: str) -> str:
    for name, value in VALUES.items():
        rule = rule.replace(name, value)
    return rule


def test_every_route_is_declared(house: House) -> None:
    rules = {str(rule) for rule in house.web.url_map.iter_rules() if rule.endpoint != "static"}
    assert rules <= OPEN_TO.keys()


@pytest.mark.parametrize("role", [*ROLES, "stranger"])
def test_each_role_gets_in_where_it_may_and_nowhere_else(visitor: Visitor, role: str) -> None:
    if role != "stranger":
        visitor.may(role, person="p1")  # type: ignore[arg-type]
    known = {str(rule) for rule in visitor.house.web.url_map.iter_rules()}
    for rule in OPEN_TO.keys() & known - {"/l/<word>", "/l/<word>/<page>"}:
        ask = visitor.browser.post if rule in POSTED else visitor.browser.get
        answer = ask(address(rule), json={} if rule in POSTED else None)
        closed = answer.status_code == 403
        assert closed == (role not in OPEN_TO[rule]), (rule, role, answer.status_code)
        assert answer.status_code < 500, rule


def test_a_link_to_one_event_opens_no_other(house: House, visitor: Visitor) -> None:
    visitor.may("moderator", event="e2")
    assert visitor.browser.get(f"/events/{EVENT}/control").status_code == 403


def test_a_revoked_link_opens_nothing_any_more(house: House, visitor: Visitor) -> None:
    visitor.may("moderator")
    assert visitor.browser.get(f"/events/{EVENT}/control").status_code == 200
    [link] = house.parts.access.links_of(EVENT)
    house.parts.access.revoke(link.id)
    assert visitor.browser.get(f"/events/{EVENT}/control").status_code == 403


def test_the_secret_of_a_link_is_nowhere_in_the_database(house: House) -> None:
    word = house.parts.access.issue("moderator", EVENT)
    files = list(house.settings.data.glob("facilitator.db*"))
    assert files
    assert all(word.encode() not in file.read_bytes() for file in files)


def test_every_page_has_the_strict_headers(visitor: Visitor) -> None:
    visitor.may("organiser")
    for rule in ("/organiser", f"/events/{EVENT}/control", "/j/ABCD2345", "/nowhere"):
        headers = visitor.browser.get(rule).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"


def test_no_page_that_is_not_there_shows_a_trace(visitor: Visitor) -> None:
    answer = visitor.browser.get("/events/nothing/control")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_the_metrics_open_to_whoever_has_their_word(house: House, visitor: Visitor) -> None:
    assert house.conductor.event(EVENT)  # of what is open here
    word = house.parts.access.metrics_word(house.settings.secret_key)
    answer = visitor.browser.get("/metrics", headers={"Authorization": f"Bearer {word}"})
    assert answer.status_code == 200
    assert "facilitator_notes 6\n" in answer.text
