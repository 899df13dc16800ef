"""Any pasted text as plain numbered lines: HTML, Markdown, tables and bullets taken off."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

LONGEST = 2_000  # characters of one line that are looked at
_BLOCKS = {"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol",
           "section", "article", "dt", "dd", "header", "footer"}  # fmt: skip
_TAG = re.compile(r"</?(?:p|div|li|tr|td|th|br|h[1-6]|table|ul|ol|span|strong|b|em|i|a)\b[^<>]*>", re.I)
_BULLET = re.compile(r"^\s*(?:[-*+•●▪◦‣·–—»►▶✓]|\(?\d{1,2}[).]|[a-z]\))\s+")
_RULE = re.compile(r"^[\s|:=_*~-]*$")
_LINK = re.compile(r"\[([^\]]*)\]\((https?://[^\s)]+)\)|<(https?://[^\s>]+)>|(https?://[^\s<>()\[\]\"']+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the pasted text, its words, its cells when it is a table row."""

    number: int
    text: str
    cells: tuple[str, ...] = ()
    heading: bool = False
    bullet: bool = False
    indent: int = 0
    links: tuple[str, ...] = ()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent += tag in ("script", "style")
        self.parts.append("\t" if tag in ("td", "th") else "\n" if tag in _BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style") and self.silent > 0
        self.parts.append("\n" if tag in _BLOCKS - {"br"} else "")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def lines_of(text: str) -> list[Line]:
    """The lines that say something, in order."""
    if len(_TAG.findall(text[:20_000])) > 2:
        reader = _Reader()
        reader.feed(text)
        text = re.sub(r"\n\s*\t", "\n", "".join(reader.parts))
    text = html.unescape(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    found = (_line(number, raw[:LONGEST]) for number, raw in enumerate(text.split("\n"), 1))
    return [line for line in found if line is not None]


def _line(number: int, raw: str) -> Line | None:
    raw = unicodedata.normalize("NFC", raw.replace("\xa0", " ").replace("\u202f", " ").replace("\u200b", ""))
    links: list[str] = []
    raw = _LINK.sub(lambda m: _kept(m, links), raw)
    raw = re.sub(r"<br\s*/?>", " · ", raw, flags=re.I)
    indent = len(raw) - len(raw.lstrip(" \t"))
    cells = _cells(raw)
    heading = bool(re.match(r"\s*#{1,6}\s", raw))
    bullet = bool(_BULLET.match(raw))
    plain = _bare(_BULLET.sub("", raw) if bullet else raw)
    if _RULE.match(plain) and not links:
        return None
    return Line(number, plain, cells, heading, bullet, indent, tuple(links))


def _kept(match: re.Match[str], links: list[str]) -> str:
    links.append((match[2] or match[3] or match[4]).rstrip(".,;:"))
    return match[1] or ""


def _cells(raw: str) -> tuple[str, ...]:
    if "\t" in raw.strip():
        return tuple(_bare(cell) for cell in raw.strip("\n").split("\t"))
    if raw.count("|") >= 2 or (raw.count(" | ") == 1):
        return tuple(_bare(cell) for cell in raw.strip().strip("|").split("|"))
    return ()


def _bare(text: str) -> str:
    """Without Markdown's marks and doubled blanks."""
    text = re.sub(r"(\*\*|__|~~|`)", "", text)
    text = re.sub(r"(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)", "", text)
    return re.sub(r"\s+", " ", re.sub(r"^\s*#{1,6}\s+", "", text)).strip()
