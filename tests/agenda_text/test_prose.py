"""A programme told in sentences is read where there is no other, and said to be so."""

from __future__ import annotations

from facilitator.agenda_text import read

TOLD = """Tea and talk on 3 March 2027

At 10:10, Dr Funmi Oyelaran presents the draft. At 11:00 we break for coffee, and at 11:20 small
groups discuss it.
"""
ONE_TIME = "Opening night, 3 March 2027\n\nThe doors open at 18:30 and we would be glad to see you.\n"


def test_sentences_with_times_become_slots_with_a_warning_each() -> None:
    agenda = read(TOLD)
    slots = agenda.days[0].slots
    assert [(slot.start, slot.kind) for slot in slots] == [("10:10", "talk"), ("11:00", "break"), ("11:20", "breakout")]
    assert [speaker.name for speaker in slots[0].speakers] == ["Dr Funmi Oyelaran"]
    assert len(agenda.warnings) == 3


def test_a_time_beside_the_date_is_not_dropped_silently() -> None:
    agenda = read(TOLD.replace("At 10:10", "We meet on 3 March 2027 at 9:30. At 10:10"))
    assert [slot.start for slot in agenda.days[0].slots] == ["10:10", "11:00", "11:20"]
    assert any("beside the date" in warning for warning in agenda.warnings)


def test_one_time_in_a_sentence_is_no_programme() -> None:
    assert read(ONE_TIME).days == ()


def test_a_sentence_ends_after_a_word_in_a_too() -> None:
    agenda = read("Encuentro de redes, 3 de marzo de 2027\n\nA las 10:00 Lucía Méndez abre la sala. "
                  "A las 10:20 hablamos en cada mesa. A las 11:00 se cierra.\n")
    assert [(slot.start, slot.title) for slot in agenda.days[0].slots] == [
        ("10:00", "Lucía Méndez abre la sala"), ("10:20", "hablamos en cada mesa"), ("11:00", "se cierra")]
