"""A small piece of the frame that a reading has in a certificate, for legends."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.widgets.certificate_marks import Reading
from kompetens_gui.ui.widgets.certificate_painting import frame_pen
from kompetens_gui.ui.widgets.painted import PaintedWidget


class FrameSample(PaintedWidget):
    """The frame of a reading; `says` is what it is called."""

    def __init__(self, reading: Reading, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.level_font("small").pixelSize()
        return QSize(round(side * 2), round(side * 1.2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(frame_pen(self._reading, self.tokens(), max(2.0, self.height() * 0.1)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 3, 3)
        painter.end()
