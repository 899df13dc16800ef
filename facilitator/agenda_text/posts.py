"""What stands behind a name: the organisation, the post, or both."""

from __future__ import annotations

import re

from facilitator.agenda_text import names
from facilitator.agenda_text.lists import split

_POST = re.compile(
    r"\b(?:(?:vice-?|under-?|deputy )?(?:minister|president|secretary|chancellor|director|governor|mayor)|directora?|ceo|cto|coo|cfo|cio|founder|co-founder|dean|provost|superintendent|councill?or|professor|head|manager|lead|officer|advis[eo]r|chair|fellow|"
    r"researcher|(?:psychologist|engineer|analyst|scientist|architect|designer|developer|lawyer|economist|curator|librarian|editor|owner|specialist|associate|trustee|treasurer|organi[sz]er)|headteacher|teacher|doctorante?|ma[îi]tre(?:sse)? de conférences|architecte|ingénieure?|avocate?|arquitect[oa]|ingenier[oa]|abogad[oa]|psic[óo]log[oa]|periodista|jornalista|engenheir[oa]|advogad[oa]|architekt(?:in)?|ingenieur(?:in)?|"
    r"coordinat\w+|student|ambassador|expert|journalist|author|consultant|partner|ministre|directeur|directrice|présidente?|chargée? de|responsable|maire|chercheu\w+|professeure?|"
    r"ministr[oa]|secret[áa]rio|secretária|president[ae]|alcaldes?a?|concejala?|rectora?|vicerrectora?|reitora?|profesora?|investigadora?|coordenador\w*|coordinador\w*|diretora?|pesquisadora?|jefe|jefa|docente|"
    r"\w*leiter(?:in)?|\w+sprecher(?:in)?|\w+beauftragte[rn]?|präsident(?:in)?|kanzler(?:in)?|geschäftsführer(?:in)?|staatssekretär(?:in)?|bürgermeister(?:in)?|vorstand|vorsitzende[r]?|referent(?:in)?|former|ancien(?:ne)?|rapporteu(?:r|se)|host|facilitator|broadcaster|musician|photographer|film-?maker|members?|mitglied|membre|miembr[oa]|membr[oa]|act(?:or|riz|rice)|actress|envoy|delegate|delegada?|delegado|spokesperson|producteur|productrice|artisane?|éleveu(?:r|se)|agricult(?:eurs?|rices?|ora?s?)|adjointe?|farmer|educador\w*|educadora?|éducat(?:eur|rice)|activist\w*|ativista|militante?|antrop[óo]log[oa]|soci[óo]log[oa]|publizist(?:in)?)\b", re.I)  # fmt: skip

_HOUSE = re.compile(r"(?:universi\w+|institut\w*|college|academy|hochschule)\b", re.I)  # “Universidad Mayor de San Andrés” is no mayor


def org_and_role(rest: str) -> tuple[str | None, str | None]:
    """(organisation, post) of what stands behind a name: “Director, Institute for Health”."""
    if not rest:
        return None, None
    parts = [part.strip() for part in split(rest, ",") if part.strip()]
    posts = [part for part in parts if _POST.search(part) and not _HOUSE.match(part)]
    orgs = [part for part in parts if part not in posts]
    if not posts:
        return rest, None
    if orgs:
        return ", ".join(orgs), ", ".join(posts)
    if german := re.match(r"(\w+(?:leiter|sprecher|direktor|referent)(?:in)?)\s+(?=[A-ZÄÖÜ])(?P<org>.+)$", rest, re.I):
        return german["org"], german[1]
    if signed := re.search(r"^(.+)\s(?:d[aeo]|del|du|de la|of|at|der)\s([A-ZÀ-Ý]{2,}[\w/-]*)$", rest):  # “pró-reitora de Extensão da UFVJM”
        return signed[2], signed[1]
    # “at” always leads to the organisation; “of” may lead to a field of work.
    if at := re.search(r"^(.*)\s+(?:at(?: the)?|@|bei(?: der)?|chez)\s+(?=[A-ZÀ-Ý])(.+)$", rest):
        return at[2], at[1]
    inside = re.search(
        r"^(.*?)\s+(?:of the|of|for|der|des|de la|del|da|do|du|de|von|de l[’']|d[’'])\s*(?<=[\s’'])(?=[A-ZÀ-Ý])(.+)$",
        rest,
    )
    if (
        inside
        and not re.search(r"minist|secret", inside[1], re.I)
        and names.THINGS.search(inside[2])
    ):
        return inside[2], inside[1]
    return None, rest


def is_post(text: str) -> bool:
    """Whether words name a post, as “Educational Psychologist” does."""
    return bool(_POST.search(text))


def before(text: str) -> tuple[str, str] | None:
    """(post, name) of “Mayor of Ghent, Filip Claes”, “Rectora, Dña. Pilar Montoro”; None for anything else."""
    office, _, name = text.partition(", ")
    bare = names.unaddressed(office)
    if not name or not (_POST.match(bare) or re.match(r"secretaria\s", bare, re.I)) or not names.sureness(name):
        return None
    told = re.search(r"\s(?:of|for|de|del|da|do|von|der|des)\s", office) or (" " not in bare and names.unaddressed(name) != name)
    return (office, name) if told else None


def post(text: str) -> tuple[str | None, str | None] | None:
    """(organisation, post) of a line below a name; None when it says neither."""
    text = re.sub(r"^\(([^()]+)\)$", r"\1", text)
    if (
        len(text) > 160
        or text.endswith((".", "?", "!", ":"))
        or not (_POST.search(text) or names.THINGS.search(text))
    ):
        return None
    return org_and_role(text)
