"""Templates: every shipped one makes an event, and an event's plan makes a template and itself again."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.domain.event import Event
from facilitator.domain.perform import perform
from facilitator.domain.plan import blank_event
from facilitator.domain.stamp import Refused
from facilitator.planning import files, plan, templates
from facilitator.planning.changes import fields_of
from facilitator.planning.events import PlannedEvent
from facilitator.protocol import read
from tests.builders import EVENT, MODERATOR, ORGANISER, PLAN, do, stamp

TODAY = date(2026, 11, 24)


def on(day: str, template: templates.Template) -> dict[str, object]:
    """The template as an agenda on a day."""
    found = templates.agenda_json(template)
    found["days"][0]["date"] = day
    return {**found, "timezone": found["timezone"] or "Africa/Nairobi"}


@pytest.mark.parametrize("name", templates.shipped())
def test_every_template_of_the_product_makes_an_event(name: str) -> None:
    template = templates.shipped()[name]
    [made] = plan("r1", on("2026-12-04", template), TODAY)
    event = perform(blank_event(EVENT), made.command, stamp(0, ORGANISER))
    assert [slot.length // 60_000 for slot in event.slots] == [s["minutes"] for s in template["slots"]]
    assert event.about == template["about"]
    assert all(slot.question for slot in event.slots if slot.kind == "breakout")
    ends = [slot.planned_end for slot in event.slots]
    starts = [slot.start for slot in event.slots[1:]]
    assert all(start >= end for end, start in zip(ends, starts, strict=False))


def created(made: PlannedEvent, id: str = EVENT) -> Event:
    """The event with all that is said when it is made."""
    event = blank_event(id)
    for number, command in enumerate([made.command, *made.rooms]):
        event = perform(event, command, stamp(number, ORGANISER))
    return event


@pytest.mark.parametrize(("name", "ways"), [("1-2-4-all", ["new", "merge"]), ("world-cafe", ["cafe"] * 3)])
def test_rooms_of_a_template_build_on_each_other_as_its_name_promises(name: str, ways: list[str]) -> None:
    [made] = plan("r1", on("2026-12-04", templates.shipped()[name]), TODAY)
    event = created(made)
    assert [event.wishes.plan(slot.id).format for slot in event.slots if slot.kind == "breakout"] == ways
    own = templates.template_of(event, "Ours")
    copy = files.agenda_of(event, ids=False).as_json()
    for again in (on("2026-12-05", own), copy):
        [made] = plan("r1", again, TODAY)
        assert [command.format for command in made.rooms] == [way for way in ways if way != "new"]  # type: ignore[attr-defined]


def test_a_way_to_make_rooms_that_is_none_is_refused_before_anything_is_made() -> None:
    agenda = on("2026-12-04", {"title": "T", "slots": [{"title": "R", "kind": "breakout", "minutes": 5, "format": "chaos"}]})
    with pytest.raises(Refused):
        plan("r1", agenda, TODAY)


def test_a_plan_saved_as_a_template_comes_back_with_its_gaps_and_settings() -> None:
    event = perform(blank_event(EVENT), read("event.create", PLAN), stamp(0, ORGANISER))
    event = do(event, MODERATOR, "slot.edit", slot="plenary", locked=True, start=event.slots[3].start + 300_000)
    template = templates.template_of(event, "Our form")
    [made] = plan("r1", on("2026-12-04", template), TODAY)
    again = perform(blank_event("e2"), made.command, stamp(0, ORGANISER))
    shift = event.slots[0].start - again.slots[0].start
    def bare(slots):  # type: ignore[no-untyped-def]
        return [{k: v for k, v in fields_of(slot).items() if k not in ("id", "start")} for slot in slots]
    assert bare(again.slots) == bare(event.slots)
    assert [slot.start + shift for slot in again.slots] == [slot.start for slot in event.slots]
