"""What does a title say that is voted on?"""

from __future__ import annotations

import pytest

from kipbot.core.hearing import read_kind
from kipbot.core.subject import read_subject


@pytest.mark.parametrize(
    "subject, kind",
    [
        pytest.param("[VOTE] Release Apache Maven Doxia version 1.8", "release", id="the word first"),
        pytest.param("[VOTE] Hadoop 3.3.6 release", "release", id="the word last"),
        pytest.param("[VOTE] Approve the release of Hadoop Thirdparty 1.2.0 artifacts", "release", id="the word in the middle"),
        pytest.param("[VOTE] Publish 4.0.0 release candidate", "release", id="a candidate without a number"),
        pytest.param("[VOTE] 4.4.0 RC3", "release", id="nothing but a candidate"),
        pytest.param("[VOTE] Maven Surefire 3.0.0", "release", id="a component and its version"),
        pytest.param("[VOTE] Release plan for 4.4.0", "other", id="a plan is not the release"),
        pytest.param("[VOTE] Drop Java 8 in release 4.0.0", "other", id="what a release shall hold is not the release"),
        pytest.param("[VOTE] Adopt a new logo", "other", id="no version"),
    ],
)
def test_a_title_tells_what_is_voted_on(subject, kind):
    assert read_kind(read_subject(subject)) == kind
