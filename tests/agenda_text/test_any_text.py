"""Whatever is pasted becomes an agenda without a fault, and every line of it is somewhere in it."""

from __future__ import annotations

import html
import json
import os
import random
import re
import time

import pytest

from facilitator.agenda_text import Unreadable, marks, read, read_any
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


MANY = int(os.environ.get("FACILITATOR_TEST_TEXTS", "600"))
"""Mutated texts that are tried; the figures in the changes were taken with 10,000."""
SLOW = 5.0
"""Seconds of work on one text of a few kB that could only be a loop gone wrong."""


@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_announcement_is_read_without_a_fault(seed: int) -> None:
    luck, texts = random.Random(seed), [case.text for case in CASES.values()]
    for _ in range(MANY // 4):
        text, begun = mutated(luck.choice(texts), luck), time.process_time()
        try:
            agenda = read_any(text)
        except Unreadable:
            continue  # it has become a broken file of some format, and that was said
        json.dumps([agenda.as_json(), marks(text, agenda)])
        assert time.process_time() - begun < SLOW, text


def test_what_is_marked_lies_inside_its_line() -> None:
    for case in CASES.values():
        lines = re.split(r"\n", case.text)
        for entry in marks(case.text, read(case.text)):
            units = len(lines[entry["line"] - 1].encode("utf-16-le")) // 2
            edges = [edge for mark in entry["marks"] for edge in mark[:2]]
            assert edges == sorted(edges)
            assert all(0 <= edge <= units for edge in edges)


def test_times_dates_names_and_doubts_are_marked_where_they_stand() -> None:
    text = "4 December\n🎤 9:00-9:30 Talk (Ana Silva, Motriz)\n9:30-10:00 Breakouts\nDoors close at 10:15."
    found = {entry["line"]: entry for entry in marks(text, read(text))}
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    said = {
        line: [(lines[line - 1][2 * at : 2 * to].decode("utf-16-le"), what) for at, to, what in entry["marks"]]
        for line, entry in found.items()
    }
    assert said[1] == [("4 December", "odd")]
    assert said[2] == [("9:00-9:30", "time"), ("Ana Silva", "who"), ("Motriz", "who")]
    assert said[3] == [("9:30-10:00", "voice")]
    assert "10:15" in found[4]["doubt"]


# Words that turn into structure: labels into roles, headings of columns and of halves of a day.
STRUCTURE = frozenset(
    re.findall(
        r"\w+",
        """moderación guided convened conducted abril quarta quinta feira desde hasta animée between conversation facilitated length matinée moderated moderação panellists participantes
        programa actividad activity adjourn afternoon agenda animés après cargo duration event
        horas inicio meeting jornada colloque mediador debatedores referent january friday saturday animation
        horaire séquence programm presenta chaired moderada fermeture coordina preside local horário atividade habla
        october location activité panelistas relatora close lagos dhaka referentin imparte final gäste finish representatives hosts intervenant intervenants jusqu matin mediação midnight minuit
        hora minutes minutos moderation moderiert modération morning palestrantes panelists
        chair durch leitung manhã march programmpunkt tarde tuesday uhrzeit veranstaltung
        topic participan participam diskutieren debatem ablauf rapporteuse représentant palestrante ponentes followed nairobi manila partir ponente presenter profa professor représentants responsable session
        convidadas heure hosted innen monday start gegen intervienen moderator notes owner representante representantes tagesordnung séance vertreter""",
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
