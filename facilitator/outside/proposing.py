"""From allowing a model to its proposal: told, asked, checked, grouped here, laid before the host."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from facilitator.domain.event import Event
from facilitator.outside.asking import Asker, NoAnswer
from facilitator.outside.model import Model
from facilitator.outside.reading import Name, Unusable, names_in
from facilitator.outside.telling import told

log = logging.getLogger(__name__)

NO_MODEL = "No model is set up on this server, so nothing was sent anywhere."
NOT_ALLOWED = "Nobody has let this model read notes of this event, so nothing was sent."
TOO_FEW = "Only notes written since people were told, and that may be quoted, are sent; there are not enough yet."
LEAST_NOTES = 5

Json = dict[str, Any]


class NoNames(Exception):
    """There are no names; its text is a sentence for the host."""


class Namer:
    """Gets names for an event's themes from the model that is set up, if one is."""

    def __init__(self, model: Model | None) -> None:
        self.model = model
        self._asker = Asker(model) if model else None

    def names(self, event: Event) -> dict[str, Name]:
        """Theme id (a new one for a new theme) → its name; NoNames when there are none.

        Waits for the model, so it is called beside everything else.
        """
        if self.model is None or self._asker is None:
            raise NoNames(NO_MODEL)
        if event.grouping.reader != self.model.reader:  # what people were told must be true
            raise NoNames(NOT_ALLOWED)
        what = told(event)
        if len(what.notes) < LEAST_NOTES:
            raise NoNames(TOO_FEW)
        bodies = (what.body(self.model.name), what.body(self.model.name, strict=False))
        log.info("%s is told %d notes.", self.model.name, len(what.notes))
        try:
            found = names_in(self._asker.ask(bodies), what)
        except NoAnswer as failed:
            raise NoNames(f"{failed.why} The themes stay as they are.") from None
        except Unusable as failed:
            raise NoNames(str(failed)) from None
        return {name.theme or "t" + secrets.token_hex(6): name for name in found}


def with_names(event: Event, request: Json, names: dict[str, Name]) -> Json:
    """A request for grouping by names, as if a host had typed these beside the ones there are.

    Themes that nobody touched, that hold no pinned note and that got no name are left out, and
    their notes are free.
    """
    held = set(request["pinned"].values())
    kept = [theme for theme in request["themes"]
            if theme["id"] not in names and (theme["locked"] or theme["id"] in held)]  # fmt: skip
    named = [{"id": id, "title": name.title, "keywords": list(name.keywords), "locked": False,
              "named": True} for id, name in names.items()]  # fmt: skip
    stay = {theme["id"] for theme in (*kept, *named)} | {
        id for id, theme in event.themes.items() if theme.hidden
    }
    placed = {id: theme for id, theme in request["placed"].items() if theme in stay}
    return {**request, "themes": [*kept, *named], "placed": placed}
