"""Any pasted text as plain numbered lines: HTML, Markdown, tables and bullets taken off."""

from __future__ import annotations

import csv
import html
import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

from facilitator.agenda_text.clocks import spelled
from facilitator.agenda_text.dates import NUMBER

_MONTHS = rf"(?:{'|'.join(sorted(NUMBER, key=len, reverse=True))})"
LONGEST = 2_000  # characters of one line that are looked at
_BLOCKS = {"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol",
           "section", "article", "dt", "dd", "header", "footer"}  # fmt: skip
_TAG = re.compile(r"</?(?:p|div|li|tr|td|th|h[1-6]|table|ul|ol|section|dt|dd)\b[^<>]*>", re.I)
# A page's own word for who a block names, as a whole class or the end of one: agenda-speaker.
_ROLE = re.compile(r"(?:^|[\s_-])(?:(?P<leads>moderator|chair)|speaker|presenter|panell?ist|intervenante?|ponente|palestrante|referent)(?:\s|$)", re.I)
_INLINE = re.compile(r"</?(?:span|strong|b|em|i|u|a|small|sup|font)\b[^<>]*>", re.I)
_SIDE_BY_SIDE = re.compile(r"</span>\s*<span\b[^<>]*>")
_BULLET = re.compile(rf"^\s*(?:[-*+•●▪▫◦‣·–—»►▶›>✓✔➤❖■□○]|\(?\d{{1,2}}[).](?!\s+(?i:{_MONTHS})\b\.?\s*(?:\d|$|[,(–—:-]))|[a-z]\))\s+")
_TIME_CELL = re.compile(r"^(?:time|when|uhrzeit|zeit|heure|horaire|hora|horário|horario)\s*:\s*(?=\d)", re.I)
_LEAD_CELL = re.compile(r"^(?:lead|speaker|presenter|facilitator|host|leitung|animation|ponente|palestrante)s?\s*:", re.I)
_LENGTH_APART = re.compile(r"\S {2,}(?:\d{1,3}\s?(?:['′’]|min(?:ute|uto)?s?\b\.?)|[1-6]\s?h(?:\s?[0-5]\d)?)$|^(?:\d{1,3}\s?(?:['′’]|min(?:ute|uto)?s?\b\.?)|[1-6]\s?h(?:\s?[0-5]\d)?) {2,}\S")
_APOSTROPHE = re.compile(r"\b([01]?\d|2[0-3])['’´]([0-5]\d)(?=\s?(?:h|hs|hrs|horas)\b)")  # 22’30 horas
_SLASHED = re.compile(r"(?<![\w/])(\d{1,2})(\s?h\s?(?:[0-5]\d)?)\s?/\s?(\d{1,2})(\s?h\s?(?:[0-5]\d)?)(?![\w/])", re.I)
_RULE = re.compile(r"^[\s|:=_*~-]*$")
_SIGNS = re.compile(
    "(?:^|(?<=[|·]))\\s*[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+\\s*"
)
# What people draw before a speaker and before a place, inside a line.
_SPEAKS = re.compile("(?<=[^\\W\\d])\\s+[\U0001f3a4\U0001f399\U0001f464\U0001f465\U0001f5e3][\ufe0f\u200d]*\\s*")
_PLACED = re.compile("(?<=\\w)\\s+[\U0001f4cd\U0001f4cc][\ufe0f\u200d]*\\s*")
_LINK = re.compile(
    r"\[([^\]]*)\]\(((?:https?://|\.{0,2}/|#|mailto:)[^\s)]*)\)|<(https?://[^\s>]+)>|(https?://[^\s<>()\[\]\"']+)"
)


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
    width: int = 0  # signs of the line as it was pasted


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0
        self.role = ""  # of whoever is named next
        self.cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")
        if tag in ("td", "th", "tr", "table"):
            self.cell = tag in ("td", "th")
        self.parts.append("\t" if tag in ("td", "th") else self._break(tag))
        if tag in _BLOCKS - {"ul", "ol", "table", "tr"} and (said := _ROLE.search(dict(attrs).get("class") or "")):
            self.role = "Moderator: " if said["leads"] else "Speaker: "

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style") and self.silent > 0
        if tag in ("td", "th", "tr", "table"):
            self.cell = False
        self.parts.append("" if tag in ("br", "td", "th") else self._break(tag))

    def _break(self, tag: str) -> str:
        """A new line, or inside a cell a dot between its lines."""
        return "" if tag not in _BLOCKS else " · " if self.cell and tag != "li" else "\n"

    def handle_data(self, data: str) -> None:
        if self.role and data.strip():
            self.parts.append("" if ":" in data[:25] else self.role)
            self.role = ""
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def is_markup(text: str) -> bool:
    """Whether a web page was pasted and no plain text."""
    return len(_TAG.findall(text[:20_000])) > 2 or len(_SIDE_BY_SIDE.findall(text[:20_000])) > 2


def lines_of(text: str) -> list[Line]:
    """The lines that say something, in order."""
    text = _unquoted(text)
    markup, text = is_markup(text), _one_a_line(text)
    if markup:
        reader = _Reader()
        reader.feed(text)
        text = re.sub(r"\n\s*\t", "\n", "".join(reader.parts))
    else:
        text = _INLINE.sub("", text)
        text = re.sub(
            r"^([^|\n]*)$", lambda m: re.sub(r"<br\s*/?>", "\n", m[1], flags=re.I), text, flags=re.M
        )
    text = html.unescape(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    text = _with_cells(spelled(text))
    found = (_line(number, raw[:LONGEST]) for number, raw in enumerate(text.split("\n"), 1) if raw.strip())
    return [line for line in found if line is not None]


def _unquoted(text: str) -> str:
    """A forwarded mail without the marks of its quoting, when most of it is quoted."""
    said = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.lstrip().startswith(">") for line in said)
    return re.sub(r"^[ \t]*(?:>[ ]?)+", "", text, flags=re.M) if quoted * 2 > len(said) else text


def _one_a_line(text: str) -> str:
    """Spans that stand side by side as what a page makes of them: a line for each time.

    Where a date was cut before its year, as mail programs do, the year comes up to it.
    """
    text = re.sub(rf"(\d{{1,2}}\.? {_MONTHS})[ \t]*\n((?:>[ ]?)?[ \t]*)(20\d\d)\b", r"\1 \3\n\2", text, flags=re.I)
    if len(_SIDE_BY_SIDE.findall(text)) < 3:
        return text
    return _SIDE_BY_SIDE.sub(_beside, re.sub(r"</span>\s*(?:<span\b[^<>]*>\s*)+(?=[^<>\w]{0,3}\d{1,2}[:.h]\d\d)", "<br>", text))


def _beside(match: re.Match[str]) -> str:
    return " · Speaker: " if (said := re.search(r"class=[\"']([^\"']*)", match[0])) and _ROLE.search(said[1]) else " · "


def _with_cells(text: str) -> str:
    """Lines of comma-separated values as cells, when several begin with a time and a comma."""
    for mark in ",;":
        rows = re.findall(rf'^"?\d{{1,2}}[:.h]\d\d"?\s?(?:[ap]m)?{mark}.*{mark}', text, flags=re.M | re.I)
        if len(rows) > 1:
            return "\n".join(_tabbed(raw, mark) if raw.count(mark) > 1 else raw for raw in text.split("\n"))
    return text


def _tabbed(raw: str, mark: str) -> str:
    try:
        return "\t".join(next(csv.reader([raw], delimiter=mark, skipinitialspace=True), [raw]))
    except csv.Error:
        return raw


def _line(number: int, raw: str) -> Line | None:
    raw = unicodedata.normalize(
        "NFC", re.sub("[\u200b\u200d\ufe0f]", "", raw.replace("\xa0", " ").replace("\u202f", " "))
    )
    raw = _SLASHED.sub(_ranged, raw)
    raw = _APOSTROPHE.sub(r"\1:\2", re.sub(r"(?<=\S) -- (?=\S)", " – ", raw))
    raw = re.sub(r"([(\[]\d{1,3}) ?m([)\]])", r"\1 min\2", re.sub("[│┃┆┊║]", "|", raw))
    links: list[str] = []
    raw = _LINK.sub(lambda m: _kept(m, links), raw)
    raw = re.sub(r"<br\s*/?>", " · ", raw, flags=re.I)
    raw = _PLACED.sub(" · Location: ", _SPEAKS.sub(" · Speaker: ", raw))
    indent = len(raw) - len(raw.lstrip(" \t"))
    cells = tuple(re.sub(r"^(\d{1,3}) ?m$", r"\1 min", cell) for cell in _unlabelled(_cells(_BULLET.sub("", raw))))
    heading = bool(re.match(r"\s*#{1,6}\s", raw))
    bullet = bool(_BULLET.match(raw))
    plain = _bare(_BULLET.sub("", raw) if bullet else raw)
    if _RULE.match(plain) and not links:
        return None
    return Line(number, plain, cells, heading, bullet, indent, tuple(links), len(raw.rstrip()))


def _ranged(match: re.Match[str]) -> str:
    """“10H/13H” as the hours from one to the other; a zone's copy of an hour is hardly written so."""
    return f"{match[1]}{match[2]} – {match[3]}{match[4]}" if int(match[1]) < int(match[3]) <= 24 else match[0]


def _kept(match: re.Match[str], links: list[str]) -> str:
    link = (match[2] or match[3] or match[4]).rstrip(".,;:")
    if link.startswith("http"):
        links.append(link)
    return match[1] or ""


def _cells(raw: str) -> tuple[str, ...]:
    bare = raw.strip(" ")
    if "\t" in bare.strip("\t"):
        return tuple(_bare(cell) for cell in bare.strip("\n").split("\t"))
    if raw.count("|") >= 2 or (raw.count(" | ") == 1):
        return tuple(_bare(cell) for cell in re.sub(r"^\s*\|?|\|?\s*$", "", raw).split("|"))
    if _LENGTH_APART.search(bare):
        return tuple(_bare(cell) for cell in re.split(r" {2,}", bare.strip()))
    if re.search(r"\S {3,}\S", bare):
        return tuple(_bare(cell) for cell in re.split(r" {3,}", bare.strip()))
    return ()


def _unlabelled(cells: tuple[str, ...]) -> tuple[str, ...]:
    """“Time: 10.00 | Lead: Ana | Tea” as its columns mean it: the time, the topic, who leads."""
    if len(cells) < 2 or not _TIME_CELL.match(cells[0]):
        return cells
    people = [cell for cell in cells[1:] if _LEAD_CELL.match(cell)]
    named = [cell if re.search(r"\w", cell.partition(":")[2]) else "" for cell in people]
    return (_TIME_CELL.sub("", cells[0]), *(cell for cell in cells[1:] if cell not in people), *named)


def _bare(text: str) -> str:
    """Without Markdown's marks and doubled blanks."""
    text = re.sub(r"(\*\*|__|~~|`)", "", re.sub(r"\\([\[\]()*_#|-])", r"\1", text))
    text = re.sub(r"(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)", "", text)
    text = re.sub(r"\(\s*\)", "", re.sub(r"^\s*#{1,6}\s+", "", text))
    text = re.sub(r"^(?:\s*·\s*)+|(?:\s*·\s*)+$", "", re.sub(r"(?:\s*·\s*){2,}", " · ", text))
    text = _SIGNS.sub("", text)
    return re.sub(r"^(?:\|\s*)+|(?:\s*\|)+\s*$", "", re.sub(r"\s+", " ", text)).strip()
