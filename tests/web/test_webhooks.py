"""The organiser's page of webhooks: added, tested, seen, removed."""

from __future__ import annotations

import re

import pytest

from facilitator.app import House
from facilitator.posting import NotSent, Poster
from tests.builders import EVENT
from tests.web.conftest import Visitor

PAGE = f"/events/{EVENT}/webhooks"


@pytest.fixture
def organiser(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    def nobody(*given: object) -> int:
        raise NotSent("Nobody is there.")

    monkeypatch.setattr(Poster, "post", nobody)  # the page, not the network, is looked at here
    return visitor.may("organiser")


def test_a_webhook_is_added_tested_and_removed(house: House, organiser: Visitor) -> None:
    browser = organiser.browser
    assert browser.post(PAGE, data={"url": "https://1.1.1.1/hook"}).status_code == 303
    [hook] = house.parts.webhooks.of(EVENT)
    page = browser.get(PAGE).text
    assert house.parts.webhooks.secret_of(hook) in page
    assert browser.post(f"{PAGE}/{hook.id}/test").status_code == 303
    page = browser.get(PAGE).text
    assert "Nobody is there." in page
    assert re.search(r"<code>test</code>", page)
    assert browser.post(f"{PAGE}/{hook.id}/remove").status_code == 303
    assert house.parts.webhooks.of(EVENT) == []


def test_a_private_address_is_refused_with_the_reason(house: House, organiser: Visitor) -> None:
    answer = organiser.browser.post(PAGE, data={"url": "http://127.0.0.1/hook"})
    assert answer.status_code == 400
    assert "FACILITATOR_PRIVATE_WEBHOOKS" in answer.text
    assert house.parts.webhooks.of(EVENT) == []


def test_another_site_cannot_add_one(house: House, organiser: Visitor) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    data = {"url": "https://1.1.1.1/hook"}
    assert organiser.browser.post(PAGE, data=data, headers=headers).status_code == 400
    assert house.parts.webhooks.of(EVENT) == []


def test_a_moderator_cannot_send_the_event_elsewhere(visitor: Visitor) -> None:
    visitor.may("moderator")
    assert visitor.browser.get(PAGE).status_code == 403
    assert visitor.browser.post(PAGE, data={"url": "https://1.1.1.1/"}).status_code == 403
