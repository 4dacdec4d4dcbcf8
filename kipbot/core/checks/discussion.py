"""Came before the vote what has to come before it: a discussion, a notice, a shepherd, implementations?"""

from __future__ import annotations

from datetime import datetime, timedelta

from kipbot.core.calendar import Unit, elapsed, period_end, say_time
from kipbot.core.checks.case import Case
from kipbot.core.verdict import Outcome, Verdict


def check_discussion(case: Case) -> Verdict | None:
    """A discussion so many days before the call (`discussion`).

    Archives may begin in the middle of it: what they do not hold is not known, and never a failure.
    """
    asked = case.rule.discussion
    if asked is None or not asked.days:
        return None
    unit, talk = Unit(asked.unit), case.discussed
    days = f"{asked.days:g} {'business days' if unit is Unit.BUSINESS_DAYS else 'days'}"
    if talk is None or talk.first is None:
        return case.verdict("discussion", Outcome.UNCLEAR, f"no discussion before the call was found, {days} of it are asked")
    found = elapsed(talk.first, case.times.opened_at, unit)
    said = f"discussed since {say_time(talk.first)}, {found / timedelta(days=1):.1f} of {days} before the call"
    long_enough = period_end(talk.first, timedelta(days=asked.days), unit) <= case.times.opened_at
    evidence = (talk.root,) if talk.root else ()
    return case.verdict("discussion", Outcome.MET if long_enough else Outcome.UNCLEAR, said, evidence)


def check_notice(case: Case) -> Verdict | None:
    """A notice so many business days before the call (`discussion.notice_business_days`, Cassandra), which is given in the discussion.

    A discussion that began later cannot hold it. Where it began earlier, or is not here, nobody can tell: the answer says so and stands.
    """
    part = tell_notice(case)
    talk = case.discussed
    if part is None or talk is None or talk.first is None or _had_time(case, talk.first):
        return None
    reason = f"discussed since {say_time(talk.first)} only, too late for {_say_notice(case)}"
    return case.verdict("notice", Outcome.UNCLEAR, reason, (talk.root,) if talk.root else ())


def tell_notice(case: Case) -> Verdict | None:
    """That a notice is asked for which no mail shows."""
    asked = case.rule.discussion
    if asked is None or not asked.notice_business_days:
        return None
    talk = case.discussed
    began = (
        f"discussed since {say_time(talk.first)}" if talk is not None and talk.first is not None else "no discussion was found"
    )
    reason = f"{began}; whether there was {_say_notice(case)} is not known from the mail"
    return case.verdict("notice", Outcome.UNCLEAR, reason, (talk.root,) if talk is not None and talk.root else ())


def _had_time(case: Case, first: datetime) -> bool:
    days = case.rule.discussion.notice_business_days if case.rule.discussion is not None else 0
    return period_end(first, timedelta(days=days), Unit.BUSINESS_DAYS) <= case.times.opened_at


def _say_notice(case: Case) -> str:
    days = case.rule.discussion.notice_business_days if case.rule.discussion is not None else 0
    return f"a notice of {days:g} business day{'s' * (days != 1)} before the call"


def check_shepherd(case: Case) -> Verdict | None:
    """Somebody with the role shepherds the proposal (`discussion.shepherd`, Spark): whom the call names, else whoever calls the vote."""
    asked, found = case.rule.discussion, case.told.shepherd
    if asked is None or asked.shepherd is None:
        return None
    evidence = (case.told.call,) if case.told.call is not None else ()
    if found is None:
        reason = f"the call names no shepherd, and its caller is not {asked.shepherd} by the roster: who it is is not known from the mail"
        return case.verdict("shepherd", Outcome.UNCLEAR, reason, evidence)
    if found.holds:
        said = f"shepherded by {found.name}" if found.named else f"called by {found.name}, who may shepherd it"
        return case.verdict("shepherd", Outcome.MET, f"{said} ({asked.shepherd} by the roster)", evidence)
    if not found.named:
        return case.verdict(
            "shepherd", Outcome.UNCLEAR, f'the call does not say plainly who shepherds it: "{found.name}"', evidence
        )
    why = "whom the roster does not know" if found.holds is None else f"who is not {asked.shepherd} by the roster"
    return case.verdict("shepherd", Outcome.UNCLEAR, f"the call names {found.name} as shepherd, {why}", evidence)


def tell_shepherd(case: Case) -> Verdict | None:
    """That nobody can tell since when there is a shepherd (`discussion.shepherd_within_days`), where it may have been too late."""
    asked, talk = case.rule.discussion, case.discussed
    if asked is None or asked.shepherd is None or not asked.shepherd_within_days:
        return None
    within = timedelta(days=asked.shepherd_within_days)
    if talk is not None and talk.first is not None and case.times.opened_at - talk.first <= within:
        return None
    began = (
        f"discussed since {say_time(talk.first)}" if talk is not None and talk.first is not None else "no discussion was found"
    )
    days = f"{asked.shepherd_within_days:g} days"
    reason = f"{began}; whether a shepherd was found within {days} of its proposal is not known from the mail"
    return case.verdict("shepherd", Outcome.UNCLEAR, reason, (talk.root,) if talk is not None and talk.root else ())


def check_implementations(case: Case) -> Verdict | None:
    """So many implementations (`discussion.reference_implementations`, Arrow), by the word of the call; nobody has looked at them."""
    asked = case.rule.discussion
    if asked is None or not asked.reference_implementations:
        return None
    found, needed = case.told.implementations, asked.reference_implementations
    evidence = (case.told.call,) if case.told.call is not None else ()
    if found >= needed:
        return case.verdict(
            "implementations", Outcome.MET, f"{found} of {needed} implementations, by the word of the call", evidence
        )
    reason = (
        f"the call tells of {found or 'none'} of {needed} implementations; whether there are more is not known from the mail"
    )
    return case.verdict("implementations", Outcome.UNCLEAR, reason, evidence)


_LACKING = (
    (check_discussion, "an earlier discussion is found"),
    (check_notice, "an earlier discussion is found"),
    (check_shepherd, "it is known who shepherds it"),
    (check_implementations, "it is known how many implementations there are"),
)


def say_lacking(case: Case) -> list[str]:
    """What has to be known of what came before."""
    parts = [(check(case), step) for check, step in _LACKING]
    return list(dict.fromkeys(step for part, step in parts if part is not None and not part.holds))
