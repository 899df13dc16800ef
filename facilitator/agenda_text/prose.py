"""A programme told in sentences: “We meet at 9:30. At 10:10, Dr Oyelaran presents the draft.”

It stands alone because it is tried only where no line is a slot: in any other text a time inside
a sentence is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from facilitator.agenda_text import clocks, dates
from facilitator.agenda_text.lines import Line

_SENTENCE = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\bSt)(?<!\b[A-Z])(?<!\b[ap])(?<!\d[ap])[.!?;]\s+(?=\W?[A-ZÀ-Ý\d])")
_JOINT = re.compile(r",?\s+(?:and(?: then)?|then|before|followed by|et(?: puis| ensuite)?|puis|und(?: dann)?|dann|anschließend|y(?: luego)?|luego|después|e(?: depois)?|depois)\s+|,\s+", re.I)
_FILLING = re.compile(
    r"^(?:and|then|followed by|there (?:will be|is|are)|we(?:[’']ll| will| shall)?(?: then)?(?: have| hear)?|you(?:[’']ll| will)(?: have| hear)?|et|puis|ensuite|il y aura|nous aurons|und|dann|gibt es|y|luego|habrá|tendremos|e|depois|haverá|teremos)\s+", re.I)  # fmt: skip
FEWEST = 3  # times in sentences that make a programme


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines, each clause with a time of its own on a line that begins with it; none where few have one."""
    made = [part for paragraph in _paragraphs(lines) for part in _told(paragraph)]
    begun = sum(clocks.find(line.text) is not None and not dates.find(line.text) for line in made)
    return made if begun >= FEWEST else []


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that follow each other in the text, without headings and tables."""
    found: list[list[Line]] = []
    for line in lines:
        last = found[-1][-1] if found else None
        goes_on = last and line.number == last.number + 1 and not (line.bullet or line.cells or line.heading or last.text.endswith((",", ":")))
        if goes_on:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _told(paragraph: Sequence[Line]) -> list[Line]:
    whole, ends = "", []
    for line in paragraph:
        whole = f"{whole} {line.text}".strip()
        ends.append((len(whole), line))
    made, at = [], 0
    for sentence in _cut(whole, _SENTENCE):
        line = next(line for end, line in ends if at < end)
        made += [replace(line, text=part, cells=(), bullet=False, width=0) for part in _clauses(sentence)]
        at = whole.find(sentence, at) + len(sentence)
    return made


def _cut(text: str, mark: re.Pattern[str]) -> list[str]:
    parts, begin = [], 0
    for match in mark.finditer(text):
        parts.append(text[begin : match.end()].strip())
        begin = match.end()
    return [part for part in (*parts, text[begin:].strip()) if part]


def _clauses(sentence: str) -> list[str]:
    """The clauses of a sentence that have a time, with that time first; else the sentence."""
    if dates.find(sentence) or not clocks.find(sentence):
        return [sentence]
    clauses: list[str] = []
    for part in _cut(sentence, _JOINT):
        if clauses and not (clocks.find(part) and clocks.find(clauses[-1])):
            clauses[-1] = f"{clauses[-1]} {part}"
        else:
            clauses.append(part)
    return [_first(clause) for clause in clauses]


def _first(clause: str) -> str:
    span = clocks.find(clause)
    if span is None:
        return clause
    head, tail = clause[: span.at].strip(" ,"), clause[span.until :].strip(" ,.;:")
    head = re.sub(rf"(?:{_JOINT.pattern})$", "", head, flags=re.I)
    title = re.sub(rf"(?:{_JOINT.pattern.strip()})$|,?\s+(?:and|et|und|y|e|then|puis|dann|before|followed by|suivie? (?:de|par)|seguid[oa] (?:de|por)|gefolgt von|is|are|by|ist|est|sera|será)$", "", f"{head} {tail}".strip(), flags=re.I)
    while (shorter := _FILLING.sub("", title)) != title:
        title = shorter
    return f"{clause[span.at : span.until].strip()} – {title}"
