"""A level drawn as three rising steps: those that are reached are filled, the target of the role has a dot above it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.services.lack_words import level_words
from kompetens_gui.ui.widgets.painted import PaintedWidget

_WIDTH, _AIR, _TOP = 20, 4, 10
_HEIGHTS: Final = (8, 14, 20)
_DOT: Final = 3.5


class LevelSteps(PaintedWidget):
    """Says the level and the target to those who do not see it; the word stands beside it."""

    def __init__(self, level: Level, target: Level | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._target = level, target
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level, target)

    def level(self) -> Level:
        return self._level

    def set_level(self, level: Level, target: Level | None) -> None:
        self._level, self._target = level, target
        said = self.tr("Nivå {n} av 3, {word}").format(n=int(level), word=level_words(level).title)
        if target:
            said = self.tr("{level}. Mål: {target}").format(level=said, target=level_words(target).title)
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        count = len(_HEIGHTS)
        return QSize(self.px(count * _WIDTH + (count - 1) * _AIR), self.px(_TOP + _HEIGHTS[-1]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, height in enumerate(_HEIGHTS):
            box = QRectF(
                self.px(index * (_WIDTH + _AIR)), self.height() - self.px(height), self.px(_WIDTH), self.px(height)
            )
            reached = index < self._level
            painter.setPen(QPen(QColor(tokens.accent if reached else tokens.border_strong), 1))
            painter.setBrush(QColor(tokens.accent if reached else tokens.surface))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            if self._target is not None and index + 1 == self._target:
                painter.setPen(QPen(QColor(tokens.text), 1))
                painter.setBrush(QColor(tokens.text))
                radius = _DOT * self.px(100) / 100
                painter.drawEllipse(QPointF(box.center().x(), box.top() - self.px(6)), radius, radius)
        painter.end()
