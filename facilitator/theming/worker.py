"""One request, one answer: what the process does for the server, as plain functions."""

from __future__ import annotations

import time
from typing import Any

from facilitator.theming import titles
from facilitator.theming.encoder import encode, model_name
from facilitator.theming.live import Found, Known, propose


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """{id, event, themes, unsorted, milliseconds, model} for a request (see `desk`)."""
    begun = time.perf_counter()
    notes = request["notes"]
    themes = [Known(theme["id"], theme["locked"]) for theme in request["themes"]]
    found = propose(
        notes, themes, request["placed"], request["pinned"], request["at_most"],
        request.get("fresh", False),
    )  # fmt: skip
    took = round((time.perf_counter() - begun) * 1_000, 1)
    return {
        "id": request["id"], "event": request["event"], "themes": _described(found, notes),
        "unsorted": found.unsorted, "milliseconds": took, "model": model_name(),
    }  # fmt: skip


def _described(found: Found, notes: dict[str, Any]) -> list[dict[str, Any]]:
    if not found.members:
        return []
    texts = [notes[id]["text"] for id in found.ids]
    rooms = [notes[id]["room"] for id in found.ids]
    centres = titles.centres_of(found.rows, found.members)
    mean = encode(texts).mean(axis=0)
    phrases = titles.phrases(centres, found.members, texts, mean)
    described = []
    for at, (theme, members) in enumerate(zip(found.themes, found.members, strict=True)):
        best = titles.quotes(found.rows, centres, at, members, texts, rooms)
        title = titles.title_note(found.rows, centres, at, members, texts)
        described.append({
            "theme": theme, "label": _label(phrases[at], texts[title]),
            "title_note": found.ids[title], "phrases": phrases[at],
            "quotes": [found.ids[m] for m in best], "notes": [found.ids[m] for m in members],
        })  # fmt: skip
    return described


def _label(phrases: list[str], title: str) -> str:
    """A short central note says more than phrases; a long one is left to them."""
    if len(title) <= 80 or not phrases:
        return title[:120].strip(" .")
    return " · ".join(phrases).capitalize()
