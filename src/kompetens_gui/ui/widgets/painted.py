"""What the widgets that paint themselves have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QFont, QPainter


class PaintedWidget(QWidget):
    """A widget that paints itself from the tokens and follows them when theme or text size change."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def tokens(self) -> Tokens:
        return theme.tokens_for(self)

    def px(self, pixels: float) -> int:
        return theme.px(pixels, self)

    def level_font(self, level: str) -> QFont:
        return theme.font(level, self)

    def text_width(self, text: str, font: QFont) -> int:
        return int(QFontMetricsF(font).horizontalAdvance(text)) + 1


def fill_rounded(painter: QPainter, box: QRectF, color: QColor, radius: float) -> None:
    """Fill a rectangle with round corners, without edge."""
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.fillPath(shape, color)


def fill_ellipse(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Fill the ellipse within a rectangle, without edge."""
    shape = QPainterPath()
    shape.addEllipse(box)
    painter.fillPath(shape, color)


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let the widget take the new look at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
