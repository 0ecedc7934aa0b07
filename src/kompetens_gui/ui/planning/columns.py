"""A column that scrolls by itself while the columns stand side by side, and grows when they are folded."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme

LEAST_HEIGHT = 240


class ColumnScroll(QScrollArea):
    """Put widgets in `body`. `set_free(True)` lets the column take all the height it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._free = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setProperty("scrollBody", "true")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(24)
        self.setWidget(self.content)
        self.content.installEventFilter(self)
        self._fit()

    def set_free(self, free: bool) -> None:
        self._free = free
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if free else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.content.minimumSizeHint().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._free:
            self.setMinimumHeight(theme.px(LEAST_HEIGHT, self))
            return
        layout = self.body
        width = max(1, self.viewport().width())
        needed = layout.heightForWidth(width) if layout.hasHeightForWidth() else self.content.sizeHint().height()
        self.setMinimumHeight(max(needed, layout.minimumSize().height()))
