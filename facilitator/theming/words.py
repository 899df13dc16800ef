"""The words of a note: its language, its stems, and what it says first."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_STOP = {
    "en": "the a an and or of to in is are was were be been it its that this these those for on with as at by from we "
          "our us you your they their he she i me my not no do does did have has had but if so than then there what "
          "how why who when which can could should would will more most just also about into up out all any some",
    "es": "el la los las un una unos unas y o de del al a en es son era fue ser se que por para con no lo le les su sus "
          "como más pero si ya muy hay este esta esto ese esa qué cómo cuando donde nos nuestro nuestra",
    "pt": "o a os as um uma uns umas e ou de do da dos das em no na nos nas é são foi ser se que por para com não lhe seu "
          "sua como mais mas ou já muito há este esta isso qual quando onde nós nosso nossa ao à",
    "fr": "le la les un une des et ou de du au aux en est sont était être se que qui pour par avec ne pas plus mais si ce "
          "cette ces il elle nous notre nos vous on dans sur comme quand où quoi l d qu c s n j",
    "de": "der die das den dem des ein eine einen einem und oder von zu im in ist sind war sein sich dass für mit auf nicht "
          "kein keine wir uns unser ihr sie es wie was wenn mehr aber auch als bei aus nach über um so noch nur",
    "it": "il lo la i gli le un una e o di del della dei in è sono che per con non si come più ma se al alla nel",
    "sw": "na ya wa kwa ni za la katika kama si hii hiyo kwamba tu sana yetu sisi wao cha vya",
}  # fmt: skip
STOPS = {language: frozenset(words.split()) for language, words in _STOP.items()}
EVERY_STOP = frozenset().union(*STOPS.values())
# Words that say something, but not what about: alone they name no theme.
_VAGUE = (
    "them him her both neither either directly nobody somebody everybody anybody everyone someone anyone nothing "
    "something everything anything always never ever every each another other others same only still again already "
    "often sometimes before after later while until since over off away back here now once instead really very too "
    "many much few less lot first second last next one two three own new need needs needed get gets getting got give "
    "gives given gave go goes going gone went come comes coming came see seen saw tell told say says said make makes "
    "made making take takes took taken know knows knew want wants wanted let put keep kept show shows look looks find "
    "found think feel feels seem try tried start started use used using able may might must like likes thing things "
    "way ways year years month months week weeks day days today time times good better best bad worse siempre nunca "
    "nadie alguien nada algo todo todos toda todas cada otro otra otros mismo antes después luego todavía primer "
    "primero hacer hace hecho tener tiene tienen ir va van ver decir dice dar poder puede pueden quiere años año mes "
    "días día vez toujours jamais personne quelqu'un rien tout tous toute toutes chaque autre autres même avant après "
    "encore premier première faire fait avoir ont aller voir dire dit donner peut peuvent veut ans mois jours jour "
    "fois sempre ninguém alguém tudo outro outra mesmo depois ainda primeiro fazer faz feito ter tem vai dizer pode "
    "podem quer anos ano mês dias dia immer nie niemand jemand nichts etwas alles alle jeder jede andere selbe vor "
    "vorher nachher noch erste machen macht haben hat gehen geht sehen sagen sagt geben gibt können kann müssen muss "
    "will jahre jahr monat tage tag mal "
)
VAGUE = frozenset(_VAGUE.split())
_SCRIPTS = (("ar", "[\u0600-\u06ff]"), ("hi", "[\u0900-\u097f]"), ("ru", "[\u0400-\u04ff]"), ("zh", "[\u4e00-\u9fff]"),
            ("ja", "[\u3040-\u30ff]"), ("ko", "[\uac00-\ud7af]"), ("th", "[\u0e00-\u0e7f]"))  # fmt: skip
_PAUSE = re.compile(r"(?<=[.!?;:,…])\s+|\s[-–—=(]\s?")
FIRST_WORDS, FIRST_MOST = 4, 8  # what is said first has at least so many; half a note, or so many
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e30-\u0e4e"  # written with a letter, and no letters themselves
_WORD = re.compile(rf"[^\W\d_][\w{_MARKS}’'-]*")


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case."""
    return tuple(word.lower().strip("'’-") for word in _WORD.findall(text))


@lru_cache(maxsize=50_000)
def language_of(text: str) -> str:
    """The language by script or by small words; “xx” when nothing tells."""
    for language, letters in _SCRIPTS:
        if len(re.findall(letters, text)) * 3 > len(text.replace(" ", "")):
            return language
    found = {language: sum(word in stops for word in words_of(text)) for language, stops in STOPS.items()}
    best = max(found, key=lambda language: found[language])
    return best if found[best] else "xx"


def beginning(text: str) -> str:
    """What a text says first: up to its first pause, and of a long text at most half the words."""
    words = text.split()
    most = max(FIRST_MOST, (len(words) + 1) // 2)
    pauses = (len(text[: pause.start()].split()) for pause in _PAUSE.finditer(text))
    end = next((words_so_far for words_so_far in pauses if words_so_far >= FIRST_WORDS), most)
    return text if min(end, most) >= len(words) else " ".join(words[: min(end, most)])


@cache
def stem(word: str) -> str:
    """A word without its commonest endings; rough, and the same in all our languages."""
    for ending in ("ations", "ation", "aciones", "ación", "ações", "ação", "ements", "ement", "ungen", "ung", "ings", "ing",
                   "mente", "ment", "idades", "idad", "ers", "er", "ies", "es", "en", "ed", "s", "e"):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=50_000)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words that carry meaning."""
    return frozenset(
        stem(word) for word in words_of(text) if len(word) > 2 and word not in EVERY_STOP
    )
