"""What another model taught: a part of each vector, and how the map for it is made."""

from __future__ import annotations

import numpy as np
import pytest

from facilitator.theming import encoder, taught
from tests.bench.teaching import taught_by


def test_it_is_a_part_of_each_vector_with_the_length_it_should_have() -> None:
    row = encoder.encode(["the last bus leaves before the meeting ends"])[0]
    own, said_again = row[:1_344], row[1_344 : 1_344 + taught.WIDTH]
    assert said_again @ said_again / (own @ own) == pytest.approx(taught.LENGTH**2 / 3, rel=0.01)


def test_it_hears_the_subject_through_other_words() -> None:
    bus, cow, transport = taught.read(
        encoder.own_parts(["last one leaves at ten past seven", "they stand in the meadow all day", "bus and train"])
    )
    assert _cosines(np.stack([bus, cow]), transport[None])[0, 0] > _cosines(cow[None], transport[None])[0, 0]


def test_a_linear_teacher_is_learned() -> None:
    dice = np.random.RandomState(1)
    ours = encoder.unit(dice.standard_normal((3_000, 200)) * np.linspace(2, 0.1, 200))
    theirs = ours @ dice.standard_normal((200, 24)).astype(np.float32)
    kept = taught_by(ours[:2_500], theirs[:2_500]).astype(np.float32)
    learned = ours[2_500:] @ kept[:-1] + kept[-1]
    real = theirs[2_500:] - theirs.mean(axis=0)
    above = np.triu_indices(500, 1)
    same = np.corrcoef(_cosines(learned, learned)[above], _cosines(real, real)[above])[0, 1]
    assert same > 0.95


def _cosines(one: encoder.Vectors, other: encoder.Vectors) -> encoder.Vectors:
    return encoder.unit(one) @ encoder.unit(other).T
