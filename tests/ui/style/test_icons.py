from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kompetens_gui.ui.style import icons
from kompetens_gui.ui.style.icon_names import ICONS
from kompetens_gui.ui.style.theme import theme


def test_the_table_agrees_with_the_charmap_shipped_with_the_font() -> None:
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    charmap = json.loads((Path(spec.origin).parent / "fonts" / "phosphor-charmap-1.3.0.json").read_text("utf-8"))
    assert len(ICONS) >= 70
    assert {name: int(charmap[name], 16) for name in ICONS} == ICONS


def test_drawing_an_icon_does_not_import_qtawesome() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from kompetens_gui.ui.style.icons import icon; icon('house').pixmap(20, 20);"
        "sys.exit('qtawesome' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_has_ink_within_its_box(qapp: QApplication, name: str) -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    icons.paint_icon(painter, name, QRectF(4, 4, 40, 40), QColor("black"))
    painter.end()
    inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 40]
    assert inked
    assert all(3 <= x <= 44 and 3 <= y <= 44 for x, y in inked)


def test_an_icon_is_drawn_anew_for_a_sharper_screen(qapp: QApplication) -> None:
    once = icons.icon("house").pixmap(QSize(20, 20), 1.0)
    twice = icons.icon("house").pixmap(QSize(20, 20), 2.0)
    assert once.width() == 20
    assert twice.width() == 40
    assert twice.devicePixelRatio() == 2.0


def _ink(image: QImage) -> QColor:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda color: color.alpha())


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    house = icons.icon("house", "accent")
    assert _ink(house.pixmap(64, 64).toImage()).name() == theme.color("accent").name()
    theme.set_mode("dark")
    assert _ink(house.pixmap(64, 64).toImage()).name() == theme.color("accent").name()


def test_without_the_font_a_plain_frame_is_drawn(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "_glyph", lambda _name: None)
    image = icons.icon("house").pixmap(32, 32).toImage()
    assert _ink(image).alpha() > 0


def test_an_unknown_name_draws_a_plain_frame(qapp: QApplication) -> None:
    assert _ink(icons.icon("no-such-icon").pixmap(32, 32).toImage()).alpha() > 0
