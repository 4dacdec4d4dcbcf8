"""Is this a vote that can decide anything, and which ballots have values that weigh nothing?"""

from __future__ import annotations

from kipbot.core.checks.case import Case, message_ids, say_voter
from kipbot.core.verdict import Outcome, Verdict


def check_values(case: Case) -> Verdict | None:
    """Fractions are shown and count for neither side (`values`); on a release they do not bind."""
    fractions = tuple(ballot for ballot in case.tally.counted if ballot.fraction is not None)
    if not fractions:
        return None
    said = ", ".join(f"{ballot.fraction} of {say_voter(ballot)}" for ballot in fractions[:3])
    never = case.rule.ballots.fractions == "never_binding"
    why = "a fraction does not bind here" if never else "a fraction counts for neither side"
    return case.verdict("values", Outcome.MET, f"{said}: {why}", message_ids(fractions))


def check_change(case: Case) -> Verdict | None:
    """Nobody takes back what they voted, where the rule says so (`vote_change: never`): the first ballot stands."""
    if case.rule.vote_change != "never":
        return None
    voted = {ballot.voter.key for ballot in case.tally.counted}
    late = tuple(ballot for ballot in case.tally.late if ballot.voter.key in voted)
    if not late:
        return None
    who = ", ".join(dict.fromkeys(map(say_voter, late)))
    return case.verdict(
        "change", Outcome.MET, f"what {who} said later changes nothing: the first ballot stands", message_ids(late)
    )


def check_poll(case: Case) -> Verdict | None:
    """A poll (`poll`) shows what people prefer; it approves nothing."""
    if not case.rule.poll:
        return None
    return case.verdict("poll", Outcome.WAITING, "a poll shows what people prefer; it approves nothing")


def check_venue(case: Case) -> Verdict | None:
    """A vote that belongs on the private list (`venue`) is never tallied."""
    if case.rule.venue != "private":
        return None
    return case.verdict("venue", Outcome.UNCLEAR, "is voted on the private list, which is never read")
