"""Regrouping: what the theming brings, what it proposes, and what the host makes of it.

Each answer of the theming is one of three things. Small moves are made at once, a larger
regrouping waits as a proposal, and a theme that nobody named is only suggested. Notes that a
hand placed are moved by none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from facilitator.domain import commands
from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import ENOUGH_NAMES, Expected, Group, Proposal, Theme, Wish
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.themes import add_one, last_order, said, swept

MOST_LEFT = 50  # suggestions remembered as not wanted


def _told(event: Event, **changed: Any) -> Event:
    return replace(event, grouping=replace(event.grouping, **changed))


def group(event: Event, command: commands.themes.GroupNotes, stamp: Stamp) -> Event:
    offered = command.suggestion
    if offered is not None and offered.cut.note in event.grouping.left:
        offered = None
    event = _told(event, check=command.check, suggestion=offered)
    if event.grouping.frozen:
        return event
    return _put(event, command.groups, command.unsorted, command.sure)


def _put(
    event: Event, groups: Sequence[Group], unsorted: Sequence[str], sure: Sequence[str] = ()
) -> Event:
    """The event with notes moved as the groups say, new themes made and empty ones swept."""
    moved: dict[str, Note] = {}

    def change(ids: Iterable[str], **fields: Any) -> None:
        for note in filter(None, map(event.notes.get, ids)):
            if note.readable and not note.pinned:
                moved[note.id] = replace(moved.get(note.id, note), **fields)

    themes, order = dict(event.themes), last_order(event)
    for found in groups:
        old = themes.get(found.theme)
        if old is None:
            old, order = Theme(id=found.theme, order=order), order + 1
        themes[found.theme] = _called(event, old, found)
        change(found.notes, theme=found.theme, second=None)
    change(unsorted, theme=None, second=None)
    for found in groups:  # only now, because a move forgets what a note was near to
        change(found.near, second=found.theme)
    change(sure, second=None)
    changed = [(id, note) for id, note in moved.items() if note != event.notes[id]]
    return swept(replace(event, themes=themes, notes=event.notes.put_all(changed)))


def _called(event: Event, theme: Theme, found: Group) -> Theme:
    """The theme with what the machine now calls it; what was approved keeps its words."""
    theme = replace(theme, phrases=found.phrases, quotes=found.quotes, opposed=found.opposed)
    if not theme.approved:
        return replace(theme, cut=found.cut, label=found.label)
    if theme.title or said(event, theme):
        return theme
    return replace(theme, cut=found.cut, label=found.label, approved=False)


def freeze(event: Event, command: commands.themes.FreezeThemes, stamp: Stamp) -> Event:
    return _told(event, frozen=command.on)


def ask(event: Event, command: commands.themes.AskThemes, stamp: Stamp) -> Event:
    named = sum(theme.named for theme in event.themes.values())
    if command.by == "names" and named < ENOUGH_NAMES:
        raise Refused("few", "Name {names} themes first: fewer names pull notes about.", names=ENOUGH_NAMES)
    return _told(event, wish=Wish(command.wish, command.by), proposal=None)


def allow(event: Event, command: commands.themes.AllowModel, stamp: Stamp) -> Event:
    if command.reader == event.grouping.reader:
        return event
    return _told(event, reader=command.reader, reader_since=stamp.at if command.reader else 0, unread="")


def unread(event: Event, command: commands.themes.UnreadModel, stamp: Stamp) -> Event:
    return _told(event, unread=command.why if event.grouping.reader else "")


def propose(event: Event, command: commands.themes.ProposeThemes, stamp: Stamp) -> Event:
    wish, now = event.grouping.wish, event.grouping
    if command.wish != (wish.id if wish else None) or (wish is None and (now.proposal or now.frozen)):
        raise Refused("stale", "Nobody waits for this any more.")
    made = Proposal(
        id=command.proposal, by=command.by, model=command.model, groups=command.groups, unsorted=command.unsorted,
        moves=command.moves, of=command.of, why=command.why, read_by=command.read_by,
    )  # fmt: skip
    return _told(event, wish=None, proposal=made)


def _proposed(event: Event, proposal_id: str) -> Proposal:
    proposal = event.grouping.proposal
    if proposal is None or proposal.id != proposal_id:
        raise Refused("stale", "That proposal is not there any more.")
    return proposal


def regroup(event: Event, command: commands.themes.RegroupThemes, stamp: Stamp) -> Event:
    proposal = _proposed(event, command.proposal)
    event = _with_names(event, proposal) if proposal.by == "model" else event
    event = _put(event, proposal.groups, proposal.unsorted)
    return _told(event, proposal=None, suggestion=None, declined=0)


def _with_names(event: Event, proposal: Proposal) -> Event:
    """Taking a model's names makes them the host's; a theme the host named keeps its name."""
    named = dict(event.grouping.named_by)
    for found in proposal.groups:
        theme = event.themes.get(found.theme)
        if not found.label or (theme and theme.touched):
            continue
        if theme is None:
            event = add_one(event, found.theme, found.label, found.keywords)
        else:
            theme = replace(theme, title=found.label, keywords=found.keywords)
            event = replace(event, themes={**event.themes, theme.id: theme})
        named[found.theme] = proposal.model
    return _told(event, named_by=named)


def keep(event: Event, command: commands.themes.KeepThemes, stamp: Stamp) -> Event:
    if command.proposal is not None:
        _proposed(event, command.proposal)
    return _told(event, wish=None, proposal=None, declined=len(event.notes))


def take(event: Event, command: commands.themes.TakeSuggestion, stamp: Stamp) -> Event:
    offered = event.grouping.suggestion
    if offered is None or offered.id != command.suggestion:
        raise Refused("stale", "Something else is suggested now. Please look again.")
    if command.theme in event.themes:
        raise Refused("taken", "This theme is already there.")
    made = Theme(id=command.theme, order=last_order(event), kept=True, cut=offered.cut)
    event = replace(event, themes={**event.themes, made.id: made})
    found = Group(theme=made.id, cut=offered.cut, notes=offered.notes, quotes=(offered.cut.note,))
    return _told(_put(event, [found], ()), suggestion=None)


def leave(event: Event, command: commands.themes.LeaveSuggestion, stamp: Stamp) -> Event:
    offered = event.grouping.suggestion
    if offered is None or offered.id != command.suggestion:
        raise Refused("stale", "Something else is suggested now. Please look again.")
    left = (*event.grouping.left, offered.cut.note)[-MOST_LEFT:]
    return _told(event, suggestion=None, left=left)


def recall(event: Event, command: commands.themes.RecallThemes, stamp: Stamp) -> Event:
    return _told(event, source=command.source, expected=command.themes)


def to_carry(event: Event) -> list[Expected]:
    """The earlier event's themes that are not here yet."""
    here = {theme.title.casefold() for theme in event.themes.values()}
    return [each for each in event.grouping.expected if each.title.casefold() not in here]


def foreseen(event: Event, theme: Theme) -> bool:
    """Whether the earlier event had a theme of this name."""
    name = theme.title.casefold()
    return bool(name) and any(each.title.casefold() == name for each in event.grouping.expected)


def carry(event: Event, command: commands.themes.CarryThemes, stamp: Stamp) -> Event:
    fresh = to_carry(event)
    if not fresh:
        raise Refused("empty", "There is no theme of an earlier day to carry over.")
    for number, each in enumerate(fresh, 1):
        event = add_one(event, f"e{event.seq + 1}.{number}", each.title, each.keywords)
    return event
