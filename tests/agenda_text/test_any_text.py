"""Whatever is pasted becomes an agenda without a fault, and every line of it is somewhere in it."""

from __future__ import annotations

import html
import json
import random
import re
import time

import pytest

from facilitator.agenda_text.reader import read
from tests.agenda_text.test_announcements import CASES

SCRAPS = (" – ", "\t", "|", "(", ")", "12:61", "25h", "às", "a las", "Uhr", "<td>", "<table>", "&#x0;", "\x00", "٣:٠٠",
          "🕘", "[](", "9-", "00:00", "24:00", "31.2.2026", "UTC+99", "Moderator:", "Reps from", "PART", "(((", "\u202e")  # fmt: skip


def mutated(text: str, luck: random.Random) -> str:
    """The text with a few cuts, doublings, swaps and strange scraps in it."""
    for _ in range(luck.randint(1, 6)):
        at, until = sorted(luck.randrange(len(text) + 1) for _ in range(2))
        until = min(until, at + 40)
        text = luck.choice((
            text[:at] + text[until:],
            text[:at] + text[at:until] * 2 + text[until:],
            text[:at] + luck.choice(SCRAPS) + text[at:],
            text[:at] + text[at:until][::-1] + text[until:],
            text[:at] + text[at:until].upper() + text[until:],
        ))  # fmt: skip
    return text


@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_announcement_is_read_without_a_fault(seed: int) -> None:
    luck, texts = random.Random(seed), [case.text for case in CASES.values()]
    until = time.monotonic() + 20
    for _ in range(150):
        agenda = read(mutated(luck.choice(texts), luck))
        json.dumps(agenda.as_json())
        assert time.monotonic() < until, "reading hangs"


# Words that turn into structure: labels into roles, headings of columns and of halves of a day.
STRUCTURE = frozenset(
    re.findall(
        r"\w+",
        """actividad activity adjourn afternoon agenda animés après cargo duration event
        horas inicio intervenant intervenants jusqu matin mediação midnight minuit
        minutes minutos moderation moderiert modération morning palestrantes panelists
        participan partir ponente presenter professor représentants responsable session""",
    )
)


@pytest.mark.parametrize("name", CASES)
def test_no_word_is_dropped_silently(name: str) -> None:
    text = CASES[name].text
    agenda = read(text)
    kept = json.dumps([agenda.as_json(), agenda.notices], ensure_ascii=False).casefold()
    plain = html.unescape(re.sub(r"<[^>]*>|https?://\S+", " ", text)).casefold()
    words = set(re.findall(r"[a-zà-ÿ]{5,}", plain))
    assert {word for word in words if word not in kept} <= STRUCTURE


def test_a_time_that_was_read_as_a_remark_is_said_beside_its_line() -> None:
    agenda = read("9:00-10:00 Talk\n10:00-11:00 Walk\nThe doors close at 11:15.")
    assert agenda.warnings == (
        "Line 3: it names a time but was read as a remark: “The doors close at 11:15.”.",
    )
