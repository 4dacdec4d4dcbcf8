"""Where in a sentence does a value stand, and which claim of weight stands beside it?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kipbot.core.memo import remembered
from kipbot.core.reading import vocabulary as say
from kipbot.core.tally import Choice, Claim

# A value: a sign and a number that no word, number, path or operator touches. CJK letters may touch it.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_VALUE = re.compile(
    rf"(?<![\w/\\=@#$%&+\-^~<>|])(?<!\d[.,])(?:(?<!:)|(?<=[^\W\d]:))(?P<sign>\+\+|--|[+\-±])(?P<gap>\s?)(?P<number>\d{{1,7}}(?:[.,]\d{{1,4}})?)"
    rf"(?![\d½⁄]|[.,:]\d|/\d|[\\=@#$%&^_~+]|-\d|\]\s?=)"
    rf"|(?<=(?-i:[{_CJK}:：]))(?<!\d:)(?P<sign2>[+\-±])(?P<number2>\d{{1,3}}(?:[.,]\d{{1,2}})?)(?![\d½]|[.,:/]\d)",
    re.I,
)
# Values that nobody can count: halves, both signs, the short code of a thumb.
_ODD = re.compile(
    r"^\W{0,3}?(?P<odd>[+\-]∞|[+\-]?[½¼¾⅓⅔]|[+\-]\s?\d[/⁄]\d|[+\-]\.\d{1,3}|\+\s?/\s?-\s?1|[+\-]1\s?/\s?[+\-]1|:[+\-]1:|:thumbs\w{0,8}:)(?=\s|$|[,.;!(])"
)
_TAIL = re.compile(rf"[^\W{_CJK}]")
# "+1b": a letter for the weight, glued to the value.
LETTER = re.compile(r"(?P<claim>n?b)(?![\w+\-/.]\w|\w)", re.I)
# "+1 000 leases".
_THOUSAND = re.compile(r"\s000\b")
# "I'm +1ing this".
_GERUND = re.compile(r"ing\b", re.I)
_WORD_VALUE = re.compile(
    r"\b(?P<sign>plus|minus)[\s-]?(?P<number>one|1|zero|0)\b(?!\s*(?:or|more|of the|side|hundred|thousand))", re.I
)
_EVEN_ZERO = re.compile(r"^\W{0,3}?(?P<zero>\+\s?/\s?-\s?0)(?=\s|$|[,.;!(])")
_FRAMED_ZERO = re.compile(
    r"(?:\b(?:vote|voting|to|hence|so|am|i'm|is|a|thus|therefore|stimme|voto|quota|code|por mi parte|von mir|de ma part|pour moi|da parte mia|van mij|ode mnie|от меня|for me|last minute)\b|\babstain\w{0,3}\s{0,2}\(|:|[,;](?=\s{1,2}0(?:\s(?:for|on|to|from)\b|\s?[.!]?$)))\s{0,2}:?\s{0,2}(?P<zero>0)(?=\s*(?:$|[.,;!()]|instead\b|from me|for\b|on\b|here|since\b|because\b|as\b|now\b|after\b|given\b|and\b|but\b|too\b))",
    re.I,
)
_BARE_ZERO = re.compile(
    r"(?<![\w.,+\-/:])0(?=\s*(?:[(\[]|$|[.!,;]\s*$|[-–:,](?:\s|(?=(?-i:[\u3040-\u9fff])))|です|\b(?:from (?:me|my)|ode mnie|von mir|de ma part|por mi parte|da parte mia|van mij|от меня|da minha parte|benden)\b|binding|non))",
    re.I,
)
_SLIP = re.compile(
    r"^\W{0,3}(?:\+[!lI|qi]|=1|\+\+|1\+|±1|\+`|_1|\+11|\+12|1|!\+1|\+@|#1|\+q)(?=\s*(?:[(\[]|$|binding|non|from me|[.!]?\s*$))"
)

_NON = (
    r"(?:non?e?|not|un|nicht|niet|nie|no|não|nao|ei|icke|ikke|nu|не|non-|no-)[\s\-_.‐]{0,2}"
    r"(?:bi?n?n?d\w{0,8}|bound|vincul\w+|contraignant\w{0,2}|vincolant\w+|verbindlich|wiążąc\w+|обязательн\w+|bindend\w{0,2}|PMC|committer)"
    r"|\bnb\b|\bn/b\b|unverbindlich|niewiążąc\w+|необязательн\w+|bağlayıcı (?:değil|olmayan)|非约束(?:性|力)?|非綁定|非绑定|无约束力|無約束力|不具约束力|没有约束力|非拘束|拘束力なし|拘束力のない|비구속|구속력 없"
    r"|не\s?обязывающ\w{2,3}|не\s?зобов.язувальн\w{1,2}|nem kötelező(?: érvényű)?|(?:ne|fără caracter )obligatori\w{1,2}|(?:μη|μη-)\s?δεσμευτικ\w{1,2}|ei[ -]sitova"
    r"|(?:icke|inte|ej)[ -]bindande|不具約束力|沒有約束力|não vinculativ\w{1,2}"
    r"|необвързващ\w{0,3}|غير ملزم|לא מחייב\w?|nezávazn\w{1,2}|необов'язков\w{1,2}|không ràng buộc|tidak mengikat|ไม่มีผลผูกพัน"
)
_BIND = (
    r"bind(?:ing|in|ng|ign|img|ding|inf|ings?)?|b[a-z]{0,2}n?d[a-z]{0,2}ing|biding|binging|bindig|bidning|bnding|bindend\w{0,2}|verbindlich|vinculante|vincolante|contraignant\w{0,2}"
    r"|wiążąc\w+|обязательн\w+|bağlayıcı|有约束力|具约束力|约束性|約束力あり|拘束力あり|拘束力のある|有約束力|绑定|綁定|구속력|바인딩"
    r"|vinculativ\w{1,2}|обязывающ\w{2,3}|зобов.язувальн\w{1,2}|kötelező érvényű|obligatori\w{1,2}|δεσμευτικ\w{1,2}|sitova|bindande|具約束力"
    r"|обвързващ\w{0,3}|ملزم|מחייב\w?|závazn\w{1,2}|обов'язков\w{1,2}|ràng buộc|mengikat|มีผลผูกพัน"
)
_CLAIM = re.compile(
    rf"(?P<non>{_NON})|(?<![\w-])(?P<binding>{_BIND})(?!\w)|[(\[]\s*(?P<role>(?:I'm )?(?:a )?(?:PMC|PMC member|committer))\s*[)\]]",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|isn't|no|is it|whether|if)\s+(?:it'?s |this is |a )?$", re.I)
_NOT_A_CLAIM = re.compile(
    r"\b(?:data|key|port|language|python|java|c|late|early|name|type|xml|jaxb|two-way|rebinding|legally|address)[\s-]$|\bbindings\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A value found in a sentence. `choice` is None for fractions and odd numbers ("+0.5", "+1000", "++1")."""

    start: int
    end: int
    text: str
    choice: Choice | None
    fraction: str | None = None
    spelled: bool = False  # "plus one"
    slip: bool = False  # "+! (binding)"


_MAY_HOLD = re.compile(
    r"[+\-\u00b1\u00bd\u00bc\u00be\u2153\u2154]|(?<!\d)0(?!\d)|^\W{0,3}[1=#_]|\b(?:plus|minus)[\s-]|:thumbs", re.I
)


# "I'm +/-0 on this": a zero with both signs inside a sentence.
_EVEN_ZERO_INSIDE = re.compile(
    r"\b(?:i'm|am|at|a|vote|voting|me|it's|is|so|with|side|to)(?:\s|:\s)(?P<zero>\+\s?/?\s?-\s?0)(?=\s*(?:$|[.,;!(]|(?:on|for|here|from|about|with|and|but|as|because|since)\b))",
    re.I,
)


def find_tokens(sentence: str) -> list[Token]:
    """All values of a sentence, in order."""
    if _MAY_HOLD.search(sentence) is None:
        return []
    if (even := _EVEN_ZERO.match(sentence)) is not None:
        return [Token(even.start("zero"), even.end("zero"), even["zero"], Choice.ABSTAIN)]
    if "-" in sentence and (even := _EVEN_ZERO_INSIDE.search(sentence)) is not None:
        return [Token(even.start("zero"), even.end("zero"), even["zero"], Choice.ABSTAIN)]
    if (odd := _ODD.match(sentence)) is not None:
        return [Token(odd.start("odd"), odd.end("odd"), odd["odd"], None, odd["odd"])]
    found = [token for hit in _VALUE.finditer(sentence) if (token := _value(sentence, hit)) is not None]
    found = found or [_spelled(hit) for hit in _WORD_VALUE.finditer(sentence)] or _bare_zero(sentence)
    return _with_framed_zero(sentence, found) or _own_zero(sentence) or _slip(sentence)


_ZERO = re.compile(
    r"(?<![\w.,+\-/:%#])0(?=\s{0,3}(?:$|[.!](?:\s|$)|[,;:()、。—–]|です|と(?:します|させ)|입니다|[을를]\s|-))"
    r"|(?<![\w.,+\-/:%#])0(?=\s[^\W\d])|(?<=[投给給是选選])0(?=$|[,.!。;(])"
)
_ZERO_ENDS = re.compile(
    r"\s(?:weil|da(?! minha| parte| nossa)|car|porque|perché|want|eftersom|fordi|koska|bo|protože|lebo|потому|тому|mert|fiindcă|γιατί|çünkü|vì|karena|desta vez"
    r"|this time|cette fois|diesmal|esta vez|deze keer|den här gången|denne gang|questa volta|tym razem|tentokrát|в этот раз|цього разу)\b"
)


def _own_zero(sentence: str) -> list[Token]:
    """ "Ik stem 0", "0 från mig": a zero without a sign, right beside words in which the writer votes."""
    zero = _ZERO.search(sentence[:200])
    if zero is None:
        return []
    before, after = sentence[: zero.start()].lower(), sentence[zero.end() :][:60].lower()
    words_follow = re.match(r"\s[^\W\d]", after) is not None and _ZERO_ENDS.match(after) is None
    behind = say.FRAME_AFTER.match(after) is not None
    lead = before.strip(" \"'(*:,-")
    first = say.FRAME.search(before) is not None if lead else behind
    owned = first if not words_follow else behind and (len(lead.split()) <= 2 or first)
    return [Token(zero.start(), zero.end(), "0", Choice.ABSTAIN)] if owned else []


def _bare_zero(sentence: str) -> list[Token]:
    zero = _BARE_ZERO.search(sentence)
    if zero is None or sentence[: zero.start()].strip(" ([:*-"):
        return []
    return [Token(zero.start(), zero.end(), zero[0], Choice.ABSTAIN)]


def _with_framed_zero(sentence: str, found: list[Token]) -> list[Token]:
    """ "I vote 0", "from -1 to 0": a zero without a sign, where words say that it is a vote."""
    framed = _FRAMED_ZERO.search(sentence) if "0" in sentence else None
    if framed is None or not (found or re.search(r"\bvot", sentence, re.I) or len(sentence) < 60):
        return found
    zero = Token(framed.start("zero"), framed.end("zero"), "0", Choice.ABSTAIN)
    others = [token for token in found if token.start != zero.start]
    return sorted([*others, zero], key=lambda token: token.start)


def _slip(sentence: str) -> list[Token]:
    """A key beside the right one: "+! (binding)", "=1", a lone "1"."""
    if re.fullmatch(r"\W{0,3}1\W{0,3}", sentence):
        return [Token(0, len(sentence), sentence.strip(), None, slip=True)]
    slip = _SLIP.match(sentence)
    if slip is None or len(sentence) >= 60:
        return []
    bare = slip[0].strip(" +*-.") in {"1", "#1", "11", "12"}
    if bare and claim_in(sentence) is None:
        return []
    return [Token(slip.start(), slip.end(), slip[0].strip(), None, slip=True)]


def _value(sentence: str, hit: re.Match[str]) -> Token | None:
    sign, number = hit["sign"] or hit["sign2"], (hit["number"] or hit["number2"]).replace(",", ".")
    after = sentence[hit.end() :]
    if (
        (_TAIL.match(after) and LETTER.match(after) is None and _GERUND.match(after) is None)
        or _THOUSAND.match(after)
        or (hit["gap"] and sentence[: hit.start()].strip(" (*"))
    ):
        return None
    if hit["gap"] and sign == "-" and _SPELLED_OUT.match(after):
        return Token(hit.start(), hit.end(), hit[0], *_meaning(sign, number))
    if hit["gap"] and (sign not in "+±" or not _alone(after) or after.startswith(".")):
        return None
    return Token(hit.start(), hit.end(), hit[0], *_meaning(sign, number))


# "- 1 from me": no item of a list begins like this.
_SPELLED_OUT = re.compile(
    r"\s(?:[(\[]?(?:non-?\s?)?binding\b|from m[ey]\b|von mir\b|de (?:ma|mi) part|da (?:minha )?parte|van mij\b|ode mnie|от меня)",
    re.I,
)


def _alone(after: str) -> bool:
    return (
        not after.strip()
        or after.lstrip().startswith(("(", "[", ".", "!", ","))
        or re.match(r"\s*(?:(?:non-?)?binding|from me|from my side)", after, re.I) is not None
    )


def _meaning(sign: str, number: str) -> tuple[Choice | None, str | None]:
    value = float(number)
    if value == 0:
        return Choice.ABSTAIN, None
    if sign in ("+", "-") and value == 1:
        return (Choice.FOR if sign == "+" else Choice.AGAINST), None
    return None, f"{sign}{number}"


def _spelled(hit: re.Match[str]) -> Token:
    zero = hit["number"].lower() in ("zero", "0")
    choice = Choice.ABSTAIN if zero else Choice.FOR if hit["sign"].lower() == "plus" else Choice.AGAINST
    return Token(hit.start(), hit.end(), hit[0], choice, spelled=True)


@remembered
def claim_in(text: str) -> Claim | None:
    """What a text claims of a ballot's weight, typos and languages included; None where it claims nothing."""
    for hit in _CLAIM.finditer(text):
        if _NOT_A_CLAIM.search(text[max(0, hit.start() - 14) : hit.end()]):
            continue
        if hit["non"] or _DENIED.search(text[: hit.start()]):
            return Claim.NON_BINDING
        return Claim.BINDING
    return None
