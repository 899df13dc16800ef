"""The vote with dots: what phones are asked, and how it stands for those who show it."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event
from facilitator.domain.plenary import title_on_screen
from facilitator.domain.voting import counted
from facilitator.screens.groups import grouped


def asked(event: Event) -> dict[str, Any] | None:
    """{open, dots, most, question, themes}: themes of the screen with the rooms behind them.

    Results are in it once the vote is closed; until then phones know only their own dots.
    """
    poll = event.desk.poll
    if poll is None:
        return None
    groups, over = grouped(event), poll.closed_at is not None
    result = counted(event) if over else {}
    themes = {}
    for theme in event.themes.values():
        if title := title_on_screen(event, theme):
            rooms = len({note.room for note in groups.get(theme.id, ())})
            themes[theme.id] = {"title": title, "order": theme.order, "rooms": rooms}
            if theme.id in result:
                themes[theme.id]["dots"] = result[theme.id]
    return {"open": not over, "dots": poll.dots, "most": poll.most, "question": poll.question,
            "themes": themes}  # fmt: skip


def standing(event: Event) -> dict[str, Any] | None:
    """{open, dots, most, question, voters, shown, themes: {id: dots}}, live."""
    poll = event.desk.poll
    if poll is None:
        return None
    return {"open": poll.closed_at is None, "dots": poll.dots, "most": poll.most,
            "question": poll.question, "voters": sum(bool(d) for d in event.dots.values()),
            "shown": poll.shown, "themes": counted(event)}  # fmt: skip


def on_wall(event: Event) -> dict[str, Any] | None:
    """The same for the hall: while the vote is open its question, and its dots while the host shows them."""
    made = standing(event)
    if made is None or made["shown"]:
        return made
    return {**made, "themes": {}} if made["open"] else None
