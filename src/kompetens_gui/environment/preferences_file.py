"""Preferences as a JSON file. A value that cannot be used falls back to its default; what we do not know is kept.

Read before the first paint, so it is decoded by hand: loading a checker of types would cost more than the window.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.services.preferences import Preferences, ThemeMode, limited

LONGEST_TEXT = 1000
MOST_FACILITATORS = 20
log = logging.getLogger(__name__)


class PreferencesFile:
    """Fits PreferencesStore."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Preferences:
        """Return what the file says, with defaults for what it does not say or says badly."""
        found = self._read()
        values: dict[str, Any] = {}
        for field in fields(Preferences):
            if field.name not in found:
                continue
            try:
                values[field.name] = _READERS[field.name](found[field.name])
            except (ValueError, TypeError, KeyError):
                log.warning("preference %s has a value that cannot be used; its default is used", field.name)
        return limited(Preferences(**values))

    def save(self, preferences: object) -> None:
        """Write all preferences; raises DiskFull or FileNotWritten. Keys of other versions stay as they are."""
        assert isinstance(preferences, Preferences)
        text = json.dumps({**self._read(), **asdict(preferences)}, ensure_ascii=False, indent=2)
        self._make_folder()
        write_whole(self._path, text.encode("utf-8", "replace") + b"\n")

    def _read(self) -> Mapping[str, Any]:
        try:
            found = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            log.warning("the preferences file cannot be read; defaults are used")
            return {}
        return found if isinstance(found, dict) else {}

    def _make_folder(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            log.warning("the folder of the preferences file cannot be made")  # writing then says why


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise ValueError
    return float(min(max(value, -1e6), 1e6))


def _facilitators(value: object) -> tuple[Facilitator, ...]:
    if not isinstance(value, list):
        raise ValueError
    return tuple(Facilitator(_text(f["name"]), Role(f["role"])) for f in value[:MOST_FACILITATORS])


_READERS: Mapping[str, Callable[[Any], object]] = {
    "organisation": _text,
    "logotype": _text,
    "user_name": _text,
    "issue_place": _text,
    "default_facilitators": _facilitators,
    "theme": ThemeMode,
    "room_dark": _truth,
    "text_scale": _number,
    "room_screen": _text,
    "room_windowed": _truth,
    "single_key_shortcuts": _truth,
    "data_folder": _text,
    "first_start_done": _truth,
}
