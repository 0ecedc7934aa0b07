"""The mark of Kompetens: three joined shapes, the chain from diagnosis over function to activity."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.lean import line, solid
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
        links, disc, box, diamond = (QPainterPath() for _ in range(4))
        links.addPolygon(QPolygonF([QPointF(6, 20), QPointF(13, 7), QPointF(20, 19)]))
        disc.addEllipse(QPointF(13, 6.5), 5, 5)
        box.addRoundedRect(QRectF(1.5, 15, 9, 9), 2, 2)
        diamond.addPolygon(QPolygonF([QPointF(20, 13), QPointF(26, 19), QPointF(20, 25), QPointF(14, 19)]))
        diamond.closeSubpath()
        painter.strokePath(links, line(QColor(DARK.nav_muted), 1.6))
        for kind, shape in (("F", disc), ("D", box), ("A", diamond)):
            painter.fillPath(shape, solid(QColor(DARK.kind(kind).fill)))
        painter.end()
