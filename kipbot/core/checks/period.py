"""Has the vote been open long enough?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from kipbot.core.calendar import Unit, elapsed, period_end, say_hours, say_time
from kipbot.core.checks.case import Case, VoteTimes
from kipbot.core.opening import Ended
from kipbot.core.rules import VoteRule
from kipbot.core.verdict import Outcome, Verdict

_UNITS = {Unit.CALENDAR: "", Unit.BUSINESS_DAYS: " of business days", Unit.WEEKEND_FREE_HOURS: " without weekends"}


def closes_at(rule: VoteRule, times: VoteTimes) -> datetime | None:
    """The end of the period: the later of the rule's minimum and the end that the call announced; `None` if the opening is unknown."""
    if not times.opened_known:
        return None
    period = rule.period
    least = period_end(times.starts_at, period.least(times.earlier_rounds), period.unit, period.skipped_days)
    return least if times.announced_end is None else max(least, times.announced_end)


def ends_at(case: Case) -> datetime | None:
    """The end of the period, or the earlier moment at which the caller ended the vote, where the rule lets them."""
    early = case.times.ended_early
    if early is not None and early.at <= case.as_of and case.rule.period.early_close == "by_caller":
        return early.at
    return closes_at(case.rule, case.times)


def check_period(case: Case) -> Verdict:
    """The minimum length, in the rule's own unit, and the announced end are over, or the vote was ended before (`period`)."""
    end, early = closes_at(case.rule, case.times), case.times.ended_early
    if end is None:
        why = "the call has no readable date" if case.times.call_undated else "the call was not seen"
        reason = f"{why}, so nobody can say when the period ends"
        return case.verdict("period", Outcome.UNCLEAR, reason)
    if case.as_of < end:
        if early is not None and early.at <= case.as_of:
            return _check_early(case, early, end)
        waiting = case.verdict("period", Outcome.WAITING, f"open until {say_time(end)}" + _say_least(case) + _say_start(case))
        return replace(waiting, recheck_at=end)
    known = case.times.start is None or case.times.start.known
    reason = f"the period ended {say_time(end)}, " + _say_elapsed(case) + _say_start(case) + _say_holidays(case)
    return case.verdict("period", Outcome.MET if known else Outcome.UNCLEAR, reason)


def _check_early(case: Case, early: Ended, end: datetime) -> Verdict:
    """A vote that its caller ended before its time: as the rule lets them, or if something happened that no mail of it shows."""
    closed = f"ended early by its caller {say_time(early.at)}"
    if case.rule.period.early_close == "by_caller":
        return case.verdict("period", Outcome.MET, f"{closed}, as the rule allows", (early.message_id,))
    unknown = f"the rule allows it after {say_doors(case.rule)}, and whether there was one is not known from the mail"
    reason = f"{closed}, open until {say_time(end)}; {unknown}"
    return replace(case.verdict("period", Outcome.UNCLEAR, reason, (early.message_id,)), recheck_at=end)


def say_doors(rule: VoteRule) -> str:
    """What may end a vote early by its rule, and shows in no mail of it."""
    return " or ".join(_DOORS[door] for door in (rule.period.early_close, rule.period.waived_by) if door in _DOORS)


_DOORS = {"by_poll": "a poll", "emergency_vote": "an emergency vote"}


def _say_elapsed(case: Case) -> str:
    period = case.rule.period
    passed = elapsed(case.times.starts_at, case.as_of, period.unit, period.skipped_days)
    return f"{say_hours(passed)}{_UNITS[period.unit]} after the call"


def _say_start(case: Case) -> str:
    start = case.times.start
    return f" ({start.note})" if start is not None and start.note else ""


def _say_holidays(case: Case) -> str:
    return "; holidays make it longer, but the rule names none" if case.rule.period.lacks_holidays else ""


def _say_least(case: Case) -> str:
    """Why this length, where it is not the rule's plain one."""
    period, rounds = case.rule.period, case.times.earlier_rounds
    if period.cumulative is not None and rounds:
        before = sum(rounds, start=timedelta(0))
        return f" (at least {say_hours(period.least(rounds))}, as earlier candidates were open for {say_hours(before)})"
    return f" ({say_hours(period.length)}{_UNITS[period.unit]})" if period.unit is not Unit.CALENDAR else ""
