"""Taking back what a host did at the desk, step by step, newest first.

Only what the step changed is put back, and only where nobody changed it since. Notes that came
meanwhile stay; and nothing comes back to the screen but words that a host had read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from facilitator.domain import commands
from facilitator.domain.desk import RunLine, returned
from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import DeskStep, Given, Place, Theme
from facilitator.domain.stamp import Refused, Stamp
from facilitator.domain.themes import with_words

V = TypeVar("V")


def undo(event: Event, command: commands.themes.UndoThemes, stamp: Stamp) -> Event:
    steps = event.grouping.steps
    if not steps or steps[-1].seq != command.step:
        raise Refused("stale", "Something else was done since. Please look again.")
    step = steps[-1]
    event = replace(event, themes=_themes(event, step))
    there = ((event.notes.get(was.note), was) for was in step.notes)
    back = [(note.id, _put_back(event, note, was)) for note, was in there if note and not note.withdrawn]
    event = with_words(_returned(replace(event, notes=event.notes.put_all(back)), step.given))
    event = _shown(_run(_without_made(event, step), step), step)
    frozen = event.grouping.frozen if step.frozen is None else step.frozen
    offered = event.grouping.suggestion or step.offered
    return replace(event, grouping=replace(event.grouping, steps=steps[:-1], frozen=frozen, suggestion=offered))


def _put_back(event: Event, note: Note, was: Place) -> Note:
    """The note where it was, and read or unread as it was; words that are new stay to be read."""
    there = was.theme is None or was.theme in event.themes
    if was.moved and note.theme == was.left and there:
        note = replace(note, theme=was.theme, pinned=was.pinned, hidden=was.hidden, second=None)
    then = was.then_approved, was.then_held
    if then != (was.approved, was.held) and then == (note.approved_revision, note.held_revision):
        note = replace(note, approved_revision=was.approved, held_revision=was.held)
    return note


def _returned(event: Event, given: Given | None) -> Event:
    """The event with dots, remarks and the turn back with the theme a merge took them from.

    A dot that its owner took off or put elsewhere since is theirs, and a remark the host linked
    anew stays.
    """
    if given is None or given.theme not in event.themes:
        return event
    theme, into, run = given.theme, given.into, event.desk.run
    question = event.desk.poll.question if event.desk.poll else ""
    went = given.dots if given.question == question else {}
    dots = ((who, returned(event.dots.get(who, {}), theme, into, count))
            for who, count in went.items() if who in event.people)  # fmt: skip
    back = {who: theme for who in given.remarks if run.remarks.get(who) == into}
    line = theme if given.line and run.line == into else run.line
    desk = replace(event.desk, run=replace(run, remarks={**run.remarks, **back}, line=line))
    return replace(event, dots=event.dots.put_all(dots), desk=desk)


def _themes(event: Event, step: DeskStep) -> dict[str, Theme]:
    themes = dict(event.themes)
    for old in step.themes:
        now = themes.get(old.id)
        if now is None:
            themes[old.id] = old
        elif now.approved == step.approvals.get(old.id, old.approved):  # else the hall reads it since
            themes[old.id] = _as_before(now, old)
    return themes


def _as_before(now: Theme, old: Theme) -> Theme:
    """The theme as a hand had left it; where the hall does not read it now, under its words of then."""
    if not now.approved:
        return old
    return replace(old, cut=now.cut, label=now.label, phrases=now.phrases, quotes=now.quotes, opposed=now.opposed)


def _without_made(event: Event, step: DeskStep) -> Event:
    """The event without the themes the step had made, unless something is in them by now."""
    held = {note.theme for note in event.notes.values() if note.theme in step.made}
    gone = {id for id in step.made if id not in held and id in event.themes
            and not event.themes[id].approved}  # fmt: skip
    return replace(event, themes={id: t for id, t in event.themes.items() if id not in gone})


def _run(event: Event, step: DeskStep) -> Event:
    run = event.desk.run
    lines = {id: _calling(event, id, line) for id, line in step.lines.items()}
    run = replace(run, lines=_with(run.lines, lines), remarks=_with(run.remarks, step.remarks))
    return replace(event, desk=replace(event.desk, run=run))


def _calling(event: Event, id: str, line: RunLine | None) -> RunLine | None:
    """The line as it was, but for somebody to call on who is another person by now."""
    now = event.desk.run.lines.get(id)
    if line is None or not line.caller or line.caller in event.people:
        return line
    return replace(line, caller=now.caller if now else "")


def _with(now: Mapping[str, V], were: Mapping[str, V | None]) -> Mapping[str, V]:
    if not were:
        return now
    return {id: value for id, value in {**now, **were}.items() if value is not None}


def _shown(event: Event, step: DeskStep) -> Event:
    """The screen at what it showed before, if it still shows what the step put there."""
    screen = event.screen
    if step.lit and (screen.spotlight, screen.quote) == tuple(step.lit[2:]):
        screen = replace(screen, spotlight=step.lit[0], quote=step.lit[1])
    lit = event.themes.get(screen.spotlight or "")
    if screen.spotlight and not (lit and (lit.approved or screen.automatic)):
        screen = replace(screen, spotlight=None, quote=None)
    return replace(event, screen=screen)
