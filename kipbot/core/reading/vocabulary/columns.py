"""How do people head a table of voters, and the lines of a voter's record?"""

from __future__ import annotations

import re

from kipbot.core.reading.vocabulary.phrases import either, words

# The head of a table of voters, or the key of a record: "Name | Vote", "Voter: ...".
_VOTER = {
    "en": "names? | voters? | members? | who | persons? | people | committers?",
    "de": "wer | mitglied | stimmberechtigte?r?",
    "fr": "noms? | votants? | membres? | qui",
    "es": "nombres? | votantes? | miembros? | quién",
    "pt": "nomes? | membros? | quem",
    "it": "nom[ei] | votant[ei] | membr[oi] | chi",
    "nl": "naam | stemmer | lid | wie",
    "pl": "nazwisko | imię | głosujący | kto",
    "ru": "имя | участник | голосующий | кто",
    "tr": "ad | isim | üye",
    "zh": "姓名 | 名字 | 投票人 | 成员",
    "ja": "名前 | 氏名 | 投票者",
    "ko": "이름 | 투표자",
}
_VOTED_IN = {
    "en": "votes? | voted | ballots? | values?",
    "de": "stimmen? | votum",
    "fr": "voix",
    "es": "votos?",
    "it": "vot[oi]",
    "nl": "stem",
    "pl": "głos",
    "ru": "голос",
    "tr": "oy",
    "zh": "投票 | 票",
    "ja": "票",
    "ko": "투표 | 표",
}
VOTER_COLUMN = words(_VOTER)
VOTE_COLUMN = words(_VOTED_IN)
VOTER_RECORD = re.compile(rf"^[\s\-*•]{{0,8}}{either(_VOTER)}\s{{0,3}}[:：=]")
VOTE_RECORD = re.compile(rf"^[\s\-*•]{{0,8}}{either(_VOTED_IN)}\s{{0,3}}[:：=]")
