"""What a note says first."""

from __future__ import annotations

import pytest

from facilitator.theming.words import beginning, words_of


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("no money for staff time", "no money for staff time"),
        ("Time zones. calls are at 6am for me", "Time zones. calls are at 6am for me"),
        ("the pitch is a swamp, and nobody comes to mow it", "the pitch is a swamp,"),
        ("two jobs for each (one paid) instead of ten", "two jobs for each"),
        ("one two three four five six seven eight nine ten eleven twelve", "one two three four five six seven eight"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_said_first_ends_at_a_pause_or_at_half(text: str, first: str) -> None:
    assert beginning(text) == first


def test_a_long_note_begins_with_its_first_half() -> None:
    words = [f"w{at}" for at in range(31)]
    assert beginning(" ".join(words)) == " ".join(words[:16])


def test_a_word_keeps_the_marks_that_are_written_with_its_letters() -> None:
    assert words_of("शिक्षकों का प्रशिक्षण, e\u0301cole") == ("शिक्षकों", "का", "प्रशिक्षण", "e\u0301cole")
