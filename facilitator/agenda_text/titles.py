"""A slot's line without its time: what is the title, who is on, in which room."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from facilitator.agenda_text import houses, labels, lists, names, people, places
from facilitator.agenda_text.clocks import LENGTH
from facilitator.agenda_text.model import Speaker

_LAST_BRACKET = re.compile(r"\s*[(\[]((?:[^()\[\]]|\([^()]*\))*)[)\]]\s*[.;]?$")
_VERBS = (
    r"coordinated by|run by|guided by|conducted by|convened by|facilitated by|moderated by|hosted by|chaired by|led by|presented by|given by|delivered by|interviewed by|by|moderiert von|geleitet von|animée?s? par|modérée?s? par|présentée?s? par|par"
    r"|moderad[oa]s? por|facilita|conduce|coordina|dinamiza|imparte|anime|animiert|a cargo de(?: la| el)?|modera|modère|moderiert|dictad[oa] por|por|von|durch|with|w/|between|entre|zwischen|featuring|avec|con|com|mit")  # fmt: skip
_INSIDE = re.compile(rf"[,;–—-]?\s+(?P<verb>{_VERBS})\s+(?P<who>(?:[A-ZÀ-Ý]|reps?\b|{names.TROUPE}\s|{names.ANY_OFFICE}|{names.office_before}|{names.article_before}).+)$")
_WEAK = re.compile(r"^(?:with|w/|durch|between|entre|zwischen|avec|con|com|mit|featuring|por|par|von)$", re.I)
_AMONG = re.compile(r"^(?:between|entre|zwischen)$", re.I)
_KEEPS = re.compile(
    r"(?:interview|conversation|gespräch|lesung|entretien|entrevista|conversatorio|conversa|charla|causerie|dialogue|diálogo|chat|visit|meeting|encuentro|rencontre)$",
    re.I,
)
_GREETING = re.compile(r"^(?:the |les? |l[’']|a |la )?(?:welcome|opening|closing|(?:welcome|opening|closing|introductory) (?:remarks|words)|begrüßung|grußworte?|eröffnung|schlusswort|ouverture|clôture|mot de (?:bienvenue|clôture)"
                       r"|bienvenida|apertura|clausura|saludo|abertura|encerramento|boas-vindas)\s*$", re.I)  # fmt: skip
_BEFORE_QUOTE = re.compile(r"^(?P<who>[^:?!“”„\"«»]{5,100}?),\s+(?P<rest>[«“„\"].+[»”“\"])$")
_QUOTED_LAST = re.compile(r"^(?P<kind>[^:?!“”„\"«»]{3,60}?)(?:\s*:|\s[–—-])\s+(?P<who>[^:?!“”„\"«»]{5,100}?),\s+(?P<rest>[«“„\"].+[»”“\"](?:\s\([^()]+\))?)$")
_HOST = re.compile(
    r"(?:(?<=\bhost)|(?<=\bhosts)|(?<=\bchair)|(?<=\bspeaker)|(?<=présidente)|(?<=président)|(?<=presidenta)|(?<=presidente)|(?<=directora)|(?<=diretora)|(?<=directrice)|(?<=directeur)|(?<=anfitriona))"
    r",?\s+(?P<who>[A-ZÀ-Ý].+)$")
_QUOTED = re.compile(r"(?<=[»”\"“])\s+(?:de|d[’']|von|by|par|por|do|da)\s+(?P<who>[A-ZÀ-Ý].+)$")
_OF = re.compile(
    r"(?:\s+(?:de|von|do|da|du)|(?<=\bVortrag)|(?<=Grußwort)|(?<=Keynote)|(?<=Impuls)|(?<=Palestra)|(?<=Ponencia)|(?<=Conférence))\s+"
    rf"(?P<who>(?:(?:(?:HS-|FH-|Univ\.-)?Prof|Dr|Dra|Mag(?:\.?[aª])?|Mme|M|Mr|Frau|Herrn?|Sr|Sra|Monsieur|Madame)\b\.?\s|{names.office_before}).+)$"
)
_FROM = re.compile(r"\s+from\s+(?P<who>[A-ZÀ-Ý].+)$")
_CUT = re.compile(r"\s+[–—-]\s+|\s*[:：]\s+|,\s+|[.?!…»”\"]\s+(?=[A-ZÀ-Ý])")
_SIGNS = "".join(map(chr, (*range(0x2600, 0x27C0), *range(0x1F300, 0x1FAFF), 0xFE0F, 0x200D, 0x20)))
_EDGE = " \t-–—:;,.|·•*►▶→>"
_SINGLE = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ’'-]+$")
_WITH = re.compile(r"\s+(?:with|mit|avec|con|com)\s+")


@dataclass(frozen=True, slots=True)
class Told:
    """What a line says beside its time."""

    title: str
    speakers: tuple[Speaker, ...] = ()
    room: str | None = None


@lru_cache(maxsize=1024)  # breaks and talks are often called the same
def told(text: str) -> Told:
    """The line taken apart; every word of it ends up in the title, a speaker or the room."""
    title, room = places.room_of(text.lstrip(_SIGNS).strip())
    title, bracketed, place = _brackets(title)
    whole = title
    title, labelled = (title, ()) if _QUOTED_LAST.match(title) and _announces(title.split()[0]) else people.labelled(title)
    title = title or re.sub(r"\s+(?:by|from|par|por|von)\s.*$|\s*:.*$|\s[–—-]\s.*$", "", whole)
    title, inner = _inside(title)
    title, first = _first(title)
    title, last = ("", ()) if not title else _last(title)
    title = re.sub(r"\s{2,}", " ", title)
    title, other = places.room_of(title) if room is None else (title, None)
    if last and place is None:
        title, _, place = _brackets(title)
    found = (*first, *last, *inner, *labelled, *bracketed)
    title = title.strip() if title.rstrip().endswith(("?", "!", ")")) else title.strip(_EDGE)
    title = re.sub(r"^\(([^()]+)\)$", r"\1", title)
    return Told(title, found, room or place or other)


def _brackets(title: str) -> tuple[str, tuple[Speaker, ...], str | None]:
    """Without the brackets at the end that hold people or a place."""
    found: tuple[Speaker, ...] = ()
    room = None
    while match := _LAST_BRACKET.search(title):
        inside, before = match[1].strip(), title[: match.start()].strip()
        placed = (places.PLACE.search(inside) or places.numbered(inside)) and "," not in inside and not names.addressed(inside, title)
        square = title.rstrip(" .;").endswith("]")
        group = () if placed and not labels.LABEL.match(inside) else people.speakers_in(inside) or _first_name(inside) or houses.sitting(before, inside)
        if not inside and before:
            title = before
        elif square and not (group and all(map(_certain, group))):
            if room or len(inside) > 40 or LENGTH.fullmatch(inside) or re.search(r"[.?!]|\bTB[ACD]\b", inside):
                break
            room, title = inside, before
        elif _name_before(before) and not labels.LABEL.match(inside) and not (group and all(_certain(p) and (p.name or p.role) for p in group)):
            break  # an organisation behind a name; taken apart with it later
        elif group := group or (() if placed else houses.alone(inside)):
            found, title = (*group, *found), before
        elif len(inside) < 60 and (
            places.PLACE.search(inside)
            or re.fullmatch(r"[A-Z]{1,2}[.-]?\d{2,4}(?:-[A-Z]?\d{2,4})?", inside)
        ):
            room, title = inside, before
        else:
            break
    return title, found, room


def _name_before(text: str) -> re.Match[str] | None:
    """A person's name right before a bracket: “… – Nina Costa (Terra Nova)”."""
    for match in re.finditer(
        r"(?:^|\s[–—&-]\s|[:,.;?!]\s|\b(?:presentan?|interviene|expone|" + _VERBS + rf"|and|et|y|e|und)\s(?:{names.article_before})?)(?=[A-ZÀ-Ý])", text
    ):
        if names.sureness(text[match.end() :]):
            return match
    return None


def _sure(found: tuple[Speaker, ...], bare: int = names.SURE) -> bool:
    """Whether these are people; among several, one who is known vouches for the others."""
    known = [p.name is None or names.sureness(p.name) >= bare or names.is_given(p.name) or bool(p.role or (p.org and not p.org[:1].islower())) for p in found]
    return bool(found) and (all(known) or sum(known) * (3 if len(found) > 2 else 2) >= len(found) > 1)


def _inside(title: str) -> tuple[str, tuple[Speaker, ...]]:
    """People named in the title itself: “Interview with A (Post), facilitated by B (Org)”."""
    found: tuple[Speaker, ...] = ()
    while (match := _last_verb(title)) is not None:
        who, behind = _within(match["who"])
        group, more = _led(match["verb"], who)
        more += behind
        group = group or houses.sitting(title[: match.start()], who)
        if not _sure(group, names.SURE if _WEAK.match(match["verb"]) else names.LIKELY):
            break
        role = labels.role_of(match["verb"])
        found = (*(Speaker(p.name, p.org, p.role or role) for p in group), *found)
        keep = len(group) < 3 and _KEEPS.search(title[: match.start()]) and group[0].name and _WEAK.match(match["verb"]) and not _AMONG.match(match["verb"])
        title = title[: match.start()] + (f" {match['verb']} {group[0].name}" if keep else "") + more
        if keep or more:
            break
    if not found and (match := _QUOTED.search(title)) and _sure(group := people.speakers_in(match["who"]), names.LIKELY):
        return title[: match.start()], group
    if not found and (match := _OF.search(title)) and (group := people.speakers_in(match["who"])):
        return title[: match.start()], group
    if not found and (match := _HOST.search(title)) and _sure(group := people.speakers_in(match["who"])):
        return title[: match.start()], group
    group = people.speakers_in(match["who"]) if not found and (match := _FROM.search(title)) else ()
    if match and group and all(p.name and _certain(p) for p in group):  # not “from Buenos Aires, Argentina”
        return title[: match.start()], group
    return title, found


def _within(who: str) -> tuple[str, str]:
    """(people, what follows) where the bracket they stand in ends before the title: “(with A B, Org) and more”."""
    depth = 0
    for at, sign in enumerate(who):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return who[:at], who[at:] if who[at + 1 :].strip(_EDGE) else ""
    return who, ""


def _led(verb: str, who: str) -> tuple[tuple[Speaker, ...], str]:
    """(people, the rest of the title) behind a verb: “chaired by A B with the three speakers”."""
    if (found := people.speakers_in(who)) or not labels.role_of(verb):
        return found, ""
    parts = lists.listed(who)
    if parts and all(_SINGLE.match(part) and not names.THINGS.search(part) for part in parts):  # “animée par Gwenaëlle”
        return tuple(Speaker(part) for part in parts), ""
    more = re.search(r"\s+(?:with|mit|avec|con|com)\s+(?=[a-zà-ÿ])", who)
    return (people.speakers_in(who[: more.start()]), who[more.start() :]) if more else ((), "")


def _last_verb(title: str) -> re.Match[str] | None:
    found = None
    for match in re.finditer(rf"[,;–—-]?\s+(?:{_VERBS})\s+(?=[A-ZÀ-Ý]|reps?\b|{names.TROUPE}\s|{names.ANY_OFFICE}|{names.office_before}|{names.article_before})", title):
        found = match
    return _INSIDE.match(title, found.start()) if found else None


def _first(title: str) -> tuple[str, tuple[Speaker, ...]]:
    """“Naomi Fischer (House) – Closing”, “Dr. A B: Title”: the person stands before the title."""
    if (match := _BEFORE_QUOTE.match(title)) and _sure(found := people.speakers_in(match["who"]), names.LIKELY):
        return match["rest"], found
    match = _QUOTED_LAST.match(title)
    if match and _sure(found := people.speakers_in(match["who"]), names.LIKELY):
        return f"{match['kind']}: {match['rest']}", found
    match = re.match(
        r"^(?P<who>[^:–—?!“”\"«]{5,120}?)(?:\s*:|\s+[–—-])\s+(?P<rest>\S.{2,})$", title
    )
    if match is None:
        return title, ()
    kind = re.match(r"(?:input|impuls(?:vortrag)?|kurzvortrag|beitrag|palestra|conférence|conferência|conferencia|charla|ponencia|vortrag|keynote|talk|lecture|lezione)\s+(?:d[eao]|del|von|by|d[’'])\s*(?=[A-ZÀ-Ý])", match["who"], re.I)
    if kind and (found := people.speakers_in(match["who"][kind.end() :])):
        return f"{match['who'].split()[0]}: {match['rest']}", found
    found = people.speakers_in(match["who"])
    bracket = "(" in match["who"]
    good = found and all(
        p.name and (names.sureness(p.name) == names.SURE or bracket) for p in found
    )
    return (match["rest"], found) if good and not people.speakers_in(match["rest"]) else (title, ())


def _last(title: str) -> tuple[str, tuple[Speaker, ...]]:
    """“Keynote – Prof. A B, University of C”: the person stands after the title."""
    unsure: tuple[str, tuple[Speaker, ...]] | None = None
    for match in _CUT.finditer(title):
        before, mark, rest = title[: match.start()], match[0].strip(), title[match.end() :]
        if (
            len(before.strip()) < 3
            or (mark == "." and re.search(r"(?:^|[\s.])(?:\w{1,4}|Excm[oa])\.?$", before))
            or not (found := _both(before, rest) or people.speakers_in(rest) or (_first_name(rest, 1 + (mark == ",")) if mark in "–—-," else ()) or houses.sitting(before, rest))
        ):
            continue
        dashed = mark in ("–", "—", "-") or (mark in ":：" and (_announces(before) or len(found) > 2))
        quoted = mark in (",", ":", "–", "—", "-") and before.rstrip().endswith(("»", "”", '"', "“"))
        quoted = quoted or (mark in (":", "：") and _announces(before) and len(found) == 1 and found[0].org is not None)
        greeted = _GREETING.search(before) and len(found) == 1 and found[0].name and not re.search(r"[?!\d]", rest)
        quoted = bool(quoted or greeted)
        if _sure(found, names.LIKELY if quoted else names.SURE) if dashed or quoted or "(" in rest else all(_certain(p) or p.role for p in found):
            told = before + (mark if mark in '?!…»”"' else ""), found
            if mark not in "–—-":
                return unsure or told
            if _certain(found[0]):
                return told
            unsure = unsure or told  # somebody we know may stand behind the next dash
    return unsure or (title, ())


def _both(before: str, rest: str) -> tuple[Speaker, ...]:
    """“Fireside chat: President A B with alumna C D”: the two who talk."""
    sides = _WITH.split(rest) if _KEEPS.search(before) else []
    found = [people.speakers_in(side) for side in sides]
    return tuple(p for group in found for p in group) if len(found) == 2 and all(found) and _sure(sum(found, ()), names.LIKELY) else ()


def _first_name(text: str, least: int = 1) -> tuple[Speaker, ...]:
    """“(Milo)”, “– Lotte & Tom”: first names alone, where a person may stand."""
    parts = lists.listed(re.sub(r"\s[+&]\s", ", ", text))
    return tuple(Speaker(part) for part in parts) if len(parts) >= least and all(p[:1].isupper() and names.is_given(p) for p in parts) else ()


def _announces(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:keynote(?: address)?|talk|speaker|address|welcome|opening|closing|remarks|comments|q ?& ?a|audition|hearing|fireside chat|chat|interview|entretien|gespräch|entrevista|audiencia|audiência|gastbeitrag|gast|testimon(?:y|ies|ials)|response|reflections?|framing|comentários|comentarios|commentaires|kommentare?|testemunhos|testimonios|témoignages|réponse|saludos?|boas-vindas|introducción|introdução|introduction|einführung|impulse?|palestra|vortrag|begrüßung|eröffnung|grußwort|schlusswort|conférence|accueil|ouverture|clôture|ponencia|conferencia|lecture|inauguración|bienvenida|apertura|clausura|cierre|abertura|encerramento)$",
            text,
            re.I,
        )
    )


def _certain(speaker: Speaker) -> bool:
    return speaker.name is None or names.is_given(speaker.name) or names.sureness(speaker.name) == names.SURE
