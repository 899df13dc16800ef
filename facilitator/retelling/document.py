"""The account as a Word document, for those who go on writing in it."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from facilitator.retelling.blocks import Block, Grid, Heading, Paragraph, Quotes

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold."""


def write(blocks: Sequence[Block]) -> bytes:
    """The blocks as the bytes of a .docx file."""
    from docx import Document  # here, because it would slow down every start

    made = Document()
    for block in blocks:
        _add(made, block)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _add(made: Any, block: Block) -> None:
    match block:
        case Heading(text, level):
            made.add_heading(_clean(text), level - 1)
        case Paragraph(text):
            made.add_paragraph(_clean(text))
        case Quotes(said):
            for words, place in said:
                line = made.add_paragraph(_clean(words), style="List Bullet")
                if place:
                    line.add_run(f"  {_clean(place)}").italic = True
        case Grid(head, rows):
            table = made.add_table(rows=0, cols=len(head), style="Table Grid")
            for row in (head, *rows):
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = _clean(text)


def _clean(text: str) -> str:
    return FORBIDDEN.sub("", text)
