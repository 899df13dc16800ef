"""What stands around a speaker's name — courtesies, offices, posts, houses — is kept somewhere."""

from __future__ import annotations

import itertools
import json
import re

import pytest

from facilitator.agenda_text import read

COURTESIES = ("", "Mrs", "Mr.", "Ms", "Miss", "Mx", "Frau", "Herr", "Mme", "M.", "Madame", "Monsieur", "Sra.", "Señora", "Srta.",
              "Don", "Doña", "Excmo. Sr. Don", "Excma. Sra.", "Exmo. Sr.", "Dr.", "Prof. Dr.", "HS-Prof. Mag.a", "Univ.-Prof.", "Rev.",
              "la Ministre", "Mme la Ministre", "Staatssekretärin", "Bürgermeister", "Mayor", "Alcaldesa", "Prefeito", "Councillor",
              "Teachers", "Pupils", "Hon.", "H.E. Ambassador")  # fmt: skip
BEHIND = ("", ", Harbour Trust", " (Harbour Trust)", " – Director, Harbour Trust", ", Director of Studies", ", PhD", ", MEP (Harbour Trust)",
          ", Bürgermeisterin von Trier")  # fmt: skip
BEFORE = ("Opening: ", "Keynote – ", "Welcome by ", "Speaker: ", "")
SMALL = frozenset({"by", "speaker", "la", "of", "von", "the"})
"""Words that turn into structure or join the others."""


@pytest.mark.parametrize("courtesy", COURTESIES)
def test_every_word_of_a_speakers_line_is_kept(courtesy: str) -> None:
    for before, behind in itertools.product(BEFORE, BEHIND):
        text = f"{before}{courtesy} Anna Berger{behind}".replace("  ", " ").strip()
        for lines in (f"10:00 {text}\n11:00 Close", f"10:00 Talk\n{text}\n11:00 Close", f"10:00 | Talk | {text}\n11:00 | Close |"):
            agenda = read(lines)
            kept = set(re.findall(r"[\w-]+", json.dumps([agenda.as_json(), agenda.notices], ensure_ascii=False).casefold()))
            assert set(re.findall(r"[\w-]+", text.casefold())) - kept <= SMALL, lines


@pytest.mark.parametrize(("written", "name", "role"), [
    ("Mrs P. Donnelly", "Mrs P. Donnelly", None),
    ("Mme la Ministre Claire Dubois", "Claire Dubois", "Mme, Ministre"),
    ("Excmo. Sr. Don Pedro Salas", "Sr. Don Pedro Salas", "Excmo."),
    ("Staatssekretärin Anna Berger", "Anna Berger", "Staatssekretärin"),
    ("Teachers Anna Bell", "Anna Bell", "Teachers"),
    ("Mag.a Eva Holzer", "Mag.a Eva Holzer", None),
])  # fmt: skip
def test_offices_become_the_role_and_titles_stay_with_the_name(written: str, name: str, role: str | None) -> None:
    speaker = read(f"10:00 Opening: {written}\n11:00 Close").days[0].slots[0].speakers[0]
    assert (speaker.name, speaker.role) == (name, role)
