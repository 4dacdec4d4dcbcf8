"""Does a single -1 stop the vote?"""

from __future__ import annotations

from kipbot.core.checks.case import Case, lacks_reason, message_ids, say_voter, weighing_choice
from kipbot.core.statements import Dispute
from kipbot.core.tally import Ballot, Choice
from kipbot.core.verdict import Outcome, Verdict


def check_veto(case: Case) -> Verdict | None:
    """No binding -1 with a reason stands (`veto`). Nobody can overrule a veto; who cast it can withdraw it."""
    if not case.rule.veto.allowed:
        return None
    standing = tuple(ballot for ballot in _against(case) if ballot.binding and not lacks_reason(case.rule, ballot))
    open_, confirmed = challenged(case, standing), _confirmed(case, standing)
    mails = message_ids(standing) + tuple(
        mail for one in (*open_, *confirmed) for mail in (one.message_id, one.confirmed_in) if mail
    )
    if case.counts.vetoes > len(open_):
        reason = _say_vetoes(standing, case.counts.vetoes) + _say_confirmed(confirmed)
        return case.verdict("veto", Outcome.FAILED, reason, mails)
    if case.counts.vetoes:
        by = ", ".join(dict.fromkeys(one.by for one in open_))
        reason = f"{_say_vetoes(standing, case.counts.vetoes)}, challenged by {by}; nobody else whose vote binds has confirmed that it is valid"
        return case.verdict("veto", Outcome.UNCLEAR, reason, mails)
    return case.verdict("veto", Outcome.MET, "no binding -1 with a reason" if case.rule.veto.needs_reason else "no binding -1")


def challenged(case: Case, vetoes: tuple[Ballot, ...]) -> tuple[Dispute, ...]:
    """The disputes about these vetoes that nobody has settled, where the rule lets others confirm a veto (`veto.confirmed_by`)."""
    return tuple(one for one in _disputes(case, vetoes) if one.confirmed_by is None)


def _confirmed(case: Case, vetoes: tuple[Ballot, ...]) -> tuple[Dispute, ...]:
    return tuple(one for one in _disputes(case, vetoes) if one.confirmed_by is not None)


def _disputes(case: Case, vetoes: tuple[Ballot, ...]) -> tuple[Dispute, ...]:
    if case.rule.veto.confirmed_by == "nobody":
        return ()
    standing = set(message_ids(vetoes))
    return tuple(one for one in case.told.disputes if one.veto in standing)


def _say_confirmed(confirmed: tuple[Dispute, ...]) -> str:
    return f", confirmed by {', '.join(dict.fromkeys(str(one.confirmed_by) for one in confirmed))}" if confirmed else ""


def check_no_minus(case: Case) -> Verdict | None:
    """No -1 at all (`no_minus`), with or without a reason."""
    if not case.rule.no_minus:
        return None
    anyone = case.rule.minus_scope == "any"
    objecting = tuple(ballot for ballot in _against(case) if ballot.binding or anyone)
    if case.against():
        return case.verdict("veto", Outcome.FAILED, f"{case.against()} -1; none may stand", message_ids(objecting))
    return case.verdict("veto", Outcome.MET, "no -1" if anyone else "no binding -1")


def stopping(case: Case) -> tuple[Ballot, ...]:
    """The counted ballots that stop the vote as long as they stand."""
    rule = case.rule
    if not (rule.veto.allowed or rule.no_minus):
        return ()
    anyone = rule.no_minus and rule.minus_scope == "any"
    return tuple(b for b in _against(case) if (b.binding or anyone) and not lacks_reason(rule, b))


def waiting_for_reason(case: Case) -> tuple[Ballot, ...]:
    """The binding -1 that would be vetoes if their reason were given."""
    return tuple(ballot for ballot in case.tally.counted if ballot.binding and lacks_reason(case.rule, ballot))


def _against(case: Case) -> tuple[Ballot, ...]:
    return tuple(ballot for ballot in case.tally.counted if weighing_choice(ballot) is Choice.AGAINST)


def _say_vetoes(standing: tuple[Ballot, ...], count: int) -> str:
    names = ", ".join(say_voter(ballot) for ballot in standing[:3])
    return f"vetoed by {names}" if len(standing) == count <= 3 else f"{count} vetoes stand"
