"""Whom one has met, and how to reach them: told only to those they met, only while they wish it."""

from __future__ import annotations

from pathlib import Path

from facilitator.domain.event import Event
from facilitator.journal import entry_of
from facilitator.protocol import read
from facilitator.screens import view
from facilitator.store import Store
from tests.builders import EVENT, MODERATOR, PRESENCE, STORY, do, person, stamp, told
from tests.domain.test_drawing import gathering, rooms, run

CONTACT = "ana@example.org"


def after_rooms() -> Event:
    event = run(gathering(12), "b0", mixed=True)
    event = do(event, person("p01"), "contact.share", text=CONTACT)
    return do(event, MODERATOR, "slot.advance", from_slot="b0")


def words(event: Event, id: str) -> str:
    return str(view(event, f"person:{id}"))


def test_a_contact_is_shown_to_those_met_and_to_nobody_else() -> None:
    event = after_rooms()
    [with_me] = [room for room in rooms(event, "b0") if "p01" in room]
    assert {id for id in event.people if CONTACT in words(event, id)} == with_me
    for channel in ("hall", "moderator", "host", "plenary", "stage", *(f"room:b0.{n}" for n in (1, 2, 3))):
        assert CONTACT not in str(view(event, channel))


def test_a_contact_taken_back_is_nowhere() -> None:
    event = do(after_rooms(), person("p01"), "contact.share", text="")
    assert not any(CONTACT in words(event, id) for id in event.people)


def test_people_are_met_when_their_room_has_closed() -> None:
    event = run(gathering(12), "b0", mixed=True)
    assert view(event, "person:p01")["met"] == {}
    met = view(do(event, MODERATOR, "slot.advance", from_slot="b0"), "person:p01")["met"]
    assert len(met) == 3
    assert all(one["rooms"] for one in met.values())


def test_a_contact_taken_back_is_erased_from_the_journal(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/facilitator.db")
    store.migrate()
    entries = [entry_of(after.seq, f"c{n}", step.command, stamp(n, step.actor))
               for n, (step, _, after) in enumerate(told())]  # fmt: skip
    assert any("taken-back@example.org" in str(step.fields) for step in STORY)
    store.save(EVENT, None, list(told())[-1][2], entries)
    kept = "".join(str(entry.fields) for entry in store.journal(EVENT))
    assert "taken-back@example.org" not in kept
    assert "canary-contact@example.org" in kept
    store.close()


def test_a_contact_of_an_entry_that_became_another_is_erased_from_the_journal(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/facilitator.db")
    store.migrate()
    before = do(after_rooms(), PRESENCE, "presence.mark", gone=["p01"])
    shared = entry_of(before.seq, "sharing", read("contact.share", {"text": CONTACT}), stamp(1, person("p01")))
    store.save(before.id, None, before, [shared])
    after = do(before, MODERATOR, "person.merge", person="p01", into="p02")
    merged = entry_of(after.seq, "merging", read("person.merge", {"person": "p01", "into": "p02"}), stamp(2, MODERATOR))
    store.save(before.id, before, after, [merged])
    assert CONTACT not in "".join(str(entry.fields) for entry in store.journal(before.id))
    assert not any(CONTACT in words(after, id) for id in after.people)
    assert store.load(before.id) == after
    store.close()
