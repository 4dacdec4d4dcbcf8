"""Which end does a call announce? All calls below were sent on Saturday 1 June 2024 at 12:00 UTC unless the row says otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kipbot.core.announcement.deadline import announced_end
from kipbot.core.announcement.zones import offset_of
from kipbot.core.facts import Line, LineKind

SENT = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)


def end_of(text: str, sent: datetime = SENT) -> datetime | None:
    return announced_end(tuple(Line(LineKind.OWN, row) for row in text.split("\n")), sent)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Vote open for at least 72 hours.", 72),
        ("The vote will be open for 72h", 72),
        ("This vote is open for 72 hrs.", 72),
        ("The vote will remain open for at least seventy-two hours.", 72),
        ("Voting is open for three days", 72),
        ("Please vote in the next 3 days.", 72),
        ("Please vote within the next 72 hours.", 72),
        ("The vote is open for at least 3 days (72 hours).", 72),
        ("The vote will be open for 72+ hours.", 72),
        ("This vote will be open for a minimum of 72 hours and until three +1 are cast.", 72),
        ("It will run for at least 72 hours.", 72),
        ("Vote open ~48 h", 48),
        ("The vote will be open for 24 hours as discussed.", 24),
        ("The vote ends in 5 days.", 120),
        ("The vote will be open for 7 days", 168),
        ("The vote will run for one week.", 168),
        ("The vote runs for a week.", 168),
        ("I'll keep the vote open for two weeks.", 336),
        ("This is a 72-hour vote.", 72),
        ("The vote is open\nfor at least 72\nhours.", 72),
        ("The vote runs for 72 hours. As it is summer, the vote stays open for 7 days.", 168),
        ("Die Abstimmung läuft mindestens 72 Stunden.", 72),
        ("Die Abstimmung ist eine Woche offen.", 168),
        ("Le vote reste ouvert pendant au moins 72 heures.", 72),
        ("El voto estará abierto durante 72 horas.", 72),
        ("La votazione resta aperta per 72 ore.", 72),
        ("La votazione è aperta per tre giorni.", 72),
        ("A votação ficará aberta por 72 horas.", 72),
        ("De stemming blijft drie dagen open.", 72),
        ("Le vote de 72h est ouvert.", 72),
        ("投票将持续至少72小时。", 72),
        ("投票は72時間行われます。", 72),
        ("투표는 72시간 동안 진행됩니다.", 72),
        ("Голосование продлится 72 часа.", 72),
    ],
)
def test_a_length_counts_from_the_call(text: str, hours: int) -> None:
    assert end_of(text) == SENT + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The vote ends at 2024-06-05 10:00:00 UTC", "2024-06-05T10:00:00Z"),
        ("The vote is open until 2024-06-05T10:00Z.", "2024-06-05T10:00:00Z"),
        ("The vote closes on 2024-10-05T09:00 PT", "2024-10-05T16:00:00Z"),
        ("The vote closes on 2024-12-05 9am PT", "2024-12-05T17:00:00Z"),
        ("The vote closes 2024-06-05 18:00 +02:00", "2024-06-05T16:00:00Z"),
        ("The vote is open until 2024-06-05 18:00 UTC+8", "2024-06-05T10:00:00Z"),
        ("Please vote by Friday, October 4 2024 09:00 UTC", "2024-10-04T09:00:00Z"),
        ("The vote ends on 5 June 2024, 16:00 CEST", "2024-06-05T14:00:00Z"),
        ("The vote ends on June 5th, 2024 at 4pm ET.", "2024-06-05T20:00:00Z"),
        ("The vote will be open until Wednesday, June 5, 9am PT", "2024-06-05T16:00:00Z"),
        ("The vote will be open until Wednesday June 5, 9:00 AM Pacific Time", "2024-06-05T16:00:00Z"),
        ("Vote by 9am PT on June 10", "2024-06-10T16:00:00Z"),
        ("The vote ends at 16:00 CEST on 5 June.", "2024-06-05T14:00:00Z"),
        ("This vote is open through Sunday, June 9 at 23:59 PDT", "2024-06-10T06:59:00Z"),
        ("Voting closes Tuesday at noon UTC", "2024-06-04T12:00:00Z"),
        ("Voting closes on Wednesday, 5 June at 18:30 IST.", "2024-06-05T13:00:00Z"),
        ("Voting closes on 5 June 2024 18:00 JST.", "2024-06-05T09:00:00Z"),
        ("Voting ends midnight UTC on 2024-06-08", "2024-06-09T00:00:00Z"),
        ("Vote deadline: 2024-06-09", "2024-06-09T23:59:59Z"),
        ("Please vote by Wednesday 12th", "2024-06-12T23:59:59Z"),
        ("The vote is open until Wednesday 2024-06-05 12:00 UTC.", "2024-06-05T12:00:00Z"),
        ("The vote is open until Wed, 2024-06-05 at noon UTC.", "2024-06-05T12:00:00Z"),
        ("The vote is open until 2024-06-05 (Wednesday) 12:00 UTC.", "2024-06-05T12:00:00Z"),
        ("Please vote by Friday.", "2024-06-07T23:59:59Z"),
        ("The vote is open until tomorrow 18:00 UTC.", "2024-06-02T18:00:00Z"),
        ("Vote until June 8th AoE", "2024-06-09T11:59:59Z"),
        ("The vote will be open until 30/06/2024", "2024-06-30T23:59:59Z"),
        ("The vote is open from June 3 to June 10, 2024", "2024-06-10T23:59:59Z"),
        (
            "The vote will be open for 72 hours, until 2024-06-05 10:00 UTC and until 3 binding +1 votes have been received.",
            "2024-06-05T10:00:00Z",
        ),
        ("The vote runs for 72 hours, until 2024-06-03 10:00 UTC.", "2024-06-04T12:00:00Z"),
        (
            "The vote ends: https://www.timeanddate.com/worldclock/fixedtime.html?msg=x&iso=20240605T1000&p1=1440",
            "2024-06-05T10:00:00Z",
        ),
        ("https://www.timeanddate.com/worldclock/fixedtime.html?iso=20240605T1000&p1=137", "2024-06-05T17:00:00Z"),
        ("The vote is open for 4 working days.", "2024-06-07T00:00:00Z"),
        ("Vote open for 72 hours (excluding weekends)", "2024-06-06T00:00:00Z"),
        ("Die Abstimmung endet am 5. Juni 2024 um 18 Uhr MESZ.", "2024-06-05T16:00:00Z"),
        ("Die Abstimmung läuft bis 05.06.2024.", "2024-06-05T23:59:59Z"),
        ("Le vote est ouvert jusqu'au 5 juin 2024 18h00 UTC.", "2024-06-05T18:00:00Z"),
        ("投票截止到2024年6月5日18:00 (UTC+8)", "2024-06-05T10:00:00Z"),
        ("投票は2024年6月5日まで。", "2024-06-05T23:59:59Z"),
        ("The vote is open until January 8.", None),
        ("The vote will be open until 06/05/2024", "2024-06-05T23:59:59Z"),
        ("The vote ends on 2024-05-20.", None),
        ("The vote ends on 2027-01-01.", None),
        ("The vote ends on 2024-06-31.", None),
    ],
)
def test_a_day_is_the_end(text: str, end: str | None) -> None:
    assert end_of(text) == (datetime.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    "text",
    [
        "Please vote.",
        "The previous vote was open for 7 days.",
        "The vote was called within 72 hours of the last RC vote.",
        "I tested RC0 for 72 hours and vote +1.",
        "The soak test ran for 48 hours before this vote.",
        "This was discussed 3 days ago, please vote.",
        "Support for the old protocol ends on 2024-12-31.",
        "Feature freeze is on 2024-07-01, please vote.",
        "Retention is 7 days, and the vote is on the default.",
        "The KIP was updated on 2024-05-30.",
        "The release of 2024-06-10 brings 12 fixes.",
        "Requests time out after 30 seconds.",
        "See version 3.9.0, 72 files changed.",
    ],
)
def test_no_end_is_announced(text: str) -> None:
    assert end_of(text) is None


THURSDAY = datetime(2026, 5, 7, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Bitte stimmt bis Dienstag, 12. Mai, 18:00 UTC ab", "2026-05-12T18:00:00Z"),
        ("Bitte stimmen Sie bis zum 12. Mai 2026 um 18 Uhr MESZ ab.", "2026-05-12T16:00:00Z"),
        ("Stimmt bitte bis Freitag ab.", "2026-05-08T23:59:59Z"),
        ("Bitte gebt eure Stimme bis zum 12.05.2026 ab.", "2026-05-12T23:59:59Z"),
        ("Abstimmungsende: 12. Mai 2026, 18:00 UTC", "2026-05-12T18:00:00Z"),
        ("Die Abstimmung endet am Dienstag, dem 12. Mai, um 18:00 Uhr UTC.", "2026-05-12T18:00:00Z"),
        ("Die Abstimmung läuft bis Dienstag, den 12. Mai 2026, 18:00 Uhr MESZ.", "2026-05-12T16:00:00Z"),
        ("Die Abstimmung schließt am 12. Mai 2026.", "2026-05-12T23:59:59Z"),
        ("Votez avant le mardi 12 mai à 18h00 UTC.", "2026-05-12T18:00:00Z"),
        ("Merci de voter avant le 12 mai 2026, 18:00 UTC.", "2026-05-12T18:00:00Z"),
        ("Le vote se termine le 12 mai à 18h UTC.", "2026-05-12T18:00:00Z"),
        ("Veuillez voter d'ici vendredi.", "2026-05-08T23:59:59Z"),
        ("Veuillez voter d’ici le 12 mai 2026.", "2026-05-12T23:59:59Z"),
        ("Le vote sera clos le mardi 12 mai 2026 à 20h CEST.", "2026-05-12T18:00:00Z"),
        ("Le scrutin est ouvert jusqu'au mardi 12 mai, 18h00 UTC.", "2026-05-12T18:00:00Z"),
        ("Le vote prend fin le 12 mai.", "2026-05-12T23:59:59Z"),
        ("Por favor, votad hasta el martes 12 de mayo a las 18:00 UTC", "2026-05-12T18:00:00Z"),
        ("Voten antes del 12 de mayo de 2026 a las 18:00 UTC.", "2026-05-12T18:00:00Z"),
        ("La votación termina el 12 de mayo de 2026.", "2026-05-12T23:59:59Z"),
        ("La votación cierra el viernes.", "2026-05-08T23:59:59Z"),
        ("La votación está abierta hasta el martes, 12 de mayo del 2026, 18 horas UTC", "2026-05-12T18:00:00Z"),
        ("Votate entro martedì 12 maggio, ore 18:00 UTC", "2026-05-12T18:00:00Z"),
        ("La votazione è aperta fino al 12 maggio 2026 alle 18:00 UTC", "2026-05-12T18:00:00Z"),
        ("Si prega di votare entro venerdì.", "2026-05-08T23:59:59Z"),
        ("La votazione si chiude il 12 maggio alle ore 18:00 UTC.", "2026-05-12T18:00:00Z"),
        ("Votate prima del 12 maggio.", "2026-05-12T23:59:59Z"),
        ("Por favor votem até terça-feira, 12 de maio, às 18:00 UTC", "2026-05-12T18:00:00Z"),
        ("A votação fica aberta até 12 de maio de 2026.", "2026-05-12T23:59:59Z"),
        ("Votem antes de 12 de maio.", "2026-05-12T23:59:59Z"),
        ("A votação termina na terça-feira, 12 de maio de 2026, às 18h UTC.", "2026-05-12T18:00:00Z"),
        ("Votem até sexta-feira.", "2026-05-08T23:59:59Z"),
        ("A votação encerra em 12 de maio de 2026.", "2026-05-12T23:59:59Z"),
        ("Stem voor dinsdag 12 mei 18:00 UTC", "2026-05-12T18:00:00Z"),
        ("Graag stemmen vóór 12 mei 2026 om 18:00 UTC", "2026-05-12T18:00:00Z"),
        ("De stemming loopt tot en met 12 mei.", "2026-05-12T23:59:59Z"),
        ("De stemming sluit op 12 mei 2026 om 18.00 uur UTC.", "2026-05-12T18:00:00Z"),
        ("Breng je stem uit voor vrijdag.", "2026-05-08T23:59:59Z"),
        ("De stemming eindigt dinsdag 12 mei om 20 uur CEST.", "2026-05-12T18:00:00Z"),
    ],
)
def test_people_ask_for_votes_until_a_day_in_their_own_language(text: str, end: str) -> None:
    assert end_of(text, THURSDAY) == datetime.fromisoformat(end)


@pytest.mark.parametrize(
    "text",
    [
        "Das stimmt so, wir treffen uns am 12. Mai.",
        "Je vote +1, testé à 18h.",
        "La release est prévue avant le 12 mai 2026.",
        "Stem +1 van mij, getest op 12 mei.",
        "Ich stimme mit +1.",
    ],
)
def test_no_end_is_announced_in_another_language(text: str) -> None:
    assert end_of(text, THURSDAY) is None


def test_a_quoted_end_is_not_the_senders() -> None:
    assert announced_end((Line(LineKind.QUOTE, "Vote open for 72 hours", 1),), SENT) is None


def test_a_date_without_a_year_is_the_next_one() -> None:
    assert end_of("The vote is open until January 3.", datetime(2024, 12, 30, 9, tzinfo=UTC)) == datetime(
        2025, 1, 3, 23, 59, 59, tzinfo=UTC
    )


def test_working_days_skip_the_weekend() -> None:
    friday = datetime(2024, 6, 7, 9, 0, tzinfo=UTC)
    assert end_of("The vote is open for 4 working days.", friday) == datetime(2024, 6, 13, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "local", "hours"),
    [
        ("PT", "2024-03-10T01:59", -8),
        ("PT", "2024-03-10T03:00", -7),
        ("PT", "2024-11-03T01:00", -7),
        ("PT", "2024-11-03T02:00", -8),
        ("ET", "2024-07-01T00:00", -4),
        ("PST", "2024-07-01T00:00", -8),
        ("CET", "2024-07-01T00:00", 1),
        ("Central European Time", "2024-07-01T00:00", 2),
        ("Central European Time", "2024-03-31T01:00", 1),
        ("Central European Time", "2024-10-27T04:00", 1),
        ("UTC+5:30", "2024-07-01T00:00", 5.5),
        ("-03:00", "2024-07-01T00:00", -3),
        ("AoE", "2024-07-01T00:00", -12),
    ],
)  # fmt: skip
def test_zones(zone: str, local: str, hours: float) -> None:
    assert offset_of(zone, datetime.fromisoformat(local)) == timedelta(hours=hours)


@pytest.mark.parametrize("zone", ["XYZ", "+99:00", ""])
def test_an_unknown_zone_is_no_offset(zone: str) -> None:
    assert offset_of(zone, SENT) is None


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from(list("vote until 0123456789-/:.TZ+hdayweekmarchUTC月日\n")), max_size=200),
    sent=st.datetimes(timezones=st.just(UTC)),
)
def test_no_text_and_no_time_breaks_the_reader(text: str, sent: datetime) -> None:
    end = end_of("vote until " + text, sent)
    assert end is None or sent < end <= sent + timedelta(days=366)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("Vote ends 06/07/2024", datetime(2024, 7, 6, 23, 59, 59, tzinfo=UTC), id="both are near: the later"),
        pytest.param("Vote ends 06/12/2024", datetime(2024, 6, 12, 23, 59, 59, tzinfo=UTC), id="only the 12th of June is near"),
        pytest.param("Vote ends 13/06/2024", datetime(2024, 6, 13, 23, 59, 59, tzinfo=UTC), id="there is no thirteenth month"),
        pytest.param("Vote ends 01/02/2024", None, id="both are past"),
    ],
)
def test_a_day_in_numbers_is_the_later_reading_that_is_near(text: str, end: datetime | None) -> None:
    assert end_of(text) == end
