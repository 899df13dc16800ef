"""What the theming process is told of an event, and its answers as fields of commands.

Pure, and in both directions only what is needed: no names of people go out, and of what comes
back only the notes that change are kept, so that a journal of thousands of notes stays small.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import ENOUGH_NAMES, Cut, Theme
from facilitator.domain.themes import called
from facilitator.outside.reading import Name

MOST_THEMES = 8  # what a wall holds
MOST_DOUBTS, MOST_UNSORTED = 24, 60  # notes offered with their best themes
MOST_AT_ONCE = 50  # notes that one command moves
PROPOSED_FROM = 40  # notes from which a larger regrouping is proposed
LARGER = 0.12  # share of the notes that would move
MORE = 1.25  # how many times as many notes before it is proposed again to who left it

Json = dict[str, Any]


def request_for(event: Event, mode: str = "live") -> Json:
    """What the theming needs: words and places, no names of people."""
    readable = {id: note for id, note in event.notes.items() if note.readable}
    return {
        "event": event.id,
        "notes": {id: _note(note) for id, note in readable.items()},
        "themes": [_theme(event, theme) for theme in event.themes.values() if not theme.hidden],
        "placed": {id: note.theme for id, note in readable.items() if note.theme},
        "pinned": {id: note.theme for id, note in readable.items() if note.pinned},
        "at_most": MOST_THEMES, "mode": mode, "settled": settled(event),
        "left": list(event.grouping.left),
    }  # fmt: skip


def _note(note: Note) -> Json:
    made = {"text": note.text, "room": note.room, "kind": note.kind}
    return made if note.quotable else {**made, "quotable": False}


def _theme(event: Event, theme: Theme) -> Json:
    return {"id": theme.id, "title": called(event, theme), "keywords": list(theme.keywords),
            "locked": theme.touched, "named": bool(theme.title)}  # fmt: skip


def settled(event: Event) -> bool:
    """Whether the host's names carry the themes: then a new one is only suggested."""
    return sum(theme.named for theme in event.themes.values()) >= ENOUGH_NAMES


def cut_of(note: Note | None, words: str) -> Json | None:
    """Where these words stand in a note; None when it does not hold them now."""
    if note is None or not words:
        return None
    loose = r"\s+".join(map(re.escape, words.removesuffix(" …").split()))
    found = re.search(loose, note.text)
    return found and {"note": note.id, "revision": note.revision, "start": found.start(),
                      "end": found.end()}  # fmt: skip


def grouped(event: Event, answer: Json) -> Json:
    """A live answer as the fields of `notes.group`."""
    ids = _ids(event, answer)
    notes = [id for found in answer["themes"] for id in found["notes"]]
    second = {id: ids[at] for id, at in answer["second"].items()}
    fields = {
        "groups": [] if event.grouping.frozen else _groups(event, answer, ids, second),
        "unsorted": [] if event.grouping.frozen else _moving(event, answer["unsorted"], None),
        "sure": [id for id in notes if id not in second and id in event.notes
                 and event.notes[id].second],
        "check": _doubts(event, answer, ids),
    }  # fmt: skip
    suggested = _suggestion(event, answer)
    return {**fields, "suggestion": suggested} if suggested else fields


def pieces(fields: Json, most: int = MOST_AT_ONCE) -> Iterator[Json]:
    """The fields of `notes.group` as several, none moving more than `most` notes.

    What a note may belong to besides comes last, because moving a note forgets it.
    """
    moves = [(group, id) for group in fields["groups"] for id in group["notes"]]
    moves += [(None, id) for id in fields["unsorted"]]
    if len(moves) <= most:
        yield fields
        return
    still = {name: value for name, value in fields.items() if name not in ("groups", "unsorted", "sure")}
    for begin in range(0, len(moves), most):
        inside: dict[str, Json] = {}
        unsorted = []
        for group, id in moves[begin : begin + most]:
            if group is None:
                unsorted.append(id)
            else:
                one = inside.setdefault(group["theme"], {**group, "notes": [], "near": []})
                one["notes"].append(id)
        yield {**still, "groups": list(inside.values()), "unsorted": unsorted, "sure": []}
    rest = [{**group, "notes": []} for group in fields["groups"]]
    yield {**fields, "groups": rest, "unsorted": []}


def proposed(
    event: Event, answer: Json, by: str, wish: str | None, names: Mapping[str, Name] | None = None
) -> Json:
    """An answer to a wish as the fields of `themes.propose`; `names` are a model's, by theme."""
    ids = _ids(event, answer, names or ())
    inside = {id: set(found["notes"]) for id, found in zip(ids, answer["themes"], strict=True)}
    groups = [_called(group, (names or {}).get(group["theme"]), inside[group["theme"]])
              for group in _groups(event, answer, ids, {})]  # fmt: skip
    unsorted = _moving(event, answer["unsorted"], None)
    moved = [id for found in groups for id in found["notes"]]
    placed = len(moved) + len(unsorted)
    return {"proposal": "p" + secrets.token_hex(6), "by": by, **({"wish": wish} if wish else {}), "groups": groups, "unsorted": unsorted, "moves": placed, "of": len(answer["best"]) or placed}  # fmt: skip


def larger(event: Event, answer: Json) -> bool:
    """Whether notes have outgrown their themes so far that the host should be asked."""
    now, count = event.grouping, len(event.notes)
    waits = now.proposal or now.wish or now.frozen or settled(event)
    enough = count >= max(PROPOSED_FROM, MORE * now.declined)
    return bool(not waits and enough and answer.get("larger", 0) > LARGER * count)


def _called(group: Json, name: Name | None, inside: Collection[str]) -> Json:
    """A group under a model's name, with the notes first that it quoted."""
    if name is None:
        return group
    quotes = [id for id in name.quotes if id in inside]
    return {**group, "label": name.title, "keywords": list(name.keywords), "cut": None,
            "quotes": list(dict.fromkeys((*quotes, *group["quotes"])))}  # fmt: skip


def _ids(event: Event, answer: Json, more: Collection[str] = ()) -> list[str]:
    """The themes' ids, in the answer's order; new ones are made here, but for those in `more`."""
    return [found["theme"] if found["theme"] in event.themes or found["theme"] in more
            else "t" + secrets.token_hex(6) for found in answer["themes"]]  # fmt: skip


def _moving(event: Event, ids: Iterable[str], theme: str | None) -> list[str]:
    """Of these notes the ones that would change their theme."""
    found = ((id, event.notes.get(id)) for id in ids)
    return [id for id, note in found if note and note.theme != theme and not note.pinned]


def _groups(event: Event, answer: Json, ids: list[str], second: Mapping[str, str]) -> list[Json]:
    near: dict[str, list[str]] = {}
    for id, theme in second.items():
        if id in event.notes and event.notes[id].second != theme:
            near.setdefault(theme, []).append(id)
    made = []
    for id, found in zip(ids, answer["themes"], strict=True):
        if not found["supported"]:  # nobody speaks of it: it stays as it is, without notes
            continue
        group = {"theme": id, "phrases": [each[:200] for each in found["phrases"]],
                 "notes": _moving(event, found["notes"], id), "quotes": found["quotes"],
                 "near": near.get(id, []), "opposed": found.get("opposed", [])}  # fmt: skip
        cut = cut_of(event.notes.get(found["title_note"] or ""), found["label"])
        group |= {"cut": cut} if cut else {"label": found["label"][:200]} if _new(found) else {}
        if _differs(event.themes.get(id), group):
            made.append(group)
    return made


def _new(found: Json) -> bool:
    return found["theme"] is None and found["title_note"] is None


def _differs(theme: Theme | None, group: Json) -> bool:
    if theme is None or group["notes"] or group["near"]:
        return True
    cut = Cut(**group["cut"]) if "cut" in group else None
    called_so = bool(theme.title) or theme.cut == cut
    return not called_so or any(
        tuple(group[name]) != getattr(theme, name) for name in ("phrases", "quotes", "opposed")
    )


def _doubts(event: Event, answer: Json, ids: list[str]) -> list[Json]:
    outside = [id for id in answer["unsorted"] if id in answer["best"]]
    open_ = [*outside[:MOST_UNSORTED], *answer["check"][:MOST_DOUBTS]]
    return [{"note": id, "themes": [ids[at] for at in answer["best"][id]]}
            for id in dict.fromkeys(open_) if id in event.notes and not event.notes[id].pinned]  # fmt: skip


def _suggestion(event: Event, answer: Json) -> Json | None:
    """What the answer suggests; the one there is when it was not looked for."""
    now = event.grouping.suggestion
    if "suggestion" not in answer:
        return {"id": now.id, "cut": _plain(now.cut), "notes": list(now.notes)} if now else None
    found = answer["suggestion"]
    cut = found and cut_of(event.notes.get(found["note"]), found["label"])
    if not cut:
        return None
    same = now is not None and now.cut.note == found["note"]
    return {"id": now.id if same and now else "s" + secrets.token_hex(6), "cut": cut,
            "notes": found["notes"]}  # fmt: skip


def _plain(cut: Cut) -> Json:
    return {name: getattr(cut, name) for name in Cut.__slots__}
