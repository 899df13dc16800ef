"""Law 2: another room's words, or words the host did not let through, are on no screen."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.domain.event import Event, Note
from facilitator.domain.notes import shared
from facilitator.domain.plenary import may_show, title_on_screen
from facilitator.live.gateway import Json
from facilitator.screens import view
from tests.builders import Step, told

TOLD = list(told())
NAMES = [f"{number}-{step.name}" for number, (step, _, _) in enumerate(TOLD)]


def words(screen: Any) -> str:
    return Json.dumps(screen)


@pytest.mark.parametrize(("step", "before", "event"), TOLD, ids=NAMES)
def test_every_word_is_only_where_it_may_be(step: Step, before: Event, event: Event) -> None:
    for note in event.notes.values():
        if not note.text:
            continue
        # A title that is a note's words and stands on the wall is no secret: people vote on it.
        public = _stands_on_the_wall(event, note)
        for channel in ("stage", "moderator", *(() if public else ("hall",))):
            assert note.text not in words(view(event, channel))
        if not may_show(event, note):
            assert note.text not in words(view(event, "plenary"))
            assert note.text not in words(view(event, "preview"))
        _only_in_its_room(event, note)
        if not public:
            _only_with_its_author(event, note)


def _stands_on_the_wall(event: Event, note: Note) -> bool:
    return any(note.text in title_on_screen(event, theme) for theme in event.themes.values())


def _only_in_its_room(event: Event, note: Note) -> None:
    for made in event.rounds.values():
        for room in made.rooms:
            private = not shared(event, made)
            if room.id != note.room or not note.readable or private:
                assert note.text not in words(view(event, f"room:{room.id}"))


def _only_with_its_author(event: Event, note: Note) -> None:
    for person in event.people:
        if person != note.person:
            assert note.text not in words(view(event, f"person:{person}"))


def test_nobody_outside_the_desks_learns_who_wrote_a_note() -> None:
    event = TOLD[-1][2]
    for made in event.rounds.values():
        for room in made.rooms:
            notes = view(event, f"room:{room.id}")["notes"]
            assert all("person" not in note for note in notes.values())


def test_what_an_author_took_back_is_nowhere() -> None:
    for step, _, event in TOLD:
        if step.name == "note.withdraw":
            channels = ["hall", "moderator", "host", "plenary", "stage", "room:rooms.1", "person:p1"]
            assert all("Canary five" not in words(view(event, name)) for name in channels)
            return
    pytest.fail("the story has no note that is taken back")


def test_a_drawn_room_is_told_to_nobody_before_it_opens() -> None:
    drawn = [event for step, _, event in TOLD if step.name == "round.draw"]
    assert drawn
    for event in drawn:
        for id in event.people:
            assert view(event, f"person:{id}")["seats"] == {}


def test_what_the_crew_keeps_to_itself_is_on_no_other_screen() -> None:
    for _, _, event in TOLD:
        for channel in ("hall", "stage", "host", *(f"person:{id}" for id in event.people)):
            assert "Canary cue" not in words(view(event, channel))
            assert "canary wifi" not in words(view(event, channel))
        if not (event.wifi.shown and view(event, "plenary").get("scene") == "join"):
            assert "canary wifi" not in words(view(event, "plenary"))


def test_the_roster_is_seen_by_the_crew_alone() -> None:
    for _, _, event in TOLD:
        if any(line.role == "Canary role" for line in event.roster.values()):
            assert "Canary role" in words(view(event, "moderator"))
        for channel in ("hall", "host", "plenary", "stage", *(f"person:{id}" for id in event.people)):
            shown = words(view(event, channel))
            assert not any(word in shown for word in ("Canary role", "Canary group", "Nobody"))


def test_a_contact_is_seen_by_those_one_has_met_alone() -> None:
    for _, _, event in TOLD:
        for id, one in event.people.items():
            met = set(view(event, f"person:{id}")["met"]) | {id}
            for other in event.people:
                shown = bool(one.contact) and one.contact in words(view(event, f"person:{other}"))
                assert not shown or other in met


def test_what_an_author_tells_the_host_is_for_the_host_and_the_author() -> None:
    seen = 0
    for _, _, event in TOLD:
        told = [note for note in event.notes.values() if note.objection and note.objection.text]
        others = [f"person:{id}" for id in event.people if id not in {note.person for note in told}]
        rooms = [f"room:{room.id}" for made in event.rounds.values() for room in made.rooms]
        for channel in ("hall", "moderator", "plenary", "preview", "stage", *rooms, *others):
            assert "Canary objection" not in words(view(event, channel))
        seen += sum("Canary objection" in words(view(event, "host")) for _ in told)
    assert seen


def test_what_the_host_writes_to_itself_is_on_no_other_screen() -> None:
    seen = 0
    for _, _, event in TOLD:
        seen += "Canary memo" in words(view(event, "host"))
        people = [f"person:{id}" for id in event.people]
        for channel in ("hall", "moderator", "plenary", "preview", "stage", *people):
            assert "Canary memo" not in words(view(event, channel))
    assert seen


def test_a_name_is_on_the_wall_only_when_its_author_and_the_host_want_it() -> None:
    for _, _, event in TOLD:
        shown = words(view(event, "plenary"))
        wanted = {event.people[note.person].name for note in event.notes.values()
                  if note.signed == "wall" and note.approved}  # fmt: skip
        assert all(f'"{one.name}"' not in shown or one.name in wanted for one in event.people.values())


def test_a_message_to_one_room_or_to_those_who_lead_reaches_nobody_else() -> None:
    rooms, leads = 0, 0
    for _, _, event in TOLD:
        seats = event.rounds["rooms"].seats if "rooms" in event.rounds else {}
        for id in event.people:
            leads += "Canary lead words" in words(view(event, f"person:{id}"))
            assert id == "p4" or "Canary lead words" not in words(view(event, f"person:{id}"))
            mine = view(event, f"room:{seats[id]}") if id in seats else {}
            rooms += "Canary room words" in words(mine)
            assert seats.get(id) == "rooms.1" or "Canary room words" not in words(mine)
            assert "Canary room words" not in words(view(event, f"person:{id}"))
        for channel in ("hall", "host", "plenary", "preview", "stage", "crew"):
            shown = words(view(event, channel))
            assert "Canary room words" not in shown
            assert "Canary lead words" not in shown
    assert rooms
    assert leads
