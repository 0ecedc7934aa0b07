"""Writing a file so that it is there whole or not at all, and the old one stands until the new one is complete."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from kompetens_gui.domain.errors import DiskFull, FileNotWritten, KompetensError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_REASONS = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EISDIR: "is_a_folder",
    errno.EEXIST: "is_a_folder",
    errno.ENOTEMPTY: "is_a_folder",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EINVAL: "name_not_allowed",
}
_OPEN_ELSEWHERE = 32  # Windows: another program holds the file


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step. Raises DiskFull or FileNotWritten, with whatever stood there untouched.

    Reasons: denied, folder_missing, is_a_folder, name_too_long, name_not_allowed, open_elsewhere, failed.
    """
    part = path.parent / f".kompetens-{os.getpid()}-{secrets.token_hex(4)}.part"
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)  # the rights the file had
        part.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero character
        with contextlib.suppress(OSError, ValueError):
            part.unlink()
        raise _fact(error, path) from error
    _flush_folder(path.parent)


def _fact(error: OSError | ValueError, path: Path) -> KompetensError:
    if isinstance(error, ValueError):
        return FileNotWritten(str(path), "name_not_allowed")
    if error.errno in _NO_ROOM:
        return DiskFull(str(path))
    if getattr(error, "winerror", None) == _OPEN_ELSEWHERE:
        return FileNotWritten(str(path), "open_elsewhere")
    return FileNotWritten(str(path), _REASONS.get(error.errno or 0, "failed"))


def _flush_folder(folder: Path) -> None:
    """Make the new name durable, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
