"""Organisations on a panel: “Panel: Makerere University, SafeBoda, City Authority”.

It stands alone because no word of it is a person's: what tells is that every part of a list is
written as a name and that some are names only organisations have.
"""

from __future__ import annotations

import re
from functools import partial

from facilitator.agenda_text import names
from facilitator.agenda_text.lists import listed, split
from facilitator.agenda_text.model import Speaker

NOUN = re.compile(rf"\b(?:{names.HOUSES}|rat|ag|e\. ?v\.|team|red)\b", re.I)
_SIGNED = re.compile(r"\b[A-ZÀ-Ý]{2,}[A-Za-zÀ-ÿ]*\b|[a-zà-ÿ][A-ZÀ-Ý]|\w\d")
_SMALL = r"(?:of|for|the|and|in|on|to|de|la|el|los|las|le|les|del|des|du|da|do|dos|das|para|pour|für|der|die|das|und|et|y|e|von|zu|d[’'][\wÀ-ÿ-]+|l[’'][\wÀ-ÿ-]+)"
_WRITTEN = re.compile(rf"(?:(?:the|la|le|el|die|der|das|o|a)\s)?[A-ZÀ-Ý0-9«“\"][^\s?!:;]*(?:\s(?:[A-ZÀ-Ý0-9&(][^\s?!:;]*|{_SMALL}))*$")
_ROUND = re.compile(r"\b(?:panel\w*|round ?tables?|tables?[- ]rondes?|mesas?[- ]redondas?|mesa|podium\w*|podiumsdiskussion|fish ?bowl|conversatorio|dialogue|diálogo|rodas? de conversa|lightning talks?|pitche?s?|showcase)\b", re.I)

_REPS = re.compile(
    r"^(?:(?:an? |une? |uma? |uno |ein(?:e[rn]?)? )?(?:reps?\.?|representatives?|représentant(?:e?s)?|representantes?|Vertreter(?:[:*_]?innen)?(?: und Vertreter)?|members?|speakers?|colleagues|voices))"
    r"\s+(?:from|of|de|des|del|d[ao]s?|von|aus|der)\s+(?:the\s+)?(.+)$",
    re.I,
)
_SEVERAL = re.compile(r"^(?:reps|representatives|représentant(?:e)?s|representantes\s+(?:de|d[ao]s?)\s|Vertreter|members|speakers|colleagues|voices)", re.I)
_AND_HOUSE = re.compile(r",?\s+(?:and|&|et|und|y|e)\s+(?=(?:(?:the|du|de|del|do|da|der|dem|la|el)\s|(?:de )?[ld][’'])*[A-ZÀ-Ý])")
_ARTICLE = re.compile(
    r"^(?:(?:and|et|und|y|e)\s+)?(?:de (?=l[’']))?(?:(?:the|du|de la|de l[’']|des|del|do|da|de|der|dem|la|el|los|las|o|a|os|as)\s+|(?:de )?l[’']|d[’']|l[’'])?",
    re.I,
)


def represented(part: str) -> list[Speaker]:
    """Those who send somebody: “Reps from A, B and the C”; none for any other words."""
    reps = _REPS.match(part)
    if reps is None or (part[:6].lower() == "voices" and reps[1][:1].islower()):  # “Voices from the field”
        return []
    early, comma, last = reps[1].rpartition(", ")
    divided = early + comma + _AND_HOUSE.sub(", ", last, count=1 if comma else 0)
    parts = [name.strip(" .") for name in split(divided, ",") if name.strip(" .")]
    single = not _SEVERAL.match(part) and len(parts) == 2 and " " in parts[1] and not NOUN.search(parts[1])
    orgs = [reps[1]] if single else parts  # “Representante do Ministério da Pesca e Agricultura Familiar”
    return [Speaker(None, org, "representative") for org in map(partial(_ARTICLE.sub, ""), orgs) if org]


def one(text: str) -> bool:
    """Whether words are an organisation's name beyond doubt."""
    return bool(len(text) < 70 and _WRITTEN.match(text) and NOUN.search(text))


def written(text: str) -> bool:
    """Whether words are written as an organisation's name: “Agence universitaire de la francophonie”, “INUFOCAD”."""
    body = _SIGNED.match(text) or (NOUN.match(text) and re.search(r"\b(?:of|for|de|du|des|da|do|del|für|der)\b", text))
    return len(text) < 70 and text[:1].isupper() and bool(body)


def alone(text: str) -> tuple[Speaker, ...]:
    """The organisation that a bracket holds and nothing else: “(Government of Ghana)”."""
    body = NOUN.match(text) and text[:1].isupper() and re.match(r"\S+ (?:of|for|de|du|des|da|do|del|d[’'])\b", text)  # “Comité de pilotage”
    return (Speaker(None, text, "representative"),) if (one(text) or body) and "," not in text else ()


def sitting(title: str, text: str) -> tuple[Speaker, ...]:
    """The organisations of a list behind a title; none where it may be a list of topics.

    On a panel half of them must be known by a word or by how they are written, elsewhere all.
    """
    parts = [re.sub(r"^(?:the|la|le|el|o|a|l[’'])\s+", "", part) for part in listed(text)]
    if len(parts) < 2 or not all(len(part) < 70 and _WRITTEN.match(part) for part in parts):
        return ()
    known = sum(bool(NOUN.search(part)) for part in parts)
    signed = sum(bool(NOUN.search(part) or _SIGNED.search(part)) for part in parts)
    enough = signed * 2 >= len(parts) if _ROUND.search(title) else known * 2 >= len(parts) == signed
    return tuple(Speaker(None, part, "representative") for part in parts) if enough and len(parts) > 2 - bool(known) else ()
