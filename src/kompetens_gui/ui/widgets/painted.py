"""What the widgets that paint themselves have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPalette
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.style.lean import solid
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QFont, QPainter

_PUT_AWAY: Final = "_kompetens_put_away"


class PaintedWidget(QWidget):
    """A widget that paints itself from the tokens and follows them when theme or text size change."""

    _ink = ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            if self._ink:
                self.set_ink(self._ink)
            self.updateGeometry()
            self.update()

    def set_ink(self, color: str) -> None:
        """Let a painter start with a token's colour as its pen, so that text needs no `setPen` (see `style.lean`)."""
        self._ink = color
        # Said aloud, because within a button widgets write with the colour of the button's text.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        wanted = theme.color(color, self)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != wanted:
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)

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
    painter.fillPath(shape, solid(color))


def fill_ellipse(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Fill the ellipse within a rectangle, without edge."""
    shape = QPainterPath()
    shape.addEllipse(box)
    painter.fillPath(shape, solid(color))


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let the widget take the new look at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def show_when(widget: QWidget, wanted: bool) -> None:
    """Show or hide, as `setVisible`, but leave alone what is not hidden: it comes with its window.

    Showing a widget lays it out at once, before the style sheet is on and its neighbours have their words.
    """
    if wanted and not getattr(widget, _PUT_AWAY, False):
        return
    setattr(widget, _PUT_AWAY, not wanted)
    widget.setVisible(wanted)
