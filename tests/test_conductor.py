"""The door: batches, answers, failures of the disk, other processes."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from itertools import count
from typing import Any

from facilitator.conductor import Conductor, Overtaken
from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.protocol import read
from tests.builders import EVENT, MODERATOR, ORGANISER, PLAN, START, person
from tests.memory import Memory

ADVANCE = read("slot.advance", {"from_slot": None})


class House:
    """A conductor with a keeper in memory, and a list of what was published."""

    def __init__(self) -> None:
        self.keeper, self.told = Memory(), []  # type: Memory, list[tuple[int, int]]
        self.numbers = count()
        self.conductor = Conductor(self.keeper, self.publish, lambda: START, lambda: 7)
        self.ask(read("event.create", PLAN), ORGANISER)

    def publish(self, before: Event, after: Event, commands: Sequence[Command]) -> None:
        self.told.append((before.seq, after.seq))

    def ask(self, command: Command, actor: Any = MODERATOR) -> dict[str, Any]:
        return self.conductor.submit(EVENT, command, actor, f"command-{next(self.numbers)}")

    @property
    def seq(self) -> int:
        event = self.conductor.event(EVENT)
        assert event
        return event.seq


def test_an_accepted_command_is_kept_told_and_answered() -> None:
    house = House()
    assert house.ask(ADVANCE) == {"ok": True, "seq": 2}
    assert house.keeper.events[EVENT].seq == 2
    assert house.told == [(0, 1), (1, 2)]


def test_a_refused_command_changes_and_tells_nothing() -> None:
    house = House()
    answer = house.ask(ADVANCE, person("p1"))
    assert (answer["ok"], answer["code"]) == (False, "forbidden")
    assert (house.seq, house.keeper.saves, len(house.told)) == (1, 1, 1)


def test_a_disk_that_fails_leaves_everything_as_it_was_and_says_busy() -> None:
    house = House()
    house.keeper.fail = [OSError("disk full")]
    answer = house.ask(ADVANCE)
    assert (answer["code"], answer["retry_after"]) == ("busy", 2)
    assert house.seq == 1
    assert len(house.told) == 1
    assert house.ask(ADVANCE)["ok"]


def test_a_command_is_tried_again_on_what_another_process_wrote() -> None:
    house = House()
    house.keeper.fail = [Overtaken()]
    assert house.ask(ADVANCE) == {"ok": True, "seq": 2}
    assert house.told[-1] == (1, 2)


def test_another_process_is_noticed_and_the_loser_is_told_that_it_was_quicker() -> None:
    house = House()
    other = Conductor(house.keeper, lambda *news: None, lambda: START, lambda: 8)
    assert other.submit(EVENT, ADVANCE, MODERATOR, "command-elsewhere")["ok"]
    assert house.ask(ADVANCE)["code"] == "stale"
    assert house.seq == 2


def test_what_is_stored_is_acknowledged_even_if_telling_fails() -> None:
    house = House()
    house.conductor._publish = lambda *news: 1 / 0  # type: ignore[assignment]
    assert house.ask(ADVANCE)["ok"]
    assert house.seq == 2


def test_commands_that_wait_are_kept_in_one_commit_and_told_once() -> None:
    house, gate = House(), threading.Event()
    entered, save = threading.Event(), house.keeper.save

    def slow(*given: Any) -> None:
        entered.set()
        gate.wait(10)
        save(*given)

    house.keeper.save = slow  # type: ignore[method-assign]
    answers: list[dict[str, Any]] = []
    tell = read("message.send", {"message_id": "m1", "place": "stage", "text": "Hello"})

    def ask() -> None:
        answers.append(house.ask(tell))

    first = threading.Thread(target=ask)
    first.start()
    assert entered.wait(10)
    others = [threading.Thread(target=ask) for _ in range(20)]
    for thread in others:
        thread.start()
    while len(house.conductor._doors[EVENT].waiting) < 20:
        threading.Event().wait(0.001)
    gate.set()
    for thread in (first, *others):
        thread.join(10)
    assert sorted(answer["seq"] for answer in answers) == list(range(2, 23))
    assert house.told == [(0, 1), (1, 2), (2, 22)]


def test_many_threads_at_once_lose_nothing() -> None:
    house = House()
    tell = read("message.send", {"message_id": "m1", "place": "stage", "text": "Hello"})

    def ask() -> None:
        for _ in range(50):
            assert house.ask(tell)["ok"]

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert house.seq == 401 == len(house.keeper.entries[EVENT])
    assert [after for _, after in house.told][-1] == 401
    assert all(old[1] == new[0] for old, new in zip(house.told, house.told[1:], strict=False))


def test_the_second_of_two_moderators_never_skips_a_slot() -> None:
    house = House()
    barrier, answers = threading.Barrier(2), []

    def press() -> None:
        barrier.wait(10)
        answers.append(house.ask(ADVANCE))

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(answer["ok"] for answer in answers) == [False, True]
    event = house.conductor.event(EVENT)
    assert event
    assert event.clock
    assert event.clock.slot == "talk"
