"""The grouping side of the host's desk: themes, doubts, what is proposed and what is suggested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import ENOUGH_NAMES, DeskStep, Doubt, Proposal, Theme
from facilitator.domain.regrouping import to_carry
from facilitator.domain.themes import breadth, called, said
from facilitator.screens.memory import remembered

Groups = Mapping[str, tuple[Note, ...]]


def lane(theme: Theme, notes: tuple[Note, ...]) -> dict[str, Any]:
    """How widely a theme is spread, and why it has its place beside the wide ones, if it has.

    By rule, not by size: what only one room raised, and what the host says rooms disagree about.
    """
    rooms, people = breadth(notes)
    made: dict[str, Any] = {"rooms": sorted({note.room for note in notes}), "people": people}
    if theme.disputed:
        return {**made, "lane": "split"}
    return {**made, "lane": "one"} if rooms == 1 else made


def described(event: Event, theme: Theme, notes: tuple[Note, ...]) -> dict[str, Any]:
    """A theme's name and where it comes from, beside its spread."""
    made: dict[str, Any] = {
        "title": called(event, theme), "order": theme.order, "hidden": theme.hidden,
        "touched": theme.touched, "named": theme.named, "count": len(notes),
        "keywords": list(theme.keywords), "phrases": list(theme.phrases),
        "approved": theme.approved, **lane(theme, notes),
    }  # fmt: skip
    if theme.cut and not theme.title and said(event, theme):
        made |= {"title_note": theme.cut.note, "quoted": True}
    if theme.disputed is not None:
        return {**made, "disputed": theme.disputed}
    pair = [note.id for note in notes if note.id in theme.opposed]
    return {**made, "opposed": pair} if len(pair) == 2 else made


def grouping(event: Event, groups: Groups) -> dict[str, Any]:
    """{frozen, named, enough, check, undo?, reader?, unread?, wish?, proposal?, suggestion?, carry?}"""
    now = event.grouping
    made: dict[str, Any] = {
        "frozen": now.frozen, "named": sum(theme.named for theme in event.themes.values()),
        "enough": ENOUGH_NAMES, "check": _check(now.check),
    }  # fmt: skip
    if now.steps:
        made["undo"] = _undoable(now.steps[-1])
    if now.reader:
        made |= {"reader": now.reader, "reader_since": now.reader_since}
    if now.unread:
        made["unread"] = now.unread
    if now.wish:
        made["wish"] = now.wish.by
    if now.proposal:
        made["proposal"] = _proposed(now.proposal, groups, _titles(event, now.proposal))
    if now.suggestion:
        made["suggestion"] = _suggested(event)
    if fresh := to_carry(event):
        made["carry"] = {"source": now.source, "titles": [each.title for each in fresh]}
    return made


def _undoable(step: DeskStep) -> dict[str, Any]:
    """{step, name, notes, theme?, note?}: the newest step, and the one theme or note it was done to."""
    made: dict[str, Any] = {"step": step.seq, "name": step.name, "notes": len(step.notes)}
    themes = (*step.made, *(theme.id for theme in step.themes), *step.lines, *filter(None, step.lit[2::-2]))
    if len(themes) == 1 or step.lit:
        return {**made, "theme": themes[0]} if themes else made
    return {**made, "note": step.notes[0].note} if len(step.notes) == 1 and not themes else made


@remembered(64)
def _check(doubts: tuple[Doubt, ...]) -> dict[str, Any]:
    return {doubt.note: {"order": at, "themes": list(doubt.themes)} for at, doubt in enumerate(doubts)}


def _titles(event: Event, proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """Theme id → title, for the themes there are and those that would be new."""
    fresh = (Theme(id=g.theme, order=0, cut=g.cut, label=g.label, phrases=g.phrases)
             for g in proposal.groups if g.theme not in event.themes)  # fmt: skip
    themes = [*sorted(event.themes.values(), key=lambda theme: theme.order), *fresh]
    renamed = {g.theme: g.label for g in proposal.groups if g.label and proposal.by == "model"}
    return tuple((theme.id, (not theme.touched and renamed.get(theme.id)) or called(event, theme))
                 for theme in themes if not theme.hidden)  # fmt: skip


def _proposed(
    proposal: Proposal, groups: Groups, titles: tuple[tuple[str, str], ...]
) -> dict[str, Any]:
    """What a regrouping would do: how many notes move, and each theme before and after."""
    made: dict[str, Any] = {"id": proposal.id, "by": proposal.by, "moves": proposal.moves,
                            "of": proposal.of}  # fmt: skip
    if proposal.model:
        made["model"] = proposal.model
    if proposal.read_by:
        made["read_by"] = proposal.read_by
    if proposal.why:
        return {**made, "why": proposal.why}
    after = _sizes(proposal, groups)
    return {**made, "themes": {
        id: {"order": at, "title": title, "count": after.get(id, 0), "was": len(groups.get(id, ()))}
        for at, (id, title) in enumerate(titles)
    }}  # fmt: skip


@remembered(64)
def _sizes(proposal: Proposal, groups: Groups) -> dict[str, int]:
    """Theme → notes it would have; pinned notes stay."""
    where = {note.id: theme for theme, notes in groups.items() for note in notes}
    fixed = {note.id for notes in groups.values() for note in notes if note.pinned}
    where |= {id: g.theme for g in proposal.groups for id in g.notes if id not in fixed}
    sizes: dict[str, int] = {}
    for id in where.keys() - set(proposal.unsorted):
        sizes[where[id]] = sizes.get(where[id], 0) + 1
    return sizes


def _suggested(event: Event) -> dict[str, Any]:
    offered = event.grouping.suggestion
    assert offered is not None
    free = [note for id in offered.notes if (note := event.notes.get(id)) and note.readable
            and not note.pinned]  # fmt: skip
    title = called(event, Theme(id="", order=0, cut=offered.cut))
    return {"id": offered.id, "title": title, "note": offered.cut.note,
            "notes": [note.id for note in free]}  # fmt: skip
