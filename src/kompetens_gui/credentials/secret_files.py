"""Small secret files: whole or not at all, and readable by their owner alone from the first byte."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from kompetens_gui.domain.errors import DiskFull, FileNotWritten, SigningKeyRefused

FILE_MODE, FOLDER_MODE = 0o600, 0o700
LARGEST = 20_000
_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows: bytes as they are


def write_secret(path: Path, data: bytes) -> None:
    """Write a file in one step. Raises DiskFull or FileNotWritten; what stood there is untouched then."""
    part = path.parent / f".{path.name}-{secrets.token_hex(4)}.part"
    try:
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, FILE_MODE)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(str(path)) from error
        raise FileNotWritten(str(path), "denied") from error


def read_secret(path: Path) -> bytes:
    """Return a file. Raises SigningKeyRefused with missing or damaged."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise SigningKeyRefused("missing") from error
    except OSError as error:
        raise SigningKeyRefused("damaged") from error
    if len(data) > LARGEST:
        raise SigningKeyRefused("damaged")
    return data
