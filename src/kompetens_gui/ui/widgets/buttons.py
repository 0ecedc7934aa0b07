"""Buttons: at most one primary on a screen; every icon button has a name for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from kompetens_gui.ui.style.icons import icon
from kompetens_gui.ui.style.lean import STRONG_FOCUS
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.painted import set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent

ButtonKind = Literal["primary", "secondary", "tonal", "ghost", "danger", "link"]
ButtonSize = Literal["normal", "lg", "sm"]
_INK: Final[dict[ButtonKind, str]] = {
    "primary": "on_accent",
    "secondary": "text",
    "tonal": "accent",
    "ghost": "accent",
    "danger": "err",
    "link": "accent",
}

# Qt sets icon and word four pixels apart; the design wants eight.
_AIR: Final = 4


class Button(QPushButton):
    """A button with a word on it, and an icon before the word (or after it, for "next")."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "secondary",
        size: ButtonSize = "normal",
        *,
        icon_name: str | None = None,
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setProperty("buttonSize", size)
        self.setAutoDefault(kind == "primary")
        self._kind: ButtonKind = kind
        self._icon_after = icon_after
        self._icon_name = ""
        if icon_after:
            self.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        if icon_name is not None:
            self.set_icon_name(icon_name)

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.setIcon(icon(name, _INK[self._kind], align=1.0 if self._icon_after else 0.0))
        _size_icon(self, air=_AIR)

    def set_kind(self, kind: ButtonKind) -> None:
        """Change its look, as when another button becomes the primary one."""
        if kind != self._kind:
            self._kind = kind
            set_look(self, "kind", kind)
            if self._icon_name:
                self.set_icon_name(self._icon_name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.icon().isNull():
            _size_icon(self, air=_AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """A square button with only an icon; `name` is what a screen reader says and the tooltip shows."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        kind: ButtonKind = "ghost",
        size: ButtonSize = "normal",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("buttonSize", size)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self._kind: ButtonKind = kind
        self.set_icon(icon_name, name)

    def set_icon(self, icon_name: str, name: str) -> None:
        """Change icon and name together, as when play becomes pause."""
        self.setIcon(icon(icon_name, _INK[self._kind]))
        self.setAccessibleName(name)
        self.setToolTip(name)
        _size_icon(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            _size_icon(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


def run_action_from(button: QAbstractButton, action: QAction) -> None:
    """Let a button do what `action` does, and be open or closed as the action is; its own text stays."""
    button.clicked.connect(action.trigger)
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    words = action.text().replace("&", "")
    button.setToolTip(f"{words} ({keys})" if keys else words)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)


def _pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Let Enter press the button that has the focus, as Space does; Qt does so in dialogs only."""
    keys = QtCore.Qt.Key
    if event.key() not in (keys.Key_Return, keys.Key_Enter) or event.isAutoRepeat():
        return False
    button.click()
    return True


def _size_icon(button: QAbstractButton, *, air: int = 0) -> None:
    side = theme.px({"lg": 22, "sm": 18}.get(str(button.property("buttonSize")), 20), button)
    button.setIconSize(QSize(side + air, side))
