"""Short messages at the lower right: what happened, and a way to undo it where there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.tags import Status

_ICONS: Final[dict[Status, str]] = {"ok": "check-bold", "warn": "warning", "err": "warning-circle", "info": "info"}
_EDGE: Final = 4
_MARGIN: Final = 24
_STAYS_MS: Final = 6_000
_STAYS_WITH_UNDO_MS: Final = 12_000
MOST_AT_ONCE: Final = 4


class Notice(QFrame):
    """One message. `closed()` is sent when it goes away, `undo_wanted()` when its button is pressed.

    Errors stay until closed; others go by themselves, but not while the pointer or the keyboard is on them.
    """

    closed = Signal()
    undo_wanted = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        status: Status = "ok",
        *,
        action: str = "",
        stays: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("notice", status)
        self.setAccessibleName(f"{title}. {text}" if text else title)
        self._status: Status = status
        self._stays = stays or status == "err"
        self._timer = QTimer(self, singleShot=True, interval=_STAYS_WITH_UNDO_MS if action else _STAYS_MS)
        self._timer.timeout.connect(self.close_notice)
        self._lay_out(title, text, action)
        if not self._stays:
            self._timer.start()

    @property
    def status(self) -> Status:
        return self._status

    def close_notice(self) -> None:
        self._timer.stop()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, 0, _EDGE, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_edge_color(self._status, self))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_MEDIUM, RADIUS_MEDIUM)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self._stays:
            self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_notice()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str, text: str, action: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 8, 10)
        row.setSpacing(12)
        row.addWidget(Icon(_ICONS.get(self._status, "info"), 20, _ink(self._status)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, "dense-strong" if text else "dense", wrap=True))
        if text:
            words.addWidget(Label(text, "small", "muted", wrap=True))
        row.addLayout(words, 1)
        if action:
            button = Button(action, "ghost", "sm")
            button.clicked.connect(self._undo)
            row.addWidget(button)
        close = IconButton("x", self.tr("Stäng meddelandet"), "ghost", "sm")
        close.clicked.connect(self.close_notice)
        row.addWidget(close)

    def _undo(self) -> None:
        self.undo_wanted.emit()
        self.close_notice()


class NoticeStack(QWidget):
    """Lies over the lower right corner of `host` and holds its notices, the newest lowest."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._notices: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setAccessibleName(self.tr("Meddelanden"))
        host.installEventFilter(self)
        self.hide()

    def show_notice(
        self,
        title: str,
        text: str = "",
        status: Status = "ok",
        *,
        undo: Callable[[], object] | None = None,
        action: str = "",
        stays: bool = False,
    ) -> Notice:
        """Show a message; `undo` gives it a button that says "Ångra" (or `action`)."""
        words = (action or self.tr("Ångra")) if undo is not None else ""
        notice = Notice(title, text, status, action=words, stays=stays, parent=self)
        if undo is not None:
            notice.undo_wanted.connect(undo)
        notice.closed.connect(partial(self._forget, notice))
        self._notices.append(notice)
        self._column.addWidget(notice)
        notice.show()
        self._make_room()
        self._place()
        return notice

    def notices(self) -> list[Notice]:
        return list(self._notices)

    def close_newest(self) -> bool:
        """Close the lowest notice; tells whether there was one."""
        if not self._notices:
            return False
        self._notices[-1].close_notice()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._notices:
            self._place()
        return False

    def _make_room(self) -> None:
        """Let the oldest go that is no error when there are too many."""
        while len(self._notices) > MOST_AT_ONCE:
            calm = [notice for notice in self._notices[:-1] if notice.status != "err"]
            (calm or self._notices)[0].close_notice()

    def _forget(self, notice: Notice) -> None:
        if notice in self._notices:
            self._notices.remove(notice)
            self._column.removeWidget(notice)
            self._place()

    def _place(self) -> None:
        if not self._notices:
            self.hide()
            return
        host = self._host
        width = min(theme.px(420), host.width() - 2 * _MARGIN)
        height = max(self._column.heightForWidth(width), 1)
        self.setGeometry(0, 0, width, height)
        size = QSize(width, height)
        self.move(QPoint(host.width() - size.width() - _MARGIN, host.height() - size.height() - _MARGIN))
        self.show()
        self.raise_()


def _ink(status: Status) -> str:
    return status if status in {"ok", "warn", "err", "info", "accent"} else "text_2"


def _edge_color(status: Status, widget: QWidget) -> QColor:
    return theme.color(_ink(status), widget)
