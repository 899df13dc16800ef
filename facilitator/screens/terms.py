"""The word view: terms of approved notes, sized by how many notes say them.

It stands alone because it must read nothing but words that may be shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from facilitator.domain.event import Event, Note
from facilitator.domain.plenary import may_show
from facilitator.screens.memory import remembered

MOST = 36  # terms on one wall
ENOUGH = 8  # terms that several notes say, from which on those of one note alone are left out
LEAST = 3  # letters of a term
_WORD = re.compile(r"[^\W\d_][\w’'-]*[^\W_]")
_SMALL_WORDS = (
    "the and for are was were has have had not but you your our they their them this that these those with from "
    "what when where which who why how can could should would will more most just also about into out all any some "
    "than then there been being its it's don't does did very only each other own over under between while because "
    "another before after again get gets got make made many much really like even every ago good bad need let lot "
    "les des une est sont que qui pour par avec dans sur pas plus mais nous vous ils elles leur notre votre cette "
    "ces aux ont été être comme quand tout tous sans "
    "los las una unos unas del que por para con como más pero son este esta estos ser hay nos sin sus muy cuando "
    "dos das uma uns não mais mas são como seu sua nos nas pelo pela muito quando ser tem "
    "der die das den dem des ein eine einen einem und oder von mit für auf ist sind war nicht wir uns sie ihr auch "
    "als bei aus nach über nur noch wenn aber dass sich wird werden haben hat zum zur "
    "can't won't isn't wasn't aren't didn't doesn't couldn't wouldn't shouldn't i'm i've we're we've you're they're "
    "that's there's let's kwa hii sana"
)
_SMALL = frozenset(_SMALL_WORDS.split())


def terms(event: Event) -> dict[str, int]:
    """Term → notes that say it, the commonest ones; only of notes that may be shown."""
    return _counted(*sorted((n for n in event.notes.values() if may_show(event, n)),
                            key=lambda note: note.order))  # fmt: skip


@remembered(8)
def _counted(*notes: Note) -> dict[str, int]:
    spelt: dict[str, Counter[str]] = {}
    count: Counter[str] = Counter()
    for note in notes:
        for key, word in _words(note.text):
            spelt.setdefault(key, Counter())[word] += 1
            count[key] += 1
    ranked = sorted(count, key=lambda key: (-count[key], key))[:MOST]
    often = [key for key in ranked if count[key] > 1]
    ranked = often if len(often) >= ENOUGH else ranked
    return {spelt[key].most_common(1)[0][0]: count[key] for key in ranked}


def _words(text: str) -> Iterable[tuple[str, str]]:
    """(plain form, spelling) of each word that carries meaning, once a note."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        key = word.casefold().replace("’", "'")
        if len(word) >= LEAST and key not in _SMALL:
            # A plural in -s is the same term: "network" and "networks" are one voice.
            found.setdefault(key[:-1] if key.endswith("s") and len(key) > 4 else key, word.lower())
    return found.items()
