"""Is the value thanked for, cast in somebody's stead, meant as a joke, or one that an old value becomes?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import CLAIM, either, words

# What is said of a vote that somebody else gave: "the very thorough | +1", "a detailed | -1".
PRAISE = either(
    r"""
        very | really | so | most | quick | early | first | second | third | last | latest | thorough | detailed | careful
        kind | nice | binding | non-binding | \(binding\) | \(non-binding\) | fast | prompt | speedy | additional | extra
        generous | encouraging | explicit | helpful | friendly | unexpected | honest | long | short | fine | great | lovely
        good | only | final | missing | enthusiastic | much needed | well[- ]reasoned | well[- ]argued | \w{2,20}ly
    """
)
_THANKS = either(
    r"""
        thank(?:s|ed|ing|ful)? | thx | kudos | cheers | appreciat\w{1,5} | grateful | gratitude | props | hats off | bravo
        shout-?out | congrat\w{0,12} | applause
    """
)
_SEEN = either(
    r"""
        (?:glad|nice|good|great|happy|pleased|surprised|sad|sorry|lovely|love|loved|cool) to (?:see|read|get|have|find|receive)
        (?:saw|noticed|received|found|spotted)
    """
)
# "Thanks to Ann for the very thorough | +1": thanks for a vote; no comma stands between the thanks and the value.
THANKED = re.compile(
    rf"\b{_THANKS}\b[^.!?;:]{{0,120}}\b(?:for|of|at) (?:the|your|his|her|their|that|this|such an?|an?|both|all|those|these)"
    rf"(?: {PRAISE},?(?: and)?){{0,4}}\s{{1,3}}[\"'(]?$"
    rf"|\b{_SEEN} (?:an?|another|the|your|his|her|their|that|those|so many|all|more)(?: {PRAISE},?){{0,4}}\s{{1,3}}[\"'(]?$"
)
# "The very thorough | +1": talked of, unless the clause speaks in the first person.
TALKED_OF = re.compile(rf"\b(?:the|that|those|these|your|his|her|their|whose)(?: {PRAISE},?){{1,4}}\s{{1,3}}[\"'(]?$")

# Whom a vote is cast for; case matters. What else a vote is "for" is no person.
_PERSON = (
    r"(?!KIP|FLIP|AIP|CEP|PIP|SPIP|RC|Apache|Kafka|Option|Opt|Release|Version|Candidate|This|That|The|It|All|Now|Yes|No|Java|Maven"
    r"|Plan|Name|Proposal|Accept|Adopt|Merg|Releas|Approv|Both|Alternative|Variant|Choice)"
    r"[A-ZÀ-ÞŁŚŻ][a-zà-ÿłśż'\-]{1,20}(?: [A-ZÀ-ÞŁŚŻ][\w'.\-]{0,20}){0,2}"
)
_FOR_WHOM = either(
    r"""
        [Vv]ot(?:e|es|ed|ing) | [Cc]ast(?:ing)?(?: this| my| a)?(?: vote)? | [Tt]his(?: one| vote)? is | [Tt]hat(?: one)? is
        [Ss]ent | [Ss]ending(?: this| it)? | [Pp]osting(?: this| it)? | [Ww]riting(?: this)? | [Ff]illing in | [Ss]tanding in
        [Ss]tepping in | [Ss]peaking | [Aa]nswering | [Rr]eplying | [Ss]igning | [Pp]roxy(?: vote)? | [Dd]eputi[sz]ing
        [Aa]cting | [Cc]overing
    """
)
IN_STEAD = re.compile(
    rf"(?:^|[\s(,.;]){_FOR_WHOM} for {_PERSON}(?=\s?[:,;(–\-]|\s{{1,3}}(?:who|whom|today|here|as|again|too|since|because|while|until)\b|\s{{0,3}}$)"
    rf"|\b(?:[Cc]ount|[Pp]ut|[Mm]ark|[Rr]ecord|[Rr]egister|[Nn]ote) {_PERSON} (?:down |in )?(?:as|for|with)(?: an?)?\s{{0,3}}$"
    rf"|^\W{{0,4}}From {_PERSON}\s?:\s{{0,3}}$|^\W{{0,4}}{_PERSON}, [^,]{{1,60}}, (?:votes?|says?|is|are|gives?|sends?|wants)\b[^.!?]{{0,20}}$"
    rf"|\b(?:[Cc]ast|[Cc]asting|[Ss]ending|[Pp]osting|[Gg]iving|[Bb]ringing|[Dd]elivering|[Rr]ecording|[Aa]dding|[Ee]ntering) "
    rf"{_PERSON}(?<=s) (?:\w{{1,12}} )?(?:vote|ballot)\b"
)
IN_STEAD_BEHIND = re.compile(
    rf"^\s{{0,3}}(?:\(?(?:non-?)?binding\)?)?\s{{0,3}}[,;.(–-]?\s{{0,3}}(?:this is )?"
    rf"(?:sent|voted|cast|posted|given|written|a vote|vote|speaking|proxy) (?:here )?(?:for|by proxy for) {_PERSON}"
)
# "On Sam's behalf", "in her stead", "his vote is".
STEAD = words(
    {
        "en": r"""
            on (?:(?!my\b)(?!our\b)\S{1,30}'s?|his|her|their) behalf | in (?:(?!my\b)\S{1,30}'s?|his|her|their) (?:stead|place)
            (?:would like|wants?|wishes|asked) to (?:add|give|cast|send|post) (?:his|her|their) | gave me (?:his|her|their)
            (?:filling|standing|stepping|deputi[sz]ing) in for | asked (?:me|us) to (?:vote|cast|pass|relay|send|post|say)
            (?:he|she|they)(?: has| have|'s|'ve)?(?: just| also)? (?:told|asked|called|texted|pinged|messaged|emailed|wrote) me
        """
    }
)
THEIR_VOTE = re.compile(
    r"\b(?:his|her|their|(?!let's|here's|today's|it's|that's|there's|what's|week's)[\w\-]{2,30}'s) "
    r"(?:own |binding |non-binding |final |pmc ){0,2}(?:vote|ballot|word|answer|choice|verdict)(?: is| would be| to be| as|\s?(?=:))\s{0,3}:?\s?(?:an? )?$"
)
# "+1 from my colleague": "my", and not from me.
FROM_MINE = re.compile(
    rf"^{CLAIM},?\s{{0,3}}(?:also |too |and )?(?:from|by|of) (?:my|our|a|one of (?:my|our)) (?:\w{{1,20}} ){{0,2}}"
    r"(?:colleagues?|co-?workers?|team-?mates?|boss|manager|friends?|wife|husband|neighbou?r|brother|sister|mentor|cto|ceo|architects?"
    r"|interns?|students?|professor|customers?|clients?)\b(?![^.!?]{0,40}\b(?:and|or at least|at least) (?:from )?(?:me|myself|i)\b)"
)
# "+1 from the user group, or at least from me".
AND_FROM_ME = re.compile(
    rf"^{CLAIM},?\s{{0,3}}from [^.!?;]{{1,80}}?\b(?:and|or at least|at least|and of course|and also) (?:from )?(?:me|myself)\b"
)

# "+1, because what could go wrong": a joke, as far as one can tell.
IRONY = words(
    {
        "en": r"""
            what (?:could|can|would) (?:possibly |ever )?go wrong | yeah,? right | yeah,? sure,? no
            (?<!no )(?<!not )(?:kidding|joking)(?! aside) | jk | tongue[- ]in[- ]cheek | sarcas\w{1,8} | in your dreams
            when (?:hell|pigs) \w{1,8}
        """,
        "any": r"(?:^|\s)/s\b | </?(?:irony|sarcasm)>",
    }
)

# "Consider my -1 | a | +1": the old value, and the new one behind it.
_COUNTED = either(
    r"""
        consider | count | treat | take | read | make | regard | record | mark | note | put down | log | see | turn | replac(?:e|ed|ing)
        swap(?:ped|ping)? | exchang(?:e|ed|ing) | trad(?:e|ed|ing)
    """
)
OLD_VALUE = re.compile(rf"\b{_COUNTED}(?: down)? my (?:\w{{1,12}} ){{0,2}}$")
NEW_BEHIND = re.compile(rf"^{CLAIM}(?:now )?(?:as |to be |to |into |by |with |for )?(?:now )?(?:an? )?[+\-±]?[01]\b")
NEW_VALUE = re.compile(
    rf"\b{_COUNTED}(?: down)? my (?:\w{{1,12}} ){{0,2}}[+\-][01]{CLAIM}(?:now )?(?:as |to be |to |into |by |with |for )?(?:now )?(?:an? )?$"
)
# "From -1 to +1: thanks": a change that needs no verb where it opens the mail.
FROM_TO = re.compile(rf"^\W{{0,8}}(?:so |now |ok,? |and |then )?from (?:my |an? )?[+\-]?[01]{CLAIM}to (?:my |an? )?$")

# "so I go from +1 to 0".
GOES = re.compile(
    rf"\bi(?:'m| am| will|'ll)?(?: (?:now|hereby|must|have to|also)){{0,2}} (?:go|going|step|stepping|shift|shifting)(?: (?:down|up|back))? "
    rf"from (?:my |an? )?[+\-]?[01]{CLAIM}to (?:my |an? )?$"
)
# ... and so ends, or goes on with a reason.
FROM_TO_BEHIND = re.compile(
    rf"^{CLAIM}(?:$|[.,:;!–-]|(?:now|from me|for me|thanks|thank you|because|since|after|as|from my side)\b)"
)
# "Tending to -1".
LEANING = re.compile(
    r"\b(?:tend|lean|inclin|gravitat|veer|drift)\w{0,4} (?:more |rather |slightly |still |a bit ){0,2}"
    r"(?:to|towards?)(?: an?| voting| vote| my)?\s{0,3}$"
    r"|\b(?:mostly|largely|not quite|not fully)(?: an?)?\s{1,3}$"
)
# "I have nothing to add other than | +1".
NOTHING_BUT = re.compile(
    r"\b(?:anything|nothing|not much|much|little)(?: else| more)?(?: left)?(?: to (?:add|say|contribute|offer))? "
    r"(?:other than|but|except|besides|beyond)(?: my| an?| a big)?\s{0,3}$"
)
# "PMC hat on: +1" is English, and no German verb.
HAT = re.compile(r"\bhat(?: back| still| firmly)? (?:on|off)\b|\b(?:my|an?|the|his|her) (?:\S{1,20} ){1,3}hat\b|\bhats\b")
# "so I move from +1 to 0": what stands before the conclusion does not bear on it.
CONCLUDES = re.compile(
    r"\b(?:so|hence|therefore|thus|which is why|that's why|that is why|consequently),? (?:i|i'm|my|let me|please|kindly)\b"
)
# "12 passed, | +1 flaky".
BESIDE_NUMBER = re.compile(r"(?<![\w+\-.])\d[\d,.]{0,8} \w{2,20}(?:,| and|, and)\s{1,3}$")
COUNTED_NOUN = re.compile(r"^ (?P<noun>[a-z]{3,20})\s{0,2}(?:[,.;]|$)")
# "Public interfaces: | +1": a value for an item of the matter.
ITEM = words(
    {
        "en": r"""
            interfaces? | protocols? | metrics? | migrations? | configs? | configurations? | config names? | defaults? | docs?
            documentation | tests? | test plan | naming | names? | apis? | schemas? | formats? | compatibility | upgrade path
            upgrades? | tooling | tools? | motivation | idea | concept | design | implementation | code | section \d{1,2}
            part \d{1,2} | item \d{1,2} | point \d{1,2} | question \d{1,2} | broker \w{1,10} | client \w{1,10} | changes
            rejected alternatives | security | performance | notice | license | packaging | website | changelog
        """
    }
)
# "Another | +1 | here": one's own, though it reads like a count.
ANOTHER = re.compile(
    r"^\W{0,6}(?:(?:and|so|then|ok|yes|yet),? ){0,2}another(?: (?:big|strong|happy|enthusiastic|clear|easy|\(?(?:non-)?binding\)?)){0,2}\s{1,3}$"
)
ANOTHER_HERE = re.compile(rf"^{CLAIM}(?:over |out )?here\b,?\s{{0,3}}(?:[.!;:)(]|too\b|as well\b|thanks?\b|$)")
# Only the value and its claim are in quotation marks, and the words behind are the writer's: "+1" from me.
VALUE_QUOTED = re.compile(
    rf"^{CLAIM}\"\s{{1,3}}(?:\(?(?:non-?)?binding\)?\s)?(?:from (?:me|my (?:side|end))|here|on this|for this)\b"
)

# "I'm -1" | -- that was the mood: what was said, and by whom, stands behind the marks.
QUOTE_TOLD = re.compile(
    r"^\s{0,3}[,;:–—-]{0,2}\s{0,3}"
    + either(
        {
            "en": r"""
                (?:that|this|which|it|such)(?:'s| is| was| were| has been| used to be) (?:the|what|how|an?|his|her|their|all|more|where)\b
                (?:was|were|is|are|said|says|wrote|writes|has been|had been|used to be)\b
                (?:i|we|he|she|they|you|people|everyone|everybody|\w{2,20}) (?:said|says|say|wrote|writes|told|answered|thought|used to (?:say|write))\b
            """,
            "de": r"""
                (?:das|so|dies|es) (?:war|ist|lautete|hieß)\b | (?:war|hieß|lautete|sagte|schrieb|meinte)\b
                (?:so )?(?:sagte|schrieb|meinte) \w
            """,
            "fr": r"(?:c'était|c'est|tel était|voilà)\b | (?:a dit|disait|écrivait|a écrit|était)\b | (?:il|elle|on|ils) (?:a|ont|disai\w{1,3})\b",
            "es": r"(?:eso|esto|así|ese|esa) (?:era|fue|es|dijo|decía)\b | (?:era|fue|dijo|decía|escribió)\b",
            "pt": r"(?:isso|isto|esse|assim) (?:era|foi|é|disse|dizia)\b | (?:era|foi|disse|dizia|escreveu)\b",
            "it": r"(?:questo|questa|così|quello|quella) (?:era|è|fu|disse|diceva)\b | (?:era|fu|disse|diceva|ha scritto)\b",
            "nl": r"(?:dat|dit|zo|het) (?:was|is|zei|luidde)\b | (?:was|zei|schreef)\b",
            "pl": r"(?:to|tak|taki) (?:było|był|była|jest|mówił\w?)\b | (?:napisał\w?|powiedział\w?|mówił\w?)\b",
            "ru": r"(?:это|так|такое|таково) (?:было|был|была|говорил\w?)\b | (?:сказал\w?|писал\w?|написал\w?|говорил\w?)\b",
        }
    )
)

# "+1 (binding, I think)", "+1 (binding?)": the writer is not sure of the weight, and sure of the value.
_WEIGHT = r"(?:non-?\s?|not )?bi?nd\w{0,4}"
_GUESS = r"(?:\?|i (?:guess|think|believe|suppose|hope|assume)|maybe|perhaps|probably|presumably|afaik|iirc|if i'?m not mistaken|not sure)"
CLAIM_GUESSED = re.compile(
    rf"^\s{{0,3}}[(\[]\s{{0,2}}(?:{_GUESS},?\s{{1,2}})?{_WEIGHT},?\s{{0,2}}(?:-\s)?{_GUESS}"
    rf"|^\s{{0,3}}[(\[]\s{{0,2}}(?:{_GUESS},?|not sure (?:if|whether)(?: it'?s| this is)?)\s{{1,2}}{_WEIGHT}"
)
# "+1 (binding if the tests pass)": what else the brackets hold.
CLAIM_AND_MORE = re.compile(rf"^\s{{0,3}}[(\[]\s{{0,2}}{_WEIGHT}(?P<more>[^()\[\]]{{2,120}})")
CLAIM_OPEN = re.compile(
    r"\b(?:(?:if|once|unless|as soon as|provided|assuming)(?! i\b| i'?m\b| my\b| that matters| again| more)|pending|conditional|subject to)\b"
)
# "+1 (I guess)", "+1, I suppose".
GUESSED = re.compile(rf"^\s{{0,3}}[(\[]\s{{0,2}}(?:{_GUESS}|ish)(?! (?:binding|non))")
# "+1 for now, still reading".
ONLY_NOW = re.compile(
    rf"^{CLAIM},?\s{{0,3}}(?:for now|for the moment|for the time being)\b[^.!?]{{0,30}}\b"
    r"(?:still \w{3,12}ing|until|pending|may|might|could|waiting|more (?:later|tests))\b"
)

# "Please don't count my vote any longer", "take me off the list of voters": a withdrawal where the mail casts no other vote.
_MY_VOTE = r"my (?:\(?(?:non-)?binding\)? |earlier |previous |last |own ){0,2}(?:vote|ballot|[+\-]\s?[01])"
UNCOUNTED = re.compile(
    rf"(?:^|[.,;:!]\s{{1,3}}|\b(?:please|kindly|so|and|pls) )(?:do not|don't) (?:count|consider|include) {_MY_VOTE}"
    r"(?: (?:any ?more|any longer|then|please|here|for this (?:vote|rc|release|kip|one)|in (?:this|the) (?:vote|tally|result)))?"
    r"(?=\s{0,3}(?:[.,;!]|$|(?:because|since|as i)\b))"
    rf"|\bi (?:no longer want|do not want|don't want|would rather not have) {_MY_VOTE} (?:to be )?(?:counted|to count)\b"
    r"|\bi (?:hereby |now |therefore )?(?:withdraw|retract|revoke|rescind) (?:the|that) (?:vote|[+\-]1)\b"
    r"|\b(?:take|strike|remove|cross|scratch|leave) (?:me|my name) (?:off|from|out of) (?:the |your )?"
    r"(?:(?:list|tally|count|names?) of (?:the )?(?:voters|votes|ballots)|tally|count|vote|votes|voters)\b"
)
# "This vote is withdrawn": one's own by anybody but the caller, whose vote is the whole one.
WITHDRAWN_BARE = re.compile(
    r"^\W{0,8}(?:vote|ballot|[+\-]1) (?:is )?(?:hereby )?(?:withdrawn|retracted|revoked|cancell?ed)\W{0,8}$"
    r"|\b(?:consider|treat|regard|count|mark|see) (?:this|that|the) (?:earlier |previous |last )?(?:vote|ballot|[+\-]1)(?: of mine)?(?: as)? "
    r"(?:withdrawn|retracted|void|cancell?ed|revoked|rescinded)\b"
)
# ... and not denied.
WITHDRAWAL_DENIED = re.compile(
    r"\b(?:\w{1,12}n't|did not|do not|never|nobody|no one|without|no reason|no need|reasons?|asked|asks|told|refuse) (?:\w{1,12} ){0,3}$"
)
# "I was careless, I withdraw my vote": what stands before the comma does not bear on it, but a condition does.
OWN_START = re.compile(r"^\s{0,3}(?:and |but )?(?:i |i'm |i am |please |kindly |pls )")
CONDITIONAL = re.compile(r"\b(?:if|once|when|unless|until|should|as soon as|would|wish)\b")

# Agreement that leans on the quoted words: "Me too.", "ditto".
ECHO = re.compile(
    r"^\W{0,6}(?:(?:yes|yep|and),? )?(?:me too|ditto|same here|same(?: for me| from me)?|likewise|seconded|mine too|my vote too|so do i|as do i|also from me|from me too"
    r"|same vote(?: here| from me)?|what (?:he|she|they) said|as above|idem|\^\^? ?this|this\^?)(?=\s{0,3}(?:[.,!:;)–-]|$))[^?]{0,60}$"
)

# For or against in words: "approved from my side", "I don't think this should go out".
_IT = r"(?:this|it|that|rc\s?\d{0,2}|(?:this|the) (?:\w{1,20} )?(?:release|rc|candidate|kip|proposal|build|one|vote|change))"
_GO_OUT = (
    r"(?:go out|be (?:released|shipped|accepted|adopted|merged|published|approved|promoted)|pass|ship|go ahead|proceed|go through|move forward)"
    r"\b(?! (?:of|into|in|to|with)\b)"
)
SAID_PLAINLY = re.compile(
    r"\b(?:it'?s |it is |this is |that'?s |kip |all |is )?approved? (?:from|on) (?:my|our|this) (?:side|end|part)\b|\bapproved by me\b"
    rf"|\b(?:i|we) (?:really |honestly |still )?(?:don't|do not) (?:think|believe|feel)(?: that)? {_IT}(?:'s| is| should| can| ought to)"
    rf"(?: be)? (?:ready|good enough|{_GO_OUT})"
    rf"|\b{_IT} (?:should not|shouldn't|must not|mustn't|can't|cannot|can not|ought not to|is not to) {_GO_OUT}"
    rf"|\b(?:i|we) (?:really )?(?:don't|do not) (?:think|believe|feel)(?: that)? we (?:should|can|ought to) (?:ship|release|accept|adopt|approve|publish|merge) {_IT}"
    rf"|\bwe (?:should not|shouldn't|must not|mustn't|can't|cannot|can not) (?:ship|release|accept|adopt|approve|publish|merge) {_IT}"
    rf"|\b(?:please )?(?:hold|stop|block|halt) {_IT}(?: back)?\s{{0,3}}[.!,]"
    rf"|\b{_IT}(?:'s| is)(?: definitely| clearly| simply)? not (?:ready|fit)(?: yet)?(?: (?:for|to) (?:be )?(?:releas\w{{1,3}}|ship\w{{0,4}}|go out|publi\w{{1,8}}))?\s{{0,3}}(?:[.!,;]|$)"
)
# "+1 to Pavel's suggestion of shorter names": a word on a remark of the thread, and none on its matter.
ON_A_REMARK = re.compile(
    r"^\s{0,3}(?:to|on|with|for) (?:[\w.\-]{2,30}'s?|that|this|your|his|her|their|the(?: above| last| first)?|both|these|those) "
    r"(?:\w{1,20} ){0,2}(?:suggestions?|comments?|points?|remarks?|questions?|concerns?|observations?|nits?)\b"
    r"|^\s{0,3}(?:to|on|with) (?:all|both|most|each|some) (?:of )?(?:them|those|these|your|his|her|their)\b(?! (?:kips|releases|proposals|candidates|artifacts))"
    r"|^\s{0,3}(?:to|on) what [\w.\-]{2,30}(?: \w{1,20})? (?:said|wrote|suggested|asked) (?:about|on|regarding|concerning|with regard)\b|^\s{0,3}(?:to|on) that (?:idea|one)\b"
)

# "Thanks for voting +1", "Mateo changed his vote from -1 to +1": another's vote, whatever frames it.
THEIR_DOING = re.compile(
    rf"\b{_THANKS}\b[^.!?;:]{{0,60}}\bfor (?:chang|switch|turn|flip|convert|mov|go|updat|revis)\w{{0,4}}ing (?:your|his|her|their|to|from|it)\b[^.!?;:]{{0,40}}$"
    rf"|\b{_THANKS}\b[^.!?;:]{{0,60}}\bfor (?:vot|cast|giv|add|send|post)\w{{0,4}}ing(?: (?:an?|your|the|his|her|another|vote|us|me|this|it)){{0,4}}\s{{1,3}}$"
    r"|\b(?:chang|switch|turn|flip|convert|mov|updat|revis)\w{0,4} (?:your|his|her|their|(?!it's|that's)[\w\-]{2,30}'s)\b[^.!?;]{0,40}$"
)
THEY_SEEM = re.compile(
    r"\b(?:everyone|everybody|nobody|no one|most of us|most people|people|folks|others|they|he|she|somebody|someone)"
    r"(?: (?:else|here|seems?|appears?|would|will|might|may|should|can|to|already|also)){0,4} (?:be|being|at)(?: an?)?\s{0,3}$"
)
_NO_NAME = "Just Now Then So Hereby Have Vote Ok Okay Update Correction And Thus Finally Today Yesterday Thanks I We My Having Also But"
THEY_CHANGED = re.compile(
    rf"(?:^|[\s(,;])(?!(?:{'|'.join(_NO_NAME.split())})\b)[A-ZÀ-ÞŁŚŻ][\w\-]{{1,20}}(?: [A-ZÀ-ÞŁŚŻ][\w\-]{{1,20}})?(?: and [A-Z][\w\-]{{1,20}})? "
    r"(?:(?:has|have|had|also|already|then|just|now) ){0,3}(?:changed|moved|switched|turned|went|flipped|updated|revised|came)"
    r"(?: (?:his|her|their|the) (?:\w{1,12} )?(?:vote|mind|ballot|position|[+\-][01]))?(?: (?:back|over|up|down))?"
    r"(?: from (?:an? )?[+\-]?[01])?(?: (?:to|into|from))?(?: an?)?\s{1,3}$"
)
# '"+1" is all he wrote.'
QUOTED_TALK = re.compile(
    rf"^{CLAIM}\"\s{{1,3}}(?:is|was|means?|meant|does|doesn't|isn't|can|has|had|used|stands|without|in|and|or|buttons?|votes?|mails?|replies|counts?)\b"
)
# "I see no reason to withdraw my | +1": talk of one's own vote.
_TAKES_BACK = (
    r"\b(?:withdraw\w{0,3}|retract\w{0,3}|rescind\w{0,3}|revok\w{1,3}|tak\w{1,3} back|cancel\w{0,4}|remov\w{1,3}|scratch|strike|discard|disregard"
    r"|ignore|pull(?:ing)?(?: back)?|void) my (?:\w{1,12} ){0,2}"
)
WITHDRAWS = re.compile(_TAKES_BACK + "$")
# "I withdraw my -1, | +1 now".
WITHDRAWN_FIRST = re.compile(rf"{_TAKES_BACK}[+\-][01]{CLAIM}[,;:] (?:so |and |now |it's |i'm )?$")
# "I retract my objection, +1": the value is not what is taken back.
NEXT_VALUE = re.compile(r"[,;:–] (?:so |and |now |it's |i'm )?[+\-]\s?[01]$")
# "As I wrote in the discussion": no earlier vote.
IN_DISCUSSION = re.compile(
    r"\bas i (?:already |have )?(?:said|stated|wrote|mentioned|written) (?:in|on|during|at|under) (?:the|this|that|our|my) (?:[\w\[\]]{1,20} ){0,3}"
    r"(?:discussion|discuss\]?|pr|pull request|review|call|meeting|wiki|jira|issue|sync|chat|slack)\b"
)
# "I +1 this."
I_GIVE = re.compile(r"(?:^|[,;:] |\bso |\band )i(?: hereby| also| happily| gladly| definitely| strongly)?\s{0,3}$")
TO_THIS = re.compile(r"^\s{1,3}(?:this|it|the (?:kip|release|rc|proposal|candidate))\b")
# A sentence that takes back half of what was said: "... I think."
HEDGE_ALONE = re.compile(
    r"^\W{0,6}(?:i (?:think|guess|suppose|believe|hope)|maybe|probably|perhaps|not sure(?: yet)?|or maybe not|(?:just |only )?(?:kidding|joking)|jk)\W{0,6}$"
)
# "Thanks for the release | +1": no next release.
THANKS_FIRST = re.compile(rf"\b{_THANKS}\b[^.!?]{{0,80}}\bfor\b[^.!?]{{0,60}}$")
