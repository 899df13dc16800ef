"""`facilitator agenda`: what a file is, where nobody said it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.cli import main

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20261203T090000Z
DTEND:20261203T093000Z
SUMMARY:Welcome
END:VEVENT
END:VCALENDAR
"""
TABLE = "start,end,title\n9:00,9:30,Welcome\n"


@pytest.mark.parametrize(("name", "text", "title"), [
    ("plan.ics", CALENDAR, "Welcome"),
    ("plan.CSV", TABLE, "Welcome"),
    ("plan.txt", "9:00 to 9:30 Welcome\n", "Welcome"),
])  # fmt: skip
def test_a_file_named_as_a_schedule_is_read_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, title: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    assert main(["agenda", str(file)]) == 0
    [slot] = json.loads(capsys.readouterr().out)["days"][0]["slots"]
    assert (slot["start"], slot["end"], slot["title"]) == ("09:00", "09:30", title)


def test_what_somebody_said_of_a_file_counts_more_than_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("9:00 to 9:30 Welcome, everybody\n", "utf-8")
    assert main(["agenda", str(file), "--from", "text"]) == 0
    assert "Welcome" in capsys.readouterr().out
