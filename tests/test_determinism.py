"""A verdict never depends on locale, time zone or the order in a dictionary."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROGRAM = """
import json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from tests.corpus.build import write_mbox
from tests.corpus.rows import HERE, read_stories
from kipbot.app import replay
box = pathlib.Path(sys.argv[2])
write_mbox([story for story in read_stories() if story.name.startswith(("a", "the"))][:120], box)
print(json.dumps(replay([box], rules=HERE.parent.parent / "rules" / "kafka", roster=HERE / "roster.yaml")))
"""


def answer(folder: Path, **environment: str) -> str:
    surroundings = {**os.environ, **environment}
    box = folder / "box.mbox"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(HERE.parent), str(box)],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize(
    "surroundings",
    [
        pytest.param({"PYTHONHASHSEED": "1"}, id="one order of sets"),
        pytest.param({"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati"}, id="the earliest time zone"),
        pytest.param({"PYTHONHASHSEED": "4", "TZ": "America/Los_Angeles", "LC_ALL": "C"}, id="another zone and no locale"),
        pytest.param({"PYTHONHASHSEED": "5", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, id="the Turkish locale"),
    ],
)
def test_the_same_mail_gives_the_same_answer_everywhere(tmp_path: Path, surroundings: dict[str, str]) -> None:
    assert answer(tmp_path, **surroundings) == answer(tmp_path, PYTHONHASHSEED="0", TZ="UTC")
