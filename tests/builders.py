"""A whole event in miniature: every command on the menu once or more, in an order that works.

The laws run over this story, so a command that is missing here is a law that is not held;
`test_house.py` refuses that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from facilitator import protocol
from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.roster import mark
from facilitator.domain.stamp import Actor, Role, Stamp

START = 1_796_394_600_000
"""4 December 2026, 9:30 in New York."""
MINUTE = 60_000
STEP = 10_000
"""Milliseconds between two commands of the story."""
EVENT = "e1"
ORGANISER, MODERATOR, HOST = Actor("organiser"), Actor("moderator"), Actor("host")
DOOR, CLOCK, THEMING, PRESENCE = Actor("door"), Actor("clock"), Actor("theming"), Actor("presence")
SERIES = Actor("series")


def person(id: str) -> Actor:
    """The participant with that id."""
    return Actor("participant", id)


def slot(id: str, kind: str, minute: int, minutes: int, **more: Any) -> dict[str, Any]:
    """A slot of a plan, `minute` after the start."""
    fields = {"id": id, "title": id.title(), "kind": kind, "start": START + minute * MINUTE}
    return {**fields, "minutes": minutes, **more}


PLAN = {
    "series": "r1", "title": "Part 1", "code": "ABCD2345", "timezone": "America/New_York",
    "host_name": "SALEX",
    "slots": [
        slot("talk", "talk", 0, 15, speakers=[{"name": "Ana", "org": "Motriz"}]),
        slot("panel", "panel", 15, 30, speakers=[{"org": "HundrED"}]),
        slot("rooms", "breakout", 45, 30, question="What now?", room_size=3, private=True, steps=[
            {"title": "Round", "minutes": 6, "prompt": "A name and a hope each"},
            {"title": "Discuss", "minutes": 20, "asks": "insight"}, {"title": "Top three", "minutes": 4}]),
        slot("plenary", "plenary", 75, 20),
        slot("close", "closing", 95, 10, links=[{"title": "Report", "url": "https://example.org"}]),
    ],
    "sequel": {"title": "Part 2", "start": START + 6 * 86_400_000},
}  # fmt: skip

PEOPLE = {f"p{n}": f"org {n % 3}" for n in range(1, 8)}


@dataclass(frozen=True)
class Step:
    """One command of a story, as it comes from the wire."""

    actor: Actor
    name: str
    fields: dict[str, Any]

    @property
    def command(self) -> Command:
        return protocol.read(self.name, self.fields)


BEFORE = -1
"""Stands for the version that the step before made."""


def _join(id: str) -> Step:
    return Step(DOOR, "person.join", {"person": id, "name": id.upper(), "organisation": PEOPLE[id]})


STORY: tuple[Step, ...] = (
    Step(ORGANISER, "event.create", PLAN),
    Step(ORGANISER, "event.edit", {"about": "How networks build trust."}),
    Step(MODERATOR, "slot.add", {"slot": slot("break", "break", 45, 5), "before": "rooms"}),
    Step(MODERATOR, "slot.edit", {"slot": "break", "minutes": 10, "auto": True}),
    Step(MODERATOR, "slot.move", {"slot": "break", "before": "panel"}),
    Step(MODERATOR, "slot.remove", {"slot": "break"}),
    Step(MODERATOR, "event.edit", {"wifi_name": "Library", "wifi_password": "canary wifi", "wifi_shown": True}),
    Step(MODERATOR, "slot.edit", {"slot": "plenary", "locked": True, "cue": "Canary cue"}),
    Step(MODERATOR, "agenda.replace", {"slots": [
        *PLAN["slots"][:3], {**PLAN["slots"][3], "locked": True, "cue": "Canary cue"}, PLAN["slots"][4],
        slot("drinks", "break", 105, 30)]}),
    Step(MODERATOR, "slot.remove", {"slot": "drinks"}),
    Step(MODERATOR, "door.close", {}),
    Step(MODERATOR, "door.open", {}),
    Step(MODERATOR, "roster.import", {"lines": [
        {"name": "P4", "organisation": "org 1", "topics": ["Money"], "capabilities": ["facilitator"]},
        {"name": "P5 Five", "organisation": "org 2", "role": "Canary role", "group": "Canary group", "together": ["P4"]},
        {"name": "Nobody", "languages": ["fr"]}]}),
    *map(_join, ("p1", "p2", "p3", "p4", "p5", "p6")),
    Step(person("p1"), "person.edit", {"name": "Amina", "language": "sw"}),
    Step(person("p5"), "person.claim", {"line": f"l{mark('P5 Five', 'org 2')}"}),
    Step(person("p6"), "person.claim", {"line": None}),
    Step(MODERATOR, "person.appoint", {"person": "p6", "capabilities": ["interpreter"], "interprets": "p1"}),
    Step(MODERATOR, "person.correct", {"who": "p6", "organisation": "Org 6", "mode": "online", "languages": ["en", "sw"],
                                       "topics": ["Trust"], "group": "Canary group"}),
    Step(MODERATOR, "roster.remove", {"lines": [f"l{mark('Nobody', '')}"]}),
    Step(PRESENCE, "presence.mark", {"here": [], "gone": ["p6"]}),
    Step(PRESENCE, "presence.mark", {"here": ["p6"], "gone": []}),
    Step(MODERATOR, "slot.advance", {"from_slot": None}),
    Step(MODERATOR, "clock.pause", {"slot": "talk"}),
    Step(MODERATOR, "clock.nudge", {"slot": "talk", "seconds": 60}),
    Step(MODERATOR, "clock.resume", {"slot": "talk"}),
    Step(MODERATOR, "clock.backdate", {"slot": "talk", "seconds": 90}),
    Step(MODERATOR, "clock.end", {"slot": "talk", "ends_at": START + 40 * MINUTE}),
    Step(MODERATOR, "event.promise", {"ends_at": START + 110 * MINUTE}),
    Step(MODERATOR, "agenda.fit", {"from_slot": "talk", "lengths": {"panel": 1_200, "plenary": 900}}),
    Step(MODERATOR, "step.undo", {"seq": BEFORE}),
    Step(CLOCK, "slot.advance", {"from_slot": "talk"}),
    Step(MODERATOR, "slot.return", {"from_slot": "panel"}),
    Step(MODERATOR, "slot.jump", {"from_slot": "talk", "to_slot": "panel"}),
    Step(MODERATOR, "message.send", {"message_id": "m1", "place": "stage", "text": "Two minutes left", "level": "urgent"}),
    Step(MODERATOR, "message.send", {"message_id": "m2", "place": "phones", "text": "Rooms open soon", "minutes": 5}),
    Step(MODERATOR, "message.send", {"message_id": "m3", "place": "screens", "text": "Please sit down"}),
    Step(PRESENCE, "message.confirm", {"message_id": "m2", "people": ["p1", "p2"]}),
    Step(PRESENCE, "message.confirm", {"message_id": "m1", "screens": ["Left of the stage"]}),
    Step(MODERATOR, "message.recall", {"message_id": "m3"}),
    Step(MODERATOR, "phrase.save", {"phrase_id": "f1", "place": "stage", "text": "Questions now"}),
    Step(MODERATOR, "phrase.remove", {"phrase_id": "f1"}),
    Step(SERIES, "past.recall", {"groups": [[mark("P2", "org 2"), mark("P5", "org 2")]]}),
    Step(MODERATOR, "round.plan", {"slot": "rooms", "language": True, "mixed": True, "topics": ["Trust", "Money"]}),
    Step(MODERATOR, "round.plan", {"slot": "rooms", "format": "topics", "ask": True}),
    Step(person("p2"), "topic.choose", {"slot": "rooms", "topics": ["Money", "Trust"]}),
    Step(MODERATOR, "slot.split", {"slot": "rooms", "parts": [
        {"id": "rooms", "title": "Rooms", "minutes": 20, "room_size": 3},
        {"id": "again", "title": "Again", "minutes": 10, "format": "merge"}]}),
    Step(MODERATOR, "slot.remove", {"slot": "again"}),
    Step(MODERATOR, "round.draw", {"slot": "rooms"}),
    Step(MODERATOR, "person.tie", {"person": "p4", "other": "p5", "bond": "apart"}),
    Step(MODERATOR, "seat.pin", {"slot": "rooms", "people": ["p6"], "on": True}),
    Step(MODERATOR, "round.plan", {"slot": "rooms", "language": False}),
    Step(MODERATOR, "round.draw", {"slot": "rooms", "rooms": 2}),
    Step(MODERATOR, "round.restore", {"slot": "rooms", "draws": 1}),
    Step(MODERATOR, "round.restore", {"slot": "rooms", "draws": 2}),
    Step(MODERATOR, "seat.swap", {"slot": "rooms", "person": "p4", "other": "p6"}),
    Step(MODERATOR, "seat.move", {"slot": "rooms", "person": "p1", "room": "rooms.1"}),
    Step(MODERATOR, "seat.move", {"slot": "rooms", "person": "p2", "room": "rooms.1"}),
    Step(MODERATOR, "seat.move", {"slot": "rooms", "person": "p3", "room": "rooms.2"}),
    Step(MODERATOR, "room.edit", {"room": "rooms.1", "name": "Lake", "table": "By the door"}),
    Step(MODERATOR, "slot.advance", {"from_slot": "panel"}),
    _join("p7"),
    Step(person("p1"), "seat.arrive", {"room": "rooms.1"}),
    Step(person("p2"), "seat.take", {"room": "rooms.1", "manner": "quiet"}),
    Step(person("p3"), "seat.arrive", {"room": "rooms.2"}),
    Step(MODERATOR, "seat.move", {"slot": "rooms", "person": "p7", "room": "rooms.2"}),
    Step(person("p7"), "seat.arrive", {"room": "rooms.2"}),
    Step(person("p1"), "help.call", {"room": "rooms.1"}),
    Step(MODERATOR, "help.answer", {"room": "rooms.1", "by": "Noor"}),
    Step(person("p1"), "help.end", {"room": "rooms.1"}),
    Step(MODERATOR, "message.send", {"message_id": "m4", "place": "room:rooms.1", "text": "Canary room words"}),
    Step(PRESENCE, "message.confirm", {"message_id": "m4", "people": ["p1"]}),
    Step(MODERATOR, "message.send", {"message_id": "m5", "place": "leads", "text": "Canary lead words"}),
    Step(person("p1"), "room.count", {"room": "rooms.1", "others": 2}),
    Step(MODERATOR, "clock.nudge", {"slot": "rooms", "seconds": 120}),
    Step(MODERATOR, "room.extend", {"room": "rooms.2", "seconds": 180}),
    Step(MODERATOR, "step.advance", {"slot": "rooms", "from_step": 0}),
    Step(CLOCK, "round.check", {"slot": "rooms"}),
    Step(MODERATOR, "round.repair", {"slot": "rooms", "number": crc32(b"p1>rooms.2")}),
    Step(person("p6"), "seat.choose", {"table": 2}),
    Step(MODERATOR, "seat.move", {"slot": "rooms", "person": "p1", "room": "rooms.1"}),
    Step(MODERATOR, "seat.move", {"slot": "rooms", "person": "p2", "room": "rooms.1"}),
    Step(MODERATOR, "round.close", {"slot": "rooms", "seconds": 60}),
    Step(MODERATOR, "round.open", {"slot": "rooms", "seconds": 900}),
    Step(person("p1"), "note.write", {"note_id": "n1", "room": "rooms.1", "kind": "insight", "text": "Canary one trust"}),
    Step(person("p2"), "note.write", {"note_id": "n2", "room": "rooms.1", "kind": "question", "text": "Canary two money"}),
    Step(person("p3"), "note.write", {"note_id": "n3", "room": "rooms.2", "kind": "action", "text": "Canary three meet"}),
    Step(person("p3"), "note.write", {"note_id": "n4", "room": "rooms.2", "kind": "insight", "text": "Canary four trust"}),
    Step(person("p1"), "note.write", {"note_id": "n5", "room": "rooms.1", "kind": "insight", "text": "Canary five gone"}),
    Step(HOST, "notes.reveal", {"slot": "rooms"}),
    Step(person("p2"), "note.support", {"note_id": "n1", "on": True}),
    Step(person("p1"), "note.edit", {"note_id": "n1", "kind": "insight", "text": "Canary one more trust"}),
    Step(person("p1"), "note.object", {"note_id": "n5", "about": "theme", "text": "Canary objection gone"}),
    Step(person("p1"), "note.withdraw", {"note_id": "n5"}),
    Step(person("p3"), "note.write", {"note_id": "n6", "room": "rooms.2", "kind": "insight", "text": "Canary six mine",
         "signed": "room", "quotable": False}),
    Step(person("p1"), "note.report", {"note_id": "n2", "on": True}),
    Step(person("p2"), "note.object", {"note_id": "n2", "about": "theme", "text": "Canary objection: about money"}),
    Step(HOST, "note.settle", {"note_id": "n2"}),
    Step(person("p3"), "note.sign", {"note_id": "n4", "signed": "wall"}),
    Step(person("p3"), "note.consent", {"note_id": "n4", "on": True}),
    Step(HOST, "words.watch", {"language": "en", "words": ["Canary t*", "fuss"]}),
    Step(MODERATOR, "seat.move", {"slot": "rooms", "person": "p7", "room": "rooms.2"}),
    Step(SERIES, "themes.recall", {"source": "Part 0", "themes": [{"title": "Time zones", "keywords": ["hours"]}]}),
    Step(THEMING, "notes.group", {"groups": [
        {"theme": "t1", "cut": {"note": "n1", "revision": 2, "start": 7, "end": 15}, "phrases": ["trust"],
         "notes": ["n1", "n4"], "quotes": ["n1"], "opposed": ["n1", "n4"]},
        {"theme": "t2", "label": "Money", "notes": ["n2"], "near": ["n1"]}], "unsorted": ["n3"],
        "check": [{"note": "n3", "themes": ["t2", "t1"]}],
        "suggestion": {"id": "s1", "cut": {"note": "n3", "revision": 1, "start": 0, "end": 6}, "notes": ["n3"]}}),
    Step(HOST, "suggestion.leave", {"suggestion": "s1"}),
    Step(MODERATOR, "model.allow", {"reader": "small-model (localhost)"}),
    Step(THEMING, "model.unread", {"why": "The model did not answer in time."}),
    Step(HOST, "themes.carry", {}),
    Step(HOST, "theme.describe", {"theme": "t1", "keywords": ["promises", "failure"]}),
    Step(HOST, "theme.dispute", {"theme": "t1", "on": True}),
    Step(HOST, "themes.rank", {}),
    Step(HOST, "themes.ask", {"by": "nearness", "wish": "w1"}),
    Step(THEMING, "themes.propose", {"proposal": "p1", "by": "nearness", "wish": "w1", "read_by": "small-vectors", "moves": 1, "of": 4, "groups": [
        {"theme": "t7", "cut": {"note": "n2", "revision": 1, "start": 0, "end": 10}, "notes": ["n2"]}]}),
    Step(HOST, "themes.regroup", {"proposal": "p1"}),
    Step(HOST, "themes.ask", {"by": "nearness", "wish": "w1"}),
    Step(HOST, "themes.keep", {}),
    Step(THEMING, "notes.group", {"groups": [], "suggestion": {"id": "s2", "notes": ["n2"],
         "cut": {"note": "n2", "revision": 1, "start": 0, "end": 16}}}),
    Step(HOST, "suggestion.take", {"suggestion": "s2", "theme": "t8"}),
    Step(HOST, "theme.approve", {"theme": "t8", "quotes": {"n2": 1}}),
    Step(HOST, "themes.freeze", {"on": True}),
    Step(HOST, "themes.freeze", {"on": False}),
    Step(HOST, "theme.add", {"theme": "t3", "title": "Meeting again", "keywords": ["next call"]}),
    Step(HOST, "note.place", {"note_id": "n3", "theme": "t3"}),
    Step(HOST, "theme.rename", {"theme": "t1", "title": "Trust takes time"}),
    Step(HOST, "theme.split", {"theme": "t1", "new_theme": "t4", "notes": ["n4"], "title": "Old trust"}),
    Step(HOST, "theme.merge", {"theme": "t4", "into": "t1"}),
    Step(HOST, "notes.place", {"notes": ["n4"], "from_theme": "t1", "theme": "t3"}),
    Step(HOST, "notes.place", {"notes": ["n4"], "from_theme": "t3", "theme": "t1"}),
    Step(HOST, "theme.order", {"theme": "t3", "before": "t1"}),
    Step(THEMING, "notes.group", {"groups": [
        {"theme": "t9", "label": "Other", "notes": ["n1", "n2", "n3", "n4"]}], "unsorted": []}),
    Step(MODERATOR, "slot.advance", {"from_slot": "rooms"}),
    Step(HOST, "note.approve", {"note_id": "n4", "revision": 2, "on": True}),
    Step(HOST, "note.approve", {"note_id": "n3", "revision": 1, "on": False}),
    Step(HOST, "theme.approve", {"theme": "t1", "title": "Trust takes time", "quotes": {"n1": 2}}),
    Step(HOST, "theme.spotlight", {"theme": "t1"}),
    Step(HOST, "theme.spotlight", {"theme": "t1", "quote": "n4", "preview": True}),
    Step(HOST, "preview.take", {}),
    Step(person("p3"), "person.edit", {"name": "Cyril"}),
    Step(HOST, "line.edit", {"line": "t1", "seconds": 90, "quote": "n1", "caller": "p2", "memo": "Canary memo"}),
    Step(HOST, "remark.link", {"speaker": "HundrED", "theme": "t1"}),
    Step(HOST, "run.step", {"from_line": None, "to_line": "opening"}),
    Step(HOST, "run.step", {"from_line": "opening", "to_line": "t1"}),
    Step(HOST, "dots.open", {"dots": 3, "most": 2, "question": "Which goes on?"}),
    Step(person("p1"), "dots.cast", {"theme": "t1", "dots": 2}),
    Step(person("p2"), "dots.cast", {"theme": "t1", "dots": 1}),
    Step(HOST, "dots.close", {}),
    Step(HOST, "dots.show", {"on": False}),
    Step(HOST, "screen.switch", {"scene": "words", "preview": True}),
    Step(HOST, "preview.take", {}),
    Step(HOST, "screen.blank", {"on": True}),
    Step(HOST, "screen.blank", {"on": False}),
    Step(HOST, "screen.switch", {"scene": "themes"}),
    Step(HOST, "theme.hold", {"theme": "t1"}),
    Step(HOST, "theme.hide", {"theme": "t3", "on": True}),
    Step(HOST, "themes.undo", {"step": 0}),
    Step(HOST, "theme.hide", {"theme": "t3", "on": True}),
    Step(HOST, "note.hide", {"note_id": "n2", "on": True}),
    Step(HOST, "screen.automate", {"on": True, "sure": True}),
    Step(HOST, "screen.automate", {"on": False}),
    Step(person("p3"), "person.edit", {"quotable": False}),
    Step(person("p1"), "contact.share", {"text": "canary-contact@example.org"}),
    Step(person("p2"), "contact.share", {"text": "taken-back@example.org"}),
    Step(person("p2"), "contact.share", {"text": ""}),
    Step(MODERATOR, "slot.advance", {"from_slot": "plenary"}),
    Step(MODERATOR, "slot.advance", {"from_slot": "close"}),
    Step(MODERATOR, "slot.return", {"from_slot": None}),
    *(Step(DOOR, "person.join", {"person": id, "name": "Ana Lima", "organisation": "org 1"}) for id in ("a1", "a2")),
    Step(PRESENCE, "presence.mark", {"gone": ["a1"]}),
    Step(person("a2"), "person.resume", {"person": "a1"}),
    Step(PRESENCE, "presence.mark", {"gone": ["a2"]}),
    Step(MODERATOR, "person.merge", {"person": "a2", "into": "p1"}),
)  # fmt: skip
STORY = tuple(
    Step(step.actor, step.name, {**step.fields, "seq": number})
    if step.fields.get("seq") == BEFORE else step
    for number, step in enumerate(STORY)
)  # fmt: skip


# A command that takes the one before it back names the version that one made.
STORY = tuple(
    Step(step.actor, step.name, {"step": number}) if step.name == "themes.undo" else step
    for number, step in enumerate(STORY)
)


def stamp(number: int, actor: Actor) -> Stamp:
    """The stamp of the story's command with that number."""
    return Stamp(at=START + number * STEP, seed=number * 7_919, actor=actor)


def told(until: int | None = None, event_id: str = EVENT) -> Iterator[tuple[Step, Event, Event]]:
    """(step, event before, event after) for each command of the story."""
    event = blank_event(event_id)
    for number, step in enumerate(STORY[:until]):
        before, event = event, perform(event, step.command, stamp(number, step.actor))
        yield step, before, event


def event_after(name: str, event_id: str = EVENT) -> Event:
    """The story's event after the first command with that name."""
    return next(after for step, _, after in told(event_id=event_id) if step.name == name)


def whole() -> Event:
    """The story's event at its end."""
    return list(told())[-1][2]


def do(
    event: Event, role: Role | Actor, command: str, /, at: int = 0, seed: int = 1, **fields: Any
) -> Event:
    """The event after one more command; `at` is minutes after the start."""
    actor = role if isinstance(role, Actor) else Actor(role)
    stamp = Stamp(START + at * MINUTE, seed, actor)
    return perform(event, protocol.read(command, fields), stamp)
