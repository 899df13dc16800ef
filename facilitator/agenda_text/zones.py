"""Time zones as announcements write them: ET, CEST, (Paris time), GMT+3, Europe/Berlin."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from facilitator.agenda_text.names import plain

NAMED = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York",
    "CT": "America/Chicago", "CST": "America/Chicago", "CDT": "America/Chicago",
    "MT": "America/Denver", "MST": "America/Denver", "MDT": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "GMT": "UTC", "UTC": "UTC", "BST": "Europe/London", "WET": "Europe/Lisbon",
    "WEST": "Europe/Lisbon", "CET": "Europe/Paris", "CEST": "Europe/Paris",
    "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin", "EET": "Europe/Athens",
    "EEST": "Europe/Athens", "MSK": "Europe/Moscow", "EAT": "Africa/Nairobi",
    "WAT": "Africa/Lagos", "CAT": "Africa/Maputo", "SAST": "Africa/Johannesburg",
    "IST": "Asia/Kolkata", "PKT": "Asia/Karachi", "NPT": "Asia/Kathmandu",
    "ICT": "Asia/Bangkok", "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
    "BRT": "America/Sao_Paulo", "ART": "America/Argentina/Buenos_Aires",
    "COT": "America/Bogota", "PET": "America/Lima", "CLT": "America/Santiago",
}  # fmt: skip
WORDS = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "central european": "Europe/Paris",
    "east africa": "Africa/Nairobi", "west africa": "Africa/Lagos", "central africa": "Africa/Maputo", "south africa": "Africa/Johannesburg", "southern africa": "Africa/Maputo", "brasilia": "America/Sao_Paulo",
    "uk": "Europe/London", "british": "Europe/London", "geneve": "Europe/Zurich",
    "geneva": "Europe/Zurich", "washington": "America/New_York", "washington, dc": "America/New_York", "ciudad de mexico": "America/Mexico_City",
    "genf": "Europe/Zurich", "ginebra": "Europe/Zurich", "genebra": "Europe/Zurich", "londres": "Europe/London",
    "lisboa": "Europe/Lisbon", "lissabon": "Europe/Lisbon", "lisbonne": "Europe/Lisbon", "wien": "Europe/Vienna",
    "vienne": "Europe/Vienna", "viena": "Europe/Vienna", "roma": "Europe/Rome", "bruxelles": "Europe/Brussels",
    "bruselas": "Europe/Brussels", "bruxelas": "Europe/Brussels", "brussel": "Europe/Brussels", "berlim": "Europe/Berlin",
    "munchen": "Europe/Berlin", "munich": "Europe/Berlin", "frankfurt": "Europe/Berlin", "hamburg": "Europe/Berlin",
    "barcelona": "Europe/Madrid", "nova york": "America/New_York", "nueva york": "America/New_York",
    "boston": "America/New_York", "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "cdmx": "America/Mexico_City", "peninsular": "Europe/Madrid", "mexico": "America/Mexico_City", "quito": "America/Guayaquil", "rio de janeiro": "America/Sao_Paulo",
    "delhi": "Asia/Kolkata", "new delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "bangalore": "Asia/Kolkata",
    "beijing": "Asia/Shanghai", "addis abeba": "Africa/Addis_Ababa", "abuja": "Africa/Lagos", "pretoria": "Africa/Johannesburg",
    "cape town": "Africa/Johannesburg", "le caire": "Africa/Cairo", "el cairo": "Africa/Cairo",
}  # fmt: skip

COUNTRIES = {  # of one zone, or with one that nearly all of its people live in
    "America/Bogota": "colombia colombie kolumbien colômbia", "America/Lima": "peru pérou", "America/Santiago": "chile chili",
    "America/Guayaquil": "ecuador équateur equador", "America/La_Paz": "bolivia bolivie bolivien bolívia",
    "America/Caracas": "venezuela", "America/Argentina/Buenos_Aires": "argentina argentine argentinien",
    "America/Montevideo": "uruguay uruguai", "America/Asuncion": "paraguay paraguai", "America/Panama": "panamá",
    "America/Costa_Rica": "costa-rica", "America/Guatemala": "guatemala", "Europe/Madrid": "españa spain espagne spanien espanha",
    "Europe/Lisbon": "portugal", "Europe/Paris": "france francia frankreich frança", "Europe/Berlin": "germany deutschland allemagne alemania alemanha",
    "Europe/Rome": "italy italia italien italie", "Africa/Nairobi": "kenya kenia", "Africa/Kampala": "uganda ouganda",
    "Africa/Dar_es_Salaam": "tanzania tanzanie", "Africa/Kigali": "rwanda ruanda", "Africa/Addis_Ababa": "ethiopia éthiopie",
    "Africa/Lagos": "nigeria nigéria", "Africa/Accra": "ghana", "Africa/Dakar": "sénégal", "Africa/Abidjan": "côte-d’ivoire",
    "Africa/Johannesburg": "south-africa südafrika sudáfrica", "Africa/Maputo": "mozambique moçambique", "Africa/Luanda": "angola",
    "Africa/Cairo": "egypt égypte ägypten egipto", "Africa/Casablanca": "morocco maroc marokko", "Asia/Kolkata": "india inde indien índia",
    "Asia/Karachi": "pakistan", "Asia/Kathmandu": "nepal népal", "Asia/Dhaka": "bangladesh", "Asia/Colombo": "sri-lanka",
    "Asia/Manila": "philippines", "Asia/Bangkok": "thailand", "Asia/Ho_Chi_Minh": "vietnam", "Asia/Singapore": "singapore",
    "Asia/Tokyo": "japan japon", "Asia/Seoul": "korea corée", "Asia/Shanghai": "china chine", "Asia/Amman": "jordan jordanie",
    "Asia/Beirut": "lebanon liban",
}  # fmt: skip
WORDS |= {plain(word.replace("-", " ")): zone for zone, words in COUNTRIES.items() for word in words.split()}

_ABBREVIATION = re.compile(r"(?<![\w/])(" + "|".join(NAMED) + r")(?![\w/+−-])")
_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?([+−-])\s?(\d{1,2})(?::?([0-5]\d))?(?!\d)")
_IANA = re.compile(r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b")
_PLACE = re.compile(
    r"\b([A-ZÀ-Ý][\w .'’-]{1,24}?)\s+(?:standard\s+|daylight\s+|local\s+)?time\b"
    r"|\b(?:heure (?:locale )?(?:de |d['’])|hora (?:local )?(?:de )?(?:la )?|horário (?:de )?|horario (?:de )?|hora oficial de|Ortszeit|US)\s*([A-ZÀ-Ý][\wÀ-ÿ .'’-]{2,24}?)(?=[)\],.;:\s]|$)"
    r"|\btimes?(?: are| is| listed| shown)?(?: in)?(?: US)? (eastern|central|mountain|pacific)\b(?! (?:europe|africa|america|asia|australia))"
    r"|\btimes? (?:are |shown |listed |given )?in ([A-ZÀ-Ý]\w+(?: [A-ZÀ-Ý]\w+)?)"
    r"|[(\[](?:US\s+)?(eastern|central|mountain|pacific)[)\]]",
    re.I,
)


@cache
def _cities() -> dict[str, str]:
    names = sorted(available_timezones())
    return {n.rpartition("/")[2].replace("_", " ").casefold(): n for n in names if "/" in n
            and not n.startswith(("Etc/", "SystemV/", "posix/", "right/"))}  # fmt: skip


Found = tuple[str, int, int]


def find(line: str) -> Found | None:
    """(zone, start, end in the line) of the time zone written in a line, the first of several.

    “IST (GMT+5:30)” is the named zone when the offset is one of that zone's.
    """
    offset = _offset(line)
    named = _iana(line) or _abbreviation(line) or _place(line) or _beside_hours(line)
    if offset is None or named is None:
        return named or offset
    if _has_offset(named[0], offset[0]) and named[0] != "UTC":
        return named[0], min(named[1], offset[1]), max(named[2], offset[2])
    return offset if named[0] == "UTC" and abs(offset[1] - named[1]) < 8 else min(
        named, offset, key=lambda found: found[1])  # fmt: skip


_CLOCKED = re.compile(r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[aApP]\.?\s?[mM]\.?|m\.|h|Uhr)?\s*(?:in\s+)?[(]?([A-ZÀ-Ý][\w .'’-]{2,24}?)(?=[)]?\s*(?:[|/,;·•=–—-]|$))")


_ALL = re.compile(r"\b(?:all|alle|tous|toutes|todos|todas)\b.{0,12}\b(?:times|zeiten|uhrzeiten|zeitangaben|heures|horaires|horas|horarios|horários)\b"
                  r"|^\W*(?:agenda|programm?e?|programa(?:ção|ción)?|schedule|run of show|ablauf|tagesordnung|horario|déroulé)\b.{0,12}[(,:–—-]", re.I)  # fmt: skip


def of_text(text: str) -> str | None:
    """The zone an announcement is in: the one all its times are said to be in, or the first."""
    lines = [line[:400] for line in text[:20_000].split("\n") if line.strip()]
    said = (zone for line in lines if _ALL.search(line) and (zone := find(line)))
    if all_in := next(said, None):
        return all_in[0]
    return next((found[0] for line in lines if (found := min(filter(None, (find(line), _cities_of(line))), key=lambda one: one[1], default=None))), None)


def of_cities(line: str) -> str | None:
    """The first zone of “8:00 New York | 13:00 London”; one city alone may be a title."""
    found = _cities_of(line)
    return found[0] if found else None


def _cities_of(line: str) -> Found | None:
    told = [(plain(match[1]).strip(), *match.span(1)) for match in _CLOCKED.finditer(line)]
    found = [(zone, at, until) for name, at, until in told if (zone := WORDS.get(name) or _cities().get(name))]
    return found[0] if len(found) > 1 else None


def is_place(text: str) -> bool:
    """Whether words are the name of a place whose zone is known, and nothing else."""
    return plain(text).strip() in WORDS or plain(text).strip() in _cities()


_BESIDE = re.compile(r"\d\s?(?:[ap]\.?m\.?|h|Uhr)?\s*[(\[]([A-ZÀ-Ý][\w .,'’-]{2,24}?)[)\]]")


def _beside_hours(line: str) -> Found | None:
    """The zone of “10pm–1am (London)”: one city right behind the hours, in brackets."""
    for match in _BESIDE.finditer(line):
        name = plain(match[1])
        if zone := WORDS.get(name) or _cities().get(name):
            return zone, match.start(1) - 1, match.end()
    return None


def _has_offset(zone: str, offset: str) -> bool:
    hours, minutes = int(offset[3:6]), int(offset[7:9])
    wanted = timedelta(hours=hours, minutes=minutes if hours >= 0 else -minutes)
    days = (datetime(2025, month, 15, tzinfo=ZoneInfo(zone)) for month in (1, 7))
    return any(day.utcoffset() == wanted for day in days)


def _iana(line: str) -> tuple[str, int, int] | None:
    for match in _IANA.finditer(line):
        if match[0] in available_timezones():
            return match[0], match.start(), match.end()
    return None


def _offset(line: str) -> tuple[str, int, int] | None:
    match = _OFFSET.search(line)
    if match is None or int(match[2]) > 14:
        return None
    sign = "+" if match[1] == "+" else "-"
    return f"UTC{sign}{int(match[2]):02d}:{match[3] or '00'}", match.start(), match.end()


def _abbreviation(line: str) -> tuple[str, int, int] | None:
    match = _ABBREVIATION.search(line)
    return (NAMED[match[1]], match.start(), match.end()) if match else None


def _place(line: str) -> tuple[str, int, int] | None:
    for match in _PLACE.finditer(line):
        words = plain(match[1] or match[2] or match[3] or match[4] or match[5]).split()
        if match[2]:  # “hora de la Ciudad de México”: the name goes on behind its first word
            words = re.findall(r"[\w’'-]+", plain(line[match.start(2) : match.start(2) + 30]))[:4]
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count] if match[2] else words[-count:])
            zone = WORDS.get(name) or _cities().get(name)
            if zone:
                return zone, match.start(), match.end()
    return None
