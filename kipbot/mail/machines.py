"""Did a machine write this mail?"""

from __future__ import annotations

import re
from functools import lru_cache

from kipbot.core.facts import Mailbox
from kipbot.mail.headers import Headers

_ROBOT_ADDRESS = re.compile(
    r"(?:git|gitbox|jira|bugzilla|builds?|buildbot|jenkins|hudson|travis|gump|svn|asf-?ci|infra-bot|dependabot(?:\[bot\])?|renovate(?:\[bot\])?"
    r"|github-actions(?:\[bot\])?|mailer-daemon|mail-daemon|postmaster|no-?reply|do-?not-?reply|notifications?|notify|confluence|reviewboard|gerrit"
    r"|listserv|majordomo|mailman|sympa|ezmlm|cron|nobody|noreply\+.{0,80}|bounces?|.{1,80}-(?:owner|bounces?|request|help))@|.{1,80}\[bot\]@|.{1,80}@noreply\."
)
_ROBOT_NAME = re.compile(
    r"(?:GitBox|GitHub|ASF GitHub Bot|ASF subversion and git services|Apache Jenkins.*|Mail Delivery .*|.*\[bot\])(?: \(.*\))?\Z",
    re.I,
)
_RELAYED_NAME = re.compile(r".*\((?:JIRA|Jira|Bugzilla|GitHub|Code Review|Confluence)\)\Z")
_ROBOT_FIELDS = frozenset((
    "x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply", "x-failed-recipients", "x-jenkins-job", "x-bugzilla-product",
    "x-bugzilla-reason", "x-cron-env", "x-reviewboard-url", "x-hudson-job", "x-github-sender", "x-github-reason", "x-github-recipient",
))  # fmt: skip
_ROBOT_FAMILIES = ("x-github-", "x-jira-", "x-gerrit-", "x-gitlab-", "x-bugzilla-", "x-travis-", "x-jenkins-")
_VACATION = re.compile(
    r"(?:automatic reply|auto(?:matic|matische)? ?-?(?:reply|response|antwort)|auto ?: |out of (?:the )?office|abwesenheits|abwesend|automatische antwort"
    r"|r[ée]ponse automatique|absen[ct]e? du bureau|respuesta autom[áa]tica|risposta automatica|automatisch antwoord|resposta autom[áa]tica|autosvar"
    r"|自动回复|自動回覆|自動応答|不在|автоответ|vacation (?:reply|message)|i am (?:currently )?out of (?:the )?office)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:undeliver(?:ed|able)|delivery status notification|delivery failure|mail delivery (?:failed|failure|subsystem)|failure notice|returned mail|"
    r"returned to sender|message (?:could not be|delayed)|warning: (?:could not send|message)|confirm (?:un)?subscribe (?:to|from)|moderate for |"
    r"welcome to (?:the )?\S+ mailing list|goodbye from |ezmlm (?:warning|response)|your message to \S+ awaits moderator)",
    re.IGNORECASE,
)


def recognise(headers: Headers, sender: Mailbox, subject: str, *, is_report: bool) -> str | None:
    """Why the mail is a machine's, in a few words; None for a person's. "Precedence: bulk" and "list" say nothing: lists set them.

    Sources: RFC 3834 (Auto-Submitted, null sender), RFC 3464 (reports), the relays of GitHub, JIRA and build servers.
    """
    submitted = headers.text("auto-submitted").partition(";")[0].strip().lower()
    if submitted and submitted != "no":
        return f"Auto-Submitted: {submitted[:40]}"
    precedence = headers.text("precedence").strip().lower().replace("-", "_")
    if precedence in ("auto_reply", "junk"):
        return f"Precedence: {precedence}"
    return _by_field(headers, is_report=is_report) or _by_sender(sender) or _by_subject(subject)


def _by_field(headers: Headers, *, is_report: bool) -> str | None:
    if is_report:
        return "a delivery report"
    if headers.has("return-path") and "".join(headers.text("return-path").split()) == "<>":
        return "a null sender"
    for name in headers.names():
        if name.startswith("x-") and (name in _ROBOT_FIELDS or name.startswith(_ROBOT_FAMILIES)):
            return f"the field {name}"
    return None


@lru_cache(maxsize=512)
def _by_sender(sender: Mailbox) -> str | None:
    if _ROBOT_ADDRESS.match(sender.address):
        return f"sent by {sender.address}"
    name = sender.name[:200]
    if _ROBOT_NAME.match(name) or _RELAYED_NAME.match(name):
        return f"sent by {name}"
    return None


@lru_cache(maxsize=512)
def _by_subject(subject: str) -> str | None:
    subject = subject[:200].strip()
    if _VACATION.match(subject):
        return "an absence notice"
    return "a notice of a mail server or list" if _NOTICE.match(subject) else None
