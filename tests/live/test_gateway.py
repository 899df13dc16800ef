"""Every message is answered, whatever it is, and nothing gets in that may not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from socketio.exceptions import ConnectionRefusedError

from facilitator import protocol
from facilitator.access import Access, Grant
from facilitator.catalogues import Catalogues
from facilitator.conductor import Conductor
from facilitator.domain.stamp import Actor
from facilitator.live.audience import Audience
from facilitator.live.gateway import Gateway
from facilitator.live.publisher import Publisher
from facilitator.live.receipts import Receipts
from tests.builders import EVENT, START, STORY, slot
from tests.memory import Client, Later, Memory, Wire


class Links:
    """No capability links at all; `gone` are revoked."""

    def __init__(self) -> None:
        self.gone: list[str] = []

    def revoked_link_ids(self) -> list[str]:
        return self.gone

    def revoke_link(self, id: str, at: int) -> None:
        self.gone.append(id)


class Room:
    """A gateway with everything behind it, on the story's event, and a clock to turn."""

    def __init__(self, catalogues: Catalogues | None = None) -> None:
        self.at, seeds, wire = START, count(1), Wire()
        self.audience = audience = Audience(wire)
        self.publisher = Publisher(wire, audience, self.now, Later())
        self.conductor = Conductor(Memory(), self.publisher.publish, self.now, lambda: next(seeds))
        self.confirmed: list[Any] = []
        self.receipts = Receipts(lambda event, command: self.confirmed.append(command))
        self.access = Access("k9f3kd02mfk39dkf93kd92mfk39dkf93", Links(), self.now)  # type: ignore[arg-type]
        self.gateway = Gateway(
            self.access, audience, self.publisher, self.conductor, self.receipts, self.now, "ep", catalogues
        )
        self.wire = wire
        for number, step in enumerate(STORY):
            self.conductor.submit(EVENT, step.command, step.actor, f"command-{number}")

    def now(self) -> int:
        return self.at

    def enter(self, sid: str, grant: Grant, **environ: str) -> None:
        Client(sid, self.wire)
        self.gateway.connect(sid, environ, {"ticket": self.access.ticket(grant)})

    def ask(self, sid: str, name: str, *given: Any) -> dict[str, Any]:
        self.at += 1_000
        return self.gateway.receive(name, sid, given)

    @property
    def seq(self) -> int:
        event = self.conductor.event(EVENT)
        assert event
        return event.seq


@pytest.fixture
def room() -> Room:
    return Room()


MODERATOR = Grant("moderator", EVENT, link="k1")


def test_a_moderator_joins_and_commands(room: Room) -> None:
    room.enter("m", MODERATOR)
    joined = room.ask("m", "join", {})
    assert joined["ok"]
    assert set(joined["snapshots"]) == {"hall", "moderator", "host", "plenary", "preview", "stage", "crew"}
    assert (joined["seq"], joined["epoch"]) == (room.seq, "ep")
    answer = room.ask("m", "message.send", {"command_id": "12345678", "message_id": "m9", "place": "stage", "text": "Hello"})
    assert answer["ok"]
    assert room.wire.clients["m"].seqs.get("stage") == answer["seq"]


def test_a_forged_or_missing_ticket_is_refused(room: Room) -> None:
    for auth in (None, {}, {"ticket": "x"}, {"ticket": 5}, "text"):
        with pytest.raises(ConnectionRefusedError):
            room.gateway.connect("x", {}, auth)


def test_a_ticket_of_a_person_who_never_joined_is_refused(room: Room) -> None:
    with pytest.raises(ConnectionRefusedError):
        room.enter("x", Grant("participant", EVENT, "nobody"))


def test_a_link_revoked_in_mid_event_is_refused_from_then_on(room: Room) -> None:
    room.enter("m", MODERATOR)
    room.access.revoke("k1")
    answer = room.ask("m", "message.send", {"command_id": "12345678", "message_id": "m9", "place": "stage", "text": "Hello"})
    assert answer["code"] == "forbidden"


def test_a_revoked_link_hears_nothing_from_then_on(room: Room) -> None:
    room.access.on_revoked = room.audience.send_away
    room.enter("m", MODERATOR)
    room.enter("other", Grant("moderator", EVENT, link="k2"))
    room.ask("m", "join")
    room.ask("other", "join")
    room.access.revoke("k1")
    assert room.wire.gone == ["m"]
    assert not any("m" in inside for inside in room.wire.rooms.values())
    assert any("other" in inside for inside in room.wire.rooms.values())
    assert room.ask("other", "join")["ok"]


def test_a_participant_cannot_do_what_the_crew_does(room: Room) -> None:
    room.enter("p", Grant("participant", EVENT, "p1"))
    before = room.seq
    fields = {"command_id": "12345678", "from_slot": "close"}
    assert room.ask("p", "slot.advance", fields)["code"] == "forbidden"
    assert room.seq == before


def test_too_many_messages_are_told_when_to_go_on(room: Room) -> None:
    room.enter("m", MODERATOR)
    answers = [room.gateway.receive("join", "m", ({},)) for _ in range(60)]
    refused = [answer for answer in answers if not answer["ok"]]
    assert refused
    assert all(a["code"] == "rate" and a["retry_after"] > 0 for a in refused)
    assert room.ask("m", "join", {})["ok"]


def nonsense(luck: random.Random, depth: int = 3) -> Any:
    kind = luck.randrange(9 if depth else 7)
    if kind == 7:
        return [nonsense(luck, depth - 1) for _ in range(luck.randrange(4))]
    if kind == 8:
        return {_key(luck): nonsense(luck, depth - 1) for _ in range(luck.randrange(5))}
    return (None, True, luck.randint(-(2**70), 2**70), luck.random(), "x" * luck.randrange(300),
            "\ud800\u202e\x00", b"bytes")[kind]  # fmt: skip


def _key(luck: random.Random) -> str:
    names = ("command_id", "text", "slot", "note_id", "from_slot", "quotes", "groups", "on", "")
    return luck.choice(names)


def names(luck: random.Random) -> Iterator[str]:
    known = [step.name for step in STORY] + ["join", "", "constructor", "connect", "note"]
    while True:
        yield luck.choice(known)


def test_two_thousand_nonsense_messages_are_all_answered_and_change_nothing(room: Room) -> None:
    luck = random.Random(5)
    room.enter("h", Grant("screen", EVENT, link="k2"))
    before = room.seq
    for _, name in zip(range(2_000), names(luck), strict=False):
        given = [nonsense(luck) for _ in range(luck.randrange(3))]
        answer = room.ask("h", name, *given)
        assert isinstance(answer["ok"], bool)
        assert answer["ok"] or (answer["code"] != "fault" and answer["why"].endswith((".", "?")))
    assert room.seq == before


def test_the_time_is_told_to_whoever_asks_and_nothing_else(room: Room) -> None:
    room.enter("s", Grant("stage", EVENT))
    assert set(room.ask("s", "time", {})) == {"ok", "at"}


def test_phones_and_screens_that_show_a_message_are_told_to_the_desk_together(room: Room) -> None:
    event = room.conductor.event(EVENT)
    assert event is not None
    for person in ("p1", "p2"):
        room.enter(person, Grant("participant", EVENT, person))
        assert room.ask(person, "shown", {"message_id": "m2"})["ok"]
    room.enter("s", Grant("stage", EVENT))
    assert room.ask("s", "shown", {"message_id": "m1", "screen": "Right of the stage"})["ok"]
    room.enter("m", Grant("moderator", EVENT))
    assert room.ask("m", "shown", {"message_id": "m2"})["ok"]
    room.receipts.look([event])
    room.receipts.look([event])
    told = {command.message_id: (command.people, command.screens) for command in room.confirmed}
    # p1 and p2 are known already from the story; the desk itself is no phone.
    assert told == {"m1": ((), ("Right of the stage",))}


def test_a_receipt_for_something_else_is_answered_and_counts_for_nothing(room: Room) -> None:
    room.enter("p3", Grant("participant", EVENT, "p3"))
    assert room.ask("p3", "shown", {"message_id": "m1"})["ok"]  # that one is for the stage
    assert room.ask("p3", "shown", {"message_id": "older"})["ok"]
    assert room.ask("p3", "shown", {"message_id": 7})["code"] == "field"
    room.receipts.look(room.conductor.loaded())
    assert room.confirmed == []
    room.ask("p3", "shown", {"message_id": "m2"})
    room.receipts.look(room.conductor.loaded())
    assert [command.people for command in room.confirmed] == [("p3",)]


def test_a_slim_page_hears_only_the_channels_it_asked_for(room: Room) -> None:
    room.enter("m", MODERATOR)
    joined = room.ask("m", "join", {"channels": ["hall", "secrets", 7]})
    assert set(joined["snapshots"]) == {"hall"}
    told = {"command_id": "12345678", "place": "stage", "message_id": "m9", "text": "Hello"}
    assert room.ask("m", "message.send", told)["ok"]
    assert set(room.wire.clients["m"].views) <= {"hall"}
    again = room.ask("m", "join", {})
    assert {"hall", "moderator", "stage"} <= set(again["snapshots"])


def test_nobody_hears_more_than_they_may_by_asking_for_it(room: Room) -> None:
    room.enter("s", Grant("stage", EVENT))
    assert set(room.ask("s", "join", {"channels": ["hall", "host"]})["snapshots"]) == {"hall"}


def test_whoever_comes_back_while_rooms_are_open_has_a_room_in_the_first_snapshot() -> None:
    room = Room()
    event = room.conductor.event(EVENT)
    assert event
    for number, (role, name, fields) in enumerate((
        ("presence", "presence.mark", {"here": [], "gone": ["p5"]}),
        ("moderator", "slot.add", {"slot": slot("last", "breakout", 200, 10)}),
        ("moderator", "slot.jump", {"from_slot": event.clock and event.clock.slot, "to_slot": "last"}),
    )):  # fmt: skip
        room.conductor.submit(EVENT, protocol.read(name, fields), Actor(role), f"again-{number:03}")  # type: ignore[arg-type]
    room.enter("p5", Grant("participant", EVENT, "p5"))
    shown = room.ask("p5", "join", {})["snapshots"]
    assert shown["hall"]["rooms"]["slot"] == "last"
    assert f"room:{shown['person:p5']['seats']['last']}" in shown


def test_a_refusal_is_said_in_the_language_of_the_browser(tmp_path: Path) -> None:
    said = 'msgid "Somebody was quicker: “{title}” is on now."\nmsgstr "Zu spät: „{title}“ läuft."\n'
    (tmp_path / "de.po").write_text(said, "utf-8")
    room = Room(Catalogues(tmp_path))
    room.enter("german", MODERATOR, HTTP_ACCEPT_LANGUAGE="de-AT,en;q=0.7")
    room.enter("other", MODERATOR)
    late = {"command_id": "12345678", "from_slot": "nowhere"}
    english = str(room.ask("other", "slot.advance", late)["why"])
    assert english.startswith("Somebody was quicker: “")
    title = english.partition("“")[2].partition("”")[0]
    assert room.ask("german", "slot.advance", late)["why"] == f"Zu spät: „{title}“ läuft."
