"""Names nobody knows, taken for people where the same text puts known people in the same place.

It stands alone because a single line cannot tell “Atelier Eau – Kouamé N’Dri” from “Atelier Eau –
Grand Lyon”; two lines above that end in people after the same sign can.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.agenda_text import names, people
from facilitator.agenda_text.drafts import Draft
from facilitator.agenda_text.model import Speaker

_MARKS = (" – ", " — ", " - ", ": ", ", ")
_ENOUGH = 2  # lines with known people after a sign


def vouched(drafts: Sequence[Draft], warnings: list[str]) -> None:
    """Gives drafts their people where others of the text vouch for them; each with a warning."""
    _beside(drafts, warnings)
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


def _known(draft: Draft, mark: str) -> bool:
    """Whether a known person stood behind the sign, and was taken off the title."""
    return any(s.name and f"{mark}{s.name}" in draft.written and f"{mark}{s.name}" not in draft.title for s in draft.speakers)


def _likely(tail: str) -> tuple[Speaker, ...]:
    found = people.speakers_in(tail)
    good = all(s.name and 1 < len(s.name.split()) < 5 and names.sureness(s.name) for s in found)
    return found if good and not re.search(r"[?!\d]", tail) else ()
