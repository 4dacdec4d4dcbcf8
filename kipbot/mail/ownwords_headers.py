"""Which lines are the header of an older mail: "-----Original Message-----", "From: Sent: To: Subject:" in any language?"""

from __future__ import annotations

import re

from kipbot.core.facts import LineKind
from kipbot.mail.ownwords_body import Body

_ORIGINAL = (
    "original message|original appointment|original mail|reply message|replied message|ursprüngliche nachricht|original-nachricht|"
    "originalnachricht|ursprüngliche mitteilung|message d['’]origine|message original|message initial|messaggio originale|"
    "mensaje original|mensagem original|missatge original|oorspronkelijk bericht|origineel bericht|ursprungligt meddelande|"
    "originalmeddelande|oprindelig meddelelse|opprinnelig melding|opprinnelig meddelelse|alkuperäinen viesti|wiadomość oryginalna|"
    "oryginalna wiadomość|treść oryginalnej wiadomości|původní zpráva|původní e-mail|pôvodná správa|исходное сообщение|"
    "оригинальное сообщение|оригінальне повідомлення|вихідне повідомлення|изходно съобщение|orijinal mesaj|orjinal mesaj|özgün ileti|"
    "原始邮件|原始郵件|原邮件|原郵件|原始信件|原始消息|回复的原邮件|元のメッセージ|original メッセージ|元のメール|원본 메시지|원본 메일|"
    "원본메시지|eredeti üzenet|αρχικό μήνυμα|הודעה מקורית|الرسالة الأصلية|رسالة أصلية|thư gốc|tin nhắn gốc|pesan asli|mesaj original|"
    "mesajul original|originalna poruka|izvorna poruka|izvirno sporočilo"
)
_FORWARDED = (
    "forwarded message|forwarded mail|forwarded by .{1,80}|forwarded e-mail|start of forwarded message|begin forwarded message|"
    "weitergeleitete nachricht|weitergeleitete mail|anfang der weitergeleiteten (?:nachricht|e-mail)|message transféré|"
    "début du message (?:transféré|réexpédié)|messaggio inoltrato|inizio messaggio inoltrato|mensaje reenviado|"
    "inicio del mensaje reenviado|mensagem encaminhada|mensagem reencaminhada|início da mensagem (?:encaminhada|reencaminhada)|"
    "doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat meddelande|vidarebefordrat mejl|vidarebefordrat brev|"
    "videresendt (?:meddelelse|melding|e-mail)|videresendt besked|välitetty viesti|edelleenlähetetty viesti|"
    "(?:treść )?przekazan(?:a|ej) wiadomoś(?:ć|ci)|początek przekazywanej wiadomości|přeposlaná zpráva|přeposlaný e-mail|"
    "preposlaná správa|пересылаемое сообщение|перенаправленное сообщение|пересланное письмо|пересланное сообщение|переадресованное сообщение|начало переадресованного сообщения|"
    "переслане повідомлення|препратено съобщение|iletilen mesaj|iletilmiş mesaj|yönlendirilen (?:mesaj|ileti)|转发邮件|转发的邮件|"
    "邮件转发|转发邮件信息|轉寄郵件|轉寄的郵件|轉寄信件|転送メッセージ|転送されたメッセージ|転送メール|전달된 메시지|전달된 메일|továbbított üzenet|"
    "továbbított levél|προωθημένο μήνυμα|הודעה שהועברה|רسالة معاد توجيهها|رسالة معاد توجيهها|الرسالة المحولة|thư được chuyển tiếp|"
    "chuyển tiếp|pesan terusan|pesan yang diteruskan|mesaj redirecționat|mesaj transmis mai departe|proslijeđena poruka|"
    "posredovano sporočilo|missatge reenviat"
)
_RULE = r"[-_=*~‐‑‒–—―>#+]{2,80}+"
ORIGINAL = re.compile(rf"{_RULE} ?(?:{_ORIGINAL})(?: from .{{1,80}})?[:：]? ?(?:{_RULE})?$|{_RULE} ?original ?{_RULE}$")
GLUED_ORIGINAL = re.compile(rf"(?<![-_*‐–—])[-_*‐–—]{{3,40}}+ ?(?:{_ORIGINAL}|original) ?[-_*‐–—]{{3,40}}")
FORWARDED = re.compile(rf"{_RULE} ?(?:{_FORWARDED})[:：]? ?(?:{_RULE})?$|(?:{_FORWARDED}) ?[:：]$")
RULED_WORDS = re.compile(r"[-_=*‐–—]{2,80}+ ?[^\W\d_][^-_=\n]{2,60}[-_=*‐–—]{2,80}$")
RULE_LINE = re.compile(r"[-_=*‐–—―]{5,200}$")

_LABELS = {
    "from": "from|de|von|da|od|van|fra|från|lähettäjä|kimden|gönderen|от|от кого|від|від кого|差出人|发件人|發件人|寄件者|寄件人|发信人|보낸 사람|보낸사람|"
    "발신|feladó|από|מאת|من|từ|người gửi|dari|de la|expéditeur|remitente|mittente|afzender|avsändare|absender|remetente|saatja|pošiljatelj|"
    "odesílatel|nadawca|送信元|送信者",
    "date": "sent|date|sent at|sent on|envoyé|envoyé le|date d'envoi|gesendet|gesendet am|datum|inviato|inviata|data|enviado|enviado el|enviada em|"
    "enviado em|fecha|fecha de envío|отправлено|дата|送信日時|日時|日付|送信日|发送时间|發送時間|发送日期|发件时间|日期|時間|时间|寄件日期|傳送時間|"
    "verzonden|verzonden op|sendt|skickat|dato|wysłano|wysłane|data wysłania|odesláno|odoslané|lähetetty|päivämäärä|päiväys|"
    "gönderildi|gönderme tarihi|tarih|보낸 날짜|보낸날짜|날짜|elküldve|dátum|στάλθηκε|ημερομηνία|נשלח|תאריך|تاريخ|التاريخ|تاريخ الإرسال|"
    "надіслано|ngày|đã gửi|gửi|tanggal|dikirim|trimis|saadetud|poslano|data i godzina",
    "to": "to|à|a|an|para|кому|宛先|收件人|收件者|aan|til|till|do|komu|vastaanottaja|kime|alıcı|받는 사람|받는사람|수신|címzett|προς|אל|إلى|"
    "đến|tới|kepada|către|destinataire|destinatario|destinatário|empfänger|pour|per",
    "cc": "cc|bcc|kopie|copie|copia|kopia|cópia|копия|копія|抄送|副本|참조|másolatot kap|κοιν\\.|kopi|cc to|c\\.c\\.|reply-to|reply to|"
    "importance|priority|attachments|organization|newsgroups|mailing-list|priorité|priorität|wichtigkeit|message-id|in-reply-to",
    "subject": "subject|objet|betreff|oggetto|asunto|assunto|тема|件名|主题|主題|主旨|标题|標題|onderwerp|emne|ämne|temat|předmět|predmet|aihe|"
    "konu|제목|tárgy|θέμα|נושא|الموضوع|chủ đề|tiêu đề|perihal|subjek|subiect|teema|assumpte|re",
}
LABEL_OF = {label.replace("\\", ""): sort for sort, labels in _LABELS.items() for label in labels.split("|")}
# A header block in one line: the labels in this order, each not far behind the one before.
_ONE_LINE = tuple(
    re.compile(rf"(?<![^\W_])(?:{labels}) ?[:：]")
    for labels in (
        "from|de|von|da|van|från|fra|от|发件人|寄件者|差出人",
        "sent|date|envoyé|gesendet|inviato|enviado|enviada em|verzonden|skickat|sendt|дата|отправлено|发送时间|日期|送信日時",
        "to|à|an|a|para|aan|till|til|кому|收件人|宛先|subject|objet|betreff|oggetto|asunto|assunto|onderwerp|ämne|emne|тема|主题|件名",
    )
)
_NEAR = 200


def one_line_block(low: str) -> tuple[int, int] | None:
    """Where "From: ... Sent: ... To: ... Subject: ..." begins and ends inside a line in lower case; None when it is not there."""
    first = _ONE_LINE[0].search(low)
    if first is None:
        return None
    end = first.end()
    for pattern in _ONE_LINE[1:]:
        found = pattern.search(low, end, end + _NEAR)
        if found is None:
            return None
        end = found.end()
    subject = _ONE_LINE[2].search(low, end, end + _NEAR)
    return first.start(), subject.end() if subject is not None else end


_RULE_SIGNS = frozenset("-_=*~‐‑‒–—―>#+")


def is_original(text: str) -> bool:
    """True for "-----Original Message-----" in any of the languages."""
    bare = text.strip()
    return bare[:1] in _RULE_SIGNS and ORIGINAL.match(_lower(bare)) is not None


def is_forwarded(text: str) -> bool:
    """True for "---------- Forwarded message ---------" and "Begin forwarded message:" in any of the languages."""
    bare = text.strip()
    return (bare[:1] in _RULE_SIGNS or bare[-1:] in ":：") and FORWARDED.match(_lower(bare)) is not None


def _lower(text: str) -> str:
    """Lower case that does not make two characters of the Turkish capital I with its dot."""
    return text[:200].replace("İ", "i").replace("\xa0", " ").lower()


def label_sort(text: str) -> str | None:
    """Which header a line of a header block is ("from", "date", "to", "cc", "subject"), None when it is none."""
    return LABEL_OF.get(_label(text).lower())


def is_labelled(text: str) -> bool:
    """True for "Word: something" in whatever language, as the lines of a header block are."""
    label = _label(text)
    return 0 < len(label) <= 24 and label.count(" ") <= 2 and label.strip(_AROUND) != text.strip(_AROUND)[:60]


_AROUND = "*_> \t\xa0\u2009\u202f\u200e\u200f\u202a\u202b\u202c"


def _label(text: str) -> str:
    head = text.lstrip()[:60].replace("：", ":")
    label, colon, _ = head.partition(":")
    return label.strip(_AROUND) if colon else ""


def end_of_headers(body: Body, start: int) -> int:
    """The line after a header block that begins at `start`; `start` itself when there is none."""
    sorts: set[str] = set()
    depth, end, last = body.depths[start], start, ""
    for at in range(start, min(start + 16, body.size)):
        text = body.texts[at]
        if body.depths[at] != depth:
            break
        sort = label_sort(text)
        if sort is not None and not (sort == "from" and sort in sorts):
            sorts.add(sort)
            end, last = at + 1, sort
        elif text.strip() and not _continues_header(text, last):
            break
        elif text.strip():
            end = at + 1
        elif "subject" in sorts and "from" in sorts and "date" in sorts:
            break
    return end if "from" in sorts and ("date" in sorts or "subject" in sorts) else start


def _continues_header(text: str, last: str) -> bool:
    if last in ("to", "cc", "from") and ("@" in text or ";" in text):
        return True
    return last != "" and text[:1] in " \t" and len(text.strip()) > 0


def mode_below(body: Body, end: int) -> LineKind:
    """What unmarked lines below a header block are: the sender's only when marked lines come first."""
    below = body.filled[end] if end < body.size else body.size
    return LineKind.OWN if below < body.size and body.depths[below] else LineKind.QUOTE
