"""A text with its changes marked, as large as fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.word_diff import Piece
from kompetens_gui.ui.widgets.painted import PaintedWidget
from kompetens_gui.ui.widgets.word_changes import changes_html, changes_said

_STEPS = 7
_LEADING = 89


class ChangedText(PaintedWidget):
    """The size goes from that of `level` down to that of `least`: the first that fits."""

    def __init__(self, level: str = "h3", least: str = "meta", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._least = level, least
        self._pieces: tuple[Piece, ...] = ()
        self._found: tuple[object, QTextDocument] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self.setAccessibleName(changes_said(self._pieces))
            self.update()

    def is_whole(self) -> bool:
        """Tell whether all of the text has room."""
        return self._fit().size().height() <= self.height()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._fit().drawContents(painter, QRectF(self.rect()))
        painter.end()

    def _fit(self) -> QTextDocument:
        """Lay out; done anew only when the text, the room or the look has changed."""
        tokens = self.tokens()
        top = QFont(self.level_font(self._level))
        top.setWeight(QFont.Weight.Normal)
        asked = (self._pieces, self.size(), top.pixelSize(), tokens.name)
        if self._found is not None and self._found[0] == asked:
            return self._found[1]
        least = self.level_font(self._least).pixelSize()
        document = QTextDocument()
        document.setDocumentMargin(0)
        gap = f'<br><span style="font-size: {least // 3}px">&nbsp;</span><br>'
        told = changes_html(self._pieces, tokens).replace("<br><br>", gap)
        document.setHtml(f'<div style="color: {tokens.text}; line-height: {_LEADING}%">{told}</div>')
        document.setTextWidth(self.width())
        for step in range(_STEPS):
            font = QFont(top)
            font.setPixelSize(round(top.pixelSize() - (top.pixelSize() - least) * step / (_STEPS - 1)))
            document.setDefaultFont(font)
            if document.size().height() <= self.height():
                break
        self._found = asked, document
        return document
