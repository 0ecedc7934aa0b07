"""The mark of Kompetens: three joined shapes, the chain from diagnosis over function to activity."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.tokens import DARK
from kompetens_gui.ui.widgets.painted import PaintedWidget

DRAWN = 26


class BrandMark(PaintedWidget):
    """Drawn for dark ground; `size` is its side in unscaled pixels, which a mark that is `still` keeps."""

    def __init__(self, size: int = DRAWN, parent: QWidget | None = None, *, still: bool = False) -> None:
        super().__init__(parent)
        self._size = size
        self._still = still
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._size if self._still else self.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / DRAWN, self.height() / DRAWN)
        painter.setPen(QPen(QColor(DARK.nav_muted), 1.6))
        painter.drawPolyline(QPolygonF([QPointF(6, 20), QPointF(13, 7), QPointF(20, 19)]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DARK.kind("F").fill))
        painter.drawEllipse(QPointF(13, 6.5), 5, 5)
        painter.setBrush(QColor(DARK.kind("D").fill))
        painter.drawRoundedRect(QRectF(1.5, 15, 9, 9), 2, 2)
        painter.setBrush(QColor(DARK.kind("A").fill))
        painter.drawPolygon(QPolygonF([QPointF(20, 13), QPointF(26, 19), QPointF(20, 25), QPointF(14, 19)]))
        painter.end()
