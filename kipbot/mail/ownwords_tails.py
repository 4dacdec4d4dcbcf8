"""Which lines below a letter are no part of it: signature of a phone, legal notice, what the list or a scanner added?"""

from __future__ import annotations

import re

from kipbot.core.facts import LineKind
from kipbot.core.memo import remembered
from kipbot.mail import ownwords_headers as headers
from kipbot.mail import ownwords_replies as replies
from kipbot.mail.attributions import TOKEN, Grade
from kipbot.mail.ownwords_body import LOOKED_AT, Body, Found, Place

# What phones and mail programs add. Matched at the start of a short line in lower case.
_PHONES = (
    r"sent (?:from|via|with|using|by) (?:my|the|a|an|iphone|ipad|outlook|yahoo|mail|proton|blackberry|samsung|gmail|mobile|mailbird|"
    r"android|superhuman|hey|spark|tutanota|k-9|thunderbird|windows|hubspot|mutt|aqua|blue|fairemail|missive|shortwave|canary)|"
    r"this (?:message|e-?mail|mail) was sent (?:from|by|with|using) (?:my|a|an) |sent from [^\s.]{2,20} (?:for|on|mail|mobile)\b|"
    r"get \[?(?:outlook|bluemail|boxer) for |(?:typed|written|composed|tapped out) (?:on|with|from) (?:my|a|an) |"
    r"apologies for (?:any )?(?:brevity|typos)|(?:please )?(?:excuse|pardon|forgive) (?:my |any |the )?(?:brevity|typos|terse)|"
    r"von meine[mr] .{2,40} gesendet|gesendet (?:von|mit|aus|über) |diese nachricht wurde von meinem |holen sie sich outlook|outlook für |"
    r"envoyé (?:de|depuis|à partir de|avec|par|via) |envoyé d['’]|obtenez outlook|obtenir outlook|télécharge[rz] outlook|"
    r"inviato (?:da|dal|con) |inviata (?:da|dal) |scarica outlook|ottieni outlook|"
    r"enviado (?:desde|do|de|a partir d|con|via|por) ?|enviada? (?:do meu|desde) |obt[eé]n(?:er|ga|ha)? (?:o )?outlook|baixar o outlook|"
    r"verzonden (?:vanaf|met|via|vanuit) |verstuurd vanaf |outlook voor |download outlook|"
    r"skickat från|skickades från|hämta outlook|sendt fra|sendt via|hent outlook|få outlook|lähetetty |hanki outlook|"
    r"wysłan[eoay] z|pobierz (?:aplikację )?outlook|odesláno z|odoslan[éo] z|získejte outlook|stáhnout outlook|"
    r"отправлено (?:с|из|со) |надіслано (?:з|із) |изпратено от |скачать outlook|получить outlook|"
    r"elküldve |iphone'umdan |ipad'imden |(?:iphone|ipad|android)['’]?\w{0,6} gönderildi|στάλθηκε από |αποστολή από |"
    r"נשלח מ|أرسلت من|أُرسلت من|تم الإرسال من|được gửi từ|gửi từ |dikirim dari|trimis de pe|poslano s|trimis din|saadetud minu|bidalia |enviat des de"
)
_PHONES_UNSPACED = r"发自我的|从我的.{1,20}发送|發自我的|從我的.{1,20}傳送|傳送自我的|来自我的|取得 outlook|获取 outlook|.{2,20}から送信|.{2,20}에서 보냄|나의 .{2,20}에서"
PHONE = re.compile(rf"[*_<\[(]{{0,3}}(?:{_PHONES}|{_PHONES_UNSPACED})")

LEGAL = re.compile(
    r"[*_]{0,2}(?:confidentiality (?:notice|note|statement)|(?:legal |email )?disclaimer ?[:\-]|(?:important )?notice: this|privileged (?:and|&) confidential|"
    r"(?:the )?information (?:contained )?(?:in|transmitted (?:by|with)) this (?:e-?mail|message|communication|transmission)|"
    r"th(?:is|e) (?:e-?mail|message|communication|transmission|electronic mail)(?: message)?(?: \(including [^()]{1,60}\))?,?"
    r"(?:(?: and| together with| including|, including) any .{3,60})? "
    r"(?:is|are|may|contains?|(?:is|are) (?:intended|confidential)|may contain)\b.{0,80}(?:confidential|privileged|proprietary|intended (?:only|solely|exclusively|for the|recipient)|solely for the)|"
    r"if you (?:are not the (?:intended|named)|have received this (?:e-?mail|message|communication) in error)|"
    r"please consider the environment before|"
    r"diese (?:e-?mail|nachricht)(?: und .{3,40})? (?:enthält|enthalten|ist|sind|kann) .{0,60}(?:vertraulich|bestimmt)|"
    r"ce (?:message|courriel|courrier|mail)(?: électronique)?.{0,80}confidentiel|les informations contenues dans ce|"
    r"este (?:mensaje|correo|e-?mail).{0,80}(?:confidencial|dirigid)|esta mensagem.{0,80}confidencia|a informação contida nest|"
    r"(?:questo|il presente) messaggio.{0,80}(?:riservat|confidenzial)|le informazioni contenute|"
    r"(?:de informatie|dit bericht|dit e-mailbericht).{0,80}vertrouwelijk|wiadomość ta.{0,60}poufn|niniejsza wiadomość|"
    r"(?:это|данное|настоящее) (?:сообщение|электронное).{0,80}конфиденциальн|"
    r"本(?:邮件|郵件|电子邮件|電子郵件).{0,40}(?:保密|机密|機密|仅限|僅限)|この(?:メール|電子メール).{0,40}(?:機密|秘密))"
)

# What lists and scanners append, at the start of a line in lower case.
FOOTER = re.compile(
    r"(?:to unsubscribe(?: from this (?:list|group|thread|mailing list).{0,60}|,| send| e-?mail| or | visit|:|\b.{0,20}@)|for additional commands|"
    r"unsubscribe ?[:：] ?\S|unsubscribe from this |to (?:un)?subscribe (?:or|and|from|to|via)|list (?:info|archives?|information)(?: page)?[:：] |"
    r"list-?(?:unsubscribe|archive|info)[:：]|manage (?:your )?subscription|to (?:manage|change) your subscription|"
    r"you received this (?:message|email|mail) because|you are receiving this (?:message|email|mail|because)|you're receiving this|"
    r"to (?:post|view) (?:to|this discussion|it on)|(?:for more options, )?visit (?:this group|https?://groups\.google)|"
    r"to view this discussion (?:on|visit)|yahoo! groups links|posting to this list|mailing list (?:info|archive)|"
    r"reply to this email directly|view it on github|to respond to the message, please log|"
    r"(?:this|diese) (?:e-?mail|message|nachricht) (?:has been|was|wurde) (?:checked|scanned|von avast|auf viren|virus)|virus-?free\b|virenfrei|"
    r"l['’]absence de virus|cet? (?:e-?mail|courriel|courrier électronique) a (?:fait l|été vérifi)|"
    r"este (?:mensaje|correo).{0,40}(?:virus|avast)|el software de antivirus|libre de virus|livre de vírus|este email foi (?:escaneado|verificado)|"
    r"questa e-mail è stata controllata|mail priva di virus|"
    r"(?:scanned|checked) (?:by|for viruses)|no virus found in|checked by avg|outgoing mail is certified|internal virus database|"
    r"this mail was sent by the watchers|"
    r"пройдено проверку|без вирусов|проверено|sie erhalten diese nachricht,? weil|vous recevez ce message|pour (?:vous|se) désinscrire|"
    r"um (?:sich|die) .{0,30}abzumelden|si è ricevuto questo messaggio|has recibido este mensaje porque|você recebeu esta mensagem porque|"
    r"您收到此(?:邮件|消息)|この(?:メール|メーリング)は.{0,30}(?:グループ|登録)|退订)"
)
LIST_NAME = re.compile(
    r"\S{1,60}(?: \S{1,30}){0,4} mailing[- ]list(?:$| --| - |:)|\S{1,60} -- \S{1,60}@\S{1,60}$|\S{1,60}@\S{1,60}(?: mailing list)?$"
)
MOST_IN_BLOCK = 10  # lines of a signature that is not marked by "-- "
GROUP_RULE = re.compile(r"-{2,20}~-{2,20}~?")

SHORT_RULES = ("--", "—", "–", "―")
RULE = re.compile(r"[-_=*~#+─━—–]{3,200}$")
CONTACT = re.compile(
    r"\w@\w|https?://|www\.|(?:tel|phone|mobile|mob|cell|fax|telefon|téléphone|tél|móvil|skype|twitter|linkedin|irc|pgp|gpg)\b ?[.:]|"
    r"\+\d{1,3}[ ().\d-]{7,20}\d|\(\d{3}\) ?\d{3}"
)
VOTE_LINE = re.compile(r"[*_>\s]{0,6}(?:my vote ?[:：]? ?)?\(?(?:[+\-−–±][ ]?[01]|0)\b(?![\d.:/(-]|[ ]\(?\d)")


# The first words of what is looked at closely in a mail: attributions, footers, legal notices, lines of phones.
FIRST_WORDS = frozenset(
    "on at am le el em il op den du in v w dnia dne la a az dana pada kl kell quoting zitat citando mon tue wed thu fri sat sun begin "
    "sent this get typed written composed tapped apologies please excuse pardon forgive von gesendet diese holen outlook envoy obtenez "
    "obtenir inviato inviata scarica ottieni enviado enviada obtener obtenga obtenha baixar verzonden verstuurd download skickat skickades "
    "sendt hent hanki wysłano wysłane pobierz odesláno odoslané iphone ipad dikirim trimis poslano saadetud bidalia enviat diese "
    "confidentiality confidential legal email disclaimer important notice privileged the information if these ce les este esta questo "
    "dit de message virus virus-free to for unsubscribe list list-unsubscribe manage you visit yahoo posting mailing reply view no scanned "
    "checked outgoing internal libre livre mail sie vous pour um si has voc missatge mensaje mensagem nachricht anfang inizio inicio".split()
)


@remembered
def may_begin(text: str) -> bool:
    """True when a line's first word is one with which an attribution or a tail begins; always in other scripts than ours."""
    words = text.split(None, 1)
    return not text.isascii() or (bool(words) and words[0].strip("*_.,!:([<").lower() in FIRST_WORDS)


def is_phone_line(text: str) -> bool:
    """True for "Sent from my iPhone" in any of the languages; one short line."""
    low = text.strip()[:160].lower()
    return len(low) <= 150 and PHONE.match(low) is not None and not TOKEN.search(low)


def is_legal(text: str) -> bool:
    """True for the first line of a confidentiality notice."""
    return LEGAL.match(text.strip()[:300].lower()) is not None


@remembered
def is_footer(text: str) -> bool:
    """True for the first words of what a list, a group or a virus scanner appends."""
    return FOOTER.match(text.strip()[:200].lower()) is not None


def is_list_name(text: str) -> bool:
    """True for "dev mailing list" or "dev -- dev@example.org", as they stand below a list's rule."""
    low = text.strip()[:200].lower()
    return LIST_NAME.match(low) is not None


@remembered
def is_rule(text: str) -> bool:
    """True for a line of dashes, underscores, equal signs, stars, tildes or plus signs."""
    return RULE.match(text.strip()[:210]) is not None


def is_contact(text: str) -> bool:
    """True when a line holds a telephone number, an address or a link."""
    return CONTACT.search(text[:200].lower()) is not None


@remembered
def is_vote_like(text: str) -> bool:
    """True when a line begins as a ballot does; such a line is never taken for a signature that only looks like one."""
    return VOTE_LINE.match(text[:60].lower()) is not None


@remembered
def begins_nothing(text: str) -> bool:
    """True for a line at which neither a footer nor a signature can begin, whatever stands around it."""
    bare = text.strip()
    if text in ("-- ", "--\xa0") or bare in SHORT_RULES or is_rule(text) or GROUP_RULE.match(bare[:200]):
        return False
    return not may_begin(text) or not (is_footer(text) or is_phone_line(text) or is_legal(text))


def find_footer(place: Place) -> Found | None:
    """What a list or a scanner appended, from the rule above it."""
    body, at = place.body, place.at
    text = body.texts[at][:LOOKED_AT]
    if (may_begin(text) and is_footer(text)) or GROUP_RULE.match(text.strip()[:200]):
        return Found(1, LineKind.FOOTER, LineKind.FOOTER)
    if not is_rule(text) or at + 1 >= body.size:
        return None
    below = body.filled[at + 1]
    if below < body.size and below - at <= 3 and not body.depths[below]:
        words = body.texts[below][:LOOKED_AT]
        if is_footer(words) or (is_list_name(words) and len(text.strip()) >= 20):
            return Found(1, LineKind.FOOTER, LineKind.FOOTER)
    return None


def find_last_footer(place: Place) -> Found | None:
    """Inside an unmarked quotation a footer counts only at the very end."""
    if place.body.count_filled(place.at, place.body.size, 12) > 12:
        return None
    return find_footer(place)


def find_signature(place: Place) -> Found | None:
    """Find "-- ", a block under a rule with telephone numbers and addresses, the line of a phone, a legal notice."""
    body, at = place.body, place.at
    text = body.texts[at][:LOOKED_AT]
    if text in ("-- ", "--\xa0"):
        return Found(1, LineKind.SIGNATURE, LineKind.SIGNATURE)
    if may_begin(text):
        if is_phone_line(text):
            return Found(1, LineKind.SIGNATURE, LineKind.OWN)
        notice = _paragraph(body, at) if is_legal(text) else 0
        if notice and not any(map(is_vote_like, body.texts[at : at + notice])):
            return Found(notice, LineKind.SIGNATURE, LineKind.OWN)
    bare = text.strip()
    is_short_rule = bare in SHORT_RULES
    if (is_short_rule or is_rule(bare)) and _is_last_block(body, at, contacts=not is_short_rule):
        return Found(1, LineKind.SIGNATURE, LineKind.SIGNATURE)
    return None


_POSTSCRIPT = re.compile(r"\s{0,3}(?:P\.?\s?S\.?|P\.?\s?P\.?\s?S\.?|З\.?\s?Ы\.?|追伸|附言)\s?[:：.)\-–—]{1,2}\s?\S", re.I)


def find_postscript(place: Place) -> Found | None:
    """ "PS: I forgot to vote, +1" below a signature is the sender's again."""
    return Found(1, LineKind.OWN, LineKind.OWN) if _POSTSCRIPT.match(place.body.texts[place.at][:LOOKED_AT]) else None


def _paragraph(body: Body, at: int) -> int:
    end = at
    while body.is_own(end):
        end += 1
    return end - at


def _is_last_block(body: Body, at: int, *, contacts: bool) -> bool:
    """True when at most ten lines without a ballot stand between here and the quotation or the end."""
    places = _filled_below(body, at)
    texts = [body.texts[place][:LOOKED_AT] for place in places]
    if contacts and not any(map(is_contact, texts)):
        return False
    for number, (place, text) in enumerate(zip(places, texts, strict=True)):
        if replies.attribution_at(body, place)[1] is Grade.STRONG or headers.is_original(text):
            return any(map(is_contact, texts[:number])) or not contacts
        if is_vote_like(text):
            return False
    return len(places) <= MOST_IN_BLOCK


def _filled_below(body: Body, at: int) -> list[int]:
    """The next unmarked lines that are not blank, one more than a signature may have."""
    places: list[int] = []
    place = at + 1
    while place < body.size and len(places) <= MOST_IN_BLOCK:
        place = body.filled[place]
        if not body.is_own(place):
            break
        places.append(place)
        place += 1
    return places
