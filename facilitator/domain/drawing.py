"""From what is wished of a slot's rooms to a draft: who is drawn, by which rules, how it went.

The engine in `assignment` knows nothing of events; here people become guests, the roster and
the moderator's wishes become its words, and earlier rounds become those who met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations

from facilitator.domain import assignment, formats, roster
from facilitator.domain.agenda import Slot, find
from facilitator.domain.assignment import Guest
from facilitator.domain.event import Draft, Event, Person, Room, Round
from facilitator.domain.shelf import Shelf
from facilitator.domain.stamp import Stamp
from facilitator.domain.wishes import RoomPlan

MOST_SEEDS = 50  # draws of a round whose seeds its receipt still names

Rooms = Sequence[Sequence[str]]


def members(seats: Mapping[str, str]) -> dict[str, list[str]]:
    """Room id → ids of those seated there, sorted."""
    rooms: dict[str, list[str]] = {}
    for person, room in sorted(seats.items()):
        rooms.setdefault(room, []).append(person)
    return rooms


def room_count(people: int, size: int) -> int:
    """How many rooms hold that many people at no more than that size; nobody is left alone."""
    return max(1, min(-(-people // size), people // 2))


def rooms_by_size(guests: Sequence[Guest], size: int, split: bool) -> int:
    """The same for these guests; where modes are not mixed, for each by itself."""
    modes = Counter(guest.mode if split else "" for guest in guests)
    anywhere, sizes = modes.pop("", 0), sorted(modes.values()) or [0]
    return sum(room_count(people, size) for people in [*sizes[:-1], sizes[-1] + anywhere])


def met_before(event: Event, slot_id: str, again: str = "") -> Iterator[tuple[str, str]]:
    """Pairs who shared a room: in another round that was opened, or in an earlier event.

    `again`: a round whose people are meant to meet again.
    """
    for made in event.rounds.values():
        if made.slot not in (slot_id, again) and made.opened_at is not None:
            for people in members(made.seats).values():
                yield from combinations(people, 2)
    if event.wishes.past:
        known: dict[str, list[str]] = {}
        for person in event.people.values():
            known.setdefault(roster.mark(person.name, person.organisation), []).append(person.id)
        for group in event.wishes.past:
            here = sorted(known[one][0] for one in group if len(known.get(one, ())) == 1)
            yield from combinations(here, 2)


def met_by(event: Event, slot_id: str, person: str, again: str = "") -> Iterator[tuple[str, str]]:
    """Those of `met_before` in which this person is, without looking at all the others."""
    for made in event.rounds.values():
        room = made.seats.get(person)
        if room and made.slot not in (slot_id, again) and made.opened_at is not None:
            yield from ((person, id) for id, at in made.seats.items() if at == room and id != person)
    own = event.people[person]
    mine = roster.mark(own.name, own.organisation) if event.wishes.past else ""
    groups = [set(group) - {mine} for group in event.wishes.past if mine in group]
    known = Counter[str]()
    marks = {one.id: roster.mark(one.name, one.organisation) for one in event.people.values()} if groups else {}
    known.update(marks.values())
    if known[mine] == 1:
        yield from ((person, id) for group in groups for id, one in marks.items() if one in group and known[one] == 1)


def earlier_round(event: Event, slot_id: str) -> Round | None:
    """The round that stands before this slot in the agenda, if one was drawn."""
    found = None
    for slot in event.slots:
        if slot.id == slot_id:
            return found
        found = event.rounds.get(slot.id, found)
    return found


@dataclass(frozen=True)
class Asked:
    """One slot's rooms as the engine is asked for them."""

    event: Event
    slot: str
    plan: RoomPlan

    @classmethod
    def of(cls, event: Event, slot_id: str) -> Asked:
        return cls(event, slot_id, event.wishes.plan(slot_id))

    @property
    def room_size(self) -> int:
        return find(self.event.slots, self.slot).room_size

    def guests(self, people: Iterable[Person]) -> list[Guest]:
        """The people with all that is known of them."""
        return [_guest(person, self._lines.get(person.id)) for person in people]

    @cached_property
    def _lines(self) -> dict[str, roster.Line]:
        return roster.by_person(self.event.roster)

    def wishes(self, guests: Sequence[Guest], rooms: int) -> assignment.Wishes:
        """What is wished for these guests; a wish about nobody here is left out."""
        here, plan = {guest.id for guest in guests}, self.plan
        ties = [tie for tie in self._ties() if {tie[1], tie[2]} <= here]
        together: list[tuple[str, ...]] = [(a, b) for bond, a, b in ties if bond == "together"]
        if plan.format == "fixed":
            together += formats.groups(self.event.roster, here).values()
        topics = formats.topics_by_room(plan, guests, rooms)
        rules = plan.format != "fishbowl"  # everybody is in one hall there, around one circle
        return assignment.Wishes(
            pins=tuple((who, number - 1) for who, number in sorted(plan.pins.items())
                       if who in here),
            together=tuple(together),
            apart=tuple((a, b) for bond, a, b in ties if bond == "apart"),
            split_by_mode=rules and not plan.mixed and len({guest.mode for guest in guests if guest.mode}) > 1,
            language=rules and plan.language,
            facilitator=rules and plan.facilitator and any(guest.facilitator for guest in guests),
            room_topics=topics, mixing=plan.format not in formats.GIVEN,
        )  # fmt: skip

    def _ties(self) -> Iterator[tuple[str, str, str]]:
        yield from ((tie.bond, tie.one, tie.other) for tie in self.event.wishes.ties)
        yield from formats.wished(self.event.roster, self.event.people)

    def before(self, slot_id: str) -> Round | None:
        return earlier_round(self.event, slot_id)

    def met(self) -> list[tuple[str, str]]:
        return list(met_before(self.event, self.slot, self._again()))

    def met_by(self, person: str) -> list[tuple[str, str]]:
        """The same for one person, as a late joiner needs it."""
        return list(met_by(self.event, self.slot, person, self._again()))

    def _again(self) -> str:
        again = self.before(self.slot) if self.plan.format in formats.REPEATING else None
        return again.slot if again else ""

    def called(self, person: str) -> str:
        return self.event.people[person].name if person in self.event.people else person


def _guest(person: Person, line: roster.Line | None) -> Guest:
    more = (line.languages, line.topics, "facilitator" in line.capabilities) if line else ((), (), False)
    return _known(person.id, person.organisation, person.mode, person.language, person.topics, *more)


@lru_cache(16_384)
def _known(id: str, organisation: str, mode: str, language: str, chosen: tuple[str, ...],
           languages: tuple[str, ...], topics: tuple[str, ...], leads: bool) -> Guest:  # fmt: skip
    langs = dict.fromkeys((language, *languages))
    return Guest(
        id=id, org=roster.plain(organisation) or None, mode=mode,
        langs=tuple(lang.split("-")[0].lower() for lang in langs),
        facilitator=leads, topics=chosen or topics,
    )  # fmt: skip


def drawn(event: Event, slot: Slot, people: Iterable[Person], wanted: int | None, stamp: Stamp,
          old: Round | None) -> Round:  # fmt: skip
    """A draft of the slot's rooms with everybody of `people` in it."""
    asked = Asked.of(event, slot.id)
    guests = asked.guests(people)
    count = wanted or asked.plan.rooms or rooms_by_size(guests, slot.room_size, asked.wishes(guests, 1).split_by_mode)
    before = earlier_round(event, slot.id)
    seated = formats.seated(asked, guests, count, stamp.seed, before)
    known = {int(number): _placed(slot.id, int(number), place) for number, place in asked.plan.places.items()}
    known |= {room.number: room for room in old.rooms} if old else {}
    topics = formats.named(asked, guests) or asked.wishes(guests, len(seated)).room_topics
    named = {number: topic or "" for number, topic in enumerate(topics, 1)}
    rooms = tuple(_room(slot.id, number, known.get(number), named.get(number, ""))
                  for number in range(1, len(seated) + 1))  # fmt: skip
    seats = Shelf((who, room.id) for room, ids in zip(rooms, seated, strict=True) for who in ids)
    made = Round(
        slot=slot.id, state="drawn", seed=stamp.seed, drawn_at=stamp.at, rooms=rooms, seats=seats,
        draws=latest(old) + 1 if old else 1, receipt=old.receipt if old else {},
        other=_put_aside(old) if old else None,
    )  # fmt: skip
    seeds = [*_seeds(old), str(stamp.seed)][-MOST_SEEDS:]
    return judged(event, replace(made, receipt={"seeds": seeds}))


def _placed(slot: str, number: int, place: Mapping[str, str]) -> Room:
    """A room that an earlier draw had, where its name, link and table are known."""
    name, link, table = (place.get(each, "") for each in ("name", "link", "table"))
    return Room(id=f"{slot}.{number}", number=number, name=name, link=link, table=table)


def _room(slot: str, number: int, old: Room | None, topic: str) -> Room:
    """The room as it was before; its topic is its name as long as nobody gave it another."""
    room = old or Room(id=f"{slot}.{number}", number=number)
    own = room.name and room.name != room.topic
    return replace(room, topic=topic, name=room.name if own else topic)


def latest(made: Round) -> int:
    """The number of the latest draw; after going back that is not the one that is shown."""
    return max(made.draws, made.other.draws if made.other else 0)


def _put_aside(made: Round) -> Draft:
    number = {room.id: room.number for room in made.rooms}
    seats = {who: number[room] for who, room in sorted(made.seats.items())}
    return Draft(made.seed, made.draws, len(made.rooms), seats)


def restored(made: Round) -> Round:
    """The round as it was drawn before, with this draw put aside in its place."""
    old = made.other
    if old is None:
        return made
    known = {room.number: room for room in made.rooms}
    rooms = tuple(known.get(number) or Room(id=f"{made.slot}.{number}", number=number)
                  for number in range(1, old.rooms + 1))  # fmt: skip
    seats = Shelf((who, rooms[number - 1].id) for who, number in old.seats.items())
    return replace(made, seed=old.seed, draws=old.draws, rooms=rooms, seats=seats,
                   other=_put_aside(made))  # fmt: skip


def _seeds(old: Round | None) -> list[str]:
    found = old.receipt.get("seeds") if old else None
    return list(found) if isinstance(found, list) else []


def judged(event: Event, made: Round) -> Round:
    """The round with a receipt of its rooms as they are now; the seeds drawn so far are kept."""
    asked = Asked.of(event, made.slot)
    inside = members(made.seats)
    seated = [[event.people[who] for who in inside.get(room.id, ())] for room in made.rooms]
    rooms = [asked.guests(people) for people in seated]
    wishes = asked.wishes([guest for room in rooms for guest in room], len(rooms))
    receipt = assignment.judge(rooms, wishes, asked.met(), asked.called)
    return replace(made, receipt={**receipt.as_json(), "seeds": _seeds(made)})
