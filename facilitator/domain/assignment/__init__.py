"""Who sits with whom: random, fair, the same for the same seed.

People are shuffled into rooms of equal size; then pairs who should not share a room are
taken apart by swaps until the fewest possible are left. Names and the order of joining never
matter: ids are only used to bring people into one order before the shuffle.
"""

from facilitator.domain.assignment.draw import Drawn, draw, place
from facilitator.domain.assignment.guest import Guest, Wishes
from facilitator.domain.assignment.receipt import Receipt

__all__ = ["Drawn", "Guest", "Receipt", "Wishes", "draw", "place"]
