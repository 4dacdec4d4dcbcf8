"""Which mails end a vote, and which only speak of it? One sentence a row."""

from __future__ import annotations

import pytest

from kipbot.core.announcement.reader import Announcement, read_announcement
from kipbot.core.facts import Line, LineKind
from kipbot.core.subject import Subject, Tag

TITLE = "KIP-77: Cut the log in two"
CALL = Subject(f"[VOTE] {TITLE}", TITLE, (Tag.VOTE,), proposals=("KIP-77",))
REPLY = Subject(f"Re: [VOTE] {TITLE}", TITLE, (Tag.VOTE,), is_reply=True, proposals=("KIP-77",))
RESULT = Subject(f"[RESULT] [VOTE] {TITLE}", TITLE, (Tag.RESULT, Tag.VOTE), proposals=("KIP-77",))
AFTER_RESULT = Subject(f"Re: [RESULT] [VOTE] {TITLE}", TITLE, (Tag.RESULT, Tag.VOTE), is_reply=True, proposals=("KIP-77",))
RC1 = Subject("Re: [VOTE] 3.9.0 RC1", "3.9.0 RC1", (Tag.VOTE,), is_reply=True, version="3.9.0", candidate=1)
RC2_CALL = Subject("[VOTE] 3.9.0 RC2", "3.9.0 RC2", (Tag.VOTE,), version="3.9.0", candidate=2)
CANCELED = Subject("[CANCELED] [VOTE] 3.9.0 RC1", "3.9.0 RC1", (Tag.CANCEL, Tag.VOTE), version="3.9.0", candidate=1)
AFTER_CANCEL = Subject("Re: [CANCELED] [VOTE] 3.9.0 RC1", "3.9.0 RC1", (Tag.CANCEL, Tag.VOTE), is_reply=True, candidate=1)


def lines_of(text: str) -> tuple[Line, ...]:
    """Lines of a mail; what begins with ">" is quoted."""
    return tuple(
        Line(LineKind.QUOTE, row[2:], 1) if row.startswith(">") else Line(LineKind.OWN, row) for row in text.split("\n")
    )


def read(subject: Subject, text: str, *, in_vote_thread: bool = True) -> Announcement | None:
    return read_announcement(subject, lines_of(text), in_vote_thread=in_vote_thread)


PASSED = [
    "The vote has passed.",
    "the vote passes",
    "The vote carries.",
    "The vote has been successful.",
    "We have a successful vote.",
    "The ayes have it.",
    "KIP-77 is accepted.",
    "KIP-77 is adopted!",
    "KIP-77 passed w/ 3 binding votes.",
    "KIP-77 has been accepted with 3 binding votes.",
    "KIP-77 has passed the vote with 3 binding +1.",
    "This KIP has been accepted!",
    "This has now passed with 3 binding +1s",
    "With that, KIP-77 passes.",
    "Three binding votes, the KIP passes. Thanks!",
    "That makes 3 binding +1s, so this KIP is now accepted.",
    "We have 4 binding +1 votes and no -1, so the vote passes.",
    "We've reached the required majority; the vote is successful.",
    "The vote lasted more than 72 hours with 5 +1s (3 binding), so KIP-77 is approved.",
    "With three binding +1's (Ann, Bo, me) and no objections the vote has passed, thanks.",
    "With 4 binding votes and 2 non-binding votes, and no vetoes, the motion carries.",
    "I'm happy to announce that the vote has passed.",
    "I'm closing this vote as accepted.",
    "Marking this KIP as accepted, thanks!",
    "I have marked KIP-77 as accepted.",
    "I consider this vote passed.",
    "I'm calling this vote: KIP-77 accepted with 4 +1 (binding).",
    "Closing the vote: 4 binding +1 (Ann, Bo, Cy, Di)",
    "Vote closed. Approved with +4 binding.",
    "The vote is done: 3 binding +1s. Thanks!",
    "Voting is over. 3 binding +1: Ann, Bo, Cy. The motion is carried.",
    "Voting closed, result: 5 binding +1, 0 -1",
    "The voting has concluded, KIP-77 accepted.",
    "Vote passed with +1's from Ann, Bo and Cy.",
    "Vote result: PASSED",
    "Result: accepted",
    "We now have enough votes. Closing this vote as passed.",
    "Die Abstimmung ist mit 3 bindenden Stimmen angenommen.",
    "Abstimmungsergebnis: angenommen mit 4 bindenden Stimmen",
    "Le vote est adopté.",
    "La proposition est acceptée avec 3 voix contraignantes.",
    "La propuesta ha sido aceptada con 3 votos vinculantes.",
    "A votação foi aprovada.",
    "La votazione è stata approvata.",
    "De stemming is aangenomen.",
    "Głosowanie zostało przyjęte.",
    "Голосование завершено, предложение принято.",
    "Oylama kabul edildi.",
    "投票通过，共 3 票 binding。",
    "投票结束，3票赞成(binding)，提案通过",
    "投票は可決されました。",
    "투표가 통과되었습니다.",
    "**The vote has passed.**",
    "Since there are three binding votes and the 72 hours have elapsed, I'm closing the vote as passed.",
    "With more than 72h passed and 4 binding votes in favor, I'd like to close the vote. KIP-77 is adopted.",
    "El voto ha pasado con 3 votos vinculantes.",
    "本提案已获得3票约束性赞成票，投票通过。",
    "この投票は3票の賛成で可決されました。ありがとうございます。",
    "투표 결과: +1 3표로 안건이 가결되었습니다.",
    "Итоги голосования: 3 голоса за, предложение принято.",
]
FAILED = [
    "vote failed",
    "The vote did not pass.",
    "The vote fails with 2 binding -1.",
    "The KIP did not get enough votes.",
    "The vote failed to reach the required 3 binding +1s.",
    "There were not enough binding votes, so this is rejected",
    "Insufficient votes; closing this vote as failed",
    "Vote is closed as unsuccessful.",
    "The KIP was voted down.",
    "KIP-77 is rejected with two binding -1 votes.",
    "KIP-77 vote did not pass with 1 binding +1 and 2 binding -1",
    "Die Abstimmung ist gescheitert.",
    "La votación ha sido rechazada.",
    "Le vote est rejeté.",
    "Głosowanie zostało odrzucone.",
    "Предложение отклонено.",
    "本次投票未通过。",
    "採決の結果、否決されました。",
    "투표가 부결되었습니다.",
]
CANCELLED = [
    "Vote canceled.",
    "Vote is cancelled, thanks for testing.",
    "This vote is hereby cancelled because of KAFKA-9999.",
    "I'm cancelling this vote due to KAFKA-123.",
    "Due to the blocker found by Bo, I'm canceling RC1.",
    "Given the -1 from Bo, the vote for RC1 is cancelled. I'll prepare RC2.",
    "I hereby cancel the vote on RC1.",
    "I am withdrawing the vote.",
    "I'm withdrawing this proposal.",
    "This proposal is withdrawn.",
    "I am calling off this vote",
    "We have decided to abandon RC1.",
    "This RC is withdrawn",
    "This RC has been cancelled in favor of RC2.",
    "RC1 is cancelled, we'll cut RC2",
    "RC1 is dead.",
    "Sinking RC1, a new candidate follows.",
    "Cancelling RC1 in favour of RC2",
    "Cancelled, new RC soon.",
    "[CANCEL] this vote, we found a bug",
    "Please consider this vote cancelled.",
    "Please ignore this vote, I will send a new RC.",
    "we'll roll a new RC, please stop voting",
    "Ich breche die Abstimmung ab.",
    "Die Abstimmung wurde abgebrochen.",
    "Le vote est annulé.",
    "La votación ha sido cancelada.",
    "O voto foi cancelado.",
    "La votazione è stata annullata",
    "Голосование отменено.",
    "投票已取消。",
    "投票は中止します。",
    "투표가 취소되었습니다.",
]
EXTENDED = [
    "I'm extending the vote until Friday.",
    "I have extended the vote for another 72 hours.",
    "The vote is extended by 48 hours",
    "The vote will be extended until Monday because of the holidays.",
    "Vote extended to Friday",
    "The vote is suspended.",
    "This motion is tabled.",
    "We're putting this vote on hold until the dependency is resolved.",
    "Die Abstimmung ist bis Freitag verlängert.",
]
NOTHING = [
    "The vote has passed quorum, it is still open.",
    "The vote has passed its deadline.",
    "Closing the vote early would be possible.",
    "Closing this thread now is not what I want.",
    "I'll close the vote on Friday",
    "The vote will close tomorrow.",
    "Friendly reminder: the vote closes tomorrow.",
    "I plan to close the vote today",
    "I'm going to close the vote in 24 hours unless there are objections.",
    "We'll close the vote once we get three binding votes.",
    "I'll cancel the vote if someone objects",
    "I plan to cancel the vote tomorrow",
    "I don't mind canceling the vote if needed",
    "I would cancel the vote.",
    "I propose to close this vote.",
    "Let's keep the vote open until Friday.",
    "Let's extend the vote until Friday.",
    "Please don't cancel the vote.",
    "Please cancel this vote and restart.",
    "no reason for cancelling the vote",
    "This vote should be cancelled.",
    "I think we should cancel the vote and go back to discussion.",
    "I'd rather have this KIP withdrawn.",
    "I am not cancelling the vote.",
    "The vote is not over.",
    "The vote isn't closed yet",
    "No, the vote was never cancelled.",
    "Once the vote passes, I'll open a PR.",
    "If this passes, we can merge.",
    "If there are no objections I'll mark the KIP as accepted.",
    "If the vote has been closed, ignore me.",
    "We can close this thread once KIP-77 is accepted.",
    "I hope the vote passes soon",
    "Would like to see the proposal adopted.",
    "+1 from me, the vote should pass easily",
    "Has the vote passed?",
    "Can we close the vote?",
    "Should we cancel this vote?",
    "I assume the vote is over? +1 anyway",
    "Not sure whether the vote was cancelled.",
    "Let me know when the vote is closed.",
    "After the vote passed we noticed a gap.",
    "Before the vote closes I'd like to mention X",
    "Until the vote is closed I will not change the PR.",
    "Sorry, I voted after the vote was closed.",
    "A vote passes with three +1",
    "According to the bylaws a KIP is accepted if three committers vote +1.",
    "The vote requires a lazy majority and passes with 3 binding +1 votes.",
    "KIP-500's vote passed last year, so we are fine.",
    "KIP-78 has been accepted",
    "The vote for KIP-12 has passed, so we can depend on it. +1",
    "Do we know why the last vote failed?",
    "Glad this finally passed!",
    "Nice, KIP-77 accepted! Congrats",
    "Congratulations on getting the KIP accepted.",
    "I think your point is accepted in the KIP.",
    "PR was approved and merged.",
    "+1, approved from my side",
    "I'm +1 on this KIP, and it is carried by the community",
    "My +1 stands; the proposal is successful in solving this.",
    "The proposal to close the socket failed in my test",
    "The KIP does not pass the size to the callback.",
    "The proposal passes the buffer to the reader.",
    "I've updated the KIP; the rejected alternatives section is complete.",
    "KIP-77 accepted alternatives are listed",
    "I've extended the KIP with a section on errors.",
    "When a request is cancelled the KIP says the timer is closed.",
    "Connection closed. Error: request cancelled",
    "The results of the benchmark were accepted.",
    "I withdraw this vote, reverting my position to -1",
    "I withdraw my vote.",
    "I am changing my vote to -1.",
    "Officially withdrawing my objection. +1 (non-binding)",
    "The vote thread for KIP-77 was closed by mistake in my client, sorry.",
    "We should have closed this vote weeks ago.",
    "The vote is over at the other site",
    "KIP-77 has been accepted by reviewers in general, but I have a question.",
    "This proposal was adopted from another project.",
    "The KIP is dropped from the 4.2 plan, the vote goes on.",
    "I dropped the ballot field from the KIP.",
    "Votes from non-committers are accepted but not binding.",
    "Closing the discussion thread, let's vote.",
    "KIP-77: accepted or rejected, I don't mind.",
    "Correction: my vote is +1 (binding).",
    "Please consider my vote withdrawn.",
    "I'm withdrawing my -1, the proposal is fixed.",
    "Approved. +1 (binding)",
    "+1 (non-binding), the KIP is complete.",
    "Voto a favor, la propuesta fue aceptada por mi equipo",
    "我投票赞成，测试通过。",
    "The vote was open for 72 hours",
    "+1 (binding)",
    "+1 (binding)\n\nMira Okafor",
    "+1 (binding)\n\n- verified signatures\n- built from source\n- checked LICENSE",
    "+1 (binding)\nOnce this KIP is accepted, I'd like to help.",
    "+1 (binding)\n\nStill waiting for one more binding vote.",
    "> The vote has passed.\nThanks!",
    "Wenn die Abstimmung angenommen wird, mache ich weiter.",
    "Ist die Abstimmung angenommen?",
    "Le vote sera clos vendredi.",
    "La votación será cerrada el viernes",
    "如果投票通过，我会合并。",
    "投票通过了吗？",
]
NOTHING_OF_A_RELEASE = [
    "All tests passed. +1 (binding)",
    "The build failed on my machine.",
    "+1, the signature check passes, and RC1 passed all my tests",
    "RC1 failed on my laptop with JDK 8",
    "RC1 passed our integration tests, +1",
    "The release build passed with 3 warnings.",
    "The release passed RAT. +1",
    "-1, cancelled requests fail",
    "-1 to my own RC, will spin RC2",
    "I found that the upgrade failed. -1",
    "I'm cancelling my vote on RC1.",
    "I saw that RC0 was cancelled. +1 for RC1",
    "If RC1 is cancelled please include KAFKA-1",
    "I voted on RC1 and it passed.",
    "Vote: +1\nSignatures: passed\nBuild: passed",
    "My vote: +1. Tests: passed. Build: successful.",
    "Successful build and tests. +1 vote",
    "Result of my checks: passed. +1",
    "+1 (binding)\n\nResults:\n- tests passed\n- checksum ok",
    "[x] +1 approve\n[ ] -1 disapprove",
]


@pytest.mark.parametrize("text", PASSED)
def test_the_caller_says_that_the_vote_passed(text: str) -> None:
    found = read(REPLY, text)
    assert found is not None
    assert (found.kind, found.outcome, found.certain) == ("result", "passed", True)


@pytest.mark.parametrize("text", FAILED)
def test_the_caller_says_that_the_vote_failed(text: str) -> None:
    found = read(REPLY, text)
    assert found is not None
    assert (found.kind, found.outcome, found.certain) == ("result", "failed", True)


@pytest.mark.parametrize("text", CANCELLED)
def test_the_caller_calls_the_vote_off(text: str) -> None:
    found = read(RC1, text)
    assert found is not None
    assert (found.kind, found.outcome, found.certain) == ("cancel", "cancelled", True)


@pytest.mark.parametrize("text", EXTENDED)
def test_an_extension_ends_nothing(text: str) -> None:
    found = read(REPLY, text)
    assert found is not None
    assert (found.kind, found.outcome, found.ends) == ("extend", None, False)


@pytest.mark.parametrize("text", NOTHING)
def test_no_announcement(text: str) -> None:
    assert read(REPLY, text) is None


@pytest.mark.parametrize("text", NOTHING_OF_A_RELEASE)
def test_no_announcement_in_the_vote_on_a_release(text: str) -> None:
    found = read(RC1, text)
    assert found is None or not found.ends


@pytest.mark.parametrize(
    "text",
    [
        "So far we have 2 binding +1s, still waiting for one PMC vote.",
        "Current tally: 2 binding, 1 non-binding",
        "We need one more binding vote.",
        "Bumping this vote. We have 2 binding votes, need 1 more.",
        "The vote is passing so far with 2 votes.",
        "The vote has not passed yet; we need more votes.",
    ],
)
def test_a_count_on_the_way_ends_nothing(text: str) -> None:
    found = read(REPLY, text)
    assert found is not None
    assert (found.kind, found.outcome, found.ends) == ("interim", None, False)
