"""Vectors that a model outside lends: of words it may read, by the rules of what it is told.

They help to read the names and keywords of a host, and nothing waits for them. What may leave is
looked at again before each call, because consent may have been taken back meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import monotonic
from typing import Any

from facilitator.domain.event import Event
from facilitator.outside.asking import Asker
from facilitator.outside.model import Model
from facilitator.outside.telling import MOST_LETTERS, allowed, masker
from facilitator.outside.vectors import vectors, width_of

AT_ONCE, MOST = 16, 256  # texts a call (reading more at once would hold up the rest), and a run
ALL = 40.0  # seconds after which a run asks no more

Rows = dict[str, str]
"""Words as they stand here → their row; what was sent is masked."""
Wanted = Mapping[str, Sequence[str]]
"""{notes: ids, phrases: texts}"""


class Lender:
    """Asks the model for vectors that is set up for it, if one is."""

    def __init__(self, model: Model | None, asker: Asker | None = None) -> None:
        self._model = model if model and model.vectors else None
        self._asker = asker or (Asker(model) if model else None)
        self._width: int | None = None

    @property
    def name(self) -> str:
        """The model of the vectors; empty without one."""
        return self._model.vectors if self._model else ""

    def form(self, event: Event) -> dict[str, Any] | None:
        """What the theming is told: {space, notes: ids of those that may leave}; None when nothing may."""
        if self._model is None or event.grouping.reader != self._model.reader:
            return None
        space = f"{self._model.url} {self._model.vectors}"
        return {"space": space, "notes": [note.id for note in allowed(event)]}

    def run(self, current: Callable[[], Event | None], wanted: Wanted) -> Iterator[Rows]:
        """What is wanted, call by call, as long as it may leave; NoAnswer says why it goes no further."""
        end = monotonic() + ALL
        asked = [("phrases", text) for text in wanted["phrases"]] + [("notes", id) for id in wanted["notes"]]
        for begin in range(0, min(len(asked), MOST), AT_ONCE):
            event = current()
            if event is None or monotonic() > end or self.form(event) is None:
                return
            if texts := _leaving(event, asked[begin : min(begin + AT_ONCE, MOST)]):
                yield self._rows(texts)

    def _rows(self, texts: Mapping[str, str]) -> Rows:
        assert self._model is not None
        assert self._asker is not None
        found = vectors(self._asker, self._model.vectors, list(texts.values()), self._width)
        self._width = width_of(found[0])
        return dict(zip(texts, found, strict=True))


def _leaving(event: Event, asked: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Words → what is sent of them."""
    open_ = {note.id: note.text for note in allowed(event)}
    words = [text if kind == "phrases" else open_.get(text, "") for kind, text in asked]
    mask = masker(event)
    sent = {text: mask(text)[:MOST_LETTERS] for text in words}
    return {text: masked for text, masked in sent.items() if masked.strip()}
