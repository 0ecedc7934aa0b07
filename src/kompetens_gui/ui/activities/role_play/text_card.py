"""A card to press, with words that wrap: for when it gets stuck, and for the steps of the debrief."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kompetens_gui.ui.activities.role_play.wrapping import HeightMemory, wrapped
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM

_PAD, _DISC = 12, 24


class TextCard(QAbstractButton):
    """Shows words, with a number before and a line of its own above where there is one.

    What the room sees just now has a frame and a word for it: never colour alone.
    """

    def __init__(self, words: str, *, number: int = 0, above: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self._number, self._above = number, above
        self._shown = False
        self._heights = HeightMemory()
        self._laid: tuple[object, list[tuple[QTextLayout, float, str]], int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    def set_shown(self, shown: bool) -> None:
        """Say whether the room sees it."""
        if shown != self._shown:
            self._shown = shown
            self._laid = None
            self._heights.forget()
            self._name()
            self.updateGeometry()
            self.update()

    @property
    def is_shown(self) -> bool:
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180, self), self.heightForWidth(theme.px(180, self)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80, self), theme.px(40, self))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._heights.height(width, self, self._measure)

    def _measure(self, width: int) -> int:
        return max(theme.px(44, self), self._lay_out(width)[1] + 2 * theme.px(_PAD, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_tint" if self._shown or self.underMouse() else "surface_2"
        painter.setPen(QPen(theme.color("accent" if self._shown else "border", self), 2 if self._shown else 1))
        painter.setBrush(theme.color(ground, self))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_MEDIUM, RADIUS_MEDIUM)
        pad = theme.px(_PAD, self)
        blocks, _ = self._lay_out(self.width())
        if self._number:
            self._paint_number(painter, pad)
        for layout, top, color in blocks:
            painter.setPen(theme.color(color, self))
            layout.draw(painter, QPointF(pad + self._indent(), pad + top))
        painter.end()

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _paint_number(self, painter: QPainter, pad: int) -> None:
        side = theme.px(_DISC, self)
        disc = QRectF(pad, pad, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_tint_2" if self._shown else "accent_tint", self))
        painter.drawEllipse(disc)
        painter.setPen(theme.color("accent", self))
        painter.setFont(theme.font("label", self))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _indent(self) -> int:
        return theme.px(_DISC + 12, self) if self._number else 0

    def _lay_out(self, width: int) -> tuple[list[tuple[QTextLayout, float, str]], int]:
        asked = (width, theme.font("dense", self).pixelSize())
        if self._laid is not None and self._laid[0] == asked:
            return self._laid[1], self._laid[2]
        room = width - 2 * theme.px(_PAD, self) - self._indent()
        parts = [(self._above, "small-strong", "text")] if self._above else []
        parts += [(line, "dense", "text") for line in self.text().split("\n") if line]
        if self._shown:
            parts.append((self.tr("Visas i rummet"), "label", "accent"))
        blocks: list[tuple[QTextLayout, float, str]] = []
        top = 0.0
        for words, level, color in parts:
            layout, height = wrapped(words, level, room, self)
            if level == "label":
                top += theme.px(4, self)
            blocks.append((layout, top, color))
            top += height + theme.px(2, self)
        self._laid = asked, blocks, round(top)
        return blocks, round(top)

    def _name(self) -> None:
        words = ". ".join(part.strip(".") for part in (self._above, *self.text().split("\n")) if part)
        number = f"{self._number}. " if self._number else ""
        shown = f" ({self.tr('visas i rummet')})" if self._shown else ""
        self.setAccessibleName(f"{number}{words}{shown}")
