"""The same surroundings for every test: no screen, Swedish formats, our own fonts, Fusion, a cursor that does not blink."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_ACCESSIBILITY", "0")
FONTS = Path(__file__).parent.parent / "resources" / "fonts"
