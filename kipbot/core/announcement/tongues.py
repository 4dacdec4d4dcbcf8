"""What does a sentence in another language than English say of the vote?"""

from __future__ import annotations

import re

# Each language: the nouns of a vote, the words of its ends, and the words that make a condition, a wish or a plan of them.
# A sentence speaks when a noun and an end stand in it and no hedge does.
_GAP = 90


class _Tongue:
    """One language's words, as four small patterns."""

    def __init__(self, noun: str, ends: dict[str, str], hedge: str, negation: str = "") -> None:
        self.noun = re.compile(noun)
        self.ends = tuple((name, re.compile(words)) for name, words in ends.items())
        self.hedge = re.compile(hedge)
        self.negation = re.compile(negation) if negation else None

    def read(self, text: str) -> str | None:
        noun = self.noun.search(text)
        if noun is None or self.hedge.search(text):
            return None
        for name, pattern in self.ends:
            end = pattern.search(text)
            if end is not None and abs(end.start() - noun.start()) <= _GAP + 60:
                denied = self.negation is not None and self.negation.search(text[max(0, end.start() - 24) : end.start()])
                if not denied:
                    return name
                return "failed" if name == "passed" else None
        return None


_GERMAN = _Tongue(
    r"\b(?:abstimmung\w{0,12}|votum|wahl|antrag|vorschlag|vote|kip-\d+|rc\s?\d+)\b",
    {
        "cancelled": r"\b(?:abgebrochen|abgesagt|zurückgezogen|annulliert|storniert|breche\b.{0,40}\bab|ziehe\b.{0,40}\bzurück)\b",
        "failed": r"\b(?:gescheitert|abgelehnt|durchgefallen|nicht (?:bestanden|angenommen)|verworfen|nicht genügend|zu wenige?)\b",
        "extended": r"\b(?:verlängert|verlängere|vertagt|verschoben)\b",
        "passed": r"\b(?:angenommen|bestanden|erfolgreich|beschlossen|genehmigt|durchgekommen)\b",
        "closed": r"\b(?:geschlossen|beendet|abgeschlossen|schließe)\b",
    },
    r"\b(?:wenn|falls|sobald|sofern|wird|werde|werden|würde|würden|soll|sollte|sollten|könnte|könnten|noch nicht|hoffe|hoffentlich|ob|letzte[nrs]?|vorige[nrs]?|tests?)\b",
    r"\b(?:nicht|nie)\b",
)
_FRENCH = _Tongue(
    r"\b(?:vote|scrutin|proposition|motion|kip-\d+|rc\s?\d+)\b",
    {
        "cancelled": r"\b(?:annulée?|j'annule|abandonnée?|retirée?|je retire)\b",
        "failed": r"\b(?:rejetée?|échoué|refusée?|repoussée?|pas (?:été )?(?:adoptée?|acceptée?|approuvée?)|n'est pas passée?)\b",
        "extended": r"\b(?:prolongée?|prolonge|reportée?|suspendue?)\b",
        "passed": r"\b(?:adoptée?|acceptée?|approuvée?|passée?|validée?|réussie?)\b",
        "closed": r"\b(?:clos|est close|clôturée?|terminée?|fermée?|je clos)\b",
    },
    r"\b(?:si|s'il|lorsque|quand|dès que|une fois|sera|seront|serait|pourrait|devrait|pas encore|j'espère|avant que|tests?|dernière?|précédente?)\b",
)
_SPANISH = _Tongue(
    r"\b(?:votación|voto|propuesta|moción|votacion|kip-\d+|rc\s?\d+)\b",
    {
        "cancelled": r"\b(?:cancelad[oa]|cancelo|anulad[oa]|retirad[oa]|retiro|suspendid[oa])\b",
        "failed": r"\b(?:rechazad[oa]|fracasad[oa]|fracasó|fallid[oa]|no (?:ha sido |fue |ha )?(?:aprobad[oa]|aceptad[oa]|pasado))\b",
        "extended": r"\b(?:extendid[oa]|prorrogad[oa]|ampliad[oa]|aplazad[oa]|extiendo|amplío)\b",
        "passed": r"\b(?:aprobad[oa]|aceptad[oa]|adoptad[oa]|pasado|exitos[oa]|superad[oa])\b",
        "closed": r"\b(?:cerrad[oa]|terminad[oa]|concluid[oa]|finalizad[oa]|cierro)\b",
    },
    r"\b(?:si|cuando|será|serán|sería|podría|debería|una vez|todavía|aún|espero|antes de|pruebas|anterior)\b",
    r"\bno\b",
)
_PORTUGUESE = _Tongue(
    r"\b(?:votação|voto|proposta|votacao|moção|kip-\d+|rc\s?\d+)\b",
    {
        "cancelled": r"\b(?:cancelad[oa]|anulad[oa]|retirad[oa]|cancelando)\b",
        "failed": r"\b(?:rejeitad[oa]|fracassou|reprovad[oa]|falhou|não (?:foi |é )?(?:aprovad[oa]|aceit[oa])|não passou)\b",
        "extended": r"\b(?:prorrogad[oa]|estendid[oa]|adiad[oa])\b",
        "passed": r"\b(?:aprovad[oa]|aceit[oa]|adotad[oa]|passou|bem-sucedid[oa])\b",
        "closed": r"\b(?:encerrad[oa]|fechad[oa]|concluíd[oa]|terminad[oa])\b",
    },
    r"\b(?:se|quando|será|serão|seria|poderia|deveria|assim que|ainda|espero|antes de|testes|anterior)\b",
    r"\bnão\b",
)
_ITALIAN = _Tongue(
    r"\b(?:voto|votazione|proposta|mozione|kip-\d+|rc\s?\d+)\b",
    {
        "cancelled": r"\b(?:annullat[oa]|cancellat[oa]|ritirat[oa]|annullo|ritiro)\b",
        "failed": r"\b(?:respint[oa]|bocciat[oa]|fallit[oa]|rifiutat[oa]|non (?:è |è stat[oa] )?(?:approvat[oa]|accettat[oa]|passat[oa]))\b",
        "extended": r"\b(?:prolungat[oa]|estes[oa]|rinviat[oa]|sospes[oa])\b",
        "passed": r"\b(?:approvat[oa]|accettat[oa]|adottat[oa]|passat[oa]|superat[oa])\b",
        "closed": r"\b(?:chius[oa]|conclus[oa]|terminat[oa])\b",
    },
    r"\b(?:se|quando|sarà|saranno|sarebbe|potrebbe|dovrebbe|appena|ancora|spero|prima che|test|precedente)\b",
    r"\bnon\b",
)
_DUTCH = _Tongue(
    r"\b(?:stemming|voorstel|motie|vote|kip-\d+|rc\s?\d+)\b",
    {
        "cancelled": r"\b(?:geannuleerd|afgebroken|ingetrokken|afgelast|annuleer)\b",
        "failed": r"\b(?:verworpen|afgewezen|mislukt|gefaald|niet aangenomen)\b",
        "extended": r"\b(?:verlengd|uitgesteld)\b",
        "passed": r"\b(?:aangenomen|geaccepteerd|goedgekeurd|geslaagd)\b",
        "closed": r"\b(?:gesloten|beëindigd|afgesloten)\b",
    },
    r"\b(?:als|zodra|indien|zal|zou|kan|nog niet|hoop|vorige)\b",
    r"\bniet\b",
)
_POLISH = _Tongue(
    r"\b(?:głosowani[ea]|wniosek|propozycja|kip-\d+|rc\s?\d+)\b",
    {
        "cancelled": r"\b(?:anulowan[eoay]|odwołan[eoay]|wycofan[eoay]|anuluję|unieważnion[eoay])\b",
        "failed": r"\b(?:odrzucon[eoay]|nie (?:przeszło|przeszedł|przeszła|powiodło)|niepowodzeniem)\b",
        "extended": r"\b(?:przedłużon[eoay]|odroczon[eoay])\b",
        "passed": r"\b(?:przyjęt[eoay]|zatwierdzon[eoay]|przeszło|przeszedł|przeszła|zaakceptowan[eoay]|pomyślnie|sukcesem)\b",
        "closed": r"\b(?:zamknięt[eoay]|zakończon[eoay]|zamykam)\b",
    },
    r"\b(?:jeśli|jeżeli|gdy|kiedy|będzie|zostanie|byłoby|jeszcze|poprzedni\w{0,3}|testy)\b",
    r"\bnie\b",
)
_RUSSIAN = _Tongue(
    r"(?:голосовани[еяю]|предложени[ея]|kip-\d+|rc\s?\d+)",
    {
        "cancelled": r"(?:отмен[её]н[оаы]?\b|отменяю|отозван[оаы]?\b|снят[оа]\b|аннулирован)",
        "failed": r"(?:отклонен|отклонён|отвергнут|не (?:прошло|принят|набрало|состоялось)|провал)",
        "extended": r"(?:продлен|продлён|продлеваю|отложен|перенесен|перенесён)",
        "passed": r"(?:принят[оаы]?\b|одобрен|утвержден|утверждён|прошло\b|прошл[оа] успешно|успешно)",
        "closed": r"(?:закрыт[оа]|завершен|завершён|окончен|закрываю)",
    },
    r"\b(?:если|когда|будет|будут|будем|может|надеюсь|ещё не|еще не|прошлое|предыдущ\w{1,3}|ли|тест\w{0,3})\b",
    r"\bне\b",
)
_TURKISH = _Tongue(
    r"\b(?:oylama\w{0,4}|öneri)\b",
    {
        "cancelled": r"iptal edil(?:di|miştir)|iptal ediyorum|geri çek",
        "failed": r"reddedil(?:di|miştir)|başarısız|kabul edilmedi",
        "extended": r"uzatıl(?:dı|mıştır)|ertelen(?:di|miştir)",
        "passed": r"kabul edil(?:di|miştir)|onaylan(?:dı|mıştır)|geçti|başarıyla",
        "closed": r"kapat|sona er(?:di|miştir)|kapan(?:dı|mıştır)",
    },
    r"\b(?:eğer|olursa|edilirse|henüz|edilecek|önceki)\b",
)
_CHINESE = _Tongue(
    r"投票|表决|表決|提案|议案|議案|vote|kip-\d+|rc\s?\d+",
    {
        "cancelled": r"取消|撤销|撤銷|撤回|中止|作废|作廢|终止投票",
        "failed": r"未通过|未通過|没有通过|沒有通過|不通过|不通過|未获通过|未獲通過|否决|否決|失败|失敗|被拒|未能通过|未达到|未達到",
        "extended": r"延长|延長|延期|推迟|推遲|暂停|暫停",
        "passed": r"通过|通過|获批|被接受|已接受|被采纳|已采纳|採納|成功",
        "closed": r"结束|結束|关闭|關閉|截止了",
    },
    r"如果|假如|若|将会|將會|将于|將於|将在|是否|吗|嗎|尚未|还没|還沒|希望|一旦|之后会|会在|待|上次|之前的|计划|測試|测试|检查|才能|需要|即可",
)
_JAPANESE = _Tongue(
    r"投票|採決|提案|vote|kip-\d+|rc\s?\d+",
    {
        "cancelled": r"中止|取り消|取消|キャンセル|撤回|取り下げ",
        "failed": r"否決|不成立|却下|可決されませんでした|承認されませんでした|不採択",
        "extended": r"延長|延期|保留",
        "passed": r"可決|承認され|採択|成立し|通過し|受理され",
        "closed": r"終了し|締め切り(?:まし|ます)|締め切ら|終わりまし",
    },
    r"もし|場合|たら|れば|予定|ですか|ますか|でしょうか|まだ|前回|はず|したい|テスト|必要",
)
_KOREAN = _Tongue(
    r"투표|표결|안건|제안|vote|kip-\d+|rc\s?\d+",
    {
        "cancelled": r"취소|철회|중단",
        "failed": r"부결|통과되지 (?:못|않)|통과하지 못|거부되|실패",
        "extended": r"연장|연기|보류",
        "passed": r"통과|가결|승인|채택",
        "closed": r"종료|마감(?:되었|했|합니다)|마칩니다|닫",
    },
    r"만약|되면|하면|라면|예정|습니까|나요|할까요|아직|지난|테스트|겠습니다|필요",
)
_MINE = re.compile(
    r"\b(?:mi|mon|notre|nuestr[oa]|mein\w{0,2}|unser\w{0,2}|meu|minha|nosso|moj\w{0,2}|мо[ейя]\w{0,2})\b|我的|私の"
)
_LATIN = (_GERMAN, _FRENCH, _SPANISH, _PORTUGUESE, _ITALIAN, _DUTCH, _POLISH, _TURKISH)

_LATIN_NOUN = re.compile("|".join(tongue.noun.pattern for tongue in _LATIN))


def read_tongue(text: str) -> str | None:
    """ "passed", "failed", "cancelled", "extended" or "closed" where a case-folded sentence in another language says so."""
    if not text or text.endswith(("?", "？")) or _MINE.search(text):
        return None
    if text.isascii() and _LATIN_NOUN.search(text) is None:
        return None
    for tongue in _tongues(text):
        found = tongue.read(text)
        if found is not None:
            return found
    return None


def _tongues(text: str) -> tuple[_Tongue, ...]:
    if re.search(r"[\u3040-\u30ff]", text):
        return (_JAPANESE,)
    if re.search(r"[\uac00-\ud7af]", text):
        return (_KOREAN,)
    if re.search(r"[\u4e00-\u9fff]", text):
        return (_CHINESE,)
    if re.search(r"[\u0400-\u04ff]", text):
        return (_RUSSIAN,)
    return _LATIN
