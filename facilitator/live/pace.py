"""How fast one connection may speak: a token bucket, in memory."""

from __future__ import annotations

from facilitator.domain.stamp import Refused

PER_SECOND = 10
AT_ONCE = 40


class Pace:
    """Lets `AT_ONCE` messages through at once, then `PER_SECOND`; the time is given in ms."""

    def __init__(self, at: int) -> None:
        self._left, self._at = float(AT_ONCE), at

    def step(self, at: int) -> None:
        """Counts one message; refused with the seconds to wait when there were too many."""
        elapsed = max(0, at - self._at) / 1_000
        self._left = min(float(AT_ONCE), self._left + elapsed * PER_SECOND)
        self._at = at
        if self._left < 1:
            wait = round((1 - self._left) / PER_SECOND, 2)
            raise Refused("rate", "That was too fast. Please wait a moment.", retry_after=wait)
        self._left -= 1
