"""The overview as it last was: a small JSON file, read before the database is, for the first paint."""

import json
from pathlib import Path
from typing import Any

LARGEST = 1_000_000


def read_snapshot(path: Path) -> dict[str, Any]:
    """Return what was last written; anything unreadable is an empty overview. Reading costs next to nothing."""
    try:
        if path.stat().st_size > LARGEST:
            return {}
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_snapshot(path: Path, overview: dict[str, Any]) -> None:
    """Keep an overview of plain JSON values for the next start. Raises DiskFull or FileNotWritten."""
    from kompetens_gui.environment.atomic_file import write_whole

    write_whole(path, json.dumps(overview, ensure_ascii=False).encode())
