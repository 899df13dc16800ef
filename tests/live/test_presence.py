"""Coming and going: a lost connection is not a departure, a long silence is."""

from __future__ import annotations

from facilitator.domain.commands.people import MarkPresence
from facilitator.live.presence import LEASE, Presence
from tests.builders import EVENT, PRESENCE, do, whole


class Hall:
    def __init__(self) -> None:
        self.at, self.event = 0, whole()
        self.presence = Presence(lambda: self.at, self.tell)

    def tell(self, event_id: str, command: MarkPresence) -> None:
        fields = {"here": list(command.here), "gone": list(command.gone)}
        self.event = do(self.event, PRESENCE, "presence.mark", **fields)

    def look(self, after: int = 0) -> set[str]:
        self.at += after
        self.presence.look([self.event])
        return {id for id, person in self.event.people.items() if person.present}


def test_everybody_gets_a_lease_when_the_server_starts() -> None:
    hall = Hall()
    everybody = set(hall.event.people)
    assert hall.look() == everybody
    assert hall.look(LEASE) == everybody
    assert hall.look(1) == set()


def test_a_connection_keeps_a_person_here() -> None:
    hall = Hall()
    hall.presence.connections(EVENT, "p1", 1)
    hall.look()
    assert hall.look(LEASE * 3) == {"p1"}


def test_a_short_absence_is_not_noticed_and_a_long_one_is() -> None:
    hall = Hall()
    hall.presence.connections(EVENT, "p1", 1)
    hall.presence.connections(EVENT, "p1", 0)
    assert "p1" in hall.look(LEASE)
    assert "p1" not in hall.look(1)


def test_whoever_comes_back_is_here_again() -> None:
    hall = Hall()
    hall.look()
    hall.look(LEASE + 1)
    hall.presence.connections(EVENT, "p2", 1)
    assert hall.look() == {"p2"}
