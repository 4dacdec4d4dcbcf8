"""Whose words are these? Each row is a mail with the letters of its lines: own, quote, attribution, signature, footer, forward (w)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kipbot.core.facts import Line, LineKind
from kipbot.mail.ownwords import separate
from tests.mail.attribution_styles import STYLES

LETTERS = {
    LineKind.OWN: "o",
    LineKind.QUOTE: "q",
    LineKind.ATTRIBUTION: "a",
    LineKind.SIGNATURE: "s",
    LineKind.FOOTER: "f",
    LineKind.FORWARD: "w",
}
# Attributions without date, address or first word say too little to be found inside a line.
NOT_GLUED = {
    "Gmail of 2011 without verb",
    "Horde in English without address",
    "an old program in Japanese",
    "Postbox on two lines",
}


def letters(lines: tuple[Line, ...]) -> str:
    """The kinds of the lines that are not blank."""
    return "".join(LETTERS[line.kind] for line in lines if line.text.strip())


def own(text: str, *, flowed: bool = False) -> list[str]:
    """The sender's own lines that are not blank."""
    return [line.text for line in separate(text, flowed=flowed) if line.kind is LineKind.OWN and line.text.strip()]


@pytest.mark.parametrize("attribution", [pytest.param(style, id=name) for name, style in STYLES.items()])
class TestEveryAttribution:
    def test_own_words_above_a_marked_quotation(self, attribution: str) -> None:
        assert own(f"+1 (binding)\n\n{attribution}\n\n> Please vote.\n> I am -1 on this.\n") == ["+1 (binding)"]

    def test_own_words_below_a_marked_quotation(self, attribution: str) -> None:
        assert own(f"{attribution}\n> Please vote.\n> I am -1 on this.\n\n+1 (binding)\n") == ["+1 (binding)"]

    def test_own_words_above_an_unmarked_quotation(self, attribution: str) -> None:
        assert own(f"+1 (binding)\n\n{attribution}\n\nPlease vote.\n\nI am -1 on this.\n") == ["+1 (binding)"]

    def test_no_blank_lines_at_all(self, attribution: str) -> None:
        assert own(f"+1 (binding)\n{attribution}\nPlease vote.\nI am -1 on this.") == ["+1 (binding)"]

    def test_every_line_of_it_is_the_attribution(self, attribution: str) -> None:
        lines = separate(f"Fine.\n\n{attribution}\n> Hello")
        assert letters(lines) == "o" + "a" * len(attribution.split("\n")) + "q"


@pytest.mark.parametrize(
    "attribution", [pytest.param(style, id=name) for name, style in STYLES.items() if name not in NOT_GLUED]
)
def test_an_attribution_glued_to_own_words_is_cut_off(attribution: str) -> None:
    assert own(f"+1 (binding) {attribution}\nPlease vote.\nI am -1 on this.") == ["+1 (binding)"]


@pytest.mark.parametrize(
    ("line", "depth", "text"),
    [
        pytest.param("> Hello", 1, "Hello", id="one mark and a blank"),
        pytest.param(">Hello", 1, "Hello", id="one mark without a blank"),
        pytest.param(">> Hello", 2, "Hello", id="two marks"),
        pytest.param("> > Hello", 2, "Hello", id="two marks with a blank between"),
        pytest.param(">>>Hello", 3, "Hello", id="three marks, nothing else"),
        pytest.param("> > > > > > > Hello", 7, "Hello", id="seven marks"),
        pytest.param(" > Hello", 1, "Hello", id="a blank before the mark"),
        pytest.param(">  Hello", 1, " Hello", id="the second blank is the text's"),
        pytest.param(">", 1, "", id="an empty quoted line"),
        pytest.param(">+1 (non-binding)", 1, "+1 (non-binding)", id="a flattened quotation"),
        pytest.param("> [X] +1, accept", 1, "[X] +1, accept", id="a tick inside the quotation is kept"),
        pytest.param("JR> Hello", 1, "Hello", id="initials"),
        pytest.param("JR>> Hello", 2, "Hello", id="initials and two marks"),
        pytest.param("&gt; Hello", 1, "Hello", id="an entity that a converter left"),
        pytest.param("＞ Hello", 1, "Hello", id="a full-width mark"),
        pytest.param("\xa0> Hello", 1, "Hello", id="a hard blank before the mark"),
    ],
)
def test_marks_are_taken_off_and_counted(line: str, depth: int, text: str) -> None:
    assert separate(line) == (Line(LineKind.QUOTE, text, depth),)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(">= 3 binding votes are needed", id="a comparison"),
        pytest.param("<b>bold</b>", id="a tag"),
        pytest.param("-> see the wiki", id="an arrow"),
        pytest.param("| candidate | vote |", id="a table"),
        pytest.param("a > b", id="a sign inside the line"),
        pytest.param("", id="an empty line"),
        pytest.param("    +1", id="an indented line without attribution"),
    ],
)
def test_what_only_looks_like_a_mark_is_the_senders(line: str) -> None:
    assert separate(line + "\n") == (Line(LineKind.OWN, line),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # --- between quotations
        pytest.param("On 5 Jun 2026, Ann wrote:\n> a\n\n+1\n\n> b\n\nno\n", "aqoqo", id="inline answers are own words"),
        pytest.param("> a\n+1", "qo", id="own words directly below a quotation without attribution"),
        pytest.param("Hi,\nAnn wrote:\n> a\nBob wrote:\n> b\n+1", "oaqaqo", id="two quotations with attributions"),
        pytest.param(
            "On 5 Jun 2026, Ann wrote:\n\n+1\n\n> Please vote\n", "aoq", id="own words between attribution and quotation"
        ),
        pytest.param(
            "+1\n\nOn 5 Jun 2026 Ann <a@example.org> wrote:\n[...]\n> Please vote\nthanks",
            "oaoqo",
            id="an elision below the attribution",
        ),
        pytest.param(
            "On 5 Jun 2026, Ann <a@example.org>\n> wrote:\n>> Please vote\n\n+1",
            "aaqo",
            id="the verb got a mark when it was wrapped",
        ),
        pytest.param(
            "On 5 Jun 2026, Ann <a@example.org>\nwrote:\n\n> Please vote\n+1", "aaqo", id="an attribution on two lines"
        ),
        pytest.param(
            "+1\n> On 5 Jun 2026, Ann wrote:\n>> Please vote", "oqq", id="an attribution inside a quotation is quoted"
        ),
        # --- lost marks
        pytest.param(
            "> this is a long quoted line that some program has wrapped at its own\nwidth without\n> telling anybody about it",
            "qqq",
            id="the end of a wrapped quoted line without its mark",
        ),
        pytest.param(
            "> this is a long quoted line that ends exactly at the end of a sentence.\n+1\n> and another one",
            "qoq",
            id="a vote between quoted lines is no wrapped line",
        ),
        pytest.param(
            "> this is a long quoted line that some program may have wrapped or not at\nagreed\n> telling anybody about it",
            "qoq",
            id="a short answer between quoted lines is no wrapped line",
        ),
        # --- other marks than ">"
        pytest.param(
            "+1\n\nOn 5 Jun 2026, Ann wrote:\n\n    Please vote\n    now\n\nThanks", "oaqqo", id="indented by four blanks"
        ),
        pytest.param("+1\n\nAnn Lee wrote:\n\tPlease vote\n\nThanks", "oaqo", id="indented by a tab below a bare name"),
        pytest.param("+1\n\nAnn wrote:\n| Please vote\n| -1\nThanks", "oaqqo", id="bars"),
        pytest.param("Ann wrote:\n: Please vote\n: -1\n+1", "aqqo", id="colons"),
        pytest.param("Ann wrote:\nAnnLee> Please vote\nAnnLee> -1\n+1", "aqqo", id="a name before the mark"),
        pytest.param("+1\n\n| Please vote\n| -1\n\nThanks", "oqqo", id="bars without an attribution"),
        pytest.param("| +1 | Ann |\n| -1 | Bob |", "oo", id="a table of votes is no quotation"),
        # --- no attribution
        pytest.param(
            "Here is what Ann wrote:\n\nI think it is fine.\n\n+1",
            "ooo",
            id="a sentence that ends with wrote is no attribution",
        ),
        pytest.param("As Ann said:\nlet us go.\n+1", "ooo", id="reported speech"),
        pytest.param("I tested:\n- signatures\n- build\n\n+1 (binding)", "oooo", id="a list below a colon"),
        pytest.param("Votes on 2026-06-05:\n+1 Ann\n+1 Bob", "ooo", id="a tally below a date"),
        pytest.param("Votes cast:\n+1 Ann Lee <ann@example.org>\n+1 Bo <bo@example.org>", "ooo", id="a tally with addresses"),
        pytest.param("+1 and see my comment:\n> Please vote", "oq", id="a vote above a quotation is no attribution"),
        pytest.param("My 5c:\n> Please vote\nfine", "oqo", id="a remark above a quotation"),
        pytest.param("On 5 June you wrote: fine.\n\n+1 (binding)", "oo", id="a sentence to the reader"),
        pytest.param("The vote ends on 2026-06-08 at 10:00:\nplease test", "oo", id="a date at the end of a sentence"),
        pytest.param("Hi Ann,\n\n+1\n\nBob", "ooo", id="no quotation at all"),
        pytest.param(
            "+1 (binding)\nChecked on Mon 2026-06-05 10:00: all fine\nthanks", "ooo", id="a time stamp inside own words"
        ),
        pytest.param(
            "2026-06-05 Ann <a@example.org>\n2026-06-06 Bo <b@example.org>\n+1", "ooo", id="a list of dates and addresses"
        ),
        pytest.param("LGTM\n\nAnn Lee said:\nfine\n\n+1", "oooo", id="a name that said something"),
        pytest.param(
            "+1\n\nOn 5 Jun 2026, Ann wrote:\n    Dear all,\nplease vote.\n\n-1", "oaqqq", id="an indented first line"
        ),
        pytest.param(
            "+1\nAnn via Foo Mail [https://foo.example/mail]\nOn 5 Jun 2026, Bo <b@example.org> wrote:\n-1",
            "ooaq",
            id="a link above it",
        ),
        pytest.param("+1\n---- Replied Message ----\n| From | Bo |\n| Date | now |\n-1", "oaqqq", id="a table of headers"),
        pytest.param(
            "+1\n\nIn reply to Bo Hay's message of Fri, 5 Jun 2026:\n\n    please\n    now\n",
            "oaqq",
            id="a phrase that is not listed",
        ),
        # --- unmarked originals
        pytest.param(
            "+1\n\nBob\n\nAnn Lee wrote:\n\nPlease vote\n\n-1",
            "ooaqq",
            id="a bare name above unmarked lines, own words before it",
        ),
        pytest.param(
            "+1\n\nOn Mon, 5 Jun 2026 Ann <a@example.org> wrote:\nPlease vote\n\nOn Sun, Bo <b@example.org> wrote:\n> hi\n\n-1",
            "oaqqqq",
            id="a quotation inside an unmarked one does not end it",
        ),
    ],
)
def test_quotations(text: str, expected: str) -> None:
    assert letters(separate(text)) == expected


HEADERS = {
    "English": "From: Ann Lee <ann@example.org>\nSent: Friday, June 5, 2026 3:37 PM\nTo: dev@example.org\nSubject: Re: [VOTE] Foo",
    "English with date": "From: Ann Lee <ann@example.org>\nDate: Friday, June 5, 2026 at 3:37 PM\nTo: dev@example.org\nCc: x\nSubject: Foo",
    "English, bold": "*From:* Ann Lee <ann@example.org>\n*Sent:* Friday\n*To:* dev@example.org\n*Subject:* Foo",
    "English, bold without": "**From:** Ann\n**Date:** Friday\n**To:** dev@example.org\n**Subject:** Foo",
    "English, blank lines between": "From: Ann Lee\n\nSent: Friday\n\nTo: dev@example.org\n\nSubject: Foo",
    "English, long list of addresses": "From: Ann\nSent: Friday\nTo: dev@example.org; Bo <bo@example.org>;\n  Cy <cy@example.org>\nSubject: Foo",
    "French": "De : Ann Lee [mailto:ann@example.org]\nEnvoyé : vendredi 5 juin 2026 15:37\nÀ : dev@example.org\nObjet : Re: Foo",
    "French with hard blanks": "De\xa0: Ann Lee\nEnvoyé\xa0: vendredi 5 juin 2026\nÀ\xa0: dev@example.org\nObjet\xa0: Foo",
    "German": "Von: Ann Lee <ann@example.org>\nGesendet: Freitag, 5. Juni 2026 15:37\nAn: dev@example.org\nBetreff: AW: Foo",
    "Spanish": "De: Ann Lee <ann@example.org>\nEnviado el: viernes, 5 de junio de 2026 15:37\nPara: dev@example.org\nAsunto: Foo",
    "Portuguese": "De: Ann Lee <ann@example.org>\nEnviada em: sexta-feira, 5 de junho de 2026\nPara: dev@example.org\nAssunto: Foo",
    "Italian": "Da: Ann Lee <ann@example.org>\nInviato: venerdì 5 giugno 2026 15:37\nA: dev@example.org\nOggetto: R: Foo",
    "Dutch": "Van: Ann Lee <ann@example.org>\nVerzonden: vrijdag 5 juni 2026 15:37\nAan: dev@example.org\nOnderwerp: Foo",
    "Swedish": "Från: Ann Lee <ann@example.org>\nSkickat: den 5 juni 2026 15:37\nTill: dev@example.org\nÄmne: SV: Foo",
    "Danish": "Fra: Ann Lee <ann@example.org>\nSendt: 5. juni 2026 15:37\nTil: dev@example.org\nEmne: SV: Foo",
    "Finnish": "Lähettäjä: Ann Lee <ann@example.org>\nLähetetty: perjantai 5. kesäkuuta 2026\nVastaanottaja: dev\nAihe: Foo",
    "Polish": "Od: Ann Lee <ann@example.org>\nWysłano: piątek, 5 czerwca 2026 15:37\nDo: dev@example.org\nTemat: Foo",
    "Czech": "Od: Ann Lee <ann@example.org>\nOdesláno: pátek 5. června 2026\nKomu: dev@example.org\nPředmět: Foo",
    "Russian": "От: Анна Ли <ann@example.org>\nОтправлено: 5 июня 2026 г. 15:37\nКому: dev@example.org\nТема: Foo",
    "Ukrainian": "Від: Анна Лі <ann@example.org>\nНадіслано: 5 червня 2026\nКому: dev@example.org\nТема: Foo",
    "Turkish": "Kimden: Ann Lee <ann@example.org>\nGönderildi: 5 Haziran 2026 Cuma 15:37\nKime: dev@example.org\nKonu: Foo",
    "Chinese": "发件人: Ann Lee <ann@example.org>\n发送时间: 2026年6月5日 15:37\n收件人: dev@example.org\n主题: Re: Foo",
    "Chinese, wide colons": "发件人：Ann Lee\n发送时间：2026年6月5日\n收件人：dev@example.org\n主题：Foo",
    "Chinese, traditional": "寄件者: Ann Lee <ann@example.org>\n寄件日期: 2026年6月5日\n收件者: dev@example.org\n主旨: Foo",
    "Japanese": "差出人: Ann Lee <ann@example.org>\n送信日時: 2026年6月5日 15:37\n宛先: dev@example.org\n件名: Foo",
    "Korean": "보낸 사람: Ann Lee <ann@example.org>\n보낸 날짜: 2026년 6월 5일\n받는 사람: dev@example.org\n제목: Foo",
    "Hungarian": "Feladó: Ann Lee <ann@example.org>\nElküldve: 2026. június 5.\nCímzett: dev@example.org\nTárgy: Foo",
    "Greek": "Από: Ann Lee <ann@example.org>\nΣτάλθηκε: Παρασκευή, 5 Ιουνίου 2026\nΠρος: dev@example.org\nΘέμα: Foo",
    "Hebrew": "מאת: Ann Lee <ann@example.org>\nנשלח: 5 ביוני 2026\nאל: dev@example.org\nנושא: Foo",
    "Vietnamese": "Từ: Ann Lee <ann@example.org>\nNgày: 5/6/2026\nĐến: dev@example.org\nChủ đề: Foo",
}
RULES = [
    "-----Original Message-----",
    "-------- Original Message --------",
    "----- Original Message -----",
    "------------------ Original ------------------",
    "-----Message d'origine-----",
    "-----Message d’origine-----",
    "-----Ursprüngliche Nachricht-----",
    "-------- Ursprüngliche Nachricht --------",
    "-------- Original-Nachricht --------",
    "-----Mensaje original-----",
    "-----Mensagem original-----",
    "-----Messaggio originale-----",
    "-------- Oorspronkelijk bericht --------",
    "-----Ursprungligt meddelande-----",
    "-----Oprindelig meddelelse-----",
    "-----Alkuperäinen viesti-----",
    "-----Wiadomość oryginalna-----",
    "---------- Původní e-mail ----------",
    "-----Исходное сообщение-----",
    "-------- Исходное сообщение --------",
    "-----Orijinal Mesaj-----",
    "-----原始邮件-----",
    "------------------ 原始邮件 ------------------",
    "---- 回复的原邮件 ----",
    "-----Eredeti üzenet-----",
    "-----원본 메시지-----",
    "-------- Reply Message --------",
    "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐",
]


@pytest.mark.parametrize("block", [pytest.param(block, id=name) for name, block in HEADERS.items()])
class TestEveryHeaderBlock:
    def test_it_and_all_below_it_are_not_the_senders(self, block: str) -> None:
        assert own(f"+1 (binding)\n\nBo\n\n{block}\n\nPlease vote.\n\n-1 from me\n[ ] +1\n") == ["+1 (binding)", "Bo"]

    def test_the_rule_above_it_belongs_to_it(self, block: str) -> None:
        lines = separate(f"+1\n________________________________\n{block}\n\nPlease vote.")
        assert letters(lines) == "oa" + "a" * len([line for line in block.split("\n") if line]) + "q"

    def test_marked_lines_below_it_let_the_sender_write_below_them(self, block: str) -> None:
        assert own(f"{block}\n\n> Please vote.\n\n+1") == ["+1"]

    def test_a_forwarded_mail_casts_no_vote(self, block: str) -> None:
        assert own(f"See below.\n\n---------- Forwarded message ---------\n{block}\n\n+1 (binding)\n") == ["See below."]


@pytest.mark.parametrize("rule", RULES)
class TestEveryRuleOfAnOriginal:
    def test_all_below_it_is_not_the_senders(self, rule: str) -> None:
        assert own(f"+1\n\n{rule}\nPlease vote.\n\n-1") == ["+1"]

    def test_header_lines_may_follow(self, rule: str) -> None:
        assert letters(separate(f"+1\n{rule}\n{HEADERS['French']}\n\nPlease vote\n-1")) == "oaaaaaqq"

    def test_an_attribution_may_follow(self, rule: str) -> None:
        text = (
            f"+1\n\n{rule}\nOn Friday, June 5th, 2026 at 3:37 PM, Ann Lee <ann@example.org> wrote:\n\n> Please vote\n\nthanks"
        )
        assert letters(separate(text)) == "oaaqo"

    def test_a_converter_may_glue_it_to_the_line(self, rule: str) -> None:
        assert own(f"+1 (binding){rule}From: Ann Lee Date: 5 Jun 2026 Subject: Foo\n-1") == ["+1 (binding)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "+1\n> From: ann@example.org\n> Date: Fri\n> Subject: Foo\n>\n> Please\nthanks", "oaaaqo", id="Hotmail, all marked"
        ),
        pytest.param(
            "+1\n> From: ann@example.org\n> Date: Fri\n> Subject: Foo\n>\nPlease\n-1",
            "oaaaqq",
            id="Hotmail, text without marks",
        ),
        pytest.param("+1 From: Ann Sent: Friday To: dev Subject: Foo Please vote\n-1", "oaqq", id="all in one line"),
        pytest.param("____\nFrom: Ann Sent: Friday To: dev Subject: Foo Please vote", "oaq", id="all in one line below a rule"),
        pytest.param(
            "+1\n--- Alkup. ---\nAbc: Ann <a@example.org>\nDef: 5.6.2026\n\n-1", "oaqqq", id="a language that nobody listed"
        ),
        pytest.param("Rename from: a\nto: b\n+1", "ooo", id="from and to without date or subject are own words"),
        pytest.param("----- Results -----\n+1 Ann\n+1 Bo", "ooo", id="a title between rules is the sender's"),
        pytest.param("Subject: see above\n+1", "oo", id="one label is no header block"),
        pytest.param("Date: 5 June\nTo: all\n+1", "ooo", id="no sender, no header block"),
    ],
)
def test_header_blocks(text: str, expected: str) -> None:
    assert letters(separate(text)) == expected


@pytest.mark.parametrize(
    "rule",
    [
        "---------- Forwarded message ---------",
        "-------- Forwarded Message --------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "Anfang der weitergeleiteten Nachricht:",
        "-------- Message transféré --------",
        "Début du message réexpédié :",
        "---------- Messaggio inoltrato ----------",
        "Inizio messaggio inoltrato:",
        "---------- Mensaje reenviado ----------",
        "---------- Mensagem encaminhada ----------",
        "---------- Doorgestuurd bericht ----------",
        "---------- Vidarebefordrat meddelande ----------",
        "---------- Välitetty viesti ----------",
        "---------- Przekazana wiadomość ----------",
        "---------- Přeposlaná zpráva ----------",
        "-------- Пересылаемое сообщение --------",
        "-------- Перенаправленное сообщение --------",
        "---------- İletilen mesaj ----------",
        "---------- Forwarded by Ann Lee/Example on 06/05/2026 ----------",
        "-----邮件转发-----",
        "---------- 转发的邮件 ----------",
        "---------- 轉寄郵件 ----------",
        "---------- 転送メッセージ ----------",
        "---------- 전달된 메시지 ----------",
        "---------- Προωθημένο μήνυμα ----------",
    ],
)
def test_a_forwarded_mail_and_all_below_it_is_nobodys_ballot(rule: str) -> None:
    lines = separate(f"FYI\n\n{rule}\nFrom: Ann <ann@example.org>\nSubject: Foo\n\n+1 (binding)\n> -1\n-- \nAnn\n")
    assert letters(lines) == "owwwwwww"


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one \ntwo\nthree", ["one two", "three"], id="a line that ends with a blank goes on"),
        pytest.param("one \n\ntwo", ["one ", "", "two"], id="an empty line ends the paragraph"),
        pytest.param(" one\n two", ["one", "two"], id="the stuffed blank is taken away"),
        pytest.param("> one \n> two\nthree", ["one two", "three"], id="quoted lines of one depth are joined"),
        pytest.param("> one \n>> two\nthree", ["one ", "two", "three"], id="other depth, other paragraph"),
        pytest.param("one\n-- \nBo \nLee", ["one", "-- ", "Bo Lee"], id="the signature delimiter does not flow"),
        pytest.param("[ ] +1 \n[ ] -1", ["[ ] +1 ", "[ ] -1"], id="a ballot's box begins a line"),
    ],
)
def test_flowed_text_is_joined(text: str, expected: list[str]) -> None:
    assert [line.text for line in separate(text, flowed=True)] == expected


def test_a_stuffed_mark_is_a_quotation_that_was_pasted() -> None:
    assert separate(" > two", flowed=True) == (Line(LineKind.QUOTE, "two", 1),)


def test_an_attribution_that_flows_is_one_line() -> None:
    lines = separate(
        "+1\n\nOn Fri, 5 Jun 2026 15:37:00 +0200, Ann Lee <ann@example.org> \nwrote:\n\n> Please \n> vote", flowed=True
    )
    assert letters(lines) == "oaq"


def test_carriage_returns_end_lines_too() -> None:
    assert own("+1\r\n\r\n> Hi\r\nthanks\r\n") == ["+1", "thanks"]


def test_lines_of_an_unmarked_quotation_are_one_deep_and_marked_ones_deeper() -> None:
    lines = separate("+1\n-----Original Message-----\nHi\n> there\n")
    assert [(line.text, line.depth) for line in lines][2:] == [("Hi", 1), ("there", 2)]


def test_a_glued_line_keeps_all_its_words() -> None:
    assert separate("+1 (binding)2019 年 10 月 30 日周三 9:48,X 写道: 请投票") == (
        Line(LineKind.OWN, "+1 (binding)"),
        Line(LineKind.ATTRIBUTION, "2019 年 10 月 30 日周三 9:48,X 写道:"),
        Line(LineKind.QUOTE, "请投票", 1),
    )


_PIECES = st.sampled_from(
    [
        "On Mon, 5 Jun 2026 ",
        "Ann <a@example.org> ",
        "wrote:",
        "\n",
        "\n\n",
        "> ",
        "-- \n",
        "From: x\n",
        "Sent: y\n",
        "+1",
        "____\n",
        "é",
        "\r",
    ]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map("".join))
def test_no_word_is_lost_whatever_comes(text: str) -> None:
    said = "".join(text.split())
    kept = "".join("".join(line.text.split()) for line in separate(text))
    for mark in (">", "＞", "|", ":"):
        said, kept = said.replace(mark, ""), kept.replace(mark, "")
    assert len(kept) <= len(said)
    assert set(kept) >= set(said) - set("&gt;") - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def test_a_mail_of_more_lines_than_anybody_reads_keeps_them_as_one() -> None:
    lines = separate("+1\n" * 30_000)
    assert lines[0] == Line(LineKind.OWN, "+1")
    assert (lines[-1].kind, sum(line.text.count("+1") for line in lines)) == (LineKind.QUOTE, 30_000)


@pytest.mark.parametrize(
    "piece",
    [
        "On Mon, ",
        "On Mon, 5 Jun 2026\n",
        "\n",
        ">",
        "> \n",
        "x",
        "-- \n",
        "From: a\n",
        "From: a sent: b to: c ",
        "Ann <a@example.org>\n",
        "-----Original Message-----",
        "----",
        "_____\n",
        "| a\n",
        "+1 On Mon, 5 Jun 2026 x <a@b> y\n",
        "wrote: ",
        "this message and any ",
        " ",
        "<",
        "&gt;",
    ],
)
def test_hostile_mail_is_read_to_its_end(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    assert separate(text)
    assert separate(text, flowed=True)
