"""What is told of a slot beside and below its time: title, people, place, remarks."""

from __future__ import annotations

import re

from facilitator.agenda_text import labels, people, posts, titles
from facilitator.agenda_text.drafts import Draft
from facilitator.agenda_text.model import Speaker


def name(draft: Draft, title: str) -> None:
    first, *more = (part.strip() for part in re.split(r"\s+·\s+", title))
    told = titles.told(first)
    draft.written, draft.title = first, told.title
    draft.speakers += told.speakers
    draft.room = draft.room or told.room
    for part in more:
        tell(draft, part)


def tell(draft: Draft, text: str) -> None:
    if not _people(draft, text):
        draft.details.append(text)


def _people(draft: Draft, text: str) -> bool:
    rest, found = people.labelled(text)
    if (place := titles.place_of(text)) and draft.room is None:
        draft.room = place
        return True
    if label := labels.label_alone(text):
        draft.label = label
        return True
    if not found and draft.label:
        role = labels.role_of(draft.label)
        found, rest = (
            tuple(Speaker(p.name, p.org, role or p.role) for p in people.named_in(text)),
            "",
        )
        draft.label = draft.label if found and labels.PLURAL.search(draft.label) else None
    if not found:
        last = draft.speakers[-1] if draft.speakers else None
        if draft.alone and last and last.org is None and (post := posts.post(text)):
            draft.speakers[-1] = Speaker(last.name, post[0], last.role or post[1])
            return True
        found, rest = people.sure_speakers(text), ""
        draft.alone = bool(found)
    if not found:
        told = titles.told(text)
        rest, found = told.title, told.speakers
    draft.speakers += found
    if rest and rest != text and len(rest) > 3:
        draft.details.append(rest)
    return bool(found)


def who(draft: Draft, text: str) -> bool:
    """A cell under “Speaker”: whatever can be a name is one."""
    found = people.named_in(text)
    draft.speakers += found
    return bool(found)


def below(draft: Draft, text: str) -> None:
    """The first line below a bare time: its place, its speaker or its title."""
    if titles.PLACE.search(text) and draft.room is None and "," in text:
        draft.room = text
    elif not draft.speakers and (found := people.sure_speakers(text)):
        draft.speakers += found
    else:
        name(draft, text)
