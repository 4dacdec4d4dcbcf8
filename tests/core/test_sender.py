"""Who wrote a mail, and what is not proven? Each row is a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.facts import Mailbox, MailReceived
from kipbot.core.people.names import Likeness, human_name, likeness
from kipbot.core.roster import Person, Role, Roster
from kipbot.core.tally import Voter

DEV = "dev@brook.example"
LIST = Mailbox("", DEV)

ROSTER = Roster(
    (
        Person(
            "joster",
            "Jo Oster",
            emails=("jo@fjord.example", "jo.oster@gmail.com"),
            github="jo-rides",
            roles=(Role("committer", date(2015, 3, 1)), Role("pmc", date(2017, 6, 1), date(2020, 12, 31))),
        ),
        Person("bovik", "Bo Vik", emails=("bo@fjord.example",), roles=(Role("committer", date(2018, 1, 1)),)),
        Person("mlin", "Mengyao (Becky) Lin", roles=(Role("pmc", date(2019, 5, 5)),)),
        Person("wxm", "王晓蒙", names=("Xiaomeng Wang",)),
        Person("kimys", "김영선"),
        Person("isil", "Işıl İnan"),
        Person("lukasz", "Łukasz Żółw"),
        Person("thuy", "Trần Đức Thủy"),
        Person("sigga", "Sigríður Þórðardóttir"),
        Person("jmul", "Jörg Müllner"),
        Person("asa", "Åsa Bjørk-Næss"),
        Person("abg", "A. Sofie Bly-Gould"),
        Person("tsilva1", "Teo Silva"),
        Person("tsilva2", "Teo Silva"),
        Person("ivanp", "Иван Прудов"),
        Person("doconnor", "Dara O'Connor"),
        Person("harku", "Harku Ilves", names=("Harku",)),
    )
)


def mail(name, address, **said):
    known = {"to": (LIST,), "list_id": "dev.brook.example"}
    said = {"sender": Mailbox(name, address)} | known | said
    return MailReceived("<m1@brook.example>", "d1", "[VOTE] KIP-7: Ponds", **said)


def identify(name, address, **said):
    return ROSTER.identify(mail(name, address, **said), [DEV])


def boxes(*pairs: tuple[str, str]) -> tuple[Mailbox, ...]:
    return tuple(Mailbox(name, address) for name, address in pairs)


@pytest.mark.parametrize(
    "name, address, person",
    [
        pytest.param("Jo Oster", "jo@fjord.example", "joster", id="a listed address is its owner's"),
        pytest.param("", "jo@fjord.example", "joster", id="no name is needed"),
        pytest.param("The Pond Cleaner", "jo@fjord.example", "joster", id="the name does not matter"),
        pytest.param("Bo Vik", "jo@fjord.example", "joster", id="the address decides, not the name"),
        pytest.param("Jo", "joster@apache.org", "joster", id="an id at apache.org is known without being listed"),
        pytest.param("Jo", "JOster@Apache.ORG", "joster", id="case does not matter"),
        pytest.param("Jo", "joster+brook@apache.org", "joster", id="a plus tag does not matter"),
        pytest.param("Jo", "jo@fjord.example.INVALID", "joster", id="a list's .INVALID is undone"),
        pytest.param("Jo", "jo@fjord.example.invalid", "joster", id="in small letters too"),
        pytest.param("Jo", "jooster@googlemail.com", "joster", id="googlemail is gmail, and dots there are nothing"),
        pytest.param("Jo", "j.o.oster+x@gmail.com", "joster", id="dots and tag at gmail"),
        pytest.param("Jo", "j.o@fjord.example", None, id="dots elsewhere are somebody else"),
        pytest.param("Jo Oster via groups.io", "jo=fjord.example@groups.io", "joster", id="Groups.io wraps the address"),
        pytest.param("Jo Oster", "jo=40fjord.example@dmarc.ietf.org", "joster", id="the IETF's lists wrap it as well"),
        pytest.param("Zed Quill", "zed@moor.example", None, id="an unknown address of an unknown name is a stranger"),
    ],
)
def test_an_address_decides(name, address, person):
    voter = identify(name, address)
    assert (voter.person, voter.doubt) == (person, None)


VIA = [
    pytest.param("Jo Oster via dev", {}, "joster", id="ezmlm: the only one of that name"),
    pytest.param("Jo Oster via Brook Dev", {}, "joster", id="Mailman"),
    pytest.param("'Jo Oster' via Brook Developers", {}, "joster", id="Google Groups"),
    pytest.param("Jo Oster (via dev)", {}, "joster", id="in parentheses"),
    pytest.param("dev on behalf of Jo Oster", {}, "joster", id="on behalf of"),
    pytest.param("Oster, Jo via dev", {}, "joster", id="last name first"),
    pytest.param("OSTER Jo via dev", {}, "joster", id="last name first without comma"),
    pytest.param("Jo Q. Oster via dev", {}, "joster", id="with a middle initial"),
    pytest.param("Dr. Jo Oster via dev", {}, "joster", id="with a title"),
    pytest.param("Becky Lin via dev", {}, "mlin", id="the nickname"),
    pytest.param("Mengyao Lin via dev", {}, "mlin", id="without the nickname"),
    pytest.param('Mengyao "Becky" Lin via dev', {}, "mlin", id="the nickname in quotes"),
    pytest.param("Lin, Mengyao (Becky) via dev", {}, "mlin", id="last name first, nickname behind"),
    pytest.param("王晓蒙 via dev", {}, "wxm", id="Chinese"),
    pytest.param("晓蒙 王 via dev", {}, "wxm", id="Chinese with the given name first"),
    pytest.param("Xiaomeng Wang (王晓蒙) via dev", {}, "wxm", id="both scripts"),
    pytest.param("Wang Xiaomeng 王晓蒙 via dev", {}, "wxm", id="both scripts without parentheses"),
    pytest.param("영선 김 via dev", {}, "kimys", id="Korean"),
    pytest.param("IŞIL İNAN via dev", {}, "isil", id="Turkish capitals"),
    pytest.param("Isil Inan via dev", {}, "isil", id="Turkish without marks"),
    pytest.param("Lukasz Zolw via dev", {}, "lukasz", id="Polish without marks"),
    pytest.param("Tran Duc Thuy via dev", {}, "thuy", id="Vietnamese without marks"),
    pytest.param("Thủy Trần Đức via dev", {}, "thuy", id="Vietnamese in Western order"),
    pytest.param("Sigridur Thordardottir via dev", {}, "sigga", id="Icelandic in plain letters"),
    pytest.param("Joerg Muellner via dev", {}, "jmul", id="German spelled out"),
    pytest.param("Jorg Mullner via dev", {}, "jmul", id="German without dots"),
    pytest.param("Asa Bjork Naess via dev", {}, "asa", id="Scandinavian, without the hyphen"),
    pytest.param("Anna Sofie Bly-Gould via dev", {}, "abg", id="an initial written out"),
    pytest.param("Иван Прудов via dev", {}, "ivanp", id="Cyrillic where the roster has it so"),
    pytest.param("Dara O’Connor via dev", {}, "doconnor", id="another apostrophe"),
    pytest.param("Harku via dev", {}, "harku", id="one word, listed as a spelling"),
    pytest.param("Jo via dev", {"reply_to": boxes(("", "jo@fjord.example"))}, "joster", id="Reply-To and a fitting given name"),
    pytest.param(
        "J. Oster via dev", {"reply_to": boxes(("", "jo@fjord.example"), ("", DEV))}, "joster", id="Reply-To beside the list"
    ),
    pytest.param("jo-rides via dev", {"reply_to": boxes(("", "jo@fjord.example"))}, "joster", id="Reply-To and a login"),
    pytest.param(
        "Jo Oster via dev", {"cc": boxes(("Jo Oster", "jo@fjord.example"))}, "joster", id="Cc, where answers stay on the list"
    ),
    pytest.param(
        "Jo Oster via dev",
        {"reply_to": (LIST,), "cc": boxes(("Bo Vik", "bo@fjord.example"), ("Jo Oster", "jo@fjord.example"))},
        "joster",
        id="another member in copy is a reader",
    ),
    pytest.param(
        "Bo Vik via dev", {"cc": boxes(("Jo Oster", "jo@fjord.example"))}, "bovik", id="a reader in copy is not the writer"
    ),
    pytest.param(
        "Teo Silva via dev", {"reply_to": boxes(("", "tsilva2@apache.org"))}, "tsilva2", id="Reply-To tells namesakes apart"
    ),
    pytest.param("Zed Quill via dev", {}, None, id="a name that nobody has is a stranger"),
    pytest.param("Zed Quill via dev", {"reply_to": boxes(("", "zed@moor.example"))}, None, id="a stranger with Reply-To"),
]


@pytest.mark.parametrize("name, said, person", VIA)
def test_behind_the_lists_address(name, said, person):
    voter = identify(name, DEV, **said)
    assert (voter.person, voter.doubt) == (person, None)
    assert voter.address != DEV


NOT_PROVEN = [
    pytest.param("Jo Oster", "jo@moor.example", {}, "joster", id="the name of a member, from an unknown address"),
    pytest.param("Oster, Jo (Moor Ltd)", "jo@moor.example", {}, "joster", id="the same with a company"),
    pytest.param("Jo Oster - Moor Ltd", "jo@moor.example", {}, "joster", id="the same with a company behind a dash"),
    pytest.param("Jo Maria Oster", "jo@moor.example", {}, "joster", id="with a name more"),
    pytest.param("Becky Lin", "becky@moor.example", {}, "mlin", id="the nickname of a member"),
    pytest.param("Jо Оstеr", "jo@moor.example", {}, "joster", id="Cyrillic letters in a Latin name"),
    pytest.param("Jο Οster", "jo@moor.example", {}, "joster", id="Greek letters"),
    pytest.param("Ｊｏ Ｏｓｔｅｒ", "jo@moor.example", {}, "joster", id="full-width letters"),
    pytest.param("J0 0ster", "jo@moor.example", {}, "joster", id="digits for letters"),
    pytest.param("J\u200bo Os\u200dter", "jo@moor.example", {}, "joster", id="zero widths inside"),
    pytest.param("\u202eretsO oJ\u202c Jo Oster", "jo@moor.example", {}, "joster", id="text that is turned around"),
    pytest.param("JoOster", "jo@moor.example", {}, "joster", id="without the blank"),
    pytest.param("Ⅰvan Vіk", "x@moor.example", {}, None, id="other letters, but nobody's name"),
    pytest.param("jo-rides", "x@moor.example", {}, "joster", id="a member's GitHub login as the name"),
    pytest.param("", "jo.oster@moor.example", {}, "joster", id="no name, but the address speaks one"),
    pytest.param("jo@fjord.example", "mallory@moor.example", {}, "joster", id="a member's address as the name"),
    pytest.param("Zed <bo@fjord.example>", "mallory@moor.example", {}, "bovik", id="a member's address inside the name"),
    pytest.param("Zed", "joster@apaсhe.org", {}, "joster", id="a look-alike domain in Cyrillic"),
    pytest.param("Zed", "joster@apache.org.moor.example", {}, "joster", id="a look-alike domain with more behind"),
    pytest.param("Zed", "joster@apache-org.example", {}, "joster", id="a look-alike domain with a dash"),
    pytest.param("Zed", "\u212ao@fjord.example", {}, None, id="a Kelvin sign is no k"),
    pytest.param("Jo Oster via dev", "dev@moor.example", {}, "joster", id="via dev over another address"),
    pytest.param(
        "Jo Oster via dev",
        "dev@moor.example",
        {"to": boxes(("", "dev@moor.example"), ("", DEV))},
        "joster",
        id="a mail that names its own list in To",
    ),
    pytest.param("Jo Oster via dev", "bo@fjord.example", {}, None, id="via dev over another member's address"),
    pytest.param(
        "Jo Oster via dev", DEV, {"reply_to": boxes(("Jo Oster", "jo@moor.example"))}, "joster", id="Reply-To is unknown"
    ),
    pytest.param(
        "Jo Oster via dev",
        DEV,
        {"reply_to": boxes(("", "mallory@moor.example")), "cc": boxes(("Jo Oster", "jo@fjord.example"))},
        "joster",
        id="the forger put the member in copy",
    ),
    pytest.param(
        "Jo Oster via dev",
        DEV,
        {"cc": boxes(("Jo Oster", "mallory@moor.example"), ("", "jo@fjord.example"))},
        "joster",
        id="two mailboxes in copy bear the name",
    ),
    pytest.param(
        "Jo via dev", DEV, {"cc": boxes(("Jo Vik", "jo@moor.example"), ("Jo", "jo@fjord.example"))}, "joster", id="a given name"
    ),
    pytest.param(
        "Teo Silva via dev",
        DEV,
        {"cc": boxes(("Teo Silva", "tsilva1@apache.org"), ("Teo Silva", "tsilva2@apache.org"))},
        None,
        id="two members in copy whose names fit",
    ),
    pytest.param("Bo Vik via dev", DEV, {"reply_to": boxes(("", "jo@fjord.example"))}, None, id="Reply-To is another member's"),
    pytest.param("Bo Vik via dev", DEV, {"cc": boxes(("", "jo@fjord.example"))}, None, id="a nameless Cc is another member's"),
    pytest.param("Bo Vik via dev", DEV, {"cc": boxes(("Bo Vik", "jo@fjord.example"))}, None, id="a Cc with two minds"),
    pytest.param(
        "Zed Quill via dev", DEV, {"reply_to": boxes(("", "jo@fjord.example"))}, "joster", id="Reply-To does not fit the name"
    ),
    pytest.param("Teo Silva via dev", DEV, {}, None, id="a name that two share"),
    pytest.param("Jo Maria Oster via dev", DEV, {}, "joster", id="nearly the name"),
    pytest.param("Jо Оstеr via dev", DEV, {}, "joster", id="the list's address and other letters"),
    pytest.param("J\u200bo Oster via dev", DEV, {}, "joster", id="the list's address and a zero width"),
    pytest.param("jo-rides via dev", DEV, {}, "joster", id="the list's address and a login"),
    pytest.param("Jo Oster", DEV, {}, "joster", id="the list's address without via"),
    pytest.param("", DEV, {}, None, id="the list's address and no name"),
    pytest.param("Jo Oster", "", {}, "joster", id="no address at all"),
    pytest.param("Jo Oster", "jo@fjord.example", {"troubles": ("From is ambiguous",)}, "joster", id="two readings of From"),
    pytest.param(
        "Jo Oster", "m@moor.example", {"troubles": ("From is ambiguous",)}, "joster", id="two readings, a member's name"
    ),
    pytest.param("Zed", "m@moor.example", {"troubles": ("From is ambiguous",)}, None, id="two readings, nobody known"),
    pytest.param("Jo", "j2@moor.example", {"reply_to": boxes(("", "jo@fjord.example"))}, "joster", id="answers go to a member"),
    pytest.param("Zed", "joster=apache.org@moor.example", {}, None, id="wrapped by nobody's host"),
]


@pytest.mark.parametrize("name, address, said, may_be", NOT_PROVEN)
def test_nobody_is_proven(name, address, said, may_be):
    voter = identify(name, address, **said)
    assert voter.person is None
    assert voter.may_be == may_be
    assert may_be is None or voter.doubt


@pytest.mark.parametrize(
    "name, address, said",
    [
        pytest.param("Teo Silva via dev", DEV, {}, id="a name that two share"),
        pytest.param("Teo Silva", "teo@moor.example", {}, id="a name that two share, from an unknown address"),
        pytest.param("Bo Vik via dev", DEV, {"reply_to": boxes(("", "jo@fjord.example"))}, id="name and Reply-To disagree"),
        pytest.param("Jo Oster via dev", "bo@fjord.example", {}, id="via dev over another member's address"),
        pytest.param("Zed", "m@moor.example", {"troubles": ("From is ambiguous",)}, id="two readings of From"),
        pytest.param("", DEV, {}, id="the list names nobody"),
    ],
)
def test_a_doubt_without_one_person_is_still_a_doubt(name, address, said):
    voter = identify(name, address, **said)
    assert voter.doubt
    assert voter.may_be is None


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Jo", id="a given name alone"),
        pytest.param("Oster", id="a family name alone"),
        pytest.param("Jo Silva", id="parts of two people"),
        pytest.param("John Q. Oster", id="another given name"),
        pytest.param("晓蒙", id="a Chinese given name alone"),
        pytest.param("王", id="a Chinese family name alone"),
        pytest.param("Jo B. Nygaard", id="a shared given name"),
    ],
)
def test_a_stranger_is_not_bothered(name):
    assert identify(name, "someone@moor.example") == Voter(None, name, "someone@moor.example")


def test_two_rewritten_voters_are_two():
    one, other = identify("Zed Quill via dev", DEV), identify("Ada Quill via dev", DEV)
    assert one.key != other.key


def test_nameless_rewritten_mails_are_not_one_voter():
    one = ROSTER.identify(mail("", DEV), [DEV])
    other = ROSTER.identify(MailReceived("<m2@brook.example>", "d2", "s", Mailbox("", DEV)), [DEV])
    assert one.key != other.key


def test_one_person_with_several_addresses_is_one_voter():
    forms = [identify("Jo", "jo@fjord.example"), identify("", "joster@apache.org"), identify("Jo Oster via dev", DEV)]
    assert {voter.key for voter in forms} == {"id:joster"}


@pytest.mark.parametrize(
    "shown, name",
    [
        ("'Jo Oster' via Brook Dev", "Jo Oster"),
        ('"Jo Oster" via dev', "Jo Oster"),
        ("Jo Oster via dev", "Jo Oster"),
        ("Olivia Viadotto", "Olivia Viadotto"),
        ('Mengyao "Becky" Lin', 'Mengyao "Becky" Lin'),
        ("Jo\r\n Oster", "Jo Oster"),
    ],
)
def test_the_name_is_shown_without_what_the_list_added(shown, name):
    assert human_name(shown)[0] == name


def test_a_known_voter_without_a_display_name_has_the_rosters():
    assert identify("", "jo@fjord.example").name == "Jo Oster"


@pytest.mark.parametrize(
    "lists, said, person",
    [
        pytest.param([], {"list_id": "Brook <dev.brook.example>"}, "joster", id="the List-Id names the list"),
        pytest.param([], {"list_id": ""}, "joster", id="To names the list where nothing better does"),
        pytest.param([], {"list_id": "users.brook.example"}, None, id="another list's List-Id"),
        pytest.param(["users@brook.example"], {}, "joster", id="a second list of the same host"),
        pytest.param(["users@moor.example"], {}, None, id="a List-Id of a host that is not ours"),
    ],
)
def test_which_address_is_the_lists(lists, said, person):
    assert ROSTER.identify(mail("Jo Oster via dev", DEV, **said), lists).person == person


@pytest.mark.parametrize(
    "one, other, near",
    [
        ("Ann A. Berg", "Ann B. Berg", Likeness.NONE),
        ("Ann Berg", "Ann B. Berg", Likeness.SAME),
        ("A. Berg", "Ann Berg", Likeness.WEAK),
        ("Annie Berg", "Anna Berg", Likeness.WEAK),
        ("Ann Berg", "Eva Berg", Likeness.NONE),
        ("Ann Eva Berg", "Ann Berg", Likeness.CLOSE),
        ("Ann Berg (she/her)", "Ann Berg", Likeness.SAME),
        ("Jean-Luc Noir", "Jean Luc Noir", Likeness.SAME),
        ("", "Ann Berg", Likeness.NONE),
        ("李", "李明", Likeness.WEAK),
    ],
)
def test_likeness_of_names(one, other, near):
    assert likeness(one, other) is near
    assert likeness(other, one) is near


def test_an_address_of_two_people_is_neithers():
    roster = Roster((Person("a", "A Bee", emails=("x@moor.example",)), Person("c", "C Dee", emails=("x@moor.example",))))
    voter = roster.identify(mail("A Bee", "x@moor.example"), [DEV])
    assert (voter.person, voter.may_be) == (None, None)
    assert voter.doubt == "the roster gives this address to a and c"


_TEXT = st.one_of(
    st.text(max_size=40), st.sampled_from(["Jo Oster", "via dev", "'", '"', "(", ",", DEV, "jo@fjord.example", "王", "\u0130"])
)
_NAMES = st.lists(_TEXT, max_size=5).map(" ".join)
_BOXES = st.lists(
    st.builds(Mailbox, _NAMES, st.one_of(_TEXT, st.sampled_from([DEV, "jo@fjord.example", "x=y.z@groups.io"]))), max_size=3
).map(tuple)


@given(_BOXES.filter(len), _BOXES, _BOXES, st.text(max_size=20))
def test_whatever_a_mail_says_somebody_or_nobody_wrote_it(sender, reply_to, cc, list_id):
    voter = ROSTER.identify(mail("x", "y", sender=sender[0], reply_to=reply_to, cc=cc, list_id=list_id), [DEV])
    assert voter.person is None or ROSTER.get(voter.person) is not None
    assert voter.address != DEV
