"""Finds what scripts say, for Babel: its own reader of JavaScript loses words inside nested templates.

It stands alone because only whoever makes a catalogue needs it (babel.cfg names it).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

STRING = r'"(?:[^"\\]|\\.)*"'
SPOKEN = re.compile(rf"(?<![\w.])(?:(t)\(\s*({STRING})|(tn)\(\s*({STRING}),\s*({STRING}))")

Found = tuple[int, str, str | tuple[str, ...], list[str]]


def extract(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """(line, function, its sentences, no comments) of every t() and tn()."""
    text = file.read().decode()
    for found in SPOKEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if found[1]:
            yield line, "t", json.loads(found[2]), []
        else:
            yield line, "tn", (json.loads(found[4]), json.loads(found[5])), []
