"""Small labels with a word, and an icon where they tell a status: never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.lean import ALIGN_LEFT_MIDDLE, STRONG_FOCUS
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent

Status = Literal["ok", "warn", "err", "info", "accent", "neutral"]
_ICONS: Final[dict[Status, str]] = {"ok": "check-bold", "warn": "warning", "err": "x-bold", "info": "info"}


class Tag(PaintedWidget):
    """A filled label 24 px high: "Klar", "Se över", "Saknas", "Utkast", "3 nya"."""

    def __init__(
        self, text: str, status: Status = "neutral", *, icon_name: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._status, self._icon = "", status, ""
        self.set_status(text, status, icon_name)

    def text(self) -> str:
        return self._text

    def status(self) -> Status:
        return self._status

    def set_status(self, text: str, status: Status, icon_name: str | None = None) -> None:
        self._text, self._status = text, status
        self._icon = _ICONS.get(status, "") if icon_name is None else icon_name
        self.setAccessibleName(text)
        self.set_ink(_colors(status)[1])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon_room = self.px(20) if self._icon else 0
        return QSize(self.text_width(self._text, self.level_font("label")) + 2 * self.px(8) + icon_room, self.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        back, ink = (self._color(name) for name in _colors(self._status))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), back, RADIUS_SMALL)
        self._paint_words(painter, QRectF(self.rect()).adjusted(self.px(8), 0, 0, 0), ink)
        painter.end()

    def _color(self, name: str) -> QColor:
        return theme.color(name, self)

    def _paint_words(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        if self._icon:
            side = self.px(14)
            paint_icon(painter, self._icon, QRectF(room.x(), room.center().y() - side / 2, side, side), ink)
            room.setLeft(room.left() + self.px(20))
        painter.setFont(self.level_font("label"))
        painter.drawText(room, ALIGN_LEFT_MIDDLE, self._text)


class FilterTag(Tag):
    """A filter in force, with a cross. `removed()` is sent when it is clicked or Delete, Enter or Space is pressed."""

    removed = Signal()

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, "accent", icon_name="x-bold", parent=parent)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setProperty("ring", True)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Ta bort filtret {name}").format(name=text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = QtCore.Qt.Key
        keys = {key.Key_Delete, key.Key_Backspace, key.Key_Return, key.Key_Enter, key.Key_Space}
        if event.key() in keys:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.removed.emit()


class StatusText(Tag):
    """Icon and word without a filled ground, for the end of a row: "✓ Klart", "Sparad 09.12"."""

    def sizeHint(self) -> QSize:
        icon_room = self.px(24) if self._icon else 0
        return QSize(self.text_width(self._text, self.level_font("small-strong")) + icon_room, self.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._color(_colors(self._status)[1])
        painter = QPainter(self)
        room = QRectF(self.rect())
        if self._icon:
            side = self.px(16)
            paint_icon(painter, self._icon, QRectF(0, room.center().y() - side / 2, side, side), ink)
            room.setLeft(self.px(24))
        painter.setFont(self.level_font("small-strong"))
        painter.drawText(room, ALIGN_LEFT_MIDDLE, self._text)
        painter.end()


def _colors(status: Status) -> tuple[str, str]:
    """Name the colours of ground and writing."""
    return ("surface_3", "text_2") if status == "neutral" else (f"{status}_tint", status)
