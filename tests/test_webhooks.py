"""Other machines are told of slots: signed, again when nobody answers, never to a private address."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused
from facilitator.posting import NotSent, Poster
from facilitator.store import Store
from facilitator.webhooks import MOST_HOOKS, WAITS, Webhooks, happenings
from tests.builders import EVENT, START, do, event_after, told

SECRET = "k9f3kd02mfk39dkf93kd92mfk39dkf93"


class Elsewhere:
    """Stands in for other servers: says what it was told, answers as the test wants."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, bytes, Mapping[str, str]]] = []
        self.answers: list[int | str] = []

    def check(self, url: str) -> None:
        if "private" in url:
            raise NotSent("It is private.")

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        self.heard.append((url, body, headers))
        answer = self.answers.pop(0) if self.answers else 200
        if isinstance(answer, str):
            raise NotSent(answer)
        return answer

    @property
    def kinds(self) -> list[str]:
        return [json.loads(body)["kind"] for _, body, _ in self.heard]


class House:
    def __init__(self, folder: Path) -> None:
        self.store, self.elsewhere, self.at = Store(f"sqlite:///{folder}/f.db"), Elsewhere(), START
        self.store.migrate()
        self.hooks = self.started()

    def started(self) -> Webhooks:
        def beside(call: Any, *given: Any) -> None:
            call(*given)

        return Webhooks(self.store, SECRET, lambda: self.at, self.elsewhere, beside)

    def happens(self, before: Event, after: Event) -> None:
        self.hooks.notice(before, after, [])


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.store.close()


def advanced() -> tuple[Event, Event]:
    before = event_after("door.open")
    return before, do(before, "moderator", "slot.advance", from_slot=None)


def test_an_address_hears_each_beginning_and_end_and_the_end_of_the_event(house: House) -> None:
    house.hooks.add(EVENT, "https://example.org/a")
    for _, before, after in told():
        house.happens(before, after)
    kinds = house.elsewhere.kinds
    assert kinds[:3] == ["slot.start", "slot.end", "slot.start"]
    assert kinds.count("event.end") == 1
    assert kinds[-1] == "slot.start"  # the story ends by going back into the last slot


def test_another_event_is_not_told(house: House) -> None:
    house.hooks.add("another", "https://example.org/a")
    house.happens(*advanced())
    assert house.elsewhere.heard == []


def test_what_is_told_is_signed_over_its_time_and_body(house: House) -> None:
    hook = house.hooks.add(EVENT, "https://example.org/a")
    house.happens(*advanced())
    [(url, body, headers)] = house.elsewhere.heard
    at, _, signature = headers["Facilitator-Signature"].removeprefix("t=").partition(",v1=")
    signed = f"{at}.".encode() + body
    secret = house.hooks.secret_of(hook).encode()
    assert hmac.new(secret, signed, hashlib.sha256).hexdigest() == signature
    assert int(at) == START // 1_000
    assert url == "https://example.org/a"
    told_of = json.loads(body)
    assert (told_of["kind"], told_of["slot"]["id"], told_of["event"]["code"]) == ("slot.start", "talk", "ABCD2345")


def test_each_webhook_has_a_secret_of_its_own_that_lies_in_no_table(house: House, tmp_path: Path) -> None:
    one, other = (house.hooks.add(EVENT, f"https://example.org/{n}") for n in "ab")
    assert house.hooks.secret_of(one) != house.hooks.secret_of(other)
    assert house.hooks.secret_of(one) == house.started().secret_of(one)
    files = list(tmp_path.glob("f.db*"))
    assert all(house.hooks.secret_of(one).encode() not in file.read_bytes() for file in files)


def test_whoever_does_not_answer_is_told_again_with_the_same_id_later_and_later(house: House) -> None:
    hook = house.hooks.add(EVENT, "https://example.org/a")
    house.elsewhere.answers = [500, "Nobody is there."] + [503] * len(WAITS)
    house.happens(*advanced())
    for number, wait in enumerate(WAITS, 1):
        house.at += wait * 1_000 - 1
        house.hooks.look()
        assert len(house.elsewhere.heard) == number
        house.at += 1
        house.hooks.look()
        assert len(house.elsewhere.heard) == number + 1
    house.at += 10**9
    house.hooks.look()
    assert len(house.elsewhere.heard) == len(WAITS) + 1
    assert len({json.loads(body)["id"] for _, body, _ in house.elsewhere.heard}) == 1
    [delivery] = house.hooks.last(hook)
    assert (delivery.attempts, delivery.next_at, delivery.status) == (len(WAITS) + 1, None, 503)


def test_what_waits_survives_a_restart(house: House) -> None:
    house.hooks.add(EVENT, "https://example.org/a")
    house.elsewhere.answers = [500]
    house.happens(*advanced())
    again = house.started()
    again.look()
    assert len(house.elsewhere.heard) == 1
    house.at += WAITS[0] * 1_000
    again.look()
    assert len(house.elsewhere.heard) == 2
    house.at += 10**9
    again.look()
    assert len(house.elsewhere.heard) == 2


def test_a_test_is_told_at_once_and_not_repeated(house: House) -> None:
    hook = house.hooks.add(EVENT, "https://example.org/a")
    house.elsewhere.answers = ["Nobody is there."]
    delivery = house.hooks.test(hook, event_after("door.open"))
    assert (delivery.kind, delivery.why, delivery.next_at) == ("test", "Nobody is there.", None)


def test_a_removed_webhook_hears_nothing_any_more(house: House) -> None:
    hook = house.hooks.add(EVENT, "https://example.org/a")
    house.elsewhere.answers = [500]
    house.happens(*advanced())
    house.hooks.remove(hook)
    house.at += 10**9
    house.hooks.look()
    house.happens(*advanced())
    assert len(house.elsewhere.heard) == 1
    assert house.hooks.of(EVENT) == []


def test_only_so_many_and_only_addresses_that_may_be_gone_to(house: House) -> None:
    with pytest.raises(Refused, match="private"):
        house.hooks.add(EVENT, "https://private")
    for number in range(MOST_HOOKS):
        house.hooks.add(EVENT, f"https://example.org/{number}")
    with pytest.raises(Refused, match="enough"):
        house.hooks.add(EVENT, "https://example.org/more")


def test_deliveries_are_kept_for_a_while_only(house: House) -> None:
    hook = house.hooks.add(EVENT, "https://example.org/a")
    for _ in range(40):
        house.at += 1_000
        house.happens(*advanced())
    assert len(house.hooks.last(hook)) == 30
    assert house.hooks.last(hook)[0].at == house.at


def test_two_steps_in_one_commit_are_both_told() -> None:
    before, first = advanced()
    second = do(first, "moderator", "slot.advance", from_slot="talk")
    assert [kind for kind, _ in happenings(before, second)] == ["slot.end", "slot.start", "slot.start"]


@pytest.mark.parametrize("url", [
    "http://127.0.0.1/x", "http://localhost:1/x", "http://[::1]/", "http://10.0.0.1/", "http://0.0.0.0/",
    "http://169.254.169.254/latest/meta-data", "http://192.168.1.1/", "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/", "http://224.0.0.1/", "http://100.64.0.1/", "http://2130706433/",
])  # fmt: skip
def test_a_private_address_is_never_gone_to(url: str) -> None:
    with pytest.raises(NotSent, match=r"own network|not known"):
        Poster(private=False).check(url)


@pytest.mark.parametrize("url", ["ftp://example.org/", "https://", "example.org", "http://a:b@1.1.1.1/",
                                 "http://1.1.1.1:99999/", "javascript:alert(1)"])  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(NotSent, match="address"):
        Poster(private=True).check(url)


def test_a_public_address_is_gone_to() -> None:
    Poster(private=False).check("https://1.1.1.1/hook")


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    """A small server that remembers what it is sent, and sends half of the world elsewhere."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((self.path, body, dict(self.headers)))
            self.send_response(302 if self.path == "/away" else 204)
            self.send_header("Location", "/here")
            self.end_headers()

        def log_message(self, *given: Any) -> None: ...

    heard: list[Any] = []
    made = HTTPServer(("127.0.0.1", 0), Handler)
    made.heard = heard  # type: ignore[attr-defined]
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join(5)


def test_a_post_really_arrives_with_its_headers(server: Any) -> None:
    home = f"http://127.0.0.1:{server.server_port}"
    assert Poster(private=True).post(f"{home}/hook?x=1", b'{"a": 1}', {"X-Mine": "yes"}) == 204
    [(path, body, headers)] = server.heard
    assert (path, body, headers["X-Mine"]) == ("/hook?x=1", b'{"a": 1}', "yes")
    assert headers["Host"] == home.removeprefix("http://")


def test_a_redirect_is_an_answer_and_is_not_followed(server: Any) -> None:
    home = f"http://127.0.0.1:{server.server_port}"
    assert Poster(private=True).post(f"{home}/away", b"{}", {}) == 302
    assert len(server.heard) == 1


def test_where_nobody_listens_is_said(server: Any) -> None:
    with pytest.raises(NotSent, match="No connection"):
        Poster(private=True).post("http://127.0.0.1:9/", b"{}", {})
