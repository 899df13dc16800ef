"""What the big screen shows: the agenda decides, the host may overrule, blank beats both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.domain import commands, themes
from facilitator.domain.agenda import find
from facilitator.domain.event import Event, Note, Scene, Screen
from facilitator.domain.grouping import Theme
from facilitator.domain.notes import shared, unrevealed
from facilitator.domain.stamp import Refused, Stamp


def scene(event: Event, screen: Screen | None = None) -> Scene:
    """The picture on the big screen (or on that one), by the host's choice or by the agenda."""
    chosen = (screen or event.screen).scene
    if chosen is not None:
        return chosen
    if event.status != "running" or event.clock is None:
        return "join" if event.status == "before" else "closeout"
    if standing(event) is not None:
        return "themes"  # an event without a plenary tells its themes in another slot
    kind = find(event.slots, event.clock.slot).kind
    by_kind: dict[str, Scene] = {"breakout": "rooms", "plenary": "themes", "closing": "closeout"}
    return by_kind.get(kind, "now")


def standing(event: Event) -> str | None:
    """The line of the run sheet that is on; None when none is, or its slot was left."""
    run = event.desk.run
    on = event.clock is not None and event.clock.slot == run.slot
    return run.line if on else None


def may_show(event: Event, note: Note, screen: Screen | None = None) -> bool:
    """Whether a note's words may stand on the big screen (or on that one)."""
    let = note.approved or (screen or event.screen).automatic
    return let and note.readable and note.quotable and not unrevealed(event, note)


def title_on_screen(event: Event, theme: Theme) -> str:
    """The title a theme may carry on the big screen; empty when it may not be there.

    A title that is a note's words may stand there only while that note may, and one that the
    machine makes of several notes only while none of them is private.
    """
    if theme.hidden or not (theme.approved or event.screen.automatic):
        return ""
    if theme.title:
        return theme.title
    words = themes.said(event, theme) if theme.cut else ""
    if theme.cut and words and may_show(event, event.notes[theme.cut.note]):
        return words
    if theme.cut and not event.screen.automatic:
        return ""
    made = " · ".join(theme.phrases) if theme.cut else themes.called(event, theme)
    return "" if made and _of_private_notes(event, theme) else made


def _of_private_notes(event: Event, theme: Theme) -> bool:
    closed = {slot for slot, made in event.rounds.items() if made.state != "drawn" and not shared(event, made)}
    return bool(closed) and any(n.theme == theme.id and n.slot in closed for n in event.notes.values())


def quote_of(event: Event, screen: Screen, theme: str | None, note_id: str | None) -> Note | None:
    """The note as a quote of that theme on that screen; None when it may not be shown there."""
    note = event.notes.get(note_id or "")
    return note if note and note.theme == theme and may_show(event, note, screen) else None


def signature(event: Event, note: Note) -> str:
    """The name beside a quote; empty unless its author wants it there and a host approved it."""
    return event.people[note.person].name if note.signed == "wall" and note.approved else ""


def blank(event: Event, command: commands.screen.BlankScreen, stamp: Stamp) -> Event:
    return replace(event, screen=replace(event.screen, blank=command.on))


def spotlight(event: Event, command: commands.screen.SpotlightTheme, stamp: Stamp) -> Event:
    theme, quote = command.theme, command.quote
    if theme is not None and not title_on_screen(event, themes.find(event, theme)):
        raise _not_yet(event, themes.find(event, theme))
    if quote is not None and quote_of(event, event.screen, theme, quote) is None:
        if quote in event.notes and unrevealed(event, event.notes[quote]):
            raise _private()
        raise Refused("held", "Approve the quote first; then it can be shown.")
    return _shown(event, command.preview, spotlight=theme, quote=quote)


def _not_yet(event: Event, theme: Theme) -> Refused:
    """Why a theme has no title that may be shown."""
    if theme.approved and not theme.hidden:
        note = event.notes.get(theme.cut.note) if theme.cut else None
        if note is None or unrevealed(event, note):
            return _private()
    return Refused("held", "Approve the theme first; then it can be shown.")


def _private() -> Refused:
    return Refused("private", "These notes are private for now. They can be shown once they are revealed.")


def switch(event: Event, command: commands.screen.SwitchScreen, stamp: Stamp) -> Event:
    return _shown(event, command.preview, scene=command.scene, spotlight=None, quote=None)


def _shown(event: Event, preview: bool, **change: Any) -> Event:
    """The event with that picture on the preview, or else on the big screen."""
    if preview:
        return replace(event, preview=replace(event.preview, **change))
    return replace(event, screen=replace(event.screen, **change))


def tried_out(event: Event) -> Screen:
    """The preview as a screen: never blank, and as careful as the big one."""
    return replace(event.preview, blank=False, automatic=event.screen.automatic)


def take(event: Event, command: commands.screen.TakePreview, stamp: Stamp) -> Event:
    picture = replace(tried_out(event), blank=event.screen.blank)
    return replace(event, screen=picture)


def automate(event: Event, command: commands.screen.AutomateScreen, stamp: Stamp) -> Event:
    if command.on and not command.sure:
        raise Refused("sure", "Notes would show without being read first. Please confirm.")
    return replace(event, screen=replace(event.screen, automatic=command.on))
