"""What stands around a value: before it, behind it, and which claim beside it?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.sentences import Sentence
from kipbot.core.reading.tokens import LETTER, Token, claim_in
from kipbot.core.tally import Claim

# A ballot's meaning is decided by the words beside it; looking no further keeps every pattern linear.
_REACH = 220
_BRACKETED = re.compile(r"^\s*[(\[{（【<]([^()\[\]{}（）]{1,60})[)\]}）】>]?")
# Languages that ask by a word at the end need no mark.
_ASKS = re.compile(
    r"[?？][ \"')]{0,4}$|(?:で(?:す|しょう|した)か|ますか|[吗嗎]|(?:니|습니|나|을|ㄹ|할)까(?:요)?|나요|(?:은|인|한|던)가요)[.。]?$"
)
# "+1 (b)", "+1 (n-b)".
_LETTERS = {"b": Claim.BINDING, "nb": Claim.NON_BINDING, "n-b": Claim.NON_BINDING, "n.b.": Claim.NON_BINDING}
CLAUSE = re.compile(
    r"[,;:!…—–()\[\]{}|\"]|(?<=\s)-(?=\s)|\.(?=\s|$)|[.?](?=\s)|[\U0001f000-\U0001faff\u2600-\u27bf]|[:;]-?[)D(P]|\b(?:so|but|hence|therefore|thus|anyway|however|still|although|though|and)\b|，|、|。|！|；|：|،|؛|۔|।",
    re.I,
)
_BREAK = re.compile(
    r"[,;!…—–]|[.?](?=\s)|\b(?:so|but|hence|therefore|thus|anyway|however)\b|，|。|；|[\U0001f000-\U0001faff]", re.I
)


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a value: `before` and `after` in its sentence, `clause` the last clause before, `tail` what follows the claim.

    All four are lowered, as the vocabulary wants them; `cased_...` are as they were written, for names. `frame` is the
    first-person phrase that ends at the value ("I am", "my vote is"), `frame_behind` the one that begins behind it ("from me").
    """

    before: str
    clause: str
    after: str
    tail: str
    cased_before: str
    cased_after: str
    cased_tail: str
    frame: re.Match[str] | None
    frame_behind: re.Match[str] | None
    claim: Claim | None
    first: bool
    sentence: Sentence
    token: Token

    @property
    def opens(self) -> bool:
        """The value opens its clause, at most behind words that lead up to it."""
        return self.first or not self.clause.strip(" \t\"'([*:-") or is_lead(self.clause)

    @property
    def weakly_opens(self) -> bool:
        """The clause opens behind a bracket or a colon only, and what stands before leads to no vote."""
        mark = self.cased_before.rstrip(" \"'*")[-1:]
        if self.first or mark not in ("(", "[", ":") or self.clause.strip(" \t\"'([*:-"):
            return False
        lead = _BREAK.split(self.cased_before)[-1] if mark != ":" else self.cased_before
        if mark == ":":
            return (
                bool(re.match(r"\W*[A-ZÀ-Þ][\w\-]*\W*$", lead))
                and not is_lead(lead.lower())
                and say.ONE_NAME.search(lead) is not None
            )
        low = lead.lower()
        return not (is_lead(low) or say.FIRST_PERSON.search(low) or say.VOTE_WORDS.search(low))

    @property
    def concluded(self) -> str:
        """The words before the value, without those that lead to a conclusion: "..., so I move from +1 to"."""
        starts = [found.start() for found in say.CONCLUDES.finditer(self.before)]
        return self.before[starts[-1] :] if starts else self.before

    @property
    def asked(self) -> bool:
        """The sentence is a question."""
        return _ASKS.search(self.sentence.text[-12:]) is not None

    @property
    def personal(self) -> bool:
        """The clause speaks in the first person."""
        return self.frame_behind is not None or say.FIRST_PERSON.search(self.clause) is not None


def place(sentence: Sentence, token: Token, tokens: int) -> Place:
    """Cut a sentence at a value."""
    before = sentence.text[max(0, token.start - _REACH) : token.start]
    after = sentence.text[token.end : token.end + _REACH]
    after = re.sub(r"^[\ufe0f\u20e3]+", "", after)
    claim, tail = _claim(before, after, tokens)
    low_before, low_after = before.lower(), after.lower()
    clause = low_before
    for found in CLAUSE.finditer(low_before):
        clause = low_before[found.end() :]
    return Place(
        before=low_before,
        clause=clause.strip(),
        after=low_after,
        tail=tail.lower(),
        cased_before=before,
        cased_after=after,
        cased_tail=tail,
        frame=_frame(low_before, low_after),
        frame_behind=say.FRAME_AFTER.match(low_after) or (say.FRAME_AFTER.match(tail.lower()) if claim is not None else None),
        claim=claim,
        first=not before.strip(" \t\"'([*:-"),
        sentence=sentence,
        token=token,
    )


def _frame(before: str, after: str) -> re.Match[str] | None:
    """The first-person words that end at the value; "ich muss mit ... stimmen" goes on behind it."""
    if not before:
        return None
    if say.STARTS_AS.match(after) and say.STARTS_WITH.search(before):
        return None  # "let me start with -1 as the default"
    return say.FRAME.search(before) or (say.I_MUST.search(before) if say.INFINITIVE.match(after) else None)


def _claim(before: str, after: str, tokens: int) -> tuple[Claim | None, str]:
    """The claim beside a value, and the text behind it."""
    if (bracket := _BRACKETED.match(after)) is not None and (
        claim := claim_in(bracket[0]) or _LETTERS.get(bracket[1].strip().lower())
    ) is not None:
        return claim, after[bracket.end() :]
    if (letter := LETTER.match(after)) is not None:
        return _LETTERS[letter["claim"].lower()], after[letter.end() :]
    near = after[:48]
    if (claim := claim_in(re.split(r"[.!?\n]", near)[0])) is not None and re.match(
        r"^[\s,;:\-–—(\[*]{0,4}(?:\w+[\s\-]){0,4}?\W{0,2}(?:i'?m )?[(\[]?(?:non|not|no|un|nb|b|n|verb|verbind|ver|vinc|contr|wiąż|nie|об|необ|bağ|有|具|无|無|非|不|没|絆|绑|約|拘|구|바|비|P|c)",
        near,
        re.I,
    ):
        cut = re.search(
            r"(?:binding|nb|verbindlich|vinculante|vincolante|contraignant\w*|bind\w*|bid\w*|力|定|性|구속력)\s*[)\]]?",
            near,
            re.I,
        )
        return claim, after[cut.end() :] if cut else after
    lead = re.search(r"(?:^|[\s(\[])([^.,;!?()\[\]]{0,28})[)\]]?[\s:,\-]*$", before)
    if lead is not None and (claim := claim_in(lead[1])) is not None and tokens < 3:
        return claim, after
    return (
        claim_in(after[:160])
        if tokens == 1 and re.search(r"\((?:[^()]{0,30})\)", after[:160]) and claim_in(after[:160])
        else None
    ), after


def is_lead(clause: str) -> bool:
    """Do these words only lead up to a value?"""
    return say.LEAD.match(clause.strip(" \t\"'([*:-,.!")) is not None


def clause_with_verb(here: Place) -> str:
    """The words since the last full break before the value: moods reach over brackets and quotes, not over commas."""
    cuts = [found.end() for found in _BREAK.finditer(here.before)]
    tail = here.before[cuts[-1] :] if cuts else here.before
    return tail if tail.endswith(" ") else tail + " "
