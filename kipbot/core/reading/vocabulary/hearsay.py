"""Is the value told of: nobody's, a rule's, one given before, or a wish that is held back, in any language?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import CLAIM, either, words

_NOBODY_WORDS = either(
    r"""
        nobody | no one | no-one | noone | none | niemand | keiner | keine | niemanden | personne | aucune? | nadie | ningun[oa]
        ninguém | nenhuma? | nessuno | nessuna | geen | geen enkele | ingen | inga | ei kukaan | ei yhtään | ei ole | nikt | brak
        nikdo | nikto | žádn[ýáé] | žiadn[ye] | никто | никого | нет | ніхто | немає | нікого | senki | nincs | egy sem
        nimeni | niciun[aul]? | κανείς | κανένας | καμία | κανένα | hiç kimse | kimse | yok | hiçbiri | không ai | không có(?: ai)?
        tidak ada | belum ada | никой | няма | nitko | niko | nema | nihče | ningú | cap | inget
        无 | 無 | 没有 | 沒有 | 暂无 | なし | 無し | ゼロ | いません | 없음 | 없습니다 | לא אחד | אף אחד | אין | لا أحد | لا يوجد
    """
)
_SO_FAR = either(
    r"""
        so far | yet | as yet | at all | here | until now | bisher | bislang | noch | pour l'instant | pour le moment | jusqu'ici
        hasta ahora | por ahora | até agora | por enquanto | finora | per ora | tot nu toe | hittills | än så länge | indtil nu
        foreløbig | så langt | toistaiseksi | jak dotąd | na razie | zatím | zatiaľ | пока | пока что | поки що | egyelőre
        până acum | deocamdată | μέχρι τώρα | μέχρι στιγμής | şimdilik | henüz | cho đến nay | sejauh ini | 目前 | まだ | 아직
    """
)
# "-1: nobody", "-1 : κανείς": no one gave this value.
NOBODY = re.compile(
    rf"^{CLAIM}(?:votes?\s{{0,3}})?(?:[:：=>–—\-]{{1,2}}\s{{0,3}})?\(?{_NOBODY_WORDS}\)?(?: {_SO_FAR})?\s{{0,3}}(?:[.,;!)|/。、]|$)"
)
# "+1: 佐藤、鈴木": names in scripts without capitals.
CJK_NAMES = re.compile(
    r"^\s{0,3}(?:\([^()]{0,20}\)\s{0,3})?[:：]\s{0,3}[\u3400-\u9fff]{2,4}(?:さん|氏)?(?:、[\u3400-\u9fff]{2,4}(?:さん|氏)?){1,8}[。.]?$"
)

# "According to the rules": a sentence that says how votes work.
RULE_TALK = words(
    {
        "en": r"""
            (?:according to|under|by|per) (?:the|our|apache|asf) (?:bylaws|rules|voting rules|kip rules|policy|process)
            (?:the|our) (?:bylaws|rules|voting rules|kip process) (?:say|says|require|requires|ask|state)
        """,
        "de": r"(?:nach|laut|gemäß) (?:den|der|unseren|unserer)? ?(?:regeln|regularien|satzung|statuten|bylaws|regelwerk|abstimmungsregeln)",
        "fr": r"(?:selon|d'après|conformément (?:au|aux)|suivant) (?:les? |nos )?(?:règlement|règles|statuts|bylaws)",
        "es": r"(?:según|conforme a|de acuerdo con) (?:el|las?|los|nuestras) (?:reglamento|reglas|normas|estatutos|bylaws)",
        "pt": r"(?:segundo|conforme|de acordo com|pelas?) (?:[oa]s? )?(?:regulamento|regras|normas|estatutos|bylaws)",
        "it": r"(?:secondo|in base a|per|da) (?:il |le )?(?:regolamento|regole|statuto|bylaws)",
        "nl": r"(?:volgens|conform) (?:de|het|onze) (?:regels|reglement|statuten|bylaws|spelregels)",
        "sv": r"(?:enligt|ifølge|efter) (?:våra |vores |de )?(?:reglerna|reglerne|reglene|stadgarna|regler|vedtægterne|vedtektene)",
        "fi": r"(?:sääntöjen|säännön|ohjeiden) mukaan",
        "pl": r"(?:zgodnie z|według|wg|w myśl) (?:naszym |naszych )?(?:regulamin\w{0,3}|zasad\w{0,3}|regułami|statutem)",
        "cs": r"(?:podle|dle) (?:našich )?(?:pravidel|pravidiel|stanov|řádu)",
        "ru": r"(?:по|согласно|в соответствии с) (?:нашим )?(?:правил\w{1,3}|регламент\w{0,2}|устав\w{0,2})",
        "uk": r"(?:за|згідно з|відповідно до) (?:нашими )?(?:правил\w{0,3}|регламент\w{0,2}|статут\w{0,2})",
        "hu": r"(?:a|az) (?:szabály\w{0,8}|szabályzat|alapszabály) szerint",
        "ro": r"(?:conform|potrivit) (?:regul\w{1,10}|statutul\w{0,2})",
        "el": r"(?:σύμφωνα με|κατά) (?:τους|το|τον) (?:κανόνες|κανονισμό|καταστατικό)",
        "tr": r"(?:kurallar\w{0,4}|tüzü\w{1,4}|yönetmeli\w{1,4}) göre",
        "vi": r"theo (?:quy định|quy tắc|điều lệ|luật)",
        "id": r"(?:menurut|sesuai|berdasarkan) (?:aturan|peraturan|anggaran dasar)",
        "zh": r"(?:根据|根據|按照|按|依照|依)(?:[^，。,]{0,6})(?:规则|規則|章程|规定|規定)",
        "ja": r"(?:規則|ルール|規約|規定)(?:では|によ|に従|上)",
        "ko": r"(?:규정|규칙|정관|내규)(?:에 따르면|상|에 의하면|에 따라)",
    }
)
# "A binding veto, that is -1 | , needs a reason": ANY_VOTE opens the sentence, RULED stands behind the value.
ANY_VOTE = re.compile(
    r"^\W{0,4}(?:an?|any|each|every|ein|eine|jede[srn]?|une?|chaque|tout|cada|cualquier|um|uma|ogni|een|elke?|en|ett|et|varje|hvert?|każdy|każde|každ[ýéá]|каждый|любой|кожен|fiecare|orice|κάθε|ένα|her|bir|minden|egy)"
    r"(?: \w{1,20}){0,2} (?:veto|vétó|vote|votum|stimme|voto|stem|röst|stemme|głos|hlas|голос|вето|vot|ψήφος|βέτο|oy|szavazat)\b[^.!?;:]{0,30}$"
)
RULED = re.compile(
    r"^\s{0,3}(?:\([^()]{0,20}\))?,?\s{0,3}"
    + either(
        r"""
            needs | requires | has to be | must be | braucht | benötigt | erfordert | muss (?:begründet|eine?) | doit | exige | nécessite
            debe | requiere | necesita | deve | precisa | richiede | moet | vereist | kräver | måste | kræver | skal | krever
            musi | wymaga | vyžaduje | vyžaduje | требует | должен | потребує | мусить | trebuie | πρέπει | απαιτεί | gerekir | gerektirir
        """
    )
    + r"\b"
)

_MINE = (
    r"(?:\b(?:my|mein(?:e|er)?|mon|ma|mi|meu|mio|mijn|min|mitt|mit|mój|můj|môj|мой|мій|moj|benim)(?: [\w'()\-]{1,20}){0,2}"
    r"|\b(?:votul|voto|glas) (?:meu|mio|moj))\s{0,3}[\"'(]?$"
)
# Words that end at a value of the writer's own.
MY_VALUE = re.compile(_MINE)
# ... and begin behind it: it was given before, or it belongs elsewhere.
WAS_ABOUT = re.compile(
    r"^"
    + CLAIM
    + r"[^.!?,;]{0,30}?(?:(?<=\s)|(?<=^))"
    + either(
        {
            "en": r"belongs | belonged | went to | (?:yesterday|last week|on monday) (?:was|concerned) | was (?:for|about|meant|given|cast) | referred | concerned",
            "de": r"bezog sich | bezieht sich | betraf | galt | war (?:auf|für|nur|an) | gehört",
            "fr": r"portait | concernait | visait | était (?:pour|sur|donné) | se rapportait | appartient",
            "es": r"era (?:sobre|para|por) | se refería | fue (?:para|por|sobre) | pertenece | correspondía",
            "pt": r"era (?:sobre|para) | referia-se | se referia | foi (?:para|sobre) | dizia respeito | pertence",
            "it": r"riguardava | era (?:per|su|riferito) | si riferiva | appartiene",
            "nl": r"ging | betrof | was (?:voor|op|bedoeld) | sloeg | hoort",
            "sv": r"gällde | var (?:för|om) | avsåg | hör (?:till|hemma) | gjaldt | handlede | tilhører | hører",
            "fi": r"koski | oli (?:versio|tarkoitettu)\w{0,6} | kuuluu",
            "pl": r"dotyczył\w? | odnosił\w? się | był\w? (?:za|do|dla|na) | należy",
            "cs": r"se týkal | se vztahoval | sa týkal | byl (?:k|na|pro) | bol (?:k|na|pre) | patří | patrí",
            "ru": r"относился | относилось | касался | касалось | был\w? (?:за|про|к|о) | относится",
            "uk": r"стосувався | стосувалося | був (?:за|про) | належить | стосується",
            "ro": r"se referea | era (?:pentru|despre) | viza | aparține",
            "hu": r"vonatkozott | szólt | tartozik",
            "el": r"αφορούσε | ήταν (?:για|στο) | ανήκει",
            "tr": r"içindi | hakkındaydı | aitti | ait | eksik",
            "any": r"missing | fehlt | manque | n'apparaît | falta | manca | ontbreekt | saknas | mangler | puuttuu | brakuje | chybí | chýba | hiányzik | lipsește | λείπει",
        }
    )
    + r"(?!\w)"
)
# "Falta mi | +1": it was not counted.
MISSES_MINE = re.compile(
    r"\b(?:falta|faltó|fehlt|manque|manca|ontbreekt|saknas|mangler|brakuje|chybí|lipsește|λείπει) (?:mi|mein|mon|il mio|mijn|mitt|mit|mój|mojego|můj|το)\s{1,3}$"
)
# "+1 | 하나만 더 있으면 됩니다": one more is asked for.
ONE_MORE_JOINED = re.compile(rf"^{CLAIM}(?:이|가)?\s?(?:하나|한 ?개|한 ?표)(?:만)?\s?더")
# "+1 Priya, +1 Jonas": names in a row; case matters.
NAMES_IN_A_ROW = re.compile(
    r"[+\-]1 [A-ZÀ-Þ][^\W\d_]{1,20}(?: [A-ZÀ-Þ][^\W\d_]{1,20})?[,;] (?:and )?[+\-][01] [A-ZÀ-Þ][^\W\d_]{1,20}"
)
# "+1 | für die Idee, aber nicht für diese Fassung".
BUT_NOT_FOR = re.compile(
    r"^[^.!?]{0,60}[,;–—]\s{0,3}(?:aber|mais|pero|mas|ma|maar|men|ale|но|але|dar|αλλά|však)\s(?:nicht|pas|no|não|non|niet|inte|ikke|nie|ne|не|nu|όχι)\s"
    r"(?:für|zu|pour|à|a|al|para|por|per|voor|för|for|til|till|dla|na|pro|za|за|для|pentru|για|la)\b"
)
# "アイデアには | +1 | ですが、この版には ...".
BUT_JOINED = re.compile(r"^\s?(?:ですが|だが|だけど|だけれど|なのですが)")
# "Für Tomas, der krank ist: | +1"; case matters.
FOR_SOMEBODY = re.compile(
    r"^\W{0,4}(?:Für|Pour|Para|Per|Voor|För|Dla|Za|За|Від|Por)\s[A-ZÀ-ÞŁŚŻА-Я][^\W\d_]{1,20}(?: [A-ZÀ-ÞŁŚŻА-Я][^\W\d_]{1,20})?,\s"
    r"(?:der|die|qui|que|che|som|který|která|który|która|который|которая|malade|krank|enferm[oa]|ausente|absente?|ziek)\b[^.!?]{0,60}[:：]\s{0,3}$"
)
# "Tomas lässt ausrichten: | +1".
PASSED_ON = words(
    {
        "de": r"lässt ausrichten | soll ausrichten | lässt grüßen",
        "fr": r"me fait dire | vous transmet",
        "es": r"manda decir | me encarga",
        "pt": r"manda dizer | pediu para transmitir",
        "it": r"mi incarica | manda a dire",
        "nl": r"laat weten | vroeg me door te geven",
        "pl": r"prosi o przekazanie | prosił\w? o przekazanie | kazał\w? przekazać",
        "cs": r"vzkazuje | odkazuje | prosí o předání",
        "ru": r"просил\w? передать | просит передать | велел\w? передать",
        "uk": r"просив передати | просила передати | просить передати",
        "zh": r"转达 | 轉達 | 让我代 | 託我 | 托我",
        "ja": r"伝言 | 言づけ | 代理で",
        "ko": r"전해 ?달 | 대신 전",
    }
)
# ... in languages without blanks, or with endings: "어제 제 | +1 | 은 4판에 대한 것이었습니다".
WAS_ABOUT_JOINED = re.compile(
    r"^\s?(?:은|는|は|的?是)[^.!?。]{0,40}?(?:대한|대해|관한|이었|였습|でした|だった|ものです|についての|向けで|针对|針對|(?<=是)(?:给|給|投给|投給)[^。]{1,20}的)"
    r"|^\s?(?:이|가|は|が)?\s?(?:빠졌|빠져|누락|入っていま|漏れ|抜けて)"
)
# "上次投票我投了 | +1": given another time.
GAVE_BEFORE = re.compile(
    r"(?:上次|上回|上一次|上周|上週|昨天|前天|去年|当时|當時|旧的|那次)[^，。,;；]{0,16}(?:投|给|給)(?:了|过|過|的是)?\s?$"
    r"|(?:前回|昨日|先週|以前)[^。、,]{0,16}(?:には|は|で|に)\s?$"
    r"|\b(?:had|i'd) (?:already )?(?:given|voted|cast|said|put)(?: (?:it|this|that|them))?(?: an?| my| with)?\s{1,3}$"
)

# "+1にしたいところですが", "+1을 드리고 싶지만": wished, and held back.
WISHED_BEHIND = re.compile(
    r"^\s?"
    + either(
        {
            "any": r"寄り | 쪽(?:으로|에) ?(?:기울|가깝)",
            "ja": r"(?:に|と|を|で)?[^。.!?、]{0,10}たい(?:[^。.!?、]{0,10})(?:が|けど|けれど|ものの|のに)",
            "ko": r"(?:을|를|로|으로)?[^.!?,]{0,10}(?:싶(?:지만|은데|었|으나|습니다만|어도|긴)|려(?:고)? ?했)",
            "zh": r"[^。.!?，,]{0,6}的(?:，|,)\s?(?:但|可|不过|不過)",
        }
    )
)
# "I want to give my | +1, but it does not build".
WISHED = re.compile(
    r"\b(?:want|wanted|wish|wished|hoped|was going|tempted) to (?:give|vote|cast|say|add|be|go)\b[^.!?,;]{0,24}$"
)
WITHHELD_BEHIND = re.compile(r"^[^.!?]{0,30}?[,;–—\-]?\s{0,3}\b(?:but|however|yet|unfortunately|alas)\b")
WITHHELD_WHY = re.compile(
    r"(?:\b(?:not|cannot|never|no|without|missing|misses|fails?|failed|failing|lacks?|broken|still|until|before)\b|n't\b)"
)

# "文档好了我就投 | +1": not yet; "要不是修好了，我就投 | -1": it would have been.
THEN_I_GIVE = re.compile(
    r"(?:了|完|后|後|的话|的話|再)(?:我|我们|我們)?(?:就|才|再|会|會){1,2}(?:投|给|給)(?:出|个|個|一个)?\s?$|(?:要不是|若不是|如果不是|倘若|假如)[^。！？]{0,60}$"
)
# "For the older vote I gave my | +1, this one I have not read".
FOR_AN_OLDER = re.compile(
    r"\b(?:older|other|previous|last|earlier|former) (?:vote|kip|thread|candidate|rc|round|release|proposal)\b[^.!?,;:]{0,30} my\s{1,3}$"
)
# "Valeur par défaut : | -1": a number that something has.
_DEFAULT = either(
    r"""
        standardwert | der wert | défaut | por defecto | valor padrão | o padrão | predefinit[oa] | standaardwaarde | standardvärdet
        standardværdien | oletusarvo | domyślna | domyślnie | výchozí hodnota | predvolená hodnota | умолчанию | типове значення
        замовчуванням | alapértelmezett | implicită | προεπιλογή | varsayılan(?: değer)? | mặc định | bawaan
    """
)
DEFAULT_VALUE = re.compile(
    rf"\b{_DEFAULT}(?: значение)?\s{{0,3}}[:=]\s{{0,3}}$|(?:默认值?|默認值?|預設值?|既定値|デフォルト値?|初期値|기본값)\s?(?:[:：=]|は|为|為|是|은)\s?$"
)
# "The KIP changes the default from -1 to | +1": something has one value and gets another.
_MOVES = either(
    r"""
        chang(?:e|es|ed|ing) | turn(?:s|ed|ing)? | flip(?:s|ped|ping)? | switch(?:es|ed|ing)? | mov(?:e|es|ed|ing) | rais(?:e|es|ed|ing)
        lower(?:s|ed|ing)? | bump(?:s|ed|ing)? | reduc(?:e|es|ed|ing) | updat(?:e|es|ed|ing) | alter(?:s|ed|ing)? | convert(?:s|ed|ing)?
        set(?:s|ting)? | goes | went | drop(?:s|ped|ping)? | increas(?:e|es|ed|ing) | decreas(?:e|es|ed|ing) | shift(?:s|ed|ing)?
    """
)
_SAID_OF_A_VOTE = r"my|mine|me|your|his|her|vote|votes|ballot|opinion|mind|position|stance|choice|objection|veto|above|earlier|previous|prior|last|answer|from"
_WORD = rf"(?!(?:{_SAID_OF_A_VOTE})\b)[^\s,;:!?]{{1,30}}"
THING_MOVES = re.compile(
    rf"\b{_MOVES} (?:the|its|each|every|all|both|our|their|an?|that|this)(?: {_WORD}){{1,4}} (?:from |of )?(?:an? )?[+\-]?[01]\s(?:in)?to (?:an? )?$"
    rf"|(?:^|[.,;:(]\s{{0,2}})(?:(?:and|but|so|now|here|then),? )?(?:the|an?|each|every|our|their|its|one|kip-?\d{{0,5}}|that|this)(?: {_WORD}){{1,5}}? {_MOVES}"
    rf"(?: {_WORD}){{0,4}} (?:from (?:an? )?)?[+\-]?[01]\s(?:in)?to (?:an? )?$"
)
# ... in the languages whose nouns say so: a default, a value, an offset.
_THING = r"wert|standardwert|voreinstellung|valeur|valor|valore|waarde|standaardwaarde|wartość|domyślną|значение|значения|varsayılan|değeri"
THING_MOVES_ABROAD = re.compile(
    rf"\b(?:{_THING})\b[^.!?,;]{{0,30}}(?:\d['\w]{{0,4}} (?:auf|zu|à|a|para|naar|na|на|en)|\d'\w{{2,3}})\s{{1,3}}$"
    r"|(?:默认值?|默認值?|預設值?|参数|配置|既定値|デフォルト値?|初期値|設定値?|기본값|설정값?|값)[^。！？,，]{0,16}\d\s?(?:改为|改成|变为|变成|調整為|调整为|から|에서)\s?$"
)
# "A | -1 | default", "my | +1 | mail": the value only says which one.
_WHICH_ONE = r"(?:an?|the|this|that|these|those|of|with|no|every|each|any|my|your|his|her|their|our)"
WHICH_ONE = re.compile(rf"\b{_WHICH_ONE}(?: (?:earlier|last|first|previous|original|short|new|old))?\s{{1,3}}[\"']?$")
OF_WHICH = re.compile(
    r"^[\"']?\s(?:defaults?|values?|sentinels?|offsets?|epochs?|timestamps?|entry|entries|index|timeouts?|ttls?|ids?|codes?|limits?|settings?|configs?|flags?|markers?|cases?"
    r"|returns?|rows?|columns?|deltas?|exponents?|e?-?mails?|messages?|posts?|buttons?|emojis?|reactions?|repl(?:y|ies)|train|crowd|culture|parade|party|storm|flood)\b"
)
# "The exponent is | -1", "Der Zähler steht danach auf | -1": what has the value is a thing.
THING_IS = re.compile(
    r"\b(?:the|its|this|that|an?|each|every|one|whose) (?:[^\s,;:.!?]{1,30} ){0,3}?(?:counters?|exponent|index|fields?|parameter|offset|delta|lag|ttl|epoch|sign|id|variable|constant|cell|column|slot|flag|bit|limit|register|diffstat|timeout|ordinal)(?: [^\s,;:.!?]{1,30}){0,4}\s{0,3}$"
    r"|\b(?:zähler|wert|exponent|index|feld|zeiger|parameter|compteur|valeur|champ|paramètre|indice|contador|valor|campo|parámetro|parâmetro|índice|contatore|valore|parametro|teller|waarde|veld"
    r"|licznik|wartość|pole|parametr|счётчик|счетчик|значение|поле|параметр|индекс|sayaç|değer|değeri|parametre|räknaren|värdet|laskuri|čítač|hodnota)(?: [^\s,;:.!?]{1,30}){0,4}\s{0,3}$"
    r"|(?:计数器|計數器|参数|字段|偏移量?|カウンタ|フィールド|パラメータ|카운터|필드|매개변수)[^。！？,，、]{0,12}$"
)
DEFAULT_MOVES = re.compile(rf"\b{_DEFAULT}\b[^.!?,;:]{{0,30}}$")

# "I change my vote: it is now | +1".
_NOW = either(
    r"""
        (?:it is|it's|this is|that is) | now | jetzt | nun | ab jetzt | ab sofort | c'est | désormais | maintenant | dorénavant | donc
        ahora | ahora es | es | agora | agora é | é | ora | adesso | è | ora è | nu | nu een | is nu | is | het is | teraz | to | od teraz | nyní | teď | odteraz
        teraz je | je | теперь | теперь это | это | отныне | тепер | це | mostantól | most | acum | este | acum este | τώρα | είναι | πλέον | nyt | artık
        şimdi | bây giờ là | giờ là | sekarang | menjadi | ist jetzt | ist nun | ein | un | een
    """
)
SAYS_ANEW = re.compile(
    r"(?:^|[\s.,:;])(?:"
    + either(
        {
            "en": r"i(?:'m| am)? (?:hereby )?(?:change|changing|revise|revising|update|updating) my (?:earlier |previous )?(?:vote|mind)",
            "de": r"(?:ich )?ändere (?:hiermit |also |daher )?meine (?:stimme|wahl)",
            "fr": r"je (?:change|modifie|révise|corrige)(?: donc)? mon vote",
            "es": r"(?:cambio|modifico|corrijo) mi voto",
            "pt": r"(?:mudo|altero|corrijo|troco) (?:o )?meu voto",
            "it": r"(?:cambio|modifico|correggo) (?:il )?mio voto",
            "nl": r"(?:ik )?(?:wijzig|verander|herzie) (?:hierbij )?mijn stem",
            "sv": r"jag ändrar min röst | jeg ændrer min stemme | jeg endrer stemmen min",
            "pl": r"zmieniam (?:swój |mój )?głos",
            "cs": r"měním (?:svůj )?hlas | mením (?:svoj )?hlas",
            "ru": r"(?:я )?(?:меняю|изменяю) (?:свой )?голос",
            "uk": r"(?:я )?змінюю (?:свій )?голос",
            "hu": r"(?:meg)?változtatom a szavazatom(?:at)? | módosítom a szavazatom(?:at)?",
            "ro": r"îmi schimb votul",
            "el": r"αλλάζω την ψήφο μου",
            "tr": r"oyumu (?:değiştiriyorum|güncelliyorum)",
        }
    )
    + rf")\s{{0,3}}[:,;–—\-]\s{{0,3}}(?:{_NOW}\s{{1,3}}){{0,3}}$"
)

# "+1 | from Priya, Jonas and Rurik": several people's values, told together.
FROM_SEVERAL = re.compile(
    r"^\s{0,3}(?:\([^()]{0,20}\)\s{0,3})?(?:from|by|von|de|van|di|da|od|от|від|från|fra) [A-ZÀ-ÞŁŚŻА-Я][\w\-]{1,20}(?: [A-ZÀ-ÞŁŚŻА-Я][\w\-]{1,20})?"
    r"(?:,| and| und| et| en| y| e| och| og| i| a| и| та) (?!me\b|myself\b|I\b)[A-ZÀ-ÞŁŚŻА-Я]\w"
)

# "+1 (binding) for KIP-82", "+1 pour le KIP-82", "+1 on RC3": what the value is cast for; a key further on is only mentioned.
CAST_FOR = re.compile(
    r"\s{0,3}(?:\(?(?:non-?\s?)?binding\)?,?\s{0,3})?(?:(?:is|ist|est|es|é|è|va|geht|goes) )?"
    r"(?:for|to|on|with|für|zu|zum|pour|sur|au|por|para|al|a|per|su|voor|op|för|til|till|za|na|dla|pro|за|для|на|pentru|για|untuk|cho)\s{1,3}"
    r"(?:[\w.]{1,40}\s){0,3}?(?:[A-Z]{2,8}[-\s]?\d{1,6}|RC[\s\-]?\d{1,2})\b",
    re.I,
)
