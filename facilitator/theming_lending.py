"""Between the theming and a model outside that lends vectors: fetched beside, used the next time.

Nothing waits here. An answer of the theming says which rows it would like; they are fetched in
the background and go along with the next request. What fails is a sentence for the host.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator import green
from facilitator.domain.event import Event
from facilitator.outside.asking import NoAnswer
from facilitator.outside.lending import Lender, Rows, Wanted

WITHOUT = "Notes are grouped without its vectors."
UNFIT = f"The model's vectors do not fit these notes. {WITHOUT}"

Json = dict[str, Any]


class Lending:
    """`current` gives an event, `again` asks the theming once more, `tell(event, why)` tells the host."""

    def __init__(
        self, lender: Lender, current: Callable[[str], Event | None], again: Callable[[str], None],
        tell: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        self._lender, self._current, self._again, self._tell = lender, current, again, tell
        self._came: dict[str, Rows] = {}
        self._under_way: set[str] = set()

    @property
    def model(self) -> str:
        """The model that lends; empty without one."""
        return self._lender.name[:200]

    def form(self, event: Event) -> Json:
        """What a request says of it, with the rows that came; nothing when no model may read."""
        came = self._came.pop(event.id, {})
        form = self._lender.form(event)
        return {"lent": {**form, "rows": came}} if form else {}

    def heard(self, event: Event, answer: Json) -> None:
        """Takes up what an answer says of the rows."""
        said = answer.get("lent")
        if said is None:
            return
        if said["unfit"] or said["read"]:
            self._say(event.id, UNFIT if said["unfit"] else "")
        if any(said["wanted"].values()) and event.id not in self._under_way:
            self._under_way.add(event.id)
            green.spawn(self._fetch, event.id, said["wanted"])

    def _fetch(self, event_id: str, wanted: Wanted) -> None:
        why, came = "", False
        try:
            for rows in self._lender.run(lambda: self._current(event_id), wanted):
                self._came.setdefault(event_id, {}).update(rows)
                came = True
        except NoAnswer as failed:
            why = f"{failed.why} {WITHOUT}"
        finally:
            self._under_way.discard(event_id)
        if came:
            self._again(event_id)
        event = self._current(event_id)
        if why or (came and event and event.grouping.unread != UNFIT):  # whether they fit shows when they are read
            self._say(event_id, why)

    def _say(self, event_id: str, why: str) -> None:
        """Says it when it is news."""
        event = self._current(event_id)
        if event is not None and event.grouping.reader and event.grouping.unread != why:
            self._tell(event_id, why)
