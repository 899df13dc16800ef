"""One person of a programme: the name, and the house and post that stand around it."""

from __future__ import annotations

import re
from functools import lru_cache

from facilitator.agenda_text import labels, names, places, posts
from facilitator.agenda_text.model import Speaker

_LOW = re.compile(
    r"^(?:(?:the|o|a|la|el|le|der|die|dem|den)\s+)?(?P<post>(?!(?:and|den|dem|los|las|une|una|uma|ein|eine|einer|with|see|from|von|mit|avec|com|con|der|die|das|les|des|del|for|por|para|par|und|the)\s)[a-zà-ÿ]{3,14}\.?)\s+(?P<name>[A-ZÀ-Ý].*)$")

_HOW = re.compile(r"\s*\(((?:by |via |per |en |par |por )?(?:video|vídeo|zoom|videoconferencia|visio)|online|on-?line|remote(?:ly)?|virtual(?:ly)?|in person|en ligne|à distance|digital zugeschaltet)\)$", re.I)  # how somebody takes part
_PLACED = re.compile(r"(?P<place>[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)?)\s+(?P<who>(?:Mayor|Governor|Councill?or|Senator|Representative|Superintendent|Commissioner|Minister|President|Police Chief|Sheriff)\s[A-ZÀ-Ý].+)")


def called(text: str, org: str | None = None, role: str | None = None) -> Speaker:
    """A person by the name; the courtesies and offices around it become the role."""
    name, taken = names.apart(text)
    return Speaker(name, org, ", ".join(filter(None, (taken, role))) or None)


@lru_cache(maxsize=4096)  # every way to cut a line asks for the same names again
def person(part: str, least: int = names.LIKELY) -> Speaker | None:
    """“Name, Org”, “Name (Org)”, “Name – Org”, “Name, Post, Org”, or a bare name."""
    if (how := _HOW.search(part)) and (one := person(part[: how.start()], least)):
        return Speaker(one.name, one.org, ", ".join(filter(None, (one.role, how[1]))))
    if before := posts.before(part):  # “Mayor of Ghent, Filip Claes”
        return called(before[1], None, before[0])
    match = re.match(r"^([^()]+?)\s*\(((?:[^()]|\([^()]*\))*)\)\s*$", part)
    name, rest = (match[1], match[2]) if match else _cut(part)
    if not names.OFFICE.match(name) and (low := _LOW.match(name)) and names.sureness(low["name"]) == names.SURE:  # “síndica Valquíria Prado”
        return Speaker(names.apart(low["name"])[0], posts.org_and_role(rest)[0] if rest else None, low["post"])
    if (placed := _PLACED.match(name)) and names.sureness(placed["who"]) == names.SURE:
        return called(placed["who"], posts.org_and_role(rest)[0] if rest else None, placed["place"])
    if match and re.search(r",|\s[–—-]\s", name):
        name, more = _cut(name)
        rest = f"{more}, {rest}"
    if names.sureness(name) < least or re.match(r"(?:with|mit|avec|con|com)\s", rest):
        return None
    if match and rest[:1].islower() and rest.count(" ") > 1 and names.sureness(name) < names.SURE and not posts.is_post(rest):
        return None  # “Thematische Arbeitsgruppen (weitere können dazukommen)”
    rest = rest.strip(" ,.")
    if match and places.is_country(rest) and names.sureness(name) < names.SURE:
        return Speaker(None, part, "representative")  # “Bright Horizon (Uganda)”
    if labels.role_of(rest) and len(rest.split()) == 1:
        president = re.match(r"(?:co|vice)?-?pr[ée]sid", rest, re.I)  # a post, and no chair of this slot
        return called(name, None, rest if president else labels.role_of(rest))
    if re.fullmatch(r"\d{1,3}\s?(?:['’′]|min(?:ute[sn]?|utos)?\.?)", rest):
        return called(name, None, rest)  # how long each has, and no house
    org, post = posts.org_and_role(rest)
    return called(name, org, post)


def _cut(part: str) -> tuple[str, str]:
    name = names.AFTER.sub("", part)
    match = re.search(
        r",\s+|\s+[–—-]\s+|\s*:\s+|\s+(?:from|of|at|vom|von der)\s+(?:the\s+)?(?=[A-Z])|\s+(?:de la|du|de l[’'])\s*(?=[A-Z])|\s+(?:del?|d[oa]s?)\s+(?=[A-Z]{2,}\b)",
        name,
    )
    if match is None and (stop := re.search(r"(?<=[a-zà-ÿ]{4})\.\s+(?=[A-ZÀ-Ý][^.:]*$)", name)) and names.THINGS.search(name[stop.end() :]):
        match = stop
    degrees = "".join(names.AFTER.findall(part))
    return (name[: match.start()] + degrees, name[match.end() :]) if match else (name + degrees, "")
