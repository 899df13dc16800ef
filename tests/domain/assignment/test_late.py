"""Late joiners: nobody moves, the smallest room, the fewest conflicts, ties by lot."""

from __future__ import annotations

from collections import Counter

import pytest

from facilitator.domain.assignment import Guest, Wishes, place


def rooms(*names: str) -> list[list[Guest]]:
    return [[Guest(who, org=who) for who in room] for room in names]


def test_a_latecomer_goes_to_the_smallest_room():
    assert place(Guest("z"), rooms("abc", "de", "fgh"), seed=1) == 1


def test_among_the_smallest_it_is_the_room_without_acquaintances_or_colleagues():
    seated = rooms("ab", "cd", "ef")
    guest = Guest("z", org="c")
    assert {place(guest, seated, seed, met=[("a", "z")]) for seed in range(20)} == {2}


def test_a_room_without_facilitator_gets_the_late_facilitator():
    seated = [[Guest("a", facilitator=True)], [Guest("b")]]
    late = Guest("z", facilitator=True)
    assert {place(late, seated, seed, Wishes(facilitator=True)) for seed in range(9)} == {1}


def test_mode_language_pins_and_foes_come_before_even_sizes():
    seated = [[Guest("a", mode="online", langs=("es",))] * 3, [Guest("b", mode="on site")]]
    online = Guest("z", mode="online", langs=("es",))
    assert place(online, seated, 1, Wishes(split_by_mode=True)) == 0
    assert place(online, seated, 1, Wishes(pins=(("z", 1),))) == 1
    assert place(online, seated, 1, Wishes(apart=(("z", "b"),))) == 0
    assert place(Guest("z", langs=("fi",)), seated, 1, Wishes(language=True)) == 1
    assert place(online, seated, 1, Wishes(together=(("a", "z"),))) == 0


def test_a_chosen_topic_decides_between_rooms_of_one_size():
    wishes = Wishes(room_topics=("A", "B"))
    assert place(Guest("z", topics=("B",)), rooms("a", "b"), 3, wishes) == 1


def test_equal_rooms_are_drawn_evenly():
    drawn = Counter(place(Guest("z"), rooms("a", "b", "c", "d"), seed) for seed in range(2000))
    assert all(420 < drawn[room] < 580 for room in range(4))


def test_without_any_room_it_is_said_plainly():
    with pytest.raises(ValueError, match="at least one room"):
        place(Guest("z"), [], 1)
