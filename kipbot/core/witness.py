"""What does a rule want to know beside the ballots, and which mail of the vote tells it?"""

from __future__ import annotations

from collections.abc import Iterator

from kipbot.core.checks.case import lacks_reason
from kipbot.core.disputes import Word, find_disputes
from kipbot.core.roster import Roster
from kipbot.core.rules import VoteRule
from kipbot.core.statements import (
    NOTHING_TOLD,
    Chosen,
    Dispute,
    Shepherd,
    Statements,
    count_implementations,
    find_shepherd,
)
from kipbot.core.tally import Ballot, Choice, Status
from kipbot.core.thread import Bench, VoteThread


def take_statements(thread: VoteThread, bench: Bench) -> Statements:
    """What the mails of a vote, its ballots counted, tell of a shepherd, implementations, challenged vetoes and chosen options.

    Only what the rule asks for is looked for, so that most votes cost nothing.
    """
    rule, call = thread.rule, thread.call
    if rule is None:
        return NOTHING_TOLD
    asked = rule.discussion
    wants = asked is not None and asked.reference_implementations > 0
    return Statements(
        call=call.message_id if call is not None else None,
        shepherd=_shepherd(thread, rule, bench.roster),
        implementations=count_implementations(call.lines) if wants and call is not None else 0,
        disputes=_disputes(thread, rule, bench),
        choices=tuple(_choices(thread)) if rule.chooses or thread.kind == "poll" else (),
    )


def _shepherd(thread: VoteThread, rule: VoteRule, roster: Roster | None) -> Shepherd | None:
    asked, call = rule.discussion, thread.call
    if asked is None or asked.shepherd is None or roster is None or call is None or thread.opened_at is None:
        return None
    return find_shepherd(call.lines, thread.caller, roster, asked.shepherd.value, thread.opened_at)


def _disputes(thread: VoteThread, rule: VoteRule, bench: Bench) -> tuple[Dispute, ...]:
    """Both the rule and the one that takes over at the first -1 may let vetoes be challenged."""
    asking = [one for one in (rule, rule.escalation) if one is not None and one.veto.confirmed_by != "nobody"]
    vetoes = [ballot for ballot in thread.ballots if asking and _is_veto(ballot, asking[-1])]
    return find_disputes(vetoes, tuple(_words(thread, bench))) if vetoes else ()


def _is_veto(ballot: Ballot, rule: VoteRule) -> bool:
    standing = ballot.status is Status.COUNTED and ballot.binding and ballot.choice is Choice.AGAINST
    return standing and ballot.fraction is None and not lacks_reason(rule, ballot)


def _words(thread: VoteThread, bench: Bench) -> Iterator[Word]:
    """What was said in the vote until its end: who challenges a veto behind it comes too late."""
    roles = [role.value for role in thread.rule.binding] if thread.rule is not None else []
    for letter in thread.letters:
        at = letter.at or thread.opened_at
        late = thread.closed_at is not None and at is not None and at > thread.closed_at
        if at is not None and not late and letter.mail.automatic is None:
            binds = bench.roster is not None and bench.roster.binding(letter.voter.person, roles, at)
            yield Word(letter.mail, letter.voter, at, thread.electorate.binds(letter.voter, None, by_role=binds))


def _choices(thread: VoteThread) -> Iterator[Chosen]:
    """Each voter's last choice."""
    last = {
        letter.voter.key: Chosen(letter.reading.option, letter.voter.key, letter.mail.message_id)
        for letter in thread.letters
        if letter.reading is not None and letter.reading.option is not None
    }
    yield from last.values()
