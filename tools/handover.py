"""Let another process take our place."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NoReturn


def hand_over(command: list[str]) -> NoReturn:
    """Become `command`. On Windows, where that detaches from the console, wait for it and leave with its exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)
