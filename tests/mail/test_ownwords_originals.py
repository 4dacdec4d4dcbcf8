"""Where does an older mail begin that was left below without marks? Letters: own, quote, attribution, forward (w)."""

from __future__ import annotations

import pytest

from kipbot.mail.ownwords import separate
from tests.mail.kinds import letters, own

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
