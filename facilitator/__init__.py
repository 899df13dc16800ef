"""Facilitator: the agenda clock, breakout rooms, notes and themes of a live event.

Kept empty of imports: the very first thing a serving process must do is patch
(see green.py), and importing anything here would come before that.
"""

__version__ = "0.1.0"
