"""Is the value a word given, or a wish, a leaning, a question, a denial, a vote to come?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import CLAIM, REST, either, said, table, words

# Denials: in the clause before the value ...
_NOT = either(
    {
        "en": r"""
            not | never | cannot | can't | cant | can not | couldn't | won't | wouldn't | don't | doesn't | didn't | isn't
            wasn't | aren't | unable to | no longer | neither | nor | hardly | refuse to | rather than | instead of | without
            nobody | shouldn't
        """,
        "de": "nicht | kein(?:e|en)? | keinesfalls",
        "nl": "niet | geen",
        "fr": "pas | jamais | aucun | non",
        "es": "nunca",
        "pt": "não | nem",
        "it": r"(?<!ngày )(?<!\ba )mai",
        "id": "bukan | tidak | belum",
        "fi": "en voi | en anna | ei voi | ei | en äänestä | en kannata | en ole",
        "he": "לא",
        "sv": "inte",
        "no": "ikke",
        "pl": "nie",
        "ru": "не | нет",
        "cs": "ne(?! (?:peux|puis|peut) que)",
        "tr": "değil | hayır",
        "hu": "nem",
        "ro": "nu (?:votez|pot(?! decât)|dau|sunt|vreau|voi|vom|aș|am|pun|cred|e|este)",
        "el": "δεν | δε | μην",
        "vi": "không(?! ràng| có (?:ý kiến|vấn đề)) | chưa",
        "sk": r"ne(?:hlasuj\w{1,2}|můžu|mohu|môžem|dávám|dávam|dám|chci|chcem|budu|budem|mohl\w?)",
    }
)
_NOT_FOR_LONG = r"(?![\s-]?bi?n?d)(?!\s{1,3}(?:only|sure (?:about|why)|that it matters|bad|so fast))"
_NOT_JOINED = either(
    {
        "zh": "不(?!错|好意思) | 没有? | 沒有? | 別 | 别 | 并非",
        "ja": "(?:ない|ません)(?!が|けど|けれど|ので|から|ため|し)",
        "ko": r"않(?!지만|으므로|으니|아서|았지만) | 아니(?!지만) | 안[ ]",
    }
)
NEGATION = re.compile(rf"\b{_NOT}\b{_NOT_FOR_LONG}|\bno (?:es|puedo|quiero|voto|votaré|daría|estoy|doy)\b|{_NOT_JOINED}")
# ... and behind it: "+1 is not possible yet", "+1 değil".
NEGATION_AFTER = re.compile(
    "^"
    + either(
        {
            "tr": r"\s{0,3}\w{0,40}(?:m[iıuü]yorum|emem|amam)\b | \s{0,3}değil",
            "ja": r"\s{0,3}(?:とは言え|は出せ|(?:は|が)?できません|(?:は|が)?できない|に(?:は)?でき|ではありません|ではない|じゃない)",
            "ko": r"\s{0,3}(?:은|는|이|가)[ ]아 | \s{0,3}(?:을|를)?[ ]?(?:주|드리|던지|하)지[ ](?:않|못) | \s{0,3}(?:을|를)?[ ]?(?:줄|드릴|할)[ ]수[ ]없",
            "pl": r"\s{0,3}nie jest",
            "hi": r"\s{0,3}नहीं",
            "en": r"""
                \s{0,3}(?:is|was|would|does|can|will|do)\s?(?:not|n't)\b
                \s{0,3}(?:from me )?(?:is )?(?:not|nicht|pas|no) (?:yet|possible|noch)\b
                \s{0,3}(?:not yet|yet to come|to follow|will follow|follows? later|coming soon)\b
            """,
        }
    )
)

_WOULD = said(
    {
        "en": r"would | i'd | we'd | could | might | (?<!if i )may | should | would've | should've | would be",
        "de": "würde | wäre | könnte",
        "fr": "serais | voterais | mettrais | donnerais | pencherais | pourrais",
        "es": "votaría | daría | sería | estaría",
        "pt": "votaria | daria | seria",
        "it": "voterei | darei | sarei",
        "nl": "zou",
        "sv": "skulle",
        "da": "kunne",
        "pl": "byłbym | głosowałbym | dałbym",
        "ru": "бы",
        "cs": "mohl",
        "tr": "oyu verirdim",
    }
)
# "I would like to be clear: +1": said politely, and no mood of the vote.
_BUT_NOT_POLITE = (
    r"(?! like to (?:be clear|be honest|say|stress|note|point|add|thank|change|switch|revise|update|correct|withdraw|retract))"
)
_LIKE_TO = either(
    r"""
        like | love | wish | want | hope | wanted | hoping | inclined | tempted | prepared | ready | willing | intend
        intending | plan | planning | going | about | aiming | expect | expecting | try | trying | able | happy
    """
)
# "Happy to give this a +1" is no wish: it gives.
_HAPPY_TO = "|vote |give my |cast my |add my |give a |give this a |give it a |give |say "
_GLADLY = "".join(f"(?<!happy to {rest})" for rest in _HAPPY_TO.split("|"))
_WILL = said(
    {
        "en": "will | i'll | we'll | gonna | shall",
        "de": "werde | wird",
        "fr": "vais",
        "es": "voy a",
        "pt": "vou",
        "nl": "zal",
        "sv": "ska",
        "da": "vil",
        "ru": "будет | буду",
        "pl": "będę",
        "cs": "budu",
        "sk": "budem",
        "el": "θα",
        "vi": "sẽ",
        "id": "akan",
        "hu": "fogok | majd",
    },
    rf"(?! go with| abstain\b| mich (?:der stimme )?enthalten| m'abstenir| abstenerme| me abster| mij onthouden| воздерж){REST}$",
)
_SOON = said(
    {
        "en": "tomorrow | (?<!details )(?<!more )(?<!reasons )(?<!comments )later | next week",
        "de": "morgen",
        "fr": "demain",
        "es": "mañana",
        "pt": "amanhã",
        "it": "domani",
        "ru": "завтра",
        "pl": "jutro",
        "zh": "会投 | 将投 | 明天 | 稍后 | 晚点 | 打算 | 考虑投",
        "ja": "つもり | 予定",
        "ko": "예정 | (?<!기권)하겠",
    },
    r"[^.!?,;]{0,240}$",
)
_LEANS = said(
    {
        "en": r"""
            lean(?:s|ing|ed)? | tend(?:s|ing)? | tentative(?:ly)? | provisional(?:ly)? | preliminar(?:y|ily) | initial | soft
            weak | slight(?:ly)? | half | almost | nearly | close to | mild(?:ly)? | maybe | perhaps | probably | possibly
            likely | presumably | potential(?:ly)? | conditional(?:ly)? | quasi | more or less | kind of | kinda | sort of
            basically | on paper | i guess | i suppose | i think | i believe | in principle | in theory | theoretically
            hypothetical(?:ly)? | qualified
        """,
        "de": r"""
            grundsätzlich | im prinzip | prinzipiell | halb(?:es)? | tendiere | eher | vielleicht | wahrscheinlich
            vorläufig\w{0,40} | unter vorbehalt
        """,
        "fr": "en principe | plutôt | peut-être | probablement | provisoire",
        "es": "en principio | quizás? | tal vez | probablemente | me inclino | inclino",
        "pt": "em princípio | talvez | provavelmente",
        "it": "in linea di principio | forse | propendo",
        "nl": r"misschien | waarschijnlijk | neig\w{0,40}",
        "pl": "zasadniczo | chyba | raczej",
        "ru": r"""
            в принципе | в целом | может быть | наверное | скорее | возможно | склоня\w{1,40}
        """,
        "tr": "belki | muhtemelen",
        "sv": "kanske",
        "da": "måske",
        "no": "kanskje",
        "zh": "倾向 | 傾向 | 可能 | 也许 | 或许 | 大概 | 应该会 | 暂时",
        "ja": "たぶん | おそらく | かも",
        "ko": "아마",
    },
    r"[^.!?;]{0,240}$",
)

# Moods that make a value less than a word given; in the clause before the value.
HEDGE_BEFORE = table(
    ("a conditional mood", rf"(?:{_WOULD}){_BUT_NOT_POLITE}{REST}$"),
    (
        "a wish to vote",
        rf"\b{_LIKE_TO} to (?:be )?(?:a |vote |cast |give |say |add |put |change |switch |turn "
        rf"|move )?(?:\w{{1,40}} ){{0,3}}${_GLADLY}",
    ),
    ("a vote to come", rf"{_WILL}|{_SOON}"),
    ("a leaning", _LEANS),
)

# The value is said of another day.
_ANOTHER_DAY = {
    "en": "tomorrow | later today | tonight | next week",
    "de": "morgen",
    "fr": "demain",
    "es": "mañana",
    "pt": "amanhã",
    "it": "domani",
    "ru": "завтра",
    "pl": "jutro",
    "sk": "zajtra",
    "hr": "sutra",
    "cs": "zítra",
    "da": "i ?morgen",
    "sv": "i ?morgon",
    "fi": "huomenna",
    "hu": "holnap",
    "ro": "mâine",
    "tr": "yarın",
    "id": "besok",
    "vi": "ngày mai",
    "el": "αύριο",
    "bg": "утре",
    "zh": "明天",
    "ja": "明日",
    "ko": "내일",
    "he": "מחר",
    "ar": "غدا",
    "fa": "فردا",
    "th": "พรุ่งนี้",
}
_ONLY_THEN = said(
    {
        "en": "only (?:after|once|when|if)",
        "de": "(?:gibt es |kommt )?erst (?:nach|wenn|sobald|dann|mit)",
        "fr": "(?:seulement|uniquement|mais pas avant) (?:après|quand|si|une fois)?",
        "es": "(?:solo|sólo|únicamente) (?:cuando|después|si|tras)",
        "pt": "(?:só|somente|apenas) (?:quando|depois|se|após)",
        "it": "(?:solo|soltanto) (?:quando|dopo|se)",
        "nl": "pas (?:na|als|wanneer)",
        "sv": "först (?:efter|när|om)",
        "da": "først (?:efter|når|hvis)",
        "pl": "dopiero (?:po|gdy|kiedy|jak)",
        "ru": "(?:только|лишь) (?:после|когда|если)",
    }
)

_ASKS = r"(?:\?|？|吗|嗎|か[?？。]?$|right\?|correct\?|ok\?|okay\?"
_UNSURE = r"|maybe|i guess|i suppose|i think|i believe|or so|perhaps|probably|possibly|ish\b|-ish\b)"
_IN_PRINCIPLE = either(
    {
        "en": r"""
            in principle | in theory | in spirit | in general | generally | conceptually | tentative(?:ly)? | provisional(?:ly)?
            \(?(?:tentative|provisional|conditional|preliminary|soft|pending|leaning|weak)\)?
        """,
        "de": "im prinzip | grundsätzlich | vorläufig",
        "fr": "en principe",
        "es": "en principio",
        "pt": "em princípio",
        "it": "in linea di principio",
        "nl": "in principe",
        "pl": "w zasadzie",
        "ru": "в принципе",
    }
)
# "+1 | with the change Ann asked for": the matter as it should be, not as it is.
_AS_IT_SHOULD_BE = said(
    {
        "en": r"""
            with (?:\S{1,20} ){1,4}?(?:changes?|fix(?:es)?|edits?|renam(?:es?|ing)|tweaks?|additions?|amendments?|wording|adjustments?|corrections?|modifications?),? (?:(?:that|which|as) )?(?:(?:i|we|he|she|they|you|\S{2,20}(?: and \S{2,20})?) )?(?:have |has |had |is |are |was |were |also |just ){0,2}(?:ask\w{0,3}|suggest\w{0,3}|propos\w{1,3}|request\w{0,3}|want\w{0,2}|mention\w{0,3}|recommend\w{0,3}|describ\w{1,3}|outlin\w{1,3}|call(?:s|ed) for|pending)\b(?! (?:in\b|which|and (?:now )?(?:in|applied|made)))
            with (?:the|that|this|those|these) (?:\S{1,20} ){1,5}?(?:fixed|corrected|renamed|removed|cleaned up|reworded|sorted out|amended|dropped|reverted)\b(?! now)
            with (?:the|that|those) (?:suggested|proposed|requested|discussed|mentioned|recommended) (?:changes?|fix(?:es)?|edits?|renam(?:e|ing)|tweaks?|additions?|wording|corrections?|modifications?)
            with (?:an?|another|some) (?:\w{1,12} )?(?:different|other|better|smaller|larger|shorter|longer|lower|higher|clearer|safer) \w{2,20}
        """,
        "de": r"mit (?:der|den|dieser) (?:von \S{1,20} )?(?:gewünschten?|vorgeschlagenen?|erbetenen?) \S{2,30} | mit (?:der|den) (?:änderung(?:en)?|korrektur(?:en)?|umbenennung|ergänzung(?:en)?),? (?:die|um die|wie) ",
        "fr": r"avec (?:le|la|les) (?:changements?|modifications?|corrections?|renommage|ajouts?) (?:que|qu'|demandée?s?|proposée?s?|suggérée?s?|souhaitée?s?)",
        "es": r"con (?:el|la|los|las) (?:cambios?|correcci\w{2,6}|modificaci\w{2,6}|ajustes?) (?:que|pedid[oa]s?|propuest[oa]s?|sugerid[oa]s?|solicitad[oa]s?)",
        "pt": r"com (?:a|o|as|os) (?:mudanças?|alteraç\w{2,5}|correç\w{2,5}|ajustes?) (?:que|pedid[oa]s?|propost[oa]s?|sugerid[oa]s?|solicitad[oa]s?)",
        "it": r"con (?:la|le|il|i) (?:modific\w{1,3}|correzion\w|cambiament\w|aggiunt\w) (?:che|chiest[aeio]|propost[aeio]|suggerit[aeio]|richiest[aeio])",
        "nl": r"met de (?:wijziging(?:en)?|aanpassing(?:en)?|correctie|correcties) (?:die|waar|gevraagd|voorgesteld)",
        "pl": r"z (?:poprawk\w{1,3}|zmian\w{1,3}),? (?:o któr\w{1,3}|któr\w{1,3}|zaproponowan\w{1,3})",
        "ru": r"с (?:правк\w{1,3}|изменени\w{1,3}|исправлени\w{1,3}),? (?:о котор\w{1,3}|котор\w{1,3}|предложенн\w{1,3})",
    }
)
_DEPENDS = either(
    {
        "en": "depends | hinges | is conditional | is contingent | awaits | is subject",
        "de": "hängt",
        "fr": "dépend",
        "es": "depende",
    }
)
# ... behind the value; the question is the first of them.
HEDGE_AFTER = table(
    ("a question", rf"^{CLAIM},?\s{{0,3}}{_ASKS}{_UNSURE}"),
    ("a leaning", rf"^{CLAIM},?\s{{0,3}}{_IN_PRINCIPLE}"),
    ("hangs on a condition", rf"^{CLAIM}{_DEPENDS}\b"),
    ("hangs on a condition", rf"^{CLAIM},?\s{{0,3}}(?:{_ONLY_THEN})"),
    ("hangs on a condition", rf"^{CLAIM},?\s{{0,3}}(?:but |nur |mais |pero |mas |ma |maar )?(?:{_AS_IT_SHOULD_BE})"),
    ("a conditional mood", rf"^{CLAIM}(?:would|might|could|may) (?:be|become|follow)\b"),
    ("a vote to come", rf"^{CLAIM}(?:later|soon)\b|^{CLAIM}(?:\w{{1,8}} ){{0,2}}(?:{said(_ANOTHER_DAY)})"),
    (
        "a vote to come",
        r"^[^.!?]{0,12}[,;–-]\s?(?:just |please |but )?(?:give|grant|allow|leave) me (?:until|till|(?:another|a few|a|some|one|two)(?: more)? (?:days?|hours?|weeks?|minutes?|moments?|time|while|bit))\b",
    ),
)

# "-1 | everywhere?": the value is what is asked about.
ASKED_WHOLE = re.compile(
    r"^\s(?!(?:from|and|but|or|when|what|can|could|is|are|do|does|did|how|why|any|should|will|would|who|which|where|may|thanks)\b)[a-z0-9 .'\"]{1,30}[?]\W{0,3}$"
)
TO_COME = words(_ANOTHER_DAY)
_I_WILL = r"(?:i will|i'll|will|i'm going to|i am going to|i plan to|i intend to|planning to|hope to)"
# A vote is announced, and none given; in a mail without a value.
WILL_VOTE = words(
    {
        "en": rf"""
            {_I_WILL} (?:\w{{1,40}} )?(?:vote|cast (?:my|a) (?:vote|ballot)|send (?:in )?my vote|give my vote)
            my vote (?:will )?(?:follows?|comes?)
        """,
        "fr": "je voterai",
        "de": r"ich (?:stimme|werde) .{0,40}\b(?:ab|abstimmen)",
        "es": "votaré",
        "pt": "votarei",
        "it": "voterò",
        "pl": "zagłosuję",
        "ru": "проголосую",
        "tr": r"oyumu .{0,20}vereceğim",
        "nl": r"stem ik\b.{0,20}\b(?:morgen|later)",
        "ko": "투표하겠",
        "ja": "投票する予定 | 投票予定",
        "zh": "会投票 | 再投票",
    }
)
# "I hope my -1 becomes a +1": wished, and not done.
HOPED = words(
    {
        "en": "hope | hoping | wish | want | maybe | perhaps | suppose | imagine | let's say | why | not | never",
        "de": "hoffe | vielleicht | warum | nicht",
        "fr": "espère | peut-être | pas",
        "es": "espero | ojalá | quizás? | no",
        "pt": "espero | talvez | não",
        "it": "spero | forse | non(?!-)",
        "nl": "hoop | misschien | niet",
        "pl": "nadzieję | może | nie",
        "ru": "надеюсь | может | не",
        "zh": "希望 | 不",
    }
)
# "I'll start with my +1": said of the future, and done here.
STARTING = re.compile(
    r"\b(?:i'll|i will|let me|we'll|will)\s{1,3}(?:start|begin|open|kick (?:it |this |things )?off"
    r"|go first|lead)\b[^.!?]{0,24}$"
)
# "I'd like to vote +1": a wish by its form, and meant.
LIKES_TO_VOTE = re.compile(
    r"\b(?:would like|'d like|like|want|wanted|wish) to "
    r"(?:hereby |also )?(?:vote|cast(?: my| a)?|give (?:this |it )?(?:a|my)|\+1)(?: (?:a|my|with|vote|of|as)){0,6}\s{0,3}$"
)
# A thought that was not the vote: "I thought about a -1".
THOUGHT = re.compile(
    r"\b(?:thought (?:about|of)|considered|was (?:thinking|tempted|going|about|leaning|inclined|close"
    r"|torn)|had in mind|pondered"
    r"|toyed with|almost gave|nearly gave|could have been)\b[^.!?;]{0,60}$"
)
# "Torn between 0 and -1": a value named, and none chosen.
UNDECIDED = words(
    {
        "en": r"""
            made? up my mind | torn | undecided | not sure | can't decide | cannot decide | unsure | somewhere between
            i'm between | am between | either | hesitat\w{1,40} | don't know | can't make up
        """,
        "de": "zwischen | unsicher | weiß (?:es )?nicht",
        "fr": r"hésit\w{1,4} | ne sais",
        "es": "no sé | dudo",
        "pt": "não sei | em dúvida",
        "it": r"non so | indecis\w",
        "pl": "nie wiem | waham",
        "ru": r"не знаю | сомнева\w{1,4}",
        "any": r"^\W{0,40}[+\-]?[01]\s?(?:/|or|,)\s?[+\-]?[01]\W{0,40}$",
    }
)
# "Instead of a -1 I'm +1": the denial belongs to the other value.
INSTEAD = words({"en": "instead of | rather than"})
# "Still +1 after the fix": what came before is no condition.
STILL = words({"en": "still"}, r"[^.!?]{0,20}$")
