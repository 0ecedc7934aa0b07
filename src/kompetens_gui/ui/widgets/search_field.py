"""A field to search with: magnifying glass, a cross to clear it, and the key that leads here."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kompetens_gui.ui.style.icons import icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Icon, Kbd

_PAUSE_MS: Final = 80
_GLASS, _GLASS_AT = 16, 9


class SearchField(QLineEdit):
    """`query_changed(str)` is sent when typing pauses, and at once on Enter or when the field is cleared."""

    query_changed = Signal(str)

    def __init__(self, name: str, placeholder: str = "", *, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)
        # A widget of its own: the icon of an action would not grow with the text.
        self._glass = Icon("magnifying-glass", _GLASS, parent=self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = self.addAction(icon("x", "text_2"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(self.tr("Rensa sökningen"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self._keys = Kbd(keys, parent=self) if keys else None
        self._sent = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._send)
        self.textChanged.connect(self._edited)
        self.returnPressed.connect(self._send)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_keys()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_keys()

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if self._keys is not None:
            self._keys.setVisible(not text)
        if text:
            self._pause.start()
        else:
            self._send()

    @Slot()
    def _send(self) -> None:
        self._pause.stop()
        if self.text() != self._sent:
            self._sent = self.text()
            self.query_changed.emit(self._sent)

    def _place_keys(self) -> None:
        glass = getattr(self, "_glass", None)
        if glass is not None:
            glass.adjustSize()
            glass.move(theme.px(_GLASS_AT, self), (self.height() - glass.height()) // 2)
            self.setTextMargins(theme.px(_GLASS + _GLASS_AT, self), 0, 0, 0)
        keys = getattr(self, "_keys", None)
        if keys is not None:
            keys.adjustSize()
            keys.move(self.width() - keys.width() - theme.px(12, self), (self.height() - keys.height()) // 2)
