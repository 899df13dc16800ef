"""`facilitator bench`: figures, side by side with what they are compared to."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

from facilitator.cli import Unusable

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "bench"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar="NAME", help=f"one of: {', '.join(names())}")


def names() -> list[str]:
    """The benchmarks of this checkout; none in an installed wheel."""
    return sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))


def run(given: argparse.Namespace) -> int:
    known = names()
    for name in given.names:
        if name not in known:
            raise Unusable(
                f"There is no benchmark “{name}”. Known: {', '.join(known) or 'none here'}."
            )
    return max(_run(name) for name in given.names)


def _run(name: str) -> int:
    sys.path.insert(0, str(FOLDER.parents[1]))  # a benchmark may use what the tests have
    path = FOLDER / f"bench_{name}.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return int(module.main([]))
