"""What the person at the computer has chosen, with defaults and limits."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from kompetens_gui.domain.workshop.plan import Facilitator
from kompetens_gui.services.news import EventBus, PreferencesChanged

TEXT_SCALE_LOWEST, TEXT_SCALE_HIGHEST = 0.9, 2.0


class ThemeMode(StrEnum):
    """Light, dark, or what the system says."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True)
class Preferences:
    """Preferences of one user on one machine. Paths are texts; empty means none."""

    organisation: str = ""
    logotype: str = ""
    user_name: str = ""
    issue_place: str = ""
    default_facilitators: tuple[Facilitator, ...] = ()
    theme: ThemeMode = ThemeMode.LIGHT
    room_dark: bool = False
    text_scale: float = 1.0
    room_screen: str = ""
    room_windowed: bool = False
    single_key_shortcuts: bool = True
    data_folder: str = ""
    first_start_done: bool = False


def limited(preferences: Preferences) -> Preferences:
    """Return the preferences with numbers held within their limits."""
    scale = min(TEXT_SCALE_HIGHEST, max(TEXT_SCALE_LOWEST, preferences.text_scale))
    return replace(preferences, text_scale=round(scale, 2))


class PreferencesService:
    """Holds the preferences in use and writes each change at once."""

    def __init__(self, load: Callable[[], Preferences], save: Callable[[Preferences], None], bus: EventBus) -> None:
        self._save = save
        self._bus = bus
        self._current = limited(load())

    @property
    def current(self) -> Preferences:
        return self._current

    def change(self, preferences: Preferences) -> None:
        """Use and write new preferences; a failed write leaves the old ones in use."""
        wanted = limited(preferences)
        self._save(wanted)
        self._current = wanted
        self._bus.publish(PreferencesChanged())
