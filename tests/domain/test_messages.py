"""Words of the crew: one at each place, taken back, gone in time, and who has shown them."""

from __future__ import annotations

import pytest

from facilitator import ticker
from facilitator.domain import messaging
from facilitator.domain.event import Event
from facilitator.domain.messages import FIRST_PHRASES, MOST_PHRASES
from facilitator.domain.stamp import Refused
from facilitator.screens import view
from tests.builders import MINUTE, PRESENCE, START, do, event_after


def say(event: Event, id: str, place: str = "phones", **more: object) -> Event:
    fields = {"message_id": id, "place": place, "text": f"Words of {id}"}
    return do(event, "moderator", "message.send", **{**fields, **more})


def test_each_place_shows_its_own_message_and_no_other() -> None:
    event = event_after("door.open")
    for id, place in (("a", "stage"), ("b", "phones"), ("c", "screens")):
        event = say(event, id, place, level="urgent")
    seen = {name: view(event, name)["message"] for name in ("stage", "hall", "plenary")}
    assert [one["id"] for one in seen.values()] == ["a", "b", "c"]
    assert all(one["level"] == "urgent" for one in seen.values())


def test_a_newer_message_takes_the_place_of_the_older_one() -> None:
    event = say(say(event_after("door.open"), "a"), "b")
    assert [one.id for one in event.messages.values()] == ["b"]


def test_a_message_that_is_taken_back_is_nowhere_and_cannot_be_taken_back_again() -> None:
    event = say(event_after("door.open"), "a")
    event = do(event, "moderator", "message.recall", message_id="a")
    assert "message" not in view(event, "hall")
    with pytest.raises(Refused, match="not shown any more"):
        do(event, "moderator", "message.recall", message_id="a")


def test_a_blank_screen_shows_no_message() -> None:
    event = say(event_after("door.open"), "c", "screens")
    assert view(do(event, "host", "screen.blank", on=True), "plenary") == {"blank": True}


def test_the_clock_takes_a_message_away_when_its_time_is_over() -> None:
    event = say(event_after("door.open"), "a", minutes=2)
    assert list(ticker.over(event, START + 2 * MINUTE - 1)) == []
    [command] = ticker.over(event, START + 2 * MINUTE)
    assert do(event, "clock", command.wire, message_id=command.message_id).messages == {}


def test_the_desk_sees_how_many_phones_and_which_screens_have_shown_it() -> None:
    event = say(event_after("presence.mark"), "a")
    event = do(event, PRESENCE, "message.confirm", message_id="a", people=["p1", "nobody"])
    event = do(event, PRESENCE, "message.confirm", message_id="a", people=["p1", "p2"])
    assert view(event, "moderator")["messages"]["phones"]["people"] == 2
    event = say(event, "s", "stage")
    event = do(event, PRESENCE, "message.confirm", message_id="s", screens=["Left", "Left"])
    assert view(event, "moderator")["messages"]["stage"]["screens"] == ["Left"]
    assert "people" not in view(event, "hall")["message"]


def test_an_event_comes_with_phrases_and_the_crew_changes_them() -> None:
    event = event_after("event.create")
    assert event.phrases == FIRST_PHRASES
    mine = {"phrase_id": "five", "place": "stage", "text": "Five more", "level": "important"}
    event = do(event, "moderator", "phrase.save", **mine)
    assert view(event, "moderator")["phrases"]["five"]["text"] == "Five more"
    event = do(event, "moderator", "phrase.remove", phrase_id="five")
    assert "five" not in view(event, "moderator")["phrases"]


def test_there_are_never_too_many_phrases() -> None:
    event = event_after("event.create")
    for number in range(len(event.phrases), MOST_PHRASES):
        event = do(event, "moderator", "phrase.save", phrase_id=f"x{number}", place="stage", text="x")
    with pytest.raises(Refused, match="enough phrases"):
        do(event, "moderator", "phrase.save", phrase_id="last", place="stage", text="x")


def test_a_message_to_a_room_is_shown_there_alone_and_goes_when_the_room_closes() -> None:
    event = say(event_after("seat.arrive"), "r", "room:rooms.1", level="urgent")
    assert view(event, "room:rooms.1")["message"]["text"] == "Words of r"
    assert "message" not in view(event, "room:rooms.2")
    assert set(messaging.heard_by(event, "p1")) == {"phones", "room:rooms.1"}
    closed = do(event, "moderator", "slot.advance", at=40, from_slot="rooms")
    assert "room:rooms.1" not in closed.messages
    with pytest.raises(Refused, match="not open"):
        say(closed, "late", "room:rooms.1")
    with pytest.raises(Refused, match="not open"):
        say(event, "nowhere", "room:rooms.77")


def test_a_message_to_those_who_lead_is_on_their_phones_alone() -> None:
    event = say(event_after("seat.arrive"), "l", "leads")
    shown = [id for id in event.people if "message" in view(event, f"person:{id}")]
    assert shown == ["p4"]
    assert "leads" in set(messaging.heard_by(event, "p4"))
    assert "leads" not in set(messaging.heard_by(event, "p1"))


def test_words_to_those_who_lead_rooms_are_gone_when_their_rooms_have_closed() -> None:
    event = say(event_after("round.open"), "a", "leads", at=99)
    assert "leads" in event.messages
    event = do(event, "moderator", "slot.advance", at=100, from_slot="rooms")
    assert "leads" not in event.messages
    assert "leads" in say(event, "b", "leads", at=101).messages
