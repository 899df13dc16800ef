"""What each simulated phone sent, was promised and saw; and the sheet made of it.

All four counters must be zero. *Lost*: promised, but not in the author's own screen.
*Duplicated*: there more often than sent, or answered twice differently. *Missed*: promised,
but not on the screen of somebody in the same room. *Diverged*: a screen made of patches that
is not the screen a newcomer gets.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any


def now() -> float:
    """Seconds on a clock that never jumps."""
    return time.monotonic()


@dataclass
class Ledger:
    """The notes of all phones: when sent, when promised, when each roommate saw them."""

    sent: dict[str, float] = field(default_factory=dict)
    promised: dict[str, float] = field(default_factory=dict)
    room: dict[str, str] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)  # command id → version in its answer
    seen_after: list[float] = field(default_factory=list)  # seconds from sent to a roommate's screen
    promised_after: list[float] = field(default_factory=list)
    followed_after: list[float] = field(default_factory=list)  # seconds from Next to a phone
    joined_after: list[float] = field(default_factory=list)
    returns: int = 0  # times a phone came back after its connection ended
    answered_differently: int = 0
    refused: dict[str, int] = field(default_factory=dict)

    def note_sent(self, note: str) -> None:
        self.sent.setdefault(note, now())

    def note_promised(self, note: str, command_id: str, seq: int) -> None:
        self.answered(command_id, seq)
        if note not in self.promised:
            self.promised[note] = now()
            self.promised_after.append(now() - self.sent[note])

    def answered(self, command_id: str, seq: int) -> None:
        self.answered_differently += self.versions.setdefault(command_id, seq) != seq

    def note_seen(self, note: str) -> None:
        if note in self.sent:
            self.seen_after.append(now() - self.sent[note])

    def refusal(self, code: str) -> None:
        self.refused[code] = self.refused.get(code, 0) + 1


def spread(seconds: list[float]) -> dict[str, float]:
    """{p50, p95, max} in milliseconds."""
    if not seconds:
        return {"p50": 0.0, "p95": 0.0, "max": 0.0}
    row = sorted(seconds)
    at = {"p50": len(row) // 2, "p95": min(len(row) - 1, len(row) * 95 // 100), "max": len(row) - 1}
    return {name: round(row[index] * 1_000, 1) for name, index in at.items()}


def sheet(ledger: Ledger, phones: list[Any]) -> dict[str, Any]:
    """The result; `phones` have `fresh` (a newcomer's screens), `views`, `wrote` and `back`."""
    back = [phone for phone in phones if phone.fresh is not None]
    return {
        "people": len(phones), "back": len(back),
        "notes": {"sent": len(ledger.sent), "promised": len(ledger.promised)},
        "lost": sum(_lost(ledger, phone) for phone in back),
        "duplicated": ledger.answered_differently + sum(_doubled(phone) for phone in back),
        "missed": _missed(ledger, back),
        "diverged": sum(phone.views != phone.fresh for phone in back),
        "moved": sum(phone.moved for phone in back),
        "returns": ledger.returns, "refused": ledger.refused,
        "milliseconds": {
            "joined": spread(ledger.joined_after), "promised": spread(ledger.promised_after),
            "seen": spread(ledger.seen_after), "followed": spread(ledger.followed_after),
        },
    }  # fmt: skip


def _own(phone: Any) -> dict[str, Any]:
    return dict(phone.fresh.get(f"person:{phone.person}", {}).get("notes", {}))


def _lost(ledger: Ledger, phone: Any) -> int:
    return sum(note in ledger.promised and note not in _own(phone) for note in phone.wrote)


def _doubled(phone: Any) -> int:
    """Notes that are there and were never sent by this phone."""
    return sum(note not in phone.wrote for note in _own(phone))


def _missed(ledger: Ledger, phones: list[Any]) -> int:
    places = {note: own["room"] for phone in phones for note, own in _own(phone).items()}
    rooms = {f"room:{room}": room for room in places.values()}
    return sum(
        note not in phone.views[channel]["notes"]
        for phone in phones
        for channel in phone.views.keys() & rooms.keys()
        for note in ledger.promised
        if places.get(note) == rooms[channel]
    )
