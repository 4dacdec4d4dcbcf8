"""Was it discussed long enough before the vote was called?"""

from __future__ import annotations

from datetime import timedelta

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


def lacks_discussion(case: Case) -> bool:
    """Whether a discussion is asked for that nobody has found."""
    part = check_discussion(case)
    return part is not None and not part.holds
