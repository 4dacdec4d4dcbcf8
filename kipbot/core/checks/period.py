"""Has the vote been open long enough?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from kipbot.core.calendar import Unit, elapsed, period_end, say_hours, say_time
from kipbot.core.checks.case import Case, VoteTimes
from kipbot.core.rules import VoteRule
from kipbot.core.verdict import Outcome, Verdict

_UNITS = {Unit.CALENDAR: "", Unit.BUSINESS_DAYS: " of business days", Unit.WEEKEND_FREE_HOURS: " without weekends"}


def closes_at(rule: VoteRule, times: VoteTimes) -> datetime | None:
    """The end of the period: the later of the rule's minimum and the end that the call announced; `None` if the opening is unknown."""
    if not times.opened_known:
        return None
    period = rule.period
    least = period_end(times.opened_at, period.least(times.earlier_rounds), period.unit, period.skipped_days)
    return least if times.announced_end is None else max(least, times.announced_end)


def check_period(case: Case) -> Verdict:
    """The minimum length, in the rule's own unit, and the announced end are over (`period`)."""
    end = closes_at(case.rule, case.times)
    if end is None:
        why = "the call has no readable date" if case.times.call_undated else "the call was not seen"
        reason = f"{why}, so nobody can say when the period ends"
        return case.verdict("period", Outcome.UNCLEAR, reason)
    if case.as_of < end:
        open_for = f"open until {say_time(end)}"
        waiting = case.verdict("period", Outcome.WAITING, open_for + _say_least(case))
        return replace(waiting, recheck_at=end)
    return case.verdict("period", Outcome.MET, f"the period ended {say_time(end)}, " + _say_elapsed(case))


def _say_elapsed(case: Case) -> str:
    period = case.rule.period
    passed = elapsed(case.times.opened_at, case.as_of, period.unit, period.skipped_days)
    return f"{say_hours(passed)}{_UNITS[period.unit]} after the call"


def _say_least(case: Case) -> str:
    """Why this length, where it is not the rule's plain one."""
    period, rounds = case.rule.period, case.times.earlier_rounds
    if period.cumulative is not None and rounds:
        before = sum(rounds, start=timedelta(0))
        return f" (at least {say_hours(period.least(rounds))}, as earlier candidates were open for {say_hours(before)})"
    return f" ({say_hours(period.length)}{_UNITS[period.unit]})" if period.unit is not Unit.CALENDAR else ""
