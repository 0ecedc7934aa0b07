"""A page with one narrow column in the middle, for forms and short texts."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll


class NarrowPage(QWidget):
    """Put the parts in `column`; `width` is the widest it becomes, in unscaled pixels."""

    def __init__(self, width: int = 640, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.area = PageScroll(self)
        self._inner = QWidget(self.area)
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 24, 0, 0)
        self.column.setSpacing(16)
        self.title = Heading("", "h1", parent=self._inner)
        self.under_title = Label("", "body", "muted", wrap=True, parent=self._inner)
        self.column.addWidget(self.title)
        self.column.addWidget(self.under_title)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._inner, 1000)
        row.addStretch(1)
        self.area.body.addLayout(row)
        self.area.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._fit()

    def show_title(self, title: str, under: str = "") -> None:
        self.title.setText(title)
        self.under_title.setText(under)
        show_when(self.under_title, bool(under))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_inner"):
            self._fit()

    def _fit(self) -> None:
        self._inner.setMaximumWidth(theme.px(self._width, self))
