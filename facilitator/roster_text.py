"""A roster as organisers have it, a pasted list or a table, as lines with what is wrong with each.

Apart from `agenda_text`, because here every line must be right: a person seated by a wish that
was misread cannot be seated again. So nothing is guessed silently: what cannot be read is said
with its line, and as long as something is, nothing is imported.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from babel import Locale

from facilitator.domain.roster import mark, plain

COLUMNS = {  # field → how people call the column
    "name": "name, full name, participant, teilnehmer, nom, nombre, nome",
    "first": "first name, given name, vorname, prénom",
    "last": "last name, surname, family name, nachname, nom de famille, apellido, apellidos",
    "organisation": "organisation, organization, org, company, institution, affiliation, firma, organización",
    "role": "role, title, position, job, job title, function, fonction, cargo, funktion",
    "languages": "language, languages, speaks, sprache, sprachen, langue, langues, idioma, idiomas",
    "mode": "mode, where, attendance, format, presence",
    "topics": "topic, topics, interest, interests, thema, themen, thème, thèmes, tema, temas",
    "together": "with, together, together with, sits with",
    "apart": "apart, apart from, not with",
    "group": "group, team, table, gruppe, groupe, grupo",
    "capabilities": "can, capability, capabilities",
    "facilitator": "facilitator, facilitates, lead, room lead",
    "scribe": "scribe, note taker, notetaker, takes notes",
    "interprets": "interprets for, interpreter for",
    "interpreter": "interpreter, interprets",
}
FIELD_OF = {heading: name for name, headings in COLUMNS.items() for heading in headings.split(", ")}
ORDER = ("name", "organisation", "role", "languages", "mode", "topics")
"""Columns of a table without headings."""
MODES = {
    "onsite": "onsite, on site, on-site, in person, in-person, hall, in the hall, in the room, présentiel, "
              "presencial, vor ort",
    "online": "online, remote, zoom, virtual, en ligne, en línea",
}
CAPABILITIES = {
    "facilitator": "facilitator, facilitate, lead, host", "scribe": "scribe, note taker, notetaker, notes",
    "interpreter": "interpreter, interpret",
}  # fmt: skip
YES = {"yes", "y", "x", "1", "true", "ja", "oui", "sí", "si", "sim", "✓"}
NO = {"", "no", "n", "0", "false", "nein", "non", "não", "-", "–"}
LISTS = ("languages", "topics", "together", "apart")
NAMING = {"name", "first"}
ODD = re.compile(r"[\d@<>()\[\]{}|/;,:\t]")  # signs that names seldom have
MOST_WORDS = 6


@dataclass
class Read:
    """What was read: entries as `roster.import` takes them, with the line each stands on."""

    lines: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)  # they stop the import
    remarks: list[tuple[int, str]] = field(default_factory=list)  # they do not
    ignored: list[str] = field(default_factory=list)  # columns nothing is made of

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON, each entry with its line."""
        return {
            "lines": [{"line": number, **made} for number, made in self.lines],
            "problems": [{"line": number, "why": why} for number, why in self.problems],
            "remarks": [{"line": number, "why": why} for number, why in self.remarks],
            "ignored": self.ignored,
        }


def _meaning(word: str, names: dict[str, str]) -> str | None:
    """The key under which a word is listed."""
    return next((key for key, words in names.items() if plain(word) in words.split(", ")), None)


@cache
def _languages() -> dict[str, str]:
    """A language's tag by its names, in the languages organisers write their tables in."""
    found: dict[str, str] = {}
    for place in ("en", "fr", "es", "de", "pt"):
        for tag, name in Locale(place).languages.items():
            if re.fullmatch(r"[a-z]{2,3}", tag):
                found.setdefault(plain(str(name)), tag)
    for tag in ("en", "fr", "es", "de", "pt", "ar", "sw", "hi", "zh", "ru", "am", "id", "it", "nl", "tr"):
        found.setdefault(plain(Locale(tag).get_language_name(tag) or tag), tag)
    return found


def read(text: str) -> Read:
    """The roster in a pasted text."""
    found, rows = Read(), list(_rows(text))
    if not rows:
        return found
    headings = _headings(rows[0][1])
    table = bool(NAMING & set(headings))
    if table:
        found.ignored = [cell for cell, name in zip(rows[0][1], headings, strict=True) if cell and not name]
        rows = rows[1:]
    else:
        headings = [*ORDER, *[None] * 99]
    for number, cells in rows:
        named = {name: cell for name, cell in zip(headings, cells, strict=False) if name and cell}
        _take(found, number, named)
        if not table:
            found.remarks.extend((number, why) for why in _doubts(cells))
    _compare(found)
    return found


def _headings(cells: list[str]) -> list[str | None]:
    return [FIELD_OF.get(plain(re.sub(r"[_*?:]+", " ", cell))) for cell in cells]


def _doubts(cells: list[str]) -> Iterator[str]:
    """What of a line without headings may have been meant otherwise."""
    if ODD.search(cells[0]) or len(cells[0].split()) > MOST_WORDS:
        yield "is all of this a name?"
    if any(cells[len(ORDER) :]):
        yield f"more is written here than is read: {', '.join(filter(None, cells[len(ORDER) :]))}."


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of every line that says something."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    sign = _sign(first)
    found: Iterator[tuple[int, list[str]]] = _cut(lines, 0, sign)
    other = [_other(line, sign) for line in lines]
    if any(other) and text.count('"') % 2 == 0 and not NAMING & set(_headings(next(_cut([first], 0, sign))[1])):
        found = (row for number, line in enumerate(lines) for row in _cut([line], number, other[number] or sign))
    yield from ((number, cells) for number, cells in found if any(cells))


def _sign(line: str) -> str:
    """What a line is cut by, or nothing."""
    sign = max("\t;,", key=line.count)
    return sign if sign in line else ""


def _other(line: str, sign: str) -> str:
    """What a line is cut by where the others' sign does not stand in it outside quotation marks."""
    bare = re.sub(r'"[^"]*"', "", line)
    return "" if sign and sign in bare else _sign(bare)


def _cut(lines: list[str], before: int, sign: str) -> Iterator[tuple[int, list[str]]]:
    """The lines as cells; `before`: lines above them."""
    number = before + 1
    rows = csv.reader(lines, delimiter=sign or "\t", skipinitialspace=True)
    for cells in rows:
        cells = [" ".join(cell.split()) for cell in cells]
        yield number, _person(cells[0]) if len(cells) == 1 else cells
        number = before + rows.line_num + 1


def _person(line: str) -> list[str]:
    """A line of a plain list: Amina Wekesa (Motriz)."""
    one = re.sub(r"^(?:[-*•]|\d+[.)])\s*", "", line)
    inside = re.fullmatch(r"(.+?)\s*(?:\(|–|—|\|| - )\s*([^()]+?)\)?", one)
    return list(inside.groups()) if inside else [one]


def _take(found: Read, number: int, cells: dict[str, str]) -> None:
    name = cells.get("name") or " ".join(cells[part] for part in ("first", "last") if part in cells)
    if not name or len(name) > 80:
        why = "the name is longer than 80 characters." if name else "the name is missing."
        found.problems.append((number, why))
        return
    said: list[str] = []
    made: dict[str, Any] = {"name": name}
    made |= {key: cells[key] for key in ("organisation", "role", "group", "interprets") if key in cells}
    made |= {key: _several(cells[key]) for key in LISTS if key in cells}
    if "languages" in made:
        made["languages"] = _understood(made["languages"], _tag, "language", said)
    if "mode" in cells:
        where = partial(_meaning, names=MODES)
        made["mode"] = "".join(_understood([cells["mode"]], where, "place (use on site or online)", said))
    made["capabilities"] = _capabilities(cells, said)
    said.extend(f"{key} is too long." for key, value in made.items()
                if any(len(each) > 200 for each in ([value] if isinstance(value, str) else value)))  # fmt: skip
    found.problems.extend((number, why) for why in said)
    found.lines.append((number, made))


def _capabilities(cells: dict[str, str], said: list[str]) -> list[str]:
    """From one column that names them, or from columns of yes and no."""
    known = partial(_meaning, names=CAPABILITIES)
    what = "capability (use facilitator, scribe or interpreter)"
    can = _understood(_several(cells.get("capabilities", "")), known, what, said)
    for each in CAPABILITIES:
        answer = plain(cells.get(each, ""))
        if answer in YES or (each == "interpreter" and "interprets" in cells):
            can.append(each)
        elif answer not in NO:
            said.append(f"“{cells[each]}” under {each} is neither yes nor no.")
    return list(dict.fromkeys(can))


def _several(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;/|+]", cell) if part.strip()]


def _understood(
    parts: Sequence[str], meaning: Callable[[str], str | None], what: str, said: list[str]
) -> list[str]:
    known = {part: meaning(part) for part in parts}
    said.extend(f"“{part}” is not a {what} we know." for part, found in known.items() if not found)
    return [found for found in known.values() if found]


def _tag(word: str) -> str | None:
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?", word) and word.partition("-")[0].lower() in Locale("en").languages:
        return word.lower()
    return _languages().get(plain(word))


def _compare(found: Read) -> None:
    """What is wrong only beside the other lines: twice the same, wishes about nobody."""
    seen: dict[str, int] = {}
    names = {plain(made["name"]) for _, made in found.lines}
    for number, made in found.lines:
        first = seen.setdefault(mark(made["name"], made.get("organisation", "")), number)
        if first != number:
            found.problems.append((number, f"the same person as line {first}."))
        wished = [*made.get("together", ()), *made.get("apart", ()), made.get("interprets", "")]
        for name in filter(None, wished):
            if plain(name) not in names:
                found.remarks.append((number, f"{name} is not on this list; the wish waits until they are."))
    found.problems.sort()
