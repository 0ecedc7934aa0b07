"""Reading a file that somebody hands in."""

from __future__ import annotations

from pathlib import Path

from kompetens_gui.domain.errors import FileUnreadable


def read_at_most(path: Path, most: int) -> bytes:
    """Return a file, and of one with more bytes no more than shows that it is. Raises FileUnreadable."""
    try:
        with path.open("rb") as handle:
            return handle.read(most + 1)
    except FileNotFoundError as error:
        raise FileUnreadable(str(path), "missing") from error
    except PermissionError as error:
        raise FileUnreadable(str(path), "permission") from error
    except OSError as error:
        raise FileUnreadable(str(path), "not_readable") from error
