"""Who sits with whom: breakout rooms that mix people, keep wishes and can prove both.

`draw` seats everybody for one round, `judge` says how good rooms are, `place` finds a late
joiner's room, `solve` works on a whole case of several rounds. Standard library only; the same seed gives the same rooms.
"""

from facilitator.domain.assignment.draw import Drawn, draw, judge
from facilitator.domain.assignment.late import broken, place
from facilitator.domain.assignment.receipt import Receipt
from facilitator.domain.assignment.roster import Guest, Wishes
from facilitator.domain.assignment.solving import solve

__all__ = ["Drawn", "Guest", "Receipt", "Wishes", "broken", "draw", "judge", "place", "solve"]
