"""Which words name months, weekdays and small numbers in the languages in which people call votes?"""

from __future__ import annotations

# Mail programs and people leave accents out, so the bare spellings stand beside the right ones.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero janeiro gennaio januari",
            "february feb februar février fevrier febrero fevereiro febbraio februari",
            "march mar märz maerz mars marzo março marco maart", "april apr avril abril aprile",
            "may mai mayo maio maggio mei", "june jun juni juin junio junho giugno", "july jul juli juillet julio julho luglio",
            "august aug août aout agosto augustus", "september sept sep septembre septiembre setembro settembre",
            "october oct oktober okt octobre octubre outubro ottobre", "november nov novembre noviembre novembro",
            "december dec dezember dez décembre decembre diciembre dezembro dicembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes lunedì lunedi segunda-feira maandag",
            "tuesday tue tues dienstag mardi martes martedì martedi terça-feira terca-feira dinsdag",
            "wednesday wed mittwoch mercredi miércoles miercoles mercoledì mercoledi quarta-feira woensdag",
            "thursday thu thur thurs donnerstag jeudi jueves giovedì giovedi quinta-feira donderdag",
            "friday fri freitag vendredi viernes venerdì venerdi sexta-feira vrijdag",
            "saturday sat samstag sonnabend samedi sábado sabado sabato zaterdag",
            "sunday sun sonntag dimanche domingo domenica zondag",
        )
    )
    for name in names.split()
}  # fmt: skip
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
NUMBERS = {word: number for number, word in enumerate(_ENGLISH.split())} | {
    "a": 1, "an": 1, "eine": 1, "einer": 1, "une": 1, "una": 1, "uma": 1, "een": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sieben": 7, "trois": 3, "cinq": 5, "sept": 7, "tres": 3, "cinco": 5, "siete": 7, "tre": 3, "cinque": 5, "sette": 7, "três": 3,
    "sete": 7, "drie": 3, "vijf": 5, "zeven": 7, "seventy-two": 72, "seventy two": 72, "forty-eight": 48, "twenty-four": 24,
    "一": 1, "三": 3, "五": 5, "七": 7, "两": 2,
}  # fmt: skip
