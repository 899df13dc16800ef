"""A benchmark is loaded as a real module, so that its dataclasses find themselves."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from facilitator.tasks import bench

BENCHMARK = '''
from __future__ import annotations
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    value: int


def main(given: list[str]) -> int:
    print("figure", Figure(3).value)
    return 0
'''


def test_a_benchmark_may_have_dataclasses_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bench_small.py").write_text(BENCHMARK, "utf-8")
    monkeypatch.setattr(bench, "FOLDER", tmp_path)
    assert bench.run(argparse.Namespace(names=["small"])) == 0
    assert capsys.readouterr().out == "figure 3\n"
