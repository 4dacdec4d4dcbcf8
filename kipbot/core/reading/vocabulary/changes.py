"""Is the value a change, a withdrawal, or talk of a vote given before?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import CLAIM, either, said, words

_MINE = either(
    {
        "en": "my",
        "de": "mein(?:e[mn]?)?",
        "fr": "mon | ma",
        "es": "mi",
        "pt": "(?:o )?meu",
        "it": "(?:il )?mio",
        "nl": "mijn",
        "sv": "mitt? | min",
        "pl": "mój | moje | mojego",
        "ru": "свой | мой",
        "zh": "我的 | 我之前的 | 原来的",
        "ja": "私の",
    }
)

# "My +1 stands": the vote given before is said again, and counts as that vote.
_MY_EARLIER = (
    r"my\s{1,3}(?:\(?(?:non-?)?binding\)?\s{1,3}|earlier |previous |original |prior |initial |last |first |own |existing |old "
    r"|rc\d{1,3} ){0,3}"
)
_EARLIER_VOTE = r"[\"']?(?:[+\-±]?\s?\d|vote)(?:\s{0,3}\(?(?:non-?)?binding\)?)?[\"']?\s{0,3}(?:vote )?"
_STANDS = either(
    {
        "en": r"""
            stands? | holds? | remains? | stays? | is still | is unchanged | carries | carry | continues | counts | applies
        """,
        "de": "bleibt | zählt",
        "fr": "tient",
        "es": "se mantiene",
    }
)
_CARRY = either(
    {
        "en": r"""
            carry(?:ing)? | carried | carries | port(?:ing)? | transferr?(?:ing)? | bring(?:ing)? | mov(?:e|ing) | keep(?:ing)?
            repeat(?:ing)? | reiterat(?:e|ing) | reaffirm(?:ing)? | re-?confirm(?:ing)? | confirm(?:ing)? | maintain(?:ing)?
            restat(?:e|ing) | re-?state
        """,
        "de": "übertrage | behalte | bestätige | wiederhole | bleibe bei",
        "fr": "maintiens | confirme | réitère | reconduis",
        "es": "mantengo | confirmo",
        "it": "mantenho | confermo",
        "nl": "handhaaf",
        "ru": "подтверждаю",
        "pl": "podtrzymuję",
    }
)
_VOTED_BEFORE = said(
    {
        "en": r"""
            i (?:had )?voted | i gave (?:it|this|my|a)
        """,
        "de": "habe (?:bereits|schon)",
        "fr": "j'ai déjà",
        "es": "ya (?:voté|di)",
        "pt": "já votei",
        "zh": "(?:维持|保持|保留|沿用|維持)(?:我|之前|原|前) | 我(?:之前|前面|昨天|早就|早)?已经投 | 我(?:之前)?已投 | ^已经投过",
        "any": r"""
            \bi (?:already|have already|had already|previously) (?:voted|gave|given|cast|said|wrote)
            \bi've already (?:voted|given|cast) | \bas i (?:already )?(?:said|stated|voted|wrote)
            \bas (?:per|in) my (?:earlier|previous) (?:mail|email|message|vote)
        """,
    }
)
RESTATED = re.compile(
    rf"\b{_MY_EARLIER}{_EARLIER_VOTE}(?:(?:from|on|in|for) [\w .]{{1,20}} )?(?:still |also )?{_STANDS}\b"
    rf"|\b{_CARRY}(?: (?:over|forward|here|hereby|again|also|by|bei))?(?: {_MINE}\b(?! (?:own )?vote out)| the same\b)"
    rf"|{_VOTED_BEFORE}"
)
# ... unless it is given here: "here is my +1", "confirming my +1".
HERE_IS = re.compile(
    r"\b(?:here'?s|here is|here comes|this is|add(?:ing)?|cast(?:ing)?|(?:same|as) (?:vote |as )?before|give|giving"
    r"|start(?:ing)? with)\s{1,3}my\b|\bconfirming my\s{0,3}$|same vote as before\W{0,40}$|reviewed? again|checked again"
)
# "My -1 was about the name": a remark on an own vote. MY_VOTE ends at the value, MY_VOTE_WAS begins there.
MY_VOTE = re.compile(r"(?:^|[\s,;(])my\s{1,3}(?:\w{1,40} ){0,2}$")
MY_VOTE_WAS = re.compile(
    r"^[^.!?]{0,60}?\b(?:was|were|has been|is (?:meant|about|because|only|not|based)|indicates?|indicated|meant|referred"
    r"|concerned|does|did|had|should (?:not|be)|must not|does not|reflects?)\b"
)
ABOUT_MY_VOTE = re.compile(
    r"\b(?:explain(?:ing)?|about|regarding|concerning|behind|justify|clarify(?:ing)?|elaborat\w{1,40} on|reasons? for|as for"
    r"|despite|besides|forgot|forgotten|missed|overlooked|counting|counted|left out|lost|misread"
    r"|to back up|motivat\w{1,40}) my "
    r"(?:own |earlier |previous |binding |non-binding |\(binding\) ){0,2}$"
)
# "I am not sure about my +1 anymore": the vote given before wavers.
REVISES = re.compile(r"\b(?:revise|change|reconsider|rethink|update|correct|drop|regret) my (?:\w{1,40} ){0,2}$")
WAVER = re.compile(
    r"\b(?:not|no longer|less) (?:so |really |that |quite |very )?(?:sure|certain|convinced|confident) (?:about|of|with) "
    r"(?:my|this|the)\s{0,3}(?:\w{1,40} )?$"
    r"|\b(?:rethink|reconsider|thinking about|think about|considering|re-?evaluat)\w{0,40} [^.!?]{0,30}"
    r"\bmy\s{0,3}(?:\w{1,40} )?$"
)
WAVER_AFTER = re.compile(r"^[^.!?]{0,20}\banymore\b")

# "I withdraw my vote".
_WITHDRAW = either(
    {
        "en": r"""
            withdraw(?:ing)? | retract(?:ing)? | rescind(?:ing)? | revok(?:e|ing) | take back | taking back | cancel(?:l?ing)?
            pull(?:ing)?(?: back| out)?(?= my\b) | lift(?:ing)?(?= my\b)
            remov(?:e|ing) | undo(?:ing)? | void(?:ing)? | scratch | strike | drop(?:ping)? | disregard | ignore | discard
        """,
        "de": "ziehe | nehme",
        "fr": "retire | annule",
        "es": "retiro | anulo",
        "pt": "retirar | retira",
        "it": "ritiro | annullo",
        "nl": "trek",
        "pl": "wycofuję | cofam",
        "ru": "отзываю | снимаю | забираю",
        "tr": "geri çekiyorum",
        "zh": "撤回 | 收回 | 取消",
        "ja": "取り消 | 撤回します",
        "ko": "철회 | 취소",
    }
)
_WHICH = either(
    {
        "en": r"""
            earlier | previous | prior | original | last | first | above | binding | non-binding | \(binding\) | \(non-binding\)
            former | initial | own
        """,
        "de": "obige | frühere | vorherige",
        "fr": "précédent",
        "es": "anterior",
        "it": "precedente",
        "nl": "vorige",
        "zh": "之前的? | 先前的?",
        "ja": "前の",
    }
)
_WHOSE = either(
    {
        "en": r"\bmy | my own | this | that",
        "de": "mein(?:e|en)?",
        "fr": "mon | ma",
        "es": "mi",
        "pt": "(?:o )?meu | (?:a )?minha",
        "it": "il mio",
        "nl": "mijn",
        "pl": "mój | moje",
        "ru": "свой | мой",
        "tr": "oyumu",
        "zh": "我的?",
        "ja": "私の",
        "ko": "제 | 이전",
    }
)
_VOTE = either(
    {
        "any": r"[+\-]\s?[01]",
        "en": "vote | ballot | veto",
        "de": "stimme | votum",
        "fr": "voix",
        "es": "voto",
        "nl": "stem",
        "pl": "głos",
        "ru": "голос",
        "tr": "oyumu",
        "zh": "票",
        "ja": "投票",
        "ko": "투표",
    }
)
WITHDRAWAL = re.compile(
    rf"(?:\b|(?<=[\u3040-\u9fff])){_WITHDRAW}[^.!?]{{0,24}}?{_WHOSE}?\s?(?:{_WHICH}\s?){{0,3}}{_VOTE}(?:\s?(?:zurück|terug))?"
)
WITHDRAWN_VOTE = re.compile(
    r"\btak(?:e|ing) my (?:vote|[+\-][01])(?: \((?:non-)?binding\))? back\b"
    r"|\bmy (?:previous |earlier |last )?(?:vote|ballot|veto|[+\-][01])(?: \((?:non-)?binding\))? "
    r"(?:is |as |has been |to be |be )?(?:hereby |now |therefore )?"
    r"(?:withdrawn|retracted|void|cancell?ed|revoked|rescinded|taken back)\b"
)
# ... whose vote: the writer's own,
WITHDRAWAL_MINE = words(
    {
        "en": "my | this | that",
        "fr": "mon | ma",
        "es": "mi",
        "pt": "meu | minha",
        "it": "mio",
        "nl": "mijn",
        "pl": "mój | moje",
        "zh": "我",
        "ja": "私",
        "ko": "제",
        "any": r"\bmein | свой | мой | oyumu | previous | earlier | above",
    }
)
# "You can | drop my -1": said to the caller, and done.
YOU_MAY = re.compile(r"\b(?:you (?:can|may)|feel free to)(?: (?:now|just|safely|also|then|happily|please)){0,2}\s{0,3}$")
# ... and not only thought of.
WITHDRAWAL_OPEN = words(
    {
        "en": r"""
            will | would(?! like) | i'd(?! like) | i'll | thinking | think | considering | if | once | when | could | can
            might | may | not | won't | don't | happy to | willing to | ready to | unless | should | intend | until | why | did
            no | would you
        """,
        "de": "wenn | falls | nicht",
        "fr": "si | pas",
        "pt": "se",
        "pl": "nie",
        "ru": "не",
        "zh": "如果 | 不",
        "any": r"\?",
    }
)

# "I change my vote to": the value that follows is the one that is meant.
_TURN = r"""
    chang | switch | revis | updat | mov | turn | revert | flip | convert | upgrad | downgrad | amend | rais | bump | lower
    soften | weaken | relax | reduc | drop | correct | adjust | ände | wechs | korrigie | pass | cambi | mud | alter | wijzig
    zmieni | изменя | меня
"""
_MEANT = r"\b(?:i )?(?:meant|mean)\b(?: to (?:say|vote|write|send))?"
_BECOMES = said(
    {
        "en": "becomes | make (?:that|it|this)",
        "fr": "devient",
        "de": "wird zu",
        "es": "se convierte en",
        "it": "diventa",
        "nl": "wordt",
        "ru": "становится",
        "zh": "改为 | 改成",
        "ja": "改投 | 変更して | に変更",
        "ko": "変えて | 변경",
        "any": r"-> | → | =>",
    }
)
CHANGE = re.compile(
    rf"(?:\b{either(_TURN)}\w{{0,40}}\b[^.!?]{{0,70}}?\b(?:to|into|auf|zu|à|en|a|para|naar|na|на)\b|{_BECOMES}"
    r"|\b(?:cambio|muto|modifico|trasformo|correggo) [^.!?]{0,40}\bin"
    r"|\b(?:mon|my|meine?|mi|meu|mio|mijn|mój) (?:vote|votum|stimme|voto|stem|głos)\s{0,3}(?=[:=])"
    rf"|{_MEANT}|\bshould (?:have )?(?:read|been|say)\b|\bnow (?:a |at )?)"
    r"\s{0,3}(?:be )?(?:a |an |my |:|=|\"|'|\(){0,4}\s{0,3}$"
)
CORRECTS = re.compile(
    rf"(?:{_MEANT}|\bshould (?:have )?(?:been|read|said|say))\s{{0,3}}(?:a |my |:|=|\"|'|\(){{0,4}}\s{{0,3}}$"
    r"|\bmake (?:that|it|this)\s{0,3}(?:a |my ){0,2}$"
    r"|(?:^|[.,;:!–—]\s{1,3})(?:(?:so|then|and|sorry|please|pls|kindly|just|you can|you may|feel free to),? ){0,3}(?:read|count|take|treat|consider|regard|record|interpret|understand)"
    r" my (?:(?:previous|earlier|last|first|above|other|initial|\w{2,12}day'?s?|yesterday's) (?:e?-?mails?|messages?|replies|reply|comments?|notes?|posts?|lgtm)|lgtm|approval|thumbs up|silence|ok)(?: \w{1,12}){0,3}? as(?: an?| my){0,2}\s{0,3}$"
    r"|(?:^|[.,;:!]\s{1,3}|\bbitte )(?:wertet|zählt|nehmt|lest|betrachtet|(?:werten|zählen|nehmen|lesen|betrachten) sie)(?: bitte)? meine (?:letzte|vorige|frühere|obige|vorherige|gestrige) (?:e?-?mail|nachricht|antwort) als(?: ein)?\s{0,3}$"
    r"|(?:^|[.,;:!]\s{1,3}|\b(?:merci de|veuillez) )(?:compte[rz]|considére[rz]|prene[zr]|prendre|lire|lisez) mon (?:dernier|précédent) (?:e?-?mail|message|courriel) comme(?: un)?\s{0,3}$"
    r"|(?:^|[.,;:!]\s{1,3}|\bpor favor,? )(?:cuenten|consideren|tomen|cuenta|considera|contem|considerem) (?:o )?(?:mi|meu) (?:(?:correo|mensaje|mail|e-mail|mensagem) anterior|último (?:correo|mensaje|mail|e-mail)) como(?: un| um)?\s{0,3}$"
    r"|把我(?:的)?(?:上|前|之前|昨天|刚才)?(?:的)?(?:一?封|那封)?(?:邮件|郵件|消息|回复|回覆)(?:当作|当成|算作|视为|視為)(?:是)?\s{0,3}$"
)
# "The mail of Ilse should read | +1": somebody else's.
THEIRS_SHOULD = re.compile(
    r"\b(?:of|by|from) (?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|KIP|RC|J(?:an|un|ul)|Feb|Mar|Apr|May|Aug|Sep|Oct|Nov|Dec)[A-Z]\w{1,20}\b[^.!?]{0,30}\bshould\b"
    r"|\b(?:[Yy]our|[Hh]is|[Hh]er|[Tt]heir|(?!Today|That|It|Here)[A-Z]\w{1,20}'s) [^.!?]{0,30}\bshould\b"
)
# What a change is said of without a word of the writer's: "it's", "this is", "verdict", "sorry,".
OWN_CHANGE = re.compile(
    r"(?:^|\s)(?:it(?:'s| is)?|this(?: is)?|that(?:'s| is)?|verdict|conclusion|result|recommendation|outcome|everything|all|so|am|i'm|please|mail|message|above|objections?|concerns?|issues?|problems?|opinion|mind|position|both|which|they|there)$"
)
# "changing from | +1 to -1": the value between the two is the old one.
CHANGING = re.compile(
    r"\b"
    + either(
        {
            "en": r"""
                chang | switch | mov | turn | revis | updat | convert | upgrad | downgrad | lower | soften | weaken | relax
                reduc
                rais | flip | from
            """,
            "de": "ände",
            "es": "cambi | mud",
            "nl": "wijzig",
            "pl": "zmieni",
            "ru": "меня",
        }
    )
    + r"\w{0,40}\b[^.!?]{0,40}$"
)
CHANGE_AHEAD = re.compile(
    rf"^{CLAIM}(?:vote )?(?:to|into|→|->|auf|zu|en|a|à|на|为)\s?:?\s{{1,3}}(?:a |an |my |un |ein )?[+\-±]?[01]\b"
)
# Languages that put the change behind the value: "+1に変更", "+1 olarak değiştiriyorum".
CHANGE_BEHIND = re.compile(
    r"^\s{0,3}(?:に(?:変更|変え|修正)(?!され)|로 변경|으로 변경|로 바꾸|으로 바꾸|olarak değiştir|'?(?:e|a|ye|ya) (?:çevir|değiştir))"
)
# "My -1 | becomes a | +1": what stands between the old value and the new one.
_TURNS = either(
    {
        "en": r"""
            becomes | has become | (?:turns|turned|has turned|changes|changed|has changed)(?: into| to)? | goes to
        """,
        "de": r"wird(?: (?:damit|hiermit|jetzt|nun|also|somit|daher))?(?: zu(?:m|r| ein\w{1,2})?| ein\w{0,2})? | ist (?:jetzt|nun) | wandelt sich (?:in|zu)",
        "fr": "devient | passe à | se (?:transforme|change) en",
        "es": "pasa a(?: ser)? | se (?:convierte|transforma) en | se vuelve",
        "pt": "vira | passa (?:a|para)(?: ser)? | (?:se torna|torna-se) | se transforma em",
        "it": "diventa | passa a | si trasforma in",
        "nl": "wordt | verandert in",
        "sv": "blir",
        "da": "bliver(?: til)?",
        "pl": "zmienia się (?:w|na) | staje się | zamienia się (?:w|na)",
        "ru": "становится | превращается в | меняется на",
        "zh": "(?:变|變|改)(?:成|为|為)了?",
        "any": "-> | → | =>",
    }
)
_ONE = r"(?:an? |une? |een |ein\w{0,2} |um |ett? |: ?)?"
PAST_BEHIND = re.compile(
    r"^\s{0,3}(?:を|から|에서|'?(?:dan|den|i|ı)|票から)\s{0,3}[+\-]?[01]"
    rf"|^{CLAIM}{_TURNS}\s{{0,3}}{_ONE}[+\-][01]|^\s{{0,3}}[はが]\s{{0,3}}[+\-][01]\s?[にと](?:な|変)"
)
_THEIRS = either(
    {
        "en": r"\S{1,40}'s? | your | his | her | their",
        "de": r"dein\w{0,2} | sein\w{0,2} | ihr\w{0,2}",
        "fr": "ton | son | votre | leur",
        "es": "tu | su",
        "pt": "teu | seu",
        "it": "tuo | suo",
        "nl": "jouw | zijn | haar",
        "pl": "twój | jego | jej",
        "ru": "твой | ваш | его | её",
        "zh": "他的 | 她的 | 你的",
        "ja": "さんの | 氏の",
    }
)
_FROM = r"\b(?:from|vote|votum|stimme|voto|stem|głos\w?|голос\w?|aus|von|van|da|de|z|с|so|now|(?:non-?)?binding)|[^\w\s]|投票|从|由|把"
# ... ends at the new value, and begins with whose the old one is.
TURNED = re.compile(
    rf"(?:(?P<theirs>(?<!\S){_THEIRS})|(?P<mine>\b{_MINE}(?: {_WHICH}){{0,2}}|^|{_FROM})|\w)\s{{0,3}}[+\-][01]{CLAIM}"
    rf"(?:{_TURNS}\s{{0,3}}{_ONE}|[はがを]\s{{0,3}})$"
)
NOT_MINE = re.compile(rf"(?<!\S){_THEIRS}(?!\w)")
TURNED_BEHIND = re.compile(r"^\s{0,3}[にと](?:なり|な(?:った|る)|変わり|変わる|し)")
# "My -1 will become a +1": not yet.
TURNS_LATER = re.compile(
    "^"
    + CLAIM
    + either(
        {
            "en": r"(?:will|would|can|could|may|might|shall|should)(?: \w{1,12})? (?:become|turn|change|be|go)",
            "de": r"(?:würde|könnte|kann|wird) [^.!?]{0,40}\b(?:werden|zu|zum|wenn|falls|sobald)",
            "fr": "deviendrai?t? | passerai?t? | pourra",
            "es": r"pasar\w{1,3} | se convertir\w{1,3} | podría",
            "pt": r"vai (?:virar|passar|se tornar) | viraria | passar\w{1,3} | se tornar\w{1,2}",
            "it": r"diventer\w{1,4} | passer\w{1,4}",
            "nl": "zal | zou | kan",
            "pl": "zmieni się | stanie się",
            "ru": "станет | превратится | может",
            "zh": "会(?:变|改) | 將 | 将",
        }
    )
)
# ... and the change is not made yet.
CHANGE_OPEN = words(
    {
        "en": "before | until | waiting | wait | once | if | when | whether | unless | after you",
        "de": "falls | wenn",
        "fr": "si",
    }
)
