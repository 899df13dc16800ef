"""What browsers load beside pages: packed for those who can unpack it, and named ahead of time."""

from __future__ import annotations

import gzip
import re

import pytest

from facilitator.app import House
from facilitator.resources import resource_dir
from facilitator.web.pages import static_version
from facilitator.web.statics import modules_of
from tests.builders import EVENT
from tests.web.conftest import Visitor

SHEET = "css/base.css"
FOLDER = resource_dir("static")


def address(name: str) -> str:
    return f"/static/{static_version()}/{name}"


def test_a_sheet_is_packed_for_browsers_that_unpack(house: House) -> None:
    browser, plain = house.web.test_client(), (FOLDER / SHEET).read_bytes()
    answer = browser.get(address(SHEET), headers={"Accept-Encoding": "br, gzip"}, buffered=True)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert len(answer.data) < len(plain) / 2
    assert gzip.decompress(answer.data) == plain
    bare = browser.get(address(SHEET), buffered=True)
    assert bare.data == plain
    assert "Content-Encoding" not in bare.headers
    assert answer.headers["Vary"] == bare.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(("name", "asked", "status"), [
    ("icons/icons.png", {}, 404), (SHEET, {"Range": "bytes=0-9"}, 206), ("../app.py", {}, 404)])  # fmt: skip
def test_what_is_no_whole_text_is_left_as_it_is(house: House, name: str, asked: dict[str, str], status: int) -> None:
    answer = house.web.test_client().get(address(name), headers={"Accept-Encoding": "gzip", **asked}, buffered=True)
    assert answer.status_code == status
    assert "Content-Encoding" not in answer.headers


def test_pages_are_not_packed_because_they_hold_a_ticket(visitor: Visitor) -> None:
    answer = visitor.may("moderator").browser.get(f"/events/{EVENT}/control", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("script", [path.relative_to(FOLDER / "js").as_posix() for path in FOLDER.glob("js/*/*.js")])
def test_every_module_of_a_script_is_known_ahead(script: str) -> None:
    """A module knows at least those of each module that it imports."""
    known = set(modules_of(script))
    assert f"js/{script}" in known
    for name in re.findall(r'from "(\.[^"]+)"', (FOLDER / "js" / script).read_text("utf-8")):
        beside = (FOLDER / "js" / script).parent.joinpath(name).resolve().relative_to(FOLDER.resolve() / "js")
        assert set(modules_of(beside.as_posix())) <= known


def test_a_page_names_its_modules_after_its_import_map(visitor: Visitor) -> None:
    page = visitor.may("moderator").browser.get(f"/events/{EVENT}/control").get_data(as_text=True)
    named = re.findall(r'<link rel="modulepreload" href="/static/\w+/([^"]+)">', page)
    assert named == list(modules_of("moderator/control.js"))
    assert page.index("importmap") < page.index("modulepreload")


def test_a_page_from_before_an_update_still_finds_what_it_asks_for_late(house: House) -> None:
    answer = house.web.test_client().get(f"/static/0ld0ld0ld0ld/{SHEET}")
    assert (answer.status_code, answer.headers["Location"]) == (302, address(SHEET))
