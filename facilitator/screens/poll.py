"""The vote with dots: what phones are asked, and how it stands for those who show it."""

from __future__ import annotations

from typing import Any

from facilitator.domain.event import Event
from facilitator.domain.plenary import title_on_screen
from facilitator.domain.voting import tally
from facilitator.screens.groups import grouped


def asked(event: Event) -> dict[str, Any] | None:
    """{open, dots, most, question, themes}: themes of the screen with the rooms behind them.

    Results are in it once the vote is closed; until then phones know only their own dots.
    """
    poll = event.desk.poll
    if poll is None:
        return None
    groups, over = grouped(event), poll.closed_at is not None
    result = tally(event) if over else {}
    themes = {}
    for theme in event.themes.values():
        if title := title_on_screen(event, theme):
            rooms = len({note.room for note in groups.get(theme.id, ())})
            themes[theme.id] = {"title": title, "order": theme.order, "rooms": rooms}
            if over:
                themes[theme.id]["dots"] = result[theme.id]
    return {"open": not over, "dots": poll.dots, "most": poll.most, "question": poll.question,
            "themes": themes}  # fmt: skip


def standing(event: Event) -> dict[str, Any] | None:
    """{open, dots, most, question, voters, themes: {id: dots}}, live."""
    poll = event.desk.poll
    if poll is None:
        return None
    return {"open": poll.closed_at is None, "dots": poll.dots, "most": poll.most,
            "question": poll.question, "voters": sum(bool(d) for d in event.dots.values()),
            "themes": dict(tally(event))}  # fmt: skip
