"""What does `python -m kipbot` do? The same as `kipbot`."""

from __future__ import annotations

import sys

from kipbot.cli import main

if __name__ == "__main__":
    sys.exit(main())
