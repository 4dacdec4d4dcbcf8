"""Which words around a value make it a ballot, a doubt, or nothing?

Each table row is a name, which the verdict shows, and a pattern. All patterns are linear: no repeat stands inside another.
"""

from __future__ import annotations

import re

Table = tuple[tuple[str, re.Pattern[str]], ...]


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern for lowered text; one that ignores case would take twice as long on every mail."""
    lowered = re.sub(r"\\.|[^\\]", lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), pattern)
    return re.compile(lowered.replace("(?p<", "(?P<"))


def _table(*rows: tuple[str, str]) -> Table:
    return tuple((name, _words(pattern)) for name, pattern in rows)


# What a value is, when this stands directly before it: a number that is no vote at all.
TECHNICAL_BEFORE = _table(
    ("a time zone", r"\b(?:gmt|utc|z|cet|ist|jst|bst)\s?$"),
    ("a setting", r"(?:[=<>]|\b(?:acks|retries|timeout|offset|index|default(?:s|ed|ing)?(?: (?:to|of|is|value))?|returns?|returned|returning|exit(?:s|ed)?(?: with| code)?|status|error(?: code)?|owner(?: of)?"
     r"|code|equals?|set (?:it |this )?to|sets|value(?: of| to)|epoch|partition|size|length|timestamp|level|off by|by|plus|minus|times|gives|yields|id|version|null or|ttl|priority|watchers|"
     r"rating|score|karma|zone|port|sentinel|-Xss|lag|ordinal|position|factor|max|min|maximum|minimum|same as|like|such as|\w+\.\w+(?: to| is)?|starts? (?:at|from|with)|begins? (?:at|with)|\w+_\w+(?: to| is)?))\s*[:=]?\s*['\"`(]?$"),
    ("an enumeration of values", r"(?<![\d.])[+\-]?[01]\s*(?:,|/|or|and|\||&|;|to|and/or|, or|, and|,? vs\.?|und|oder|et|ou|y|o|e|и|или|和|或)\s*(?:a |an |\")?[\"'(\[]?$"),
    ("a telephone", r"\b(?:tel|phone|mobile|cell|fax|call|ph|mob|office|direct|tél|whatsapp)\s?[.:)]?\s?\(?$|(?:^|[\s|])[mtp]:\s?\(?$"),
    ("an empty box", r"(?:\[\s{0,3}_?\s{0,3}\]|\(\s{0,3}\)|☐|□|\[__\])\s*[\"'(]?$"),
    ("a difference in brackets", r"\d\s?\($"),
    ("an enumeration of values", r"(?<=[^\s])\s?[/|]\s*$"),
    ("a setting", r"\b(?:dice|zeigt|shows?|reads|prints|reports|displays|indique|affiche|indica|mostra|показывает|stands at|set to)\s*:?\s*[\"'`]?$|\b(?:tabla|table|page|docs?|text|log|wiki|code|spec|it)(?: \w{1,10})? (?:says|dice|sagt)\s*[\"'`]?$|显示\s*$|ค่า\s*$"),
    ("a patch", r"@@[^@]*$"),
    ("a step in a sequence", r"\b(?:the|this|next|current|each|every) (?:release|version|candidate|day|week|epoch|offset|year)\s*$"),
)  # fmt: skip

# ... when this stands directly after it.
TECHNICAL_AFTER = _table(
    ("a telephone", r"^[\s.\-()]{0,3}\(?\d{3}\)?[\s.\-]?\d{3}"),
    ("a quantity", r"^\s*[%°]"),
    ("a quantity", r"^\s*(?:ms|days?|hours?|hrs?|minutes?|lines?|bytes?|weeks?|months?|years?|offsets?|replicas?|partitions?|brokers?|commits?|files?|tests?|points?|degrees?|km|kb|mb|skipped|failed|passed|compared|more than|relative to|releases? ago|errors?|warnings?|failures?|level|index|element|bit|stars?|upvotes?|likes?|release cycle|overall\s*[,;]|compile\b|javac\b|unit\b)\b"),
    ("a definition", r"^\s*[\"'\])]{0,2}\s*(?:=(?!\))|:=|->|=>|means?\b|meaning\b|stands for\b|is for\b|denotes?\b|to (?:approve|accept|reject|agree|disagree|indicate|veto|signal|vote for)\s*[,;/|.]?\s*(?:[+\-]|0\b|or\b|and\b|$)|or\s+(?:a |an )?[+\-]?[01]\b|\|\s?[+\-]?[01]\b|,\s?[+\-]?0\b|,\s?(?:or |and )[+\-][01]\b|vs\.?\s)"),
    ("a setting", r"^\s*(?:の場合|に設定|のとき|の時|になる)"),
    ("a value explained", r"^\s*(?:is|was|are|as|would be|means|stands) (?:the|a|an|used|interpreted|treated|allowed|valid|returned|default|unlimited|reserved|invalid|what|how|never|always|for|in|not)\b"),
)  # fmt: skip
# "LEO -1": a symbol before the value; case matters.
SYMBOL = re.compile(
    r"\b(?!LGTM|SGTM|OK|RC|KIP|PMC|IMHO|IMO|FWIW|BTW|ACK|YES|THX|TLDR|DR|HI|ALL|SO|AND|BUT|ME|FROM|VOTE|THANKS|GREAT|BIG|MY|IS|I)[A-Z]{2,8}\s$|\b[a-z]+[A-Z]\w*\s$"
)

# ... other people's votes, counts, wishes for votes.
OTHERS_BEFORE = _table(
    ("a past value", r"\b(?:was|were|wasn't|previously|formerly|earlier|before|from|former|initial(?:ly)?|instead of|rather than|au lieu d[e']?|en lugar de|em vez de|invece di|statt|anstatt|in plaats van|zamiast|вместо|old|war|était|vorher|原来|had been|have been|has been|been|used to be|avais mis|hatte|había (?:dado|votado)|tinha|avevo|keer|fois|veces|volte|vezes)\s*(?:a |my |at |an? )?$"),
    ("a value asked for", r"\b(?:need(?:s|ed|ing)?|want(?:s|ed)?|look(?:s|ing)? for|wait(?:s|ing)? (?:for|on)|seek(?:s|ing)?|lack(?:s|ing)?|miss(?:es|ing)?|ask(?:s|ed|ing)? for|hop(?:e|ing) (?:for|to get)|requires?|required"
     r"|collect(?:ed|ing)?|got|gets?|getting|received?|have|has|had|having|there (?:are|is|were)|expect(?:s|ing)?|with|reach(?:ed)?|count(?:s|ed|ing)?|without|gather(?:ed)?|short of|appreciate|grab|văd"
     r"|brauchen|braucht|benötigen|fehlt|fehlen|hoffe auf|haben|gibt es|manque|falta(?:n)?|necesita(?:mos)?|tenemos|hay|precisamos|temos|avons(?: déjà)?|tener|hätten? gern|hoffen? auf|hoping for|hope for|faut|servono|mancano|abbiamo|нужн\w+|есть|ждём|brakuje|mamy|ще|lazım|gerek)"
     r"\s+(?:a|an|one|two|three|four|five|\d{1,2}|some|any|few|more|another|enough|at least|only|just|also|still|the|all|many|no|several|your|his|her|their|its|such|further|other|noch|ein(?:e|en)?|une?|drei|trois|tres|third|second|last|final|1|2|3|so far|déjà|ya|già|já|au moins|mindestens|al menos|paar|dos|deux|zwei|um|una?|due|tre|ещё|один|две|два|три|singur|\s)*"
     r"(?:binding|non-binding|pmc|committer|more|bindende?|(?:of )?(?:the|those|these|required|necessary|requisite)|\s){0,4}[\"'(]?$"),
    ("a count of votes", r"\b(?:at least|minimum(?: of)?|at minimum|one more|two|three|four|five|six|seven|eight|nine|ten|third|fourth|second|fifth|(?<![\w.\-+])\d{1,3}|one|single|valid|several|many|enough|few|both|these|those|some|extra|additional|mindestens|zwei|drei|au moins|deux|trois|dos|tres|al menos|dois|due|tre|два|две|три|двух|трёх|dwa|trzy|iki|üç|no|more|mehr|plus de|más|più|больше|meer|więcej)\s+"
     r"(?:more |other |binding |non-binding |pmc |\(binding\) |of the |explicit |\"|'|x |times |bindende |голоса |голосов ){0,3}$|(?:两|三|二|一|几|多少|\d)\s?(?:个|票|張|张)\s?$|(?:还差|至少|需要|缺|目前有|已有|凑够|收到).{0,16}$|あと.{0,8}$|\b(?:than|als|que|che|чем|dan|niż)\s+(?:bindende? |binding )?$"),
    ("somebody else's vote", r"\b(?:your|his|her|their|its|other|others'?|whose|each|every|everyone's|everybody's|someone's|somebody's|anyone's|people's|one's|another person's|the|this|that|dein(?:e|en)?|sein(?:e|en)?|ihr(?:e|en)?|votre|ton|son|leur|tu|su|seu|его|её|их|ваш|twój|jego)\s+"
     r"(?:own |two |three |four |non-binding |binding |\(binding\) |latest |last |first |previous |earlier |pmc |recent |nice |kind |quick ){0,3}[\"'(]?$"),
    ("a reported vote", r"\b(?:he|she|they|who|everyone|everybody|nobody|people|folks|someone|somebody|others|you)(?:'s|'re|'d|'ll)?\s+(?:(?:have|has|had|also|already|both|all|kindly|just|then|now|only|even|would|will|did|does|can|could|should|might|may) ){0,3}"
     r"(?:voted|votes|vote|gave|given|gives|said|says|cast|posted|replied|wrote|put|sent|responded|answered|changed|left|offered|submitted|counted|hat|haben)\b[^.!?]{0,40}$|\b(?:voted|hat|a voté|ont voté|votó|votaron)\s+(?:with )?(?:a )?$(?<!i voted )(?<!we voted )(?<!i voted a )|\b(?:he|she|they|who|everyone|everybody|nobody|people|someone|others|you)(?:'s|'re| is| are| was| were)\s+(?:also |still |now |a |an |at |already ){0,2}$"),
    ("a reading of another mail", r"\b(?:translate|interpret|read|count|\d ?(?:am|pm)|agree with \w+ (?:that|on|about)|take|treat|understand|consider|regard|record|tally|counts?|counted|taken|treated|understood|registered|recorded|considered|mean|means|meant|imply|implies|assume|assuming|presume|view|parse|log)\b[^.!?]{0,40}?\b(?:as|to|that|into|for|is|a|an|his|her|your|be)\s+(?:a |an |another |implicit |\"|'){0,2}$"),
    ("a call to vote", r"(?:^|[\s\"'(,])(?:please|kindly|pls|bitte|merci de|por favor|you (?:can|may|should|could|might)|voters? (?:can|may|should)|(?:people|anyone|everyone|folks|members?) (?:can|may|should|could|please)|feel free to|ask(?:ed|ing)? (?:\w+ ){1,3}to|to|should|would you|could you|can you|will you|anyone|or|and)\s+(?:all |both |everyone )?"
     r"(?:(?:re)?vote|cast|reply(?: with)?|respond(?: with)?|say|give|send|indicate|post|answer|put|voting|stimmen|voter|votar)?(?:\s+(?:with|a|an|your|his|their|it|this|in|either|me|us|explicit|mit))+\s*[:\"'(]*$|(?:^|[\s\"'(,])(?:please|kindly|pls|bitte|por favor|you (?:can|may|should)|to|should|anyone|feel free to)\s+(?:all |both )?(?:(?:re)?vote|reply(?: with)?|say|voting|stimmen|voter|votar)?\s*[:\"'(]*$"),
)  # fmt: skip
OTHERS_AFTER = _table(
    ("several votes", r"^\s*(?:'s|s|ers?|ed|ing|'d|'ed)\b(?!\s+from me)|^\s*(?:\(?(?:non-?)?binding\)?\s*)?(?:votes|ballots|voices|voix|votos|voti|voters|голос\w+)\b"),
    ("a tally", r"^\s*(?:\(?(?:non-?)?binding\)?)?\s*[:=\-]\s*\d{1,3}\b(?![.\-:\w])|^\s*[x×]\s?\d|^\s*\(\d{1,3}\)|^\s*\|\s*\d"),
    ("a report of others", r"^\s*(?:\(?(?:non-?)?binding\)?)?\s*(?:given|cast|came|received|so far|were|was given|has been|have been|are (?:needed|required)|is (?:needed|required|missing|enough|not|still needed)|would be (?:needed|required|enough)|needed|required|to go\b|missing|by\b(?! (?:me|the|end|tomorrow|tonight|then|monday|tuesday|wednesday|thursday|friday|noon))|short\b|gets?\b|counts?\b)"),
    ("a report of others", r"^\s*(?:\(?(?:non-?)?binding\)?)?\s*from (?:you|him|her|them)\b"),
    ("a remark on an own vote", r"^\s*(?:\(?(?:non-?)?binding\)?)?\s*(?:vote )?(?:was|is (?:for|about|only|based|because|due|not|meant|to)|indicates?|meant|referred|refers|concerned|did|does|had|reflects?|expresses|came|comes|above (?:was|is))\b"),
)  # fmt: skip
# A third person's vote: a name or pronoun that votes, somewhere before; case matters for names.
REPORTED = re.compile(
    r"\b(?!It's|That's|Here's|There's|Let's|What's|Who's|He's|She's|Today's)[A-ZÀ-ÞŁŚŻ][\w.\-]{1,20}(?:'s|s') (?:\(?(?:non-)?binding\)? |earlier |own |recent |latest |first |veto of ){0,2}$"
    r"|(?:^|\s)(?!Ich\b|Je\b|Yo\b|Eu\b|Io\b|Ik\b|Ja\b|Я\b|Mi\b|Mein\b|Mon\b)[A-ZÀ-ÞŁŚŻА-Я][\w\-]{1,20} (?:piensa|quiere|va a|vota|votó|votou|votará|hat|stimmt|stimmte|gab|gibt|will|möchte|dit|pense|veut|a dit|a mis|a voté|ha votato|ha detto|vuole|zagłosował\w?|написал\w?|сказал\w?|проголосовал\w?|поставил\w?|heeft|stemt|за|oy)\b[^.!?;]{0,60}$"
    r"|\b(?:он|она|они|его|er hat|sie hat|il a|elle a|ils ont|él|ella|ele|ela|lui ha|lei ha|hij|zij heeft)\b[^.!?;]{0,60}$|(?:他|她|他们|님이|님께서|さんが|さんは)[^，。,]{0,16}$|"
    r"(?:^|[\s,;])(?:and |, )?[A-Z][\w\-]{2,20} an? $(?<!Definitely a )(?<!So a )(?<!And a )(?<!Still a )(?<!Clearly a )(?<!Thus a )(?<!Hence a )(?<!Overall a )(?<!Yes a )(?<!Almost a )(?<!Nearly a )(?<!Maybe a )(?<!Just a )(?<!Another a )(?<!Here a )(?<!Only a )(?<!Quite a )|(?:^|[\s(,;])(?!I\b|We\b|It\b|This\b|That\b|There\b|Here\b|My\b|So\b|And\b|But\b|Vote\b|The\b|Which\b|What\b|All\b|Everything\b|Build\b|Code\b|LGTM\b|KIP\b|RC\d?\b)[A-ZÀ-ÞŁŚŻ][\w\-]{1,20}(?: [A-ZÀ-ÞŁŚŻ][\w\-]{1,20})?(?: and [A-Z][\w\-]{1,20})? (?:(?:has|have|had|also|already|then|just|is|are|was|were|now|would|will) ){0,3}(?:is|are|was|were|voted|votes|gave|gives|given|said|says|cast|wrote|replied|put|sent|changed|reported) (?:[a-z(][\w()'-]{0,12} ){0,6}[\"'(]?$"
    r"|\b(?:[Yy]ou|[Hh]e|[Ss]he|[Tt]hey)(?:'ve| have| has| had)? (?:also |already |only |just )?(?:voted|given|gave|said|cast|wrote)\b[^.!?]{0,80}$"
)
FIRST_PERSON = _words(
    r"\b(?:i|i'm|i'd|i'll|i've|im|we|we're|we'll|my|mine|me|myself|ich|wir|mein\w*|mir|je|j'\w+|mon|ma|moi|nous|yo|mi|mío|me|eu|meu|minha|io|mio|ik|mijn|ja|mój|я|мой|мне|ben|benim|tempted|willing|inclined|happy|hope|expect|planning|hoping|going to)\b|我|私|저|제"
)
UNDECIDED = _words(
    r"\b(?:made? up my mind|torn|undecided|not sure|can't decide|cannot decide|unsure|somewhere between|i'm between|am between|either|hesitat\w+|zwischen|don't know|can't make up)\b|^\W*[+\-]?[01]\s?(?:/|or|,)\s?[+\-]?[01]\W*$"
)
WAVER = _words(
    r"\b(?:not|no longer|less) (?:so |really |that |quite |very )?(?:sure|certain|convinced|confident) (?:about|of|with) (?:my|this|the)\s*(?:\w+ )?$|\b(?:rethink|reconsider|thinking about|think about|considering|re-?evaluat)\w* [^.!?]{0,30}\bmy\s*(?:\w+ )?$"
)
WAVER_AFTER = _words(r"^[^.!?]{0,20}\banymore\b")
HERE_IS = _words(
    r"\b(?:here'?s|here is|here comes|this is|add(?:ing)?|cast(?:ing)?|(?:same|as) (?:vote |as )?before|give|giving|start(?:ing)? with)\s+my\b|\bconfirming my\s*$|same vote as before\W*$|reviewed? again|checked again"
)
MY_VOTE = _words(r"(?:^|[\s,;(])my\s+(?:\w+ ){0,2}$")
MY_VOTE_WAS = _words(
    r"^[^.!?]{0,60}?\b(?:was|were|has been|is (?:meant|about|because|only|not|based)|indicates?|indicated|meant|referred|concerned|does|did|had|should (?:not|be)|must not|does not|reflects?)\b"
)
STARTING = _words(
    r"\b(?:i'll|i will|let me|we'll|will)\s+(?:start|begin|open|kick (?:it |this |things )?off|go first|lead)\b[^.!?]{0,24}$"
)
HENCE = _words(
    r"\b(?:so|hence|therefore|thus|daher|also|somit|deshalb|donc|por eso|por tanto|entonces|portanto|então|quindi|dus|więc|поэтому|итак)\b[\s,:]*(?:\w+\s){0,3}$|所以|因此"
)
NO_CONDITION_BEFORE = _words(r"\b(?:even|and|or|as|what|même|auch|incluso|aunque|mesmo|anche|zelfs|nawet|даже|även|selv) ?$")
NO_CONDITION = _words(
    r"^(?:(?:if|si|wenn|when)\s+(?:i|you|we)\s+(?:may|want|need|like|ask|have any|wish|understand|recall|remember|see|read)|if (?:any|needed|possible|necessary|required|so|not|nothing else|anything|only|you don't mind)\b|once (?:again|more)\b|when (?:it comes|compared)|se\b(?!\s+\w+)|after (?:all|the discussion)\b|until now\b|if not (?:more|earlier)|(?:als|om|ha|se|si|bis)\b\s*$|om\b(?! (?:test\w*|det|den|alla|vi|ni|de|man|ci)\b)|als\b(?! (?:de|het|er|dit|dat|we|jullie)\b)|se\b(?! (?:os|o|a|as|il|la|i|le|for|il|passano|passa|viene|tudo|isso)\b)|ha\b(?! (?:a|az|minden|ez)\b)|bis\b(?! (?:der|die|das|zum)\b))"
)
AGREES = _words(
    r"^\s*(?:\(?(?:non-?)?binding\)?\s*)?(?:@\w|(?:to|on|with|for|zu|zum|auf)\s+(?:that\b(?! (?:kip|release|proposal|rc))|what\b|whatever\b|everything\b|[\w.]+'s?\b|[a-z]+s' |@\w|the (?:above|suggestion|comment|point|question|idea|remark|concern|sentiment|previous)|his\b|her\b|their\b|your\b|\w+s (?:vorschlag|idee|kommentar|punkt)\b|the idea|this (?:idea|suggestion|point|comment|remark|approach of)|(?:ann?|[a-z]+)'s )|(?:as|like) (?:\w+ )?(?:said|suggested)|(?:agree|same) (?:with|as) \w+)"
)
DEFINITE = _words(r"\b(?:the|le|la|el|il|lo|der|die|das|den|dem|het|os|les|los|las)\s+[\"'(]?$")
ARTICLE = _words(r"\b(?:a|an|any|the|of|for|with|to|in|another|every|ein(?:e|en)?|un|une|uma?|una|een)\s+[\"'(]?$")
ONE_NAME = re.compile(
    r"^[\s\-*•]*(?!PS\b|P\.S|Dafür|Dagegen|Ja|Nein|Oui|Non|Sí|No|Sim|Não|Sì|Tak|Nie|Evet|Hayır|Leider|Correction|Update|Edit|Note|Decision|[A-Z]{2,6}-\d|Overall|Verdict|Vote|Result|Summary|Conclusion|Binding|Votum|Voto|Stimme|LGTM|Thanks|Great|Nice|Awesome|Yes|Super|Cool|Perfect|Excellent|Definitely|Absolutely|Agreed|Approved|Done|Tested|Verified|Checked|Me|Mine|So|And|TL|My|Still|Also|Ok|Okay|Otherwise|Sure)[A-ZÀ-ÞŁŚŻ][\w\-]{1,20}\s?[:\-–—]?\s*$"
)

# The clause before the value denies it.
NEGATION = _words(
    r"\b(?:not|never|cannot|can't|cant|can not|couldn't|won't|wouldn't|don't|doesn't|didn't|isn't|wasn't|aren't|unable to|no longer|neither|nor|hardly|refuse to|rather than|instead of|without|nobody|shouldn't"
    r"|nicht|kein(?:e|en)?|keinesfalls|niet|geen|pas|jamais|aucun|non|nunca|não|nem|mai|bukan|tidak|belum|en voi|en anna|ei voi|לא|inte|ikke|ei|nie|не|нет|ne|değil|hayır)\b"
    r"(?![\s-]?bi?n?d)(?!\s+(?:only|sure (?:about|why)|that it matters|bad|so fast))|\bno (?:es|puedo|quiero|voto|votaré|daría|estoy|doy)\b|不(?!错)|没有?|沒有?|別|别|并非|ない|ません|않|아니|안 "
)
NEGATION_AFTER = _words(
    r"^\s*(?:\w*(?:m[iıuü]yorum|emem|amam)\b|とは言え|は出せ|できません|değil|ではありません|ではない|じゃない|은 아|는 아|이 아|가 아|nie jest|नहीं)|^은 아|^는 아|^이 아|^\s*(?:is|was|would|does|can|will|do)\s?(?:not|n't)\b|^\s*(?:from me )?(?:is )?(?:not|nicht|pas|no) (?:yet|possible|noch)\b|^\s*(?:not yet|yet to come|to follow|will follow|follows? later|coming soon)\b"
)

ON_BEHALF = _words(
    r"\bon behalf of\b|\bin the name of\b|\bfor (?:my|our) colleague|\b(?:as|by|per|my) proxy\b|\bproxy (?:for|vote)|\bim namen von\b|\bim auftrag\b|\bau nom de\b|\ben nombre de\b|\bem nome de\b|\bper conto di\b|\ba nome di\b|\bstem namens\b|\btransmettre\b|\btransmets\b|\bweiterleiten\b|\bleite\b.{0,20}weiter|\btransmit(?:ir|o)\b|\btrasmett\w+"
    r"|\bw imieniu\b|\bот имени\b|代表|代替|替.{1,8}投|代投|代.{1,8}投|帮.{1,8}投|受.{1,8}委托|по просьбе|me pide|mi prega|mi chiede|me demande|bittet mich|me pediu|pediu-me|prosi mnie|poprosił|попросил|просит|передаю (?:её|его|их)|à la demande de|(?:m'a|nous a) (?:demandé|chargé)|me pidió|hat mich gebeten|bat mich|の代わり|대신|\b(?:asked|asks|told|tells|wants) me to (?:vote|cast|pass|relay|add|say|tell|forward|note)|\b(?:relaying|relay|passing (?:on|along)|forwarding|conveying)\b"
    r"|\badına\b|\bvoting for (?:my|our) (?:colleague|team|company|friend)"
)
OTHER_SOURCE = _words(
    r"^\s*(?:\(?(?:non-?)?binding\)?,?\s*)?(?:from|by|von|de|da|van|od|от|via)\s+(?!this\b|an?\b|(?:the|our) (?!whole|entire|rest)(?:[\w']+ ){0,3}(?:side|corner|team|perspective|camp|front|world|community|land|department|office|viewpoint|point of view|trenches)\b|yours\b|la mine|part meva|sunny\b|down\b|far\b|me\b|my\b|mine\b|mir\b|meiner|ma part|mon|moi|mi\b|mí\b|minha|mim|meu|parte mia|me\.|mij|mijn|mnie|mojej|меня|мен\b|мене\b|себе\b|моей|here\b|this (?:side|end|corner)|nuestr|the (?:bottom|depth)|a (?:user|long|happy|tester|contributor|committer|pmc|non|downstream|packager)|our (?:team|side|company)|us\b|downstream|saya|minun|mig\b|meg\b|tôi|benim)"
    r"(?:the |all |both |everyone|@?\w+)"
)

# Words of a condition, in the languages of the lists.
_IF = (
    r"if|once|provided|providing|assuming|pending|subject to|as long as|so long as|unless|contingent|conditional(?:ly)?|conditioned|on (?:the )?condition|under the condition|(?:with|under) the (?:understanding|condition|caveat|proviso|assumption|expectation|premise)|on the premise|on the (?:understanding|assumption|proviso)"
    r"|as soon as|modulo|only (?:if|when|after|once)|given that|until|till|iff|in case|when|after|depending on|dependent on|the moment|awaiting|predicated on|barring|in the event|supposing|suppose"
    r"|falls|wenn|sofern|vorausgesetzt|sobald|solange|vorbehaltlich|unter (?:der )?(?:bedingung|vorbehalt|voraussetzung)|nachdem|es sei denn|bis"
    r"|si|s'il|s'ils|sous réserve|à (?:la )?condition|pourvu|dès que|une fois|lorsque|tant que|sauf si|quand|après que"
    r"|siempre que|siempre y cuando|con la condición|a condición|una vez|tan pronto|en cuanto|cuando|salvo que|a menos que|mientras"
    r"|se|desde que|contanto que|com a condição|sob a condição|assim que|quando|depois que|caso|a menos que"
    r"|a patto|a condizione|purché|una volta|appena|ammesso che|finché"
    r"|als|mits|zodra|indien|op voorwaarde|wanneer|tenzij"
    r"|jeśli|jeżeli|pod warunkiem|o ile|gdy|kiedy|jak tylko"
    r"|pokud|jestli|jakmile|za podmínky|om|förutsatt|så länge|när|hvis|forudsat|forutsatt|jos|mikäli|ha\b|amennyiben|feltéve|dacă|cu condiția"
    r"|если|якщо|за умови|коли|при условии|как только|когда|после того|в случае"
    r"|eğer|şartıyla|koşuluyla|nếu|với điều kiện|jika|kalau|asalkan|si es|sempre que|amb la condició|ako|pod uvjetom|pod uslovom|kada|čim|ak|keď|za predpokladu|pod podmienkou|až|jestliže|ehdolla|kunhan|kun|edellyttäen|under forudsætning|når|under förutsättning|ha a|amint|odată ce|când|щом|след като|за условия|όταν|μόλις|बशर्ते|ако|при условие|αν|εφόσον|υπό τον όρο|อถ้า|ถ้า|หาก|यदि|अगर|إذا|اذا|بشرط|شرط|لو|אם|בתנאי|اگر|به شرط|dersa|kui|ja vien|jei"
)
_IF_CJK = r"如果|若是|若|只要|假如|前提|条件是|一旦|除非|等.{1,20}(?:后|之后|再)|待.{1,20}后|もし|なら|たら|れば|条件|前提で|次第|場合|만약|경우|한다면|되면|조건|전제"
CONDITION = _words(rf"(?<![\w']){'(?:'}{_IF}{')'}(?![\w'])|{_IF_CJK}")
# Languages that hang the condition on the verb: Turkish -se, Japanese -ba, Korean -myeon.
CONDITION_SUFFIX = _words(
    r"\w{2,24}(?:ırsa|irse|ursa|ürse|arsa|erse|ersa|nırsa|ilirse|lırsa|yorsa|mışsa|mişse|ması şartıyla|mesi şartıyla|ması koşuluyla|mesi koşuluyla)\b|\b(?:eğer|şartıyla|koşuluyla)\b|(?:れば|なら|たら|であれば|次第|場合は|条件で|前提で)[、, ]?|(?:으면|하면|되면|다면|라면|지면|오면|치면|나면|조건으로|전제로|경우)(?=[\s,])"
)
CONDITION_FIRST = _words(
    rf"^\W*should (?:the|this|it|that|there|all|no)\b|^\W*(?:(?:well|ok|okay|so|and|but|then|hi|thanks|maybe|also|only|just|even)[,\s]+){{0,3}}(?:(?:{_IF})(?![\w'])|{_IF_CJK})"
)
# "when I ran the tests", "after verifying the signatures": what was done, no condition.
DONE = _words(
    r"^(?:(?:when|after|once|as soon as|nachdem|après que|después de que|depois que|dopo che)\s+(?:i|we|having|i've|we've|i'd|ich|wir|j'ai|nous)\b|(?:after|when|while|upon)\s+(?:(?:successfully|some|a|an|more|quick|quickly|extensively|carefully|thoroughly|locally|also|briefly)\s+){0,3}\w{3,14}ing\b|(?:après avoir|después de haber|después de \w+r\b|depois de \w+r\b|dopo aver|nach (?:dem|der) (?:test|prüfung|lesen|durchsicht))\b|once (?:again|more)\b|after (?:all|that\b(?=[,.)]|$)|reading|review\b|the discussion|this discussion|some \w+|careful|(?:a|an|some|many|much|two|three|few|the)? ?(?:\w+ ){0,4}(?:testing|tests|review|reviews|look|read|verification|checks|investigation|experiments|evaluation|days? of \w+))|until now\b|bisher\b|if not\b)"
)
# A clause of its own between the value and the "if": the condition hangs on that clause, not on the ballot.
OWN_CLAUSE = _words(
    r"\b(?:be|is|are|was|were|would|could|might|can|may|let|know|sure|wonder|wondering|see|saw|check|checked|ask|asked|feel|happy|glad|even|we|you|they|please|just|nice|great|love|minor|nit|what|tell|it'd|it's|that'd|i'd|i'm|i've|i|maybe|works?|"
    r"suggest|recommend|prefer|thanks?|looks?|passed|tested|verified|checked|built|ran|run|happens|only question|ideally|remember|because|since|as|porque|weil|denn|da|car|puisque|parce|perché|poiché|ya|pues|want|omdat|ponieważ|gdyż|потому|так как|çünkü|es wäre|wäre|könnte|schön|serait|sería|seria|sarebbe|bien|bitte|por favor|может)\b|[.!?]|可以|最好|希望|建议|请"
)
MET = _words(
    r"\b(?:which|that|this|these|they|it|those|both|all)\s+(?:was|were|has|have|has been|have been|are now|is now|'s been|now|already)\b(?! to\b)|(?:[,(;–]\s*|\band )(?:which|this|these|they|it|both|all) (?:already |now )?(?:is|are|do|does|did|holds?|held)\s*(?:now|already|true|the case|so)?\s*[).,!]?\s*$|\bwhich (?:it|they) (?:is|are|do|does|did)\b"
    r"|\b(?:now|already|meanwhile) (?:that )?(?:is|are|been|has|have|it|they|that|the|all|fixed|done|resolved|merged|addressed)\b|\b(?:condition|conditions|concern|concerns|prerequisite) (?:is|are|was|were|has|have)(?: now| already| been){0,3} (?:met|fulfilled|satisfied|addressed|resolved|fixed)"
    r"|(?<!long )(?<!soon )\b(?:and|as|since) (?:it|they|that|this|these) (?:is|are|was|were|has|have|do|does|did|'s)\b|\bthey do\b|\b(?:i just|just) (?:ran|checked|did|tested|verified)\b|\bjetzt\b|\bnow that\b|\bda (?:die|das|der) \w+ jetzt\b|既然|已(?:修复|补|合并|完成|通过)|已经|現在|现在|既に|inzwischen|bereits|désormais|ya (?:está|están)|já (?:está|foi)|уже|jest już|zijn nu|è stato"
)

# Moods that make a value less than a word given.
HEDGE_BEFORE = _table(
    (
        "a conditional mood",
        r"\b(?:would|i'd|we'd|could|might|(?<!if i )may|should|would've|should've|würde|wäre|könnte|serais|voterais|mettrais|donnerais|pencherais|pourrais|votaría|daría|sería|estaría|votaria|daria|seria|voterei|darei|sarei|zou|skulle|kunne|byłbym|głosowałbym|dałbym|бы|mohl|oyu verirdim|would be)\b(?! like to (?:be clear|be honest|say|stress|note|point|add|thank|change|switch|revise|update|correct|withdraw|retract))[^.!?]*$",
    ),
    (
        "a wish to vote",
        r"\b(?:like|love|wish|want|hope|wanted|hoping|inclined|tempted|prepared|ready|willing|intend|intending|plan|planning|going|about|aiming|expect|expecting|try|trying|able|happy) to (?:be )?(?:a |vote |cast |give |say |add |put |change |switch |turn |move )?(?:\w+ ){0,3}$(?<!happy to vote )(?<!happy to give my )(?<!happy to cast my )(?<!happy to add my )(?<!happy to give a )(?<!happy to give this a )(?<!happy to give it a )(?<!happy to )(?<!happy to give )(?<!happy to say )",
    ),
    (
        "a vote to come",
        r"\b(?:will|i'll|we'll|gonna|shall|werde|wird|vais|voy a|vou|zal|ska|vil|будет|буду|będę)\b(?! go with)[^.!?]*$|\b(?:tomorrow|later|next week|morgen|demain|mañana|amanhã|domani|завтра|jutro)\b[^.!?,;]*$|会投|将投|明天|稍后|晚点|打算|考虑投|つもり|予定|예정|하겠",
    ),
    (
        "a leaning",
        r"\b(?:lean(?:s|ing|ed)?|tend(?:s|ing)?|tentative(?:ly)?|provisional(?:ly)?|preliminar(?:y|ily)|initial|soft|weak|slight(?:ly)?|half|halb(?:es)?|almost|nearly|close to|mild(?:ly)?|maybe|perhaps|probably|possibly|likely|presumably|potential(?:ly)?|conditional(?:ly)?|quasi|more or less|kind of|kinda|sort of|basically|on paper|i guess|i suppose|i think|i believe|in principle|in theory|theoretically|hypothetical(?:ly)?|qualified"
        r"|grundsätzlich|im prinzip|prinzipiell|en principe|en principio|em princípio|in linea di principio|zasadniczo|в принципе|в целом|tendiere|eher|vielleicht|wahrscheinlich|vorläufig\w*|unter vorbehalt|plutôt|peut-être|probablement|provisoire|quizás?|tal vez|probablemente|me inclino|inclino|talvez|provavelmente|forse|propendo|misschien|waarschijnlijk|neig\w*|chyba|raczej|может быть|наверное|скорее|возможно|склоня\w+|belki|muhtemelen|kanske|måske|kanskje)\b[^.!?;]*$|倾向|傾向|可能|也许|或许|大概|应该会|暂时|たぶん|おそらく|かも|아마",
    ),
    (
        "a question",
        r"\b(?:is|does|do|did|can|should|was|shall|has|have|are|would|could|will) (?:that|this|it|we|you|he|she|they|anyone|i|there)\b[^.!?]{0,80}$(?=.*\?)",
    ),
)
HEDGE_AFTER = _table(
    (
        "a question",
        r"^\s*(?:\(?(?:non-?)?binding\)?)?,?\s*(?:\?|？|吗|嗎|か[?？。]?$|right\?|correct\?|ok\?|okay\?|maybe|i guess|i suppose|i think|i believe|or so|perhaps|probably|possibly|ish\b|-ish\b)",
    ),
    (
        "a leaning",
        r"^\s*(?:\(?(?:non-?)?binding\)?)?,?\s*(?:in principle|in theory|in spirit|in general|generally|conceptually|tentative(?:ly)?|provisional(?:ly)?|im prinzip|grundsätzlich|vorläufig|en principe|en principio|em princípio|in linea di principio|in principe|w zasadzie|в принципе|\(?(?:tentative|provisional|conditional|preliminary|soft|pending|leaning|weak)\)?)",
    ),
    (
        "hangs on a condition",
        r"^\s*(?:\(?(?:non-?)?binding\)?)?\s*(?:depends|hinges|is conditional|is contingent|awaits|is subject|hängt|dépend|depende)\b",
    ),
    ("a vote to come", r"^\s*(?:\(?(?:non-?)?binding\)?)?\s*(?:tomorrow|later|soon|next week|morgen|demain|mañana)\b"),
)

# How people say in the first person that this is their vote; ends at the value.
FRAME = _words(
    r"(?:^|[\s\"'(\[—–\-:,.!])(?:"
    r"(?:and|so|hence|therefore) am(?: a)?|i\s?a?'?m(?: (?:also|still|now|very|strongly|totally|firmly|happily|definitely|a|an|at|giving(?: this| it)?(?: a| my)?|voting|casting(?: a| my)?|changing to|with|strong|big|therefore|thus|hereby|clearly|officially|going with|for|sending(?: a| my)?|adding(?: a| my)?|non-binding|binding|solid|happy to (?:vote|give|cast|add|say|offer|go|be)?(?: (?:this|it))?(?: (?:a|my|an|with))?|glad to (?:vote|give|cast|add|say)?(?: (?:this|it))?(?: (?:a|my|an))?|pleased to (?:vote|give|cast|add)?(?: (?:a|my|an))?|switching to|moving to)){0,4}"
    r"|(?:we are|we're)(?: (?:a|also|at))?"
    r"|i (?:(?:hereby|also|can|do|have to|must|gladly|happily|therefore|thus|now|still|strongly|officially|formally|can only|cannot but|can happily|can gladly|am able to|am glad to|am happy to|am pleased to|want to|need to|with pleasure|have decided to|personally|too) ){0,3}(?:vote|cast|give|say|add|put|go|offer|register|submit|leave|stand at|stay at|remain|remain at|stay|cast my vote|am|second)(?: (?:my|a|an|the|it|this|in|for|with|of|as|at|vote|ballot|here|also|binding|non-binding|strong|big|on this|on this one|one|release|proposal|kip|is|to)){0,5}"
    r"|(?:voting|casting)(?: (?:my|a|an|vote|ballot|of|as|with|here|this|also|now|it|binding|non-binding)){0,4}"
    r"|(?:(?:here'?s?|here (?:is|comes|goes)|this (?:is|mail is)|that'?s|that is|it'?s|it is|that would be|there'?s|there is|there goes|consider (?:this|it|that|me)(?: as)?|count (?:this|me|it)(?: in)?(?: as| for| down as)?|put me (?:down|in)?(?: as| for| down as)?|mark me(?: down)?(?: as)?|sign me up for|take this as|please (?:count|record|note|take|add|register|consider) (?:this|me|it)?(?: as| down as)?|record me as|(?:which )?makes? (?:this|that|it)(?: one)?|you have|you(?:'ve| have)? got|you can have|have|add|adding|please add|sending|giving(?: this| it)?|register|registering|recording)"
    r" (?:(?:also|then|now|just|another|a|an|my|mine|mine:|official|formal|personal|own|enthusiastic|strong|big|huge|solid|clear|resounding|hearty|full|first|binding|non-binding|\(binding\)|\(non-binding\)|vote|ballot|:|of|as|is|from me|late|belated|very|easy|definite|quick|is my|also my|pmc) ?){1,6})"
    r"|(?:my|mine)(?: (?:own|personal|official|final|formal|binding|non-binding|\(binding\)|\(non-binding\)|pmc|new|updated|revised|vote|votes|ballot|verdict|voice|opinion|answer|choice|conclusion|bottom line|take|overall|here|on this|for this(?: \w+)?|for rc\d+|therefore|thus|hence|now|still)){0,4}(?: (?:is|is now|is therefore|is thus|is still|is hence|is thus|goes|stands at|remains|would be|changes to|becomes|counts as|:|=)){0,2}\s*:?(?: (?:a|an|now|still|therefore|definite|clear|strong|big|at|to))?"
    r"|from (?:me|my side|my end|our side)(?: (?:it's|it is|is|too|as well|here|a|also|there is|there's|here's))?\s*:?(?: a)?(?: (?:strong|big|clear))?|for me(?: (?:it's|it is|this is|that's|that is))?(?: a)?|on my (?:side|end|part)(?: it's)?|myself"
    r"|(?:vote|voto|votum|ballot|stimme|votre vote|verdict|conclusion|result|summary|overall|bottom line|final vote|recommendation|decision|my 2c|tl;dr|in short|outcome|投票)\s*[:=\-]"
    r"|(?:ich (?:stimme|votiere|gebe|bin|wähle|sage|werfe|vergebe)|stimme|gebe|votiere|von mir(?: aus)?(?: gibt es| kommt| ein| gibt's)?|mein(?:e|em|erseits)? (?:stimme|votum|voting|wahl|vote)?(?: (?:ist|lautet|hierzu|dazu|dafür))?|hiermit|meinerseits|klares|dickes|großes|daher|somit|deshalb|also)(?: (?:dafür|mit|ein|eine|einem|für|hiermit|auch|klares|dickes|daher|also|ist|von|meiner seite|hier|mein|meine|gerne|dem|den|die|das|diesen|dieses|release|vorschlag|kip|somit|deshalb|jetzt|nun|stimme)){0,5}\s*:?"
    r"|(?:je (?:vote|suis|donne|mets|dis)|mon vote(?: est)?|voici mon(?: vote)?|pour moi(?:,)?(?: c'est| ce sera)?(?: un)?|de (?:ma|mon) (?:part|côté)|c'est (?:un|donc)|donc(?: c'est)?(?: un)?|ma voix(?: est)?|c'est (?:oui|bon),?)(?: (?:donc|un|une|le|mon|pour|à|est|aussi|en faveur|:)){0,4}\s*:?"
    r"|(?:mi voto(?: es)?|voto(?: por)?|yo voto|doy(?: mi| un)?|va mi|aquí va mi|aquí (?:está )?mi|de mi parte|por mi parte|para mí(?: es)?|mi opinión|estoy)(?: (?:un|es|con|a favor|por|mi|voto|también|:)){0,4}\s*:?"
    r"|(?:(?:o )?meu voto(?: é)?|eu voto|voto|dou(?: meu| um)?|da minha parte|aqui vai (?:o )?meu|pra mim(?: é)?|para mim(?: é)?|fica (?:o )?meu)(?: (?:um|é|com|meu|por|também|:)){0,4}\s*:?"
    r"|(?:(?:il )?mio voto(?: è)?|voto|do(?: il mio)?|ecco il mio(?: voto)?|da parte mia|per me(?: è)?|dal canto mio)(?: (?:un|è|il|mio|anche|:)){0,4}\s*:?"
    r"|(?:ik stem|mijn stem(?: is)?|ik geef|van mij(?:n kant)?(?: een)?|hierbij(?: mijn)?|stem|bij deze(?: mijn)?)(?: (?:een|ook|mijn|voor|is|:)){0,4}\s*:?"
    r"|(?:głosuję(?: na)?|mój głos(?: to)?|jestem(?: na| za)?|ode mnie|daję|oddaję głos)(?: (?:na|to|:)){0,3}\s*:?"
    r"|(?:happy|glad|pleased|delighted|honou?red|proud) to (?:vote|give(?: this| it)?(?: a| my)?|add my|cast my|offer my)?|(?:just )?(?:wanted|would like|'d like|let me|allow me) to (?:add|cast|give|voice|register|throw in|put in|chime in with|put|offer) (?:my|in my|a)(?: own| humble| non-binding| binding| \(non-binding\)| \(binding\)| very)?|let me (?:add|cast|give|throw in) (?:my|a)(?: own)?|support (?:it|this)(?: \w+)? with (?:a|my)|(?:mi|mon|mein|meu|il mio|mijn|mój|мой|minun|min|moj|benim|my)"
    r"|(?:za mě|ode mňa|za mňa|részemről|tőlem|minulta|minult|din partea mea|de la mine|από εμένα|από μένα|εκ μέρους μου|mình (?:vote|bỏ phiếu)|mình|på min sida|herfra|fra min side|från min sida|s moje strany|s moje strane|od mene|від мене|голосую за|від себе|от мен|per part meva|meu suport|मेरी ओर से|मेरी तरफ से|من طرفي|من جانبي|از طرف من|رأی من|ממני|מצידי|จากผม|von mir (?:leider|gern\w*|auch|klar)|meine stimme|(?:i'll|i will|let me|we'll|to) (?:start|begin|go first|kick (?:this |it )?off|open)(?: (?:it|this))?(?: off)?\s?[:\-–,]|(?:i'll |i will |let me |we'll |will )?(?:start(?:ing)?|begin(?:ning)?|open(?:ing)?|kick(?:ing)? (?:it |this |things )?off|lead(?:ing)?)(?: this| it| things)?(?: off)? with my(?: own)?)\s*:?"
    r"|(?:hlasuji(?: pro)?|můj hlas(?: je)?|ode mě|min röst(?: är)?|jag röstar|min stemme(?: er)?|jeg stemmer|ääneni(?: on)?|äänestän|szavazatom|votul meu(?: este)?|votez)\s*:?"
    r"|(?:голосую(?: за)?|мой голос|я (?:за|голосую|ставлю|даю)|ставлю|даю|от меня|с моей стороны|моё? мнение|поддерживаю|итого)(?: (?:за|это|этот|:|—)){0,3}\s*[:—-]?"
    r"|(?:oyum|benim oyum|oy veriyorum|benden|oyumu)(?: (?:bir|olarak|:)){0,2}\s*:?|(?:phiếu của tôi(?: là)?|tôi (?:bỏ phiếu|vote)|suara saya(?: adalah)?|saya (?:memilih|vote|memberi))\s*:?"
    r"|(?:我们|我也|我|本人|俺)(?:这边|這邊|个人)?(?:的)?(?:投票|投|票|选|給|给|表示|赞成|赞同|支持|同意|意见|这里)?(?:是|为|為|一个|個|一票|:|：|给|了)?|(?:投票|投一票|投下|投|一票|票)(?:是|为|為|:|：)?|私(?:の|は)?(?:投票は|票は|の投票は)?|投票(?:は|します)[:：]?|저(?:는|도)?|제 (?:표|투표)(?:는)?[:：]?|내 표는|투표[:：]?"
    r")\s*[\"'(\[:：,]{0,2}\s*$"
)
# ... or behind it.
FRAME_AFTER = _words(
    r"^[\s)\]\"',.:;!-]{0,4}(?:\(?(?:non-?\s?)?binding\)?,?\s*)?(?:too,?\s*|also,?\s*|again,?\s*|vote,?\s*|here,?\s*|as well,?\s*|\(?(?:non-?)?binding\)?\s*)?(?:(?:it is |it's )?from (?:me|my (?:side|end|part|perspective|point of view|pov)|here|this side|mine|a (?:user|non|happy|downstream))|from (?:our (?:team|side|company)|us|downstream)\b|on my (?:side|end|part|behalf)|for me|by me|me\b"
    r"|von mir|meinerseits|von meiner seite|de ma part|de mon côté|pour moi|de mi parte|por mi parte|de mi lado|de la mine|din partea mea|de part meva|per part meva|fra meg|fra mig|från mig|od mene|s moje strany|από μένα|da minha parte|de minha parte|por mim|da parte mia|per me|van mij|mijnerzijds|ode mnie|z mojej strony|ode mě|ממני|מצידי|از طرف من|من طرفي|من جانبي|मेरी ओर से|από εμένα|από μένα|від мене|részemről|din partea mea|för min del|från mig|fra meg|fra mig|minulta|от меня|с моей стороны|benden|từ tôi|dari saya"
    r"|です|します|に投票|でお願い|とします|입니다|합니다|표|드립니다|던집니다|我|投|票)"
)

# Short lead-ins that may stand unpunctuated before a value that closes or opens a clause.
LEAD = _words(
    r"^(?:(?:leider|unfortunately|sadly|regrettably|sorry|malheureusement|lamentablemente|desgraciadamente|desafortunadamente|infelizmente|purtroppo|helaas|niestety|к сожалению|maalesef|bohužel|bohužiaľ|sajnos|valitettavasti|tyvärr|desværre|dessverre|din păcate|so|and so|thus|hence|therefore|then|otherwise|overall|definitely|definite|absolutely|certainly|yes|yep|yeah|yup|yay|aye|ok|okay|still|again|also|obviously|clearly|big|a|huge|massive|giant|strong|strongly|solid|easy|enthusiastic|hearty|heartfelt|happy|warm|belated|late|very|quick|clear|wholehearted|resounding|firm|full|super|mega|total|totally|emphatic|cool|"
    r"binding|non-binding|nonbinding|lgtm|great|awesome|nice|thanks?|thank you|cheers|well done|me|me too|same here|ditto|likewise|here|vote|votes?|my|mine|my vote|and|but|anyway|all good|looks good(?: to me)?|it'?s|that'?s|this is|plus|simply|just|simple|with that|with this|in (?:summary|short|conclusion|total)|to sum up|summary|finally|hi|hello|hey|all|folks|team|everyone|happily|gladly|formally|officially|hereby|here goes|from|side|end|for|as (?:above|before|well)|good|work|job|excellent|fantastic|wonderful|brilliant|superb|perfect|sweet|amazing|love it|love this|agreed?|indeed|sure|of course|too|now|finally|congrats|kudos|well|oh|right|good stuff|good idea|great (?:work|job|stuff|kip|proposal|idea)|nice (?:work|job|one)|"
    r"daher|somit|deshalb|also|ja|klar|gerne|natürlich|super|prima|sehr gut|donc|oui|bien sûr|pour|alors|sí|si|claro|entonces|por tanto|así que|sim|então|portanto|claro que sim|sì|quindi|certo|perciò|ja|dus|graag|tak|więc|zatem|да|так что|поэтому|итак|конечно|evet|同意|赞成|支持|赞|好|所以|因此|はい|賛成|네|찬성|동의)[\s,]*){0,6}$"
)
# What a value may be cast for: the matter itself. Anything else behind "to", "on", "for" is a remark on a part.
WHOLE = re.compile(
    r"accept\w*|adopt\w*|approv\w*|releas\w*|ship\w*|publish\w*|promot\w*|merg\w*|proceed\w*|graduat\w*|mov(?:e|ing)|go|going|kip|kip-?\d+|proposals?|rc|rc-?\d*|candidate|vote|voting|version|v?\d[\w.]*|flip|aip|spip|sip|pip|cep|fip|bp|plan|design|builds?|artifacts?|artefacts?|all|both|whole|entire|everything|thing|work|change|feature|motion|doc|document|apache|effort|initiative|addition|ga|donation|improvement|approach|direction|solution|lists?|record|tally|count|\d ?(?:am|pm)|agree with \w+ (?:that|on|about)|pile|books"
    r"|vorschlag|freigabe|veröffentlichung|annahme|proposition|publication|propuesta|propuesto|publicar|publicación|lanzamiento|proposta|versão|versión|lançamento|rilascio|proposta|voorstel|propozycj\w+|wydani\w+|предложени\w+|релиз\w*|выпуск\w*|sürüm\w*|öneri\w*"
)
SMALL_WORDS = frozenset(
    "the this that these those a an our it its them to on for of in with from and as is me now us one sure moving forward current new great latest final first second same such very proposed here please thanks thank you again too also well overall"
    " das den die der dieses diesen diese dem ein eine le la les cette ce l un une esta este el los las o os a as esto isso il lo questo questa gli his hers theirs yours i het de dit deze een mí mim mir me mich moi".split()
)
EXCEPT = _words(
    r"^\s*(?:except|but not|apart from|other than|excluding|without the|minus the|außer|sauf|excepto|salvo|tranne|behalve|oprócz|кроме)\b"
)
OBJECT = _words(
    r"^\s*(?:\(?(?:non-?)?binding\)?\s*)?(?:to|on|for|zu|zum|zur|für|pour|sur|para|por|sobre|per|su|voor|op|за)\s+(?!me\b|my (?:side|part)|mir\b|moi\b|mí\b|mim\b|the record|now\b|ma part|mi parte)(?P<object>(?:(?!\b(?:and|but|because|as|since|which|it|if|after|thanks|thank|weil|da|car|porque|perché)\b)[^,;:!?()]){1,120})"
)
OPTION = _words(
    r"\b(?:opt(?:ion)?s?|choice|alternative|plan|variant|variante?|proposal|candidate|name|approach|solution|möglichkeit|opción|opção|opzione|вариант|方案|选项|選択肢|案|옵션)[\s.\-#:]{0,2}(?P<option>[a-h]|\d{1,2}|one|two|three|i{1,3}|iv)\b(?![.\d\-])"
)
ITEMS = _words(r"\b(?:to|for|on)\s+\w+")

_MINE = r"(?:my|mein(?:e|en)?|mon|ma|mi|(?:o )?meu|(?:il )?mio|mijn|mój|moje|свой|мой|我的|我之前的|原来的)"
RESTATED = _words(
    rf"\bmy\s+(?:\(?(?:non-?)?binding\)?\s+|earlier |previous |original |prior |initial |last |first |own |existing |old |rc\d+ ){{0,3}}[\"']?(?:[+\-±]?\s?\d|vote)(?:\s*\(?(?:non-?)?binding\)?)?[\"']?\s*(?:vote )?(?:(?:from|on|in|for) [\w .]{{1,20}} )?(?:still |also )?(?:stands?|holds?|remains?|stays?|is still|is unchanged|carries|carry|continues|counts|applies|bleibt|tient|se mantiene|zählt)\b"
    rf"|\b(?:carry(?:ing)?|carried|carries|port(?:ing)?|transferr?(?:ing)?|bring(?:ing)?|mov(?:e|ing)|keep(?:ing)?|repeat(?:ing)?|reiterat(?:e|ing)|reaffirm(?:ing)?|re-?confirm(?:ing)?|confirm(?:ing)?|maintain(?:ing)?|restat(?:e|ing)|re-?state|übertrage|behalte|bestätige|wiederhole|bleibe bei|maintiens|confirme|réitère|reconduis|mantengo|confirmo|mantenho|confermo|handhaaf|подтверждаю|podtrzymuję)(?: (?:over|forward|here|hereby|again|also|by|bei))?(?: {_MINE}\b(?! (?:own )?vote out)| the same\b)"
    rf"|(?:维持|保持|保留|沿用|維持)(?:我|之前|原|前)|\bi (?:already|have already|had already|previously) (?:voted|gave|given|cast|said|wrote)|\bi've already (?:voted|given|cast)|\bas i (?:already )?(?:said|stated|voted|wrote)|\bi (?:had )?voted\b|\bi gave (?:it|this|my|a)\b|\bhabe (?:bereits|schon)\b|\bj'ai déjà\b|\bya (?:voté|di)\b|\bjá votei\b|已经投|已投|\bas (?:per|in) my (?:earlier|previous) (?:mail|email|message|vote)"
)
WITHDRAWAL = _words(
    r"(?:\b|(?<=[\u3040-\u9fff]))(?:withdraw(?:ing)?|retract(?:ing)?|rescind(?:ing)?|revok(?:e|ing)|take back|taking back|cancel(?:l?ing)?|remov(?:e|ing)|undo(?:ing)?|void(?:ing)?|scratch|strike|drop(?:ping)?|disregard|ignore|discard|ziehe|nehme|retire|annule|retiro|anulo|retirar|retira|ritiro|annullo|trek|wycofuję|cofam|отзываю|снимаю|забираю|geri çekiyorum|撤回|收回|取消|取り消|撤回します|철회|취소)"
    r"[^.!?]{0,24}?(?:\bmy|mein(?:e|en)?|mon|ma|mi|(?:o )?meu|(?:a )?minha|il mio|mijn|mój|moje|свой|мой|my own|oyumu|我的?|私の|제|이전|this|that)?\s?(?:(?:earlier|previous|prior|original|last|first|above|binding|non-binding|\(binding\)|\(non-binding\)|former|initial|own|obige|frühere|vorherige|précédent|anterior|precedente|vorige|之前的?|先前的?|前の)\s?){0,3}"
    r"(?:vote|ballot|veto|stimme|votum|voix|voto|stem|głos|голос|oyumu|票|投票|[+\-]\s?[01]|투표)(?:\s?(?:zurück|terug))?"
)
WITHDRAWN_VOTE = _words(
    r"\bmy (?:previous |earlier |last )?(?:vote|ballot|veto|[+\-][01])(?: \((?:non-)?binding\))? (?:is |as |has been |to be |be )?(?:hereby |now |therefore )?(?:withdrawn|retracted|void|cancell?ed|revoked|rescinded|taken back)\b"
)
WITHDRAWAL_MINE = _words(
    r"\bmy\b|\b(?:this|that)\b|\bmein|\bmon\b|\bma\b|\bmi\b|\bmeu\b|\bminha\b|\bmio\b|\bmijn\b|\bmój\b|\bmoje\b|свой|мой|oyumu|我|私|제|previous|earlier|above"
)
WITHDRAWAL_OPEN = _words(
    r"\b(?:will|would(?! like)|i'd(?! like)|i'll|thinking|think|considering|if|once|when|could|can|might|may|not|won't|don't|happy to|willing to|ready to|unless|should|intend|until|why|did|wenn|falls|si|se|nicht|pas|no|would you|nie|не)\b|\?|如果|不"
)
CHANGE = _words(
    r"(?:\b(?:chang|switch|revis|updat|mov|turn|revert|flip|convert|upgrad|downgrad|amend|rais|bump|lower|soften|weaken|relax|reduc|drop|correct|adjust|ände|wechs|korrigie|pass|chang|cambi|mud|alter|wijzig|zmieni|изменя|меня)\w*\b[^.!?]{0,70}?\b(?:to|into|auf|zu|à|en|a|para|naar|na|на)\b|(?:->|→|=>|改为|改成|改投|変更して|に変更|変えて|변경)|\b(?:becomes|devient|wird zu|se convierte en|diventa|wordt|становится)\b|\bmake (?:that|it|this)\b|\b(?:mon|my|meine?|mi|meu|mio|mijn|mój) (?:vote|votum|stimme|voto|stem|głos)\s*(?=[:=])|\b(?:i )?(?:meant|mean)\b(?: to (?:say|vote|write|send))?|\bshould (?:have )?(?:read|been|say)\b|\bnow (?:a |at )?)\s*(?:be )?(?:a |an |my |:|=|\"|'|\()*\s*$"
)
REVERT_AFTER = re.compile(r"^[^.!?]{0,12}$")
ABSTAIN = _words(
    r"棄権(?:します|いたします|する)|(?:^|[\s(,])(?:(?:i|we) (?:(?:hereby|must|have to|therefore|do|formally|also|still) ){0,2}abstain|i'?m abstaining|i am abstaining|abstain(?:ing)?(?: from me| here| on this(?: one)?| from this vote)?[.!]?\s*(?:\((?:non-?)?binding\))?[.!]?$|my vote(?: is)?:? (?:to )?abstain|ich enthalte mich|enthaltung|je m'abstiens|abstention|me abstengo|abstenho-me|eu me abstenho|mi astengo|ik onthoud (?:me|mij)|wstrzymuję się|воздерживаюсь|çekimser(?:im)?|mă abțin|mă abţin|tartózkodom|pidättäydyn|jag avstår|jeg afstår|zdržuji se|zdržujem sa|suzdržan|απέχω|אני נמנע\w?|נמנע|أمتنع|saya abstain|tôi (?:bỏ )?phiếu trắng|m'abstinc|我弃权|弃权|我棄權|棄權|棄権(?:します)?|утримуюс\w*|undlader at stemme|afholder mig|avstår från|기권(?:합니다)?)"
)
ABSTAIN_NOT = _words(
    r"\b(?:will|going to|would|i'll|i'd|plan to|might|may|not|if|unless|rather|prefer|werde|vais|voy a|vou|could|should|people|others?|they|he|she|who|one can|can|who abstain|either)\b|\?"
)

# Approval or refusal in words, without a value.
APPROVAL = _words(
    r"\blgtm\b|\bworks? (?:for me|with all|on (?:all|my))\b|\bapproved?\b\W*$|\bready to (?:be )?(?:released?|shipped?|merged?|go)\b|\bplease release\b|\blet'?s (?:do|ship|release|go)\b|\byes,? please\b|^\W*(?:this |it |that )?(?:all )?makes sense(?: to me)?\W*$|\b(?:great|good|excellent|nice|useful|fantastic|wonderful) (?:idea|proposal|kip|improvement|addition|feature)\b|\bnothing (?:against|to object)\b|\bnot be against\b|\bmy blessing\b|\bhope (?:this|it|that this) (?:passes|gets|goes)\b|\bi'?m (?:now )?happy\b|\bsupporter\b|\bi share\b.{0,30}\b(?:objection|concern|view|opinion)s?\b|^\W*no\b,?[^?]{0,14}$|\bprima\b(?! di)|\bdoen!|\bhappy (?:with|to see) this\b|\bwould love (?:to see|this)\b|\ball for (?:it|this)\b|\bin favor\b|\b(?:signatures?|hashes|checksums?|sha\d*) (?:are |is |all )?(?:good|ok|okay|fine|match(?:es)?|correct|valid|verified)\b|:[+\-]1:|\bcount me as (?:neutral|positive|in favou?r|against|supportive)\b|❤|\bfull support\b|\bi'?m in\b|\bship\b!|\bvon mir aus gern|\bbin (?:ganz )?(?:dafür|dagegen)\b|\bkann (?:das |es )?(?:so )?raus\b|\bpasst\b|\bin ordnung\b|\blos geht'?s\b|\bstimme (?:dem )?zu\b|\beinverstanden\b|\bsehe ich (?:auch|genauso)\b|\bich bin für\b|\bje suis (?:pour|favorable|en faveur)\b|\bça me va\b|\bpour ma part, (?:c'est )?(?:oui|ok|bon)\b|\bestoy (?:de acuerdo|a favor)\b|\bestou de acordo\b|\bsou a favor\b|\bapprovo\b|\bsono (?:a favore|favorevole|d'accordo)\b|\bik ben (?:voor|het eens)\b|\bjestem za\b|\bzgadzam\b|(?<!\w)я за(?!\w)|(?<!\w)(?:за|согласен|согласна|поддерживаю|одобряю)[!.,]|\bкатегорически\b|賛成です|賛成します|同意します|良さそう|찬성합니다|동의합니다|좋아 보입니다|支持这|我同意|我赞成|没意见|katılıyorum|destekliyorum|\blooks? (?:really |very |pretty |all )?(?:good|great|fine|ok|okay|solid|nice|perfect|right)\b|\b(?:works?|worked|working|runs?|ran|builds?|built) (?:very |really |just |out )?(?:well|fine|great|good|perfectly|nicely|ok|okay|as expected|smoothly|flawlessly|like a charm|cleanly|without (?:any )?(?:problems?|issues?|trouble|errors?))\b"
    r"|\bno (?:objections?|concerns?|trouble|problems?|issues?|complaints?|blockers?|regressions?)\b(?! (?:left|open|if))|\bin favou?r\b|\b(?:i|we)(?:'m| am| are)? (?:fully |totally |strongly |would |do |also |happily |can |all )?(?:support(?:ive)?|approve|agree|endorse|second|concur)\b|\bship it\b|\bgo for it\b|\bgood to go\b|\b(?:fine|ok|okay|good) (?:by|with|for|to) me\b|\bsounds? (?:good|great|fine|reasonable)\b|\ball good\b|\bthumbs up\b"
    r"|\bcount me in\b|\byes from me\b|\bi vote (?:yes|no|for|in favou?r|against|approve|aye)\b|\b(?:vote|voting)(?: of)? (?:yes|no|in favou?r|against)\b|\bmy vote is (?:yes|no|for|in favou?r|against|positive|negative)\b|\bapproved?\b[.!]|^\W*(?:aye|yes|yep|yea|approve|ack|agreed?|support|sgtm|ja|oui|sí|sim|да|evet|同意|赞成|賛成|支持|没问题|没意见|無異議|异议なし|異議なし|찬성|동의)\W*$|\bi(?:'m| am) (?:against|opposed|for (?:it|this)|ok|okay|good|happy|fine) ?(?:with|to)?\b|\bi object\b|\bmy support\b|\bfull support\b|\bi oppose\b|\bveto\b"
    r"|👍|👎|✅|\U0001f44d|\U0001f680|\bsieht gut aus\b|\bpasst für mich\b|\bkeine einwände\b|\bbin (?:dafür|dagegen|einverstanden)\b|\bfunktioniert (?:gut|einwandfrei|problemlos)\b|\bpas d'objection\b|\bje suis (?:pour|contre|d'accord)\b|\bd'accord\b|\btout (?:est bon|fonctionne)\b|\bme parece bien\b|\bde acuerdo\b|\ba favor\b|\bsin objeciones\b|\bfunciona bien\b|\bconcordo\b|\bsem objeções\b|\bsono d'accordo\b|\bva bene per me\b|\bakkoord\b|\bgeen bezwaar\b|\bzgadzam się\b|\bpopieram\b|\bсогласен\b|\bподдерживаю\b|\bне возражаю\b|\bвыглядит хорошо\b|\bonaylıyorum\b|看起来不错|没有异议|测试通过|没有问题|问题ありません|問題ありません|良いと思います|좋습니다|문제 없습니다"
)
APPROVAL_NOT = _words(
    r"\?|\b(?:would|should|could|before|whether|hopefully|make sure|not|don't|doesn't|isn't|\w+n't|count|\d ?(?:am|pm)|agree with \w+ (?:that|on|about)|will|want|need|assume|translate|used to|should i|can|wait|other than|apart from|except|seems|still|your|he|she|they|probably|in the past|last release|wenn|falls|si)\b"
)
WITHHELD = _words(
    r"\b(?:unable|not able|not ready|can't|cannot|won't|not going|not in a position|don't feel (?:able|comfortable)|hesitant|hesitate|refrain|don't want|too early|decline|wait(?:ing)?) (?:to |from )?(?:be )?(?:vote|voting|cast|giv)|\bi'd (?:like to )?vote\b|\bwould (?:like to )?vote\b|\bwithhold(?:ing)?\b|\bnot (?:be )?voting\b|\breport back\b|\bvote out of\b|\bnicht abstimmen\b|\bneed (?:more )?time\b|\bi'll (?:test|check|look)\b|\bwill (?:test|check|look)\b|\bno vote from me\b"
)

# "-1 until the upgrade path is fixed" is a -1 today.
UNTIL = _words(
    r"^(?:until|till|pending|as long as|so long as|bis|solange|jusqu|tant que|hasta|mientras|até|enquanto|finché|tot|zolang|dopóki|пока|除非)"
)
CHANGE_AHEAD = _words(
    r"^\s*(?:\(?(?:non-?)?binding\)?\s*)?(?:vote )?(?:to|into|→|->|auf|zu|en|a|à|на|为)\s+(?:a |an |my |un |ein )?[+\-±]?[01]\b"
)
CHANGING = _words(
    r"\b(?:chang|switch|mov|turn|revis|updat|convert|upgrad|downgrad|lower|soften|weaken|relax|reduc|rais|flip|from|ände|cambi|mud|chang|wijzig|zmieni|меня|from)\w*\b[^.!?]{0,40}$"
)
CHANGE_OPEN = _words(r"\b(?:before|until|waiting|wait|once|if|when|whether|unless|after you|falls|wenn|si)\b")
COUNT_ME = _words(
    r"(?<!i )(?<!we )\b(?:(?:count|put|mark|record|register|take|consider|note|log) (?:me|this|it|mine)|count me in)\b[^.!?]{0,20}$"
)

CORRECTS = _words(
    r"\b(?:i )?(?:meant|mean)\b(?: to (?:say|vote|write|send))?\s*(?:a |my |:|\"|'|\()*\s*$|\bshould (?:have )?(?:been|read|said|say)\s*(?:a |my |:|\"|'|\()*\s*$|\bmake (?:that|it|this)\s*(?:a |my )*$"
)
TOLD = _words(r"\b(?:told|tells|asked|wrote|messaged|pinged|informed) (?:me|us)\b")
TO_COME = _words(
    r"\b(?:tomorrow|later today|tonight|next week|morgen|demain|mañana|amanhã|domani|завтра|jutro|zajtra|sutra|zítra|i ?morgen|i ?morgon|huomenna|holnap|mâine|yarın|besok|ngày mai|αύριο|утре)\b|明天|明日|내일|מחר|غدا|فردا|พรุ่งนี้"
)
RULE_TEXT = _words(
    r"(?:^|\bthat |\bbecause )[\s\"'(]*(?:that |because |and |note that |remember,? )?(?:an?|any|one|each|every|ein(?:e)?|une?|un)\s*$"
)
RULE_TEXT_AFTER = _words(
    r"^[^.!?,;]{0,50}?\b(?:is(?:n't)?|are(?:n't)?|means|would|needs|must|should|can(?:'t)?|cannot|doesn't|won't|stops|counts|blocks|does|has|have|comes|requires|ist|kann|gilt|bedeutet|est|peut)\b"
)
SCRIPT_NOT_READ = re.compile(r"[\u0530-\u05ff\u0600-\u07ff\u0900-\u0dff\u0e00-\u0fff\u10a0-\u10ff\u1200-\u139f\u1780-\u17ff]")
LIKES_TO_VOTE = _words(
    r"\b(?:would like|'d like|like|want|wanted|wish) to (?:hereby |also )?(?:vote|cast(?: my| a)?|give (?:this |it )?(?:a|my)|\+1)(?: (?:a|my|with|vote|of|as))*\s*$"
)
BUT_LATER = _words(
    r"\b(?:but|however|once|if|when|after|until|unless|before|only|though|yet|still|just|first|another day|need|waiting|tomorrow|later)\b"
)
# Approval that says "not" and means yes.
APPROVAL_PLAIN = _words(
    r"\b(?:i'm|i am|we're) (?:strongly |firmly )?(?:against|opposed)\b|\bi (?:strongly )?(?:object|oppose)\b|\bsecond(?:ed|ing)?\b\W*$|\bi second\b|\bmake it so\b|\b(?:don't|do not|can't|cannot) see (?:why not|any reason)|\bsee no reason\b|\bno reason not to\b|\bgo ahead\b|\bsame (?:vote|as)\b.{0,12}\bas\b|^\W*no from me\b|\bhave my (?:support|vote|blessing)\b|\b(?:fine|ok|okay|happy|good|comfortable) with (?:this|it|releasing|shipping|that)\b|\bhear,? hear\b|\bamen\b|\b(?:no|not a) go\b|\bshould (?:not|n't) (?:be )?(?:released|accepted|merged|shipped)\b|\balmost (?:a )?\+1|\bworks (?:fine|well|great|perfectly|for us)\b|\bper me va bene|\bva benissimo\b|\bsi può procedere\b|\bsetuju\b|\bđồng ý\b|\bem sembla (?:molt )?bé\b|\bendavant\b|\bsunt de acord\b|\bde acord\b|\badelante\b|\bapoyo\b|\btodo (?:funciona|correcto|bien|ok)\b|\bperfecto\b|\bpode seguir\b|\btudo (?:certo|ok)\b|\bparfait\b|\brien à redire\b|\bon y va\b|\bbon pour moi\b|\bw porządku\b|\bпідтримую\b|\bзгоден\b|\bsouhlasím\b|\begyetértek\b|\btámogatom\b|\bser bra ut\b|\bhåller med\b|\bkannatan\b|\bσυμφωνώ\b|מסכים|בעד|موافق|أوافق|موافقم|सहमत|เห็นด้วย|\buygun\b|\bziet er goed uit\b|\bprima zo\b|\b(?:would ?n[o']t|would not|not|am not|i'm not) (?:be )?(?:against|opposed)\b|\bno objections?\b|\bnothing against\b|\bhope (?:this|it|that this) (?:passes|gets accepted)\b|\bwould love to (?:see|have|use) (?:this|it)\b|\bcan(?:'t|not) wait (?:to|for)\b"
)

# "After Oleg's mail I am neutral": what happened before, not what has to happen.
AFTER_WORDS = _words(
    r"^\W*(?:after|following|given|nach|après|tras|después de|depois d[eoa]|dopo)\s+(?:\S+\s){0,4}?(?:e?-?mails?|messages?|explanations?|clarifications?|comments?|discussions?|reviews?|reply|replies|answers?|analysis|tests?|testing|points?|feedback|updates?|changes?|edits?|revisions?|reading|call|meeting|thread|mail|nachricht|erklärung|diskussion|explication|correo|explicación)\b"
)

VOTE_WORDS = _words(
    r"\b(?:vote|voto|votum|stimme|approve|support|agree|good|great|lgtm|abstain|neutral|favou?r|thanks)\w*|abțin|astengo"
)
THANKS = re.compile(
    r"ขอบคุณ|ค่ะ|ครับ|شكر|تشکر|ممنون|متشکر|مني|صوتي|رأيي|از طرف|من جانبي|رأی|תודה|ממני|מצידי|धन्यवाद|मेरी|बधाई|আমার|நன்றி|მადლობა|շնորհակալ"
)
HAPPENS = _words(r"\b(?:is|are|has|have|get|gets|been|lands?|merged|fixed|resolved|addressed|done|goes|passes)\b")
ABOUT_MY_VOTE = _words(
    r"\b(?:explain(?:ing)?|about|regarding|concerning|behind|justify|clarify(?:ing)?|elaborat\w+ on|reasons? for|as for|despite|besides|forgot|forgotten|missed|overlooked|counting|counted|left out|lost|misread|to back up|motivat\w+) my (?:own |earlier |previous |binding |non-binding |\(binding\) ){0,2}$"
)
WILL_VOTE = _words(
    r"\b(?:i will|i'll|will|i'm going to|i am going to|i plan to|i intend to|planning to|hope to) (?:\w+ )?(?:vote|cast (?:my|a) (?:vote|ballot)|send (?:in )?my vote|give my vote)\b|\bmy vote (?:will )?(?:follows?|comes?)\b|\bje voterai\b|\bich (?:stimme|werde) .{0,40}\b(?:ab|abstimmen)\b"
    r"|\bvotaré\b|\bvotarei\b|\bvoterò\b|\bzagłosuję\b|\bпроголосую\b|투표하겠|投票する予定|投票予定|会投票|再投票|\boyumu .{0,20}vereceğim\b|\bstem ik\b.{0,20}\b(?:morgen|later)\b"
)
CHANGE_BEHIND = _words(
    r"^\s*(?:に変更|に変え|に修正|로 변경|으로 변경|로 바꾸|으로 바꾸|olarak değiştir|'?(?:e|a|ye|ya) (?:çevir|değiştir))"
)
PAST_BEHIND = re.compile(
    r"^\s*(?:を|から|에서|'?(?:dan|den|i|ı)|票から|devient(?: un)?|becomes(?: a)?|wird zu|diventa(?: un)?|wordt(?: een)?)\s*[+\-]?[01]"
)
NOT_A_CONDITION_FIRST = _words(
    r"\bif (?:i|we) (?:may|can|might|could|understand|read|recall|remember|counted)\b|\bif you ask me\b"
)
# A clause before the value that asks for something first: "Fix the year and I'm +1", "With that in place, +1".
BARGAIN = _words(
    r"^\W*(?:please |just |if you )?(?:fix|remove|add|change|rename|make|drop|update|address|clarify|resolve|move|split|document|replace|delete|get rid of|give me|show me|take out|put|rework|merge|bump|explain|provide)\b.{3,120}\b(?:and|then|,)\s+(?:you(?:'ll)? (?:have|get|can have) my|i'm|i am|i'll be|it's a|that's a|here's my|this is a|my vote is)?[^.!?]{0,16}$"
    r"|\bwith (?:that|this|it|those|these|them|the \w+)(?: \w+)? (?:in place|in|fixed|done|addressed|changed|added|sorted|resolved|removed|renamed|out of the way|cleared up|clarified|corrected|merged|updated)\b[\s,:]*(?:\w+ ){0,3}$|\bwaiting (?:for|on)\b.{3,80};? with (?:it|that|them)[\s,:]*$|^\W*with (?:it|them),\s*$|\bor else\b[^.!?]{0,20}$|\botherwise\b[\s,:]*(?:i'm |it's |i am )(?:a )?$"
)
# A thought that was not the vote: "I thought about a -1".
THOUGHT = _words(
    r"\b(?:thought (?:about|of)|considered|was (?:thinking|tempted|going|about|leaning|inclined|close|torn)|had in mind|pondered|toyed with|almost gave|nearly gave|could have been)\b[^.!?;]{0,60}$"
)
# A sentence that puts the whole vote under a condition, wherever it stands.
HOLDS_ONLY = _words(
    r"\b(?:this|that|it|my (?:vote|\+1)|the (?:above|vote))(?:'s| is| only)?[^.!?;]{0,24}\b(?:only (?:holds?|valid|counts?|stands?|applies|if|when)|holds? only|valid (?:only )?if|counts? only|conditional|contingent|subject to|under the condition|depends on)\b"
    r"|\b(?:please )?(?:don't|do not) count (?:it|my vote|me|that|this)\b|\b(?:let me qualify|i(?:'d| would)? (?:have to )?qualify) (?:that|this|my)\b|\bmy vote (?:turns|becomes|changes)\b.{0,30}\bif\b|\bif (?:not|that fails|it fails|they don't|it doesn't)[^.!?]{0,40}\b(?:-1|my vote)\b"
)
LANGUAGE_KNOWN = frozenset(
    "the and is are this that it i my me we you for with from of in on no not have has was so but at by be to as all an or if your our will can would just very more also still good great looks thanks thank nice works work well tested verified lgtm binding non please after let"
    " der die das und ist ich mir von für mit auf ein eine nicht danke gut wenn dass es zu im den dem sehr auch le la les et est je de des du un une pour avec pas merci dans sur si que qui ce cette el los las y es yo para con por gracias muy lo o os eu é com em não obrigado muito"
    " il lo e è per con grazie non che sono di ho het ik en van voor met niet dank dat op te i w z na nie to jest u mnie dla się ale jak mi bo dziękuję się и в на не это я за с спасибо что для по из".split()
)
ENGLISH = frozenset(
    "the and is are this that it i my me we you for with from of in on no not have has was so but at by be as all an or your our will can would just very more also still good great looks thanks thank nice works work well tested verified lgtm please fine ok okay happy built ran tests".split()
)
VOTE_EQUALS = _words(r"\bvote\s?=\s*$")
INSTEAD = _words(r"\b(?:instead of|rather than)\b")
STILL = _words(r"\bstill\b[^.!?]{0,20}$")
REVISES = _words(r"\b(?:revise|change|reconsider|rethink|update|correct|drop|regret) my (?:\w+ ){0,2}$")
