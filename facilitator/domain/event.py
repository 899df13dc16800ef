"""The event as one value: everything the house knows about a gathering, at one version.

An event is never changed. `perform` takes it, a command and a stamp, and returns the next
one, which shares every part that stayed the same. So the moderator's panel, the phones, the
big screen, the database and the journal are all only ways of looking at a row of events;
and what is the same object as before needs no look at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from facilitator.domain.agenda import Slots
from facilitator.domain.clock import Clock
from facilitator.domain.desk import Desk, Dots
from facilitator.domain.fields import Instant, Line, Prose, Title
from facilitator.domain.grouping import Grouping, Theme
from facilitator.domain.inside import Help, Repair, Sitting
from facilitator.domain.messages import Message, Phrase
from facilitator.domain.room_steps import Ends
from facilitator.domain.roster import Line as RosterLine
from facilitator.domain.shelf import Shelf
from facilitator.domain.steps import Steps
from facilitator.domain.wishes import Wishes

Mode = Literal["onsite", "online"]
NoteKind = Literal["insight", "question", "action"]
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
RoundState = Literal["drawn", "open", "closed"]
Signed = Literal["no", "room", "wall"]
Scene = Literal["join", "now", "rooms", "themes", "words", "closeout"]
SCENES: tuple[Scene, ...] = get_args(Scene)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A participant. `present`: a phone of theirs is with us, or was a moment ago."""

    id: str
    name: str
    joined_at: int
    organisation: str = ""
    language: str = "en"
    mode: Mode | Literal[""] = ""  # nothing: not said, and not on the roster either
    quotable: bool = True
    present: bool = True
    unlisted: bool = False  # said that no line of the roster is theirs
    topics: tuple[str, ...] = ()  # chosen on the phone, favourite first
    contact: str = ""  # how to reach them; giving one is the consent to show it to those met
    notes: tuple[str, ...] = ()  # ids in the order written; derived from the notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A breakout room: a number, and where it is (a link to open, or a table)."""

    id: str
    number: int
    name: str = ""
    link: str = ""
    table: str = ""
    topic: str = ""  # given by the draw; the room's name until somebody names it
    ends: Ends = ()  # of its steps, where it has more time than the others
    help: Help | None = None
    others: int = 0  # people at the table without a phone
    notes: tuple[str, ...] = ()  # ids in the order written; derived from the notes


@dataclass(frozen=True, slots=True)
class Draft:
    """A draw that was put aside for another one; `seats` is person → room number."""

    seed: int
    draws: int
    rooms: int
    seats: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One use of the rooms, named by its slot; `seats` is person → room."""

    slot: str
    state: RoundState
    seed: int
    drawn_at: int
    rooms: tuple[Room, ...]
    seats: Shelf[str]
    draws: int = 1
    receipt: Mapping[str, object] = field(default_factory=dict)
    other: Draft | None = None  # the draw before this one, while nobody has been told
    opened_at: int | None = None
    closed_at: int | None = None
    revealed: bool = False  # notes that were private at first are for the whole room now
    ends: Ends = ()  # of the steps; empty before the rooms open
    closing: bool = False  # the rooms close by themselves when their time is over
    checked_at: int | None = None  # when the rooms were last looked at, from the end of the time to check in on
    repair: Repair | None = None
    sittings: Shelf[Sitting] = field(default_factory=Shelf)


@dataclass(frozen=True, slots=True)
class Objection:
    """“Not what I meant”: about the theme the note was put in, or how it is quoted."""

    about: Literal["theme", "quote"]
    text: str
    at: int
    heard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody wrote in a room. `revision` counts what could be shown of it: its words and,
    where it is signed for the wall, its author's name; approval is of one revision."""

    id: str
    person: str
    room: str
    slot: str
    kind: NoteKind
    text: str
    at: int
    order: int  # the event's version that brought it: unique, and never reused
    revision: int = 1
    edited_at: int | None = None
    late: bool = False  # arrived after the room had closed
    table: bool = False  # the scribe wrote it for the whole table
    quotable: bool = True  # its author lets it be shown
    signed: Signed = "no"  # where its author's name stands beside it
    withdrawn: bool = False
    hidden: bool = False
    approved_revision: int | None = None
    held_revision: int | None = None  # read by a host, who keeps it off the screen
    reporters: frozenset[str] = frozenset()  # people who asked the host to look at it
    objection: Objection | None = None
    supporters: frozenset[str] = frozenset()
    theme: str | None = None
    second: str | None = None  # a theme that fits nearly as well; may be gone by now
    pinned: bool = False  # placed by a human hand: no grouping moves it again

    @property
    def approved(self) -> bool:
        return self.approved_revision == self.revision and self.readable

    @property
    def readable(self) -> bool:
        return not (self.withdrawn or self.hidden)


@dataclass(frozen=True, slots=True)
class Screen:
    """What the host does to the big screen beyond what the agenda says."""

    blank: bool = False
    scene: Scene | None = None  # None: follow the agenda
    spotlight: str | None = None  # theme id
    quote: str | None = None  # note id: the one quote of the theme that is lit
    automatic: bool = False  # True: themes and quotes show without approval


@dataclass(frozen=True, slots=True)
class Sequel:
    """The next event of the series, as the close-out previews it."""

    title: Title
    start: Instant
    about: Prose = ""


@dataclass(frozen=True, slots=True)
class Wifi:
    """The network of the house; `shown`: on the poster and beside the join code on the wall."""

    name: Line = ""
    password: Line = ""
    shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A live gathering at version `seq`."""

    id: str
    series: str
    title: str
    code: str
    timezone: str
    created_at: int
    seq: int = 0
    about: str = ""
    host_name: str = ""  # who invites: shown above the title
    wifi: Wifi = Wifi()
    slots: Slots = ()
    sequel: Sequel | None = None
    door_open: bool = True
    promised_end: int | None = None  # when the crew said it ends; None: as planned
    show_offset: bool = False  # whether the public is told how late or early it runs
    started_at: int | None = None
    ended_at: int | None = None
    clock: Clock | None = None
    people: Shelf[Person] = field(default_factory=Shelf)
    roster: Shelf[RosterLine] = field(default_factory=Shelf)
    wishes: Wishes = field(default_factory=Wishes)
    rounds: Mapping[str, Round] = field(default_factory=lambda: MappingProxyType({}))
    notes: Shelf[Note] = field(default_factory=Shelf)
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    grouping: Grouping = field(default_factory=Grouping)
    screen: Screen = Screen()
    messages: Mapping[str, Message] = field(default_factory=lambda: MappingProxyType({}))
    phrases: tuple[Phrase, ...] = ()
    preview: Screen = Screen()  # what the host tries out before the hall sees it
    desk: Desk = field(default_factory=Desk)
    steps: Steps = ()  # what can be taken back
    dots: Shelf[Dots] = field(default_factory=Shelf)  # person → their dots

    @property
    def status(self) -> Literal["before", "running", "ended"]:
        if self.ended_at is not None:
            return "ended"
        return "before" if self.clock is None else "running"

    @property
    def open_round(self) -> Round | None:
        """The round whose rooms are open now."""
        live = self.rounds.get(self.clock.slot) if self.clock else None
        return live if live and live.state == "open" else None
