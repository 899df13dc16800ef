"""Who is named inside a sentence: “Ana Silva of the Lab presents …”, “a panel with reps from A and B”.

It stands alone because in a sentence nothing sets a name off: only names beyond doubt count, and
the words stay where they are.
"""

from __future__ import annotations

import re

from facilitator.agenda_text import names, people
from facilitator.agenda_text.model import Speaker
from facilitator.agenda_text.person import person

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_PARTICLE = r"(?:d[aeo]s?|del|de la|van|von|der|den|ten|bin|al|el|di|du)"
_WORDS = rf"{_CAPITAL}(?:\s(?:{_PARTICLE}\s)*{_CAPITAL})*"
_SOMEBODY = re.compile(rf"(?<![\w’'-]){_WORDS}")
_HOUSE = re.compile(
    rf"\s*\((?P<bracket>[^()]{{2,70}})\)"
    rf"|,?\s(?:of|from|at|von|vom|de|del|do|da|du)\s(?:(?:the|la|le|el|der|dem|l[’'])\s?)?(?P<house>{_CAPITAL}(?:\s(?:(?:of|for|the|and|de|des|du|la|el|da|do|dos|und|für|der)\s)*{_CAPITAL})*)"
    rf"|,\s(?P<post>[^,.;()]{{3,60}}),")
_NAME = rf"(?:(?:the|du|des|de la|del|de|da|do|dos|der|die|dem|l[’']|de l[’'])\s?)*{_CAPITAL}(?:\s(?:(?:of|for|de|des|du|la|da|do|pour|für|der)\s)*{_CAPITAL})*"
_REPRESENTED = re.compile(
    rf"\b(?i:representatives?|reps?|représentant(?:e?s)?|representantes?|Vertreter(?:innen)?(?: und Vertreter)?)\s(?:from|of|de|d[’']|des?|du|d[aeo]s?|del|von|aus|der)\s?{_NAME}(?:,\s{_NAME})*(?:,?\s(?:and|et|und|y|e)\s{_NAME})?")


def mentioned(text: str) -> tuple[Speaker, ...]:
    """The people of a sentence, each with the house or post right behind the name; and who is represented."""
    found: list[Speaker] = []
    for match in _SOMEBODY.finditer(text):
        if one := _somebody(match[0], text[match.end() :]):
            found.append(one)
    if (reps := _REPRESENTED.search(text)) and (those := people.speakers_in(reps[0])):
        found += [speaker for speaker in those if speaker.name is None]
    return tuple(dict.fromkeys(found))


def _somebody(words: str, behind: str) -> Speaker | None:
    """The person whose name some capital words are, or end with: “The Mayor Ana Silva”."""
    parts = words.split(" ")
    for begin in range(min(len(parts) - 1, 3)):
        name = " ".join(parts[begin:])
        if names.sureness(name) == names.SURE and not names.THINGS.search(name):
            told = _HOUSE.match(behind)
            where = told and (told["bracket"] or told["house"] or told["post"])
            return person(f"{name} ({where})" if where else name, names.SURE)
    return None
