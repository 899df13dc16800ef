"""Law 2 on the wall: every character a participant wrote that appears there was approved.

Ten thousand looks at the big screen, its preview and what travels to them, in random histories:
hosts and authors who act at once, approvals of words that changed meanwhile, names, reloads,
restarts from the database's rows and from the journal.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor, Refused
from facilitator.domain.themes import said
from facilitator.journal import entry_of, replay
from facilitator.live.gateway import Json
from facilitator.patch import apply, diff
from facilitator.protocol import read
from facilitator.screens import view
from facilitator.screens.picture import seen
from facilitator.store import Store
from tests.builders import EVENT, HOST, MODERATOR, THEMING, do, person, stamp, told

HISTORIES, STEPS = 100, 50
WALLS = ("plenary", "preview")
GROUPED = next(after for step, _, after in told() if step.name == "notes.group")
START = do(GROUPED, person("p1"), "person.edit", name="Secret first name")
START = do(START, person("p3"), "person.edit", name="Secret other name")


class History:
    """What was written and what a host read and let through: kept apart from the event."""

    def __init__(self, seed: int) -> None:
        self.luck, self.event, self.read = random.Random(seed), START, START
        self.written = {(n.id, n.revision): (n.text, "") for n in START.notes.values()}
        self.approved: set[str] = set()
        self.walls: dict[str, Any] = {name: view(START, name) for name in WALLS}

    def act(self, number: int) -> None:
        """One of many does something; a host acts on a desk that may be some steps behind."""
        if self.luck.random() < 0.5:
            self.read = self.event
        actor, name, fields = self._choice(number)
        try:
            after = do(self.event, actor, name, seed=number, **fields)
        except Refused:
            return
        for wall in WALLS:
            old, new = view(self.event, wall), view(after, wall)
            self.walls[wall] = apply(self.walls[wall], diff(old, new))
        self.event = after
        self._remember(name, fields)

    def _choice(self, number: int) -> tuple[Actor, str, dict[str, Any]]:
        note = self.luck.choice(sorted(START.notes))
        theme = self.luck.choice(["t1", "t2"])
        mine, seen = person(START.notes[note].person), self.read.notes[note].revision
        title = f"Title {self.luck.randrange(3)}"
        yes = self.luck.random() < 0.7
        groups = [{"theme": theme, "label": f"Secret label {number}", "notes": sorted(START.notes)}]
        choices: list[tuple[Actor, str, dict[str, Any]]] = [
            (mine, "note.edit", {"note_id": note, "kind": "insight", "text": f"Secret {number} words"}),
            (mine, "note.withdraw", {"note_id": note}),
            (mine, "note.consent", {"note_id": note, "on": yes}),
            (mine, "note.sign", {"note_id": note, "signed": self.luck.choice(["no", "room", "wall"])}),
            (mine, "note.object", {"note_id": note, "about": "quote", "text": f"Secret {number} objection"}),
            (mine, "person.edit", {"name": f"Secret {number} name", "quotable": yes}),
            (HOST, "note.approve", {"note_id": note, "revision": seen, "on": yes}),
            (HOST, "note.approve", {"note_id": note, "revision": seen, "on": True}),
            (HOST, "note.hide", {"note_id": note, "on": not yes}),
            (HOST, "note.place", {"note_id": note, "theme": theme}),
            (HOST, "theme.approve", {"theme": theme, "title": title, "quotes": {note: seen}}),
            (HOST, "theme.approve", {"theme": theme, "title": title, "quotes": {}}),
            (HOST, "theme.hold", {"theme": theme}),
            (HOST, "theme.spotlight", {"theme": theme, "quote": note, "preview": yes}),
            (HOST, "screen.switch", {"scene": self.luck.choice(["themes", "words", "rooms"]), "preview": yes}),
            (HOST, "preview.take", {}),
            (HOST, "line.edit", {"line": theme, "quote": note}),
            (HOST, "dots.open", {"dots": 2, "question": title}),
            (HOST, "themes.undo", {"step": max((step.seq for step in self.event.grouping.steps), default=0)}),
            (MODERATOR, "slot.advance", {"from_slot": "rooms"}),
            (THEMING, "notes.group", {"groups": groups}),
        ]  # fmt: skip
        return self.luck.choice(choices)

    def _remember(self, name: str, fields: dict[str, Any]) -> None:
        for note in self.event.notes.values():
            signed = self.event.people[note.person].name if note.signed == "wall" else ""
            self.written[note.id, note.revision] = (note.text, signed)
        quotes = fields.get("quotes", {})
        if name == "note.approve" and fields["on"]:
            quotes = {fields["note_id"]: fields["revision"]}
        for key in quotes.items():
            self.approved |= set(self.written[key])

    def check(self, event: Event) -> int:
        """Looks at every wall; what shows of secret words was let through, and may still be shown."""
        looks = 0
        for wall in WALLS:
            fresh = Json.loads(Json.dumps(view(event, wall)))
            assert Json.loads(Json.dumps(self.walls[wall])) == fresh
            for words in texts(fresh):
                assert "label" not in words
                assert "objection" not in words
                assert not words.startswith(("Secret", "Canary")) or words in self.approved, words
            for note in event.notes.values():
                if note.text and not (note.approved and note.quotable):
                    assert note.text not in texts(fresh)
            looks += 1
        hall = " ".join(texts(view(event, "plenary")))
        for id in seen(event):  # an author is told "on the screen" only of what can be read there
            words = [event.notes[id].text, *(said(event, t) for t in event.themes.values() if t.cut and t.cut.note == id)]
            assert any(each and each in hall for each in words)
        return looks


def texts(screen: Any) -> list[str]:
    """Every text on a screen."""
    if isinstance(screen, dict):
        return [text for value in screen.values() for text in texts(value)]
    if isinstance(screen, list):
        return [text for value in screen for text in texts(value)]
    return [screen] if isinstance(screen, str) else []


def test_of_ten_thousand_looks_at_the_wall_none_shows_what_was_not_approved() -> None:
    looks = shown = 0
    for seed in range(HISTORIES):
        history = History(seed)
        for number in range(STEPS):
            history.act(number)
            looks += history.check(history.event)
            shown += any(text.startswith(("Secret", "Canary")) for text in texts(view(history.event, "plenary")))
    assert looks == 10_000
    assert shown > 100  # and quotes do show: the law is not kept by an empty wall


def test_terms_of_the_word_view_are_of_approved_notes() -> None:
    for seed in range(20):
        history = History(seed)
        for number in range(STEPS):
            history.act(number)
        event = do(history.event, HOST, "screen.switch", scene="words")
        may = " ".join(n.text.lower() for n in event.notes.values() if n.approved and n.quotable)
        assert all(term in may for term in view(event, "plenary")["terms"])


def test_after_a_restart_the_wall_shows_the_same_picture(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/facilitator.db")
    store.migrate()
    event, entries = GROUPED, []
    story = list(told(GROUPED.seq))
    for number, (step, _, after) in enumerate(story):
        entries.append(entry_of(after.seq, f"s{number}", step.command, stamp(number, step.actor)))
    store.save(EVENT, None, event, entries)
    history = History(7)
    history.event = history.read = event
    for number in range(STEPS):
        before = history.event
        actor, name, fields = history._choice(number)
        try:
            after = do(before, actor, name, seed=number, **fields)
        except Refused:
            continue
        kept = entry_of(after.seq, f"c{number}", read(name, fields), stamp(0, actor))
        store.save(EVENT, before, after, [kept])
        history.event = after
        for wall in WALLS:
            loaded, replayed = store.load(EVENT), replay(EVENT, store.journal(EVENT))
            assert loaded is not None
            picture = Json.dumps(view(after, wall))
            assert Json.dumps(view(loaded, wall)) == picture == Json.dumps(view(replayed, wall))
    store.close()
