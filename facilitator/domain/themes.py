"""Notes grouped into themes, by a machine that proposes and a host who decides.

The rule is one: a human hand always wins. A note placed by hand is pinned and never moves
again; a theme that was named, approved or put aside stays; merging and splitting pin the
notes they move. What the machine finds is taken for all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.domain import commands, notes
from facilitator.domain.desk import merged
from facilitator.domain.event import Event, Note, Theme
from facilitator.domain.stamp import Refused, Stamp


def find(event: Event, theme_id: str) -> Theme:
    """The theme with that id; refused when there is none."""
    theme = event.themes.get(theme_id)
    if theme is None:
        raise Refused("unknown", "That theme is not there any more.")
    return theme


def inside(event: Event) -> dict[str, list[Note]]:
    """Theme id → its readable notes, in the order they were written."""
    groups: dict[str, list[Note]] = {}
    for note in event.notes.values():
        if note.theme is not None and note.readable:
            groups.setdefault(note.theme, []).append(note)
    return {theme: sorted(found, key=lambda n: n.order) for theme, found in groups.items()}


def _with_theme(event: Event, theme: Theme) -> Event:
    return replace(event, themes={**event.themes, theme.id: theme})


def _without_theme(event: Event, theme_id: str) -> Event:
    themes = {id: theme for id, theme in event.themes.items() if id != theme_id}
    lit = None if event.screen.spotlight == theme_id else event.screen.spotlight
    return replace(event, themes=themes, screen=replace(event.screen, spotlight=lit))


def _with_dots(event: Event, theme: str, into: str) -> Event:
    """The event with one theme's dots, and remarks about it, given to another."""
    moved = ((id, merged(dots, theme, into)) for id, dots in event.dots.items() if theme in dots)
    run = event.desk.run
    remarks = {who: into if about == theme else about for who, about in run.remarks.items()}
    desk = replace(event.desk, run=replace(run, remarks=remarks))
    return replace(event, dots=event.dots.put_all(moved), desk=desk)


def _last(event: Event) -> int:
    return max((theme.order for theme in event.themes.values()), default=0) + 1


def _by_hand(event: Event, moved: Iterable[Note], theme: str | None) -> Event:
    placed = [(note.id, replace(note, theme=theme, pinned=True)) for note in moved]
    return replace(event, notes=event.notes.put_all(placed))


def group(event: Event, command: commands.themes.GroupNotes, stamp: Stamp) -> Event:
    placed: list[tuple[str, Note]] = []

    def put(ids: Iterable[str], theme: str | None) -> None:
        for note in filter(None, map(event.notes.get, ids)):
            if note.readable and not note.pinned and note.theme != theme:
                placed.append((note.id, replace(note, theme=theme)))

    themes, order = dict(event.themes), _last(event)
    for found in command.groups:
        old = themes.get(found.theme)
        if old is None:
            old, order = Theme(id=found.theme, order=order), order + 1
        themes[found.theme] = replace(old, label=found.label, quotes=found.quotes)
        put(found.notes, found.theme)
    put(command.unsorted, None)
    return _swept(replace(event, themes=themes, notes=event.notes.put_all(placed)))


def _swept(event: Event) -> Event:
    """The event without themes that nobody touched and that hold nothing any more."""
    held = {note.theme for note in event.notes.values()}
    for theme in list(event.themes.values()):
        if theme.id not in held and not theme.touched:
            event = _without_theme(event, theme.id)
    return event


def add(event: Event, command: commands.themes.AddTheme, stamp: Stamp) -> Event:
    if command.theme in event.themes:
        raise Refused("taken", "This theme is already there.")
    return _with_theme(event, Theme(id=command.theme, order=_last(event), title=command.title))


def rename(event: Event, command: commands.themes.RenameTheme, stamp: Stamp) -> Event:
    theme = find(event, command.theme)
    shown = command.title if theme.approved else ""
    return _with_theme(event, replace(theme, title=command.title, approved=shown))


def merge(event: Event, command: commands.themes.MergeTheme, stamp: Stamp) -> Event:
    theme, into = find(event, command.theme), find(event, command.into)
    if theme.id == into.id:
        raise Refused("same", "That is the same theme.")
    event = _with_theme(event, replace(into, title=into.name))
    both = (note for note in event.notes.values() if note.theme in (theme.id, into.id))
    event = _with_dots(_by_hand(event, both, into.id), theme.id, into.id)
    return _without_theme(event, theme.id)


def split(event: Event, command: commands.themes.SplitTheme, stamp: Stamp) -> Event:
    theme = find(event, command.theme)
    taken = [event.notes[id] for id in command.notes if id in event.notes]
    taken = [note for note in taken if note.theme == theme.id]
    if not taken:
        raise Refused("empty", "None of these notes is in that theme any more.")
    made = commands.themes.AddTheme(theme=command.new_theme, title=command.title)
    return _by_hand(add(event, made, stamp), taken, command.new_theme)


def place(event: Event, command: commands.notes.PlaceNote, stamp: Stamp) -> Event:
    note = notes.find(event, command.note_id)
    target = find(event, command.theme).id if command.theme is not None else None
    return _swept(_by_hand(event, [note], target))


def order(event: Event, command: commands.themes.OrderTheme, stamp: Stamp) -> Event:
    row = sorted(event.themes.values(), key=lambda theme: theme.order)
    row.remove(theme := find(event, command.theme))
    ids = [other.id for other in row]
    if command.before is not None and command.before != theme.id:
        row.insert(ids.index(find(event, command.before).id), theme)
    else:
        row.append(theme)
    numbered = {t.id: t if t.order == n else replace(t, order=n) for n, t in enumerate(row, 1)}
    return replace(event, themes=numbered)


def approve(event: Event, command: commands.themes.ApproveTheme, stamp: Stamp) -> Event:
    theme = find(event, command.theme)
    cleared = []
    for note_id, revision in command.quotes.items():
        note = notes.find(event, note_id)
        if note.theme != theme.id:
            raise Refused("stale", "A quote has moved to another theme. Please look again.")
        cleared.append((note.id, notes.with_approval(note, revision)))
    event = replace(event, notes=event.notes.put_all(cleared))
    changed = replace(theme, title=command.title, approved=command.title, hidden=False)
    return _with_theme(event, changed)


def hold(event: Event, command: commands.themes.HoldTheme, stamp: Stamp) -> Event:
    event = _with_theme(event, replace(find(event, command.theme), approved=""))
    return _unlit(event, command.theme)


def hide(event: Event, command: commands.themes.HideTheme, stamp: Stamp) -> Event:
    theme = find(event, command.theme)
    event = _with_theme(event, replace(theme, hidden=command.on, approved=""))
    return _unlit(event, theme.id)


def _unlit(event: Event, theme_id: str) -> Event:
    if event.screen.spotlight != theme_id:
        return event
    return replace(event, screen=replace(event.screen, spotlight=None))
