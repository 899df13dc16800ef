"""Notes as rooms write them, on four subjects, for tests of the theming."""

from __future__ import annotations

from typing import Any

NAMES = {
    "money": "Money and grants", "schools": "Teachers and schools",
    "zones": "Time zones and languages", "trust": "Trust and honesty",
}  # fmt: skip
SUBJECTS = {
    "money": (
        "when the grant ends the network ends", "who pays for the travel of small organisations",
        "funders pay for outputs and never for working together", "a small common budget helps",
        "no money for staff time", "we all chase the same three donors",
    ),
    "schools": (
        "teachers are never invited to these meetings", "schools do not know that we exist",
        "let a teacher open the next meeting", "a head teacher has no time for our surveys",
        "classroom experience should count", "ask the schools what they need first",
    ),
    "zones": (
        "calls are at six in the morning for us", "everything happens in English",
        "translation of the papers comes too late", "the time zone decides who speaks",
        "interpretation would let people speak freely", "my colleagues cannot follow fast English",
    ),
    "trust": (
        "trust takes years and one e-mail to lose", "we only share bad results with people we know",
        "being honest about failure builds trust", "nobody admits a mistake in front of strangers",
        "people need to feel safe to be honest", "confidence in each other comes first",
    ),
}  # fmt: skip
TEXTS = {f"{name}-{at}": text for name, texts in SUBJECTS.items() for at, text in enumerate(texts)}


def of_all() -> dict[str, dict[str, Any]]:
    """Every note by id (`money-0`, …), in four rooms."""
    return {id: {"text": text, "room": f"r{at % 4}"} for at, (id, text) in enumerate(TEXTS.items())}


def request(**more: Any) -> dict[str, Any]:
    """A request to the process with all notes and no themes."""
    return {"id": 1, "event": "e", "notes": of_all(), "themes": [], "placed": {}, "pinned": {},
            **more}  # fmt: skip


def named(*names: str) -> list[dict[str, Any]]:
    """Themes with a human's name, as a request holds them."""
    return [{"id": name, "title": NAMES.get(name, name), "locked": True} for name in names]
