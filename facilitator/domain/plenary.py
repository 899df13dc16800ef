"""What the big screen shows: the agenda decides, the host may overrule, blank beats both."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain import commands, themes
from facilitator.domain.agenda import find
from facilitator.domain.event import Event, Note, Scene, Screen, Theme
from facilitator.domain.stamp import Refused, Stamp


def scene(event: Event) -> Scene:
    """The picture on the big screen, by the host's choice or by the agenda."""
    if event.screen.scene is not None:
        return event.screen.scene
    if event.status != "running" or event.clock is None:
        return "join" if event.status == "before" else "closeout"
    kind = find(event.slots, event.clock.slot).kind
    by_kind: dict[str, Scene] = {"breakout": "rooms", "plenary": "themes", "closing": "closeout"}
    return by_kind.get(kind, "now")


def may_show(screen: Screen, note: Note) -> bool:
    """Whether a note's words may stand on the big screen."""
    return note.readable and note.quotable and (note.approved or screen.automatic)


def title_on_screen(screen: Screen, theme: Theme) -> str:
    """The title a theme may carry on the big screen; empty when it may not be there."""
    if theme.hidden:
        return ""
    return theme.approved or (theme.name if screen.automatic else "")


def blank(event: Event, command: commands.screen.BlankScreen, stamp: Stamp) -> Event:
    return replace(event, screen=replace(event.screen, blank=command.on))


def spotlight(event: Event, command: commands.screen.SpotlightTheme, stamp: Stamp) -> Event:
    if command.theme is not None and not title_on_screen(event.screen, themes.find(event, command.theme)):
        raise Refused("held", "Approve the theme first; then it can be shown.")
    return replace(event, screen=replace(event.screen, spotlight=command.theme))


def switch(event: Event, command: commands.screen.SwitchScreen, stamp: Stamp) -> Event:
    return replace(event, screen=replace(event.screen, scene=command.scene, spotlight=None))


def automate(event: Event, command: commands.screen.AutomateScreen, stamp: Stamp) -> Event:
    if command.on and not command.sure:
        raise Refused("sure", "Notes would show without being read first. Please confirm.")
    return replace(event, screen=replace(event.screen, automatic=command.on))
