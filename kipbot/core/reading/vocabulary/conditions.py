"""Does the value hang on a condition, or is what looks like one none?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import either, said, words

# The words that open a condition.
_IF_WORDS = {
    "en": r"""
        if | once | provided | providing | assuming | pending | subject to | as long as | so long as | unless | contingent
        conditional(?:ly)? | conditioned | on (?:the )?condition | under the condition | on the premise
        (?:with|under) the (?:understanding|condition|caveat|proviso|assumption|expectation|premise)
        on the (?:understanding|assumption|proviso) | as soon as | modulo | only (?:if|when|after|once) | given that | until
        till | iff | in case | when | after | depending on | dependent on | the moment | awaiting | predicated on | barring
        in the event | supposing | suppose
    """,
    "de": r"""
        falls | wenn | sofern | vorausgesetzt | sobald | solange | vorbehaltlich | nachdem | es sei denn | bis
        unter (?:der )?(?:bedingung|vorbehalt|voraussetzung)
    """,
    "fr": r"""
        si | s'il | s'ils | sous réserve | à (?:la )?condition | pourvu | dès que | une fois | lorsque | tant que | sauf si
        quand | après que
    """,
    "es": r"""
        siempre que | siempre y cuando | con la condición | a condición | una vez | tan pronto | en cuanto | cuando
        salvo que | a menos que | mientras
    """,
    "pt": r"""
        se | desde que | contanto que | com a condição | sob a condição | assim que | quando | depois que | caso | a menos que
        até (?:que|\w{1,12}(?:r|rem|rmos))
    """,
    "it": "a patto | a condizione | purché | una volta | appena | ammesso che | finché",
    "nl": "als | mits | zodra | indien | op voorwaarde | wanneer | tenzij",
    "pl": "jeśli | jeżeli | pod warunkiem | o ile | gdy | kiedy | jak tylko | z warunkiem | gdyby | po tym",
    "cs": "pokud | jestli | jakmile | za podmínky | až | jestliže | až když | kdyby | s podmínkou",
    "sk": "ak | keď | za predpokladu | pod podmienkou | akonáhle | len čo | až keď",
    "sv": "om | förutsatt | så länge | när | under förutsättning",
    "da": "hvis | forudsat | under forudsætning | når | såfremt | så snart | så længe | betinget",
    "no": "forutsatt | såfremt | dersom | så lenge | under forutsetning",
    "fi": "jos | mikäli | ehdolla | kunhan | kun | edellyttäen | heti kun | sillä edellytyksellä",
    "hu": r"ha\b | amennyiben | feltéve | ha a | amint | azzal a feltétellel | miután",
    "ro": "dacă | cu condiția | odată ce | când | imediat ce",
    "ru": "если | при условии | с условием | с тем условием | как только | когда | после того | в случае",
    "uk": "якщо | за умови | з умовою | за тієї умови | коли | щойно | як тільки | тільки-но | у разі | після того",
    "bg": "щом | след като | за условия | ако | при условие",
    "tr": "eğer | şartıyla | koşuluyla | dersa",
    "vi": "nếu | với điều kiện | khi nào | miễn là | một khi",
    "id": "jika | kalau | asalkan | bila | apabila | begitu | dengan syarat",
    "ca": "si es | sempre que | amb la condició",
    "hr": "ako | pod uvjetom | pod uslovom | kada | čim",
    "et": "kui",
    "lv": "ja vien | jei",
    "el": "όταν | μόλις | αν | εφόσον | υπό τον όρο | με την προϋπόθεση | εάν",
    "hi": "बशर्ते | यदि | अगर",
    "ar": "إذا | اذا | بشرط | شرط | لو",
    "he": "אם | בתנאי",
    "fa": "اگر | به شرط",
}
_IF = either(_IF_WORDS)
# ... in the languages written without blanks.
_IF_JOINED = either(
    {
        "zh": "的话 | 的話 | 如果 | 若是 | 若 | 只要 | 假如 | 前提 | 条件是 | 一旦 | 除非 | 等.{1,20}(?:后|之后|再) | 待.{1,20}后",
        "ja": "もし | なら | たら | れば | 条件 | 前提で | 次第 | 場合",
        "ko": "만약 | 경우 | 한다면 | 되면 | 조건 | 전제",
        "th": "ถ้า | หาก | เมื่อ(?!วาน)",
    }
)
# "... after the tests": what is still to come behind the value, and often done before it.
_AFTER_IT = either({"vi": "sau khi", "id": "setelah | sesudah", "ro": "după ce", "uk": "після того"})
# A condition behind the value.
CONDITION = re.compile(rf"(?<![\w'])(?:{_IF}|{_AFTER_IT})(?![\w'])|{_IF_JOINED}")
# A condition that leads up to the value, at most behind a word or two.
CONDITION_FIRST = re.compile(
    r"^\W{0,40}should (?:the|this|it|that|there|all|no)\b"
    r"|^\W{0,40}(?:(?:well|ok|okay|so|and|but|then|hi|thanks|maybe|also|only|just|even)[,\s]{1,4}){0,3}"
    rf"(?:{_IF}(?![\w'])|{_IF_JOINED})"
)
# Languages that hang the condition on the verb: Turkish -se, Japanese -ba, Korean -myeon.
CONDITION_SUFFIX = words(
    {
        "zh": "的话 | 的話 | 之后再 | 之後再",
        "tr": r"""
            eğer | şartıyla | koşuluyla
        """,
        "ja": r"(?:てから|でから|た後に?|れば|なら|たら|であれば|次第|場合は|条件で|条件に|条件として|前提で|前提に|前提として)[、, ]?",
        "ko": r"(?:으면|하면|되면|다면|라면|지면|오면|치면|나면|꾸면|르면|주면|리면|시면|끝나면|쳐지면|조건으로|전제로|경우)(?=[\s,])",
        "any": r"""
            \w\w(?:ırsa|irse|ursa|ürse|arsa|erse|ersa|nırsa|ilirse|lırsa|yorsa|mışsa|mişse|mezse|mazsa|rlarsa|rlerse|rsanız|rseniz|meden|madan)\b
            \w\w(?:ması şartıyla|mesi şartıyla|ması koşuluyla|mesi koşuluyla)\b
        """,
    }
)

# Behind "se": words of Italian and Portuguese, where it opens a condition; in other languages it is a small word.
_SE = r"""(?:os|o|a|as|il|la|i|le|gli|lo|si|non|não|for|passano|passa|viene|vengono|tudo|tutto|tutti|todos|isso|esse|essa|isto|um|uma|un|una|nome
|alguém|qualcuno|anche|também|(?:cambi|corregg|aggiung|risol|sistem|mud|corrig|troc|adicion|renome|rinomin)\w{1,8}
|\w{1,12}(?:rem|rmos|sse|ssem|ver|sar|gir|ate|ete|ite|iamo|ono))""".replace("\n", "")
# What looks like a condition and is none: "if I may", "if any", "once more", "even if".
NO_CONDITION = re.compile(
    "^"
    + either(
        {
            "en": r"""
                (?:if|si|wenn|when) (?:i|you|we) (?:may|want|need|like|ask|have any|wish|understand|recall|remember|see|read)
                if (?:any|needed|possible|necessary|required|so|not|nothing else|anything|only|you don't mind)\b
                once (?:again|more)\b | when (?:it comes|compared) | after (?:all|the discussion)\b | until now\b
                if not (?:more|earlier)
            """,
            "fr": r"""
                quand même\b
            """,
            "any": rf"""
                (?:als|om|ha|se|si|bis)\b\s{{0,3}}$
                se\b(?!\s{{1,3}}\w)
                se\b(?! {_SE}\b)
                om\b(?!\s{{1,3}}\w) | om (?:te|at|att|to|half|kwart)\b
                als\b(?! (?:de|het|er|dit|dat|we|jullie|ze|hij|alle|alles|tests|deze|die|iemand|niemand|mijn|je|een test)\b)
                ha\b(?!\s{{1,3}}\w) | ha (?:ha|nice|great|good|that|yes)\b
                bis\b(?! (?:der|die|das|zum)\b)
            """,
        }
    )
)
NO_CONDITION_BEFORE = words(
    {
        "en": "even | and | or | as | what",
        "de": "auch",
        "fr": "même",
        "es": "incluso | aunque",
        "pt": "mesmo",
        "it": "anche",
        "nl": "zelfs",
        "pl": "nawet",
        "ru": "даже",
        "sv": "även",
        "no": "selv",
    },
    " ?$",
)
NOT_A_CONDITION_FIRST = words(
    {"en": "if (?:i|we) (?:may|can|might|could|understand|read|recall|remember|counted) | if you ask me"}
)

# "so +1", "hence": a conclusion; what was said before has happened.
HENCE = words(
    {
        "en": "so | hence | therefore | thus",
        "de": "daher | also | somit | deshalb",
        "fr": "donc",
        "es": "por eso | por tanto",
        "pt": "portanto",
        "it": "quindi",
        "nl": "dus",
        "pl": "więc",
        "ru": "поэтому | итак",
        "zh": "所以",
        "ja": "因此",
        "sv": "därför | alltså",
        "da": "derfor | altså",
        "fi": "joten | siksi",
        "cs": "takže | proto | tedy | tudíž | preto | teda",
        "uk": "тому | отже",
        "hu": "ezért | tehát | így",
        "el": "οπότε | άρα | επομένως",
        "tr": "o yüzden | bu yüzden | dolayısıyla",
        "vi": "vậy nên | vì vậy | cho nên | nên",
        "id": "jadi | karena itu",
    },
    r"[\s,:]{0,4}(?:\w{1,40}\s){0,3}$",
)

# "when I ran the tests", "after verifying the signatures": what was done, no condition.
_DOING = r"(?:(?:successfully|some|a|an|more|quick|quickly|extensively|carefully|thoroughly|locally|also|briefly)\s{1,3}){0,3}"
_LOOK = r"(?:testing|tests|review|reviews|look|read|verification|checks|investigation|experiments|evaluation|days? of \w{1,40})"
DONE = re.compile(
    "^"
    + either(
        rf"""
            (?:when|after|once|as soon as)\s{{1,3}}(?:i|we|having|i've|we've|i'd|ich|wir|j'ai|nous)\b
            (?:nachdem|après que|después de que|depois que|dopo che)\s{{1,3}}(?:i|we|having|i've|we've|i'd|ich|wir|j'ai|nous)\b
            (?:after|when|while|upon)\s{{1,3}}{_DOING}\w{{3,14}}ing\b
            (?:après avoir|después de haber|después de \w{{1,40}}r\b|depois de \w{{1,40}}r\b|dopo aver)\b
            nach (?:dem|der) (?:test|prüfung|lesen|durchsicht)\b
            once (?:again|more)\b
            after (?:all|that\b(?=[,.)]|$)|reading|review\b|the discussion|this discussion|some \w{{1,40}}|careful)
            after (?:a|an|some|many|much|two|three|few|the)? ?(?:\w{{1,40}} ){{0,4}}{_LOOK}
            until now\b | bisher\b | if not\b
        """
    )
)
# "After Oleg's mail I am neutral": what happened before, not what has to happen.
_AFTER = either(
    {
        "en": "after | following | given",
        "de": "nach",
        "fr": "après",
        "es": "tras | después de",
        "pt": "depois d[eoa]",
        "it": "dopo",
    }
)
_MAIL = either(
    {
        "en": r"""
            e?-?mails? | messages? | explanations? | clarifications? | comments? | discussions? | reviews? | reply | replies
            answers? | analysis | tests? | testing | points? | feedback | updates? | changes? | edits? | revisions? | reading
            call | meeting | thread | mail | thoughts? | thinking | consideration | deliberation | reflection | talks? | chat
        """,
        "de": "nachricht | erklärung | diskussion",
        "fr": "explication",
        "es": "correo | explicación",
    }
)
_SHOWN = r"(?:benchmarks?|numbers|results?|measurements?|figures|report|demo|talk|presentation|experiments?)"
AFTER_WORDS = re.compile(
    rf"^\W{{0,40}}{_AFTER}\s{{1,3}}(?:(?:\S{{1,60}}\s){{0,4}}?{_MAIL}|(?:\S{{1,30}}'s?|his|her|their|your|last)\s(?:\S{{1,20}}\s){{0,2}}?{_SHOWN})\b"
)
# "Still +1 | after the rename": what is still so has come through it.
AFTER_ALL_THAT = re.compile(r"^\W{0,4}(?:even )?after\b")
# "... is merged": but here it has to happen yet.
HAPPENS = words(
    {"en": "is | are | has | have | get | gets | been | lands? | merged | fixed | resolved | addressed | done | goes | passes"}
)

# A clause of its own between the value and the "if": the condition hangs on that clause, not on the ballot.
OWN_CLAUSE = words(
    {
        "en": r"""
            be | is | are | was | were | would | could | might | can | may | let | know | sure | wonder | wondering | see | saw
            check | checked | ask | asked | feel | happy | glad | even | we | you | they | please | just | nice | great | love
            minor | nit | what | tell | it'd | it's | that'd | i'd | i'm | i've | i | maybe | works? | suggest | recommend
            prefer
            thanks? | looks? | passed | tested | verified | built | ran | run | happens | only question | ideally
            remember | because | since | as
        """,
        "de": "weil | denn | da | es wäre | wäre | könnte | schön | bitte",
        "fr": "car | puisque | parce | serait",
        "es": "porque | ya | pues | bien | por favor | sería",
        "pt": "seria",
        "it": "perché | poiché | sarebbe",
        "nl": "want | omdat",
        "pl": "ponieważ | gdyż",
        "ru": "потому | так как | может",
        "tr": "çünkü",
        "zh": "可以 | 最好 | 希望 | 建议 | 请",
        "any": "[.!?]",
    }
)

_HAS = r"(?:was|were|has|have|has been|have been|are now|is now|'s been|now|already)"
# "..., which it is now": the condition is met.
MET = re.compile(
    rf"\b(?:which|that|this|these|they|it|those|both|all)\s{{1,3}}{_HAS}\b(?! to\b)"
    r"|(?:[,(;–]\s{0,3}|\band )(?:which|this|these|they|it|both|all) (?:already |now )?(?:is|are|do|does|did|holds?|held)"
    r"\s{0,3}(?:now|already|true|the case|so)?\s{0,3}[).,!]?\s{0,3}$"
    r"|\bwhich (?:it|they) (?:is|are|do|does|did)\b"
    r"|\b(?:now|already|meanwhile) (?:that )?"
    r"(?:is|are|been|has|have|it|they|that|the|all|fixed|done|resolved|merged|addressed)\b"
    r"|\b(?:condition|conditions|concern|concerns|prerequisite) (?:is|are|was|were|has|have)(?: now| already| been){0,3} "
    r"(?:met|fulfilled|satisfied|addressed|resolved|fixed)"
    r"|(?<!long )(?<!soon )\b(?:and|as|since) (?:it|they|that|this|these) (?:is|are|was|were|has|have|do|does|did|'s)\b|"
    + said(
        {
            "en": r"they do | (?:i just|just) (?:ran|checked|did|tested|verified) | now that",
            "de": r"jetzt | da (?:die|das|der) \w{1,40} jetzt",
            "zh": "既然 | 已(?:修复|补|合并|完成|通过) | 已经 | 现在",
            "ja": "現在 | 既に",
            "any": r"""
                inzwischen | bereits | désormais | ya (?:está|están) | já (?:está|foi) | уже | jest już | zijn nu | è stato
            """,
        }
    )
)

# "-1 until the upgrade path is fixed" is a -1 today.
UNTIL = re.compile(
    "^"
    + either(
        {
            "en": "until | till | pending | as long as | so long as",
            "de": "bis | solange",
            "fr": "jusqu | tant que",
            "es": "hasta | mientras",
            "pt": "até | enquanto",
            "it": "finché",
            "nl": "tot | zolang",
            "pl": "dopóki",
            "ru": "пока",
            "zh": "除非",
        }
    )
)

# A clause before the value that asks for something first: "Fix the year and I'm +1", "With that in place, +1".
_FIX = r"""
    fix | remove | add | change | rename | make | drop | update | address | clarify | resolve | move | split | document
    replace
    delete | get rid of | give me | show me | take out | put | rework | merge | bump | explain | provide
"""
_THEN = r"""
    you(?:'ll)? (?:have|get|can have) my | i'm | i am | i'll be | it's a | that's a | here's my | this is a | my vote is
"""
_FIXED = r"""
    in place | in | fixed | done | addressed | changed | added | sorted | resolved | removed | renamed | out of the way
    cleared up | clarified | corrected | merged | updated
"""
BARGAIN = re.compile(
    rf"^\W{{0,40}}(?:please |just |if you )?{either(_FIX)}\b.{{3,120}}\b(?:and|then|,)\s{{1,3}}{either(_THEN)}?[^.!?]{{0,16}}$"
    rf"|\bwith (?:that|this|it|those|these|them"
    rf"|the \w{{1,40}})(?: \w{{1,40}})? {either(_FIXED)}\b[\s,:]{{0,4}}(?:\w{{1,40}} ){{0,3}}$"
    r"|\bwaiting (?:for|on)\b.{3,80};? with (?:it|that|them)[\s,:]{0,4}$|^\W{0,40}with (?:it|them),\s{0,3}$"
    r"|\bor else\b[^.!?]{0,20}$|\botherwise\b[\s,:]{0,4}(?:i'm |it's |i am )(?:a )?$"
)

# "Rename it, otherwise -1": a threat, where "otherwise +1" is none.
OR_ELSE = words(
    {
        "en": "otherwise | or else | else",
        "de": "ansonsten | sonst | andernfalls",
        "fr": "sinon",
        "es": "si no | de lo contrario",
        "pt": "senão | caso contrário",
        "it": "altrimenti",
        "nl": "anders",
        "pl": "inaczej",
        "ru": "иначе",
    },
    r"[\s,:]{0,4}(?:\w{1,12} ){0,2}$",
)

# A sentence that puts the whole vote under a condition, wherever it stands.
HOLDS_ONLY = re.compile(
    r"\b(?:this|that|it|my (?:vote|\+1)|the (?:above|vote))(?:'s| is| only)?[^.!?;]{0,24}\b"
    r"(?:only (?:holds?|valid|counts?|stands?|applies|if|when)|holds? only|valid (?:only )?if"
    r"|counts? only|conditional|contingent"
    r"|subject to|under the condition|depends on)\b"
    r"|\b(?:please )?(?:don't|do not) count (?:it|my vote|me|that|this)\b"
    r"|\b(?:let me qualify|i(?:'d| would)? (?:have to )?qualify) (?:that|this|my)\b"
    r"|\bmy vote (?:turns|becomes|changes)\b.{0,30}\bif\b"
    r"|\bif (?:not|that fails|it fails|they don't|it doesn't)[^.!?]{0,40}\b(?:-1|my vote)\b"
)
# "+1 if ... after all": between the value and this the vote was open; a "but" after "I'd like to vote +1".
BUT_LATER = words(
    {
        "en": r"""
            but | however | once | if | when | after | until | unless | before | only | though | yet | still | just | first
            another day | need | waiting | tomorrow | later
        """
    }
)
