"""Whether anybody could see a window here."""

from __future__ import annotations

import sys
from typing import Mapping  # noqa: UP035 - the other one cannot be subscripted in Python 3.7


def has_screen(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether windows can be shown; whoever has chosen a Qt platform knows what they do."""
    if not platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def screen_kinds(environ: Mapping[str, str]) -> frozenset[str]:
    """Return which of `x11` and `wayland` a window may have to speak here."""
    kinds = {"x11"} if environ.get("DISPLAY") else set()
    if environ.get("WAYLAND_DISPLAY"):
        kinds.add("wayland")
    return frozenset(kinds)
