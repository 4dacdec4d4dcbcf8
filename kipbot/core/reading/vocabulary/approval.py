"""Does a mail without a value speak for or against in words, or abstain?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import either, said, words

# Words that abstain; they open a clause.
_ABSTENTION = either(
    {
        "en": r"""
            (?:i|we) (?:(?:hereby|must|have to|therefore|do|formally|also|still) ){0,2}abstain | i'?m abstaining
            i am abstaining | my vote(?: is)?:? (?:to )?abstain
            abstain(?:ing)?(?: from me| here| on this(?: one)?| from this vote)?[.!]?\s{0,3}(?:\((?:non-?)?binding\))?[.!]?$
        """,
        "de": "ich enthalte mich | enthaltung",
        "fr": "je m'abstiens | abstention",
        "es": "me abstengo",
        "pt": "abstenho-me | eu me abstenho",
        "it": "mi astengo",
        "nl": "ik onthoud (?:me|mij)",
        "pl": "wstrzymuję się",
        "ru": "воздерживаюсь",
        "uk": r"утримуюс\w{0,40}",
        "tr": "çekimser(?:im)?",
        "ro": "mă abțin | mă abţin",
        "hu": "tartózkodom",
        "fi": "pidättäydyn",
        "sv": "jag avstår | avstår från",
        "da": "jeg afstår | undlader at stemme | afholder mig",
        "cs": "zdržuji se",
        "sk": "zdržujem sa",
        "hr": "suzdržan",
        "el": "απέχω",
        "he": r"אני נמנע\w? | נמנע",
        "ar": "أمتنع",
        "id": "saya abstain",
        "vi": "tôi (?:bỏ )?phiếu trắng",
        "ca": "m'abstinc",
        "zh": "我弃权 | 弃权 | 我棄權 | 棄權",
        "ja": "棄権(?:します)?",
        "ko": "기권(?:합니다)?",
    }
)
ABSTAIN = re.compile(rf"棄権(?:します|いたします|する)|(?:^|[\s(,]){_ABSTENTION}")
# ... unless it is a plan, a question, or said of others.
ABSTAIN_NOT = words(
    {
        "en": r"""
            will | going to | would | i'll | i'd | plan to | might | may | not | if | unless | rather | prefer | could | should
            people | others? | they | he | she | who | one can | can | who abstain | either
        """,
        "de": "werde",
        "fr": "vais",
        "es": "voy a",
        "pt": "vou",
        "any": r"\?",
    }
)

_WELL = r"(?:very |really |just |out )?"
_RUNS = r"(?:works?|worked|working|runs?|ran|builds?|built)"
_AS_EXPECTED = (
    r"(?:well|fine|great|good|perfectly|nicely|ok|okay|as expected|smoothly|flawlessly|like a charm|cleanly"
    r"|without (?:any )?(?:problems?|issues?|trouble|errors?))"
)
_SIGNATURES = r"(?:signatures?|hashes|checksums?|sha\d{0,9})"
_I_FULLY = r"(?:i|we)(?:'m| am| are)? (?:fully |totally |strongly |would |do |also |happily |can |all )?"
# Words for or against that a question or a "not" turns into something else (APPROVAL_NOT).
APPROVAL = words(
    {
        "en": rf"""
            lgtm | works? (?:for me|with all|on (?:all|my)) | ready to (?:be )?(?:released?|shipped?|merged?|go)
            please release | let'?s (?:do|ship|release|go) | yes,? please
            (?:great|good|excellent|nice|useful|fantastic|wonderful) (?:idea|proposal|kip|improvement|addition|feature)
            nothing (?:against|to object) | not be against | my blessing | hope (?:this|it|that this) (?:passes|gets|goes)
            i'?m (?:now )?happy | supporter | i share\b.{{0,30}}\b(?:objection|concern|view|opinion)s?
            happy (?:with|to see) this
            would love (?:to see|this) | all for (?:it|this) | in favor
            {_SIGNATURES} (?:are |is |all )?(?:good|ok|okay|fine|match(?:es)?|correct|valid|verified)
            count me as (?:neutral|positive|in favou?r|against|supportive) | full support | i'?m in
            looks? (?:really |very |pretty |all )?(?:good|great|fine|ok|okay|solid|nice|perfect|right)
            {_RUNS} {_WELL}{_AS_EXPECTED}
            no (?:objections?|concerns?|trouble|problems?|issues?|complaints?|blockers?|regressions?)\b(?! (?:left|open|if))
            in favou?r
            {_I_FULLY}(?:support(?:ive)?|approve|agree|endorse|second|concur)
            ship it | go for it | good to go | (?:fine|ok|okay|good) (?:by|with|for|to) me
            sounds? (?:good|great|fine|reasonable) | all good | thumbs up | count me in | yes from me
            i vote (?:yes|no|for|in favou?r|against|approve|aye) | (?:vote|voting)(?: of)? (?:yes|no|in favou?r|against)
            my vote is (?:yes|no|for|in favou?r|against|positive|negative) | i object | my support | i oppose | veto
        """,
        "de": r"""
            bin (?:ganz )?(?:dafür|dagegen) | kann (?:das |es )?(?:so )?raus | passt | in ordnung | los geht'?s
            stimme (?:dem )?zu | einverstanden | sehe ich (?:auch|genauso) | ich bin für | sieht gut aus | passt für mich
            keine einwände | bin einverstanden | funktioniert (?:gut|einwandfrei|problemlos)
        """,
        "fr": r"""
            je suis (?:pour|favorable|en faveur) | ça me va | pour ma part, (?:c'est )?(?:oui|ok|bon) | pas d'objection
            je suis (?:pour|contre|d'accord) | d'accord | tout (?:est bon|fonctionne)
        """,
        "es": r"""
            estoy (?:de acuerdo|a favor) | me parece bien | de acuerdo | a favor | sin objeciones | funciona bien
        """,
        "pt": "estou de acordo | sou a favor | concordo | sem objeções",
        "it": "approvo | sono (?:a favore|favorevole|d'accordo) | sono d'accordo | va bene per me",
        "nl": r"ik ben (?:voor|het eens) | akkoord | geen bezwaar | prima\b(?! di)",
        "pl": "jestem za | zgadzam | zgadzam się | popieram",
        "ru": "категорически | согласен | поддерживаю | не возражаю | выглядит хорошо",
        "tr": "onaylıyorum",
        "zh": r"^\W{0,3}(?:同意|赞成|贊成|支持|没问题|沒問題)[,，、!] | 支持这 | 我同意 | 我赞成 | 没意见 | 看起来不错 | 没有异议 | 测试通过 | 没有问题",
        "ja": "賛成です | 賛成します | 同意します | 良さそう | 问题ありません | 問題ありません | 良いと思います",
        "ko": "찬성합니다 | 동의합니다 | 좋아 보입니다 | 좋습니다 | 문제 없습니다",
        "any": r"""
            \bapproved?\b(?:\W{0,40}$|[.!]) | ^\W{0,40}(?:this |it |that )?(?:all )?makes sense(?: to me)?\W{0,40}$
            ^\W{0,40}no\b,?[^?]{0,14}$ | \bdoen! | \bship\b! | \bvon mir aus gern | katılıyorum | destekliyorum
            \bi(?:'m| am) (?:against|opposed|for (?:it|this)|ok|okay|good|happy|fine) ?(?:with|to)?\b
            ^\W{0,40}(?:aye|yes|yep|yea|approve|ack|agreed?|support|sgtm|ja|oui|sí|sim|да|evet)\W{0,40}$
            ^\W{0,40}(?:同意|赞成|賛成|支持|没问题|没意见|無異議|异议なし|異議なし|찬성|동의)\W{0,40}$
            (?<!\w)я за(?!\w) | (?<!\w)(?:за|согласен|согласна|поддерживаю|одобряю)[!.,]
            :[+\-]1: | ❤ | 👍 | 👎 | ✅ | 🚀
        """,
    }
)
APPROVAL_NOT = words(
    {
        "en": r"""
            would | should | could | before | whether | hopefully | make sure | not | don't | doesn't | isn't | \w{1,40}n't
            count
            \d ?(?:am|pm) | agree with \w{1,40} (?:that|on|about) | will | want | need | assume | translate | used to | should i
            can | wait | other than | apart from | except | seems | still | your | he | she | they | probably | in the past
            last release
        """,
        "de": "wenn | falls",
        "fr": "si",
        "any": r"\?",
    }
)
# A claimed weight is not the writer's own where others, numbers, questions or wishes are spoken of.
NOT_OWN_WEIGHT = words(
    {
        "en": r"""
            votes | voters | you | yours? | he | she | they | theirs | count | will | would | should | could | can | want | need | needs | needed
            not | \w{1,40}n't | before | whether | wait | hopefully | make sure | assume | translate
            other than | apart from | except | probably | seems | still | used to | in the past | last release
        """,
        "de": "wenn | falls",
        "fr": "si",
        "any": r"\? | \d",
    }
)
# Words for or against that hold as they stand, some of which say "not" and mean yes.
APPROVAL_PLAIN = words(
    {
        "en": r"""
            (?:i'm|i am|we're) (?:strongly |firmly )?(?:against|opposed) | i (?:strongly )?(?:object|oppose) | i second
            make it so | see no reason | no reason not to | go ahead | same (?:vote|as)\b.{0,12}\bas
            count me as (?:slightly )?(?:neutral|positive|in favou?r|against|supportive)
            have my (?:support|vote|blessing) | (?:fine|ok|okay|happy|good|comfortable) with (?:this|it|releasing|shipping|that)
            (?:i'm|i am) agreeing | happy to see (?:it|this) (?:out|released|shipped)
            hear,? hear | amen | (?:no|not a) go | should (?:not|n't) (?:be )?(?:released|accepted|merged|shipped)
            works (?:fine|well|great|perfectly|for us) | no objections? | nothing against
            (?:would ?n[o']t|would not|not|am not|i'm not) (?:be )?(?:against|opposed)
            hope (?:this|it|that this) (?:passes|gets accepted) | would love to (?:see|have|use) (?:this|it)
            can(?:'t|not) wait (?:to|for) | (?:don't|do not|can't|cannot) see (?:why not|any reason)
        """,
        "de": "(?<!nicht )alles (?:läuft|funktioniert) | (?:läuft|funktioniert) alles",
        "fr": "parfait | rien à redire | on y va | bon pour moi | (?<!pas )tout (?:marche|fonctionne)",
        "es": "adelante | apoyo | todo (?:funciona|correcto|bien|ok) | perfecto",
        "pt": "pode seguir | tudo (?:certo|ok)",
        "it": "(?<!non )tutto funziona | da parte mia via libera | per me va bene | va benissimo | si può procedere",
        "nl": "(?<!niet )alles werkt | ziet er goed uit | prima zo",
        "pl": "w porządku | (?<!nie )wszystko działa | nie mam (?:zastrzeżeń|uwag)",
        "id": "setuju",
        "vi": "đồng ý",
        "ca": "em sembla (?:molt )?bé | endavant",
        "ro": "sunt de acord | de acord",
        "ru": "(?<!не )вс[её] работает | без замечаний | замечаний нет",
        "uk": "підтримую | згоден | (?<!не )все працює",
        "cs": "souhlasím | (?<!ne )všechno funguje",
        "hu": "egyetértek | támogatom",
        "sv": "ser bra ut | håller med",
        "fi": "kannatan",
        "el": "συμφωνώ",
        "tr": "uygun",
        "he": "מסכים | בעד",
        "ar": "موافق | أوافق",
        "fa": "موافقم",
        "hi": "सहमत",
        "th": "เห็นด้วย",
        "any": r"""
            \bsecond(?:ed|ing)?\b\W{0,40}$ | ^\W{0,40}no from me\b | \balmost (?:a )?\+1
        """,
    }
)
# The vote is kept back.
WITHHELD = re.compile(
    r"\b(?:unable|not able|not ready|can't|cannot|won't|not going|not in a position|don't feel (?:able|comfortable)|hesitant"
    r"|hesitate|refrain|don't want|too early|decline|wait(?:ing)?) (?:to |from )?(?:be )?(?:vote|voting|cast|giv)|"
    + said(
        {
            "en": r"""
                i'd (?:like to )?vote | would (?:like to )?vote | withhold(?:ing)? | not (?:be )?voting | report back
                vote out of | need (?:more )?time | (?:i'll|will) (?:test|check|look) | no vote from me
            """,
            "de": "nicht abstimmen",
        }
    )
)
# The words are about a vote, or thank for one.
VOTE_WORDS = re.compile(
    r"\b(?:vote|voto|votum|stimme|approve|support|agree|good|great|lgtm|abstain|neutral|favou?r|thanks)\w{0,40}|abțin|astengo"
)
# What is said of somebody else's veto, which is no word for or against: "It is a valid veto", "I challenge this veto".
OF_A_VETO = re.compile(
    r"\b(?:i|we) (?:(?:can|do|hereby|also|would|must|have to) ){0,2}(?:confirm|challenge|dispute|contest|question|uphold)\b"
    r"(?: that| the validity of)?(?: (?!my\b)[\w'’-]{1,20}){1,2} veto\b"
    r"|(?<!\bmy )\bveto (?:(?:of|by|from) (?:\w{1,20} ){1,2})?(?:is|was) (?:(?!not\b)\w{1,12} )?(?:in)?(?:valid|void|legitimate|(?:un)?justified)\b"
    r"|\b(?:in)?(?:valid|legitimate|void|(?:un)?justified) veto\b"
)
