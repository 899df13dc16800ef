"""What is on the table: notes, the themes there are, where notes are and where hands put them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.theming.affinity import Name
from facilitator.theming.sheet import Notes
from facilitator.theming.smalltalk import idle


@dataclass(frozen=True, slots=True)
class Known:
    """A theme that is there; `locked`: a hand was on it, `named`: its title is a human's."""

    id: str
    title: str = ""
    keywords: tuple[str, ...] = ()
    locked: bool = False
    named: bool = False

    @property
    def name(self) -> Name:
        """What a human says it is about; nothing when only the machine named it."""
        return Name(self.title if self.named else "", self.keywords)


@dataclass(frozen=True, slots=True)
class Table:
    """`placed` and `pinned` are note → theme; a pin to None keeps a note outside all themes."""

    notes: Notes
    themes: Sequence[Known]
    placed: Mapping[str, str]
    pinned: Mapping[str, str | None] = field(default_factory=dict)
    at_most: int = 8
    settled: bool = False  # the host's names carry the themes: new ones are only suggested
    left: frozenset[str] = frozenset()  # central notes of suggestions that were not wanted

    @classmethod
    def of(cls, request: Mapping[str, Any]) -> Table:
        """The table of a request (see `forms`)."""
        themes = [_known(theme) for theme in request.get("themes") or ()]
        return cls(request["notes"], themes, request.get("placed") or {},
                   request.get("pinned") or {}, int(request.get("at_most") or 8),
                   bool(request.get("settled")), frozenset(request.get("left") or ()))  # fmt: skip

    def sorted_out(self) -> tuple[list[str], list[str]]:
        """(notes that say something, notes that say nothing); those of themes put aside in neither."""
        known = {theme.id for theme in self.themes}
        aside = {id for places in (self.placed, self.pinned) for id, theme in places.items()
                 if theme is not None and theme not in known}  # fmt: skip
        ids = sorted(id for id in self.notes if id not in aside)
        texts = [self.notes[id]["text"] for id in ids]
        junk = {id for id, text, nothing in zip(ids, texts, idle(texts), strict=True)
                if id not in self.pinned and (nothing or not text.strip())}  # fmt: skip
        return [id for id in ids if id not in junk], sorted(junk)


def _known(theme: Mapping[str, Any]) -> Known:
    locked = bool(theme.get("locked"))
    return Known(theme["id"], theme.get("title") or "", tuple(theme.get("keywords") or ()),
                 locked, bool(theme.get("named", locked)))  # fmt: skip
