"""Words that announce people, “Moderator:” or “facilitated by”, and the role they give."""

from __future__ import annotations

import re

from facilitator.agenda_text import names

_MODERATOR = (r"moderat(?:ors?|ion|ed by|eurs?|rices?)|moderador(?:a|es|as)?|moderação|moderación|moderiert von|modérat(?:ion|eurs?|rices?)|modérée? par|modera(?:do por|da por|n)?"
              r"|mediação|mediador(?:a|es)?|animée?s? par|animat(?:ion|eurs?|rices?)|conduce|coordina(?:ción|ção|dora?)?|leitung|gesprächsleitung")  # fmt: skip
_LABELS = (
    _MODERATOR + r"|(?:co-?)?facilitat(?:ors?|ion|ed by)|facilitador(?:a|es)?|facilita(?:n|ção)?|host(?:ed by|s)?|anfitri(?:ón|ã)o?|chair(?:ed by|person|s)?|preside|présidence|interview(?:er|ed by)"
    r"|(?:guest |invited |featured )?speakers?|presenters?|presentan?|panel(?:l)?ists?|keynote(?: speaker)?|featuring|with|intervenant(?:e?s)?|interviennent|intervention de|orateurs?|oratrices?|ponentes?|panelistas?|participantes?|participam?|participan|participants|ministrantes?|intervêm|debatem|debaten|débattent|discuten|es (?:diskutieren|sprechen|debattieren)|auf dem podium|podiumsgäste|intervienen|interviene"
    r"|imparten?|dinamizan?|hablan?|spricht|expositor(?:a|es)?|expone[n]?|conferencista|palestrantes?|comentaristas?|debatedor(?:a|es)?|convidad[oa]s?|refer(?:ent(?:en|in)?|entinnen)|redner(?:in|innen)?|sprecher(?:in|innen)?"
    r"|podium|diskutant(?:en|innen)?|mit|avec|con|com|discussants?|respondents?|session leads?|leads?|led by|presented by|subject matter experts|introduction by|introduced by|remarks (?:by|from)"
    r"|opening remarks (?:by|from)|closing remarks (?:by|from)|by|par|por|von|a cargo de|à cargo de|témoins?|gast|gäste|guests?|invitée?s?|rapporteurs?|rapporteuses?|relator(?:a|as|es)?|secretári[oa] da mesa|animateurs?")  # fmt: skip
LABEL = re.compile(
    rf"(?:(?<=^)|(?<=[.;·|,–—?!-]\s)|(?<=[.;·|?!]))\s*(?P<label>{_LABELS})(?:\s*\(s\)|\s(?:et|and|und|y|e|&)\s[^\W\d]+(?=\s*:))?"
    r"\s*(?P<mark>:|(?<=\w)\s[–—-](?=\s|$)|(?<=\bby)\s|(?<=moderator)\s|(?<=from)\s|(?<=\bwith)\s|(?<=featuring)\s|(?<=\bmit)\s|(?<=avec)\s|(?<=\bpar)\s|(?<=\bpor)\s|(?<=\bvon)\s|(?<=\bcon)\s|(?<=\bcom)\s|(?<=cargo de)\s(?:la |el )?|(?<=moderação)\s(?=de\s)(?:de\s)|(?<=moderación)\s(?=de\s)(?:de\s)|(?<=modération)\s(?=de\s)(?:de\s)|(?<=animation)\s(?=de\s)(?:de\s)|(?:(?<=\bmoderation)|(?<=\bmodération)|(?<=\bmediação)|(?<=\bleitung)|(?<=\bchair)|(?<=\bmoderación)|(?<=\bmoderação)|(?<=\bfacilita)|(?<=\bhabla)|(?<=\bspricht)|(?<=\bpresenta)|(?<=\bpresentan)|(?<=\bexpone)|(?<=\binterviene)|(?<=\bmoderan)|(?<=\bparticipan)|(?<=\bparticipam)|(?<=\bintervêm)|(?<=\bdebatem)|(?<=\bdebaten)|(?<=\bdébattent)|(?<=\bdiscuten)|(?<=\bdiskutieren)|(?<=\bsprechen)|(?<=\bdebattieren)|(?<=auf dem podium)|(?<=\bintervienen)|(?<=\binterviennent)|(?<=\bmodera)|(?<=\bconduce)|(?<=\bimparte)|(?<=\bdinamiza)|(?<=\bcoordina))\s(?=(?-i:[A-ZÀ-Ý])))\s*",
    re.I,
)
_ROLES = (("moderator", r"moder|mediac|mediad|anim|conduce|leitung|coordina"), ("facilitator", "facilit"), ("host", "host|anfitr"),
          ("chair", "chair|presid"), ("interviewer", "interview"), ("keynote", "keynote"), ("guest", r"\b(?:guest|gast\b|gäste|invit|convid)"), ("rapporteur", "rapporteu|relator"), ("respondent", "respond"),
          ("panelist", "panel|debat|discuss|podium|diskut"))  # fmt: skip
PLURAL = re.compile(r"(?:s|es|en|innen|par|an|[ae]m)$", re.I)


_BARE = re.compile(r"^((?:co-?)?(?:moderators?|facilitators?|panell?ists?|presenters?|(?:keynote |guest )?speakers?|hosts?|chair|discussants?|moderador(?:a|es)?|ponentes?|panelistas?|palestrantes?|intervenant(?:e?s)?|modérat(?:eur|rice)|moderation|referent(?:en|in|innen)?))$", re.I)


def role_of(label: str) -> str | None:
    """The role a label or verb gives: moderator, facilitator, panelist …"""
    return next((role for role, words in _ROLES if re.search(words, names.plain(label))), None)


def label_alone(text: str) -> str | None:
    """The label of a line that holds nothing else (“Speakers:”); None for any other line."""
    if bare := _BARE.match(text):
        return bare[1]
    match = LABEL.match(text)
    alone = (
        match is not None
        and match["mark"].strip() in (":", "–", "—", "-")
        and match["mark"].strip()
        and not text[match.end() :].strip()
    )
    return match["label"] if match and alone else None
