"""What every test may rely on: property tests that repeat themselves, and a frozen clock that is frozen everywhere."""

from __future__ import annotations

import os

import freezegun
from freezegun.config import DEFAULT_IGNORE_LIST
from hypothesis import settings

# No deadline: how long one example takes says more about the machine than about the code. CI draws the same examples each time.
settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")

# freezegun leaves the clock of threads and queues running by default; a test that freezes time means all of it.
freezegun.configure(default_ignore_list=[name for name in DEFAULT_IGNORE_LIST if name not in {"threading", "queue"}])
