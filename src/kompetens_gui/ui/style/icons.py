"""Icons drawn from the glyphs of the Phosphor font, sharp at every size and in the colours of the theme in force.

qtawesome carries the font but takes longer to import than our whole window takes to open, so only its file is used.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap, QRawFont
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.style.icon_names import ICONS
from kompetens_gui.ui.style.lean import solid
from kompetens_gui.ui.style.theme import theme

Tint = str | QColor
_EM: Final = 256.0
_FONT: Final = Path("fonts") / "phosphor-1.3.0.ttf"


def icon(name: str, color: Tint = "text", *, checked_color: Tint | None = None, align: float = 0.5) -> QIcon:
    """Give an icon in a token's colour, which follows the theme, or in a fixed colour.

    `align` says where the glyph sits in a room that is wider than high: 0 at the left, 1 at the right.
    """
    return QIcon(GlyphEngine(name, color, checked_color if checked_color is not None else color, align))


def icon_pixmap(name: str, color: Tint, size: int, widget: QWidget) -> QPixmap:
    """Give an icon as a pixmap for a label: `size` unscaled pixels, sharp on the screen `widget` is on."""
    side = theme.px(size, widget)
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    ink = theme.color(color, widget) if isinstance(color, str) else color
    paint_icon(painter, name, QRectF(0, 0, side, side), ink)
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, name: str, box: QRectF, ink: QColor, *, align: float = 0.5) -> None:
    """Paint an icon in the largest square in the middle of `box`; a plain frame stands in for a missing glyph."""
    side = min(box.width(), box.height())
    corner = QPointF(box.x() + (box.width() - side) * align, box.center().y() - side / 2)
    glyph = _glyph(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(corner)
    if glyph is None:
        painter.setPen(QPen(ink, max(1.0, side / 14)))
        painter.drawRoundedRect(QRectF(side * 0.2, side * 0.2, side * 0.6, side * 0.6), side * 0.1, side * 0.1)
    else:
        painter.scale(side / _EM, side / _EM)
        painter.translate(0, _EM)
        painter.fillPath(glyph, solid(ink))
    painter.restore()


class GlyphEngine(QIconEngine):
    """Paints one glyph on request, so that no pixmap outlives a change of theme or screen."""

    def __init__(self, name: str, color: Tint, checked_color: Tint, align: float) -> None:
        super().__init__()
        self._name, self._color, self._checked_color, self._align = name, color, checked_color, align

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._name, QRectF(rect), self._ink(mode, state), align=self._align)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = self.pixmap(QSize(round(size.width() * scale), round(size.height() * scale)), mode, state)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return GlyphEngine(self._name, self._color, self._checked_color, self._align)

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode is QIcon.Mode.Disabled:
            return theme.color("disabled")
        chosen = self._checked_color if state is QIcon.State.On else self._color
        return theme.color(chosen) if isinstance(chosen, str) else chosen


@cache
def font_file() -> Path | None:
    """Find the icon font in the installed qtawesome without importing the package."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / _FONT
    return path if path.is_file() else None


@cache
def _raw_font() -> QRawFont | None:
    path = font_file()
    if path is None:
        return None
    font = QRawFont(str(path), _EM, QFont.HintingPreference.PreferNoHinting)
    return font if font.isValid() else None


@cache
def _glyph(name: str) -> QPainterPath | None:
    font, codepoint = _raw_font(), ICONS.get(name)
    if font is None or codepoint is None:
        return None
    indexes = font.glyphIndexesForString(chr(codepoint))
    return font.pathForGlyph(indexes[0]) if indexes else None
