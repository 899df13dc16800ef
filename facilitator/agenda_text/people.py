"""Who is on: names, organisations and roles in brackets, after labels, in “Reps from A and B”."""

from __future__ import annotations

import re

from facilitator.agenda_text.model import Speaker

_HONORIFIC = r"(?:(?:Prof|Dr|Drs|Mr|Mrs|Ms|Mx|Sir|Dame|Hon|Rev|H\.E|S\.E|Sra?|Dra|Profa|Ing|Frau|Herrn?|Mme|M)\.?\s+|(?:Dr\.-Ing\.|Dipl\.-\w+\.?)\s+)*"
_PART = r"(?:[A-ZÀ-ÖØ-ÞŠŽČĆŁŚŻĐ][\w’'À-ÿ.-]*|d[aeo]s?|del|de|la|le|van|von|der|den|ten|bin|ibn|al|el|di|du|y|e)"
_NAME = re.compile(rf"^{_HONORIFIC}[A-ZÀ-ÖØ-ÞŠŽČĆŁŚŻĐ][\w’'À-ÿ.-]*(?:\s+{_PART}){{0,5}}$")
_REPS = re.compile(
    r"^(?:reps?\.?|representatives?|représentants?|representantes?|Vertreter(?:innen)?(?: und Vertreter)?|members?|speakers?|colleagues)"
    r"\s+(?:from|of|de|des|del|dos?|von|aus)\s+(?:the\s+)?(.+)$", re.I)
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[.;·|,–-]\s)|(?<=[.;·|]))\s*(?P<label>moderat(?:ors?|ion|ed by|eurs?|rice)|moderador(?:a|es)?|moderação|moderiert von"
    r"|modération|animé par|animation|facilitat(?:ors?|ed by)|facilitador(?:a|es)?|host(?:ed by|s)?|chair(?:ed by|person|s)?|interview(?:er|ed by)"
    r"|speakers?|presenters?|panel(?:l)?ists?|keynote(?: speaker)?|with|intervenant(?:e?s)?|orateurs?|ponentes?|panelistas?|expositor(?:a|es)?"
    r"|palestrantes?|comentaristas?|debatedor(?:a|es)?|refer(?:ent(?:en|in)?|entinnen)|redner(?:in|innen)?|sprecher(?:in|innen)?|podium|mit|avec|con|com"
    r"|discussants?|session leads?|leads?|led by|presented by|subject matter experts|introduction by|remarks (?:by|from)|by|par|por|von)"
    r"\s*(?P<mark>:|(?<=by)\s|(?<=from)\s|(?<=with)\s|(?<=mit)\s|(?<=avec)\s|(?<=par)\s|(?<=por)\s|(?<=von)\s|(?<=con)\s|(?<=com)\s)\s*", re.I)
_ROLES = (("moderator", "moder|anim"), ("facilitator", "facilit"), ("host", "host"), ("chair", "chair"),
          ("interviewer", "interview"), ("panelist", "panel|debat|discuss|podium"))  # fmt: skip
_TBC = re.compile(r"\s*\((?:tbc|tbd|tba|to be confirmed|a confirmar|por confirmar|à confirmer|angefragt)\)", re.I)
_POST = re.compile(r"\b(?:minister|director|directora?|president|ceo|founder|professor|head|secretary|manager|lead|officer|advisor|"
                   r"chair|fellow|researcher|teacher|ministre|directeur|directrice|ministro|secret[áa]rio|leiter|präsident|kanzler|former)\b", re.I)  # fmt: skip


_THINGS = re.compile(
    r"\b(?:remarks?|session|opening|closing|welcome|keynote|panel|talk|talks|discussion|break|lunch|coffee|room|hall|table|mesa|redonda|"
    r"university|universidad\w*|universität\w*|université|institut\w*|college|school|schools|foundation|fundación|fundação|stiftung|ministry|"
    r"ministerio|ministério|ministerium|network|association|council|centre|center|bank|agency|department|global|international|education|"
    r"research|group|programme|program|part|day|report|workshop|plenary|forum|vereinigung|technische|hochschule|questions?|introduction|"
    r"debates?|relatório|conference|agenda|update|overview|reception|breakfast|dinner|interview|reception|mittagspause|"
    r"projects?|strategy|policy|results|future|building|learning|community|open|science|data|team|staff|all|new|how|what|why)\b", re.I)


def is_name(text: str) -> bool:
    """Whether this may be a person's name: two to six words that look like one."""
    text = re.sub(r",?\s+(?:PhD|Ph\.D\.|MD|MEP|MdB|MP)\b\.?", "", text).strip()
    words = text.split()
    return 2 <= len(words) <= 8 and bool(_NAME.match(text)) and not (
        re.search(r"\d", text) or _THINGS.search(text))


def speakers_in(text: str) -> tuple[Speaker, ...]:
    """The people in a bracket or after a label; empty when it does not look like people."""
    text = _TBC.sub("", text).strip(" .;")
    found: list[Speaker] = []
    for part in _split(text, ";" if ";" in text else "|" if " | " in text else ""):
        made = _some(part.strip(" .·"))
        if made is None:
            return ()
        found += made
    return tuple(found)


def _some(part: str) -> list[Speaker] | None:
    reps = _REPS.match(part)
    if reps:
        orgs = (re.sub(r"^(?:and|et|und|y|e|the)\s+", "", org) for org in _listed(reps[1]))
        return [Speaker(None, org, "representative") for org in orgs]
    label = _LABEL.match(part)
    if label and label["mark"]:
        people = _some(part[label.end() :])
        return people and [Speaker(p.name, p.org, role_of(label["label"]) or p.role) for p in people]
    names = _several(part)
    if names:
        return names
    one = _one(part)
    return [one] if one else None


def role_of(label: str) -> str | None:
    return next((role for role, words in _ROLES if re.search(words, label, re.I)), None)


def _one(part: str) -> Speaker | None:
    """“Name, Org”, “Name (Org)”, “Name – Org”, “Name, Post, Org”, or a bare name."""
    match = re.match(r"^(.+?)\s*\(([^()]*)\)\s*$", part)
    name, rest = (match[1], match[2]) if match else _cut(part)
    name = name.strip(" ,:–-")
    if not is_name(name):
        return None
    rest = rest.strip(" ,") or ""
    if not rest:
        return Speaker(name, None, None)
    post, _, org = rest.rpartition(",")
    if _POST.search(rest):
        return Speaker(name, org.strip() or None, post.strip() or rest) if post and not _POST.search(org) else Speaker(name, None, rest)
    return Speaker(name, rest, None)


def _cut(part: str) -> tuple[str, str]:
    match = re.search(r",\s+|\s+[–—-]\s+|\s*:\s+|\s+(?:from|of|de la|du|von der|at)\s+(?=[A-Z])", part)
    return (part[: match.start()], part[match.end() :]) if match else (part, "")


def _several(part: str) -> list[Speaker]:
    """“Ana Silva, Ben Okoro and Chen Wei”: only names, two or more."""
    names = _listed(part)
    people = [_one(name) for name in names]
    good = len(names) > 1 and all(p is not None and (p.org is None or "(" in n) for p, n in zip(people, names, strict=True))
    return [p for p in people if p] if good else []


def _listed(text: str) -> list[str]:
    parts = _split(re.sub(r",?\s+(?:and|&|et|und|y|e)\s+(?=[A-ZÀ-Ý])", ", ", text), ",")
    return [part.strip(" .") for part in parts if part.strip(" .")]


def _split(text: str, mark: str) -> list[str]:
    """Split at a mark that does not stand inside brackets."""
    if not mark:
        return [text]
    parts, depth, begin = [], 0, 0
    for at, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if sign == mark and depth <= 0:
            parts.append(text[begin:at])
            begin = at + 1
    return [*parts, text[begin:]]


def cut_brackets(title: str) -> tuple[str, tuple[Speaker, ...]]:
    """A title without the people in brackets at its end, and those people."""
    match = re.search(r"\s*[(\[]((?:[^()\[\]]|\([^()]*\))*)[)\]]\s*[.;]?$", title)
    if match is None:
        return title, ()
    people = speakers_in(match[1])
    return (title[: match.start()].strip(), people) if people else (title, ())


def labelled(text: str) -> tuple[str, tuple[Speaker, ...]]:
    """A line without its labelled people (“… Moderator: Ana Silva”), and those people."""
    marks = [m for m in _LABEL.finditer(text) if m["mark"]]
    found: list[Speaker] = []
    rest = text
    for mark in reversed(marks):
        role, people = role_of(mark["label"]), speakers_in(rest[mark.end() :])
        if not people:
            continue
        found = [Speaker(p.name, p.org, p.role or role) for p in people] + found
        rest = rest[: mark.start()].rstrip(" .;·|,–-(")
    return rest, tuple(found)


_INSIDE = re.compile(
    r"[,;–-]?\s+(?P<verb>with|facilitated by|moderated by|hosted by|chaired by|led by|presented by|by|con|com|avec|mit|moderiert von|animé par)\s+"
    r"(?P<who>[A-ZÀ-Ý].+)$")


def inside(title: str) -> tuple[str, tuple[Speaker, ...]]:
    """People named in the title itself: “Interview with A (Post), facilitated by B (Org)”."""
    found: list[Speaker] = []
    while (match := _last(title)) is not None:
        people = speakers_in(match["who"])
        if not people:
            break
        role = role_of(match["verb"])
        found = [Speaker(p.name, p.org, p.role or role) for p in people] + found
        keep = re.search(r"(?:interview|conversation|gespräch|entretien|entrevista|chat)$", title[: match.start()], re.I)
        title = title[: match.start()] + (f" {match['verb']} {people[0].name}" if keep else "")
        if keep:
            break
    return title.strip(" ,;–-"), tuple(found)


def _last(title: str) -> re.Match[str] | None:
    found = None
    for match in re.finditer(r"[,;–-]?\s+(?:with|facilitated by|moderated by|hosted by|chaired by|led by|presented by|by|con|com|avec|mit|moderiert von|animé par)\s+(?=[A-ZÀ-Ý])", title):
        found = match
    return _INSIDE.match(title, found.start()) if found else None
