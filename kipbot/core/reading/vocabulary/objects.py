"""What is the value cast for: the matter itself, a part, an option, somebody's remark?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import CLAIM, either, words

# Behind the value: what it is cast for, in the group "object".
_FOR = either(
    {
        "en": "to | on | for",
        "de": "zu | zum | zur | für",
        "fr": "pour | sur",
        "es": "para | por | sobre",
        "it": "per | su",
        "nl": "voor | op",
        "ru": "за",
    }
)
_FOR_MY_PART = r"me\b | my (?:side|part) | mir\b | moi\b | mí\b | mim\b | the record | now\b | ma part | mi parte"
_OBJECT_ENDS = r"and|but|because|as|since|which|it|if|after|thanks|thank|weil|da|car|porque|perché"
OBJECT = re.compile(
    rf"^{CLAIM}{_FOR}\s{{1,3}}(?!{either(_FOR_MY_PART)})(?P<object>(?:(?!\b(?:{_OBJECT_ENDS})\b)[^,;:!?()]){{1,120}})"
)
# The first word of an object that is the matter itself. Anything else behind "to", "on", "for" is a remark on a part.
WHOLE = re.compile(
    either(
        {
            "en": r"""
                accept\w{0,40} | adopt\w{0,40} | approv\w{0,40} | releas\w{0,40} | ship\w{0,40} | publish\w{0,40}
                promot\w{0,40}
                merg\w{0,40} | proceed\w{0,40} | graduat\w{0,40} | mov(?:e|ing) | go | going | kip | kip-?\d{1,9} | proposals?
                rc | rc-?\d{0,9} | candidate | vote | voting | version | v?\d[\w.]{0,40} | flip | aip | spip | sip | pip
                cep | fip
                bp | plan | design | builds? | artifacts? | artefacts? | all | both | whole | entire | everything | thing | work
                change | feature | motion | doc | document | apache | effort | initiative | addition | ga | donation
                improvement
                approach | direction | solution | lists? | record | tally | count | pile | books
            """,
            "de": "vorschlag | freigabe | veröffentlichung | annahme",
            "fr": "proposition | publication",
            "es": "propuesta | propuesto | publicar | publicación | lanzamiento | versión",
            "pt": "proposta | versão | lançamento",
            "it": "rilascio",
            "nl": "voorstel",
            "pl": r"propozycj\w{1,40} | wydani\w{1,40}",
            "ru": r"предложени\w{1,40} | релиз\w{0,40} | выпуск\w{0,40}",
            "uk": r"пропозиці\w{0,4} | випуск\w{0,3} | реліз\w{0,3}",
            "cs": r"návrh\w{0,3} | vydán\w{0,3} | verz\w{0,3} | vydani\w{0,3}",
            "sv": r"förslag\w{0,3} | utgåv\w{0,3} | version\w{0,3} | forslag\w{0,3} | udgivels\w{0,3} | utgivels\w{0,3}",
            "ro": r"propuner\w{0,3} | lansar\w{0,3} | versiun\w{0,3}",
            "el": r"πρόταση\w{0,3} | έκδοση\w{0,3}",
            "tr": r"sürüm\w{0,40} | öneri\w{0,40}",
        }
    )
)
# "-1 por el mismo motivo": why it is cast, not what for.
REASON = words(
    {
        "en": "reasons? | grounds",
        "de": "grund | gründen?",
        "fr": "raisons? | motifs?",
        "es": "motivos? | razón | razones",
        "pt": "razão | razões",
        "it": "motiv[io] | ragion[ei]",
        "nl": "redenen | reden",
        "sv": "skäl | orsak | grunde?",
        "pl": r"powod\w{1,3}",
        "cs": r"důvod\w{0,3} | dôvod\w{0,3}",
        "ru": r"причин\w{1,3}",
    }
)
# The matter as it stands, where nothing else is named: "-1 on the current text".
AS_IT_STANDS = frozenset(
    "text draft revision wording state form shape fassung entwurf texte ébauche texto borrador testo bozza tekst ontwerp".split()
)
# Words of an object that name nothing.
SMALL_WORDS = frozenset(
    """
    the this that these those a an our it its them to on for of in with from and as is me now us one sure moving forward current
    present updated revised amended reworked
    new great latest final first second same such very proposed here please thanks thank you again too also well overall
    his hers theirs yours i
    das den die der dieses diesen diese dem ein eine mir mich
    le la les cette ce l un une moi
    esta este el los las mí
    o os a as esto isso mim
    il lo questo questa gli
    het de dit deze een
    это этот эту эти этого данный данное весь всё
    цю цей це цієї усе весь
    tento toto tuto tento navrh túto táto
    ten ta tę tą to tej
    detta denna det den de här dette denne et en
    tälle tämä tämän ehdotukselle
    této této acest această aceasta acestei
    αυτή την τη το τον αυτό αυτήν
    đề này cho ini itu
    cet ces
    """.split()
)
# "For consumers without a group: | -1": said of a case.
CASE = re.compile(
    r"^\W{0,4}(?:for|when|where|per|if|whenever|results? (?:on|with|for|under)|bei|für|wenn|pour|quand|para|cuando|quando|per|voor|dla|для|если)\b"
    r"(?!(?: \S{1,20}){0,4} (?:my|me|mein\w{0,2}|mir|ma|moi|mi|mí|mim|minha|mij|mnie|меня|now|that|lack|want|reasons?|grounds|sake|moment|time|time being)\b)[^.!?;:]{2,80}:\s{0,3}$"
)
# "+1 except for the name": a part is left out.
EXCEPT = re.compile(
    r"^\s{0,3}(?:except|but not|apart from|other than|excluding|minus the"
    r"|without (?!(?:any |a |further |much )?(?:hesitation|reservations?|doubts?|questions?|comments?|ado|concerns?|objections?|\w{1,12}ing)\b)"
    r"|außer|sauf|excepto|salvo|tranne|behalve|oprócz|кроме)\b"
)
# An option of a poll, its letter or number in the group "option".
OPTION = re.compile(
    r"\b"
    + either(
        {
            "en": r"opt(?:ion)?s? | choice | alternative | plan | variant | proposal | candidate | name | approach | solution",
            "de": "möglichkeit",
            "fr": "variante?",
            "es": "opción",
            "pt": "opção",
            "it": "opzione",
            "ru": "вариант",
            "zh": "方案 | 选项",
            "ja": "選択肢 | 案",
            "ko": "옵션",
        }
    )
    + r"[\s.\-#:]{0,2}(?P<option>[a-h]|\d{1,2}|one|two|three|i{1,3}|iv)\b(?!\d|[.\-]\w)"
)
# "+1 to what Jo said": an answer to a remark.
_REMARK = r"(?:above|suggestion|comment|point|question|idea|remark|concern|sentiment|previous)"
AGREES = re.compile(
    rf"^{CLAIM}(?:@\w|(?:to|on|with|for|zu|zum|auf)\s{{1,3}}"
    + either(
        rf"""
            that\b(?! (?:kip|release|proposal|rc)) | what\b | whatever\b | everything\b | [\w.]{{1,40}}'s?\b
            [a-z]{{1,40}}s'[ ]
            @\w | the {_REMARK} | his\b | her\b | their\b | your\b | \w{{1,40}}s (?:vorschlag|idee|kommentar|punkt)\b
            the idea | this (?:idea|suggestion|point|comment|remark|approach of)
        """
    )
    + r"|(?:as|like) (?:\w{1,40} )?(?:said|suggested)|(?:agree|same) (?:with|as) \w)"
)
