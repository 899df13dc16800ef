"""The account in every format: the same words everywhere, and words never become markup."""

from __future__ import annotations

import io
import zipfile
from html.parser import HTMLParser

import pytest
from docx import Document

from facilitator.domain.event import Event
from facilitator.retelling import FORMATS
from facilitator.retelling.blocks import Heading, Paragraph, Quotes
from facilitator.retelling.markdown import write as as_markdown
from tests.builders import HOST, MODERATOR, do, person, whole

TRICKY = "# <b>*2026* | [a](b)</b> & 100% `sure`"


@pytest.fixture(scope="module")
def event() -> Event:
    event = do(whole(), MODERATOR, "event.edit", title="Part 1 <script>")
    event = do(event, person("p1"), "note.write", note_id="n90", room="rooms.1", kind="insight",
               text=TRICKY)  # fmt: skip
    return do(event, HOST, "note.place", note_id="n90", theme="t1")


def text_of(kind: str, event: Event) -> str:
    written = FORMATS[kind][0](event)
    if isinstance(written, str):
        return written
    made = Document(io.BytesIO(written))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in made.paragraphs), *cells])


@pytest.mark.parametrize("kind", ["json", "md", "html", "docx"])
def test_every_account_tells_of_the_plan_the_people_and_the_themes(kind: str, event: Event) -> None:
    text = text_of(kind, event)
    for words in ("Part 1", "Plenary", "Trust takes time", "Amina"):
        assert words in text, words


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_no_format_has_words_that_were_taken_back_or_not_given(kind: str, event: Event) -> None:
    text = text_of(kind, event)
    for words in ("Canary five", "Canary three", "Canary four"):
        assert words not in text, words


def test_what_people_wrote_is_text_on_the_page(event: Event) -> None:
    tags: set[str] = set()
    said: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.add(tag)

        def handle_data(self, data: str) -> None:
            said.append(data)

    Reader().feed(text_of("html", event))
    assert not tags & {"b", "script", "a"}
    assert TRICKY in "".join(said)


def test_what_people_wrote_is_text_in_markdown() -> None:
    written = as_markdown([Heading("1. #one"), Paragraph("- two\n\nthree"), Quotes([(TRICKY, "")])])
    assert written.startswith("## 1\\. #one")
    assert "\\- two three" in written
    assert "- \\# \\<b\\>\\*2026\\* \\| \\[a\\](b)\\</b\\> & 100% \\`sure\\`" in written


def test_the_document_survives_characters_that_xml_cannot_hold() -> None:
    from facilitator.retelling.document import write

    with zipfile.ZipFile(io.BytesIO(write([Paragraph("a\x0bb\ufffec")]))) as made:
        assert b"abc" in made.read("word/document.xml")


def test_the_calendar_has_one_event_a_slot(event: Event) -> None:
    assert text_of("ics", event).count("BEGIN:VEVENT") == len(event.slots)
