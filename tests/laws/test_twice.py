"""Law 4: the same command sent again changes nothing and gets the same answer."""

from __future__ import annotations

from facilitator.conductor import Conductor
from tests.builders import EVENT, START, STORY
from tests.memory import Memory


def test_every_command_sent_twice_is_carried_out_once() -> None:
    keeper, told = Memory(), []
    conductor = Conductor(keeper, lambda *news: told.append(news), lambda: START, lambda: 7)
    for number, step in enumerate(STORY):
        first = conductor.submit(EVENT, step.command, step.actor, f"command-{number}")
        assert first["ok"], (step, first)
        event = conductor.event(EVENT)
        again = conductor.submit(EVENT, step.command, step.actor, f"command-{number}")
        assert again == first
        assert conductor.event(EVENT) is event
    assert len(told) == len(STORY) == len(keeper.entries[EVENT])


def test_a_restarted_server_knows_what_it_answered() -> None:
    keeper = Memory()
    seed = iter(range(100_000)).__next__
    for number, step in enumerate(STORY):
        conductor = Conductor(keeper, lambda *news: None, lambda: START, seed)
        first = conductor.submit(EVENT, step.command, step.actor, f"command-{number}")
        restarted = Conductor(keeper, lambda *news: None, lambda: START, seed)
        assert restarted.submit(EVENT, step.command, step.actor, f"command-{number}") == first
    assert len(keeper.entries[EVENT]) == len(STORY)
