"""Who is to be kept apart sits apart wherever that can be, also where topics and leads pull together."""

from __future__ import annotations

import pytest

from facilitator.domain.assignment import Guest, Wishes, draw

PEOPLE = (("zawadi", "tarl africa", "Trust", True), ("karan", "hundred", "Money", False),
          ("mei", "schools2030", "Trust", True), ("helen", "youth impact", "Money", False),
          ("samira", "tarl africa", "", True), ("chiara", "hundred", "Trust", False))  # fmt: skip


@pytest.mark.parametrize("rooms", [(2, 0), (0, 1), (1, 2)])
@pytest.mark.parametrize("topics", [("Trust", "Money", "Trust"), ()])
def test_topics_and_leads_do_not_bring_together_who_is_kept_apart(rooms: tuple[int, int], topics: tuple[str, ...]) -> None:
    guests = [Guest(id=id, org=org, mode="online", langs=("en",), facilitator=leads, topics=(topic,) if topic else ())
              for id, org, topic, leads in PEOPLE]  # fmt: skip
    wishes = Wishes(pins=(("karan", rooms[0]), ("helen", rooms[1])), apart=(("samira", "chiara"),),
                    facilitator=True, room_topics=topics)  # fmt: skip
    for seed in range(20):
        drawn = draw(guests, 3, seed, wishes).rooms
        assert not any({"samira", "chiara"} <= set(room) for room in drawn)
        assert "karan" in drawn[rooms[0]]
        assert "helen" in drawn[rooms[1]]
