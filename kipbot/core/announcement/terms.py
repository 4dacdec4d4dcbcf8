"""Which English words speak of the end of a vote, and which take it back: conditions, wishes, plans, other votes?"""

from __future__ import annotations

import re

# A sentence of plain letters without one of these stems says nothing of a vote's end in any of the languages read.
TELLING = re.compile(
    r"vot|kip|rc\b|rc[ -]?\d|[a-z]-\d|result|outcome|ballot|motion|poll|tall|count|quorum|correct|binding|cancel|withdr|pass|accept|approv|adopt|reject|fail"
    r"|clos|thread|candidate|release|proposal|ayes|yeas|\+1"
    r"|abstimm|antrag|vorschlag|wahl|scrutin|propo|motion|mozione|stem|voorstel|motie|wniosek|oylama|moci"
)
PREDICATE = re.compile(
    r"\b(?:"
    r"(?P<passed>pass(?:ed|es)?|carried|carries|succeed(?:ed|s)|successful(?:ly)?|accepted|adopted|approved|ratified)"
    r"|(?P<failed>fail(?:ed|s)?|rejected|unsuccessful(?:ly)?|defeated|voted down|vetoed|declined|fell short|falls short)"
    r"|(?P<cancel>cancel(?:l?ed|l?ing|s)?|withdr(?:aw|awn|awing|ew)|abort(?:ed|ing)?|abandon(?:ed|ing)?|call(?:ed|ing)? off|voided"
    r"|void|revok(?:e|ed|ing)|rescinded|scrapp(?:ed|ing)|scrap|dropp(?:ed|ing)|drop|pull(?:ed|ing)|sink(?:ing)?|sunk|dead|killed|killing"
    r"|superseded|terminat(?:ed|ing)|discard(?:ed|ing)|retract(?:ed|ing)?|annulled|stopp(?:ed|ing)|invalidated)"
    r"|(?P<close>clos(?:e|ed|ing)|concluded|concluding|conclude|over|done|ended|ending|finished|completed?|finali[sz](?:ed|ing))"
    r"|(?P<extend>extend(?:ed|ing)?|prolong(?:ed|ing)?|tabled|tabling|postpon(?:ed|ing|e)|suspend(?:ed|ing)?|paus(?:ed|ing)|deferred|on hold"
    r"|left open|keeping .{0,20}open)"
    r")\b"
)
STRONG = re.compile(
    r"\b(?:votes?|voting|ballot|motion|poll|resolution|nomination|election|proposals?|results?|outcome|[a-z]{2,12}-\d{1,6}|[kfpcast]ips?|sip|aip|cep|spip|fip)\b"
)
PROCEDURE = re.compile(r"\b(?:votes?|voting|ballot|motion|poll|election|thread|(?:vote|voting) period|rc[- .]?\d{1,3})\b")
SPEAKS_OF_VOTES = re.compile(r"\bvot(?:e|es|ing|ers?)\b|\bbinding\b|\bquorum\b|\bmajority\b|\bcancel|\bwithdr")
WEAK = re.compile(r"\b(?:rc[- .]?\d{0,3}|release candidate|release|candidate|it|this|thread|[\w.]*\d\.\d[\w.-]*)\b")
OBJECT = re.compile(
    r"\s(?:\S{1,24} ){0,4}?(?:[a-z]{2,12}-\d{1,6}|votes?|voting|ballot|motion|poll|proposal|kip|rc[- .]?\d{0,3}|release candidate|candidate|release|thread|nomination)\b"
)
BLOCKERS = re.compile(
    r"\b(?:tests?|builds?|checks?|verif\w{1,12}|signatures?|ci|compil\w{1,8}|jenkins|prs?|patch\w{0,2}|commits?|pull requests?|suites?|jobs?|pipelines?"
    r"|reviews?|invitations?|from me|i|you|they|he|she|asserts?|hash\w{0,3}|checksums?|issues?|tickets?|jira)\b"
)
MODAL = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|can|cannot|must|going to|gonna|needs? to|ha[sd] to|have to|wants? to|to be|to|about to|ready to"
    r"|able to|likely|hopefully|let's|let us|wo(?= ?n't))\b|'ll\b|'d\b"
)
NEGATION = re.compile(r"\b(?:not|never|no longer|cannot|neither|nor)\b|n't\b")
CONDITION = re.compile(
    r"\b(?:one|another|two|three|\d{1,2}) (?:more|\+1|vote)\b[^.;]{0,40}\band\b|"
    r"\b(?:if|unless|whether|assuming|once|as soon as|in case|provided (?:that|the|no|we|there)|suppose|supposing|as long as|in order|"
    r"should (?:this|the|it)|need(?:s|ed)? (?:for|at least|more|a|one|two|three|\d))\b(?! (?:i|i've|i have) (?:missed|forgot|overlooked))"
)
NOT_OURS = re.compile(r"\b(?:test|benchmark|build|review|check|ci|search|query|scan)(?:s|ing)? $")
NEAR_BEFORE = re.compile(
    r"\b(?:when|whenever|after|before|until|till|by the time|while|how|why)(?: (?:this|the|a|our|my|its|release|kip)){0,2} ?$"
)
BECAUSE = re.compile(r"\b(?:now that|since|as|because|given that|seeing that)(?: (?:this|the|our|my|its|release|kip)){0,2} ?$")
GENERIC = re.compile(
    r"\b(?:a|an|any|each|every|all|no|future|my|your|his|her|their|most|such|code|majority)(?: (?!the|this)\w{1,14}){0,1} $"
)
HOPE = re.compile(
    r"\b(?:hop(?:e|es|ing)|hopefully|wish|want|wants|wanted|like to see|love to see|expect|expecting|wait(?:ing)? for|look(?:ing)? forward|pending"
    r"|prefer|required|requires|require|ask(?:ed|ing)?|rather|would|need(?:s|ed)?)\b"
)
DOUBT = re.compile(
    r"\b(?:think|believe|guess|seems?|looks? like|appears?|apparently|assume|afaict|afaik|iiuc|probably|suppose|presumably|i see|understand|heard|maybe"
    r"|perhaps|let's|could|should)\b"
)
CHEER = re.compile(r"\W*(?:congrat\w{0,16}|nice|great|awesome|cool|wonderful|excellent|yay|hooray|woohoo|kudos)\b[^.]{0,6}[,!]")
PRAISE = re.compile(
    r"\b(?:congrat\w{0,16}|kudos|glad|happy|great|good|nice|awesome|excited|thrilled|cool|wonderful|excellent|sad|sorry|yay|hooray)\b"
    r".{0,20}\b(?:to see|that|news|seeing|to hear|on|for|getting|you)\b"
)
ANNOUNCES = re.compile(r"\b(?:announce|report|inform|say that|share|declare)\b")
OTHER = re.compile(
    r"\b(?:last (?:year|month|time|vote|rc|candidate|round|release|week)|previous(?:ly)?|prior|former|first (?:vote|rc|round|attempt|candidate)"
    r"|another|other (?:votes?|kips?|proposals?|thread)|separate|old(?:er)?|back in|(?:years?|months?|weeks?) ago|in (?:19|20)\d\d|back then|earlier (?:vote|rc|candidate|kip))\b"
)
LONG_AGO = re.compile(r"\b(?:last (?:year|month|time)|back in|(?:years?|months?) ago|in (?:19|20)\d\d|back then|previously)\b")
AFTER_CONDITION = re.compile(
    r"\W{0,3}(?:(?:only )?(?:if|when|once|unless|provided|as long as|as soon as)|with at least|with a minimum|by at least|with three or more"
    r"|with 3 or more|or|nor|by mistake|by accident|accidentally|for me|from me|on my|from my|by me|imo|in my)\b"
)
AFTER_OBJECT = re.compile(
    r"\s(?:from|by (?:reviewers?|some|many|several|users?|most|another|others?|my|our|the (?:team|reviewers?))|all|my|our|every|each|the(?! vote| voting)|\d+|rat|tests?|checks?|ci|unit|integration|smoke|system|builds?|verification|validation|locally|without"
    r"|(?:its |our )?(?:quorum|threshold|halfway|half|minimum|deadline)"
    r"|on (?:jdk|java|my|mac\w*|linux|windows|ubuntu|both|all|a)|in (?:my|our|ci|trunk|version|\d)|for (?:all|jdk|java)|with (?:jdk|java|maven|gradle|python|scala)|fine|ok|here|to)\b"
)
EVIDENCE = re.compile(
    r"\+\s?\d|\bbinding|\bvotes?\b|\bunanim|\bmajority|\bquorum|\bconsensus|\bfollowing result|\bvoters?\b|\bvoting\b"
)
AUXILIARY = re.compile(
    r"[\s,:(')\-]*(?:(?:has|have|is|are|was|were|be|been|being|now|hereby|thus|therefore|officially|formally|already|successfully|unanimously|just"
    r"|vote|voting|also|not|did|does|do|as|to be considered|considered|declared|deemed|n't|therewith|clearly|then|finally|#\d|\(?rc[- .]?\d\)?)[\s,:)']*){0,6}"
)
TAIL = re.compile(r"\b(?:has|have|is|was|are|been|now|hereby|officially|unanimously|not|did|does|as)[ ,]*$|n't $")
FOLLOWS = re.compile(
    r"\W*$|[,.;:()!]|\sw/|\s(?:with|by|due|because|for lack|and|until|till|to (?:mon|tues|wednes|thurs|fri|satur|sun)day|to next|for (?:another|\d)|unanimously|as|since|so|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|after|without|today"
    r"|yesterday|already|now|this|last|in favou?r|thank|thanks|best|cheers|i|we|the (?:result|vote|follow|release|kip)|to (?:get|reach|pass|attract|gather|obtain|receive|achieve|meet)|here|then)\b|\W*$"
)
SPOKEN = re.compile(
    r"\b(?:consider|declare|deem|regard|treat|call|mark|close|closing|marking|declaring|calling|considering|move|moving)\b"
)
BESIDE = re.compile(r"\s(?:\d|at\b|the\b|a\b|an\b|to\b|there\b|from\b)")
CLOSED_OBJECT = re.compile(
    r"\W*$|[,.;:()!/]|\s(?:on|for|of|in|to|as|by|with|due|because|since|and|now|until|till|today|here|immediately|again|so|after|thread|based|at|i"
    r"|we|thanks|thank|process|period|[a-z]{2,12}-\d|rc|\(|that|which|over|early|another|a|the|then|vote|voting|candidate|v?\d|apache|about|entirely"
    r"|altogether|completely|officially|formally|without|due|given|while|but|if|unless|once|when|tomorrow|soon|later|from)"
)
STARTED = re.compile(
    r"(?:^|[,:;(] ?|\b(?:am|i'm|im|we're|are|hereby|now|therefore|thus|so|and|officially|formally|just|then|hence|also|consequently|thereby|thanks|all|hi|everyone))\s*$"
)
PERFORMED = re.compile(r"\b(?:i|we|hereby|i do)(?: (?:now|hereby|thus|therefore|officially|formally|also|do|just|then)){0,3} $")
HAVE_DONE = re.compile(
    r"(?:^|[,:;] ?|\b(?:i|we|i've|we've|have|had to)(?: (?:now|hereby|just|already|therefore|thus|also|had)){0,2} )$"
)
INTENDED = re.compile(
    r"(?:\b(?:i|we) (?:will|shall)|'ll|\b(?:am|'m|are|'re) going to|\bi'm going to|\bwe're going to|^will|[,;] will|\band will|\bhave to|\bneed to|\bmust)"
    r"(?: (?:now|then|also|be|therefore|thus|go ahead and|have to)){0,3} $"
)
VAGUE_INTENT = re.compile(
    r"\b(?:plan|planning|intend|mind|may|might|could|would|propose|suggest|prefer|tomorrow|tonight|later|next week|by|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in \d+ (?:hours?|days?)|soon|shortly)\b"
)
OWN_BALLOT = re.compile(
    r"\b(?:revert\w{0,3}|position|my (?:\w{1,12} )?(?:vote|\+1|-1|objections?|veto|concerns?|comment)|chang\w{1,3} (?:it|my|to)|objections?|veto)\b"
)
STOP_VOTING = re.compile(
    r"\b(?:(?:please |pls )?stop voting|(?:please )?(?:do not|don't) vote (?:on|for) this|no need to vote (?:on|for) (?:this|rc))\b"
)
IGNORE = re.compile(
    r"\b(?:ignore|disregard) (?:this|the) (?:\w{1,12} )?(?:vote|rc\d*|release candidate|candidate|voting thread|vote thread)\b"
)
RESPIN = re.compile(r"\b(?:new rc|rc[- ]?\d|new (?:release )?candidate|re-?spin|re-?roll|roll|cut|spin|new vote|restart)\b")
SHORT_OF = re.compile(
    r"\b(?:not|n't|failed to|without|never) (?:\w{1,12} ){0,3}?(?:get|got|have|had|receiv\w{1,3}|reach\w{0,3}|gather\w{0,3}|attract\w{0,3}|obtain\w{0,3}|garner\w{0,3}|meet|met|achiev\w{1,3}|secur\w{1,3}|collect\w{0,3})\b"
    r".{0,30}\b(?:enough|sufficient|quorum|required|necessary|needed|minimum|majority|consensus|3|three)\b"
    r"|\b(?:not enough|insufficient|too few|lack of|lacks|lacking)\b.{0,24}\b(?:votes?|\+1s?|quorum|support|binding)\b|\bquorum (?:was |is |has )?not (?:been )?(?:reached|met)\b"
)
SUCCESS = re.compile(r"\b(?:(?:successful|passing|positive) (?:vote|result|outcome)|the (?:ayes|yeas) have it)\b")
YET = re.compile(
    r"\b(?:yet|so far|still|currently|at the moment|right now|until now|as of (?:now|today)|at this point|to date|missing|waiting|short of|one more|two more|few more|more (?:binding )?votes)\b"
)
CORRECTS = re.compile(
    r"\b(?:i (?:have )?(?:mis-?(?:counted|tallied|read|stated)|(?:tallied|counted) (?:\w+ ){0,3}(?:wrong|wrongly|incorrectly))|wrongly (?:counted|tallied)"
    r"|miscount\w{0,3}|correct(?:ion|ing|ed) (?:\w+ ){0,4}(?:results?|tally|count|outcome|vote)|(?:results?|tally|count) (?:\w+ ){0,3}(?:correction|corrected)"
    r"|corrected (?:\w+ ){0,2}(?:results?|tally|count)|correction to (?:the|my)|amended (?:result|tally)|updated (?:result|tally))\b"
)
INTERIM = re.compile(
    r"\b(?:so far|needs? (?:just |only )?(?:one|two|three|\d) more|current (?:tally|count|status|state|standing|result|votes?)|tally (?:so far|as of)|to date|until now|up to now|as of (?:now|today)"
    r"|(?:still |we |only |just |i |are |is )?(?:need|needs|needing|missing|lack|lacking|waiting for|wait for|looking for|short)\b.{0,20}"
    r"\b(?:more|another|additional|one|two|three|\d)\b.{0,20}\b(?:votes?|\+1s?|binding|pmc)|(?:one|two|\d) (?:more )?(?:binding )?(?:votes? )?short"
    r"|(?:do not|don't|does not|doesn't|not) (?:yet )?have enough|not enough .{0,20}\byet|interim|preliminary|the vote (?:is|stands) (?:currently|at)|vote is passing"
    r"|currently (?:have|has|at|we))\b"
)
