"""A row that can be pressed: a disc, words that go on in a new line, and something at the right end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.study.discs import DiscLook, paint_disc
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import set_look, show_when


class DiscRow(QAbstractButton):
    """What modules and steps have in common. `side` is the width of the disc in unscaled pixels."""

    def __init__(self, side: int, height: int, margin: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._least, self._margin = side, height, margin
        self._look: DiscLook = "open"
        self._number = ""
        self.title = Label("", "body", wrap=True, parent=self)
        self.detail = Label("", "small", "muted", wrap=True, parent=self)
        self.end = Label("", "small", "muted", parent=self)
        for part in (self.title, self.detail, self.end):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        column.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.end)
        show_when(self.detail, False)
        self._fit()

    def add_end(self, widget: QWidget) -> None:
        """Put a tag in the place of words at the right end."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setForegroundRole(QPalette.ColorRole.WindowText)
        self._row.addWidget(widget)

    def show_row(
        self, title: str, detail: str, end: str, look: DiscLook, *, number: str = "", strong: bool = False
    ) -> None:
        self._look, self._number = look, number
        self.title.setText(title)
        self.title.set_tone("faint" if look == "locked" else "")
        set_look(self.title, "level", "body-strong" if strong else "body")
        self.detail.setText(detail)
        show_when(self.detail, bool(detail))
        self.end.setText(end)
        show_when(self.end, bool(end))
        self.update()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def disc(self) -> QRectF:
        side = theme.px(self._side, self)
        return QRectF(theme.px(self._margin, self), (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        paint_disc(painter, self.disc(), self._look, self, text=self._number, font=theme.font("number", self))
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies under the disc."""
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), theme.color("surface_2", self))
        painter.setPen(QPen(theme.color("border", self), 1))
        painter.drawLine(0, 0, self.width(), 0)

    def _fit(self) -> None:
        self.setMinimumHeight(theme.px(self._least, self))
        margin = theme.px(self._margin, self)
        self._row.setContentsMargins(margin + theme.px(self._side, self) + 16, 8, margin, 8)
