"""One copy of the program at a time on the same data.

The lock belongs to the open file and is let go by the operating system when the process ends, however it ends: what a
killed process leaves behind never stands in the way.
"""

import contextlib
import os
import sys
from pathlib import Path

from kompetens_gui.domain.errors import DataInUse
from kompetens_gui.storage.faults import from_os

LOCK_FILE = "kompetens.lock"


class DataLock:
    """Holds a data folder for this process until `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        """Take the lock, or raise DataInUse, FolderNotWritable or DiskFull."""
        file = folder / LOCK_FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise from_os(error, file) from error
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise DataInUse(str(folder)) from error

    def release(self) -> None:
        """Let the folder go; a second call does nothing."""
        if self._handle >= 0:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
