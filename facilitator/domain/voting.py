"""Participants vote on the themes of the screen with dots; what they choose reorders nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from facilitator.domain import commands, themes
from facilitator.domain.desk import Poll
from facilitator.domain.event import Event
from facilitator.domain.people import own
from facilitator.domain.plenary import title_on_screen
from facilitator.domain.shelf import Shelf
from facilitator.domain.stamp import Refused, Stamp


def tally(event: Event) -> Counter[str]:
    """Theme → dots of everybody."""
    return Counter(
        {id: sum(d.get(id, 0) for d in event.dots.values()) for id in event.themes}
    )


def counted(event: Event) -> dict[str, int]:
    """Theme → dots, of those that could be voted on; what came to the screen later has none, not zero."""
    poll = event.desk.poll
    if poll is None:
        return {}
    asked = _on_screen(event) if poll.closed_at is None else poll.themes
    return {id: n for id, n in tally(event).items() if n or asked is None or id in asked}


def _on_screen(event: Event) -> tuple[str, ...]:
    return tuple(theme.id for theme in event.themes.values() if title_on_screen(event, theme))


def _with_poll(event: Event, poll: Poll) -> Event:
    return replace(event, desk=replace(event.desk, poll=poll))


def open_dots(event: Event, command: commands.plenary.OpenDots, stamp: Stamp) -> Event:
    """Asked the same again, the vote goes on; another question begins with no dots."""
    old = event.desk.poll
    if old is not None and old.closed_at is None:
        raise Refused("open", "A vote is open already. Close it first.")
    if not _on_screen(event):
        raise Refused("held", "Approve a theme first; then it can be voted on.")
    most = min(command.most, command.dots)
    poll = Poll(dots=command.dots, most=most, question=command.question, opened_at=stamp.at)
    if old is None or (old.dots, old.most, old.question) != (poll.dots, poll.most, poll.question):
        event = replace(event, dots=Shelf())
    return _with_poll(event, poll)


def _open(event: Event) -> Poll:
    poll = event.desk.poll
    if poll is None or poll.closed_at is not None:
        raise Refused("closed", "The vote is closed.")
    return poll


def close_dots(event: Event, command: commands.plenary.CloseDots, stamp: Stamp) -> Event:
    return _with_poll(event, replace(_open(event), closed_at=stamp.at, themes=_on_screen(event)))


def show_dots(event: Event, command: commands.plenary.ShowDots, stamp: Stamp) -> Event:
    poll = event.desk.poll
    if poll is None:
        raise Refused("unknown", "Nobody has voted yet.")
    return _with_poll(event, replace(poll, shown=command.on))


def cast(event: Event, command: commands.plenary.CastDots, stamp: Stamp) -> Event:
    person, poll = own(event, stamp).id, _open(event)
    mine = dict(event.dots.get(person, {}))
    had = mine.pop(command.theme, 0)
    if command.dots > had:
        theme = themes.find(event, command.theme)
        if not title_on_screen(event, theme):
            raise Refused("held", "This theme is not on the screen now.")
        if command.dots > poll.most:
            raise Refused("most", "At most {most} of your dots go on one theme.", most=poll.most)
        if command.dots + sum(mine.values()) > poll.dots:
            raise Refused("spent", "All your dots are used. Take one back first.")
    if command.dots:
        mine[command.theme] = command.dots
    return replace(event, dots=event.dots.put(person, mine))
