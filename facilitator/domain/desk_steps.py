"""What a host's step changed, written down so that it can be taken back.

A step is not written down by each command: it is what differs between the event before and after
it. How it is put back stands in `desk_undoing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from facilitator.domain import commands
from facilitator.domain.commands import Command
from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import DeskStep, Given, Place

MOST_STEPS = 20
menu = commands.themes
V = TypeVar("V")
UNDOABLE: frozenset[type[Command]] = frozenset({
    menu.RegroupThemes, menu.TakeSuggestion, menu.CarryThemes, menu.AddTheme, menu.RenameTheme,
    menu.DescribeTheme, menu.MergeTheme, menu.SplitTheme, menu.OrderTheme, menu.RankThemes,
    menu.DisputeTheme, menu.HideTheme, menu.ApproveTheme, menu.HoldTheme, menu.FreezeThemes,
    commands.notes.PlaceNote, commands.notes.PlaceNotes, commands.notes.HideNote, commands.notes.ApproveNote,
    commands.screen.SpotlightTheme, commands.plenary.EditLine, commands.plenary.LinkRemark,
})  # fmt: skip


def remembered(before: Event, after: Event, command: Command) -> Event:
    """The event with what its last command did at the desk, if it can be taken back."""
    if type(command) not in UNDOABLE:
        return after
    step = _step(before, after, command)
    if step == DeskStep(seq=step.seq, name=step.name):
        return after  # nothing was changed
    steps = (*after.grouping.steps, step)[-MOST_STEPS:]
    return replace(after, grouping=replace(after.grouping, steps=steps))


def _step(before: Event, after: Event, command: Command) -> DeskStep:
    pairs = [(old, new) for _, old, new in after.notes.changes(before.notes) if old and new]
    ids = before.themes.keys() | after.themes.keys()
    changed = [id for id in sorted(ids) if before.themes.get(id) != after.themes.get(id)]
    run, then = before.desk.run, after.desk.run
    there = [id for id in changed if id in before.themes and id in after.themes]
    off = getattr(command, "on", None) is False
    return DeskStep(
        seq=before.seq + 1, name=f"{command.wire}.off" if off else command.wire,
        notes=tuple(_place(old, new) for old, new in pairs),
        themes=tuple(before.themes[id] for id in changed if id in before.themes),
        made=tuple(id for id in changed if id not in before.themes),
        given=_given(before, command) if isinstance(command, menu.MergeTheme) else None,
        approvals={id: after.themes[id].approved for id in there
                   if before.themes[id].approved != after.themes[id].approved},
        frozen=None if before.grouping.frozen == after.grouping.frozen else before.grouping.frozen,
        lit=_lit(before, after) if isinstance(command, commands.screen.SpotlightTheme) else (),
        lines=_were(run.lines, then.lines),
        offered=before.grouping.suggestion if isinstance(command, menu.TakeSuggestion) else None,
        remarks={} if isinstance(command, menu.MergeTheme) else _were(run.remarks, then.remarks),
    )  # fmt: skip


def _place(old: Note, new: Note) -> Place:
    moved = (old.theme, old.pinned, old.hidden) != (new.theme, new.pinned, new.hidden)
    return Place(
        note=old.id, theme=old.theme, pinned=old.pinned, hidden=old.hidden, left=new.theme, moved=moved,
        approved=old.approved_revision, held=old.held_revision,
        then_approved=new.approved_revision, then_held=new.held_revision,
    )  # fmt: skip


def _lit(before: Event, after: Event) -> tuple[str | None, ...]:
    was, now = before.screen, after.screen
    shown = (was.spotlight, was.quote, now.spotlight, now.quote)
    return () if shown[:2] == shown[2:] else shown


def _were(old: Mapping[str, V], new: Mapping[str, V]) -> dict[str, V | None]:
    """What changed, as it was; None where there was nothing."""
    return {id: old.get(id) for id in sorted(old.keys() | new.keys()) if old.get(id) != new.get(id)}


def _given(before: Event, command: commands.themes.MergeTheme) -> Given:
    theme, run = command.theme, before.desk.run
    poll = before.desk.poll
    return Given(
        theme=theme, into=command.into, line=run.line == theme, question=poll.question if poll else "",
        dots={who: dots[theme] for who, dots in before.dots.items() if theme in dots},
        remarks=tuple(sorted(who for who, about in run.remarks.items() if about == theme)),
    )  # fmt: skip
