"""What is told of a slot beside and below its time: title, people, place, remarks."""

from __future__ import annotations

import re

from facilitator.agenda_text import labels, names, people, places, posts, titles
from facilitator.agenda_text.clocks import LENGTH
from facilitator.agenda_text.drafts import Draft
from facilitator.agenda_text.model import Speaker
from facilitator.agenda_text.person import called, person

_ACTS = (r"answers|reads|talks|presents|opens|closes|explains|speaks|tells|shows|leads|welcomes|introduces|reports|sings|plays|demonstrates|liest|spricht|erzählt|stellt|eröffnet|zeigt|begrüßt|berichtet|erklärt"
         r"|présente|raconte|lit|ouvre|explique|accueille|répond|presenta|cuenta|lee|abre|explica|saluda|responde|apresenta|conta|lê|recebe|mostra")  # fmt: skip


_LENGTH_ALONE = re.compile(rf"\((?:[^\W\d]+\.?\s)*(?:\d{{1,3}}\s?[–-]\s?)?{LENGTH.pattern}\)", re.I)  # “(environ 20-25 mn)”
LONG = 160  # characters of a title that goes on to explain itself
_HEAD = re.compile(r"(?P<head>.{3,90}?(?:\s[–—-]|[.!?:]))\s+(?=[A-ZÀ-Ý])")


def name(draft: Draft, title: str) -> None:
    first, *more = (part.strip() for part in re.split(r"\s+·\s+", title))
    told = titles.told(first)
    draft.written, draft.title = first, told.title
    if len(told.title) > LONG and (cut := _HEAD.match(told.title)):
        draft.title = cut["head"].rstrip(" .:–—-")
        draft.details.append(told.title[cut.end() :])
    draft.speakers += told.speakers
    draft.room = draft.room or told.room
    if not draft.speakers and (doing := _acting(told.title)):
        draft.speakers.append(doing)
    draft.alone = bool(told.speakers) and told.speakers[-1].org is None and told.speakers[-1].name is not None
    for part in more:
        tell(draft, part)


def tell(draft: Draft, text: str) -> None:
    if _LENGTH_ALONE.fullmatch(text) or not _people(draft, text):
        draft.details.append(text)
    draft.whole = True


def _people(draft: Draft, text: str) -> bool:
    rest, found = people.labelled(text)
    if _placed(draft, text):
        return True
    if label := labels.label_alone(text):
        draft.label = label
        return True
    if draft.alone and draft.label and _post_of_last(draft, text):
        return True
    if not found and draft.label:
        found, rest = _under_label(draft, text), ""
    if not found:
        if _post_of_last(draft, text):
            return True
        found, rest = people.sure_speakers(text), ""
        draft.alone = bool(found)
    if not found:
        if doing := _doing(text):
            draft.speakers.append(doing)
            return False  # the sentence stays a remark
        told = titles.told(text)
        rest, found = told.title, told.speakers
        rest = f"{told.room}: {rest}" if found and told.room else rest
    if found and rest and (others := people.sure_speakers(rest)):
        found, rest = (*others, *found), ""
    draft.speakers += found
    if found and rest and rest != text and len(rest) > 3:
        draft.details.append(rest)
    return bool(found)


def _placed(draft: Draft, text: str) -> bool:
    """Whether a line says where it is: “Location: Hall 2”, or “Location” and the place below."""
    if (place := places.place_of(text)) and draft.room is None:
        draft.room = place
        return True
    if places.awaits(text):
        draft.label = text
        return True
    if draft.label and places.awaits(draft.label):
        draft.label, draft.room = None, draft.room or text
        return True
    return False


def _under_label(draft: Draft, text: str) -> tuple[Speaker, ...]:
    """Who is named below “Speakers:”; one name ends a label that announces one."""
    label = draft.label or ""
    role = labels.role_of(label)
    found = tuple(Speaker(p.name, p.org, ", ".join(dict.fromkeys(filter(None, (role, p.role)))) or None) for p in people.named_in(text))
    draft.label = label if found and labels.PLURAL.search(label) else None
    draft.alone = len(found) == 1 and found[0].org is None
    return found


def _post_of_last(draft: Draft, text: str) -> bool:
    """Whether the line says where somebody works who was named bare just before."""
    last = draft.speakers[-1] if draft.speakers else None
    if posts.before(text) or names.sureness(re.split(r",|\s*\(|\s[–—-]\s", text)[0]) == names.SURE:
        return False  # the next person, with a post
    first, _, house = text.partition(", ")
    if names.sureness(first) and not posts.is_post(first) and names.THINGS.search(house):
        return False  # “Oisín Mac Aodha, Youth Council”
    if draft.alone and last and last.org is None and (post := posts.post(text)):
        draft.speakers[-1] = Speaker(last.name, post[0], ", ".join(filter(None, (last.role, post[1]))) or None)
        return True
    above = draft.details[-1] if draft.details else ""
    if len(above.split()) in (2, 3, 4) and names.sureness(above) and (post := posts.post(text)) and post[1]:
        draft.speakers.append(called(draft.details.pop(), *post))
        return True
    return False


def _doing(text: str) -> Speaker | None:
    """Who does something in a sentence: “Elena Prieto (Open Harvest) opens the meeting.”"""
    match = re.match(r"^([^(),.:;]{5,60}\s\([^()]{2,60}\))\s+[a-zà-ÿ]", text)
    return person(match[1], names.SURE) if match else None


def _acting(title: str) -> Speaker | None:
    """Who does something in a title: “Cllr Imran Aziz answers questions”; the title stays whole."""
    for begin in re.finditer(r"(?:^|[:.!?–—-]\s+)(?=[A-ZÀ-Ý])", title):
        match = re.match(rf"((?:[\wÀ-ÿ.’'-]+\s){{1,4}}?[A-ZÀ-Ý][\wÀ-ÿ’'-]+)\s+(?:{_ACTS})\b", title[begin.end() :])
        if match and names.sureness(match[1]) == names.SURE:
            return person(match[1], names.SURE)
    return None


def who(draft: Draft, text: str) -> bool:
    """A cell under “Speaker”: whatever can be a name is one."""
    found = people.named_in(text)
    draft.speakers += found
    return bool(found)


def below(draft: Draft, text: str) -> None:
    """The first line below a bare time: its place, its speaker or its title."""
    if places.PLACE.search(text) and draft.room is None and "," in text and len(text) < 120:
        draft.room = text
    elif _LENGTH_ALONE.fullmatch(text):
        draft.details.append(text)
    elif not draft.speakers and (found := people.sure_speakers(text)):
        draft.speakers += found
    else:
        name(draft, text)
