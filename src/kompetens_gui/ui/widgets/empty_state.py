"""What a page or card shows before there is anything to show: what it is for, and one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM
from kompetens_gui.ui.widgets.buttons import Button, ButtonKind
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_ellipse, fill_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class EmptyState(QFrame):
    """Icon, heading, one sentence and at most one button. `action_wanted()` is sent when the button is pressed."""

    action_wanted = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str,
        action: str = "",
        *,
        kind: ButtonKind = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "empty")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 20)
        row.setSpacing(20)
        row.addWidget(IconDisc(icon_name, 56))
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title, self.sentence = Heading(title, "h3"), Label(sentence, "small", "muted", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        row.addLayout(words, 1)
        self.button: Button | None = None
        if action:
            self.button = Button(action, kind)
            self.button.clicked.connect(self.action_wanted)
            row.addWidget(self.button)


class IconDisc(PaintedWidget):
    """An icon on a tinted disc."""

    def __init__(self, icon_name: str, size: int = 56, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = icon_name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        room = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_ellipse(painter, room, QColor(tokens.accent_tint))
        quarter = room.width() / 4
        paint_icon(painter, self._name, room.adjusted(quarter, quarter, -quarter, -quarter), QColor(tokens.accent))
        painter.end()


class IconTile(PaintedWidget):
    """An icon on a grey rounded square, as before the blocks of an agenda and the rows of "Senast"."""

    def __init__(self, icon_name: str, size: int = 36, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = icon_name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        room = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, room, QColor(tokens.surface_3), RADIUS_MEDIUM)
        edge = room.width() * 0.23
        paint_icon(painter, self._name, room.adjusted(edge, edge, -edge, -edge), QColor(tokens.text_2))
        painter.end()
