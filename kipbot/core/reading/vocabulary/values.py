"""Is the value a vote at all, or a number of another sort: a setting, a quantity, an explanation?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import either, said, table, words

# Directly before the value: who is set to it, who returns it.
_SETTING = either(
    {
        "any": r"""
            [=<>]
            \b\w{1,40}\.\w{1,40}(?: to| is)?
            \b\w{1,40}_\w{1,40}(?: to| is)?
        """,
        "en": r"""
            \b(?:acks|retries|timeout|offset|index|default(?:s|ed|ing)?(?: (?:to|of|is|value))?|returns?|returned|returning)
            \b(?:exit(?:s|ed)?(?: with| code)?|status|error(?: code)?|owner(?: of)?|code|equals?|set (?:it |this )?to|sets)
            \b(?:value(?: of| to)|epoch|partition|size|length|timestamp|level|off by|by|plus|minus|times|gives|yields|id)
            \b(?:version|null or|ttl|priority|watchers|rating|score|karma|zone|port|sentinel|-xss|lag|ordinal|position)
            \b(?:(?:retry|error|test|failure|thread|replica) (?:count|number)|version bump|all but|anything but|everything but|any value but|except for)
            \b(?:exit|return|error|status|result|response) (?:value|code|status)(?: of| is| was)?
            \b(?:last|latest|highest|lowest|next|previous|current|lowest) (?:consumed|committed|seen|read|written|known|used|applied|flushed|acked|acknowledged|stable|offset|id|index|epoch|sequence|element|position|record|entry)
            \b(?:factor|max|min|maximum|minimum|same as|(?<!\bi )like|such as|starts? (?:at|from|with)|begins? (?:at|with))
        """,
    }
)
_SHOWS = said(
    {
        "en": r"shows? | reads | prints | reports | displays | stands at | set to",
        "de": "zeigt | liefert | beträgt | ergibt",
        "fr": "indique | affiche | renvoie | retourne",
        "es": "dice | indica | devuelve | retorna",
        "pt": "mostra | retorna | devolve",
        "it": "restituisce | ritorna",
        "nl": "retourneert | geeft",
        "sv": "returnerar",
        "pl": "zwraca | wynosi",
        "ru": "показывает | возвращает | равно | равен | равна",
    },
    r"\s{0,3}:?\s{0,3}[\"'`]?$",
)
_PAGE_SAYS = r"\b(?:tabla|table|page|docs?|text|log|wiki|code|spec|it)(?: \w{1,10})? (?:says|dice|sagt)\s{0,3}[\"'`]?$"
_OR = r"(?:,|/|or|and|\||&|;|to|and/or|, or|, and|,? vs\.?|und|oder|et|ou|y|o|e|и|или|和|或)"

# What a value is, when this stands directly before it: a number that is no vote.
TECHNICAL_BEFORE = table(
    ("a time zone", r"\b(?:gmt|utc|cet|jst|bst)\s?$|\d\s?(?:z|ist)\s?$|\(ist\s?$"),
    ("a setting", rf"{_SETTING}\s{{0,3}}[:=]?\s{{0,3}}['\"`(]?$"),
    ("an enumeration of values", rf"(?<![\d.])[+\-]?[01]\s{{0,3}}{_OR}\s{{0,3}}(?:a |an |\")?[\"'(\[]?$"),
    (
        "a telephone",
        r"\b(?:tel|phone|mobile|cell|fax|call|ph|mob|office|direct|tél|whatsapp)\s?[.:)]?\s?\(?$|(?:^|[\s|])[mtp]:\s?\(?$",
    ),
    ("an empty box", r"(?:\[\s{0,3}_?\s{0,3}\]|\(\s{0,3}\)|☐|□|\[__\])\s{0,3}[\"'(]?$"),
    ("a guest", r"\b(?:bring|bringing|brought)(?: along)? an? $"),
    ("a difference in brackets", r"\d\s?\($"),
    ("an enumeration of values", r"(?<=[^\s])\s?[/|]\s{0,3}$"),
    ("a setting", rf"{_SHOWS}|{_PAGE_SAYS}|(?:显示|返回|等于)\s{{0,3}}$|ค่า\s{{0,3}}$"),
    ("a setting", r"\b(?:showed|shown|displayed|logged|printed|stuck at|stayed at|stay at)\s{0,3}:?\s{0,3}[\"'`]?$"),
    ("a patch", r"@@[^@]{0,240}$"),
    (
        "a step in a sequence",
        r"\b(?:the|this|next|current|each|every) (?:release|version|candidate|day|week|epoch|offset|year)\s{0,3}$",
    ),
)

_UNITS = either(
    r"""
        ms | days? | hours? | hrs? | minutes? | lines? | bytes? | weeks? | months? | years? | offsets? | replicas? | partitions?
        brokers? | commits? | files? | tests?(?! (?:all |are |were |have )?(?:pass|ok|green|fine|good|ran|run|work|succe|look)) | points? | degrees? | km | kb | mb | skipped | failed | passed | compared
        more than | relative to | releases? ago | errors? | warnings? | failures? | level | index | element | bit | stars?
        upvotes? | likes? | release cycle | outside(?! of\b) | celsius | fahrenheit | seconds? | secs? | min | nights? | threads? | handles? | percent | overall\s{0,3}[,;] | compile\b | javac\b | unit\b | retr(?:y|ies)
    """
)
_MEANS = either(
    r"""
        =(?!\)) | := | -> | => | means?\b | meaning\b | stands for\b | is for\b | denotes?\b
        to (?:approve|accept|reject|agree|disagree)\s{0,3}[,;/|.]?\s{0,3}(?:[+\-]|0\b|or\b|and\b|$)
        to (?:indicate|veto|signal|vote for)\s{0,3}[,;/|.]?\s{0,3}(?:[+\-]|0\b|or\b|and\b|$)
        (?:or|oder|ou|o|oppure|lub|albo|или|eller)\s{1,3}(?:a |an |ein\w{0,2} |une? |um )?[+\-]?[01]\b
        \|\s?[+\-]?[01]\b | ,\s?[+\-]?0\b | ,\s?(?:or |and )[+\-][01]\b | vs\.?\s
    """
)
_EXPLAINED = either(
    r"""
        the | a | an | used | interpreted | treated | allowed | valid | returned | default | unlimited | reserved | invalid
        what | how | never | always | for | in | not
    """
)

# "+1 beer for Tom": a treat, and no second vote.
_TREATS = either(
    r"""
        beers? | coffees? | cookies? | cakes? | drinks? | pizzas? | rounds? of | internets? | karma | hugs? | gold stars?
        cups? of | pints? | bonus points? | brownie points?
    """
)

# ... in the words between a vote and an "if": "+1, and +1 beer for Tom if he comes".
TREAT = re.compile(rf"\s{_TREATS}\b")
# ... when this stands directly after it.
TECHNICAL_AFTER = table(
    ("a treat", rf"^\s{{1,3}}(?:virtual |cold |big |free |extra |warm ){{0,2}}{_TREATS}\b"),
    ("a telephone", r"^[\s.\-()]{0,3}\(?\d{3}\)?[\s.\-]?\d{3}"),
    ("a quantity", r"^\s{0,3}[%°]"),
    ("a quantity", rf"^\s{{0,3}}{_UNITS}\b"),
    ("a definition", rf"^\s{{0,3}}[\"'\])]{{0,2}}\s{{0,3}}{_MEANS}"),
    ("an enumeration of values", r"^\s{1,3}(?:to|through|bis|à|до|till)\s{1,3}[+\-]?\d\b"),
    (
        "a setting",
        r"^\s{0,3}(?:の場合|に設定|のとき|の時|になる|を(?:指定|設定|返|渡)|döndür|(?:으?로|을|를|이)\s?(?:설정|지정|세팅|초기화|반환|리턴|전달))",
    ),
    (
        "a value explained",
        r"^\s{0,3},?\s(?:and )?(?:not|rather than|instead of) \d{1,6}\b(?!\s?[(%])|^\s{0,3}as (?:an? (?:default|sentinel|marker|magic|special|placeholder|limit|wildcard|flag|code|number|value)\b|(?:an? |the )?[\"'(])",
    ),
    ("a value explained", rf"^\s{{0,3}}(?:is|was|are|as|would be|means|stands) {_EXPLAINED}\b"),
)
# "+1 week", "-1.3 %": an amount of something, whatever stands before it.
AMOUNT = re.compile(rf"^\s{{0,3}}(?:[%°]|{_UNITS}\b)")
# "vote = +1": a setting by its form, a vote by its name; "all tests pass with the staged version: +1", "I start with +1".
_CHECKED = either(
    {
        "en": r"pass(?:es|ed)? | works? | worked | builds? | built | runs? | ran | tested | checked | verified | tried | fine | green | ok | okay | good | happy",
        "de": r"läuft | laufen | lief(?:en)? | baut | gebaut | getestet | geprüft | funktionier\w{1,3} | grün | ok",
        "fr": r"fonctionne\w{0,3} | passe(?:nt)? | testé\w{0,2} | vérifié\w{0,2} | compile(?:nt)?",
        "es": r"funciona\w? | pasan? | probad[oa]s? | verificad[oa]s? | compilan?",
        "pt": r"funciona\w? | passam? | testad[oa]s? | verificad[oa]s? | compilam?",
        "it": r"funziona\w{0,2} | passano | passa | provat[oaie] | verificat[oaie] | compila\w{0,2}",
        "nl": r"werkt | werken | slaagt | slagen | getest | bouwt",
        "pl": r"działa\w{0,2} | przechodzą | przetestowa\w{1,3} | buduje",
        "ru": r"работа\w{1,3} | проходят | проверен\w{0,2} | собира\w{1,5}",
    }
)
VOTE_BEHIND_CHECKS = re.compile(
    rf"\bvote\s?=\s{{0,3}}$|\b{_CHECKED}\b(?: \S{{1,20}}){{0,4}} (?:with|on|in|against|using|mit|unter|bei|avec|sur|sous|con|com|en|met|op|z|na|с|на) (?:\S{{1,20}} ){{1,4}}?(?:version\w{{0,3}}|versión|versão|versione|versie|wersj\w|верси\w{{1,2}}|size|partition)\s{{0,2}}[:–-]\s{{0,3}}$"
    r"|\b(?:i|i'll|we|we'll|let me|let's|me)(?: (?:will|would|can))? (?:start|begin|open|lead) (?:with|at)\s{0,3}:?\s{0,3}$|^\W{0,4}(?:starting|beginning|opening) with\s{0,3}:?\s{0,3}$"
)
# "LEO -1": a symbol before the value; case matters.
SYMBOL = re.compile(
    r"\b(?!LGTM|SGTM|OK|RC|KIP|PMC|IMHO|IMO|FWIW|BTW|ACK|YES|THX|TLDR|DR|HI|ALL|SO|AND|BUT|ME|FROM"
    r"|VOTE|THANKS|GREAT|BIG|MY|IS|I)"
    r"[A-Z]{2,8}\s$|\b[a-z]{1,40}[A-Z]\w{0,40}\s$"
)

# "The +1", "a -1": a value that is talked of, unless the clause speaks in the first person.
DEFINITE = words(
    {
        "en": "the",
        "de": "der | die | das | den | dem",
        "fr": "le | la | les",
        "es": "el | los | las",
        "it": "il | lo",
        "pt": "os",
        "nl": "het",
    },
    r"\s{1,3}[\"'(]?$",
)
ARTICLE = words(
    {
        "en": "a | an | any | the | of | for | with | to | in | another | every",
        "de": "ein(?:e|en)?",
        "fr": "un | une",
        "pt": "uma?",
        "it": "una",
        "nl": "een",
    },
    r"\s{1,3}[\"'(]?$",
)

# "A -1 | blocks the release": what a vote means, said of any vote.
RULE_TEXT = re.compile(
    r"(?:^|\bthat |\bbecause )[\s\"'(]{0,4}(?:that |because |and |note that |remember,? )?"
    r"(?:an?|any|one|each|every|ein(?:e)?|une?|un|en|ett?|een|jede[srn]?|chaque|cada|um|ogni|elke|varje|hvert?|każde|každ[éý]|каждый|кожен|ένα|κάθε|fiecare|egy|minden|a|her)\s{0,3}$"
)
_RULES = said(
    {
        "en": r"""
            is(?:n't)? | are(?:n't)? | means | would | needs | must | should | can(?:'t)? | cannot | doesn't | won't | stops
            counts | blocks | does | has | have | comes | requires
        """,
        "de": "ist | kann | gilt | bedeutet",
        "fr": "est | peut | doit",
        "es": "debe | necesita | requiere | significa",
        "pt": "deve | precisa | exige | significa",
        "it": "va motivat[oa] | deve | richiede | significa",
        "nl": "moet | betekent | vereist",
        "sv": "måste | ska | kräver | betyder",
        "da": "skal | kræver | må | krever",
        "pl": "musi | wymaga | oznacza",
        "cs": "musí | vyžaduje | znamená",
        "ru": "должен | требует | означает | треба | потребує",
        "hu": "kell | indokol",
        "ro": "trebuie | necesită | înseamnă",
        "el": "πρέπει | χρειάζεται | σημαίνει",
        "tr": "gerekir | gerektirir",
    }
)
RULE_TEXT_AFTER = re.compile(rf"^[^.!?,;]{{0,50}}?(?:{_RULES})")
