"""Checked content kept as JSON beside its files' stamps: reading that again is some fifty times faster than YAML.

Nothing is lost with it. What cannot be read, or was written by another version of the program, is read anew.
"""

import hashlib
import json
import logging
import os
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kompetens_gui import __version__

_FORMAT = 1
_log = logging.getLogger(__name__)


@cache
def _adapter(of: type) -> TypeAdapter[Any]:
    return TypeAdapter(of)


class KeptContent:
    """A folder of JSON files, one for each content file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, source: Path, stamp: tuple[int, int], of: type) -> Any | None:  # noqa: ANN401 (of that type)
        """Return what was kept of a file with that time and size, or None."""
        try:
            kept = json.loads(self._file(source).read_bytes())
            if kept["for"] != self._for(source, stamp):
                return None
            return _adapter(of).validate_json(kept["content"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, RecursionError, ValidationError):
            _log.debug("kept content of %s is not usable", source.name)
            return None

    def put(self, source: Path, stamp: tuple[int, int], of: type, content: object) -> None:
        """Keep checked content. A disk that will not take it only costs time at the next start."""
        file = self._file(source)
        text = _adapter(of).dump_json(content).decode("utf-8")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh = file.with_name(f"{file.name}.{os.getpid()}")
            fresh.write_text(json.dumps({"for": self._for(source, stamp), "content": text}), encoding="utf-8")
            fresh.replace(file)
        except OSError:
            _log.debug("content of %s could not be kept", source.name)

    def _file(self, source: Path) -> Path:
        place = hashlib.sha256(str(source.absolute()).encode("utf-8", "replace")).hexdigest()[:16]
        return self._folder / f"{source.stem}-{place}.json"

    @staticmethod
    def _for(source: Path, stamp: tuple[int, int]) -> list[object]:
        return [_FORMAT, __version__, str(source.absolute()), *stamp]
