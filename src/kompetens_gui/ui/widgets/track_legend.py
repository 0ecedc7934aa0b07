"""What the parts of a track's bar mean, in samples and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.painted import PaintedWidget
from kompetens_gui.ui.widgets.track_meter import paint_part

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SAMPLE: Final = 18


class LegendEntry(PaintedWidget):
    """A sample of a part of a bar and the word for it. `look` is kept, won, lost or now."""

    def __init__(self, look: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._word = look, word
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(_SAMPLE + 8) + self.text_width(self._word, self.level_font("small")), self.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.px(10)
        box = QRectF(0, (self.height() - height) / 2, self.px(_SAMPLE), height)
        match self._look:
            case "kept":
                paint_part(painter, box, "full", QColor(tokens.scale[2]))
            case "won":
                paint_part(painter, box, "full", QColor(tokens.accent))
            case "lost":
                paint_part(painter, box, "hatched", QColor(tokens.err))
            case _:
                painter.setPen(QPen(QColor(tokens.text), 2.5))
                x = round(box.center().x())
                painter.drawLine(x, round(box.top()) - 3, x, round(box.bottom()) + 3)
        painter.setPen(QColor(tokens.text_2))
        painter.setFont(self.level_font("small"))
        words = QRectF(self.rect()).adjusted(self.px(_SAMPLE + 8), 0, 0, 0)
        painter.drawText(words, 0x0081, self._word)
        painter.end()


class TrackLegend(FlowRow):
    """All parts of a bar in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(16, parent)
        for look, word in (
            ("kept", self.tr("Kvar")),
            ("won", self.tr("Vunnet")),
            ("lost", self.tr("Förlorat")),
            ("now", self.tr("Nu")),
        ):
            self.add(LegendEntry(look, word, self))
