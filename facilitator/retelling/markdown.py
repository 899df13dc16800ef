"""The account as Markdown: what people wrote stays words and never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facilitator.retelling.blocks import Block, Grid, Heading, Paragraph, Quotes

SIGNS = re.compile(r"([\\`*_{}\[\]<>|~])")
STARTS = re.compile(r"^(?=[#+=-])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])")  # a heading, a list


def write(blocks: Sequence[Block]) -> str:
    """The blocks as one Markdown text."""
    parts = ("\n".join(_lines(block)) for block in blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {_plain(text)}"
        case Paragraph(text):
            yield _plain(text)
        case Quotes(said):
            for words, place in said:
                yield f"- {_plain(words)}" + (f" *({_plain(place)})*" if place else "")
        case Grid(head, rows):
            yield _row(head)
            yield _row(["---"] * len(head), escaped=True)
            yield from map(_row, rows)


def _row(cells: Sequence[str], escaped: bool = False) -> str:
    return f"| {' | '.join(cells if escaped else map(_plain, cells))} |"


def _plain(text: str) -> str:
    """The text on one line, with every sign that Markdown would take for itself escaped."""
    line = " ".join(text.split())
    return STARTS.sub(r"\\", SIGNS.sub(r"\\\1", line))
