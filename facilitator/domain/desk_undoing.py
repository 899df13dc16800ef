"""Taking back what was done to the themes by hand, step by step, newest first.

A step is not written down by each command: it is what differs between the event before and
after it. Only that is put back, and only where nobody changed it since. Notes that came
meanwhile stay, and so does everything that the host let onto the screen.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands
from facilitator.domain.commands import Command
from facilitator.domain.desk import returned
from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import DeskStep, Given, Place, Theme
from facilitator.domain.stamp import Refused, Stamp

MOST_STEPS = 10
menu = commands.themes
UNDOABLE: frozenset[type[Command]] = frozenset({
    menu.RegroupThemes, menu.TakeSuggestion, menu.CarryThemes, menu.AddTheme, menu.RenameTheme,
    menu.DescribeTheme, menu.MergeTheme, menu.SplitTheme, menu.OrderTheme, menu.RankThemes,
    menu.DisputeTheme, menu.HideTheme, commands.notes.PlaceNote, commands.notes.PlaceNotes,
    commands.notes.HideNote,
})  # fmt: skip


def remembered(before: Event, after: Event, command: Command) -> Event:
    """The event with what its last command did to notes and themes, if it can be taken back."""
    if type(command) not in UNDOABLE:
        return after
    notes = [_place(old, new) for _, old, new in after.notes.changes(before.notes) if old and new]
    ids = before.themes.keys() | after.themes.keys()
    changed = [id for id in sorted(ids) if before.themes.get(id) != after.themes.get(id)]
    step = DeskStep(
        seq=before.seq + 1, name=command.wire, notes=tuple(notes),
        themes=tuple(before.themes[id] for id in changed if id in before.themes),
        made=tuple(id for id in changed if id not in before.themes),
        given=_given(before, command) if isinstance(command, menu.MergeTheme) else None,
    )  # fmt: skip
    steps = (*after.grouping.steps, step)[-MOST_STEPS:]
    return replace(after, grouping=replace(after.grouping, steps=steps))


def _place(old: Note, new: Note) -> Place:
    return Place(note=old.id, theme=old.theme, pinned=old.pinned, hidden=old.hidden,
                 left=new.theme)  # fmt: skip


def _given(before: Event, command: commands.themes.MergeTheme) -> Given:
    theme, run = command.theme, before.desk.run
    return Given(
        theme=theme, into=command.into, line=run.line == theme, question=_question(before),
        dots={who: dots[theme] for who, dots in before.dots.items() if theme in dots},
        remarks=tuple(sorted(who for who, about in run.remarks.items() if about == theme)),
    )  # fmt: skip


def _question(event: Event) -> str:
    return event.desk.poll.question if event.desk.poll else ""


def undo(event: Event, command: commands.themes.UndoThemes, stamp: Stamp) -> Event:
    steps = event.grouping.steps
    if not steps or steps[-1].seq != command.step:
        raise Refused("stale", "Something else was done since. Please look again.")
    step = steps[-1]
    event = replace(event, themes=_themes(event, step))
    back = [(was.note, _put_back(event.notes[was.note], was)) for was in step.notes
            if _untouched(event, was)]  # fmt: skip
    event = _returned(replace(event, notes=event.notes.put_all(back)), step.given)
    return replace(_without_made(event, step), grouping=replace(event.grouping, steps=steps[:-1]))


def _untouched(event: Event, was: Place) -> bool:
    note = event.notes.get(was.note)
    there = was.theme is None or was.theme in event.themes
    return note is not None and not note.withdrawn and note.theme == was.left and there


def _put_back(note: Note, was: Place) -> Note:
    return replace(note, theme=was.theme, pinned=was.pinned, hidden=was.hidden, second=None)


def _returned(event: Event, given: Given | None) -> Event:
    """The event with dots, remarks and the turn back with the theme a merge took them from.

    A dot that its owner took off or put elsewhere since is theirs, and a remark the host linked
    anew stays.
    """
    if given is None or given.theme not in event.themes:
        return event
    theme, into, run = given.theme, given.into, event.desk.run
    went = given.dots if given.question == _question(event) else {}
    dots = ((who, returned(event.dots.get(who, {}), theme, into, count))
            for who, count in went.items())  # fmt: skip
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
        elif now.approved == old.approved:  # what the hall reads is not changed by going back
            themes[old.id] = replace(
                now, title=old.title, keywords=old.keywords, order=old.order, hidden=old.hidden,
                kept=old.kept, disputed=old.disputed,
            )  # fmt: skip
    return themes


def _without_made(event: Event, step: DeskStep) -> Event:
    """The event without the themes the step had made, unless something is in them by now."""
    held = {note.theme for note in event.notes.values() if note.theme in step.made}
    gone = {id for id in step.made if id not in held and id in event.themes
            and not event.themes[id].approved}  # fmt: skip
    return replace(event, themes={id: t for id, t in event.themes.items() if id not in gone})
