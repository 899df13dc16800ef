"""Makes `facilitator/theming/taught.npy`: what another model knows of texts, as far as a linear map of ours can say it.

    python -m tests.bench.teaching texts.json theirs.npy facilitator/theming/taught.npy

`texts.json` is a list of texts, `theirs.npy` one row of the other model a text. Ridge regression
onto its centred rows, then the main directions of what that predicts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facilitator.theming import encoder, taught

RIDGE = 0.03  # of the mean variance of a number
AT_ONCE = 512


def taught_by(ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> NDArray[np.float16]:
    """The map, its last row the shift."""
    mean = ours.mean(axis=0)
    rows, wanted = ours - mean, encoder.unit(theirs - theirs.mean(axis=0))
    spread = rows.T @ rows
    ridge = RIDGE * np.trace(spread) / len(spread) * np.eye(len(spread), dtype=np.float32)
    weights = np.linalg.solve(spread + ridge, rows.T @ wanted)
    _, directions = np.linalg.eigh(np.cov((rows @ weights).T))
    weights = weights @ directions[:, ::-1][:, : taught.WIDTH]
    return np.vstack([weights, -mean @ weights]).astype(np.float16)


def main(texts: str, theirs: str, out: str) -> None:
    said = json.loads(Path(texts).read_text("utf-8"))
    ours = np.vstack([encoder.own_parts(said[at : at + AT_ONCE]) for at in range(0, len(said), AT_ONCE)])
    np.save(out, taught_by(ours, np.load(theirs).astype(np.float32)))


if __name__ == "__main__":
    main(*sys.argv[1:])
