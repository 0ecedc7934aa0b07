"""Widgets for the kinds of marking: a letter, a line of the legend, a count, the chain symbol."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.kinds import (
    chain_width,
    paint_chain,
    paint_kind_line,
    paint_letter,
    paint_missing_letter,
)
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import PaintedWidget


class LetterBadge(PaintedWidget):
    """The letter of a kind in its square; `says` is read aloud, for instance "F, funktionsnedsättning"."""

    def __init__(
        self, kind: str, says: str, *, size: int = 24, missing: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._size, self._missing = kind, size, missing
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: str, says: str, *, missing: bool = False) -> None:
        self._kind, self._missing = kind, missing
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint = paint_missing_letter if self._missing else paint_letter
        paint(painter, QRectF(self.rect()), self._kind, self.tokens())
        painter.end()


class KindLine(PaintedWidget):
    """A short piece of a kind's line, 32 px."""

    def __init__(self, kind: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(32), self.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        line = QLineF(2, middle, self.width() - 2, middle)
        paint_kind_line(painter, line, self._kind, self.tokens(), max(3.0, self.px(3)))
        painter.end()


class KindLegend(QWidget):
    """Letter, line and word: what the marking of this kind looks like."""

    def __init__(self, kind: str, word: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (LetterBadge(kind, ""), KindLine(kind), Label(word, "small", "muted")):
            row.addWidget(part)
        self.setAccessibleName(f"{kind}, {word}")


class KindCount(PaintedWidget):
    """How many marked this kind: "A 5"."""

    def __init__(self, kind: str, count: int, says: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._count = kind, count
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, says: str) -> None:
        self._count = count
        self.setAccessibleName(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.text_width(self._text(), self._font()) + 2 * self.px(5), self.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.kind(self._kind).fill))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(QColor(tokens.on_kind))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text())
        painter.end()

    def _text(self) -> str:
        return f"{self._kind} {self._count}"

    def _font(self) -> QFont:
        font = self.level_font("label")
        font.setBold(True)
        return font


class ChainSymbol(PaintedWidget):
    """D–F–A with what is missing or broken in it; `says` is read aloud, for instance "F saknas"."""

    def __init__(
        self,
        says: str,
        missing: Collection[str] = (),
        broken: Collection[tuple[str, str]] = (),
        *,
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._missing, self._broken, self._size = missing, broken, size
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_chain(self, says: str, missing: Collection[str], broken: Collection[tuple[str, str]] = ()) -> None:
        self._missing, self._broken = missing, broken
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        side = self.px(self._size)
        return QSize(round(chain_width(3, side)) + 1, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.px(self._size)
        paint_chain(painter, QRectF(self.rect()), self.tokens(), self._missing, self._broken, side=side)
        painter.end()
