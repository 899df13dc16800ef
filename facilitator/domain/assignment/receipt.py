"""What a draw achieved, beside the best that was possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Receipt:
    """`same_org` and `repeats` are pairs in one room; `fewest` is the lower bound of the first."""

    sizes: tuple[int, ...]
    same_org: int
    fewest: int
    repeats: int

    def as_json(self) -> dict[str, Any]:
        """{met, not_met, metrics}, with sentences for a person."""
        met, not_met = [f"Sizes differ by {max(self.sizes, default=0) - min(self.sizes, default=0)}"], []
        if self.same_org <= self.fewest:
            met.append("Organisations are spread as far as possible")
        else:
            why = f"{self.same_org} pairs of one organisation; {self.fewest} cannot be avoided"
            not_met.append({"wish": "Organisations are spread as far as possible", "why": why})
        if self.repeats:
            why = f"{self.repeats} pairs have met before"
            not_met.append({"wish": "Nobody meets again", "why": why})
        else:
            met.append("Nobody meets again")
        metrics = {"sizes": list(self.sizes), "same_org": self.same_org, "same_org_bound":
                   self.fewest, "repeats": self.repeats}  # fmt: skip
        return {"met": met, "not_met": not_met, "metrics": metrics}


def fewest_same_org(orgs: Iterable[str | None], rooms: int) -> int:
    """Pairs of one organisation that no draw can avoid: each organisation dealt evenly."""
    total = 0
    for count in Counter(org for org in orgs if org is not None).values():
        each, more = divmod(count, rooms)
        total += more * (each + 1) * each // 2 + (rooms - more) * each * (each - 1) // 2
    return total


def same_org(rooms: Sequence[Sequence[str | None]]) -> int:
    """Pairs of one organisation in one room."""
    return sum(
        count * (count - 1) // 2
        for room in rooms
        for count in Counter(org for org in room if org is not None).values()
    )
