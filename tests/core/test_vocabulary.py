"""Is every phrase known in its language, and is every pattern of the vocabulary linear?"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

import pytest

from kipbot.core.reading import vocabulary as say
from kipbot.core.reading.vocabulary import columns, hearsay, phrases, shifts

sre: Any = importlib.import_module("re._parser")
op: Any = importlib.import_module("re._constants")

WIDE = 12  # a repeat of up to so many characters costs no more than a word
ALPHABET = "ab_1 .,:;-+\"'(é中я\n"
# These look for names, or for scripts without small letters.
CASED = {
    "SYMBOL",
    "REPORTED",
    "ONE_NAME",
    "SCRIPT_NOT_READ",
    "IN_STEAD",
    "IN_STEAD_BEHIND",
    "THEY_CHANGED",
    "CAST_FOR",
    "FROM_SEVERAL",
    "NAMES_IN_A_ROW",
    "FOR_SOMEBODY",
    "THEIRS_SHOULD",
}


APART = {name: found for module in (columns, hearsay, shifts) for name, found in vars(module).items() if name.isupper()}
VOCABULARY: dict[str, Any] = {**APART, **{name: getattr(say, name) for name in say.__all__}}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, found in VOCABULARY.items():
        if isinstance(found, re.Pattern):
            yield name, found
        elif isinstance(found, tuple):
            for place, (why, pattern) in enumerate(found):
                yield f"{name}: {place}, {why}", pattern


PATTERNS = list(patterns())


# --- how a pattern is built; a node is what the standard library's own parser makes of it


def children(node: tuple[Any, Any]) -> list[Any]:
    """The sequences inside a node."""
    code, what = node
    if code is op.BRANCH:
        return list(what[1])
    if code is op.SUBPATTERN:
        return [what[3]]
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        return [what[2]]
    return [what[1]] if code in (op.ASSERT, op.ASSERT_NOT) else []


def characters(sequence: Any) -> set[str]:
    """Which characters of a small alphabet the sequence could match somewhere."""
    found: set[str] = set()
    for node in sequence:
        code = node[0]
        if code in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            one = re.compile(written(node), re.DOTALL)
            found |= {letter for letter in ALPHABET if one.fullmatch(letter)}
        else:
            found |= set().union(*(characters(inner) for inner in children(node))) if children(node) else set()
    return found


CATEGORIES = {
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
}


def written(node: tuple[Any, Any]) -> str:
    """A node for one character, written as a pattern again."""
    code, what = node
    if code is op.ANY:
        return "."
    if code is op.LITERAL:
        return re.escape(chr(what))
    if code is op.NOT_LITERAL:
        return f"[^{re.escape(chr(what))}]"
    parts = {
        op.NEGATE: lambda value: "^",
        op.LITERAL: lambda value: re.escape(chr(value)),
        op.RANGE: lambda value: f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}",
        op.CATEGORY: lambda value: CATEGORIES[value],
    }
    return f"[{''.join(parts[kind](value) for kind, value in what)}]"


def is_repeat(node: tuple[Any, Any], over: int) -> bool:
    return node[0] in (op.MAX_REPEAT, op.MIN_REPEAT) and node[1][1] > over


def nodes(sequence: Any) -> Iterator[tuple[Any, Any]]:
    for node in sequence:
        yield node
        for inner in children(node):
            yield from nodes(inner)


def endless(pattern: str) -> bool:
    """A repeat without an upper bound."""
    return any(is_repeat(node, op.MAXREPEAT - 1) for node in nodes(sre.parse(pattern)))


def nested(pattern: str) -> bool:
    """A wide repeat of something that holds a wide repeat."""
    wide = [node for node in nodes(sre.parse(pattern)) if is_repeat(node, WIDE)]
    return any(is_repeat(inner, WIDE) for node in wide for inner in nodes(node[1][2]))


def adjacent(pattern: str) -> bool:
    """A wide repeat that can follow another at once, over characters that both take."""
    return _walk(sre.parse(pattern), [set()])[1]


Ends = list[set[str]]


def _walk(sequence: Any, before: Ends) -> tuple[Ends, bool]:
    """Which wide repeats can end where the sequence ends, and whether two met inside."""
    met = False
    for node in sequence:
        before, bad = _step(node, before)
        met = met or bad
    return before, met


def _step(node: tuple[Any, Any], before: Ends) -> tuple[Ends, bool]:
    code, what = node
    if code is op.AT:  # behind \w{0,40} the end of the word allows no other end of the repeat
        words = {letter for letter in ALPHABET if letter == "_" or letter.isalnum()}
        return [end for end in before if what is not op.AT_BOUNDARY or not end <= words], False
    if code in (op.ASSERT, op.ASSERT_NOT):
        return before, False
    if is_repeat(node, WIDE):
        own = characters(what[2])
        after = [own, *before] if what[0] == 0 else [own]
        return after, any(own & end for end in before)
    results = [_walk(inner, before) for inner in children(node)]
    after = [end for ends, _ in results for end in ends]
    if code in (op.MAX_REPEAT, op.MIN_REPEAT) and what[0] == 0:
        after += before
    return after, any(bad for _, bad in results)


@pytest.mark.parametrize("pattern", [pattern.pattern for _, pattern in PATTERNS], ids=[name for name, _ in PATTERNS])
class TestEveryPattern:
    def test_bounds_every_repeat(self, pattern):
        assert not endless(pattern)

    def test_repeats_nothing_that_repeats_widely(self, pattern):
        assert not nested(pattern)

    def test_has_no_two_wide_repeats_side_by_side_that_take_the_same_characters(self, pattern):
        assert not adjacent(pattern)


@pytest.mark.parametrize(
    "check, pattern, hangs",
    [
        pytest.param(endless, r"a\s*b", True, id="a star has no bound"),
        pytest.param(endless, r"a\s{0,3}b", False, id="three blanks are a bound"),
        pytest.param(nested, r"(?:\w{1,40} ){0,20}", True, id="twenty words of forty letters"),
        pytest.param(nested, r"(?:\w{1,40} ){0,3}", False, id="three words are few"),
        pytest.param(adjacent, r"\w{0,40}[^.!?]{0,40}$", True, id="letters, then anything"),
        pytest.param(adjacent, r"\w{0,40}-?[^.!?]{0,40}$", True, id="what may be left out keeps nothing apart"),
        pytest.param(adjacent, r"(?:x|\w{0,40})\w{0,40}", True, id="inside an alternative"),
        pytest.param(adjacent, r"\w{0,40}\b[^.!?]{0,40}$", False, id="the end of a word keeps them apart"),
        pytest.param(adjacent, r"\w{0,40} [^.!?]{0,40}$", False, id="a blank keeps them apart"),
        pytest.param(adjacent, r"\d{0,40}[a-z]{0,40}", False, id="digits are no letters"),
    ],
)
def test_the_checks_know_a_slow_pattern(check, pattern, hangs):
    assert check(pattern) is hangs


@pytest.mark.parametrize("name, pattern", PATTERNS, ids=[name for name, _ in PATTERNS])
def test_a_phrase_is_written_in_lower_case_and_fits_lowered_text(name, pattern):
    words = re.sub(r"\\u[0-9a-f]{4}|\\.|\(\?P<", "", pattern.pattern)
    assert name in CASED or words == words.lower()


def test_a_new_phrase_stands_between_the_others_of_its_language():
    pattern = phrases.words({"en": "never | not", "pt": "nem\n  não consigo", "zh": "没有"})
    found = [text for text in ("never", "nem pensar", "não consigo", "还没有投", "nevermind") if pattern.search(text)]
    assert found == ["never", "nem pensar", "não consigo", "还没有投"]


def knows(found: re.Pattern[str] | phrases.Table, text: str) -> bool:
    return any(pattern.search(text) for pattern in ([found] if isinstance(found, re.Pattern) else [row[1] for row in found]))


@pytest.mark.parametrize(
    "table, text, known",
    [
        pytest.param("FRAME", "i'm happy to give this a ", True, id="en: a first-person phrase"),
        pytest.param("FRAME", "ich stimme dafür mit ", True, id="de: a first-person phrase"),
        pytest.param("FRAME", "da minha parte é um ", True, id="pt: a first-person phrase"),
        pytest.param("FRAME", "моё мнение: ", True, id="ru: a first-person phrase"),
        pytest.param("FRAME", "我投", True, id="zh: a first-person phrase"),
        pytest.param("FRAME", "the committee is ", False, id="en: no first person"),
        pytest.param("FRAME_AFTER", " de mi parte", True, id="es: from me"),
        pytest.param("FRAME_AFTER", " (binding) from here", True, id="en: from here, behind a claim"),
        pytest.param("NEGATION", "não posso dar", True, id="pt: a denial"),
        pytest.param("NEGATION", "ich gebe keine", True, id="de: a denial"),
        pytest.param("NEGATION", "not only", False, id="en: not only says yes"),
        pytest.param("NEGATION_AFTER", " ではありません", True, id="ja: a denial behind the value"),
        pytest.param("CONDITION", " assim que o teste passar", True, id="pt: a condition"),
        pytest.param("CONDITION", " falls das gefixt wird", True, id="de: a condition"),
        pytest.param("CONDITION", " pod warunkiem", True, id="pl: a condition"),
        pytest.param("CONDITION", " 只要测试通过", True, id="zh: a condition"),
        pytest.param("CONDITION_SUFFIX", "düzeltilirse ", True, id="tr: a condition on the verb"),
        pytest.param("CONDITION_SUFFIX", "a" * 40, False, id="a long word is no condition"),
        pytest.param("NO_CONDITION", "if i may", True, id="en: looks like a condition"),
        pytest.param("DONE", "après avoir testé", True, id="fr: what was done"),
        pytest.param("HEDGE_BEFORE", "eu votaria ", True, id="pt: a conditional mood"),
        pytest.param("HEDGE_BEFORE", "vielleicht ", True, id="de: a leaning"),
        pytest.param("HEDGE_AFTER", " w zasadzie", True, id="pl: in principle"),
        pytest.param("TO_COME", "amanhã ", True, id="pt: another day"),
        pytest.param("OTHERS_BEFORE", "precisamos mais um ", False, id="pt: a phrase that is not there yet"),
        pytest.param("OTHERS_BEFORE", "precisamos um ", True, id="pt: a vote that is asked for"),
        pytest.param("OTHERS_BEFORE", "we still need at least two more binding ", True, id="en: votes that are asked for"),
        pytest.param("OTHERS_BEFORE", "mindestens drei ", True, id="de: a count"),
        pytest.param("OTHERS_BEFORE", "with " + "1" * 60, False, id="a row of digits is no count"),
        pytest.param("OTHERS_AFTER", " голосов", True, id="ru: several votes"),
        pytest.param("ON_BEHALF", "em nome de alguém", True, id="pt: for somebody else"),
        pytest.param("OTHER_SOURCE", " from our whole team", True, id="en: from others"),
        pytest.param("OTHER_SOURCE", " da minha parte", False, id="pt: from me is not from others"),
        pytest.param("VOTER_COLUMN", "nombre | voto", True, id="es: the head of a table of voters"),
        pytest.param("VOTER_COLUMN", "what | result", False, id="en: the head of another table"),
        pytest.param("VOTE_RECORD", "stimme: +1", True, id="de: a vote behind its key"),
        pytest.param("RESTATED", "mantengo mi voto", True, id="es: a vote said again"),
        pytest.param("WITHDRAWAL", "ich ziehe meine stimme zurück", True, id="de: a withdrawal"),
        pytest.param("WITHDRAWAL", "retiro mi voto", True, id="es: a withdrawal"),
        pytest.param("CHANGE", "zmieniam mój głos na ", True, id="pl: a change"),
        pytest.param("CHANGE_AHEAD", " на +1", True, id="ru: the value changed to"),
        pytest.param("TURNED", "mijn -1 wordt een ", True, id="nl: one's own value becomes another"),
        pytest.param("TURNS_LATER", " deviendra un +1", True, id="fr: it will become another"),
        pytest.param("NOT_MINE", "sein -1", True, id="de: another's value"),
        pytest.param("ABSTAIN", "abstenho-me", True, id="pt: an abstention"),
        pytest.param("APPROVAL", "sem objeções", True, id="pt: approval in words"),
        pytest.param("APPROVAL", "看起来不错", True, id="zh: approval in words"),
        pytest.param("APPROVAL_PLAIN", "pode seguir", True, id="pt: approval that holds"),
        pytest.param("LEAD", "infelizmente, ", True, id="pt: a lead-in"),
        pytest.param("TECHNICAL_BEFORE", "o valor mostra ", True, id="pt: a number that is shown"),
        pytest.param("TECHNICAL_AFTER", " lines", True, id="en: a quantity"),
        pytest.param("OPTION", "opção 2", True, id="pt: an option"),
        pytest.param("AMOUNT", " week is gone", True, id="en: an amount"),
        pytest.param("THANKED", "thanks to ann for the very thorough ", True, id="en: thanks for a vote"),
        pytest.param("THANKED", "thanks for the hard work, a ", False, id="en: thanks, and a vote"),
        pytest.param("IN_STEAD", "Voting for Sam, who is ill: ", True, id="en: in somebody's stead"),
        pytest.param("IN_STEAD", "Voting for RC2: ", False, id="en: for a candidate"),
        pytest.param("THEY_CHANGED", "Ann changed her vote from -1 to ", True, id="en: another's change"),
        pytest.param("THEY_CHANGED", "Ann changed the table, ", False, id="en: another's change of something else"),
        pytest.param("IRONY", "+1, what could possibly go wrong", True, id="en: a jest"),
        pytest.param("CLAIM_GUESSED", " (binding, i think)", True, id="en: not sure of the weight"),
        pytest.param("CLAIM_GUESSED", " (i think)", False, id="en: not sure of the value"),
        pytest.param("UNCOUNTED", "please don't count my vote.", True, id="en: not to be counted"),
        pytest.param("UNCOUNTED", "please don't count my vote twice.", False, id="en: to be counted once"),
        pytest.param("ECHO", "me too.", True, id="en: agreement with what is quoted"),
        pytest.param("ECHO", "same question here", False, id="en: another question"),
        pytest.param("HEDGE_AFTER", " with the rename that ann suggested", True, id="en: a change that is wanted"),
        pytest.param("HEDGE_AFTER", " with the latest changes", False, id="en: a change that was made"),
        pytest.param("HEDGE_AFTER", " mit der von ann gewünschten änderung", True, id="de: a change that is wanted"),
        pytest.param("QUOTE_TOLD", ", sagte ann", True, id="de: who said what is quoted"),
        pytest.param("QUOTE_TOLD", " from me", False, id="en: nobody else said it"),
        pytest.param("VOTE_BEHIND_CHECKS", "alles läuft mit der neuen version: ", True, id="de: a vote behind a test report"),
        pytest.param("VOTE_BEHIND_CHECKS", "the protocol version: ", False, id="en: a setting"),
        pytest.param("THING_MOVES", "the kip changes the default from -1 to ", True, id="en: a default is changed"),
        pytest.param("THING_MOVES", "the benchmark turns my -1 into a ", False, id="en: a vote is changed"),
        pytest.param("THING_IS", "der zähler steht danach auf ", True, id="de: a counter has a value"),
        pytest.param("THING_IS", "счётчик равен ", True, id="ru: a counter has a value"),
        pytest.param("CASE", "for consumers without a group: ", True, id="en: said of a case"),
        pytest.param("CASE", "for my part: ", False, id="en: said of the writer"),
        pytest.param("CORRECTS", "bitte wertet meine letzte mail als ", True, id="de: an earlier mail is to be read anew"),
        pytest.param("CORRECTS", "don't read my last mail as a ", False, id="en: and here it is not"),
        pytest.param("THEIRS_SHOULD", "The mail of Ilse should read ", True, id="en: another's mail is corrected"),
        pytest.param("ANOTHER_HERE", " (binding) here!", True, id="en: another one here"),
        pytest.param("GERUND_OF_THIS", "'ing this", True, id="en: a verb made of the value"),
        pytest.param("GERUND_OF_THIS", "ing without reading is bad", False, id="en: a verb that is talked of"),
        pytest.param("TAKEN_BACK", "je lève mon veto", True, id="fr: a veto is lifted"),
    ],
)
def test_a_phrase_is_known(table, text, known):
    assert knows(VOCABULARY[table], text) is known
