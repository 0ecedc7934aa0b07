"""How far something has come: a bar that always has its number beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_rounded
from kompetens_gui.ui.widgets.tags import StatusText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

NO_BREAK: str = "\N{NO-BREAK SPACE}"


class Bar(PaintedWidget):
    """The bar alone, 8 px; use it where the number already stands nearby. `tone` is a token name."""

    def __init__(self, *, tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._tone = 0.0, tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, tone: str | None = None) -> None:
        """Fill the bar to `share`, 0–1; more than all is drawn as all."""
        self._share = min(1.0, max(0.0, share))
        self._tone = tone or self._tone
        self.update()

    def share(self) -> float:
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(self.px(120), self.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(40), self.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        radius = self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), QColor(tokens.surface_3), radius)
        if self._share > 0:
            width = max(self.height(), self.width() * self._share)
            ink = QColor(str(getattr(tokens, self._tone)))
            fill_rounded(painter, QRectF(0, 0, width, self.height()), ink, radius)
        painter.end()


class ProgressBar(QWidget):
    """Bar and number; when all is done the bar turns green and the number becomes a tick and a word."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.bar = Bar()
        self.number = Label("", "small")
        self.ready = StatusText(self.tr("Klart"), "ok")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.bar, 1)
        row.addWidget(self.number)
        row.addWidget(self.ready)
        self.set_progress(0, 1)

    def set_progress(self, done: int, total: int, text: str = "") -> None:
        """Show `done` of `total`; `text` replaces the percentage ("4 av 6 klara")."""
        share = done / total if total else 0.0
        all_done = total > 0 and done >= total
        self.bar.set_share(share, "ok" if all_done else "accent")
        words = text or f"{round(share * 100)}{NO_BREAK}%"
        self.number.setText(words)
        self.number.setVisible(not all_done)
        self.ready.setVisible(all_done)
        self.setAccessibleName(f"{self._name}: {self.ready.text() if all_done else words}")
