"""Forty people in rooms, twice, and again the next day: drawn, moved, mended, helped, closed.

At no moment may any phone be without its room while rooms are open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.stories.cast import Stage, stage
from tests.stories.crowd import Crowd, Watched, crowd

ORGANISATIONS = (
    "TaRL Africa", "HundrED", "Schools2030", "Motriz", "Youth Impact", "Global School Leaders",
    "Education Evidence", "Library Network", "River Schools", "Open Classrooms", "Teachers Abroad",
    "Harbour College", "Village Science",
)  # fmt: skip
GUESTS = [(f"Guest {number}", ORGANISATIONS[number % 13]) for number in range(1, 35)]
PLAYED = (("Wanjiku Kamau", "HundrED"), ("Luis Ortega", "Motriz"), ("Mei Tanaka", "Schools2030"))
LATE = [(f"Late {number}", ORGANISATIONS[number]) for number in range(3)]
LEADS = [{"name": name, "organisation": org, "capabilities": ["facilitator"]} for name, org in GUESTS[:7]]
SCRIBE = {"name": "Mei Tanaka", "organisation": "Schools2030", "capabilities": ["scribe"]}
STEPS = [
    {"title": "A round of names", "minutes": 4, "prompt": "Say your name, and where you are."},
    {"title": "Discuss", "minutes": 8, "prompt": "Note what strikes you, whoever says it."},
    {"title": "Write your top three", "minutes": 3, "asks": "insight"},
]
LOST = """() => { window.lost = 0; new MutationObserver(() => {
    window.lost += document.body.innerText.includes('Finding your room'); }).observe(
    document.getElementById('app'), {subtree: true, childList: true, characterData: true}); }"""

pytestmark = pytest.mark.timeout(300)


def test_forty_people_in_two_rounds_and_on_a_second_day(browser: Any, tmp_path: Path) -> None:
    with stage(browser, tmp_path) as play:
        first, second = play.server.demo()["events"]
        with crowd(play.server.home, first["code"]) as people, crowd(play.server.home, second["code"]) as again:
            rooms = Rooms(play, first, people)
            rooms.run()
            met = rooms.met()
            rooms.end()
            a_second_day(play, second, again, met)


class Rooms:
    """The first day: two moderators, three phones that are seen, and a crowd."""

    def __init__(self, play: Stage, event: dict[str, Any], people: Crowd) -> None:
        self.play, self.event, self.people, self.home = play, event, people, play.server.home
        self.desk, self.second = (play.page((1440, 900), zone="America/New_York") for _ in range(2))
        for page in (self.desk, self.second):
            page.goto(event["links"]["moderator"])
        self.crew = people.crew(ticket_of(self.desk))

    def run(self) -> None:
        self.people_come()
        self.rooms_are_drawn_while_somebody_speaks()
        self.they_open()
        self.a_room_whose_people_did_not_come_is_mended()
        self.three_come_late()
        self.one_room_and_those_who_lead_are_told_something()
        self.a_room_calls_for_help()
        self.a_scribe_writes_for_the_table()
        self.one_room_has_more_time()
        self.rooms_close_and_late_notes_are_taken()
        self.a_second_round()

    def tell(self, name: str, **fields: Any) -> None:
        self.people.do(self.crew, name, **fields)

    def screen(self, channel: str) -> Any:
        return self.people.do(self.crew, "join")["snapshots"][channel]

    def seats(self) -> dict[str, str]:
        """Name → number of the room, in the rooms as they are now."""
        view = self.screen("moderator")
        made = view["rounds"][self.slot]
        return {view["people"][id]["name"]: str(made["rooms"][room]["number"])
                for id, room in made["seats"].items()}  # fmt: skip

    def inside(self, number: str) -> list[Watched]:
        return [phone for phone in self.people.phones if phone.room.endswith(f".{number}")]

    def people_come(self) -> None:
        hall = self.screen("hall")
        self.slot = next(id for id, one in hall["slots"].items() if one["kind"] == "breakout")
        self.tell("slot.split", slot=self.slot, parts=[
            {"id": id, "title": title, "minutes": 15, "room_size": 6}
            for id, title in ((self.slot, "First rooms"), ("again", "Other people"))])  # fmt: skip
        self.tell("slot.edit", slot=self.slot, question="What keeps a network alive?", steps=STEPS)
        self.tell("roster.import", lines=[*LEADS, SCRIBE])
        join(self.people, GUESTS)
        self.wanjiku, self.luis, self.mei = (self.play.phone(self.event["links"]["join"], *who) for who in PLAYED)
        for page in (self.wanjiku, self.luis, self.mei):
            page.evaluate(LOST)

    def rooms_are_drawn_while_somebody_speaks(self) -> None:
        """Drawn, pinned, moved by mouse, drawn again: nobody outside hears anything of it."""
        page, people = self.desk, {one["name"]: id for id, one in self.screen("moderator")["people"].items()}
        self.tell("person.tie", person=people["Luis Ortega"], other=people["Mei Tanaka"], bond="apart")
        page.goto(f"{self.home}/events/{self.event['id']}/rooms")
        page.get_by_role("button", name="Draw the rooms").click()
        page.get_by_text("Nobody sees this yet").wait_for()
        seat = page.locator("button.seat", has_text="Wanjiku Kamau")
        seat.press("p")
        seat.locator("svg").wait_for()
        before = self.seats()
        there = next(n for n in "12345" if n not in {before[name] for name, _ in PLAYED})
        luis, target = page.locator("button.seat", has_text="Luis Ortega"), page.locator(".seat-room").nth(int(there) - 1)
        luis.drag_to(target)
        target.locator("button.seat", has_text="Luis Ortega").wait_for()
        page.get_by_role("button", name="Draw again").click()
        page.get_by_role("heading", name="Draw 2").wait_for()
        after = self.seats()
        assert (after["Wanjiku Kamau"], after["Luis Ortega"]) == (before["Wanjiku Kamau"], there)
        assert after["Luis Ortega"] not in (after["Mei Tanaka"], after["Wanjiku Kamau"])
        assert all(not phone.room and set(phone.views) == {"hall", f"person:{phone.person}"} for phone in self.people.phones)
        assert self.wanjiku.get_by_role("button", name="I am here").count() == 0

    def they_open(self) -> None:
        for number in range(1, 8):
            self.tell("room.edit", room=f"{self.slot}.{number}", table=f"Table {number}, left of the door")
        self.tell("slot.jump", from_slot=None, to_slot=self.slot)
        for page in (self.wanjiku, self.luis, self.mei):
            page.get_by_role("button", name="I am here").wait_for()
        self.people.until(lambda: all(phone.room for phone in self.people.phones))
        self.play.accessible(self.luis, "arriving")
        self.empty = self.seats()["Luis Ortega"]
        for phone in self.people.phones:
            if not phone.room.endswith(f".{self.empty}"):
                self.people.ask(phone, "seat.arrive", room=phone.room)
        self.luis.get_by_role("button", name="I am here").click()
        for page in (self.wanjiku, self.mei):
            page.get_by_role("button", name="I am here").click()

    def a_room_whose_people_did_not_come_is_mended(self) -> None:
        """One is alone, so that one moves, and hears why; the seats of the others come along."""
        page, absent = self.second, self.inside(self.empty)
        page.get_by_role("button", name="Mend rooms now").wait_for()
        page.get_by_role("list", name="Steps in the rooms").get_by_text("A round of names").wait_for()
        page.get_by_role("button", name="Mend rooms now").click()
        strip = page.locator(".repair")
        strip.get_by_text("1 move puts the rooms right").wait_for()
        strip.get_by_text("Luis Ortega").wait_for()
        self.play.accessible(page, "a proposal to put rooms right")
        strip.get_by_role("button", name=re.compile(r"^Move \d+ (person|people)$")).click()
        strip.wait_for(state="detached")
        self.luis.get_by_text(f"You were alone in room {self.empty}.").wait_for()
        self.luis.get_by_role("button", name="I am here").click()
        self.people.until(lambda: all(phone.sitting.get("why") == "small" for phone in absent))
        for phone in absent:
            assert self.people.ask(phone, "seat.arrive", room=phone.room)["ok"]

    def three_come_late(self) -> None:
        before = self.seats()
        join(self.people, LATE)
        after = self.seats()
        assert {name: room for name, room in after.items() if name in before} == before
        assert all(phone.room and f"room:{phone.room}" in phone.views for phone in self.people.phones[-3:])
        assert len(after) == len(GUESTS) + len(PLAYED) + len(LATE) == 40

    def one_room_and_those_who_lead_are_told_something(self) -> None:
        page, here = self.second, self.seats()["Luis Ortega"]
        page.get_by_role("button", name=f"Write to room {here}", exact=True).click()
        page.get_by_label(f"Message to room {here}").fill("Please speak up.")
        page.get_by_role("button", name=f"Send to room {here}").click()
        self.luis.locator(".notice.said", has_text="Please speak up.").wait_for()
        page.locator(".shown", has_text="Please speak up.").get_by_text(re.compile("shown on [123] of")).wait_for()
        page.get_by_label("Whose phones").select_option("leads")
        page.get_by_label("Message to those who lead rooms").fill("Bring in who is silent.")
        page.get_by_role("button", name="Send to those who lead").click()
        names = {line["name"] for line in LEADS}
        leads = [phone for phone in self.people.phones if phone.name in names]
        self.people.until(lambda: all("message" in phone.views[f"person:{phone.person}"] for phone in leads))
        for phone in self.people.phones:
            assert ("message" in phone.views[f"room:{phone.room}"]) == phone.room.endswith(f".{here}")
            assert ("message" in phone.views[f"person:{phone.person}"]) == (phone in leads)
        self.play.accessible(page, "messages to some")

    def a_room_calls_for_help(self) -> None:
        """Both moderators see it, one goes, and the room sees who comes."""
        self.desk.goto(f"{self.home}/events/{self.event['id']}/control")
        self.wanjiku.get_by_role("button", name="Help").click()
        self.wanjiku.get_by_text("Help is called").first.wait_for()
        self.second.get_by_text("Nobody goes yet").wait_for()
        hand = self.second.context.new_page()
        hand.set_viewport_size({"width": 390, "height": 844})
        hand.goto(f"{self.home}/events/{self.event['id']}/remote")
        hand.get_by_role("region", name="Rooms that call").get_by_text("Nobody goes yet").wait_for()
        self.play.accessible(hand, "a call on the remote")
        self.play.accessible(self.second, "a room that calls for help")
        self.desk.get_by_label("Your name, as rooms see it").fill("Noor")
        self.desk.get_by_role("button", name="I go").click()
        self.second.get_by_text("Noor is on the way").wait_for()
        hand.get_by_text("Noor is on the way").wait_for()
        hand.close()
        self.wanjiku.get_by_text("Noor is on the way").first.wait_for()
        self.play.accessible(self.wanjiku, "help on the phone")
        self.desk.get_by_role("button", name="I am there").click()
        self.wanjiku.get_by_text("Noor is with you").first.wait_for()
        self.second.get_by_role("button", name="Done").click()
        self.wanjiku.get_by_role("button", name="Help").wait_for()

    def a_scribe_writes_for_the_table(self) -> None:
        here, text = self.seats()["Mei Tanaka"], "We all want one open call a month."
        self.mei.get_by_text("You write for all").wait_for()
        self.mei.get_by_role("button", name="One more").click()
        self.mei.locator(".counted output", has_text="1").wait_for()
        self.mei.get_by_label("For the whole room").check()
        self.mei.get_by_label("Your note").fill(text)
        self.mei.get_by_role("button", name="Send note").click()

        def told(phone: Watched) -> bool:
            notes = phone.views[f"room:{phone.room}"]["notes"].values()
            return any(note["text"] == text and note["table"] for note in notes)

        self.people.until(lambda: all(map(told, self.inside(here))))
        assert not any(told(phone) for phone in self.people.phones if phone not in self.inside(here))
        self.mei.locator("article", has_text=text).get_by_text("For the whole room").wait_for()
        assert not self.mei.get_by_label("For the whole room").is_checked(), "each note says anew for whom it is"
        self.play.accessible(self.mei, "a scribe’s phone")

    def one_room_has_more_time(self) -> None:
        here = self.seats()["Mei Tanaka"]
        self.second.get_by_role("button", name=f"Two more minutes for room {here}", exact=True).click()
        longer, others = self.inside(here), [phone for phone in self.people.phones if not phone.room.endswith(f".{here}")]

        def end(phone: Watched) -> int:
            return int(phone.views[f"room:{phone.room}"]["room"]["ends"][-1])

        self.people.until(lambda: all(end(phone) == end(others[0]) + 120_000 for phone in longer))
        self.second.locator("li.room", has=self.second.locator(".no", has_text=here)).get_by_text("until").wait_for()
        assert len({end(phone) for phone in others}) == 1

    def rooms_close_and_late_notes_are_taken(self) -> None:
        self.second.get_by_role("button", name="Close in a minute").click()
        self.luis.get_by_text("until your room closes").wait_for()
        self.second.get_by_role("button", name="Keep the rooms open").click()
        self.luis.get_by_text("until your room closes").wait_for(state="detached")
        self.tell("round.close", slot=self.slot, seconds=1)
        here = self.seats()["Luis Ortega"]
        self.luis.get_by_role("heading", name=f"Room {here} has closed").wait_for()
        self.luis.get_by_label("Your note").fill("One more thought, on the way out.")
        self.luis.get_by_role("button", name="Send note").click()
        late = self.inside_of(self.slot, here)
        self.people.until(lambda: all(any(note["late"] for note in phone.views[f"room:{room}"]["notes"].values())
                                      for phone, room in late))  # fmt: skip

    def inside_of(self, slot: str, number: str) -> list[tuple[Watched, str]]:
        room = f"{slot}.{number}"
        return [(phone, room) for phone in self.people.phones if f"room:{room}" in phone.views]

    def a_second_round(self) -> None:
        """Everybody sits with others; nobody has been without a room at any moment."""
        self.tell("slot.advance", from_slot=self.slot)
        self.luis.get_by_role("button", name="I am here").wait_for()
        self.people.until(lambda: all(phone.room.startswith("again.") for phone in self.people.phones))
        self.slot = "again"
        assert len(self.seats()) == 40
        pairs = pairs_in(self.screen("moderator"))
        repeated = self.screen("moderator")["rounds"]["again"]["receipt"]["metrics"]["repeats"]
        assert sum(count - 1 for count in pairs.values()) == repeated["value"] == repeated["at_least"]
        assert sum(phone.homeless for phone in self.people.phones) == 0
        for page in (self.wanjiku, self.luis, self.mei):
            assert page.evaluate("() => window.lost") == 0

    def met(self) -> dict[tuple[str, str], int]:
        return pairs_in(self.screen("moderator"))

    def end(self) -> None:
        slots = self.screen("hall")["slots"]
        last = max(slots, key=lambda id: slots[id]["order"])
        self.tell("slot.jump", from_slot="again", to_slot=last)
        self.tell("slot.advance", from_slot=last)
        self.wanjiku.get_by_role("heading", name="People you have met").wait_for()
        self.desk.goto(f"{self.home}/events/{self.event['id']}/report")
        self.desk.get_by_role("heading", name="Connections made").wait_for()
        self.desk.get_by_role("img", name="Which organisations met").wait_for()
        self.play.accessible(self.desk, "the connections of forty people")


def a_second_day(play: Stage, event: dict[str, Any], people: Crowd, met: dict[tuple[str, str], int]) -> None:
    """The same forty come again: whom one met on the first day one does not meet where that can be avoided."""
    page = play.page((1440, 900))
    page.goto(event["links"]["moderator"])
    crew = people.crew(ticket_of(page))
    join(people, [*GUESTS, *PLAYED, *LATE])
    page.goto(f"{play.server.home}/events/{event['id']}/rooms")
    page.get_by_role("button", name="Draw the rooms").click()
    page.get_by_text("Nobody meets the same person again.").wait_for()
    view = people.do(crew, "join")["snapshots"]["moderator"]
    [made] = view["rounds"].values()
    repeated = made["receipt"]["metrics"]["repeats"]
    assert len(met.keys() & pairs_in(view).keys()) == repeated["value"] == repeated["at_least"]


def join(people: Crowd, who: list[tuple[str, str]]) -> None:
    by_organisation = defaultdict(list)
    for name, organisation in who:
        by_organisation[organisation].append(name)
    for organisation, names in by_organisation.items():
        people.join(names, organisation=organisation)


def ticket_of(page: Any) -> str:
    return str(page.evaluate("() => JSON.parse(document.getElementById('page').textContent).ticket"))


def pairs_in(view: dict[str, Any]) -> dict[tuple[str, str], int]:
    """Two names → in how many rounds they shared a room."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for made in view["rounds"].values():
        inside = defaultdict(list)
        for id, room in made["seats"].items():
            inside[room].append(view["people"][id]["name"])
        for names in inside.values():
            for pair in combinations(sorted(names), 2):
                found[pair] += 1
    return dict(found)
