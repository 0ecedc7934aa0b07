"""The dark column at the left: where one can go, and who is at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.shell.pages import FOOT, PageEntry
from kompetens_gui.ui.style.icons import icon
from kompetens_gui.ui.style.lean import STRONG_FOCUS
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import NAV_RAIL_WIDTH, NAV_WIDTH
from kompetens_gui.ui.widgets.avatar import Avatar
from kompetens_gui.ui.widgets.brand import BrandMark
from kompetens_gui.ui.widgets.painted import fill_rounded, set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_BAR_WIDTH: Final = 4
# What the margins leave of the rail, which is as wide whatever the text size.
_RAIL_ROOM: Final = 32
_NO_LIMIT: Final = 16_777_215
_ICON: Final = 22
# Air between icon and word that Qt does not give by itself.
_ICON_AIR: Final = 8


class Navigation(QFrame):
    """Lists the pages under their groups. `page_chosen(id)` is sent when a person picks one."""

    page_chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Sidor"))
        self._buttons: dict[str, NavigationButton] = {}
        self._wide_only: list[QWidget] = []
        self._is_rail = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 16, 12, 16)
        self._column.setSpacing(2)
        self._add_brand()
        self._add_pages([page for page in pages if page.group not in {None, FOOT}])
        self._column.addStretch(1)
        line = QFrame()
        line.setProperty("rule", "true")
        self._column.addWidget(line)
        self._column.addSpacing(10)
        self._add_pages([page for page in pages if page.group == FOOT])
        self._user = _User()
        self._column.addWidget(self._user)
        self._fit()

    @property
    def is_rail(self) -> bool:
        return self._is_rail

    def set_rail(self, rail: bool) -> None:
        """Fold to icons only, or unfold."""
        if rail is not self._is_rail:
            self._is_rail = rail
            self._fit()

    def set_current(self, page_id: str) -> None:
        for each_id, button in self._buttons.items():
            button.setChecked(each_id == page_id)
        self.update()

    def set_user(self, name: str, role: str) -> None:
        self._user.show_user(name, role, rail=self._is_rail)

    def button(self, page_id: str) -> NavigationButton:
        return self._buttons[page_id]

    def focus_current(self) -> None:
        for button in self._buttons.values():
            if button.isChecked():
                button.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_user", None) is not None:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        for button in self._buttons.values():
            if button.isChecked():
                painter = QPainter(self)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                bar = QRectF(-_BAR_WIDTH, button.y() + 8, 2 * _BAR_WIDTH, button.height() - 16)
                fill_rounded(painter, bar, theme.color("nav_bar", self), 2)
                painter.end()

    def _add_brand(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 16)
        row.setSpacing(12)
        name = QLabel("Kompetens")
        name.setObjectName("brand")
        self._wide_only.append(name)
        row.addWidget(BrandMark(still=True))
        row.addWidget(name, 1)
        self._column.addLayout(row)

    def _add_pages(self, pages: Sequence[PageEntry]) -> None:
        group = ""
        for page in pages:
            if page.group not in {group, FOOT}:
                group = str(page.group)
                heading = QLabel(group)
                heading.setProperty("navGroup", True)
                heading.setContentsMargins(12, 14, 12, 6)
                self._wide_only.append(heading)
                self._column.addWidget(heading)
            button = NavigationButton(page.icon, page.title)
            button.clicked.connect(partial(self._choose, page.id))
            self._buttons[page.id] = button
            self._column.addWidget(button)

    def _choose(self, page_id: str, _checked: bool = False) -> None:
        # A click on the page that is already shown must not leave its row unmarked.
        self.set_current(page_id)
        self.page_chosen.emit(page_id)

    def _fit(self) -> None:
        self.setFixedWidth(NAV_RAIL_WIDTH if self._is_rail else theme.px(NAV_WIDTH))
        for widget in self._wide_only:
            widget.setVisible(not self._is_rail)
        for button in self._buttons.values():
            button.set_rail(self._is_rail)
        self._user.set_rail(self._is_rail)


class NavigationButton(QPushButton):
    """One row: icon and word, or in the rail the icon with the word as tooltip. Up and down go to its neighbours."""

    def __init__(self, icon_name: str, title: str) -> None:
        super().__init__()
        self._title = title
        self.setProperty("nav", True)
        self.setProperty("ringColor", "nav_bar")
        self.setProperty("rail", False)
        self.setCheckable(True)
        self.setText(title)
        self.setAccessibleName(title)
        self.setIcon(icon(icon_name, "nav_text", checked_color="nav_strong", align=0.0))
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rail(self, rail: bool) -> None:
        self.setText("" if rail else self._title)
        set_look(self, "rail", rail)
        self.setToolTip(self._title if rail else "")
        side = _ICON if rail else theme.px(_ICON)
        self.setIconSize(QSize(side if rail else side + _ICON_AIR, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = QtCore.Qt.Key
        if event.key() == key.Key_Down:
            self.focusNextChild()
        elif event.key() == key.Key_Up:
            self.focusPreviousChild()
        elif event.key() in {key.Key_Return, key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class _User(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 8, 4, 0)
        row.setSpacing(12)
        self._avatar = Avatar("")
        self._name, self._role = QLabel(), QLabel()
        self._name.setObjectName("userName")
        self._role.setObjectName("userRole")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._role)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        self.hide()

    def show_user(self, name: str, role: str, *, rail: bool) -> None:
        self._avatar.set_name(name)
        self._avatar.setToolTip(name)
        self._name.setText(name)
        self._role.setText(role)
        self.setVisible(bool(name))
        self.set_rail(rail)

    def set_rail(self, rail: bool) -> None:
        room = _RAIL_ROOM if rail else _NO_LIMIT
        self._avatar.setMaximumSize(room, room)
        self._name.setVisible(not rail)
        self._role.setVisible(not rail and bool(self._role.text()))
