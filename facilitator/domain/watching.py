"""Words that make a host look twice: they flag a note, and never block or change one.

Small lists of our own, one a language, each to be edited for an event. A word ending in `*`
stands for all words that begin so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from facilitator.domain import commands
from facilitator.domain.event import Event
from facilitator.domain.stamp import Stamp

HOUSE: dict[str, tuple[str, ...]] = {
    "en": ("arse", "arsehole*", "asshole*", "bastard*", "bitch*", "bullshit", "crap", "cunt*", "dickhead*", "dumbass*",
           "fuck*", "idiot*", "liar*", "moron*", "piss off", "retarded", "shit*", "shut up", "slut*", "stupid*", "whore*"),
    "fr": ("abruti*", "bâtard*", "connard*", "connasse*", "crétin*", "débile*", "enculé*", "imbécile*", "menteur*",
           "merde*", "putain*", "salaud*", "salope*", "ta gueule", "va te faire"),
    "es": ("cabrón*", "carajo", "cojones", "estúpid*", "gilipollas", "hijo de puta", "imbécil*", "joder", "ladrón*",
           "maricón*", "mentiros*", "mierda*", "pendej*", "puta*", "puto*", "vete a la"),
    "pt": ("babaca*", "bosta", "burro*", "caralho*", "estúpid*", "filho da puta", "foda*", "ladrão", "mentiros*",
           "merda*", "otári*", "porra*", "vagabund*", "viado*"),
    "de": ("arsch*", "blöd*", "depp", "deppen", "dumm*", "fick", "ficken", "fotze*", "halt die klappe", "hure*",
           "lügner*", "schlampe*", "scheiß*", "scheiss*", "trottel*", "verarsch*", "wichser*"),
}  # fmt: skip


def lists(event: Event) -> dict[str, tuple[str, ...]]:
    """Language → its words: the event's own list, or else the house's."""
    return {**HOUSE, **event.desk.watch}


def watch(event: Event, command: commands.plenary.WatchWords, stamp: Stamp) -> Event:
    words = tuple(dict.fromkeys(word.lower() for word in command.words if word))
    rest = {tag: known for tag, known in event.desk.watch.items() if tag != command.language}
    own = rest if words == HOUSE.get(command.language) else {**rest, command.language: words}
    return replace(event, desk=replace(event.desk, watch=own))


def plain(text: str) -> str:
    """Lower case without accents, so that none of them hides a word."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))


def finder(words: Iterable[str]) -> Callable[[str], list[str]]:
    """What tells which of the words stand in a text, plainly spelt, each once."""
    known = sorted({re.escape(plain(word).strip()).replace(r"\*", r"\w*") for word in words} - {""})
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)") if known else None

    def found(text: str) -> list[str]:
        return list(dict.fromkeys(pattern.findall(plain(text)))) if pattern else []

    return found
