"""What stands at the themes of the big screen, note by note.

It stands alone so that the wall shows and a phone tells the same: an author hears that a note is on
the screen only while the hall can read it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from facilitator.domain.event import Event, Note
from facilitator.domain.grouping import Theme
from facilitator.domain.plenary import may_show, quote_of, scene, title_on_screen
from facilitator.domain.rounds import room_of
from facilitator.domain.themes import said
from facilitator.screens.grouping import lane
from facilitator.screens.groups import grouped, quotes
from facilitator.screens.memory import remembered

MOST_QUOTES = 3
SHORT = 90  # characters of a quote that is read from ten metres on a tile of a full page
FEW = 3  # tiles up to which the wall has one page in any shape of hall


@dataclass(frozen=True, slots=True)
class Shown:
    """A theme as it may be shown: `own` is the note whose words are its title."""

    theme: Theme
    title: str
    notes: tuple[Note, ...]
    quotes: tuple[Note, ...]
    own: Note | None


def unread(event: Event) -> dict[str, int]:
    """{themes, quotes} that would come up at once if nobody's approval were asked for any more."""
    after = themes_shown(replace(event, screen=replace(event.screen, automatic=True)))
    now = themes_shown(event)
    fresh = (note.id for id, one in after.items() for note in one.quotes
             if id not in now or note not in now[id].quotes)  # fmt: skip
    return {"themes": len(after.keys() - now.keys()), "quotes": len(set(fresh))}


@remembered(16)
def themes_shown(event: Event) -> dict[str, Shown]:
    """Those that were approved and that somebody speaks of: a name without notes waits."""
    groups = grouped(event)
    titles = {id: title_on_screen(event, theme) for id, theme in event.themes.items() if id in groups}
    return {id: _shown(event, event.themes[id], title, groups[id]) for id, title in titles.items() if title}


def _shown(event: Event, theme: Theme, title: str, notes: tuple[Note, ...]) -> Shown:
    spoken = not theme.title and theme.cut is not None and title == said(event, theme)
    own = event.notes[theme.cut.note] if theme.cut and spoken else None
    let = (note for note in _ranked(theme, notes) if note is not own and may_show(event, note))
    shown = list(islice(let, MOST_QUOTES))
    return Shown(theme, title, notes, tuple(shown if theme.disputed else readable(shown)), own)


@remembered(256)
def _ranked(theme: Theme, notes: tuple[Note, ...]) -> list[Note]:
    by_id = {note.id: note for note in notes}
    row = [by_id[id] for id in quotes(theme, notes)]
    if theme.disputed:  # the two that disagree, where both may be shown
        row.sort(key=lambda note: note.id not in theme.opposed)
    return row


def readable(row: Sequence[Note]) -> list[Note]:
    """First what one quote on a small tile can be: a short one, or else the shortest."""
    first = next((note for note in row if len(note.text) <= SHORT), None)
    first = first or min(row, key=lambda note: len(note.text), default=None)
    return [*filter(None, [first]), *(note for note in row if note is not first)]


@remembered(16)
def seen(event: Event) -> dict[str, bool]:
    """Note → whether others take turns with it, of all whose words can be read in the hall now."""
    if event.screen.blank:
        return {}
    themes = themes_shown(event)
    lit = themes.get(event.screen.spotlight or "")
    if lit is not None:
        return _alone(event, lit)
    return _wall(event, themes) if scene(event) == "themes" else {}


def _alone(event: Event, lit: Shown) -> dict[str, bool]:
    chosen = quote_of(event, event.screen, lit.theme.id, event.screen.quote)
    row = (chosen,) if chosen else lit.quotes
    title = {lit.own.id: False} if lit.own else {}
    return {note.id: len(row) > 1 for note in row} | title


def _wall(event: Event, themes: Mapping[str, Shown]) -> dict[str, bool]:
    """As the wall is laid: tiles, and beside them what one room said and what rooms disagree about."""
    apart = {id: _lane(one) for id, one in themes.items()}
    tiles = [one for id, one in themes.items() if not apart[id]]
    beside = [one for id, one in themes.items() if apart[id]] if tiles else []
    tiles = tiles or list(themes.values())
    most = max(1, MOST_QUOTES + 1 - len(tiles))
    found = {note.id: len(tiles) > FEW for one in tiles for note in _on_tile(one, most)}
    found |= {note.id: len(beside) > 1 for one in beside for note in _beside(event, one, apart[one.theme.id])}
    return found


def _lane(one: Shown) -> str:
    made = lane(one.theme, one.notes)
    return "one" if len(made["rooms"]) == 1 else "split" if made.get("lane") == "split" else ""


def _on_tile(one: Shown, most: int) -> list[Note]:
    row = list(one.quotes[:most]) if most > 1 else readable(one.quotes)[:1]
    return [*row, *filter(None, [one.own])]


def _beside(event: Event, one: Shown, why: str) -> list[Note]:
    row = list(one.quotes[:1])
    if why == "split":
        numbers = {note.id: room_of(event, note.room)[1].number for note in one.quotes}
        row += [note for note in one.quotes if numbers[note.id] != numbers[row[0].id]][:1]
    return [*row, *filter(None, [one.own])]
