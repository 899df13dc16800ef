"""Names nobody knows, taken for people where the same text puts known people in the same place.

It stands alone because a single line cannot tell “Atelier Eau – Kouamé N’Dri” from “Atelier Eau –
Grand Lyon”; two lines above that end in people after the same sign can.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.agenda_text import lists, names, people
from facilitator.agenda_text.drafts import Draft
from facilitator.agenda_text.model import Speaker
from facilitator.agenda_text.person import person

_MARKS = (" – ", " — ", " - ", ": ", ", ")
_LED = re.compile(r"(?:\s[–—-]|,|:)?\s+(?:with|mit|avec|con|com|by|par|por|von|[–—-])\s+(?P<who>[^\W\d_][^()]*)$")
_HOUSED = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?:\s[\w’'-]+){1,3}(?:\s[–—-]\s[^–—:?!]{2,60}|,\s[A-ZÀ-Ý][^–—:?!,.]{1,60})$")
_ENOUGH = 2  # lines with known people after a sign


def vouched(drafts: Sequence[Draft], warnings: list[str]) -> None:
    """Gives drafts their people where others of the text vouch for them; each with a warning."""
    _beside(drafts, warnings)
    _below(drafts, warnings)
    _first_names(drafts, warnings)
    for mark in _MARKS:
        known = sum(_known(draft, mark) for draft in drafts)
        tails = {id(draft): draft.title.rpartition(mark) for draft in drafts if mark in draft.title}
        found = {key: _likely(tail[2]) for key, tail in tails.items()}
        if known < _ENOUGH or not all(found.values()) or len(found) > known:
            continue
        for draft in drafts:
            if group := found.get(id(draft)):
                draft.title, draft.speakers = tails[id(draft)][0], [*group, *draft.speakers]
                warnings.append(f"Line {draft.line}: “{tails[id(draft)][2][:60]}” was taken for who speaks.")


def _beside(drafts: Sequence[Draft], warnings: list[str]) -> None:
    """Names in a cell or line of their own, where others stood in the same place."""
    known = sum(any(s.name and s.name not in draft.written for s in draft.speakers) for draft in drafts)
    likely = {id(draft): found for draft in drafts if draft.details and not draft.speakers and (found := _likely(draft.details[0]))}
    if not known or len(likely) > 2 * known:
        return
    for draft in drafts:
        if group := likely.get(id(draft)):
            warnings.append(f"Line {draft.line}: “{draft.details[0][:60]}” was taken for who speaks.")
            draft.speakers, draft.details = [*group], draft.details[1:]


def _below(drafts: Sequence[Draft], warnings: list[str]) -> None:
    """The one who leads a workshop below a slot, “… with A B”, where most beside it have people we know."""
    for draft in drafts:
        known = sum(s.name is not None and s.name not in draft.written for s in draft.speakers)
        housed = sum(s.name is not None and s.org is not None for s in draft.speakers) > 1
        for text in [text for text in draft.details if housed and _HOUSED.match(text)]:
            if (one := person(text)) and one.name and one.org:
                draft.speakers.append(one)
                draft.details.remove(text)
                warnings.append(f"Line {draft.line}: “{text[:60]}” was taken for who speaks.")
        tails = [(text, match) for text in draft.details if (match := _LED.search(text)) and _likely(match["who"])]
        if len(tails) >= known:
            continue
        for text, match in tails:
            draft.speakers += _likely(match["who"])
            draft.details[draft.details.index(text)] = text[: match.start()]
            warnings.append(f"Line {draft.line}: “{match['who'][:60]}” was taken for who speaks.")


def _first_names(drafts: Sequence[Draft], warnings: list[str]) -> None:
    """“– Shanice & Bob”: of first names alone, one that we know vouches for the others."""
    for draft in drafts:
        title, _, tail = re.sub(r"\s[–—-]\s", " – ", draft.title).rpartition(" – ")
        parts = lists.listed(re.sub(r"\s[+&]\s", ", ", tail))
        single = all(re.match(r"[A-ZÀ-Ý][a-zà-ÿ’'-]+$", part) and not names.THINGS.search(part) for part in parts)
        if title and len(parts) > 1 and single and any(map(names.is_given, parts)):
            draft.title, draft.speakers = title, [*map(Speaker, parts), *draft.speakers]
            warnings.append(f"Line {draft.line}: “{tail[:60]}” was taken for who speaks.")


def _known(draft: Draft, mark: str) -> bool:
    """Whether a known person stood behind the sign, and was taken off the title."""
    return any(s.name and f"{mark}{s.name}" in draft.written and f"{mark}{s.name}" not in draft.title for s in draft.speakers)


def _likely(tail: str) -> tuple[Speaker, ...]:
    found = people.speakers_in(tail)
    good = all(s.name and 1 < len(s.name.split()) < 5 and names.sureness(s.name) for s in found)
    return found if good and not re.search(r"[?!\d]", tail) else ()
