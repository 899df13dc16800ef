"""Law 5: each role may do exactly what the menu declares, and see exactly its channels."""

from __future__ import annotations

import pytest

from facilitator.domain.commands import MENU
from facilitator.domain.perform import perform
from facilitator.domain.stamp import ROLES, Actor, Refused, Role, Stamp
from facilitator.screens import MAY_SEE, channels_of
from tests.builders import START, STORY, Step, told, whole

FIRST = {step.name: step for step in reversed(STORY)}


@pytest.mark.parametrize("step", FIRST.values(), ids=FIRST)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_is_not_declared_is_refused(step: Step, role: Role) -> None:
    command, person = step.command, step.actor.person
    if role in command.roles:
        return
    with pytest.raises(Refused) as refused:
        perform(whole(), command, Stamp(START, 1, Actor(role, person)))
    assert refused.value.code == "forbidden"


def test_every_command_declares_who_may_ask() -> None:
    assert all(command.roles and command.roles <= set(ROLES) for command in MENU)


def test_only_the_house_itself_joins_marks_and_groups() -> None:
    inner = {"door", "presence", "theming", "series"}
    found = {command.wire: command.roles for command in MENU if command.roles & inner}
    assert found == {
        "person.join": {"door"}, "presence.mark": {"presence"}, "notes.group": {"theming"},
        "past.recall": {"series"}, "message.confirm": {"presence"},
        "themes.propose": {"theming"}, "model.unread": {"theming"}, "themes.recall": {"series"},
    }  # fmt: skip


@pytest.mark.parametrize("role", [role for role in ROLES if role != "participant"])
def test_a_role_sees_its_channels_and_no_other(role: Role) -> None:
    assert channels_of(whole(), Actor(role)) == MAY_SEE.get(role, ())


def test_a_participant_sees_their_own_room_and_no_other() -> None:
    for _, _, event in told():
        for id in event.people:
            seats = {made.seats[id] for made in event.rounds.values()
                     if id in made.seats and made.opened_at is not None}  # fmt: skip
            expected = {"hall", f"person:{id}", *(f"room:{room}" for room in seats)}
            assert set(channels_of(event, Actor("participant", id))) == expected


def test_a_stranger_sees_the_hall_at_most() -> None:
    assert channels_of(whole(), Actor("participant", "nobody")) == ("hall",)
