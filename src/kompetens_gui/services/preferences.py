"""What the person at the computer has chosen, with defaults and limits."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.workshop.plan import Facilitator

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
    from dataclasses import replace

    scale = min(TEXT_SCALE_HIGHEST, max(TEXT_SCALE_LOWEST, preferences.text_scale))
    return replace(preferences, text_scale=round(scale, 2))
