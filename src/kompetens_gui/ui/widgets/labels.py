"""Text that is only read: headings, labels by level and tone, one-line labels that end in dots, key caps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.lean import ALIGN_CENTER, PLAIN_TEXT
from kompetens_gui.ui.style.theme import theme, with_tabular_figures
from kompetens_gui.ui.widgets.painted import PaintedWidget, set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

Tone = Literal["", "muted", "faint", "accent", "ok", "warn", "err", "info"]


class Label(QLabel):
    """Text of one level of the type scale (`tokens.SCREEN_LEVELS`) in one tone; plain text, never read as HTML.

    The height of wrapped text is remembered per width: layouts within layouts ask for it again and again,
    and breaking lines is slow.
    """

    _heights: dict[tuple[int, int, int], int] | None = None

    def __init__(
        self, text: str = "", level: str = "body", tone: Tone = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("level", level)
        self.setProperty("tone", tone)
        if level in {"clock", "clock-small", "number"}:
            self.setFont(with_tabular_figures(self.font()))
        if wrap:
            self.setWordWrap(True)

    def set_tone(self, tone: Tone) -> None:
        set_look(self, "tone", tone)

    def setText(self, text: str) -> None:
        self._heights = None
        super().setText(text)

    def heightForWidth(self, width: int) -> int:
        # Qt asks for the width of the room, also where the text may not be as wide.
        width = min(width, self.maximumWidth())
        known = self._heights
        if known is None:
            known = self._heights = {}
        margins = self.contentsMargins()
        asked = (width, margins.left() + margins.right(), margins.top() + margins.bottom())
        height = known.get(asked)
        if height is None:
            height = known[asked] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:
        self._heights = None
        super().changeEvent(event)


class Heading(Label):
    """A heading; `level` h1 is the name of the screen, h2 of a card, h3 of a part of it."""

    def __init__(
        self, text: str, level: Literal["display", "h1", "h2", "h3"] = "h2", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, level, wrap=True, parent=parent)


class ElidedLabel(Label):
    """One line that ends in three dots where the room ends; the whole text is in the tooltip."""

    def __init__(self, text: str = "", level: str = "body", tone: Tone = "", *, parent: QWidget | None = None) -> None:
        super().__init__("", level, tone, parent=parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole_text(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        end = QtCore.Qt.TextElideMode.ElideRight
        shown = QFontMetrics(self.font()).elidedText(self._whole, end, max(0, self.width()))
        QLabel.setText(self, shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class MarkedLabel(Label):
    """A label with something painted before its words, in a square at its upper left corner.

    One widget in place of three. `side` and `air` (between mark and words) are unscaled pixels; `edge` is kept free
    above and below.
    """

    def __init__(
        self,
        text: str,
        level: str = "body",
        tone: Tone = "",
        *,
        side: int,
        air: int,
        edge: int = 0,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, level, tone, wrap=wrap, parent=parent)
        self._side, self._air, self._edge = side, air, edge
        self._fit()

    def paint_mark(self, painter: QPainter, room: QRectF) -> None:
        """Paint the mark within `room`."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.px(self._side, self)
        painter = QPainter(self)
        self.paint_mark(painter, QRectF(0, self.contentsMargins().top(), side, side))
        painter.end()

    def _fit(self) -> None:
        side = theme.px(self._side, self)
        self.setContentsMargins(side + self._air, self._edge, 0, self._edge)
        self.setMinimumHeight(side + 2 * self._edge)


class Kbd(QLabel):
    """A key cap: "Ctrl K"."""

    def __init__(self, keys: str, *, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setProperty("kbd", True)
        self.setProperty("alignment", ALIGN_CENTER)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Icon(PaintedWidget):
    """A still icon of `size` unscaled pixels; decoration, so it has no name unless one is given."""

    def __init__(
        self, name: str, size: int = 20, color: str = "text_2", *, says: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._color = name, size, color
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, color: str | None = None) -> None:
        self._name, self._color = name, color or self._color
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:

        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), theme.color(self._color, self))
        painter.end()


class IconText(QWidget):
    """An icon and a line of text beside it, as for place or number of participants."""

    def __init__(
        self, icon_name: str, text: str, level: str = "dense", tone: Tone = "muted", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        ink = {"": "text", "muted": "text_2", "faint": "text_3"}.get(tone, tone)
        self.icon = Icon(icon_name, 18, ink, parent=self)
        self.label = Label(text, level, tone, parent=self)
        row.addWidget(self.icon)
        row.addWidget(self.label, 1)


def rule(*, vertical: bool = False, parent: QWidget | None = None) -> QFrame:
    """Give a hair line between parts of a card."""
    line = QFrame(parent)
    line.setProperty("rule", "vertical" if vertical else "true")
    return line
