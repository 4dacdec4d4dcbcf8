"""Are there enough +1, and more of them than of -1?"""

from __future__ import annotations

from kipbot.core.checks.case import Case, message_ids, weighing_choice
from kipbot.core.rules import Share
from kipbot.core.tally import Ballot, Choice
from kipbot.core.verdict import Outcome, Verdict


def check_quorum(case: Case) -> Verdict | None:
    """Enough binding +1 (`quorum`)."""
    needed = case.rule.quorum
    if needed is None:
        return None
    plus = case.counts.plus
    outcome = Outcome.MET if plus >= needed else Outcome.WAITING
    return case.verdict("quorum", outcome, f"{plus} of {needed} binding +1", message_ids(_binding(case, Choice.FOR)))


def check_net(case: Case) -> Verdict | None:
    """Enough binding +1 after the -1 are taken off (`net`, Arrow)."""
    needed = case.rule.net
    if needed is None:
        return None
    net = case.counts.plus - case.against()
    outcome = Outcome.MET if net >= needed else Outcome.WAITING
    reason = f"net {net} of {needed} binding +1 ({case.counts.plus} for, {case.against()} against)"
    return case.verdict("quorum", outcome, reason, _both_sides(case))


def check_majority(case: Case) -> Verdict | None:
    """More +1 than -1 (`majority`). A -1 is here a vote against, never a veto."""
    if not case.rule.majority:
        return None
    plus, against = case.counts.plus, case.against()
    if plus > against:
        return case.verdict("majority", Outcome.MET, f"more +1 than -1 ({plus} to {against})", _both_sides(case))
    outcome = Outcome.FAILED if against else Outcome.WAITING
    return case.verdict("majority", outcome, f"not more +1 than -1 ({plus} to {against})", _both_sides(case))


def check_ratio(case: Case) -> Verdict | None:
    """So many times as many +1 as -1 (`ratio`, Hadoop and ORC)."""
    times = case.rule.ratio
    if times is None:
        return None
    plus, against = case.counts.plus, case.against()
    outcome = Outcome.MET if plus >= times * against else Outcome.FAILED
    return case.verdict("majority", outcome, f"{plus} +1 to {against} -1, needs {times} times as many +1", _both_sides(case))


def check_share_of_cast(case: Case) -> Verdict | None:
    """A share of the binding ballots cast (`share` of cast)."""
    share = case.rule.share
    if share is None or not share.of.startswith("cast"):
        return None
    plus, cast = case.counts.plus, case.whole(share.of) or 0
    met = plus >= share.needed(cast) and plus > 0
    outcome = Outcome.MET if met else Outcome.FAILED if plus < cast else Outcome.WAITING
    return case.verdict("majority", outcome, f"{plus} +1 of {cast} cast, needs {say_share(share)}", _both_sides(case))


def check_share_of_electorate(case: Case) -> Verdict | None:
    """A share of those who may vote, whether they do or not (`share` of electorate or roll_call)."""
    share = case.rule.share
    if share is None or share.of.startswith("cast"):
        return None
    return _measure(case, share, "electorate", "+1", case.counts.plus)


def check_participation(case: Case) -> Verdict | None:
    """Enough of those who may vote have voted at all (`participation`)."""
    share = case.rule.participation
    cast = case.counts.plus + case.counts.minus + case.counts.zero
    return None if share is None else _measure(case, share, "participation", "voters", cast)


def check_total(case: Case) -> Verdict | None:
    """Enough binding ballots for or against (`min_total`, Hadoop and ORC)."""
    needed = case.rule.min_total
    if needed is None:
        return None
    total = case.counts.plus + case.counts.minus
    outcome = Outcome.MET if total >= needed else Outcome.WAITING
    return case.verdict("participation", outcome, f"{total} of {needed} binding votes for or against", _both_sides(case))


def check_all_voted(case: Case) -> Verdict | None:
    """Everybody who may vote has voted (`all_must_vote`)."""
    if not case.rule.all_must_vote:
        return None
    cast = case.counts.plus + case.counts.minus + case.counts.zero
    return _measure(case, Share(of="electorate", at_least=(1, 1)), "participation", "voters", cast)


def check_unanimous(case: Case) -> Verdict | None:
    """Nobody whose ballot binds said anything but +1 (`unanimous`)."""
    if not case.rule.unanimous:
        return None
    plus, others = case.counts.plus, case.against() + case.counts.zero
    reason = f"{plus} +1 and {others} other binding ballots; all must be +1"
    outcome = Outcome.FAILED if others else Outcome.MET if plus else Outcome.WAITING
    return case.verdict("majority", outcome, reason, message_ids(b for b in case.tally.counted if b.binding))


def say_share(share: Share) -> str:
    """A share in words: "at least 2/3", "more than 1/2"."""
    return f"{'at least' if share.at_least else 'more than'} {share.fraction}"


def _measure(case: Case, share: Share, rule: str, what: str, found: int) -> Verdict:
    """A share of a number that somebody has to know."""
    whole = case.whole(share.of)
    where = share.of.replace("_", " ")
    evidence = message_ids(b for b in case.tally.counted if b.binding)
    if whole is None:
        # Nought of an unknown number is too few all the same.
        outcome = Outcome.UNCLEAR if found else Outcome.WAITING
        reason = f"{found} {what}, needs {say_share(share)} of the {where}, size unknown" + _say_supply(case, share)
        return case.verdict(rule, outcome, reason, evidence)
    needed = max(1, share.needed(whole))
    outcome = Outcome.MET if found >= needed else Outcome.WAITING
    reason = f"{found} of {needed} {what} ({say_share(share)} of the {where} of {whole}{_say_held(case, share)})"
    return case.verdict(rule, outcome, reason, evidence)


def _say_supply(case: Case, share: Share) -> str:
    """What has to be told so that the share can be measured."""
    if share.of != "roll_call":
        return ""
    months = case.rule.roll_call.every_months if case.rule.roll_call is not None else None
    recent = f" of the {months} months before the call" if months else ""
    return f": no roll call{recent} stands in the roster, add it under roll_calls"


def _say_held(case: Case, share: Share) -> str:
    held = case.electorate.roll_call if share.of == "roll_call" else None
    return f", held {held.on}" if held is not None else ""


def _binding(case: Case, choice: Choice) -> tuple[Ballot, ...]:
    return tuple(b for b in case.tally.counted if b.binding and weighing_choice(b) is choice)


def _both_sides(case: Case) -> tuple[str, ...]:
    anyone = case.rule.minus_scope == "any"
    against = (b for b in case.tally.counted if (b.binding or anyone) and weighing_choice(b) is Choice.AGAINST)
    return message_ids(_binding(case, Choice.FOR)) + message_ids(against)
