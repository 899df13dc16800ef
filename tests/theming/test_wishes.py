"""A host who waits for groups always hears something, also when the process cannot make them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from facilitator import green, theming_desk
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.stamp import Actor, Stamp
from facilitator.theming.desk import ThemingDesk
from tests.builders import HOST, do, event_after


class Conductor:
    """One event, whose commands are carried out at once."""

    def __init__(self, event: Event) -> None:
        self.now = event

    def event(self, event_id: str) -> Event:
        return self.now

    def submit(self, event_id: str, command: Any, actor: Actor, key: str) -> None:
        self.now = perform(self.now, command, Stamp(0, 1, actor))


def test_a_wish_that_cannot_be_met_is_answered_and_nothing_moves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(green, "spawn", lambda work, *given: work(*given))
    monkeypatch.setattr(ThemingDesk, "_exchange", lambda self, line: {"id": None, "error": "out of memory"})
    asked = do(event_after("notes.group"), HOST, "themes.ask", by="nearness", wish="w1")
    conductor = Conductor(asked)
    theming_desk.Theming(cast("Any", conductor), cast("Any", None), tmp_path).resume(asked)
    now = conductor.now.grouping
    assert now.wish is None
    assert now.proposal is not None
    assert now.proposal.why == theming_desk.NOT_NOW
    assert conductor.now.notes is asked.notes
