"""Law 1: old screens and published patches make exactly the fresh screens."""

from __future__ import annotations

import random
from typing import Any

import pytest

from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor
from facilitator.live.audience import Audience, Listener
from facilitator.live.gateway import Json
from facilitator.live.publisher import Publisher
from facilitator.patch import apply, diff
from facilitator.screens import SHARED, channels_of, view
from facilitator.screens.touched import touched
from tests.builders import EVENT, PEOPLE, Step, told
from tests.memory import Client, Later, Wire

TOLD = list(told())
NAMES = [f"{number}-{step.name}" for number, (step, _, _) in enumerate(TOLD)]


def plain(value: Any) -> Any:
    return Json.loads(Json.dumps(value))


def channels(event: Event) -> list[str]:
    rooms = [f"room:{room.id}" for made in event.rounds.values() for room in made.rooms]
    return [*SHARED, *rooms, *(f"person:{id}" for id in event.people)]


def screens(event: Event) -> dict[str, Any]:
    return {channel: view(event, channel) for channel in channels(event)}


@pytest.mark.parametrize(("step", "before", "after"), TOLD, ids=NAMES)
def test_a_patch_makes_the_new_screen_of_the_old_one(
    step: Step, before: Event, after: Event
) -> None:
    old, new = screens(before), screens(after)
    for channel, screen in new.items():
        was = old.get(channel, {})
        assert plain(apply(was, plain(diff(was, screen)))) == plain(screen), channel


@pytest.mark.parametrize(("step", "before", "after"), TOLD, ids=NAMES)
def test_what_is_not_touched_has_not_changed(step: Step, before: Event, after: Event) -> None:
    old, new, found = screens(before), screens(after), touched(before, after)
    for channel in old.keys() | new.keys():
        if channel not in SHARED and channel not in found:
            assert plain(old.get(channel)) == plain(new.get(channel)), channel


@pytest.mark.parametrize("seed", range(12))
def test_whoever_listens_from_any_moment_sees_what_a_newcomer_would(seed: int) -> None:
    luck, wire, later = random.Random(seed), Wire(), Later()
    audience = Audience(wire)
    publisher = Publisher(wire, audience, lambda: 0, later)
    actors = [Actor(role) for role in ("organiser", "moderator", "host", "screen", "stage")]
    actors += [Actor("participant", id) for id in PEOPLE]
    luck.shuffle(actors)
    listeners: dict[str, Listener] = {}
    for step, before, after in TOLD:
        publisher.publish(before, after, [step.command])
        if luck.random() < 0.3:
            later.pass_time()
        if actors and luck.random() < 0.5:
            _listen(actors.pop(), after, listeners, wire, audience, publisher)
    later.pass_time()
    assert len(listeners) > 3
    for sid, listener in listeners.items():
        client, last = wire.clients[sid], TOLD[-1][2]
        expected = {name: plain(view(last, name)) for name in channels_of(last, listener.actor)}
        assert client.views == expected, listener.actor
        assert client.gaps == 0
        assert client.homeless == 0, listener.actor


def _listen(
    actor: Actor, event: Event, listeners: dict[str, Listener], wire: Wire, audience: Audience,
    publisher: Publisher,
) -> None:  # fmt: skip
    if actor.person and actor.person not in event.people:
        return
    sid = f"sid{len(listeners)}"
    listeners[sid] = Listener(sid, EVENT, actor, "")
    audience.add(listeners[sid])
    Client(sid, wire).take(*publisher.join(listeners[sid], event))
