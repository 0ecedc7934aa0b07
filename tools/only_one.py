"""A lock between processes, let go by the operating system even when its holder is killed."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import IO, Iterator  # noqa: UP035 - the other one cannot be subscripted in Python 3.7

from tools.speech import say

PAUSE_SECONDS = 0.3


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`; wait, and say so once, while another process holds it.

    A child started with `close_fds=False` holds it too: when we are killed and pip lives on, the next start waits.
    """
    with path.open("a+b") as file:
        told = False
        while not _try_lock(file):
            if not told:
                say("Ett annat fönster håller redan på med installationen. Väntar på att det blir klart …")
                told = True
            time.sleep(PAUSE_SECONDS)
        os.set_inheritable(file.fileno(), True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
