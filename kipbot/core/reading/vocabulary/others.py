"""Is the value somebody else's: counted, asked for, reported, or handed on?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import CLAIM, either, table, words

# "It was -1", "instead of +1".
_PAST = either(
    {
        "en": r"""
            was | were | wasn't | previously | formerly | earlier | before | from | former | initial(?:ly)? | instead of
            rather than | old | had been | have been | has been | been | used to be
        """,
        "de": "statt | anstatt | war | vorher | hatte",
        "fr": "au lieu d[e']? | était | avais mis | fois",
        "es": "en lugar de | había (?:dado|votado) | veces",
        "pt": "em vez de | tinha | vezes",
        "it": "invece di | avevo | volte",
        "nl": "in plaats van | keer",
        "pl": "zamiast",
        "ru": "вместо",
        "zh": "原来",
    }
)
_ASKS = either(
    {
        "en": r"""
            need(?:s|ed|ing)? | want(?:s|ed)? | look(?:s|ing)? for | wait(?:s|ing)? (?:for|on) | seek(?:s|ing)? | lack(?:s|ing)?
            miss(?:es|ing)? | ask(?:s|ed|ing)? for | hop(?:e|ing) (?:for|to get) | requires? | required | collect(?:ed|ing)?
            got | gets? | getting | received? | have | has | had | having | there (?:are|is|were) | expect(?:s|ing)? | with
            reach(?:ed)? | count(?:s|ed|ing)? | without | gather(?:ed)? | short of | appreciate | grab | hoping for | hope for
        """,
        "de": "brauchen | braucht | benötigen | fehlt | fehlen | hoffe auf | haben | gibt es | hätten? gern | hoffen? auf",
        "fr": "manque | avons(?: déjà)? | faut",
        "es": "falta(?:n)? | necesita(?:mos)? | tenemos | hay | tener",
        "pt": "precisamos | temos",
        "it": "servono | mancano | abbiamo",
        "pl": "brakuje | mamy",
        "ro": "văd",
        "ru": r"нужн\w{1,40} | есть | ждём",
        "uk": "ще",
        "tr": "lazım | gerek",
    }
)
_HOW_MANY = either(
    {
        "any": r"\d{1,2}",
        "en": r"""
            a | an | one | two | three | four | five | some | any | few | more | another | enough | at least | only | just
            also
            still | the | all | many | no | several | your | his | her | their | its | such | further | other | second | third
            last | final | so far
        """,
        "de": "noch | ein(?:e|en)? | drei | mindestens | zwei | paar",
        "fr": "une? | trois | déjà | au moins | deux",
        "es": "tres | ya | al menos | dos",
        "pt": "já | um | uma?",
        "it": "già | due | tre",
        "ru": "ещё | один | две | два | три",
        "ro": "singur",
        "pl": "jednego | nam | jeszcze | dwóch | trzech | tylko",
    }
)
_OF_THEM = r"(?:binding|non-binding|pmc|committer|more|bindende?|wiążąc\w{1,4}|vinculante|contraignante?|vincolante|(?:of )?(?:the|those|these|required|necessary|requisite))"

_COUNT = either(
    {
        "any": r"(?<![\w.\-+])\d{1,3}",
        "en": r"""
            at least | minimum(?: of)? | at minimum | one more | two | three | four | five | six | seven | eight | nine | ten
            second | third | fourth | fifth | one | single | valid | several | many | enough | few | both | these | those | some
            extra | additional | no | more
        """,
        "de": "mindestens | zwei | drei | mehr",
        "fr": "au moins | deux | trois | plus de",
        "es": "dos | tres | al menos | más",
        "it": "dois | due | tre | più",
        "ru": "два | две | три | двух | трёх | больше",
        "pl": "dwa | trzy | więcej",
        "tr": "iki | üç",
        "nl": "meer",
    }
)
_OF_A_COUNT = (
    r"(?:more |other |binding |non-binding |pmc |\(binding\) |of the |explicit |\"|'|x "
    r"|times |bindende |голоса |голосов ){0,3}$"
)
_COUNT_JOINED = either(
    {
        "zh": r"""
            (?:两|三|二|一|几|多少|\d)\s?(?:个|票|張|张)\s?$
            (?:还差|至少|需要|缺(?!少的|的)|目前有|已有|凑够|收到)[^,，。]{0,16}$
        """,
        "ja": r"あと.{0,8}$",
    }
)
_MORE_THAN = r"\b(?:than|als|(?<!así )que|che|чем|(?<!, )dan|niż)\s{1,3}(?:bindende? |binding )?$"

_WHOSE = either(
    {
        "en": r"""
            your | his | her | their | its | other | others'? | whose | each | every | everyone's | everybody's | someone's
            somebody's | anyone's | people's | one's | another person's | the | this | that
        """,
        "de": "dein(?:e|en)? | sein(?:e|en)? | ihr(?:e|en)?",
        "fr": "votre | ton | son | leur",
        "es": "tu | su",
        "pt": "seu | teu",
        "it": "suo | tuo | loro",
        "ru": "его | её | их",
        "uk": "ваш",
        "pl": "twój | jego",
    }
)
_WHICH_OF_THEIRS = (
    r"(?:own |two |three |four |non-binding |binding |\(binding\) |latest |last |first |previous |earlier |pmc |recent |nice "
    r"|kind |quick ){0,3}[\"'(]?$"
)

_THEY = r"\b(?:he|she|they|who|everyone|everybody|nobody|people|folks|someone|somebody|others|you)(?:'s|'re|'d|'ll)?"
_DO = (
    r"(?:(?:have|has|had|also|already|both|all|kindly|just|then|now|only|even|would|will|did|does"
    r"|can|could|should|might|may) ){0,3}"
)
_VOTED = either(
    r"""
        voted | votes | vote | repl(?:y|ies) | writes? | sends? | posts? | gave | given | gives | said | says | cast | posted | replied | wrote | put | sent | responded
        answered | changed | left | offered | submitted | counted | hat | haben
    """
)
_THEY_ARE = (
    r"\b(?:he|she|they|who|everyone|everybody|nobody|people|someone|others|you)(?:'s|'re| is| are| was| were)\s{1,3}"
    r"(?:also |still |now |a |an |at |already ){0,2}$"
)
_VOTED_FOREIGN = (
    r"\b(?:voted|hat|a voté|ont voté|votó|votaron)\s{1,3}(?:with )?(?:a )?$(?<!i voted )(?<!we voted )(?<!i voted a )"
)

_READS = either(
    r"""
        translate | interpret | read | count | \d ?(?:am|pm) | agree with \w{1,40} (?:that|on|about) | take | treat | understand
        consider | regard | record | tally | counts? | counted | taken | treated | understood | registered | recorded
        considered | mean | means | meant | imply | implies | assume | assuming | presume | view | parse | log
    """
)

_ASKED = r"(?:^|[\s\"'(,])"
_PLEASE = either(
    {
        "en": r"""
            please | kindly | pls | you (?:can|may|should|could|might) | voters? (?:can|may|should)
            (?:people|anyone|everyone|folks|members?) (?:can|may|should|could|please) | feel free to
            ask(?:ed|ing)? (?:\w{1,40} ){1,3}to | to | should | would you | could you | can you | will you | anyone | or | and
        """,
        "de": "bitte",
        "fr": "merci de",
        "es": "por favor",
    }
)
_VOTE = (
    r"(?:(?:re)?vote|cast|reply(?: with)?|respond(?: with)?|say|give|send|indicate|post|answer|put|voting|stimmen|voter|votar)?"
)
_WITH = r"(?:\s{1,3}(?:with|a|an|your|his|their|it|this|in|either|me|us|explicit|mit)){1,8}"
# ", to +1" is Polish: "then +1".
_PLEASE_BARE = r"(?:please|kindly|pls|bitte|por favor|you (?:can|may|should)|(?<!, )to|should|anyone|feel free to)"
_VOTE_BARE = r"(?:(?:re)?vote|reply(?: with)?|say|voting|stimmen|voter|votar)?"

_COUNTED_SO_FAR = either(
    {
        "en": r"""
            (?:interim|current|preliminary) (?:tally|count|result|standing|state) | (?:votes|tally|count) so far | recount
        """,
        "de": "zwischenstand | zwischenergebnis | bisheriger stand | aktueller stand",
        "fr": "décompte | résultat provisoire",
        "es": "recuento | resultado provisional",
        "pt": "contagem | resultado parcial",
        "it": "conteggio | riconteggio | risultato parziale",
        "nl": "tussenstand",
        "pl": "stan głosów | wynik częściowy",
        "ru": "промежуточный (?:итог|подсчёт) | подсчёт",
    }
)

# Other people's votes, counts, wishes for votes, calls to vote; ends at the value.
OTHERS_BEFORE = table(
    ("a past value", rf"\b{_PAST}\s{{0,3}}(?:a |my |at |an? )?$"),
    ("a value asked for", rf"\b{_ASKS}(?=\s)(?:\s{_HOW_MANY}){{0,8}}(?:\s{_OF_THEM}){{0,4}}\s{{0,3}}[\"'(]?$"),
    ("a count of votes", rf"\b{_COUNT}\s{{1,3}}{_OF_A_COUNT}|{_COUNT_JOINED}|{_MORE_THAN}"),
    ("somebody else's vote", rf"\b{_WHOSE}\s{{1,3}}{_WHICH_OF_THEIRS}"),
    ("a reported vote", rf"{_THEY}\s{{1,3}}{_DO}{_VOTED}\b[^.!?]{{0,40}}$|{_VOTED_FOREIGN}|{_THEY_ARE}"),
    (
        "a reading of another mail",
        rf"\b{_READS}\b[^.!?]{{0,40}}?\b(?:as|to|that|into|for|is|a|an|his|her|your|be)\s{{1,3}}"
        r"(?:a |an |another |implicit |\"|'){0,2}$",
    ),
    ("a tally", rf"^\W{{0,8}}{_COUNTED_SO_FAR}\b[^!?]{{0,160}}$|^(?:集計|途中経過|现在票数|目前票数)"),
    (
        "a call to vote",
        r"\b(?:wer|whoever)\b[^.!?]{3,80}\b(?:sollte|soll|kann|möge|muss|should|must|can)(?: (?:jetzt|bitte|now|then|also|vote)){0,2}\s{0,3}$",
    ),
    (
        "a call to vote",
        rf"{_ASKED}{_PLEASE}\s{{1,3}}(?:all |both |everyone )?{_VOTE}{_WITH}\s{{0,3}}[:\"'(]{{0,4}}$"
        rf"|{_ASKED}{_PLEASE_BARE}\s{{1,3}}(?:all |both )?{_VOTE_BARE}\s{{0,3}}[:\"'(]{{0,4}}$",
    ),
)

_REPORT = either(
    r"""
        given | cast | came | received | so far | were | was given | has been | have been | are (?:needed|required)
        is (?:needed|required|missing|enough|not|still needed) | would be (?:needed|required|enough) | needed | required
        to go\b | missing | short\b | gets?\b | counts?\b
        by\b(?! (?:me|the|end|tomorrow|tonight|then|monday|tuesday|wednesday|thursday|friday|noon))
    """
)
_REMARK = either(
    r"""
        was | is (?:for|about|only|based|because|due|not|meant|to) | indicates? | meant | referred | refers | concerned | did
        does | had | reflects? | expresses | came | comes | above (?:was|is)
    """
)

# ... begins at the value.
OTHERS_AFTER = table(
    (
        "several votes",
        rf"^\s{{0,3}}(?:'s|s|ers?|ed|['-]?ing|'d|'ed)\b(?!\s{{1,3}}from me)"
        rf"|^{CLAIM}(?:votes|ballots|voices|voix|votos|voti|voters|голос\w{{1,40}})\b",
    ),
    (
        "a tally",
        rf"^{CLAIM}[:=\-]\s{{0,3}}\d{{1,3}}\b(?![.\-:\w])(?! (?!votes?\b|binding|non\b|from\b|and\b|so far|each)[a-z])|^{CLAIM}-\d{{1,3}}\b(?![.\-:\w])|^\s{{0,3}}[x×]\s?\d|^\s{{0,3}}\(\d{{1,3}}\)|^\s{{0,3}}\|\s{{0,3}}\d",
    ),
    ("a report of others", rf"^{CLAIM}{_REPORT}"),
    ("a report of others", rf"^{CLAIM}from (?:you|him|her|them)\b"),
    ("a tally", rf"^{CLAIM}[はが:]\s{{0,3}}\d{{1,3}}\s?[票件名人]"),
    ("a value asked for", rf"^{CLAIM}(?:vinculante )?(?:más|more|de plus|in più)\b"),
    (
        "talk of what a value means",
        rf"^{CLAIM}[^.!?,;(]{{0,40}}\b(?:is not|isn't|ist kein|n'est pas un|no es un|non è un|nie jest|não é um|is geen|не является) "
        r"(?:a )?(?:veto|вето|wet)",
    ),
    ("a remark on an own vote", rf"^{CLAIM}(?:vote )?{_REMARK}\b"),
)

_CAPITAL = r"[A-ZÀ-ÞŁŚŻ]"
_DOES = either(
    {
        "de": "hat | stimmt | stimmte | gab | gibt | will | möchte",
        "fr": "dit | pense | veut | a dit | a mis | a voté",
        "es": "piensa | quiere | va a | vota | votó | votará",
        "pt": "votou",
        "it": "ha votato | ha detto | vuole",
        "pl": r"zagłosował\w? | написал\w?",
        "ru": r"сказал\w? | проголосовал\w? | поставил\w? | за",
        "nl": "heeft | stemt",
        "tr": "oy",
    }
)
_HE = either(
    {
        "ru": "он | она | они | его",
        "de": "er hat | sie hat",
        "fr": "il a | elle a | ils ont",
        "es": "él | ella",
        "pt": "ele | ela",
        "it": "lui ha | lei ha",
        "nl": "hij | zij heeft",
    }
)
_NOT_NAMES = r"(?!I\b|We\b|It\b|This\b|That\b|There\b|Here\b|My\b|So\b|And\b|But\b|Vote\b|The\b|Which\b|What\b|All\b)" + (
    r"(?!Everything\b|Build\b|Code\b|LGTM\b|KIP\b|RC\d?\b)"
)
_ADVERBS_ALIKE = r"(?<!ly a )(?<!ly an )"
_ADVERBS = "Definitely So And Still Clearly Thus Hence Overall Yes Almost Nearly Maybe Just Another Here Only Quite"
_NO_ADVERB = "".join(f"(?<!{adverb} a )" for adverb in _ADVERBS.split())
_HE_SAID = r"(?:is|are|was|were|voted|votes|gave|gives|given|said|says|cast|wrote|replied|put|sent|changed|reported)"

# A third person's vote: a name or pronoun that votes, somewhere before the value; case matters for names.
REPORTED = re.compile(
    rf"\b(?!It's|That's|Here's|There's|Let's|What's|Who's|He's|She's|Today's){_CAPITAL}[\w.\-]{{1,20}}(?:'s|s') "
    r"(?:\(?(?:non-)?binding\)? |earlier |own |recent |latest |first |veto of ){0,2}$"
    r"|(?:^|\s)(?!Ich\b|Je\b|Yo\b|Eu\b|Io\b|Ik\b|Ja\b|Я\b|Mi\b|Mein\b|Mon\b)[A-ZÀ-ÞŁŚŻА-Я][\w\-]{1,20} "
    rf"{_DOES}\b[^.!?;]{{0,60}}$|\b{_HE}\b[^.!?;]{{0,60}}$|(?:他|她|他们|님이|님께서|さんが|さんは)[^，。,]{{0,16}}$"
    rf"|(?:^|[\s,;])(?:and |, )?[A-Z][\w\-]{{2,20}} an? ${_NO_ADVERB}{_ADVERBS_ALIKE}"
    rf"|(?:^|[\s(,;]){_NOT_NAMES}{_CAPITAL}[\w\-]{{1,20}}(?: {_CAPITAL}[\w\-]{{1,20}})?(?: and [A-Z][\w\-]{{1,20}})? "
    rf"(?:(?:has|have|had|also|already|then|just|is|are|was|were|now|would|will) ){{0,3}}{_HE_SAID} "
    r"(?:[a-z(][\w()'-]{0,12} ){0,6}[\"'(]?$"
    r"|\b(?:[Yy]ou|[Hh]e|[Ss]he|[Tt]hey)(?:'ve| have| has| had)? (?:also |already |only |just )?"
    r"(?:voted|given|gave|said|cast|wrote)\b[^.!?]{0,80}$"
)

# A single name before the value: a line of somebody's tally; case matters.
ONE_NAME = re.compile(
    r"^[\s\-*•]{0,6}(?!PS\b|P\.S|Dafür|Dagegen|Ja|Nein|Oui|Non|Sí|No|Sim|Não|Sì|Tak|Nie|Evet|Hayır|Leider|Correction|Update"
    r"|Edit|Note|Decision|[A-Z]{2,6}-\d|Overall|Verdict|Vote|Result|Summary|Conclusion|Binding|Votum|Voto|Stimme|LGTM|Thanks"
    r"|Great|Nice|Awesome|Yes|Super|Cool|Perfect|Excellent|Definitely|Absolutely|Agreed|Approved|Done|Tested|Verified|Checked"
    r"|Me|Mine|So|And|TL|My|Still|Also|Ok|Okay|Otherwise|Sure)"
    rf"{_CAPITAL}[\w\-]{{1,20}}\s?[:\-–—]?\s{{0,3}}$"
)

# "She told me", "on behalf of": a vote that is handed on for somebody else.
TOLD = words(
    {
        "en": r"""
            (?:told|tells|asked|wrote|messaged|pinged|informed) (?:me|us)(?! (?:why|what|whether|if|how|about|when|who|where|which)\b)
        """
    }
)
ON_BEHALF = words(
    {
        "en": r"""
            on behalf of | in the name of | (?:as|by|per|my) proxy
            (?:asked|asks|told|tells|wants) me to (?:vote|cast|pass|relay|add|say|tell|forward|note)\w{0,40}
            relaying | relay | passing (?:on|along) | forwarding | conveying
        """,
        "de": "im namen von | im auftrag | weiterleiten",
        "fr": "au nom de | transmettre | transmets",
        "es": r"en nombre de | transmit(?:ir|o)",
        "pt": "em nome de",
        "it": r"per conto di | a nome di | trasmett\w{1,40}",
        "nl": "stem namens",
        "pl": "w imieniu",
        "ru": "от имени",
        "tr": "adına",
        "zh": "代表 | 代替 | 替.{1,8}投 | 代投 | 代.{1,8}投 | 帮.{1,8}投 | 受.{1,8}委托",
        "ja": "の代わり",
        "ko": "대신",
        "any": r"""
            \bfor (?:my|our) colleague | \bproxy (?:for|vote) | \bvoting for (?:my|our) (?:colleague|team|company|friend)
            \bleite\b.{0,20}weiter | bittet mich | hat mich gebeten | bat mich
            me demande | à la demande de | (?:m'a|nous a) (?:demandé|chargé) | me pide | me pidió
            me pediu | pediu-me | mi prega | mi chiede | prosi mnie
            по просьбе | poprosił | попросил | просит | передаю (?:её|его|их)
        """,
    }
)

# Towns and countries that nobody is named after.
_PLACE = either(
    r"""
        lisbon | porto | madrid | barcelona | berlin | munich | hamburg | cologne | vienna | zurich | geneva | brussels
        amsterdam | rotterdam | copenhagen | stockholm | oslo | helsinki | warsaw | krakow | prague | budapest | bucharest
        athens | istanbul | ankara | moscow | kyiv | tel aviv | cairo | nairobi | kampala | lagos | accra | johannesburg
        cape town | dubai | mumbai | bangalore | bengaluru | hyderabad | delhi | chennai | pune | colombo | dhaka | bangkok
        hanoi | singapore | jakarta | manila | hong kong | shanghai | beijing | shenzhen | hangzhou | taipei | seoul | tokyo
        osaka | kyoto | melbourne | auckland | toronto | montreal | vancouver | seattle | boston | chicago | new york
        san francisco | los angeles | bogotá | lima | buenos aires | são paulo | london | dublin | edinburgh | manchester
        germany | portugal | italy | spain | japan | korea | canada | brazil | poland | norway | sweden | finland | denmark
    """
)

# "+1 from ...": anybody but the writer, the writer's team, or "this side".
_ME = either(
    {
        "en": rf"""
            this\b | an?\b | (?:the|our) (?!whole|entire|rest)(?:[\w']{{1,40}} ){{0,3}}(?:side|corner|team|perspective|camp|front)\b
            (?:the|our) (?!whole|entire|rest)(?:[\w']{{1,40}} ){{0,3}}(?:world|community|land|department|office|viewpoint)\b
            (?:the|our) (?!whole|entire|rest)(?:[\w']{{1,40}} ){{0,3}}(?:point of view|trenches)\b
            (?:rainy |snowy )?{_PLACE}\b(?! (?:team|office|group|folks|colleagues)) | yours\b | sunny\b | down\b | far\b | me\b | my\b | mine\b | here\b | this (?:side|end|corner) | the (?:bottom|depth)
            a (?:user|long|happy|tester|contributor|committer|pmc|non|downstream|packager) | our (?:team|side|company) | us\b
            downstream
        """,
        "de": r"mir\b | meiner | me\.",
        "fr": "ma part | mon | moi",
        "es": r"mi\b | mí\b | nuestr",
        "pt": "minha | mim | meu",
        "it": "parte mia",
        "nl": "mij | mijn",
        "pl": "mnie | mojej",
        "ru": r"меня | себе\b | моей",
        "uk": r"мене\b",
        "bg": r"мен\b",
        "ro": "la mine",
        "ca": "part meva",
        "sv": r"mig\b",
        "no": r"meg\b",
        "fi": "minun",
        "tr": "benim",
        "id": "saya",
        "vi": "tôi",
    }
)
OTHER_SOURCE = re.compile(
    rf"^\s{{0,3}}(?:\(?(?:non-?)?binding\)?,?\s{{0,3}})?(?:from|by|von|de|da|van|od|от|via)\s{{1,3}}(?!{_ME})"
    r"(?:the |all |both |everyone|@?\w{1,40})"
)

FROM_YOU = re.compile(rf"^{CLAIM}from (?:you|him|her|them)\b")

# "Count me as +1": the writer's own, though it reads like a call.
COUNT_ME = re.compile(
    r"(?<!i )(?<!we )\b(?:(?:count|put|mark|record|register|take|consider|note|log) (?:me|this|it"
    r"|mine)|count me in)\b[^.!?]{0,20}$"
)
