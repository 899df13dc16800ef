"""What a person's name looks like, and how sure one can be of it.

Capital letters alone prove little: “Harbor Trust” and “Amina Yusuf” look alike. A title before
the name or a known given name makes a bare pair of words a person; brackets or a label do so
elsewhere (`people`, `titles`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_ADDRESS = r"(?:Mr|Mrs|Ms|Mx|Miss|Sra?|Srta|Frau|Herrn?|Mme|Mlle|MM?|Madame|Monsieur|Señora?|Don|Dona|Doña|Dña|D\.?ª|Excm[oa]|Ilm[oa]|Exm[oa]|(?:Her|His|Their|Your) Excellenc(?:y|ies)|(?:Son|Sa) Excellence|(?:Su|Sua) Excel[eê]ncia)\.?\s+"
_GROUP = r"(?:(?:[Tt]he\s+)?(?:[Tt]eachers|[Pp]upils|[Ss]tudents|[Ee]ngineers|[Ff]armers|[Nn]urses|[Aa]uthors|[Ll]ibrarians|[Vv]olunteers|[Pp]rofesoras|[Dd]ocentes|[Ee]nseignantes|[Ll]ehrerinnen|Mayors|Ministers|Drs|Profs)\.?\s+)"
_COURTESY = re.compile(rf"{_GROUP}|(?:Associate|Assistant|Adjunct|Emeritus)\s+(?=Prof)|(?:Lic|Mtr[ao]|Arq|Abg|Enf|Psic|Esp|Cllr|Insp|Sgt|Capt|Mx|Miss|Mlle|MM|Madame|Monsieur|Señora?|Don|Dona|Doña|Dña|D\.?ª|Excm[oa]|Ilm[oa]|Exm[oa]|(?:Her|His|Their|Your) Excellenc(?:y|ies)|(?:Son|Sa) Excellence|(?:Su|Sua) Excel[eê]ncia)\.?\s+")
_RANK = (
    r"(?:(?:(?:Associate|Assistant|Adjunct|Emeritus)\s+)?(?:Professor(?:in|a)?|Profesora?|Professeure?|Prof(?:a|\.?\s?ª)?|Pr|Doctora?|Dr(?:a|\.?ª|s)?|Sir|Dame|Hon(?:ou?rable)?|Rev(?:erend)?|H\.\s?E|S\.\s?E|Esp|Ambassador|Baroness|Baron|Lord(?!\s+Mayor)|Lady|Cllr|PC|Insp|Sgt|Fr|Sr|Br|Capt|Lt|Cpt|RA|RAin|StR|Pfr|Adv|Arq|Arch|Enf|Psic|Abg|Mgr|Msgr|Doutora?|Docteure?|Maître|"
    r"Senator|Ing|Lic|Mag(?:\.?\s?[aª])?|DI|Priv\.-Doz|(?:HS|FH|PH|Univ|Ass|Assoz|Hon|ao|o)\.?-\s?Prof(?:in)?|Eng|Mtra?|Mtro|Me|PD|Rep|Gov|Col|Gen)\.?\s+|(?:Dr\.?-Ing\.|Dr\.? h\. ?c\.|E\.h\.|(?:med|phil|jur|iur|habil|theol|oec|rer\.\s?(?:nat|pol|soc)|med\.\s?dent)\.|Dipl\.-\w+\.?)\s+)"
)
_OFFICE = (
    r"(?:(?:the|our|la|el|o|a|le|die|der|dem|den)\s+)?(?P<office>(?:[Vv]ice-?\s?|[Dd]eputy\s+)?(?:[A-ZÄÖÜ][a-zäöüß]+(?:rätin|beauftragte[rn]?|leiterin|sprecher(?:in)?|vorsteher(?:in)?|präsident(?:in)?|(?:arbeiter|pädagog|lehrer|pfleger|berater|forscher|trainer|direktor|meister|planer|anwalt|inspektor|referent)(?:in)?|[a-zäöüß]{3,}(?:er|or|eur|og)in)|Hebamme|[A-ZÄÖÜ][a-zäöüß]*(?:ärztin|arzt)|Headteacher|Senator(?:in)?|Senadora?|Bailli|Lord Mayor|Mayor|Governor|Sheriff|Councill?or|Commissioner|Minister|President|Secretary|Chancellor|Provost|Dean|Principal|Superintendent|"
    r"Bishop|Pastor|Father|Sister|Brother|Rabbi|Imam|Canon|Chief|Captain|Sergeant|Judge|"
    r"[Ss]ecret[áa]ri[oa]|[Pp]refeit[oa]|[Mm]inistr[oa]|[Dd]iret?c?tora?|[Pp]residenta?|[Vv]ereadora?|[Rr]ei?c?tora?|[Gg]overnadora?|[Gg]obernadora?|[Cc]oordinadora?|[Cc]oordenadora?|[Pp]adre|[Ii]rmã|[Pp]sic[óo]log[oa]|[Dd]elegad[oa](?: e)?|[Aa]dvogad[oa]|[Ee]ngenheir[oa]|[Pp]esquisadora?|[Ii]nvestigadora?|[Ss]oci[óo]log[oa]|Uncle|Aunt(?:y|ie)?|Elder|Coach|CEO|CTO|CFO|COO|S?VP|MEP|MP|"
    r"[Aa]lcalde(?:sa)?|[Ee]scritora?|[Aa]utora?|[Aa]uthor|[Aa]utrice|[Aa]uteur|[Pp]oeta|[Pp]oet|[Aa]rtista?|[Mm]úsic[oa]|[Cc]ineasta|[Jj]ournalist(?:in|e)?|[Pp]eriodista|[Jj]ornalista|Autor(?:in)?|[Nn]ovelist|[Hh]istorian|[Hh]istoria(?:dora?|n)|[Cc]oncejala?|[Cc]onsejer[oa]|[Mm]aire|[Mm]inistre|[Pp]résidente?|[Dd]irect(?:eur|rice)|[Dd]éputée?|"
    r"(?:Ober)?[Bb]ürgermeister(?:in)?|(?:[A-ZÄÖÜ][a-zäöüß]+v|V)orsitzende[rn]?|(?:Vize)?[Pp]räsident(?:in)?|(?:Staatss|S)ekretär(?:in)?|Stadtr(?:at|ätin)|Gemeinder(?:at|ätin)|Landeshaupt(?:mann|frau)|Bundesminister(?:in)?|Dekan(?:in)?|Bischof|Bischöfin|Kanzler(?:in)?|Bezirksvorsteher(?:in)?|Ministerin|Direktor(?:in)?|Rektor(?:in)?|Landr(?:at|ätin)|Geschäftsführer(?:in)?|Pfarrer(?:in)?))\s+(?=[A-ZÀ-Ý])"
)
_WRITTEN_OUT = {
    "professor": "Prof.",
    "professorin": "Prof.",
    "professora": "Profa.",
    "profesor": "Prof.",
    "profesora": "Profa.",
    "professeur": "Prof.",
    "professeure": "Prof.",
    "profa": "Profa.",
    "prof.ª": "Profa.",
    "profª": "Profa.",
    "dr.ª": "Dra.",
    "drª": "Dra.",
    "doctor": "Dr.",
    "doctora": "Dra.",
}
_UPPER = "A-ZÀ-ÖØ-ÞŠŽČĆŁŚŻĐ"
_WORD = rf"(?:[{_UPPER}][\w’'À-ÿ-]*\.?|d[aeo]s?|del|della|de|la|le|van|von|der|den|ten|ter|zu|bin|ibn|al|el|di|du|i|y|e|d[’'][{_UPPER}][\w-]*)"
_NAME = re.compile(rf"^[{_UPPER}][\w’'À-ÿ-]*\.?(?:\s+{_WORD}){{1,6}}$")
_TITLED = re.compile(rf"^(?:(?:{_ADDRESS})|(?:{_RANK})|(?:{_OFFICE.replace('?P<office>', '?:')}))+")
OFFICE = re.compile(rf"^{_OFFICE}")
office_before = _OFFICE.replace("?P<office>", "?:")  # for patterns that name it more than once
_ADDRESSED_OFFICE = re.compile(rf"(?P<office>{_ADDRESS})(?={office_before})")
AFTER = re.compile(
    r",?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|MEP|MdB|MdL|MP|MBA|MPH|MSc|JD|Esq\.?|Jr\.?|M\.A\.)(?=$|[,\s)])"
)
HOUSES = (  # words of organisations' names
    r"universi\w+|institut\w*|college|academy|akademie|academia|hochschule|polytechnic|foundation|fund|fundación|fundação|fondation|stiftung|association"
    r"|asociación|associação|assoziation|verband|verein|federation|federación|federação|fédération|council|conseil|consejo|conselho|authority|autorité"
    r"|sociedade?|société|gesellschaft|agency|agence|agencia|agência|ministry|ministère|ministerio|ministério|ministerium|secretar[ií]a|secretariat|alliance|alianza|aliança|network"
    r"|netzwerk|réseau|rede|union|unión|união|syndicat|gewerkschaft|trust|society|collecti[fv]\w*|colectivo|coletivo|cooperativ\w*|coop\w*|genossenschaft"
    r"|centre|center|centro|zentrum|bank|banque|banco|museum|musée|museo|museu|hospital|hôpital|klinik|labs?|initiative|movement|movimiento|movimento"
    r"|chamber|chambre|cámara|câmara|kammer|forum|foro|fórum|partners?|partnership|commission|comisión|comissão|committee|comité|comitê|bureau|office|board"
    r"|company|gmbh|ltd|prefeitura|ayuntamiento|alcaldía|mairie|stadt|ville de|city of|municipality|municipio|município|library|theatre|church"
    r"|organi[sz]ation|confederación|confederation|government|gouvernement|gobierno|governo|regierung|observatoire|observatorio|observatório|observatory"
    r"|agglomération|métropole|consortium|coalition|coalición|coalizão|collective|assembly|parliament|parlement|tribunal|consulate|embassy|embajada"
    r"|ambassade|botschaft|rectorat|rectorado|reitoria|école|escuela|escola|schule|faculty|faculté|facultad|faculdade|fakultät|club|instituição|comarca"
    r"|casa d[aeo]s?|maison d(?:e|u|es)|haus d(?:er|es)|house of|gremi|gremio|sindicato|hub|publishers?|orchestra|orchester|caritas|cáritas")
THINGS = re.compile(  # words that no person is called
    rf"\b(?:{HOUSES}|"
    r"remarks?|sessions?|opening|closing|welcome|keynote|panel|talks?|discussions?|break|lunch|coffee|room|hall|table|mesa|redonda"
    r"|schools?|networks?|department|archives?|bibliothèque|parish|global|international|education|research|group|grupo|programme"
    r"|program|part|day|report|workshops?|plenary|vereinigung|technische|palestra|input|arquivos?|archivos?|archiv|munic[ií]p\w*|junta|radio|rádio|post|wire"
    r"|press|prensa|times|journal|country|media|news|diario|diário|conferência|conferencia|conférence|comentários|comentarios|commentaires|comments"
    r"|testimon\w+|reflections?|resposta|testemunhos|questions?|introduction|debates?|relatório|conference|agenda|update|overview|reception|breakfast|dinner"
    r"|interview|mittagspause|fondo|fonds|inc|\w{3,}(?:amt|behörde|dezernat)|city|ville|projects?|strategy|policy|results|future|building|learning|community"
    r"|open|science|data|team|staff|new|how|what|why|the|and|all|red|services?|house|works|teatro|theater|sala|salle|saal|raum|floor|world"
    r"|action|climate|water|health|youth|women|care|digital|social|ateliers?|taller|oficina|france|français\w*|deutsche[rs]?|nationale?s?|europe\w*"
    r"|africa\w*|brasil|urbaine?|solidaire|solidari\w+|pause|accueil|ouverture|clôture|apertura|cierre|clausura|abertura|encerramento|begrüßung|eröffnung"
    r"|intervention|intervención|intervenção|allocution|alocución|discours|discurso|projection|présentation|presentación|apresentação|échanges?"
    r"|abschluss|vortrag|impuls\w*|thema|tema|rapporteurs?|executive|officers?|envoy|advis[eo]rs?|delegates?"
    r")\b", re.I)  # fmt: skip
TROUPE = r"(?:compañía|companhia|compagnie|coletivo|colectivo|collectif|grupo|groupe|equipo|equipa|equipe|équipe|team|banda|coro|coral|chorale|chor|cooperativa|coopérative|asociación|associação|association|fundación|fondation|verein)"
ANY_OFFICE = rf"(?:the|o|a|la|el|le|der|die|dem|den)\s(?!{TROUPE})[a-zà-ÿ]{{3,14}}\.?\s(?=[A-ZÀ-Ý])"
COUNTRY = re.compile(
    r"(?:(?:South|North|East|West|Southern|Northern|Eastern|Western) \w+|Costa Rica|Sri Lanka|Puerto Rico|El Salvador|Sierra Leone|Burkina Faso|Cabo Verde|Côte d[’']Ivoire"
    r"|Timor[- ]Leste|New Zealand|New York|United \w+|Saudi Arabia|República Dominicana|Reino Unido|Estados Unidos|África do Sul|Afrique du Sud|Royaume[- ]Uni|Nueva Zelanda"
    r"|Buenos Aires|São Paulo|Rio de Janeiro|Ciudad de México|Cape Town|Addis Ababa|Los Angeles|San Francisco|Hong Kong|Papua New Guinea)$")
article_before = rf"(?:the|o|a|la|el|le|l[’']|der|die|dem|den)\s+(?={_RANK}|{_ADDRESS})"  # “par le Pr Alain …”
_INITIALS = re.compile(rf"^(?:[{_UPPER}]\.[\s-]?)+(?=\S+\s)")
SURE, LIKELY, NO = 2, 1, 0


@cache
def _given() -> frozenset[str]:
    return frozenset(
        files("facilitator.agenda_text").joinpath("given_names.txt").read_text("utf-8").split()
    )


_POST_LAST = re.compile(r"\s(?:Officer|Director|Manager|Co-?ordinator|Secretary|Specialist|Executive|President|General)$")  # “Chief Program Officer”


def plain(text: str) -> str:
    """The text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def sureness(text: str) -> int:
    """2 for a person's name beyond doubt, 1 for words that may be one, 0 for anything else."""
    text = AFTER.sub("", text.strip())
    if _POST_LAST.search(text):
        return NO
    if group := re.match(_GROUP, text):  # “Teachers Anna Bell and …”, and no “Farmers Market”
        return SURE if is_given(re.split(r"[\s-]", text[group.end() :])[0]) else NO
    bare = _TITLED.sub("", text)
    titled = bare != text
    bare = re.sub(rf"(?<=\b[{_UPPER}]\.)(?=[{_UPPER}])", " ", bare)  # C.R. Douglas
    if len(bare) > 70 or re.search(r"\d", bare):
        return NO
    if titled and re.match(rf"^[{_UPPER}][\w’'-]+$", bare) and not THINGS.search(bare):
        return SURE if len(bare) > 2 else NO
    if not _NAME.match(bare) or re.fullmatch(r"\S+ [ey] \S+", bare) or COUNTRY.match(bare):
        return NO
    if re.match(rf"^(?:[{_UPPER}]\.[\s-]?){{1,3}}[{_UPPER}][\w’'-]+$", bare):
        return NO if THINGS.search(bare) else SURE
    first = plain(re.split(r"[\s-]", _INITIALS.sub("", bare))[0])
    if titled or first in _given():
        return NO if THINGS.search(bare.split(" ", 1)[1]) and not titled else SURE
    return NO if THINGS.search(bare) or (bare.isupper() and len(bare) > 24) else LIKELY


def addressed(name: str, text: str) -> bool:
    """Whether a text says Mr, Mrs or an office before a name."""
    return bool(re.search(rf"(?:^|\W)(?:{_ADDRESS}|{office_before}){re.escape(name)}", text))


def unaddressed(text: str) -> str:
    """Without Mr, Mrs and their like, in any language."""
    return re.sub(rf"^(?:{_ADDRESS}|D\.\s+)+", "", text)


def is_given(word: str) -> bool:
    """Whether one word alone is a given name we know."""
    return plain(word) in _given()


def apart(text: str) -> tuple[str, str | None]:
    """(the name, the courtesies, offices and degrees around it) of “Excmo. Sr. Luis Vega, PhD”.

    Mr and Mrs and academic titles stay with the name; `Professor` is shortened.
    """
    name, taken = text.strip(" ,:;–—-"), []
    while match := OFFICE.match(name) or _COURTESY.match(name) or _ADDRESSED_OFFICE.match(name):
        taken.append((match.groupdict().get("office") or match[0]).strip())
        name = name[match.end() :]
    taken += [degree.strip(" ,") for degree in AFTER.findall(name)]
    name = AFTER.sub("", name)
    words = [_WRITTEN_OUT.get(word.lower().rstrip("."), word) for word in name.split(" ")]
    return " ".join(words) if len(words) > 1 else name, ", ".join(taken) or None
