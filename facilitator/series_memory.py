"""What an event knows of those before it in its series: who shared rooms there, and its themes.

So Day 2 does not seat the people of Day 1 together again where that can be avoided, and its
host can expect Day 1's themes. When rooms of one event close, its themes change or a new event
is made, the later events are told by a command like any other, so that their journals hold
everything a draw depended on.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from facilitator.conductor import Answer
from facilitator.domain.commands import Command
from facilitator.domain.commands.themes import RecallThemes
from facilitator.domain.commands.wishes import RecallPast
from facilitator.domain.drawing import members
from facilitator.domain.event import Event
from facilitator.domain.grouping import Expected, Theme
from facilitator.domain.roster import mark
from facilitator.domain.stamp import Actor

MOST_THEMES = 12  # carried from one event
MOST_WORDS, MOST_PHRASES, LONGEST = 12, 4, 80  # keywords of a theme; characters


class Shelves(Protocol):
    """Where the series are."""

    def events_of(self, series: str) -> Sequence[str]:
        """The ids of a series' events."""


class Conducts(Protocol):
    """The part of the conductor that is needed here."""

    def event(self, event_id: str) -> Event | None: ...
    def submit(self, event_id: str, command: Command, actor: Actor, command_id: str) -> Answer: ...


class SeriesMemory:
    """Tells later events of a series who has met, and the themes; `spawn` runs a call beside
    the caller."""

    def __init__(
        self, conductor: Conducts, shelves: Shelves, spawn: Callable[..., object]
    ) -> None:
        self._conductor, self._shelves, self._spawn = conductor, shelves, spawn

    def notice(self, before: Event, after: Event, commands: Sequence[Command]) -> None:
        """Told of each commit; acts when rooms closed, themes changed, or the event is new."""
        # Not here: whoever is told stands in this event's door and must not wait at another's.
        if not before.seq or _closed(before) != _closed(after) or _renamed(before, after):
            self._spawn(self._tell_series, after.series)

    def _tell_series(self, series: str) -> None:
        found = map(self._conductor.event, self._shelves.events_of(series))
        events = sorted((event for event in found if event and event.slots), key=_begins)
        for event in events:
            self._tell(event, [other for other in events if _begins(other) < _begins(event)])

    def _tell(self, event: Event, earlier: Sequence[Event]) -> None:
        if event.ended_at is not None:
            return
        groups = tuple(group for other in earlier for group in shared_rooms(other))
        if groups != event.wishes.past:
            self._submit(event, RecallPast(groups=groups))
        source, themes = _last_themes(earlier)
        if (source, themes) != (event.grouping.source, event.grouping.expected):
            self._submit(event, RecallThemes(source=source, themes=themes))

    def _submit(self, event: Event, command: Command) -> None:
        id = f"series-{secrets.token_hex(8)}"
        self._conductor.submit(event.id, command, Actor("series"), id)


def _begins(event: Event) -> int:
    return event.slots[0].start


def _closed(event: Event) -> Iterable[str]:
    return {made.slot for made in event.rounds.values() if made.closed_at is not None}


def _renamed(before: Event, after: Event) -> bool:
    return before.themes is not after.themes and expected(before) != expected(after)


def _last_themes(earlier: Sequence[Event]) -> tuple[str, tuple[Expected, ...]]:
    """The title and the themes of the latest event that has any."""
    found = ((event.title[:200], expected(event)) for event in reversed(earlier))
    return next(((title, themes) for title, themes in found if themes), ("", ()))


def expected(event: Event) -> tuple[Expected, ...]:
    """The themes a later event may expect: the host's words, or what several notes say alike.

    Never one note's words, because its author may take them back in this event alone.
    """
    kept = sorted((theme for theme in event.themes.values() if not theme.hidden and
                   (theme.title or theme.approved)), key=lambda theme: theme.order)  # fmt: skip
    titled = ((theme.title or " · ".join(theme.phrases[:2]), theme) for theme in kept)
    found = [Expected(title=title[:LONGEST], keywords=_words(theme)) for title, theme in titled if title]
    return tuple(found[:MOST_THEMES])


def _words(theme: Theme) -> tuple[str, ...]:
    words = (*theme.keywords, *theme.phrases[:MOST_PHRASES])
    return tuple(dict.fromkeys(word[:LONGEST] for word in words))[:MOST_WORDS]


def shared_rooms(event: Event) -> Iterator[tuple[str, ...]]:
    """The rooms of every closed round, as marks of those who sat there."""
    for made in event.rounds.values():
        if made.closed_at is not None:
            for people in members(made.seats).values():
                found = (event.people[id] for id in people if id in event.people)
                marks = sorted({mark(one.name, one.organisation) for one in found})
                if len(marks) > 1:
                    yield tuple(marks)
