"""What people write beside the subject: greetings, sound checks, thanks, “same as above”.

Rules by letters catch what has no meaning; nearness to a list of such sentences catches the
rest, in any language the encoder knows. What many write in many ways is a theme all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from facilitator.theming.encoder import ANSWER, encode, unit
from facilitator.theming.words import words_of

NEAR = 0.65  # cosine from which a note says the same as one of the sentences
SHORT = 8  # words; longer notes say something
MANY = 4  # ways of saying it from which it is a theme

_SAYINGS = """
hello everyone|good morning all|hi from our table|hello from room five|testing, testing|is this working
does this work|can you hear me|we cannot hear you|the sound is bad|no audio here|you are muted
please mute your microphone|my camera is not working|I lost my connection|the screen is frozen
I am back|be right back|which room am I in|am I in the right place|is this room two?
I think this is the wrong room|sorry, wrong group|sorry, wrong room|where is the link|how do I join|how does this work
what are we supposed to do|what was the question|can you repeat that please|I have nothing to say
nothing from me|no comments from our side|no answer|nothing more|not sure|I don't know|same as before
the same as what others said|see above|already said|I agree with that|totally agreed|yes, exactly
no|thank you all|thanks a lot, great talk|great presentation|well done everybody|goodbye everyone
see you later|have a nice day|when is lunch|is there coffee|time for a break|are we done
is it over yet|sorry I am late|haha funny|just kidding|please ignore this|oops, wrong button
muchas gracias a todos|hola a todos|no se escucha|no tengo nada que añadir|estoy de acuerdo
merci à tous|bonjour à tous|on ne vous entend pas|rien à ajouter|je suis d'accord
obrigado a todos|olá pessoal|não consigo ouvir|nada a acrescentar|concordo
danke an alle|hallo zusammen|ich kann nichts hören|nichts hinzuzufügen|شكرا للجميع|مرحبا|谢谢大家|大家好
"""
SAYINGS = tuple(each for each in re.split(r"[|\n]", _SAYINGS) if each)

_ALONE = re.compile(
    r"^(?:hi|hello|hey|hola|bonjour|salut|ol[áa]|hallo|test(?:ing|s)?|ok(?:ay)?|lol|brb|(?:[hj][aei]){2,}h?|"
    r"thanks?(?: you)?|gracias|merci|obrigad[oa]|danke|yes|no|yep|nope|idk|\+1|n/?a|asd\w*|qwert\w*)"
    r"[\s\W]*(?:everyone|everybody|everyone here|all|there|a todos|à tous|test|asdf\w*|\d+)?[\s\W]*$", re.I)  # fmt: skip
_OTHER_SCRIPTS = re.compile("[\u0600-\u06ff\u0900-\u097f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def idle(texts: Sequence[str]) -> list[bool]:
    """For each text whether it says nothing about the subject."""
    empty = [says_nothing(text) for text in texts]
    near = [None if nothing else _saying(text) for text, nothing in zip(texts, empty, strict=True)]
    ways = Counter(saying for saying, _ in {(s, t.lower()) for s, t in zip(near, texts, strict=True)})
    return [
        nothing or (saying is not None and ways[saying] < MANY)
        for nothing, saying in zip(empty, near, strict=True)
    ]


@lru_cache(maxsize=50_000)
def _saying(text: str) -> str | None:
    """The sentence of the list that the text comes to, if any."""
    if len(words_of(text)) > SHORT:
        return None
    near = unit(encode([text])[:, ANSWER]) @ unit(encode(SAYINGS)[:, ANSWER]).T
    best = int(near.argmax())
    return SAYINGS[best] if near[0, best] >= NEAR else None


@lru_cache(maxsize=50_000)
def says_nothing(text: str) -> bool:
    """Whether the letters alone show it: no words, a lone greeting, keyboard mash, one word thrice."""
    words = words_of(text)
    joined = "".join(words)
    if not words or _ALONE.match(text.strip()):
        return True
    if _OTHER_SCRIPTS.search(joined):
        return len(joined) < 3
    if len(words) == 1 and (len(joined) < 3 or not re.search(r"[aeiouyà-ÿа-я]", joined)):
        return True
    if len(set(words)) == 1 and len(words) > 2:
        return True
    mashed = [word for word in words if re.search(r"(.)\1{3,}|[bcdfghjklmnpqrstvwxz]{6,}", word)]
    return len(mashed) * 2 > len(words)
