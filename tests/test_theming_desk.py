"""When the theming is asked again: when words, names or what may leave changed, and not for its own deeds."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from facilitator.conductor import Conductor
from facilitator.outside.proposing import Namer
from facilitator.protocol import read
from facilitator.theming_desk import Theming
from tests.builders import HOST, MODERATOR, THEMING, do, event_after, person


class Nobody:
    """A conductor that knows no event."""

    def event(self, event_id: str) -> None:
        return None


@pytest.mark.parametrize(("who", "name", "fields", "asked"), [
    (HOST, "theme.add", {"theme": "t50", "title": "Money"}, True),
    (HOST, "model.allow", {"reader": "small-model (127.0.0.1)"}, True),
    (person("p1"), "note.consent", {"note_id": "n1", "on": False}, True),
    (MODERATOR, "notes.reveal", {"slot": "rooms"}, True),
    (HOST, "themes.freeze", {"on": False}, True),
    (THEMING, "model.unread", {"why": "The model did not answer in time."}, False),
    (THEMING, "notes.group", {"groups": [{"theme": "t60", "label": "Money", "notes": ["n2"]}]}, False),
    (HOST, "screen.blank", {"on": True}, False),
])  # fmt: skip
def test_the_theming_is_asked_again(
    who: Any, name: str, fields: dict[str, Any], asked: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    theming = Theming(cast(Conductor, Nobody()), Namer(None), tmp_path / "vectors.db")
    seen: list[str] = []
    monkeypatch.setattr(theming._desk, "ask", lambda event_id, *_: seen.append(event_id))
    before = do(event_after("model.allow"), HOST, "themes.freeze", on=True)
    theming.notice(before, do(before, who, name, **fields), [read(name, fields, trusted=True)])
    assert seen == [before.id] * asked
