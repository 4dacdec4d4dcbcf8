"""Are these words of a language that is read here?"""

from __future__ import annotations

import re

_ENGLISH = """
    the and is are this that it i my me we you for with from of in on no not have has was so but at by be as all an or
    your our will can would just very more also still good great looks thanks thank nice works work well tested verified
    lgtm please
"""
# More words that are English and of no language whose conditions are not known.
_MORE_ENGLISH = """
    pass passes passed tests builds green fine
    here too over go get out now done been did does had were what when which who why how about again already always because
    before both could each every first from going happy here's hope into it's i'm i've let's like love make makes many much
    new next nothing now off once only other our own really release same should since something still such than their them
    then there these they thing things think this though those time today until want week well what while would yes yet you're
    ship shipping needed useful feature idea change proposal forward right agree agreed support everyone team folks all
""".split()
# English words beside a value: the words before it hide nothing that is not understood.
ENGLISH = frozenset(f"{_ENGLISH} fine ok okay happy built ran tests".split())
# ... without those that other languages have as well.
ENGLISH_ALONE = ENGLISH - frozenset(
    "i a in on no me so an at we was has be as will more by just for great super ok okay the you or lgtm".split()
)

# One of these behind a value: the words there are in a language whose conditions and negations are known.
LANGUAGE_KNOWN = frozenset(_MORE_ENGLISH) | frozenset(
    f"""{_ENGLISH} to if binding non after let without
    der die das und ist ich mir von für mit auf ein eine nicht danke gut wenn dass es zu im den dem sehr auch
    le la les et est je de des du un une pour avec pas merci dans sur si que qui ce cette quand même
    el los las y es yo para con por gracias muy lo al
    o os eu é com em não obrigado muito
    il lo e è per con grazie non che sono di ho
    het ik en van voor met niet dank dat op te
    i w z na nie to jest u mnie dla się ale jak mi bo dziękuję
    и в на не это я за с спасибо что для по из""".split()
)

# Scripts in which a condition beside a value would not be seen.
SCRIPT_NOT_READ = re.compile(r"[\u0530-\u05ff\u0600-\u07ff\u0900-\u0dff\u0e00-\u0fff\u10a0-\u10ff\u1200-\u139f\u1780-\u17ff]")
# ... unless what stands there is one of these: thanks, or "from me".
THANKS = re.compile(
    r"ขอบคุณ|ค่ะ|ครับ|شكر|تشکر|ممنون|متشکر|مني|صوتي|رأيي|از طرف|من جانبي|رأی|תודה|ממני|מצידי|धन्यवाद"
    r"|मेरी|बधाई|আমার|நன்றி|მადლობა|շնորհակալ"
)
