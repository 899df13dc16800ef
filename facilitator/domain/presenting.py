"""The run sheet of the plenary: it writes itself, and the host steps through it.

Its lines are the opening, each theme let onto the screen in the order of the screen, and the
panel's closing remarks. What the host changes of a line is kept; all else follows the notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.domain import agenda, commands
from facilitator.domain.agenda import Slot
from facilitator.domain.desk import RunLine, RunSheet
from facilitator.domain.event import Event, Screen
from facilitator.domain.plenary import quote_of, standing, title_on_screen
from facilitator.domain.stamp import Refused, Stamp

OPENING, CLOSING = "opening", "closing"
FIRST, LAST = 60, 120  # seconds of the opening and of the closing remarks
LEAST = 30  # seconds a theme has at least
SHORTEST, FINE = 5, 5  # seconds, where a sheet was begun late
ROUNDED = 15  # seconds: a host reads minutes and quarters


def panelists(event: Event) -> tuple[str, ...]:
    """Who speaks in the panels, by name or else organisation, in the order of the agenda."""
    found = (s.name or s.org for slot in event.slots if slot.kind == "panel" for s in slot.speakers)
    return tuple(dict.fromkeys(filter(None, found)))


def lines(event: Event) -> tuple[str, ...]:
    """Every line in order, those left out too."""
    row = sorted(event.themes.values(), key=lambda theme: theme.order)
    chosen = [theme.id for theme in row if title_on_screen(event, theme)]
    return (OPENING, *chosen, *((CLOSING,) if panelists(event) else ()))


def plenary_slot(event: Event) -> Slot | None:
    """The plenary that is on, or else comes next, or else was the last.

    Where no slot is called one: what follows rooms, because what the rooms said is told there.
    """
    plenaries = [slot for slot in event.slots if slot.kind == "plenary"] or _after_rooms(event)
    now = agenda.position(event.slots, event.clock.slot) if event.clock else 0
    coming = (slot for slot in plenaries if agenda.position(event.slots, slot.id) >= now)
    return next(coming, plenaries[-1] if plenaries else None)


def _after_rooms(event: Event) -> list[Slot]:
    pairs = zip(event.slots, event.slots[1:], strict=False)
    return [slot for before, slot in pairs if before.kind == "breakout" and slot.kind not in ("breakout", "break")]


def own_clocks(event: Event) -> dict[str, int]:
    """Line → its seconds: as the host said, or an equal share of what is left of the slot.

    A sheet that was begun too late for that has all its lines shortened alike.
    """
    edited, slot = event.desk.run.lines, plenary_slot(event)
    left = event.desk.run.left if standing(event) is not None else 0
    row = [id for id in lines(event) if not edited.get(id, RunLine()).out]
    fixed = {OPENING: FIRST, CLOSING: LAST} | {id: line.seconds for id, line in edited.items() if line.seconds}
    free = [id for id in row if id not in fixed]
    rest = (left or (slot.lasts // 1_000 if slot else 0)) - sum(fixed.get(id, 0) for id in row)
    share = max(LEAST, rest // max(1, len(free)) // ROUNDED * ROUNDED)
    return _fitted({id: fixed.get(id, share) for id in row}, left)


def _fitted(clocks: dict[str, int], left: int) -> dict[str, int]:
    need = sum(clocks.values())
    if not left or need <= left:
        return clocks
    return {id: max(SHORTEST, seconds * left // need // FINE * FINE) for id, seconds in clocks.items()}


def _with_run(event: Event, run: RunSheet) -> Event:
    return replace(event, desk=replace(event.desk, run=run))


def step(event: Event, command: commands.plenary.StepRun, stamp: Stamp) -> Event:
    if command.from_line != standing(event):
        raise Refused("stale", "Somebody was quicker: another line is on now.")
    if event.clock is None:
        raise Refused("idle", "The run sheet begins when a slot is running.")
    from_then = stamp.at if event.clock.paused_at is None else event.clock.paused_at
    left = max(0, event.clock.ends_at - from_then) // 1_000 if command.from_line is None else event.desk.run.left
    begun = replace(event.desk.run, slot=event.clock.slot, line=command.to_line, left=left)
    seconds = own_clocks(_with_run(event, begun))
    if command.to_line is not None and command.to_line not in seconds:
        raise Refused("unknown", "That line is not on the run sheet any more.")
    ends_at = from_then + seconds.get(command.to_line or "", 0) * 1_000
    run = replace(begun, before=event.clock.ends_at - ends_at)
    return _with_run(replace(event, screen=lit_by(event, command.to_line)), run)


def lit_by(event: Event, line: str | None) -> Screen:
    """The big screen when a line begins: its theme with its one quote, or the wall."""
    if line is None or line not in event.themes:
        return replace(event.screen, spotlight=None, quote=None)
    note = event.notes.get(event.desk.run.lines.get(line, RunLine()).quote)
    quote = quote_of(event, event.screen, line, note.id) if note else None
    return replace(event.screen, spotlight=line, quote=quote.id if quote else None)


def edit_line(event: Event, command: commands.plenary.EditLine, stamp: Stamp) -> Event:
    if command.line not in (OPENING, CLOSING, *event.themes):
        raise Refused("unknown", "That line is not on the run sheet any more.")
    run = event.desk.run
    old = run.lines.get(command.line, RunLine())
    given = {name: getattr(command, name) for name in RunLine.__slots__}
    line = replace(old, **{name: value for name, value in given.items() if value is not None})
    return _with_run(event, replace(run, lines=_put(run.lines, command.line, line)))


def _put(lines: Mapping[str, RunLine], id: str, line: RunLine) -> dict[str, RunLine]:
    rest = {known: old for known, old in lines.items() if known != id}
    return rest if line == RunLine() else {**rest, id: line}


def link_remark(event: Event, command: commands.plenary.LinkRemark, stamp: Stamp) -> Event:
    if command.speaker not in panelists(event):
        raise Refused("unknown", "Nobody of that name is on a panel.")
    if command.theme is not None and command.theme not in event.themes:
        raise Refused("unknown", "That theme is not there any more.")
    run = event.desk.run
    rest = {who: theme for who, theme in run.remarks.items() if who != command.speaker}
    linked = rest if command.theme is None else {**rest, command.speaker: command.theme}
    return _with_run(event, replace(run, remarks=linked))
