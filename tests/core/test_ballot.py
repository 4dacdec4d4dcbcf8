"""What one mail says in a vote: a ballot, a doubt, or nothing."""

from __future__ import annotations

import pytest

from kipbot.core.ballot import Outcome, Reading, Setting, read_ballot
from kipbot.core.facts import Line, LineKind
from kipbot.core.subject import compile_patterns

SETTING = Setting(proposals=("KIP-1150",), patterns=compile_patterns([("KIP", r"(?i)\bKIP[-\s]?(\d{1,6})\b")]))
NAMES = {Outcome.NONE: "none", Outcome.UNCLEAR: "unclear", Outcome.WITHDRAWN: "withdrawn"}


def lines_of(text: str) -> tuple[Line, ...]:
    """Lines of a mail; those that begin with ">" are quoted."""
    return tuple(
        Line(LineKind.QUOTE, line.lstrip("> "), 1) if line.startswith(">") else Line(LineKind.OWN, line)
        for line in text.split("\n")
    )


def short(reading: Reading) -> str:
    """A reading in a few letters: "+1 binding", "unclear", "none"."""
    if reading.outcome not in (Outcome.BALLOT, Outcome.RESTATED):
        return NAMES[reading.outcome]
    claim = f" {reading.claim.value}" if reading.claim else ""
    again = "restated " if reading.outcome is Outcome.RESTATED else ""
    return f"{again}{reading.choice.value if reading.choice else None}{claim}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("+1", "+1"),
        ("+1.", "+1"),
        ("+1 (binding)", "+1 binding"),
        ("+1 (Binding).", "+1 binding"),
        ("+1 (biding)", "+1 binding"),
        ("+1(non-binding)", "+1 non-binding"),
        ("here is my +1", "+1"),
        ("So +1 from me.", "+1"),
        ("This is my +1.", "+1"),
        ("Otherwise, +1.", "+1"),
        ("Awesome, +1!", "+1"),
        ("I have to vote -1 (binding).", "-1 binding"),
        ("(Non-binding) +1.", "+1 non-binding"),
        ("I am +1 (binding).", "+1 binding"),
        ("+1. LGTM.", "+1"),
        ("+1 and thanks a lot!", "+1"),
        ("+1 for Opt-1", "unclear"),
        ("+1(binding) for KIP-1150.", "+1 binding"),
        ("+1 (non-binding) aside from that", "+1 non-binding"),
        ("+1 (binding) from me.", "+1 binding"),
        ("+1 (non-binding), casting my vote from the podling", "+1 non-binding"),
        ("Non binding but it works well for me on Latest 3.5.2", "unclear"),
        ("Tested this in two apps. In both cases, I experienced no trouble.", "unclear"),
        ("on this vote I abstain", "0"),
        ("I'm going to abstain", "none"),
        ("I assume I can translate this to a +1...", "none"),
        ("Still waiting for one PMC vote.", "none"),
        ("I'd like to vote on this issue, but I still have a remaining problem", "none"),
        ("If I could apply a workaround, I'd\nvote to release, but it seems", "none"),
        ("+1 to merge demos, -1 to merge ant-tasks", "unclear"),
        ("[ ] +1\n[ ] 0\n[ ] -1", "none"),
        ("[x] +1\n[ ] 0\n[ ] -1", "+1"),
        ("At least 3 +1 votes and more +1 than -1", "none"),
        ("my -1 indicates that I dislike it", "none"),
        ("I was -1 for 2.1.3", "none"),
        ("or give a -1", "none"),
        ("looking for a +1", "none"),
        ("I'm officially withdrawing my objection.\n\n+1 (non-binding)", "+1 non-binding"),
        ("I withdraw this vote, reverting my position to -1", "-1"),
        ("I withdraw my vote.", "withdrawn"),
        ("I am maintaining my objection", "none"),
        ("+1 if the docs are fixed", "unclear"),
        ("+1 once CI is green", "unclear"),
        ("+1, but it'd be great if we could fix the docs later", "+1"),
        ("If the tests pass, +1 from me", "unclear"),
        ("I said +1 if docs are fixed; they are now, so +1", "+1"),
        ("+1?", "unclear"),
        ("👍", "unclear"),
        ("LGTM", "unclear"),
        ("-1 (binding): breaks +10 tests", "-1 binding"),
        ("I would +1 if it were smaller", "unclear"),
        ("I can't +1 this", "none"),
        ("not a +1", "none"),
        ("No objections from me, +1", "+1"),
        ("I did not find any issues, +1 (binding)", "+1 binding"),
        ("acks=-1 is the default", "none"),
        ("call me at +1 415 555 1234", "none"),
        ("GMT+1 works", "none"),
        ("The index is off by -1.", "none"),
        ("Thanks for the +1", "none"),
        ("Bob voted +1", "none"),
        ("+1 (binding): Vaquar Khan", "none"),
        ("Vote passed with +1's from Ann, Bob, and Cid", "none"),
        ("I vote +1", "+1"),
        ("Ich stimme mit +1", "+1"),
        ("+1 von mir", "+1"),
        ("Je vote +1", "+1"),
        ("+1 de ma part, merci", "+1"),
        ("我投+1", "+1"),
        ("+1（有约束力）", "+1 binding"),
        ("+1, wenn die Tests laufen", "unclear"),
        ("+1 si les tests passent", "unclear"),
        ("+1, 如果测试通过", "unclear"),
        ("Mein Votum: +1 (nicht bindend)", "+1 non-binding"),
        ("голосую +1", "+1"),
        ("mi voto es +1", "+1"),
        ("changing my vote from -1 to +1", "+1"),
        ("I change my vote to -1 (binding), the upgrade breaks", "-1 binding"),
        ("+0.5", "unclear"),
        ("-0", "0"),
        ("+0 (non-binding)", "0 non-binding"),
        ("0", "0"),
        ("−1 (binding) breaks", "-1 binding"),
        ("＋１", "+1"),
        ("+ 1 (binding)", "+1 binding"),
        ("plus one from me", "+1"),
        ("*+1* (binding)", "+1 binding"),
        ("**+1** thanks", "+1"),
        ("+1000", "unclear"),
        ("++1", "unclear"),
        ("+! (binding)", "unclear"),
        ("I'll vote +1 tomorrow", "unclear"),
        ("leaning +1", "unclear"),
        ("+1 in principle", "unclear"),
        ("+1 on behalf of Bob", "unclear"),
        ("My colleague asked me to cast +1", "unclear"),
        ("+1 to what Ann said", "unclear"),
        ("+1 to this KIP", "+1"),
        ("+1 for the release", "+1"),
        ("+1 on the KIP, thanks for driving it", "+1"),
        ("Checked signatures, built from source, ran quickstart. +1 (binding)", "+1 binding"),
        ("- verified signatures\n- ran tests\n\n+1 (binding)\n\nThanks,\nAnn", "+1 binding"),
        ("My +1 stands", "restated +1"),
        ("-1 for now, the docs are wrong", "-1"),
        ("+1 after verifying signatures and hashes", "+1"),
        ("Thanks Tom! +1 (binding) after building from source and running the quickstart.", "+1 binding"),
        ("+1 as long as the note lands", "unclear"),
        ("This is not a -1", "none"),
        ("We need one more +1 vote", "none"),
        ("So far we have 2 binding +1 votes", "none"),
        ("+1 (binding)\n\nOne nit: should the config be renamed?", "+1 binding"),
        ("Does anyone else want to +1 this?", "none"),
        ("Looks good to me. +1", "+1"),
        ("Great work +1", "+1"),
        ("+1 (binding) modulo the license header", "unclear"),
        ("Sorry, I meant +1 (binding)", "+1 binding"),
        ("-1 until the upgrade path is fixed", "-1"),
        ("I could live with it, +1", "+1"),
        ("Apart from that without any issue so +1 from me.", "+1"),
        ("+1 (binding) - conditional on KAFKA-1 being fixed", "unclear"),
        ("+1\n\nThis vote is conditional on the docs", "unclear"),
        ("+1 (binding), tested on JDK 17 when running the quickstart", "+1 binding"),
        ("count me as +1", "+1"),
        ("you have my +1", "+1"),
        ("You'll have my +1 once the docs land", "unclear"),
        ("I'm +1 on this", "+1"),
        ("I'm a +1", "+1"),
        ("We are +1", "+1"),
        ("still +1", "+1"),
        ("+1 again", "+1"),
        ("binding +1", "+1 binding"),
        ("non-binding +1", "+1 non-binding"),
        ("+1, non binding", "+1 non-binding"),
        ("+1 nb", "+1 non-binding"),
        ("+1 (bindng)", "+1 binding"),
        ("+1 [binding]", "+1 binding"),
        ("+1 ", "+1"),
        ("Vote: +1", "+1"),
        ("my vote is -1 because it breaks clients", "-1"),
        ("retries=-1", "none"),
        ("It returns -1 when empty", "none"),
        ("Please vote +1 or -1", "none"),
        ("+1 = yes, -1 = no", "none"),
        ("tests: 12 passed, +1 skipped", "none"),
        ("n+1 queries", "none"),
        ("C++11", "none"),
        ("+1 from our team", "+1"),
        ("+1/-1", "unclear"),
        ("I reiterate my +1 (binding)", "restated +1 binding"),
        ("+1b", "+1 binding"),
        ("+1nb from me", "+1 non-binding"),
        ("Use +1b8 as the tag", "none"),
        ("All of them pass with the staged version: +1", "+1"),
        ("All clients work when you set the version: -1", "none"),
        ("I'm changing my -1 to\n\n+1", "+1"),
        ("Ich ändere mein -1 auf\n\n+1", "+1"),
        ("Thanks for voting\n\n+1", "+1"),
        ("I'll +1 this", "unclear"),
        ("I'll abstain: 0", "0"),
        ("I'll go with +1", "+1"),
        ("Replacing my -1 with +1", "+1"),
        ("The KIP changes the default from -1 to +1", "none"),
        ("This changes my -1 to +1", "+1"),
        ("leaseId becomes -1", "unclear"),
        ("Everybody voted +1, so +1 from me", "+1"),
        ("+1 with the change Ann asked for", "unclear"),
        ("+1 with the latest changes", "+1"),
        ("Si se corrige el nombre, entonces +1", "unclear"),
        ("s/-1/+1/", "unclear"),
        ("s/-1/+1/ for my last mail", "+1"),
        ("Ann wrote:\n\n+1 (binding)", "unclear"),
    ],
)
def test_one_mail(words: str, expected: str) -> None:
    assert short(read_ballot(lines_of(words), SETTING)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("> [X] +1, accept\n> [ ] -1\n(binding)", "+1 binding", id="a box ticked inside the quote is the sender's"),
        pytest.param("> [ ] +1, accept\n> [ ] -1\nthanks", "none", id="an empty ballot in the quote is nothing"),
        pytest.param("[x] +1\n[x] -1", "unclear", id="two ticks are a doubt"),
        pytest.param("[ ] +1\n[ ] 0\n[*] -1 (non-binding)", "-1 non-binding", id="an asterisk is a tick"),
        pytest.param(
            "> [X] +1, accept\n> [ ] -1\n\nThinking about it again, -1", "unclear", id="own words below give another value"
        ),
        pytest.param("> [X] +1, accept\n> [ ] -1\n\nThe default of -1 is fine.", "+1", id="a number below is no value"),
        pytest.param("[x] +1\n[ ] -1\n\n+1 (binding)", "+1 binding", id="own words below say it again"),
    ],
)
def test_ticked_boxes(words: str, expected: str) -> None:
    answered = lines_of("[ ] +1, accept\n[ ] 0\n[ ] -1")
    setting = Setting(answered=answered)
    assert short(read_ballot(lines_of(words), setting)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Please vote.\n\n+1 approve\n0 no opinion\n-1 disapprove", "none", id="a legend"),
        pytest.param("[ ] +1\n[ ] -1\n\nThis is my +1.", "+1", id="an own vote below the ballot"),
        pytest.param("Please vote +1 or -1 within 72 hours.", "none", id="an invitation"),
        pytest.param("Please vote.\n\n+1 (binding)", "+1 binding", id="a vote alone on its line"),
        pytest.param("It passes with at least three +1 votes.", "none", id="the rule"),
    ],
)
def test_the_caller_has_no_vote_but_the_written_one(words: str, expected: str) -> None:
    assert short(read_ballot(lines_of(words), Setting(is_call=True))) == expected


def test_in_a_poll_an_option_is_no_approval() -> None:
    reading = read_ballot(lines_of("+1 for option B"), Setting(poll=True))
    assert reading.outcome is Outcome.CHOSEN
    assert reading.choice is None
    assert reading.option == "option B"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param("+1 from a happy user", "+1", id="a vote that the call does not hold"),
        pytest.param("Which JDK?", "none", id="a question"),
        pytest.param("Vote open for 72 hours.", "none", id="the call's own words to the end"),
    ],
)
def test_what_stands_below_a_quotation_without_marks(below: str, expected: str) -> None:
    call = "Hi,\n\nWe solved 14 issues.\n\nVote open for 72 hours.\n\n[ ] +1\n[ ] -1"
    quoted = [Line(LineKind.QUOTE, text, 1) for text in f"{call}\n\n{below}".split("\n")]
    lines = [Line(LineKind.ATTRIBUTION, "Ann Lee wrote on 16/03/2026:"), *quoted]
    assert short(read_ballot(lines, Setting(answered=lines_of(call)))) == expected


@pytest.mark.parametrize(
    "words", ["+1 for option 1.", "+1 for option 1", "I prefer option 1, thanks", "+1 for option 1 - it is simpler"]
)
def test_an_option_may_end_its_sentence(words: str) -> None:
    assert read_ballot(lines_of(words), Setting(poll=True)).option == "option 1"


def test_a_vote_for_another_candidate_is_a_doubt() -> None:
    assert short(read_ballot(lines_of("+1 for RC3"), Setting(candidate=2))) == "unclear"


def test_the_reason_of_a_minus_one_is_kept() -> None:
    reading = read_ballot(lines_of("-1 (binding)\n\nThe upgrade loses offsets on every restart."), SETTING)
    assert reading.reason == "The upgrade loses offsets on every restart."


def test_a_bare_minus_one_has_no_reason() -> None:
    assert read_ballot(lines_of("-1\n\nThanks,\nMira"), SETTING).reason is None
