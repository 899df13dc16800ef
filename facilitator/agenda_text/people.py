"""Who is on: the people in a bracket, after a label, in “Reps from A and B”."""

from __future__ import annotations

import re
from itertools import chain, pairwise

from facilitator.agenda_text import houses, labels, names, posts
from facilitator.agenda_text.lists import grouped, listed, split
from facilitator.agenda_text.model import Speaker
from facilitator.agenda_text.person import called, person

_TBC = re.compile(
    r"\s*\((?:tbc|tbd|tba|to be confirmed|invited|a confirmar|por confirmar|à confirmer|sous réserve|angefragt|n\.n\.|convidad[oa]|invitad[oa])\)",
    re.I,
)


_AND_REPS = re.compile(
    r"(?<=\)),?\s+(?:and|&|et|und|y|e)\s+(?=(?:(?:an? |une? |una |uma? |uno |ein(?:e[rn]?)? )?(?:reps?\.?|representatives?|représentante?s?|representantes?|Vertreter(?:in)?))\s+(?:from|of|de|des|del|dos?|das?)\s)", re.I)  # fmt: skip
_TOGETHER = re.compile(
    r",?\s+(?:in (?:conversation|dialogue|discussion) with|im Gespräch mit|en (?:conversation|dialogue) avec|en (?:conversación|diálogo) con|em (?:conversa|diálogo) com)\s+",
    re.I,
)
_ROLE_FIRST = re.compile(r"^([^(),]+?)\s*\((\w+)\)\s*,\s*([^(),]+)$")
_ROLE_LAST = re.compile(r"^(.+\))\s*[,–—-]\s*([^\W\d]+)$")
_EACH_OF = re.compile(r"(?<=,\s)(?:both|all(?: three)?|beide|alle(?: drei)?|ambos|ambas|tous(?: les)?(?: deux| trois)?|toutes(?: les)?(?: deux| trois)?|os dois|as duas)\s+(?:of|from|at|de|von)?\s*(?=[A-ZÀ-Ý])")
_BOTH_OF = re.compile(r"^([^,()]+?)\s+(?:and|&|und|et|y|e)\s+([A-ZÀ-Ý][^,()]+),\s+([A-ZÀ-Ý][^,()]+)$")
_FIRST_NAMES = re.compile(r"^([A-ZÀ-Ý][\w’'-]+)(?:\s+(?:and|&|und|et|y|e)\s+([A-ZÀ-Ý][\w’'-]+))?(?P<mark>,\s|\s+(?:from|of|at)\s|\s*\()\s*(?:the\s+)?([A-ZÀ-Ý][^,()]{2,60})\)?$")
_UNKNOWN_LABEL = re.compile(r"([^\W\d_]{4,20})\s*:\s+(\S.*)$")
_TWO = re.compile(r"^(.+?\s(?:from|of|at|von|de|da|do)\s.+?)\s+(?:and|&|und|et|y|e)\s+([A-ZÀ-Ý].+)$")


def speakers_in(text: str, several: bool = False) -> tuple[Speaker, ...]:
    """The people in a bracket or after a label; empty when it does not look like people.

    `several`: the label announced more than one, so “A B, C D” are two people.
    """
    text = re.sub(rf"^{names.article_before}", "", text)
    text = text.rstrip(" .;,").removesuffix(")") if text.count(")") > text.count("(") else text
    text = _TOGETHER.sub("; ", _AND_REPS.sub("; ", _TBC.sub("", text).strip(" .;,")))
    if " · " in text and ";" in text:  # lines of a cell, each with its own people
        lines = [speakers_in(line, several) for line in text.split(" · ")]
        return tuple(chain(*lines)) if all(lines) else ()
    found: list[Speaker] = []
    mark = _between(text)
    for part in split(text, mark):
        made = _some(
            re.sub(r"^(?:and|&|et|und|y|e)\s+(?=[A-ZÀ-Ý])", "", part.strip(" .·")), several
        )
        if made is None and mark == ";" and (said := _UNKNOWN_LABEL.match(part.strip())) and (those := sure_speakers(said[2])):
            made = [Speaker(p.name, p.org, p.role or said[1]) for p in those]
        if made is None and mark in "|;" and found and (behind := posts.post(part.strip())) and (mark == ";") == bool(behind[1]):
            last = found.pop()
            made = [Speaker(last.name, last.org or behind[0], ", ".join(filter(None, (last.role, behind[1]))) or None)]
        if made is None and mark == ";" and houses.one(part.strip()):
            made = [Speaker(None, part.strip(), "representative")]
        if made is None:
            return ()
        found += made
    return tuple(found)


def _between(text: str) -> str:
    """What stands between the people of a line; nothing where only commas may."""
    for sign, mark in ((";", ";"), (" | ", "|"), (" · ", " · ")):
        if sign in text:
            return mark
    return " / " if " / " in text and "," not in text else ""


def _some(part: str, several: bool) -> list[Speaker] | None:
    if before := posts.before(part):
        return [called(before[1], None, before[0])]
    if reps := houses.represented(part):
        return reps
    label = labels.LABEL.match(part)
    if label and label["mark"]:
        people = _some(part[label.end() :], several or bool(labels.PLURAL.search(label["label"])))
        return people and [
            Speaker(p.name, p.org, labels.role_of(label["label"]) or p.role) for p in people
        ]
    first = _ROLE_FIRST.match(part)
    if first and (role := labels.role_of(first[2])) and names.sureness(first[1]):
        return [called(first[1], first[3].strip(), role)]
    last = _ROLE_LAST.match(part)
    if last and (role := labels.role_of(last[2])) and (one := person(last[1])):
        return [Speaker(one.name, one.org, ", ".join(filter(None, (role, one.role))))]
    found = _both_of(part) or _list_of_names(part, several)
    if found:
        return found
    two = _TWO.match(part)
    if two and names.sureness(re.split(r"\s*[,(]", two[2])[0]) == names.SURE and (one := person(two[1])):
        return [one, *(_some(two[2], several) or [])]
    one = person(part) or _troupe(part)
    return [one] if one else None


def sure_speakers(text: str) -> tuple[Speaker, ...]:
    """The people of an unlabelled line: known given names or titles, or organisations behind them."""
    if len(text) > 300 or text.endswith(("?", "!")):
        return ()
    found = speakers_in(text)
    known = [p.name is None or names.sureness(p.name) == names.SURE or names.addressed(p.name, text) for p in found]
    good = all(
        sure or (p.org and ("(" in text or any(known) or names.THINGS.search(p.org))) or p.role
        for sure, p in zip(known, found, strict=True)
    )
    return found if good else ()


def named_in(text: str) -> tuple[Speaker, ...]:
    """The people of a cell under “Speaker”: what looks like a name at all is one there."""
    several = [part.strip() for part in re.split(r",\s+|\s+(?:and|und|et|y|e)\s+", text)]
    pair = len(several) == 2 and "," in text and names.sureness(several[1]) < names.SURE  # a name and a house, as likely
    if len(several) > 1 and not pair and names.sureness(several[0]) == names.SURE and all(map(_two_words, several)) and not any(map(posts.is_post, several)):
        return tuple(called(part) for part in several)
    found = _within(text) or speakers_in(text) or labelled(text)[1]
    if found:
        return found
    label = labels.LABEL.match(text)
    if label and label["mark"].strip() == ":" and (those := named_in(text[label.end() :])):
        return tuple(Speaker(p.name, p.org, labels.role_of(label["label"]) or p.role) for p in those)
    parts = listed(re.sub(r"\s\+\s", ", ", text))
    firsts = any(map(names.is_given, parts)) and not any(map(names.THINGS.search, parts))
    good = parts and all(
        (firsts and re.fullmatch(r"[A-ZÀ-Ý][a-zà-ÿ’'-]+", part))
        or names.is_given(part)
        or re.match(r"^[A-ZÀ-Ý][\w’'-]*\.?(?:\s+[A-ZÀ-Ý][\w’'.-]*){1,3}$", part)
        for part in parts
    )
    return tuple(Speaker(part) for part in parts) if good else ()


def _within(text: str) -> tuple[Speaker, ...]:
    """“Board (Ute Marquardt, Sven Lohse)”: the people of a body, in brackets behind it."""
    match = re.match(r"^([^(),;]{3,60}?)\s*\(([^()]+)\)$", text)
    if match is None or names.sureness(match[1]) == names.SURE or names.is_given(match[1]):
        return ()
    parts = listed(match[2])
    good = all(map(_two_words, parts)) and any(names.sureness(part) == names.SURE for part in parts)
    return tuple(called(part, match[1]) for part in parts) if good else ()


def _two_words(part: str) -> bool:
    """“Maren Holt”, and neither “TU Delft” nor “CivicTech Brno”."""
    return bool(names.sureness(part)) and 1 < len(part.split()) < 4 and not re.search(r"[A-ZÀ-Ý]{2}|[a-zà-ÿ][A-ZÀ-Ý]", part)


def _both_of(part: str) -> list[Speaker]:
    """“Yusuf Khan and Bea Lawson, Membership Team”: two of one house."""
    each = _EACH_OF.search(part)
    match = _BOTH_OF.match(_EACH_OF.sub("", part))
    if (one := re.match(r"^([^,()]+),\s+((?:co|vice)?-?[a-zà-ÿ][^,()]+)$", part)) and posts.is_post(one[2]) and len(both := listed(one[1])) == 2:
        return [called(name, None, one[2]) for name in both] if all(map(names.sureness, both)) else []
    sure = sorted(names.sureness(name) for name in match.groups()[:2]) if match else [names.NO]
    if firsts := _FIRST_NAMES.match(part):  # “Camila & Andrés from Semillas Libres”
        both = [name for name in firsts.group(1, 2) if name]
        bracket = firsts["mark"].strip() == "(" and len(both) > 1
        known = all(map(names.is_given, both)) and (firsts["mark"] != ", " or names.THINGS.search(firsts[4]))
        theirs = houses.one(firsts[4]) and firsts["mark"].strip() in ("from", "of", "at")
        good = any(map(names.is_given, both)) if bracket else known or theirs
        return [Speaker(name, firsts[4]) for name in both] if good else []
    if match is None or not sure[0] or sure[1] < names.SURE or not (each or names.THINGS.search(match[3])):
        return []
    return [called(name, match[3]) for name in match.groups()[:2]]


def _list_of_names(part: str, several: bool) -> list[Speaker]:
    """“Ana Silva, Ben Okoro and Chen Wei”: only names, two or more; “A B, Trust” is one person."""
    parts = listed(grouped(part))
    bare = [re.sub(r"\s*\(.*", "", name) for name in parts[1:]]
    if any(posts.is_post(name) and names.sureness(name) < names.SURE for name in bare):
        return []
    people = [person(name) or (Speaker(None, name) if houses.one(name) and not posts.is_post(name) else None) or next(iter(houses.represented(name)), None) for name in parts]
    if not any(p and p.name for p in people):
        return []
    if sum(bool(p and p.name and p.org) for p in people) > 1:  # among people with their houses, a house
        people = [p or (Speaker(None, name) if houses.written(name) else None) for p, name in zip(people, parts, strict=True)]
    if len(parts) < 2 or not all(
        p is not None and (p.org is None or p.name is None or "(" in n)
        for p, n in zip(people, parts, strict=True)
    ):
        return []
    pair = (
        len(parts) == 2
        and re.match(r"^[^,]+,[^,]+$", part)
        and "(" not in parts[1]
        and not parts[0].endswith(")")
        and not (several and people[1] and people[1].name)
    )
    if pair and names.sureness(re.sub(r"\s*\(.*", "", parts[1])) < names.SURE:
        return []
    return _shared(part, _alike([p for p in people if p]))


def _alike(people: list[Speaker]) -> list[Speaker]:
    """Among organisations a name that nobody is known by is one too."""
    if sum(p.name is None for p in people) * 2 <= len(people):
        return people
    return [Speaker(None, p.name, "representative") if p.name and not p.org and names.sureness(p.name) < names.SURE else p for p in people]


def _shared(part: str, people: list[Speaker]) -> list[Speaker]:
    """“A B and C D (House)” are both of that house; with a comma between them they are not."""
    made = list(people)
    for at, (one, other) in enumerate(pairwise(people)):
        joined = one.name and re.search(rf"{re.escape(one.name)}\s+(?:and|&|et|und|sowie|y|e)\s", part)
        if joined and one.org is None and other.name and (at == 0 or (people[at - 1].org and at + 2 < len(people))):
            made[at] = Speaker(one.name, other.org, one.role)
    return made


def _troupe(part: str) -> Speaker | None:
    """“compañía La Trapería”, “Coletivo Tambor”: a group by its name."""
    found = re.match(rf"(?:(?:the|la|el|le|o|a)\s|l[’'])?{names.TROUPE}\s(?:[A-ZÀ-Ý]\w|[«“\"])[^,()]{{2,60}}$", part)
    return Speaker(None, part) if found else None


def _up_to_a_stop(text: str, several: bool) -> tuple[tuple[Speaker, ...], str]:
    """(people, what follows) of a label's text or its first sentence: “Ana Silva (Lab). Bring boots.”"""
    found = speakers_in(text, several)
    stop = None if found else re.search(r"(?<=[\w)][\w)])\.\s+(?=[A-ZÀ-Ý])", text)
    return (
        (found, "")
        if stop is None
        else (speakers_in(text[: stop.start()], several), text[stop.end() :])
    )


def labelled(text: str) -> tuple[str, tuple[Speaker, ...]]:
    """A line without its labelled people (“… Moderator: Ana Silva”), and those people."""
    marks = [m for m in labels.LABEL.finditer(text) if m["mark"]]
    found: list[Speaker] = []
    rest, failed = text, ""
    for mark in reversed(marks):
        role = labels.role_of(mark["label"])
        people, more = _up_to_a_stop(rest[mark.end() :], bool(labels.PLURAL.search(mark["label"])))
        if not people:
            rest, failed = rest[: mark.start()].rstrip(" .;·|"), f"{rest[mark.start() :].strip()} {failed}".strip()
            continue
        found = [Speaker(p.name, p.org, ", ".join(filter(None, (role, p.role))) or None) for p in people] + found
        rest = rest[: mark.start()].rstrip(" .;·|,–—-(")
        rest = f"{rest}. {more}".lstrip(" .") if more else rest
    if failed:
        rest = f"{rest}. {failed}".lstrip(" .") if found else text
    return rest, tuple(found)
