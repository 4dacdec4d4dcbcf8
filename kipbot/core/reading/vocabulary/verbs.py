"""How do people say in their languages that they vote, or that somebody else did?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import either, words

# "I must vote": first-person phrases that end at the value, beside those of `frames`.
I_VOTE = either(
    {
        "de": r"""
            (?:meine stimme|mein votum|mein vote)(?: (?:ist|lautet|hier|leider|daher|somit|klar|also|damit|nun|jetzt|eine?|ganz)){1,4}
            (?:gebe|vergebe|stimme|votiere) ich(?: (?:hier|mit|eine?|einem|daher|dafür|dagegen|für|gerne?|also|meine?|leider|nun|jetzt|nur)){0,3}
            (?:ich )?(?:bin|lande|bleibe|wäre ich) (?:\w{1,12} ){0,2}bei(?: einer?| einem)?
            (?:von mir|meinerseits|für mich)(?: \w{1,10}){0,2} eine? | (?:von mir|meinerseits) (?:bekommt|kriegt|erhält) (?:\w{1,12} ){1,3}(?:eine?)?
        """,
        "fr": r"""
            (?:mon vote|ma voix)(?: (?:est|donc|ici|malheureusement|hélas|clairement|un)){1,3}
            (?:je ne (?:peux|puis) que|dois|devrais donc|suis obligée? de|suis contrainte? de|préfère|tiens à)(?: \w{1,16}){0,2} (?:voter|mettre|donner)(?: un)?
            (?:ce sera|ça sera|c'est|cela fait)(?: \w{1,10}){0,2}(?: un)? (?:de ma part|de mon côté|pour moi)(?: un)?
            je (?:vote|mets|donne|reste|suis)(?: \w{1,16}){1,2}(?: (?:un|à|sur|pour))?
        """,
        "es": r"""
            mi voto(?: (?:es|aquí|por tanto|lamentablemente|claramente|entonces|un)){1,3}
            (?:(?:solo|sólo|únicamente) puedo|tengo que|debo|quiero|me toca|prefiero|me veo obligad[oa] a|estoy obligad[oa] a)(?: \w{1,16}){0,1} (?:votar|dar|poner)(?: un| con| mi)?
            (?:mi voto|voto) (?:final |definitivo )?(?:queda en|sigue siendo|es un|va en) | yo (?:pongo|doy|voy con)(?: un)?
        """,
        "pt": r"""
            (?:o )?meu voto(?: (?:é|aqui|portanto|infelizmente|então|um)){1,3}
            (?:(?:só|apenas|somente) posso|tenho (?:que|de)|devo|preciso|quero|prefiro|sou obrigad[oa] a|vejo-me obrigad[oa] a)(?: \w{1,16}){0,1} (?:votar|dar|deixar)(?: um| com| meu)?
            (?:o )?meu voto (?:final |vai |fica ){1,2}(?:é |em |com )? | fico (?:no|em|com)(?: um)?
        """,
        "it": r"""
            (?:il )?mio voto(?: (?:è|qui|quindi|purtroppo|dunque|un)){1,3}
            (?:posso (?:solo|soltanto|solamente)|devo|voglio|preferisco|mi tocca|sono costrett[oa] a|mi vedo costrett[oa] a)(?: \w{1,16}){0,1} (?:votare|dare|mettere)(?: un| con| il mio)?
            (?:il )?mio voto (?:finale |definitivo |resta |va ){1,2}(?:è |un )?
        """,
        "nl": r"""
            mijn stem(?: (?:is|hier|dus|helaas|een)){1,3}
            ik (?:stem|geef|ben|blijf|ga)(?: \w{1,12}){1,2}(?: (?:voor|met|op|een))? | (?:stem|geef) ik(?: \w{1,12}){0,2}
            (?:van|voor) mij(?: \w{1,10}){0,2}(?: (?:een|is het|wordt het))? | wat mij betreft(?: \w{1,10}){0,2}
        """,
        "sv": r"""
            (?:jag )?(?:måste|vill|kan)(?: jag)?(?: \w{1,16}){0,2} (?:rösta|ge) | jag (?:röstar|ger|lägger|står på|är)(?: \w{1,12}){0,2}
            (?:röstar|ger) jag(?: \w{1,12}){0,2} | (?:från mig|för min del|från min sida)(?: (?:blir det|är det|kommer|en|ett)){1,2}
        """,
        "da": r"""
            (?:jeg )?(?:må|vil gerne|kan)(?: jeg)?(?: \w{1,16}){0,2} (?:stemme|give) | jeg (?:stemmer|giver|gir|lander på|er på)(?: \w{1,12}){0,2}
            (?:stemmer|giver|gir) jeg(?: \w{1,12}){0,2} | (?:fra mig|fra meg|for min del|fra min side)(?: (?:bliver det|blir det|er det|en|et)){1,2}
            min stemme(?: er| bliver| blir){1,2}(?: en| et)?
        """,
        "fi": r"""
            (?:joudun|haluan|täytyy|pitää|voin)(?: \w{1,20}){0,2} (?:äänestämään|äänestää|antaa) | äänestän(?: \w{1,20}){0,2}
            annan(?: \w{1,20}){0,1} | minulta(?: \w{1,12}){0,1} | omalta osaltani | puolestani
        """,
        "pl": r"""
            mój głos(?: (?:to|jest|tutaj|więc|niestety)){1,3}
            (?:muszę|chcę|mogę|wypada mi)(?: \w{1,16}){0,2} (?:zagłosować|głosować|dać|postawić)(?: na)? | głosuję(?: \w{1,16}){1,2}
            (?:ode mnie|z mojej strony)(?: \w{1,12}){0,2} | (?:stawiam|jestem)(?: \w{1,12}){0,1}
        """,
        "cs": r"""
            (?:musím|chci|můžu|mohu|raději)(?: \w{1,16}){0,2} (?:hlasovat|dát) | (?:hlasuji|hlasuju|dávám)(?: \w{1,16}){0,1}
            můj hlas(?: je| zní)(?: \w{1,10}){0,1} | ode mne | z mé strany
        """,
        "sk": r"""
            (?:musím|chcem|môžem|radšej)(?: \w{1,16}){0,2} (?:hlasovať|dať) | (?:hlasujem|dávam)(?: \w{1,16}){0,1}
            môj hlas(?: je| znie)?(?: \w{1,10}){0,1} | odo mňa | z mojej strany
        """,
        "ru": r"""
            мой голос(?: (?:здесь|поэтому|тут|увы)){1,2}\s?[—:-]?
            (?:вынужден\w?|приходится|придётся|должен|должна|хочу|могу только)(?: \w{1,16}){0,2} (?:голосовать|проголосовать|поставить|дать)(?: за)?
            (?:голосую|ставлю|даю|остаюсь на)(?: \w{1,16}){1,2} | (?:от меня|с моей стороны)(?: \w{1,12}){0,1}\s?[—-]?
        """,
        "uk": r"""
            (?:мушу|змушен\w{1,2}|доводиться|хочу|маю|можу лише|можу тільки|повин\w{1,3})(?: \w{1,16}){0,2} (?:голосувати|проголосувати|поставити|дати)(?: за)?
            (?:голосую|ставлю|даю)(?: \w{1,16}){0,2} | (?:мій голос|від мене|з мого боку)(?: \w{1,12}){0,1}\s?[—-]?
        """,
        "hu": r"""
            (?:részemről|tőlem|nálam|a szavazatom|szavazatom|az én szavazatom|az én voksom)(?: (?:egy|ez|most|itt|is|tehát|sajnos|így)){0,2}
        """,
        "ro": r"""
            (?:trebuie|vreau|prefer|aș vrea|sunt nevoit\w?)(?: \w{1,16}){0,2} să (?:votez|dau|pun)(?: un)? | (?:eu )?(?:votez|dau|pun)(?: (?:un|cu|pentru|totuși|și eu)){0,2}
            (?:din partea mea|de la mine)(?: (?:este|e|un|vine)){0,2} | votul meu(?: (?:este|e|rămâne|va fi|un)){1,2}
        """,
        "el": r"""
            (?:πρέπει|θέλω|προτιμώ|αναγκάζομαι)(?: \w{1,16}){0,2} να (?:ψηφίσω|δώσω|βάλω)(?: ένα)? | (?:ψηφίζω|δίνω|βάζω)(?: (?:ένα|με|και εγώ|κι εγώ)){0,2}
            η ψήφος μου(?: (?:είναι|παραμένει|ένα)){0,2} | (?:από μένα|από εμένα|από μεριάς μου|εκ μέρους μου)(?: (?:είναι|ένα)){0,2}
        """,
        "tr": r"""
            (?:benim )?oyum(?: \w{1,12}){0,2} | (?:benden|benim için|bana göre)(?: (?:de|bir|maalesef|kesin|net)){0,2} | \w{1,20}(?:[dt][ıiuü]ğ[ıiuü]n[ae]) göre
        """,
        "vi": r"""
            (?:tôi|mình|em)(?: xin| phải| đành| cũng| vẫn| quyết định){0,3} (?:bỏ phiếu|bầu|cho phiếu|vote|cho)(?: một phiếu)?
            (?:tôi|mình|em) đã(?: \w{1,12}){1,8} (?:và|nên|vậy nên)(?: xin| cũng)? (?:bỏ phiếu|vote|cho)
            phiếu của (?:tôi|mình)(?: (?:là|sẽ là|vẫn là)){0,1} | (?:tôi|mình)(?: (?:là|ở|chọn)){0,1} | từ phía (?:tôi|mình)
        """,
        "id": r"""
            saya (?:harus |terpaksa |ingin |juga |tetap |dengan senang hati ){0,2}(?:memilih|memberi(?:kan)?|kasih|vote|beri|ikut)(?: suara)?
            (?:dari|menurut) (?:saya|pihak saya|sisi saya)(?: (?:adalah|juga|ini)){0,2} | suara saya(?: (?:adalah|tetap|ialah)){0,1} | saya
        """,
        "zh": r"""
            (?:我们|我們|我|本人|俺)(?:自己|个人|個人|这边|這邊|这里|這裡|这次|這次|这票|這票)?(?:只能|只好|必须|必須|还是|還是|就|也|先|在此|不得不|投票|投|的票|的投票|给|給|选|選|打|支持|倾向){1,4}(?:一票|一个|一個|是|为|為|了|:|：)?
            (?:我们|我們|我|本人|俺)(?:自己|个人|個人|这边|這邊|这里|這裡|这次|這次|这票|這票)(?:是|投|给|給)?
        """,
        "ja": r"""
            (?:私|僕|自分|当方)(?:から|として|個人)?(?:も|は|の票は|の投票は|としては|からは)
        """,
        "ko": r"""
            (?:저|제|나|내)(?:는|도|가)?(?: (?:표|투표|의견|쪽|선택))?(?:는|은|도|에서는|에서)?(?: (?:아쉽게도|이번에는|일단|역시|우선))?
        """,
    }
)
# Short words that lead up to a value: therefore, but, yes, regrettably.
LEADS_ABROAD = r"""
    getestet | getestet und | und | getest | getest en | en | testé | testé et | et | probado | probado y | testado | testado e | provato | provato e | testat | testat och
    och | testet | testet og | og | testattu | testattu ja | przetestowane | otestováno | проверено | проверено и | перевірено | 测试过 | 已测试 | 已測試
    damit | deswegen | demnach | jedoch | trotzdem | eindeutig | ganz klar | nein | dagegen | dafür | klares | ein klares | dickes
    du coup | ainsi | d'où | par conséquent | hélas | un grand | grand | pourtant | quand même
    por lo tanto | por ende | asi que | con gusto | con mucho gusto | así pues | de modo que | por desgracia | sin duda | no obstante
    por isso | assim | logo | então é | com prazer | contudo | porém | sem dúvida
    dunque | perciò | per cui | pertanto | volentieri | comunque | ahimè
    daarom | bijgevolg | zeker | jammer genoeg | wel | toch | van harte | wat mij betreft
    därför | alltså | absolut | ett klart | gärna | ja
    derfor | altså | klart | et klart | gerne | helt klart
    joten | siis | siksi | ehdottomasti | mutta | kyllä
    dlatego | zatem | więc tak | oczywiście | jednak | zdecydowanie
    takže | tedy | proto | tudíž | ale | ano | určitě | jasné | preto | teda | áno | žiaľ | určite
    следовательно | значит | поэтому | увы | однако | однозначно | конечно же
    тому | отже | так що | але | на жаль | так | звісно | однозначно
    ezért | tehát | így | de | igen | szóval | emiatt | természetesen
    deci | așadar | prin urmare | dar | da | sigur | cu plăcere | desigur
    οπότε | άρα | επομένως | συνεπώς | αλλά | ναι | δυστυχώς | λοιπόν | φυσικά | σίγουρα
    o yüzden | bu yüzden | dolayısıyla | bu nedenle | o halde | ama | kesinlikle | elbette | ne yazık ki | göre
    vậy nên | nên | vì vậy | vì thế | do đó | cho nên | nhưng | vâng | rất tiếc | tất nhiên
    jadi | maka | karena itu | oleh karena itu | dengan demikian | tapi | tetapi | ya | sayangnya | tentu
    因此 | 故 | 那就 | 但是 | 但 | 可惜 | 抱歉 | 除此之外 | 其他方面 | 总之 | 總之 | 因而 | 讚成 | 贊成
    ですので | なので | よって | ただ | しかし | 残念ながら | もちろん | それ以外は | 文句なしの
    그래서 | 따라서 | 그러므로 | 하지만 | 아쉽지만 | 물론 | 죄송하지만
    reluctant | cautious | obvious | somewhat | grudging | wholehearted | careful
"""
# "I must ... | stimmen": verbs that stand behind the value, where the words before it speak of the writer.
I_MUST = re.compile(
    either(
        {
            "de": r"\b(?:ich (?:muss|kann|möchte|will|darf)|(?:muss|kann|möchte|will|darf) ich)\b[^.!?,;:]{0,60}$",
            "nl": r"\b(?:ik (?:moet|kan|wil|mag)|(?:moet|kan|wil|mag) ik)\b[^.!?,;:]{0,60}$",
        }
    )
)
INFINITIVE = re.compile(
    r"^\s{0,3}(?:\(?(?:non-?)?binding\)?\s{0,3})?"
    + either({"de": r"stimmen\b | votieren\b | geben\b | abgeben\b", "nl": r"stemmen\b | geven\b"})
)
# "+1 | gebe ich": first-person verbs that begin behind the value and leave no doubt whose vote it is.
I_VOTE_BEHIND = either(
    {
        "de": r"(?:stimme|gebe|vergebe|votiere) ich\b | von meiner seite\b | was mich betrifft\b | ist meine stimme\b",
        "nl": r"(?:stem|geef) ik\b | van mijn kant\b | vanuit mij\b | wat mij betreft\b",
        "fr": r"pour ma part\b | de mon bord\b | en ce qui me concerne\b | c'est mon vote\b | sans hésit\w{1,6}",
        "es": r"por mi lado\b | desde mi lado\b | es mi voto\b",
        "pt": r"do meu lado\b | pela minha parte\b | é (?:o )?meu voto\b",
        "it": r"dalla mia parte\b | da me\b | è il mio voto\b",
        "sv": r"från min sida\b | från mitt håll\b | (?:röstar|ger|blir det från) (?:jag|mig)\b",
        "da": r"fra min side\b | fra mit hold\b | herfra\b | (?:stemmer|giver|gir) jeg\b",
        "fi": r"puolestani\b | omasta puolestani\b | minun puolestani\b",
        "pl": r"z mojej strony\b | to mój głos\b",
        "cs": r"za mě\b | z mé strany\b | ode mne\b",
        "sk": r"za mňa\b | odo mňa\b | ode mňa\b | z mojej strany\b",
        "uk": r"з мого боку\b | від себе\b",
        "hu": r"-?(?:g[yv]el|el|val|vel) (?:kell )?szavazo(?:k|m|znom)\b | -?(?:g[yv]el|el|val|vel) kell szavaznom\b | -?[eao]?t (?:adok|szavazok)\b | tőlem\b | a szavazatom\b",
        "el": r"από (?:μεριάς|πλευράς) μου\b | εκ μέρους μου\b",
        "tr": r"(?:oy(?:u|umu)? )?(?:veriyorum|kullanıyorum|diyorum)\b",
        "vi": r"từ phía (?:tôi|mình)\b | của (?:tôi|mình) (?:đây|nhé)\b",
        "id": r"dari (?:sisi|pihak) saya\b",
        "zh": r"(?:是)?我的(?:投票|票|意见|意見)",
        "ja": r"""
            とさせて(?:いただ|頂)(?:きます|く) | と(?:いた)?します | を(?:投票|投じ)(?:いた)?(?:します|ます) | に(?:一票|票を投じます|投票(?:いた)?します)
            を入れます | を出します | ということで | で(?:す|お願い)(?!か)
        """,
        "ko": r"(?:를 |을 |로 |으로 )?(?:투표합니다|투표해요|드립니다|드려요|던집니다|줍니다(?! 않)) | 입니다(?!까) | 이에요 | 예요",
    }
)

# Somebody else's vote is told of: verbs that no first person has, or none without words of the first person.
THEY_VOTED = words(
    {
        "de": "stimmten? | gab(?:en)? | (?<!ich )schrieb(?:en)? | votierten? | (?:hat|haben) (?:schon|bereits|gestern)",
        "fr": "(?:a|ont) (?:déjà |aussi )?(?:voté|mis|donné|posté|écrit|répondu)",
        "es": "votó | votaron | escribió | respondió | puso | pusieron | dio | dieron | (?:ha|han) (?:votado|dado|puesto)",
        "pt": "votou | votaram | escreveu | respondeu | deu | deram | colocou | colocaram",
        "it": "(?:ha|hanno) (?:già |anche )?(?:votato|dato|messo|scritto|risposto) | votò",
        "nl": "gaf | gaven | schreef | schreven | stemden? | heeft (?:al|gisteren)",
        "sv": "röstade | gav | har (?:redan )?(?:röstat|gett|gjort)",
        "da": "stemte | gav | har (?:allerede |også )?(?:stemt|givet|gitt)",
        "fi": r"äänesti(?:vät)? | antoi(?:vat)? | (?:on|ovat) (?:jo )?(?:äänestän\w{1,4}|antan\w{1,4})",
        "pl": r"(?:za)?głosowa(?:ł[ai]?|ły|li) | da(?:ł[ai]?|li|ły) | oddał[ai]? | oddali | postawił[ai]? | postawili | napisał[ai]? | napisali | powiedział[ai]? | że (?:też |on |ona )?(?:da|odda|zagłosuje)",
        "cs": "hlasoval[aiy]? | dal[aiy] | dal(?= ?$) | odhlasoval[aiy]?",
        "ru": r"(?:про)?голосовал[аи]? | поставил[аи]? | (?:на)?писал[аи]? | ответил[аи]? | дал[аи]?",
        "uk": r"(?:про)?голосува(?:в|ла|ли) | постави(?:в|ла|ли) | да(?:в|ла|ли)",
        "hu": r"szavazott | szavaztak | adott | adtak",
        "ro": "(?:a|au) (?:deja )?(?:votat|dat|pus)",
        "el": "ψήφισε | ψήφισαν | έδωσε | έδωσαν | έβαλε | έβαλαν",
        "vi": "(?:đã|vừa|mới) (?:bỏ phiếu|cho|vote|bầu)",
        "id": "memberi(?:kan)? | memilih | kasih",
        "zh": r"(?:投|给|給|打)(?:了|过|過|出了) | 已(?:经|經)?(?:投|给|給) | 也(?:投|给|給)了",
        "ja": r"(?:さん|氏|様|先輩)(?:は|が|も|から)",
        "ko": r"님(?:이|은|도|께서|께서는|께서도|의)",
    }
)
THEY_VOTED_BEHIND = re.compile(
    r"^\s{0,3}(?:\(?(?:non-?)?binding\)?\s{0,3})?(?:'?[eaiıuü] |-[eao]?t |-(?:gyel|el|val|vel) )?"
    + either(
        {
            "de": r"(?:gestimmt|abgegeben|gegeben|votiert) ?(?:hat|haben|hatte|hatten)?\b",
            "nl": r"(?:gestemd|gegeven) ?(?:heeft|hebben|had)?\b | (?:heeft|hebben) (?:gestemd|gegeven)\b",
            "tr": r"(?:oy(?:u)? )?(?:verdi|vermiş|veren|verenler|verdiler|vermişti|demiş|dedi)\w{0,6}\b",
            "hu": r"(?:adott|adtak|szavazott|szavaztak)\b",
            "ja": r"(?:を|に|と|で)?(?:投票|投じ|出し|入れ|し)(?:て(?:い|く|下|もら|頂|いただ|おり)|ました(?!ので)|た(?:と|方|人|皆|の))",
            "ko": r"(?:을|를|로|으로)? ?(?:투표)?(?:하셨|했|해 ?주|주셨|주신|던지셨|던졌|하신)",
            "zh": r"的(?:人|各位|朋友|同学|同學|大家|committer|pmc)",
        }
    )
)
# "Happily | +1 | 'ing this": a verb of one's own.
GERUND_OF_THIS = re.compile(
    r"^['-]?ing\b(?: (?:this|it|that)(?: (?:kip|release|rc|proposal|one))?\b| (?:from (?:me|my)|here|rc\s?\d|kip-?\d{1,6}|the (?:kip|release|proposal|candidate)))?\s{0,3}(?:$|[.,!;:)(]|from\b|as\b|because\b|since\b|after\b)"
)
# "Die Signatur stimmt, | +1": the verb that votes also says that something is right.
IS_RIGHT = re.compile(r"\bstimm(?:t|en)(?: so)?[,;:]")
# "Lena 的 | -1", "Lena さんの | -1": whose it is, before the value.
THEIR_OWN = re.compile(
    r"(?:[a-z]\s?|他们?|她们?|你们?|您|大家|各位|老师|同学|他們|她們|你們|同學)的\s?$|(?:さん|氏|様)の\s?$|님의\s?$"
)
# Words of the first person in languages that FIRST_PERSON does not ask for.
OWN = words(
    {
        "de": r"habe | mein\w{0,2}",
        "fr": "j'ai | ai | je | ma | mon",
        "es": "he | yo | mi",
        "pt": "eu | meu | minha",
        "it": "ho | io | mio | mia",
        "nl": "heb | ik | mijn",
        "sv": "jag | min | mitt | mig",
        "da": "jeg | min | mit | mig | meg",
        "fi": "minä | olen | minun | minulta",
        "pl": "ja | mój | moje | ode mnie",
        "cs": "jsem | můj | mé | bych | mě",
        "sk": r"som (?:\w{1,12} )?(?:hlasoval|dal)\w? | (?:hlasoval|dal)\w? som | môj | mňa",
        "ru": "я | мой | мы | меня",
        "uk": "я | мій | ми | мене",
        "hu": "én | szavazatom | részemről",
        "ro": "am | eu | meu | mea | mine",
        "el": "εγώ | μου | μένα",
        "tr": "ben | benim | benden | oyum",
        "vi": "tôi | mình",
        "id": "saya | aku | kami",
        "zh": "我",
        "ja": "私 | 僕 | 自分",
        "ko": r"저는 | 저도 | 제가 | 제 ",
    }
)

_THANKS = either(
    r"""
        thanks | thank you | danke | dank | merci | gracias | obrigad[oa] | grazie | bedankt | tack | tak | takk | kiitos | kiitän
        dziękuję | dziękujemy | dzięki | díky | děkuj[iu] | děkujeme | ďakujem | ďakujeme | vďaka | спасибо | благодарю | дякую | дякуємо
        谢谢 | 感谢 | 多谢 | 謝謝 | 感謝 | 多謝 | teşekkür\w{0,8} | cảm ơn | terima kasih | makasih | köszönöm | köszönjük | köszönet | mulțumesc
        mulțumim | mersi | ευχαριστώ | ευχαριστούμε
    """
)
SAYS_THANKS = re.compile(rf"(?:^|\W){_THANKS}")
_FOR_YOUR = either(
    {
        "de": r"(?:für|zu) (?:die|das|eure?[mns]?|ihre?|deine?|alle|jedes|den|dem)",
        "fr": r"pour (?:vos|les|tous (?:les|vos)|ton|votre|le|chaque|ces|son|leurs?)",
        "es": r"por (?:los|sus?|tus?|el|vuestros?|todos los|cada|esos)",
        "pt": r"pel[oa]s? | por (?:todos os|seus?|cada|esses)",
        "it": r"per (?:i|il|le|gli|tutti i|i vostri|il tuo|ogni|questi)",
        "nl": r"voor (?:de|het|alle|jullie|je|jouw|uw|elke|die)",
        "sv": r"för (?:alla|era|ditt|din|de|era alla|det|den|varje)",
        "da": r"for (?:alle|jeres|dit|din|de|det|den|deres|hver|ditt|dere)",
        "fi": r"kaikista | teidän | sinun | näistä | tästä | jokaisesta",
        "pl": r"za (?:wszystkie|te|wasze|twój|ten|każdy|twoje|to|jego)",
        "cs": r"za (?:všechna|všechny|vaše|tvé|ta|každé|to|všetky|tvoje|tie)",
        "ru": r"за (?:все|ваши|ваш|твой|эти|этот|каждый|его|поддержку)",
        "uk": r"за (?:всі|усі|ваші|ваш|твій|ці|цей|кожен|вашу)",
        "hu": r"(?:a|az|minden|mindegyik|ezt a|ezeket a)",
        "ro": r"pentru(?: (?:toate|cele|fiecare|un))?",
        "el": r"για (?:τα|το|όλα τα|τις|κάθε|την)",
        "vi": r"(?:vì )?(?:các|những|mọi|phiếu|tất cả các)",
        "id": r"(?:atas|untuk)(?: (?:semua|seluruh|para))?",
        "zh": r"(?:大家|各位|你们|你們|您|你|诸位|他们)?的",
        "en": r"for (?:the|your|all|all the|all your|these|those|so many)",
    }
)
_SO_MANY = r"(?: (?:vielen|ganzen|bisherigen|alle|raschen|schnellen|premiers?|nombreux|muchos|rápidos|muitos|molti|tanti|vele|snelle|många|snabba|mange|hurtige|monista|liczne|szybkie|много|многочисленные|швидкі|quick|kind|many|early|nice))?"
# "Thanks for your | +1", "谢谢大家的 | +1": what somebody else gave.
THANKS_FOR = re.compile(
    rf"(?:^|\W){_THANKS}[^.!?,;:]{{0,40}}?(?:\b|(?<=[\u4e00-\u9fff])|(?=的)){_FOR_YOUR}{_SO_MANY}\s{{0,3}}$"
)
THANKS_BEHIND = re.compile(
    r"^\s{0,3}"
    + either(
        {
            "tr": r"'?\w{0,12} için (?:çok )?teşekk\w{0,10} | (?:oyu )?veren\w{0,4} (?:herkese |arkadaşlara )?(?:çok )?teşekk\w{0,10}",
            "ja": r"\s?(?:を|の|に|し(?:て|た)|くだ|投票|投じ|入れ)[^。、,!?]{0,24}(?:ありがとう|感謝|お礼|、皆|、あり)",
            "ko": r"\s?(?:해 ?주|주신|주셔|투표|을|를|에|들|로|드려)[^.!?,]{0,24}(?:감사|고맙)",
        }
    )
)
# What any such value needs or means, told of behind it; a vote that others are asked for.
NEEDS = re.compile(
    "^"
    + either(
        {
            "zh": r"\s?(?:需要|必须|必須|应该|應該|要写|要寫|意味|表示|代表|是什么|是什麼|都要|都需|的意思|時|时)",
            "ja": r"\s?(?:には|の場合|は(?:反対|賛成|理由|どう)|とは|をお願いでき|がほし|が欲し|が必要|が足り)",
            "ko": r"\s?(?:에는|에도|은 무슨|는 이유|이란|의 경우|이 필요|이 있|이 두|이 세|이 더|부탁)",
            "tr": r"\s(?:için gerekçe|ne demek|ne anlama|demek|ver(?:in|iniz|ir misin\w{0,4}|ebilir misin\w{0,4})|lazım|gerek)",
        }
    )
)
# "I want to vote +1 | , but": a wish that is held back.
WANTS = words(
    {
        "de": "möchte | will | würde | wollte",
        "fr": r"veux | voudrais | aimerais | souhaite\w{0,4}",
        "es": "quiero | quisiera | querría | gustaría",
        "pt": "quero | queria | gostaria",
        "it": "voglio | vorrei",
        "nl": "wil | wilde | zou",
        "sv": "vill | ville | skulle | vil | gerne",
        "fi": "haluan | haluaisin",
        "pl": r"chcę | chciał\w{0,4} | chętnie",
        "cs": r"chci | chtěl\w{0,3} | chcem | chcel\w{0,3} | rád | rada | bych",
        "ru": r"хочу | хотел\w{0,2} | хотів | хотіла",
        "hu": "szeretnék | szívesen",
        "ro": "vreau | aș | doresc",
        "el": "θέλω | θα ήθελα",
        "tr": "isterim | isterdim | istiyorum",
        "vi": "muốn",
        "id": "ingin | mau",
        "zh": "想 | 希望",
    }
)
BUT = words(
    {
        "de": "aber | doch | jedoch | allerdings | erst | noch",
        "fr": "mais | toutefois | cependant",
        "es": "pero | aunque | todavía",
        "pt": "mas | porém | ainda",
        "it": "ma | però | ancora",
        "nl": "maar | nog | echter",
        "sv": "men | först | dock | ännu | først",
        "fi": "mutta | vielä | vasta",
        "pl": "ale | jednak | jeszcze",
        "cs": "ale | ještě | však | ešte",
        "ru": "но | однако | ещё | але | ще",
        "hu": "de | még",
        "ro": "dar | însă | încă",
        "el": "αλλά | όμως | ακόμα",
        "tr": "ama | fakat | ancak | henüz",
        "vi": "nhưng | chưa",
        "id": "tetapi | tapi | namun | belum",
        "zh": "但 | 还没 | 還沒 | 可是",
    }
)
# The value is declined, or stands before a particle: a part of what the sentence says, and no vote by itself.
DECLINED = re.compile(
    "^"
    + either(
        {
            "tr": r"'\w{1,12}\b | (?:vermiyor|veremem|vermem|vermeyeceğ)\w{0,10}",
            "hu": r"-(?:gyel|et|es|re|ről|ért|esek|eket|hez|nek|emet|ed|em|ei)\w{0,4}\b",
            "fi": r":(?:ni?|t|t[aä]|s[st][aä]|st[aä]|ll[aä]|ksi|[aeä][aä]n|een|seen|i[aä])\b | -(?:ään|ehd)\w{1,8}\b",
            "ro": r"-(?:ul|uri|urile|ului|uri\w{0,4})\b",
            "cs": r"-(?:ku|kou|ka|ky|ček|tku)\b",
            "ja": r"\s?(?:の(?!投票を)|は|が|も|や|だと|とは|しか|はでき|できません|にはでき|してくだ|してくれ|したい|したく|しよう)",
            "ko": r"\s?(?:을|를|이 |은|는|도|의|에 |에서|이라|해 |하신|하는|하고 싶|에는|에도|한 ?개|두 ?개|세 ?개|두 ?표|세 ?표)(?!\s?(?:투표합|드립|던집|줍니다))",
            "zh": r"\s?(?:的|还差|還差|才|算不算|不够|不夠)",
        }
    )
)
