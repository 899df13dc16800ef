"""What kind of slot a title announces, by the words of five languages."""

from __future__ import annotations

import re

_WORDS = (
    ("breakout", r"break-?\s?out|small[- ]groups?|group work|(?:group|room|table)s? discussions?|discussion (?:groups?|rooms?)|conversation circles?|\bworkshops\b|working groups?|world ?caf[eé]"
                 r"|groupes? de travail|en groupes|ateliers? en|sous-groupes|travaux en groupes|salles? de discussion|salas? de (?:discuss|trabal|trabaj|conversa|debate|di[áa]logo)\w*|mesas de (?:trabajo|trabalho|di[áa]logo)|grupos? de discuss\w*|grupos? de trabajo|talleres|\boficinas?\b|trabajo (?:en|por) grupos|trabajo grupal|trabalho por grupos"
                 r"|grupos? de trabalho|trabalho em grupos?|kleingruppen|gruppenarbeit|arbeitsgruppen|breakout-?räume"),
    ("break", r"\b(?:coffee|tea|lunch|dinner|breakfast|refreshments?|comfort)\b(?! with)|\bbreak\b|pause|\brepas\b|d[ée]jeuner"
              r"|\bd[îi]ner\b|\bcaf[ée]\b(?!.*world)|almuerzo|almo[çc]o|comida|cena\b|descanso|receso|intervalo|merienda|refrigerio|lanche"
              r"|mittagessen|\bkaffee|imbiss|abendessen|mittagspause|kaffeepause|frühstück|networking drinks|drinks\b|ap[ée]ro"),
    ("plenary", r"plenary(?! (?:panel|talk|lecture|address))|reconvene|pl[ée]ni[èe]re|plenaria|plen[áa]ri[ao]|\bplenum\b|report(?:ing)? back|report-?outs?|restitution|harvest|rapporteurs|what did we hear|feedback from|share[- ]?(?:back|out)\b|mise en commun"
                r"|s[íi]ntese (?:das|dos|em)|puesta en com[úu]n|socializaci[óo]n|partilha|ergebnisse (?:aus|der)|rückmeldung(?:en)? aus"),
    ("closing", r"clos(?:e[- ]?out|ing|e)\b|wrap[- ]?up|farewell|adjourn|next steps|cl[ôo]ture|conclusions?\b|mot de la fin"
                r"|clausura|cierre|despedida|encerramento|abschluss|verabschiedung|schlusswort|ausklang|\bfin\b"),
    ("qa", r"\bq\s?&\s?a\b|questions? (?:and|&) answers?|questions?[- ]r[ée]ponses|preguntas|perguntas|fragerunde|fragen und"),
    ("interview", r"interview|fireside|in conversation|entretien|entrevista|gespräch mit"),
    ("panel", r"panel|round ?table|table[- ]ronde|mesa[- ]redonda|podium|paneldiskussion|diskussionsrunde|conversatorio"),
    ("welcome", r"welcom|opening|introduct|intro\b|bienvenue|accueil|ouverture|bienvenid|apertura|inauguraci|inaugura[çc]"
                r"|abertura|boas-vindas|begrü(?:ß|ss)ung|eröffnung(?!s(?:vortrag|rede|referat))|willkommen|grußwort"),
    ("talk", r"keynote|talk|lecture|presentation|address\b|conférence|expos[ée]|pr[ée]sentation|ponencia|charla|conferencia"
             r"|presentaci[óo]n|palestra|apresenta[çc]|vortrag|impuls|referat|lightning|demo\b|ignite"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _WORDS)
_ORDER = ("closing", "welcome")


def kind_of(title: str, speakers: int) -> str:
    """The kind; the word that comes first in the title decides, then who speaks."""
    found = [(match.start(), place, kind) for place, (kind, words) in enumerate(_KINDS)
             if (match := words.search(title))]  # fmt: skip
    if not found:
        return "panel" if speakers >= 3 else "talk" if speakers else "other"
    kinds = {kind for _, _, kind in found}
    if kinds >= {"plenary", "welcome"} and re.search(r"\bopening plen", title, re.I):
        return "plenary"
    if "plenary" in kinds and re.search(r"\bplen|pl[ée]n", title[:24], re.I) and "closing" in kinds:
        return "plenary"
    return min(found)[2]
