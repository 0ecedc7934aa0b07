"""The window is used with the keyboard as well as with the mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.shell.pages import FOOT, HOME, PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.avatar import Avatar
from kompetens_gui.ui.widgets.search_field import SearchField


class Page(QWidget):
    """A page that remembers what happened to it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.happened: list[object] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def open_with(self, **context: object) -> None:
        self.happened.append(context)

    def leave(self) -> None:
        self.happened.append("left")

    def undo(self) -> None:
        self.happened.append("undone")


class Bank(Page):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.search = SearchField("Sök fall")
        self.layout().addWidget(self.search)  # type: ignore[union-attr]  # made by the base class

    def focus_search(self) -> None:
        self.search.setFocus()


def _entry(
    page_id: str,
    title: str,
    group: str | None,
    make: Callable[[str], QWidget] = Page,
    *,
    rail: bool = False,
    belongs_to: str = "",
) -> PageEntry:
    return PageEntry(page_id, title, "folder", group, lambda: make(page_id), rail, belongs_to)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    pages = [
        _entry("planning", "Planera", "Gruppdialog"),
        _entry("presenter", "Ledarvy", "Gruppdialog", rail=True),
        _entry("cases", "Fallbank", "Material", Bank),
        _entry("settings", "Inställningar", FOOT),
        _entry("detail", "Detalj", None, belongs_to="cases"),
    ]
    window = MainWindow(lambda: Page(HOME), pages)
    window.resize(1280, 720)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.activateWindow()
    window.finish()
    return window


def _shown(window: MainWindow) -> Page:
    page = window.stack.currentWidget()
    assert isinstance(page, Page)
    return page


def test_pages_are_built_when_first_visited_and_only_once(window: MainWindow) -> None:
    assert window.current_page == HOME
    assert not window.is_built("planning")
    first = window.navigate("planning", session_id="T1")
    assert _shown(window).happened == [{"session_id": "T1"}]
    window.navigate(HOME)
    assert window.navigate("planning") is first
    assert _shown(window).happened == [{"session_id": "T1"}, "left", {}]


def test_a_click_in_the_navigation_shows_the_page(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_shown) as shown:
        qtbot.mouseClick(window.navigation.button("cases"), Qt.MouseButton.LeftButton)
    assert shown.args == ["cases"]
    assert window.navigation.button("cases").isChecked()
    assert not window.navigation.button(HOME).isChecked()
    assert window.windowTitle() == "Fallbank – Kompetens"


def test_a_page_that_is_not_in_the_navigation_marks_the_one_it_belongs_to(qtbot: QtBot, window: MainWindow) -> None:
    window.navigate("detail")
    assert window.current_page == "detail"
    assert window.navigation.button("cases").isChecked()
    qtbot.mouseClick(window.navigation.button("cases"), Qt.MouseButton.LeftButton)
    assert window.current_page == "cases"
    assert window.navigation.button("cases").isChecked()


def test_ctrl_and_a_number_follow_the_menu_from_the_top(qtbot: QtBot, window: MainWindow) -> None:
    for key, page in ((Qt.Key.Key_2, "planning"), (Qt.Key.Key_4, "cases"), (Qt.Key.Key_5, "settings")):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.current_page == page


def test_arrow_keys_and_enter_work_in_the_navigation(qtbot: QtBot, window: MainWindow) -> None:
    window.navigation.focus_current()
    home = window.navigation.button(HOME)
    assert home.hasFocus()
    qtbot.keyClick(home, Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is window.navigation.button("planning")
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert window.current_page == "planning"


def test_the_navigation_folds_for_the_presenter_and_for_large_text(window: MainWindow) -> None:
    assert window.navigation.width() == 216
    window.navigate("presenter")
    assert window.navigation.width() == 64
    assert window.navigation.button("cases").toolTip() == "Fallbank"
    assert window.navigation.button("cases").accessibleName() == "Fallbank"
    window.navigate(HOME)
    assert window.navigation.width() == 216
    theme.set_text_scale(2.0)
    assert window.navigation.is_rail


def test_in_the_rail_everything_keeps_its_shape_with_large_text(qtbot: QtBot, window: MainWindow) -> None:
    window.navigation.set_user("Karin Wallmark", "")
    theme.set_text_scale(2.0)
    avatar = window.navigation.findChild(Avatar)
    assert avatar is not None
    qtbot.waitUntil(lambda: avatar.width() == avatar.height())
    rail = window.navigation.rect()
    for part in (avatar, *window.navigation.findChildren(QPushButton)):
        assert rail.contains(QRect(part.mapTo(window.navigation, QPoint(0, 0)), part.size()))
    theme.set_text_scale(1.0)
    qtbot.waitUntil(lambda: avatar.size() == QSize(32, 32))


def test_ctrl_k_goes_to_the_search_field_wherever_it_is(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    page = window.stack.currentWidget()
    assert isinstance(page, Bank)
    qtbot.waitUntil(page.search.hasFocus)


def test_the_text_grows_and_shrinks_with_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_scale == 1.1
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_scale == 0.9
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_scale == 1.0


def test_f6_goes_between_navigation_and_page(qtbot: QtBot, window: MainWindow) -> None:
    _shown(window).field.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.navigation.button(HOME).hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert _shown(window).field.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.navigation.button(HOME).hasFocus()


def test_f1_opens_the_keys_and_escape_closes_and_frees_them(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = next(w for w in window.findChildren(QDialog) if w.isVisible())
    with qtbot.waitSignal(sheet.destroyed):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_ctrl_z_undoes_what_the_message_told_of_and_then_what_the_page_did(qtbot: QtBot, window: MainWindow) -> None:
    undone: list[str] = []
    window.notices.tell_undoable("Momentet är borttaget", lambda: undone.append("message"))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["message"]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _shown(window).happened[-1] == "undone"


def test_escape_closes_the_newest_message(qtbot: QtBot, window: MainWindow) -> None:
    window.notices.warn("Projektorn är urkopplad")
    qtbot.keyClick(_shown(window).field, Qt.Key.Key_Escape)
    assert not window.notices.close_newest()


# The offscreen platform says that it has no way to raise a menu or to give it all keys.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_alt_alone_opens_the_menus_and_they_hold_every_action(qtbot: QtBot, window: MainWindow) -> None:
    assert window.menus is not None
    assert not window.menus.isVisible()
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    assert window.menus.isVisible()
    rows = {action.text() for menu in window.menus.findChildren(QMenu) for action in menu.actions() if action.text()}
    assert {"Översikt", "Planera", "Fallbank", "Inställningar", "Sök", "Ångra", "Större text"} <= rows
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.menus.isVisible())  # type: ignore[union-attr]  # checked above


def test_alt_with_another_key_opens_no_menu(qtbot: QtBot, window: MainWindow) -> None:
    assert window.menus is not None
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    QApplication.processEvents()
    assert not window.menus.isVisible()


def test_an_action_that_nobody_connected_is_disabled(window: MainWindow) -> None:
    action = window.shortcuts.action("new_session")
    assert not action.isEnabled()
    made: list[bool] = []
    window.shortcuts.on("new_session", lambda: made.append(True))
    action.trigger()
    assert made == [True]


def test_the_window_stays_when_it_may_not_close(qtbot: QtBot) -> None:
    window = MainWindow(lambda: Page(HOME), may_close=lambda: False)
    qtbot.addWidget(window)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
