"""Words that carry no subject by themselves, in the languages most events are held in.

They stand alone because the word view must show none of them, however many notes say them.
"""

from __future__ import annotations

_GRAMMAR = (
    "the and for are was were has have had not but you your our they their them this that these those with from "
    "what when where which who whom whose why how can could should would will shall may might must more most just also "
    "about into out all any some than then there been being its it's don't does did very only each other own over under "
    "between while because another before after again both either neither once until since during without within "
    "through against here now off away back down around across along toward towards upon his her him she hers ours "
    "yours myself yourself ourselves themselves itself "
    "can't won't isn't wasn't aren't didn't doesn't couldn't wouldn't shouldn't i'm i've we're we've you're they're "
    "that's there's let's "
    "les des une est sont que qui pour par avec dans sur pas plus mais nous vous ils elles leur leurs notre nos votre "
    "vos cette ces aux ont été être avoir comme quand tout tous toute toutes sans sous entre donc alors chez dont ici là "
    "avant après encore aussi très bien peu trop "
    "los las una unos unas del que por para con como más pero son este esta estos estas ese esa eso ser estar hay nos "
    "nuestro nuestra sin sus muy cuando donde porque también desde hasta entre sobre aquí allí así todo todos toda todas "
    "dos das uma uns umas não mais mas são como seu sua seus suas nos nas pelo pela pelos pelas muito muita quando ser "
    "estar tem têm foi para com sem sobre entre também porque até isso isto esse essa este esta aqui ali assim outro "
    "outra outros outras aos onde quem "
    "der die das den dem des ein eine einen einem einer eines und oder von mit für auf ist sind war waren nicht wir uns "
    "unser unsere sie ihr ihre auch als bei aus nach über unter nur noch wenn aber dass sich wird werden haben hat hatte "
    "zum zur wie was wer weil schon sehr mehr hier dort alle alles jede jeder jedes kein keine "
    "gli che per con non del della dei delle degli nel nella sono come più anche questo questa tutto tutti molto "
    "kwa hii sana yetu katika kama hiyo kwamba sisi wao cha vya yao yake bila pia lakini "
)
_VAGUE = (
    "nobody somebody everybody anybody everyone someone anyone nothing something everything anything always never ever "
    "every same still already often sometimes later really too many much few less lot lots first second last next one "
    "two three new good better best bad worse even like ago yes okay thing things stuff way ways bit etc "
    "need needs needed get gets got getting give gives gave given go goes going gone went come comes came coming see "
    "sees saw seen tell tells told say says said make makes made making take takes took taken know knows knew known want "
    "wants wanted let lets put puts keep keeps kept show shows shown look looks looked find finds found think thinks "
    "thought feel feels felt seem seems try tries tried start starts started begin began use uses used using able ask "
    "asks asked asking add adds added adding bring brings brought call calls called do done doing happen happens "
    "happened turn turned turns work works worked set sets run runs left believe believes believed help helps helped "
    "mean means meant become becomes became stay stays stayed hold holds held leave leaves "
    "nunca nadie alguien nada algo cada otro otra otros otras mismo misma antes después luego todavía primer primero "
    "hacer hace hecho tener tiene tienen ir va van ver decir dice dar poder puede pueden quiere quieren "
    "toujours jamais personne rien chaque autre autres même premier première faire fait aller voir dire dit donner peut "
    "peuvent veut veulent "
    "sempre ninguém alguém tudo mesmo depois ainda primeiro fazer faz feito ter vai dizer pode podem quer querem "
    "immer nie niemand jemand nichts etwas andere anderen selbe vor vorher nachher erste machen macht gehen geht sehen "
    "sagen sagt geben gibt können kann müssen muss will wollen soll "
)
SMALL = frozenset((_GRAMMAR + _VAGUE).split())
"""Words that are never a term."""

_PASSING = (
    "time times day days week weeks month months year years today people person zeit tag tage jahr jahre woche tiempo "
    "día días año años semana mes tempo dia dias ano anos mês temps jour jours année années semaine mois"
)
PASSING = frozenset(_PASSING.split())
"""Words that say when and who; where all are said as often, others come first."""
