"""What commas, semicolons and “and” divide, with brackets left whole."""

from __future__ import annotations

import re


def grouped(part: str) -> str:
    """“A B, Org and C D, Org” is left alone; “A B and C D (Org)” gets its commas."""
    return re.sub(r",?\s+(?:and|&|et|und|sowie|y|e|en)\s+(?=(?:(?:the|la|el|le|o|a|die|der|das)\s)?[A-ZÀ-Ý])(?![^()]*\))", ", ", part)


def listed(text: str) -> list[str]:
    """What commas and “and” divide, brackets left whole."""
    return [part.strip(" .") for part in split(grouped(text), ",") if part.strip(" .")]


def split(text: str, mark: str) -> list[str]:
    """Split at a mark that does not stand inside brackets."""
    if not mark:
        return [text]
    parts, depth, begin, at = [], 0, 0, 0
    while at < len(text):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth <= 0 and text.startswith(mark, at):
            parts.append(text[begin:at])
            begin = at = at + len(mark)
        else:
            at += 1
    return [*parts, text[begin:]]
