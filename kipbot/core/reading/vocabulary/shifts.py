"""How do people say in their languages that their vote goes from one value to another, or that they take it back?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import either, words

# "from +1 to 0", "+1'den 0'a", "+1 を -1 に": a value and another one that replaces it.
_FROM = either(
    {
        "de": "von(?: einer?m?| meiner?m?)?",
        "fr": "de(?: mon| un)? | d'un",
        "es": "del? | desde | de mi | de un",
        "pt": "de | do | do meu",
        "it": "da | dal | dal mio",
        "nl": "van(?: een| mijn)?",
        "sv": "från",
        "da": "fra",
        "pl": "z | ze | od",
        "ru": "с | со | от",
        "uk": "з | зі | від",
        "ro": "din | de la",
        "el": "από(?: το)?",
        "vi": "từ",
        "id": "dari",
        "hu": "a",
        "zh": "从 | 從 | 由 | 把 | 将 | 將 | 的",
        "any": r"の | を | 제 표를 | 제 표 | 투표를",
    }
)
_TO = either(
    {
        "de": "auf(?: eine?)? | zu(?: einer?m?)? | in eine?",
        "fr": "à(?: un)? | vers | en | pour",
        "es": "a(?: un)? | por",
        "pt": "para(?: um)? | a | pra",
        "it": "a(?: un)?",
        "nl": "naar(?: een)? | in een",
        "sv": "till(?: en)?",
        "da": "til(?: en| et)?",
        "pl": "na",
        "ru": "на | до",
        "ro": "în | la",
        "el": "σε | στο",
        "vi": "sang | thành",
        "id": "menjadi | ke | jadi",
        "any": "-> | → | =>",
    }
)
_SHIFTED = either(
    {
        "zh": r"(?:投票)?(?:改|变|變|換|换|调|調|更)?(?:投|成|为|為|到|作){1,2}了?\s?",
        "ja": r"(?:から|を|より)\s?",
        "ko": r"(?:에서|을|를)\s?",
        "tr": r"'(?:den|dan|ten|tan|i|ı|u|ü)\s",
        "hu": r"-(?:ről|ról|et|ot)\s",
        "fi": r":?(?:stä|sta|ltä|n)\s",
    }
)
_VALUE = r"[+\-]?[01](?![\d.,]\d)"
SHIFT = re.compile(
    rf"(?:(?:^|[\s:(,\u3040-\u9fff\uac00-\ud7af]){_FROM}\s{{0,2}}(?P<old>[+\-][01]|0)\s{{1,2}}{_TO}\s{{1,2}}"
    rf"|(?P<old2>[+\-][01])\s{{0,1}}{_SHIFTED})(?P<new>{_VALUE})"
)
# ... and the writer is who does it; in languages whose verbs do not say so, behind a word of the writer's own.
I_SHIFT = words(
    {
        "de": r"(?:ich )?(?:wechs(?:el|le) | ich | ändere | gehe | korrigiere | hiermit | stelle | setze)",
        "fr": r"je | j'ai | modifie | mon vote",
        "es": r"cambio | paso | modifico | muevo | mi voto | corrijo | rectifico",
        "pt": r"mudo | passo | altero | troco | modifico | (?:o )?meu voto | corrijo",
        "it": r"cambio | passo | modifico | (?:il )?mio voto | correggo | sposto",
        "nl": r"ik | mijn stem",
        "sv": r"jag | min röst",
        "da": r"jeg | min stemme | stemmen min",
        "fi": r"muutan | vaihdan | siirryn | korjaan | ääneni",
        "pl": r"zmieniam | przechodzę | poprawiam | koryguję",
        "cs": r"měním | přecházím | opravuji | přehodnocuji | mením | prechádzam | opravujem",
        "ru": r"меняю | изменяю | перехожу | исправляю | поменял\w? свой",
        "uk": r"змінюю | переходжу | виправляю",
        "hu": r"módosítom | változtatom | megváltoztatom | átváltok | javítom | szavazatom(?:at)?",
        "ro": r"(?:îmi )?schimb | trec | modific | votul meu",
        "el": r"αλλάζω | πάω | μετακινούμαι | διορθώνω | η ψήφος μου | την ψήφο μου",
        "tr": r"(?:çevir|değiştir|güncell?)iyorum | geçiyorum | oyumu",
        "vi": r"tôi | mình",
        "id": r"saya | aku",
        "zh": "我",
        "ja": r"変更(?:いた)?します | 変え(?:ます|させて) | 修正(?:いた)?します | に(?:します|改めます) | 変更させて",
        "ko": r"변경(?:합니다|해요) | 바꿉니다 | 바꿀게요 | 수정합니다 | 정정합니다",
    }
)
# ... or it is somebody else who did it: "Priya est passée de +1 à 0".
THEY_SHIFTED = words(
    {
        "de": "wechselte? | änderte | (?:hat|ist) (?!ich)",
        "fr": "(?:est|sont) passée?s? | a (?:changé|modifié) | ont (?:changé|modifié)",
        "es": "pasó | cambió | modificó | (?:ha|han) (?:cambiado|pasado|modificado)",
        "pt": "mudou | passou | trocou | alterou",
        "it": "(?:è|sono) passat[oaie] | (?:ha|hanno) (?:cambiato|modificato)",
        "nl": "ging | wijzigde | veranderde",
        "sv": "gick | ändrade | bytte | har (?:gått|ändrat|bytt)",
        "da": "gik | ændrede | skiftede | gikk | endret | byttet | er gået | er gått",
        "fi": "vaihtoi | muutti | siirtyi",
        "pl": r"zmienił[ai]? | przeszedł | przeszła",
        "cs": r"změnil[ai]? | přešel | přešla | zmenil[ai]? | prešiel | prešla",
        "ru": r"поменял[аи]? | изменил[аи]? | сменил[аи]? | перешёл | перешла",
        "uk": r"змінив | змінила | змінили | перейшов | перейшла",
        "hu": r"módosította | változtatta | váltott",
        "ro": r"(?:a|au) (?:trecut|schimbat|modificat)",
        "el": r"άλλαξε | άλλαξαν | πέρασε",
        "tr": r"geçti | çevirdi | değiştirdi | çevirmiş | değiştirmiş",
        "ja": r"さん | 氏(?:は|が)",
        "ko": r"님",
    }
)
# ... or it is a default that goes from one value to another.
OF_A_THING = re.compile(
    r"(?:默认值?|默認值?|預設值?|参数|配置|既定値|デフォルト値?|初期値|設定値?|기본값|설정값?)[^。！？,，]{0,6}$"
    r"|\b(?:standardwert|voreinstellung|valeur par défaut|valor por defecto|valor padrão|valore predefinito|standaardwaarde|wartość domyślną|значение по умолчанию|varsayılan değeri)\b[^.!?,;:]{0,20}$"
)
# "... wenn der Test läuft", "... 다음에": not yet, or not by the writer; beside the conditions that are known.
SHIFT_OPEN = words(
    {
        "de": r"wenn | falls | sobald | nicht | würde | könnte | werde | vielleicht | hat | haben | erst",
        "fr": r"si | quand | pas | pourrais | changerais | passerais | peut-être | demain",
        "es": r"si | cuando | no | podría | cambiaría | pasaría | quizás? | mañana",
        "pt": r"se | quando | não | poderia | mudaria | passaria | talvez | amanhã",
        "it": r"se | quando | non | potrei | cambierei | passerei | forse | domani",
        "nl": r"als | zodra | wanneer | niet | zou | kan | misschien | morgen | heeft",
        "sv": r"om | när | inte | skulle | kan | kanske | imorgon",
        "da": r"hvis | når | ikke | ville | kan | måske | kommer til",
        "fi": r"jos | kun | en | voisin | ehkä | mikäli | huomenna",
        "pl": r"jeśli | jeżeli | gdy | nie | mógłbym | może | jutro",
        "cs": r"pokud | když | jestli | ne(?:měním|mením|budu|budem|mohu|můžu|chci|beru|stahuji) | možná | zítra | ak | keď",
        "ru": r"если | когда | не | бы | может | завтра | как только",
        "uk": r"якщо | коли | не | би | можливо | завтра | щойно",
        "hu": r"ha | amint | nem | talán | holnap",
        "ro": r"dacă | când | nu | aș | poate | mâine",
        "el": r"αν | όταν | μόλις | δεν | θα | ίσως | αύριο",
        "tr": r"eğer | değil | belki | yarın | \w{1,20}(?:irse|ırsa|erse|arsa|ince|ınca|urum|irim)",
        "vi": r"nếu | khi nào | không | có thể | sẽ",
        "id": r"jika | kalau | bila | tidak | belum | mungkin | besok | akan",
        "zh": r"如果 | 若 | 只要 | 除非 | 不 | 没 | 沒 | 可能 | 会 | 會 | 考虑 | 考慮 | 打算 | 明天 | 他 | 她 | 你 | 等",
        "ja": r"なら | れば | たら | ない | ません | かも | 場合 | 予定 | つもり | さん | 明日 | 検討",
        "ko": r"으면 | 하면 | 되면 | 다면 | 않 | 아니 | 수 있 | 예정 | 님 | 내일 | 고려",
        "any": r"[?？]",
    }
)

_THE_VOTE = r"(?:[+\-]\s?[01](?:\s?\((?:non-)?binding\))?"
# A withdrawal in the first person by its verb's form.
_BACK = either(
    {
        "de": rf"(?:ziehe|nehme)(?: \w{{1,12}}){{0,4}} (?:{_THE_VOTE}|stimme|votum|veto))(?: \w{{1,12}}){{0,3}} (?:zurück|wieder weg) | bitte (?:streicht|streichen sie|ignoriert|vergesst) meine? (?:stimme|votum|{_THE_VOTE}))\b | widerrufe(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|stimme|votum)\b) | hebe (?:hiermit |damit |daher |also )?mein(?:e|en)? (?:{_THE_VOTE}|veto)) (?:hiermit |damit |wieder )?auf\b",
        "fr": rf"(?:retire|annule|reprends|révoque|lève)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|vote|voix|veto)\b)",
        "es": rf"(?:retiro|anulo|cancelo|revoco|quito|levanto)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|voto|veto)\b)",
        "pt": rf"(?:retiro|anulo|cancelo|revogo|removo)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|voto|veto)\b)",
        "it": rf"(?:ritiro|annullo|revoco|cancello|tolgo)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|voto|veto)\b)",
        "nl": rf"(?:trek|neem|haal)(?: (?:ik|hierbij|hiermee|dan|ook)){{0,3}} mijn(?: \w{{1,12}}){{0,2}} (?:{_THE_VOTE}|stem|veto))(?: \w{{1,12}}){{0,3}} (?:terug|in\b)",
        "sv": r"(?:drar|tar)(?: (?:jag|härmed|också|därför|nu)){0,3} tillbaka (?:mitt?|min)(?: \w{1,12}){0,2} (?:[+\-][01]|röst\b) | (?:drar|tar)(?: (?:jag|härmed|därför)){0,2} (?:mitt?|min)(?: \w{1,12}){0,2} (?:[+\-][01]|röst) tillbaka | återkallar(?: \w{1,12}){0,3} (?:[+\-][01]|röst\b)",
        "da": r"(?:trækker|tager|trekker|tar)(?: (?:jeg|hermed|herved|derfor|nå|nu)){0,3} (?:mitt?|min)(?: \w{1,12}){0,2} (?:[+\-][01]|stemme)(?: \w{1,12}){0,2} (?:tilbage|tilbake) | (?:trækker|tager|trekker|tar)(?: (?:jeg|hermed|herved|derfor)){0,3} (?:tilbage|tilbake) (?:mitt?|min)(?: \w{1,12}){0,2} (?:[+\-][01]|stemme\b) | (?:trækker|trekker|tar)(?: jeg)? stemmen min tilbake",
        "fi": r"(?:perun|peruutan|vedän)(?: \w{1,12}){0,3} (?:[+\-][01](?::?ni)?|ääneni|äänen)(?: takaisin)?",
        "pl": rf"(?:wycofuję|cofam|anuluję|odwołuję)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|głos|veto|weto)\b)",
        "cs": rf"(?:beru|bereme|stahuji|stahuju|ruším|odvolávám|beriem|sťahujem|ruším|odvolávam)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|hlas|veto)\b)(?: zpět| späť)?",
        "ru": rf"(?:отзываю|снимаю|забираю|аннулирую|отменяю)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|голос|вето)\b)",
        "uk": rf"(?:відкликаю|знімаю|забираю|скасовую)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|голос|вето)\b)",
        "hu": r"visszavonom(?: \w{1,12}){0,3} (?:[+\-][01](?:-\w{1,6})?|szavazatom\w{0,3}|szavazatot)\b | (?:szavazatomat|[+\-][01]-\w{1,6}) (?:ezennel )?visszavonom",
        "ro": rf"(?:(?:îmi |îl )?retrag|mi-am retras|anulez|revoc)(?: \w{{1,12}}){{0,2}} (?:{_THE_VOTE}(?:-ul)?|votul)\b)",
        "el": rf"(?:αποσύρω|ανακαλώ|ακυρώνω|παίρνω πίσω)(?: \w{{1,12}}){{0,3}} (?:{_THE_VOTE}|ψήφο)\b)",
        "tr": rf"(?:oyumu|{_THE_VOTE}(?:'?\w{{1,5}})?)(?: oyumu)?)(?: \w{{1,12}}){{0,2}} (?:geri (?:çekiyorum|alıyorum)|iptal ediyorum)",
        "vi": rf"(?:tôi|mình)(?: \w{{1,12}}){{0,2}} (?:rút|hủy|huỷ|thu hồi)(?: lại)?(?: \w{{1,12}}){{0,2}} (?:{_THE_VOTE}|phiếu)(?! của (?!tôi|mình)))",
        "id": rf"(?:saya|dengan ini)(?: \w{{1,12}}){{0,2}} (?:menarik(?: kembali)?|tarik(?: kembali)?|cabut|mencabut|membatalkan|batalkan)(?: \w{{1,12}}){{0,2}} (?:{_THE_VOTE}|suara)(?: (?:saya|kembali))?)",
        "zh": r"(?:撤回|收回|取消|撤销|撤銷|撤掉)(?:我|本人|自己|之前|先前|前面|刚才|剛才|那个|那個|那票|的|投|票|了){1,6}\s?(?:[+\-][01]|票|投票)? | (?:我|本人)(?:的|之前|先前|刚才|剛才|投){0,4}\s?(?:[+\-][01]|投票|那?一?票)\s?(?:撤回|收回|取消|作废|作廢|撤销|撤銷)",
        "ja": r"(?:私の|前の|先ほどの|さきほどの|以前の|先の|自分の|昨日の)?\s?(?:投票|票|[+\-][01])\s?(?:を|は)\s?(?:いったん |一旦)?(?:取り下げ(?:ます|させ|いたします|る)|取り消し(?:ます|させ|いたします)|取消(?:し)?(?:ます|させ)|撤回(?:いた)?(?:します|させ))",
        "ko": r"(?:제|저의|이전|앞서|아까|앞의|기존)[^.!?,]{0,16}(?:투표|표|[+\-][01])\s?(?:를|을)?\s?(?:철회|취소)(?:합니다|하겠습니다|할게요|해요|하고자)",
    }
)
TAKEN_BACK = re.compile(rf"(?:^|[\s,.:;(\u3040-\u9fff]){_BACK}")
