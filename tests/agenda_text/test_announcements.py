"""Announcements as people write them, each with the agenda that a careful reader takes from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.agenda_text.model import Agenda, Speaker
from facilitator.agenda_text.reader import read

FOLDER = Path(__file__).parent / "announcements"


@dataclass(frozen=True)
class Case:
    text: str
    expected: list[str]


def _cases() -> dict[str, Case]:
    found = {}
    for path in sorted(FOLDER.glob("*.txt")):
        for part in re.split(r"^##### ", path.read_text("utf-8"), flags=re.M)[1:]:
            name, rest = part.split("\n", 1)
            text, expected = re.split(r"^=====\n", rest, maxsplit=1, flags=re.M)
            found[f"{path.stem}: {name}"] = Case(text, expected.strip().splitlines())
    return found


CASES = _cases()


def _shown(agenda: Agenda, like: list[str]) -> list[str]:
    """The agenda in the words of the expectation, as far as that speaks of a thing at all."""
    lines = [f"@ {agenda.timezone}"] if like[0].startswith("@") else []
    dated = any(line.startswith("= ") for line in like)
    for day in agenda.days:
        lines += [f"= {day.date}"] if dated else []
        for slot in day.slots:
            people = "; ".join(map(_person, slot.speakers))
            lines.append(
                f"{slot.start}-{slot.end or '?'} {slot.title}" + (f" | {people}" if people else "")
            )
    return lines


def _person(speaker: Speaker) -> str:
    role = speaker.role if speaker.role in ("moderator", "facilitator") else None
    parts = (
        speaker.name,
        f"({speaker.org})" if speaker.org else None,
        f"*{role}" if role else None,
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("name", CASES)
def test_an_announcement_becomes_its_agenda(name: str) -> None:
    case = CASES[name]
    assert _shown(read(case.text), case.expected) == case.expected
