"""What is signature, notice or footer? Letters: own, quote, attribution, signature, footer."""

from __future__ import annotations

import pytest

from kipbot.mail.ownwords import separate
from tests.mail.kinds import letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("+1\n-- \nBo\nhttps://example.org", "osss", id="the delimiter"),
        pytest.param("+1\n-- \nBo\n\nOn 5 Jun 2026, Ann wrote:\n> Hi", "ossaq", id="a signature above the quotation"),
        pytest.param("+1\n-- \nBo\n> Hi\nthanks", "ossqo", id="a quotation ends a signature"),
        pytest.param("> Hi\n+1\n-- \nBo", "qoss", id="a signature at the end"),
        pytest.param("+1\n--\nBo\nPhone: +1 212 555 0100", "osss", id="the delimiter without its blank"),
        pytest.param("Hello\n--\n+1 (binding)", "ooo", id="a vote below two dashes stays a vote"),
        pytest.param("Hello\n--\n" + "text\n" * 12, "oo" + "o" * 12, id="two dashes above much text are none"),
        pytest.param("+1\n—\nBo", "oss", id="a dash that a program has made of two"),
        pytest.param("Part one\n---\nPart two\n---\n+1", "ooooo", id="rules between parts"),
        pytest.param("+1\n---\nBo Lee\n+49 170 1234567", "osss", id="a rule above a telephone number"),
        pytest.param("+1\n____________\nBo Lee | bo@example.org", "oss", id="a line above an address"),
        pytest.param("+1\n==========\nBo\nhttps://example.org\n==========", "ossss", id="equal signs around a card"),
        pytest.param("Cheers,\nBo", "oo", id="a closing is the sender's"),
        pytest.param("+1\n\nSent from my iPhone", "os", id="an iPhone"),
        pytest.param(
            "+1\n\nSent from my iPhone\n\nOn 5 Jun 2026, Ann wrote:\n> Hi", "osaq", id="an iPhone above the quotation"
        ),
        pytest.param("+1\nGet Outlook for iOS<https://example.org/x>", "os", id="Outlook on iOS"),
        pytest.param("+1\nGet [Outlook for Android](https://example.org/x)\n", "os", id="Outlook on Android, a link around it"),
        pytest.param("+1\nSent from Yahoo Mail on Android", "os", id="Yahoo on Android"),
        pytest.param("+1\nSent via the Samsung Galaxy S20, an AT&T 5G smartphone", "os", id="Samsung"),
        pytest.param("+1\nSent with Proton Mail secure email.", "os", id="Proton"),
        pytest.param("+1\nSent from Mail for Windows", "os", id="Windows"),
        pytest.param("+1\nVon meinem iPhone gesendet", "os", id="an iPhone in German"),
        pytest.param("+1\nGesendet von Mail für Windows", "os", id="Windows in German"),
        pytest.param("+1\nEnvoyé de mon iPhone", "os", id="an iPhone in French"),
        pytest.param("+1\nEnviado desde mi iPhone", "os", id="an iPhone in Spanish"),
        pytest.param("+1\nEnviado do meu iPhone", "os", id="an iPhone in Portuguese"),
        pytest.param("+1\nInviato da iPhone", "os", id="an iPhone in Italian"),
        pytest.param("+1\nVerstuurd vanaf mijn iPhone", "os", id="an iPhone in Dutch"),
        pytest.param("+1\nSkickat från min iPhone", "os", id="an iPhone in Swedish"),
        pytest.param("+1\nLähetetty iPhonesta", "os", id="an iPhone in Finnish"),
        pytest.param("+1\nWysłane z iPhone'a", "os", id="an iPhone in Polish"),
        pytest.param("+1\nOdesláno z iPhonu", "os", id="an iPhone in Czech"),
        pytest.param("+1\nОтправлено с iPhone", "os", id="an iPhone in Russian"),
        pytest.param("+1\niPhone'umdan gönderildi", "os", id="an iPhone in Turkish"),
        pytest.param("+1\niPhoneから送信", "os", id="an iPhone in Japanese"),
        pytest.param("+1\n나의 iPhone에서 보냄", "os", id="an iPhone in Korean"),
        pytest.param("+1\n发自我的iPhone", "os", id="an iPhone in Chinese"),
        pytest.param("+1\n從我的 iPhone 傳送", "os", id="an iPhone in traditional Chinese"),
        pytest.param(
            "+1\n\nThis email and any attachments are confidential and may be\nprivileged.\n\nthanks",
            "osso",
            id="a legal notice",
        ),
        pytest.param("+1\n\nCONFIDENTIALITY NOTICE: whatever", "os", id="a confidentiality notice"),
        pytest.param("+1\n\nDiese E-Mail enthält vertrauliche Informationen.", "os", id="a legal notice in German"),
        pytest.param("+1\n\nCe message et ses pièces jointes sont confidentiels.", "os", id="a legal notice in French"),
        pytest.param("+1\n\n本邮件及其附件含有保密信息", "os", id="a legal notice in Chinese"),
        pytest.param("This message is intended to start\nthe vote", "oo", id="a sentence of a call that begins like a notice"),
        pytest.param("Sent from my phone, +1 from me", "o", id="a vote in the line of a phone"),
        pytest.param("This message is +1 from me", "o", id="a sentence that begins like a notice"),
        pytest.param("I sent this from my phone\n+1", "oo", id="a sentence about a phone"),
    ],
)
def test_signatures(text: str, expected: str) -> None:
    assert letters(separate(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "+1\n\n---------------------------------------------------------------------\nTo unsubscribe, e-mail: dev-unsubscribe@example.org\n"
            "For additional commands, e-mail: dev-help@example.org\n",
            "offf",
            id="ezmlm",
        ),
        pytest.param(
            "> Hi\n>\n> -----------\n> To unsubscribe, e-mail: x@example.org\n\n+1\n\n-----------\nTo unsubscribe, e-mail: x@example.org",
            "qqqoff",
            id="a footer in the quotation is quoted",
        ),
        pytest.param(
            "+1\n_______________________________________________\nDev mailing list -- dev@example.org\n"
            "To unsubscribe send an email to dev-leave@example.org\n%(web_page_url)slistinfo",
            "offff",
            id="Mailman 3",
        ),
        pytest.param(
            "+1\n_______________________________________________\ndev mailing list\ndev@example.org\nhttps://example.org/listinfo/dev",
            "offff",
            id="Mailman 2",
        ),
        pytest.param(
            "+1\n\n-- \nYou received this message because you are subscribed to the group.\nTo unsubscribe from this group, send",
            "osff",
            id="Google Groups",
        ),
        pytest.param(
            "+1\n\n---\nThis email has been checked for viruses by Example.\nhttps://example.org", "offf", id="a virus scanner"
        ),
        pytest.param("+1\n--~--~---------~--~----~------------~-------~--~----~\nfoo", "off", id="an old group"),
        pytest.param(
            "+1\nFrom: Ann\nSent: Fri\nSubject: Foo\n\nHi\n\n--------------------\nTo unsubscribe, e-mail: x@example.org",
            "oaaaqff",
            id="a footer below an unmarked quotation",
        ),
        pytest.param(
            "+1\n--------------------\nTo unsubscribe: x\n\nOn 5 Jun 2026, Ann wrote:\n> Hi\nthanks",
            "offaqo",
            id="a quotation ends it",
        ),
        pytest.param("I sent it to the mailing list\n--------------------\n+1", "ooo", id="a rule above a vote is no footer"),
    ],
)
def test_footers(text: str, expected: str) -> None:
    assert letters(separate(text)) == expected
