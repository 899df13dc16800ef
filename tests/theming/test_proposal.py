"""Which notes a human is asked about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from facilitator.theming.proposal import Proposal
from facilitator.theming.sheet import Sheet
from tests.theming.notes import SUBJECTS

SURE = (9.0, 1.0, 0.0, 0.0, 0.0)
BETWEEN_TWO = (5.0, 4.9, 0.0, 0.0, 0.0)
BETWEEN_ALL = (3.0, 2.9, 2.8, 2.8, 2.8)


def proposal(scores: Sequence[Sequence[float]]) -> Proposal:
    texts = [SUBJECTS["money"][0]] * len(scores)  # all equally dense
    ids = [f"n{at}" for at in range(len(scores))]
    return Proposal(Sheet(ids, texts, [""] * len(ids)), ["a", "b", "c", "d", "e"], scores=np.array(scores, np.float32))


def test_notes_come_first_that_one_of_the_offered_themes_is_likely_to_mend() -> None:
    assert proposal([SURE, BETWEEN_ALL, BETWEEN_TWO]).check(())[0] == "n2"


@pytest.mark.parametrize("unit", [0.01, 1.0, 50.0])
def test_the_order_depends_on_no_scale(unit: float) -> None:
    some = np.array([SURE, BETWEEN_ALL, BETWEEN_TWO, (4, 3, 2, 1, 0)])
    assert proposal(list(unit * some)).check(()) == proposal(list(some)).check(())
