"""What the pages may use of the rest of the house: values and callables, handed over once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from facilitator.access import Access
from facilitator.catalogues import Catalogues
from facilitator.conductor import Answer
from facilitator.domain.commands import Command
from facilitator.domain.event import Event
from facilitator.domain.stamp import Actor
from facilitator.settings import Settings
from facilitator.webhooks import Webhooks


class Series(Protocol):
    """Events that belong together, in their order."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def event_ids(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """The rest of the house as the pages see it; times are ms since 1970 (UTC)."""

    settings: Settings
    access: Access
    submit: Callable[[str, Command, Actor, str], Answer]
    event: Callable[[str], Event | None]
    event_by_code: Callable[[str], str | None]
    series: Callable[[], Sequence[Series]]
    add_series: Callable[[str, str], None]
    templates: Callable[[], Sequence[tuple[str, dict[str, Any]]]]
    """(id, plan) of the templates saved here, newest first."""
    add_template: Callable[[str, str, dict[str, Any]], None]
    now: Callable[[], int]
    epoch: str
    reader: str
    """The model outside that may be let read notes, as people are told of it; empty without one."""
    webhooks: Webhooks
    catalogues: Catalogues
    figures: Callable[[], dict[str, float]]
    """What the server holds just now, by the names of its metrics."""
    trouble: Callable[[], str]
    """What keeps this server from taking writes, as a sentence; empty when nothing does."""
