"""Organisations on a panel: “Panel: Makerere University, SafeBoda, City Authority”.

It stands alone because no word of it is a person's: what tells is that every part of a list is
written as a name and that some are names only organisations have.
"""

from __future__ import annotations

import re

from facilitator.agenda_text.lists import listed
from facilitator.agenda_text.model import Speaker

NOUN = re.compile(
    r"\b(?:universi\w+|institut\w*|college|academy|akademie|academia|hochschule|polytechnic|foundation|fund|fundación|fundação|fondation|stiftung|association|asociación|associação|assoziation|verband|verein|federation|federación|federação|fédération"
    r"|council|conseil|consejo|conselho|rat|authority|autorité|agency|agence|agencia|agência|ministry|ministère|ministerio|ministério|ministerium|secretar[ií]a|secretariat|alliance|alianza|aliança|network|netzwerk|réseau|red|rede|union|unión|união|syndicat|gewerkschaft"
    r"|team|trust|society|collecti[fv]\w*|colectivo|coletivo|cooperativ\w*|coop\w*|genossenschaft|centre|center|centro|zentrum|bank|banque|banco|museum|musée|museo|museu|hospital|hôpital|klinik|labs?|initiative|movement|movimiento|movimento|chamber|chambre|cámara|câmara|kammer"
    r"|forum|foro|fórum|partners?|partnership|commission|comisión|comissão|committee|comité|comitê|bureau|office|board|company|gmbh|ltd|ag|e\. ?v\.|prefeitura|ayuntamiento|alcaldía|mairie|stadt|ville de|city of|municipality|municipio|município|library|theatre|church|organi[sz]ation|confederación|confederation)\b", re.I)  # fmt: skip
_SIGNED = re.compile(r"\b[A-ZÀ-Ý]{2,}[A-Za-zÀ-ÿ]*\b|[a-zà-ÿ][A-ZÀ-Ý]|\w\d")
_SMALL = r"(?:of|for|the|and|in|on|to|de|la|el|los|las|le|les|del|des|du|da|do|dos|das|para|pour|für|der|die|das|und|et|y|e|von|zu|d[’'][\wÀ-ÿ-]+|l[’'][\wÀ-ÿ-]+)"
_WRITTEN = re.compile(rf"(?:(?:the|la|le|el|die|der|das|o|a)\s)?[A-ZÀ-Ý0-9«“\"][^\s?!:;]*(?:\s(?:[A-ZÀ-Ý0-9&(][^\s?!:;]*|{_SMALL}))*$")
_ROUND = re.compile(r"\b(?:panel\w*|round ?tables?|tables?[- ]rondes?|mesas?[- ]redondas?|mesa|podium\w*|podiumsdiskussion|fish ?bowl|conversatorio|dialogue|diálogo|rodas? de conversa|lightning talks?|pitche?s?|showcase)\b", re.I)


def one(text: str) -> bool:
    """Whether words are an organisation's name beyond doubt."""
    return bool(len(text) < 70 and _WRITTEN.match(text) and NOUN.search(text))


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
