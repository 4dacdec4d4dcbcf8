"""Do first-person words make the value the writer's own vote?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import either, words
from kipbot.core.reading.vocabulary.verbs import I_VOTE, I_VOTE_BEHIND, LEADS_ABROAD

# The clause speaks in the first person, or of a wish that only the writer can have.
FIRST_PERSON = words(
    {
        "en": r"""
            i | i'm | i'd | i'll | i've | im | we | we're | we'll | my | mine | me | myself | tempted | willing | inclined
            happy | hope | expect | planning | hoping | going to
        """,
        "de": r"ich | wir | mein\w{0,40} | mir",
        "fr": r"je | j'\w{1,40} | mon | ma | moi | nous",
        "es": "yo | mi | mío",
        "pt": "eu | meu | minha",
        "it": "io | mio",
        "nl": "ik | mijn",
        "pl": "ja | mój",
        "ru": "я | мой | мне",
        "tr": "ben | benim",
        "zh": "我",
        "ja": "私",
        "ko": "저 | 제",
    }
)


def _opened(opening: str, between: str, most: int) -> str:
    """Words that open a first-person phrase, and at most so many of those that may stand between them and the value."""
    return rf"{either(opening)}(?: {either(between)}){{0,{most}}}"


_THIS = "(?: (?:this|it))?"
_I_AM = _opened(
    r"i\s?a?'?m",
    rf"""
        also | still | now | very | strongly | totally | firmly | happily | definitely | a | an | at | with | strong | big
        therefore | thus | hereby | clearly | officially | for | non-binding | binding | solid | voting | changing to
        going with | switching to | moving to | giving{_THIS}(?: a| my)? | (?:casting|sending|adding)(?: a| my)?
        clear | resounding | enthusiastic | definite | hard | easy | happy | convinced
        happy to (?:vote|give|cast|add|say|offer|go|be)?{_THIS}(?: (?:a|my|an|with))?
        glad to (?:vote|give|cast|add|say)?{_THIS}(?: (?:a|my|an))? | pleased to (?:vote|give|cast|add)?(?: (?:a|my|an))?
    """,
    4,
)
_GLADLY = either(
    r"""
        hereby | also | can | do | have to | must | gladly | happily | therefore | thus | now | still | strongly | officially
        formally | can only | cannot but | can happily | can gladly | am able to | am glad to | am happy to | am pleased to
        want to | need to | with pleasure | have decided to | personally | too
    """
)
_I_VOTE = rf"i (?:{_GLADLY} ){{0,3}}" + _opened(
    r"""
        vote | cast | give | say | add | put | go | offer | register | submit | leave | stand at | stay at | remain | remain at
        stay | cast my vote | am | second
    """,
    r"""
        my | a | an | the | it | this | in | for | with | of | as | at | vote | ballot | here | also | binding | non-binding
        strong | big | on this | on this one | one | release | proposal | kip | is | to
    """,
    5,
)
_VOTING = _opened(
    "voting | casting",
    "my | a | an | vote | ballot | of | as | with | here | this | also | now | it | binding | non-binding",
    4,
)
_HERE_IS = either(
    r"""
        here'?s? | here (?:is|comes|goes) | this (?:is|mail is) | that'?s | that is | it'?s | it is | that would be | there'?s
        there is | there goes | consider (?:this|it|that|me)(?: as)? | count (?:this|me|it)(?: in)?(?: as| for| down as)?
        put me (?:down|in)?(?: as| for| down as)? | mark me(?: down)?(?: as)? | sign me up for | take this as
        please (?:count|record|note|take|add|register|consider) (?:this|me|it)?(?: as| down as)? | record me as
        (?:which )?makes? (?:this|that|it)(?: one)? | you have | you(?:'ve| have)? got | you can have | have | add | adding
        please add | sending | giving{_THIS} | register | registering | recording
        consider this (?:mail|e-?mail|message|note|reply)(?: as)? | (?:count|note|put) me in(?: as| for)? with
        make (?:this|that|it)(?: to be)?
    """.replace("{_THIS}", "(?: this| it)?")
)
_MY = either(
    r"""
        also | then | now | just | another | a | an | my | mine | mine: | official | formal | personal | own | enthusiastic
        strong | big | huge | solid | clear | resounding | hearty | full | first | binding | non-binding | \(binding\)
        \(non-binding\) | vote | ballot | : | of | as | is | from me | late | belated | very | easy | definite | quick | is my
        also my | pmc | one more | yet another | in with
    """
)
_MY_VOTE = _opened(
    "my | mine",
    r"""
        own | personal | official | final | formal | binding | non-binding | \(binding\) | \(non-binding\) | pmc | new
        updated | revised | vote | votes | ballot | verdict | voice | opinion | answer | choice | conclusion | bottom line
        take | overall | here | on this | for this(?: \w{1,40})? | for rc\d{1,3} | therefore | thus | hence | now | still
    """,
    4,
)
_IS = either(
    r"""
        is | is now | is therefore | is thus | is still | is hence | is thus | goes | stands at | remains | would be
        changes to | becomes | counts as | : | =
    """
)
_I_WILL_NOW = r"(?:i'll |i will |let me |we'll |will )?"
_BEGIN = rf"""
    (?:i'll|i will|let me|we'll|to) (?:start|begin|go first|kick (?:this |it )?off|open){_THIS}(?: off)?\s?[:\-–,]
    {_I_WILL_NOW}(?:(?:start|open|lead)(?:ing)?|begin(?:ning)?)(?: this| it| things)?(?: off)? with my(?: own)?
    (?:i|i'll|i will|let me|we|we'll) (?:start|open|begin)(?: this| it| things)?(?: off)? with(?: an?)?
    (?:i'll|i will|let me|we'll|i have to|i must|i can) go(?: then| here)? with(?: an?)?
    {_I_WILL_NOW}kick(?:ing)? (?:it |this |things )?off(?: this| it| things)?(?: off)? with my(?: own)?
"""

# First-person phrases that end at the value.
_PHRASES = {
    "en": [
        r"(?:and|so|hence|therefore) am(?: a)?",
        _I_AM,
        r"(?:we are|we're)(?: (?:a|also|at))?",
        _I_VOTE,
        _VOTING,
        rf"{_HERE_IS} (?:{_MY} ?){{1,6}}",
        rf"{_MY_VOTE}(?: {_IS}){{0,2}}\s{{0,3}}:?(?: (?:a|an|now|still|therefore|definite|clear|strong|big|at|to))?",
        r"from (?:me|my side|my end|our side)(?: (?:it's|it is|is|too|as well|here|a|also|there is|there's|here's))?"
        r"\s{0,3}:?(?: a)?(?: (?:strong|big|clear))?",
        r"for me(?: (?:it|this|that)(?:'s| is| must be| has to be| can only be| will be))?(?: a)?",
        r"^\W{0,4}(?:unfortunately|sadly|regrettably),? is(?: a)?",
        r"on my (?:side|end|part)(?: it's)?",
        "myself",
        r"(?:this|it)(?: (?:one|kip|release|rc|proposal))? (?:gets|earns)(?: (?:an?|my|big|clear|strong|easy|definite)){0,3}",
        r"^\W{0,4}(?:(?:sorry|so|then|but|ok|thus),? ){0,2}(?:have to|had to|must|need to|gotta|got to|going to have to) "
        r"(?:vote|go|say|give|cast|side)(?: (?:with|at|for|it|this|that|in|my|an?|here)){0,3}",
        r"^\W{0,4}(?:going|voting|siding|sticking|joining in|chiming in|weighing in|throwing in|tossing in)(?: with)?(?: (?:an?|my))?",
        r"(?:[\w\-]{1,20} ){0,3}hat on\s?[:,]?(?: (?:it's|this is|that's|i'm|i am))?(?: an?)?",
        r"wearing my (?:[\w\-]{1,20} ){0,3}hat\s?[:,]?(?: (?:it's|this is|that's|i'm|i am))?(?: an?)?",
        either(
            r"""
                vote | voto | votum | ballot | stimme | votre vote | verdict | conclusion | result | summary | overall
                bottom line | final vote | recommendation | decision | my 2c | tl;dr | in short | outcome | 投票
            """
        )
        + r"\s{0,3}[:=\-]",
        rf"(?:happy|glad|pleased|delighted|honou?red|proud) to (?:vote|give{_THIS}(?: a| my)?|add my|cast my|offer my)?",
        r"(?:just )?(?:wanted|would like|'d like|let me|allow me) to "
        r"(?:add|cast|give|voice|register|throw in|put in|chime in with|put|offer) (?:my|in my|a)"
        r"(?: own| humble| non-binding| binding| \(non-binding\)| \(binding\)| very)?",
        r"let me (?:add|cast|give|throw in) (?:my|a)(?: own)?",
        r"support (?:it|this)(?: \w{1,40})? with (?:a|my)",
    ],
    "any": [either("mi | mon | mein | meu | il mio | mijn | mój | мой | minun | min | moj | benim | my")],
    "ru": [
        _opened(
            r"""
                голосую(?: за)? | мой голос | я (?:за|голосую|ставлю|даю) | ставлю | даю | от меня | с моей стороны
                моё? мнение | поддерживаю | итого
            """,
            "за | это | этот | : | —",
            3,
        )
        + r"\s{0,3}[:—-]?"
    ],
    "zh": [
        r"(?:我们|我也|我|本人|俺)(?:这边|這邊|个人)?(?:的)?(?:投票|投|票|选|給|给|表示|赞成|赞同|支持|同意|意见|这里)?"
        r"(?:是|为|為|一个|個|一票|:|：|给|了)?",
        r"(?:投票|投一票|投下|投|一票|票)(?:是|为|為|:|：)?",
    ],
    "ja": [r"私(?:の|は)?(?:投票は|票は|の投票は)?", r"投票(?:は|します)[:：]?"],
    "ko": [r"저(?:는|도)?", r"제 (?:표|투표)(?:는)?[:：]?", "내 표는", r"투표[:：]?"],
}
# ... behind which a colon may stand.
_PHRASES_WITH_COLON = {
    "en": [either(_BEGIN)],
    "de": [
        _opened(
            r"""
                ich (?:stimme|votiere|gebe|bin|wähle|sage|werfe|vergebe) | stimme | gebe | votiere
                von mir(?: aus)?(?: gibt es| kommt| ein| gibt's)?
                mein(?:e|em|erseits)? (?:stimme|votum|voting|wahl|vote)?(?: (?:ist|lautet|hierzu|dazu|dafür))?
                hiermit | meinerseits | klares | dickes | großes | daher | somit | deshalb | also
            """,
            r"""
                dafür | mit | ein | eine | einem | für | hiermit | auch | klares | dickes | daher | also | ist | von
                meiner seite | hier | mein | meine | gerne | dem | den | die | das | diesen | dieses | release | vorschlag | kip
                somit | deshalb | jetzt | nun | stimme
            """,
            5,
        ),
        r"von mir (?:leider|gern\w{0,40}|auch|klar)",
        r"von meiner seite(?: (?:aus|auch|gibt es|ist es|ein|eine|kommt))?",
        "meine stimme",
    ],
    "fr": [
        _opened(
            r"""
                je (?:vote|suis|donne|mets|dis) | mon vote(?: est)? | voici mon(?: vote)?
                pour moi(?:,)?(?: c'est| ce sera)?(?: un)? | de (?:ma|mon) (?:part|côté) | c'est (?:un|donc)
                donc(?: c'est)?(?: un)? | ma voix(?: est)? | c'est (?:oui|bon),?
            """,
            "donc | un | une | le | mon | pour | à | est | aussi | en faveur | :",
            4,
        )
    ],
    "es": [
        _opened(
            r"""
                mi voto(?: es)? | voto(?: por)? | yo voto | doy(?: mi| un)? | va mi | aquí va mi | aquí (?:está )?mi
                de mi parte | por mi parte | para mí(?: es)? | mi opinión | estoy
            """,
            "un | es | con | a favor | por | mi | voto | también | :",
            4,
        )
    ],
    "pt": [
        _opened(
            r"""
                (?:o )?meu voto(?: é)? | eu voto | voto | dou(?: meu| um)? | da minha parte | aqui vai (?:o )?meu
                (?:eu )?sou | fico com
                pra mim(?: é)? | para mim(?: é)? | fica (?:o )?meu
            """,
            "um | é | com | meu | por | também | :",
            4,
        )
    ],
    "it": [
        _opened(
            r"""
                (?:il )?mio voto(?: è)? | voto | do(?: il mio)? | ecco il mio(?: voto)? | da parte mia | per me(?: è)?
                dal canto mio
            """,
            "un | è | il | mio | anche | :",
            4,
        )
    ],
    "nl": [
        _opened(
            r"""
                ik stem | mijn stem(?: is)? | ik geef | van mij(?:n kant)?(?: een)? | hierbij(?: mijn)? | stem
                bij deze(?: mijn)?
            """,
            "een | ook | mijn | voor | is | :",
            4,
        )
    ],
    "pl": [
        _opened(
            "głosuję(?: na)? | mój głos(?: to)? | jestem(?: na| za)? | ode mnie | daję | oddaję głos",
            "na | to | :",
            3,
        )
    ],
    "cs": ["za mě", r"hlasuji(?: pro)?", r"můj hlas(?: je)?", "ode mě"],
    "sk": ["ode mňa", "za mňa"],
    "hu": ["részemről", "tőlem", "szavazatom"],
    "fi": ["minulta", "minult", r"ääneni(?: on)?", "äänestän"],
    "ro": ["din partea mea", "de la mine", r"votul meu(?: este)?", "votez"],
    "el": ["από εμένα", "από μένα", "εκ μέρους μου"],
    "vi": [r"từ (?:tôi|mình)", r"mình(?: (?:vote|bỏ phiếu))?", r"phiếu của tôi(?: là)?", r"tôi (?:bỏ phiếu|vote)"],
    "sv": ["på min sida", "från min sida", r"min röst(?: är)?", "jag röstar"],
    "da": ["herfra", "fra min side", r"min stemme(?: er)?", "jeg stemmer"],
    "hr": ["s moje strany", "s moje strane", "od mene"],
    "uk": ["від мене", "голосую за", "від себе"],
    "bg": ["от мен", r"гласувам(?: с)?"],
    "ca": ["per part meva", "meu suport"],
    "tr": [_opened("oyum | benim oyum | oy veriyorum | benden | oyumu", "bir | olarak | :", 2)],
    "id": [r"suara saya(?: adalah)?", r"saya (?:memilih|vote|memberi)"],
    "hi": ["मेरी ओर से", "मेरी तरफ से"],
    "ar": ["من طرفي", "من جانبي", r"صوتي(?: هو)?", r"أصوت(?: ب)?"],
    "fa": ["از طرف من", "رأی من"],
    "he": ["ממני", "מצידי", r"(?:הקול|ההצבעה) שלי(?: (?:הוא|היא))?", r"אני מצביע\w?"],
    "th": ["จากผม", r"(?:ผม|ดิฉัน|ฉัน)?(?:ขอ)?โหวต(?:ให้)?"],
}


def _any(phrases: dict[str, list[str]]) -> str:
    return "|".join(phrase for of_language in phrases.values() for phrase in of_language)


# How people say in the first person that this is their vote; ends at the value.
FRAME = re.compile(
    rf"(?:^|[\s\"'(\[—–\-:,.!]|(?<=[\u4e00-\u9fff])(?=我[只投给給选選也还還就先]))(?:{_any(_PHRASES)}|(?:{_any(_PHRASES_WITH_COLON)}|{I_VOTE})\s{{0,3}}:?)"
    r"\s{0,3}[\"'(\[:：,]{0,2}\s{0,3}$"
)

# "I start with | +1 | as the epoch": no vote that the writer begins with.
STARTS_WITH = re.compile(r"\b(?:start|begin|open)\b[^.!?]{0,16} with(?: an?)?\s{0,3}$")
STARTS_AS = re.compile(
    r"^\s{0,3}(?:as|for|in) (?:the|an?|each|every|all|this)\b(?! (?:user|committer|pmc|first|caller|vote|kip|release|proposal))"
)

_TOO = (
    r"(?:too,?\s{0,3}|also,?\s{0,3}|again,?\s{0,3}|vote,?\s{0,3}|here,?\s{0,3}|as well,?\s{0,3}"
    r"|\(?(?:non-?)?binding\)?\s{0,3})?"
)
_FROM_ME = either(
    {
        "en": r"""
            (?:it is |it's )?from me | (?:it is |it's )?from my (?:side|end|part|perspective|point of view|pov)
            (?:it is |it's )?from (?:here|this side|mine|a (?:user|non|happy|downstream))
            from (?:our (?:team|side|company)|us|downstream)\b
            on my (?:side|end|part|behalf) | for me | by me | me\b
        """,
        "de": "von mir | meinerseits | von meiner seite",
        "fr": "de ma part | de mon côté | pour moi",
        "es": "de mi parte | por mi parte | de mi lado",
        "pt": "da minha parte | de minha parte | por mim",
        "it": "da parte mia | per me",
        "nl": "van mij | mijnerzijds",
        "pl": "ode mnie | z mojej strony",
        "cs": "ode mě",
        "ro": "de la mine | din partea mea",
        "ca": "de part meva | per part meva",
        "no": "fra meg",
        "da": "fra mig",
        "sv": "från mig | för min del",
        "hr": "od mene | s moje strany",
        "el": "από μένα | από εμένα",
        "hu": "részemről",
        "fi": "minulta",
        "ru": "от меня | с моей стороны",
        "uk": "від мене",
        "bg": "от мен",
        "tr": "benden",
        "vi": "từ (?:tôi|mình|phía tôi)",
        "id": "dari saya",
        "he": "ממני | מצידי",
        "fa": "از طرف من",
        "ar": "من طرفي | من جانبي",
        "hi": "मेरी ओर से",
        "ja": "です | します | に投票 | でお願い | とします",
        "ko": "입니다 | 합니다 | 표 | 드립니다 | 던집니다",
        "zh": "我 | 投 | 票",
    }
)
# ... or begins behind it: "+1 from me".
FRAME_AFTER = re.compile(
    rf"^[\s)\]\"',.:;!-]{{0,4}}(?:\(?(?:non-?\s?)?binding\)?,?\s{{0,3}})?{_TOO}(?:{_FROM_ME}|{I_VOTE_BEHIND})"
)

_LEADS = either(
    {
        "en": r"""
            unfortunately | sadly | regrettably | sorry | so | and so | thus | hence | therefore | then | otherwise | overall
            definitely | definite | absolutely | certainly | yes | yep | yeah | yup | yay | aye | ok | okay | still | again
            also
            obviously | clearly | big | a | huge | massive | giant | strong | strongly | solid | easy | enthusiastic | hearty
            heartfelt | happy | warm | belated | late | very | quick | clear | wholehearted | resounding | firm | full | super
            mega | total | totally | emphatic | cool | binding | non-binding | nonbinding | lgtm | great | awesome | nice
            thanks? | thank you | cheers | well done | me | me too | same here | ditto | likewise | here | vote | votes? | my
            mine | my vote | and | but | anyway | all good | looks good(?: to me)? | it'?s | that'?s | this is | plus | simply
            just | simple | with that | with this | in (?:summary|short|conclusion|total) | to sum up | summary | finally | hi
            hello | hey | all | folks | team | everyone | happily | gladly | formally | officially | hereby | here goes | from
            side | end | for | as (?:above|before|well) | good | work | job | excellent | fantastic | wonderful | brilliant
            superb | perfect | sweet | amazing | love it | love this | agreed? | indeed | sure | of course | too | now
            regretfully | reluctantly | grudgingly | begrudgingly | cheerfully | gratefully | proudly | enthusiastically
            wholeheartedly | hesitantly
            congrats
            kudos | well | oh | right | good stuff | good idea | great (?:work|job|stuff|kip|proposal|idea)
            nice (?:work|job|one)
        """,
        "de": r"""
            leider | daher | somit | deshalb | also | ja | klar | gerne | natürlich | super | prima | sehr gut | ansonsten | aber
        """,
        "fr": "malheureusement | donc | oui | bien sûr | pour | alors | mais",
        "es": r"""
            pero | lamentablemente | desgraciadamente | desafortunadamente | sí | si | claro | entonces | por tanto | así que
        """,
        "pt": "infelizmente | mas | sim | então | portanto | claro que sim",
        "it": "purtroppo | ma | sì | quindi | certo | perciò",
        "nl": "helaas | maar | ja | dus | graag",
        "pl": "niestety | ale | tak | więc | zatem",
        "ru": "к сожалению | но | да | так что | поэтому | итак | конечно",
        "tr": "maalesef | evet",
        "cs": "bohužel",
        "sk": "bohužiaľ",
        "hu": "sajnos",
        "fi": "valitettavasti",
        "sv": "tyvärr | så | men",
        "da": "desværre | så | men",
        "no": "dessverre | så | men",
        "ro": "din păcate",
        "any": LEADS_ABROAD,
        "zh": "同意 | 赞成 | 支持 | 赞 | 好 | 所以",
        "ja": "因此 | はい | 賛成",
        "ko": "네 | 찬성 | 동의",
    }
)
# Short lead-ins that may stand unpunctuated before a value that closes or opens a clause.
LEAD = re.compile(rf"^(?:{_LEADS}[\s,]{{0,4}}){{0,6}}$")
