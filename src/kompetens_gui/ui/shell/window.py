"""The main window: navigation at the left, one page at a time, messages over the lower right corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from kompetens_gui.ui.shell.navigation import Navigation
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.shell.pages import (
    FOOT,
    HOME,
    Leavable,
    Openable,
    PageEntry,
    Paned,
    Searchable,
    Undoable,
)
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import NAV_WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from kompetens_gui.ui.shell.menu_bar import AltMenuBar
    from kompetens_gui.ui.shell.shortcuts import Shortcuts

_WANTED: Final = QSize(1440, 900)
_LEAST: Final = QSize(960, 600)
# The navigation folds by itself when it would take more than this share of the window.
_NAVIGATION_SHARE: Final = 0.26
_PAGE_KEYS: Final = 9


class MainWindow(QMainWindow):
    """Shows the pages it is given, each built when first visited.

    `first_painted()` is sent once, when everything has been painted for the first time; `page_shown(id)` after each
    change of page. When the person closes the window, `may_close` is asked.
    """

    first_painted = Signal()
    page_shown = Signal(str)

    def __init__(
        self,
        home_factory: Callable[[], QWidget],
        pages: Sequence[PageEntry] = (),
        *,
        may_close: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        home = PageEntry(HOME, self.tr("Översikt"), "house", "", home_factory)
        self._entries = {page.id: page for page in (home, *pages)}
        self._built: dict[str, QWidget] = {}
        self._current = ""
        self._may_close = may_close
        self._folded_by_user: bool | None = None
        self.setWindowTitle("Kompetens")
        self.setMinimumSize(_LEAST)
        self.resize(_WANTED.boundedTo(self.screen().availableSize()))
        self.navigation = Navigation(list(self._entries.values()))
        self.stack = QStackedWidget()
        self._body = _Body(self.navigation, self.stack)
        self._body.painted.connect(self._tell_painted)
        self.setCentralWidget(self._body)
        self.notices = Notices(self._body)
        self.menus: AltMenuBar | None = None
        self.navigation.page_chosen.connect(self._go)
        theme.changed.connect(self._fit_navigation)
        self.navigate(HOME)

    @cached_property
    def shortcuts(self) -> Shortcuts:
        """The window's actions, made when first asked for."""
        from kompetens_gui.ui.shell.shortcuts import Shortcuts

        return Shortcuts(self)

    @property
    def current_page(self) -> str:
        return self._current

    def navigate(self, page_id: str, **context: object) -> QWidget:
        """Show a page, building it if this is its first time; `context` goes to its `open_with`."""
        page = self.page(page_id)
        before = self._built.get(self._current)
        if before is not None and before is not page and isinstance(before, Leavable):
            before.leave()
        if page_id != self._current:
            self.notices.leave_page()
        self._current = page_id
        self.stack.setCurrentWidget(page)
        self.navigation.set_current(self._entries[page_id].belongs_to or page_id)
        self._fit_navigation()
        self.setWindowTitle(f"{self._entries[page_id].title} – Kompetens")
        if isinstance(page, Openable):
            page.open_with(**context)
        self.page_shown.emit(page_id)
        return page

    def page(self, page_id: str) -> QWidget:
        """Give a page, built if need be, without showing it."""
        if page_id not in self._built:
            page = self._entries[page_id].factory()
            self._built[page_id] = page
            self._take_in(page)
        return self._built[page_id]

    def is_built(self, page_id: str) -> bool:
        return page_id in self._built

    def finish(self) -> None:
        """Add what the first paint can do without: menus and keys. Call after `first_painted`."""
        connect = self.shortcuts.on
        connect("search", self._search)
        connect("undo", self._undo)
        connect("next_pane", partial(self._move_pane, 1))
        connect("previous_pane", partial(self._move_pane, -1))
        connect("larger_text", partial(theme.step_text_scale, 1))
        connect("smaller_text", partial(theme.step_text_scale, -1))
        connect("normal_text", partial(theme.step_text_scale, 0))
        connect("fold_navigation", self._toggle_navigation)
        connect("help", self.show_help)
        connect("quit", self.close)
        self.menus = self._make_menus()

    @Slot()
    def show_help(self) -> None:
        """Open the sheet of all keys."""
        from kompetens_gui.ui.shell.help import ShortcutSheet

        ShortcutSheet(self).open()

    @Slot(str)
    def _go(self, page_id: str) -> None:
        self.navigate(page_id)

    @Slot()
    def _tell_painted(self) -> None:
        # The children are painted in the same pass as their parent; the timer fires when that pass is over.
        QTimer.singleShot(0, self, self.first_painted.emit)

    @Slot()
    def _fit_navigation(self) -> None:
        crowded = theme.px(NAV_WIDTH) > self.width() * _NAVIGATION_SHARE
        wanted = self._entries[self._current].rail if self._current else False
        folded = crowded or wanted if self._folded_by_user is None else self._folded_by_user or crowded
        self.navigation.set_rail(folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != QtCore.Qt.Key.Key_Escape or not self.notices.close_newest():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_navigation()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close())

    def _take_in(self, page: QWidget) -> None:
        """Add a page to the stack, which shows its first one at once; that is laid out later, in its style."""
        layout = page.layout()
        if self.isVisible() or layout is None:
            self.stack.addWidget(page)
            return
        layout.setEnabled(False)
        self.stack.addWidget(page)
        layout.setEnabled(True)

    def _search(self) -> None:
        """Go to the search field of this page, or of the first page that has one."""
        for page_id in (self._current, *self._entries):
            if page_id in self._built and isinstance(self._built[page_id], Searchable):
                page = self._built[page_id] if page_id == self._current else self.navigate(page_id)
                if isinstance(page, Searchable):
                    page.focus_search()
                return
        self._build_until_searchable()

    def _build_until_searchable(self) -> None:
        for page_id, entry in self._entries.items():
            if entry.group is not None and isinstance(page := self.page(page_id), Searchable):
                self.navigate(page_id)
                page.focus_search()
                return

    def _undo(self) -> None:
        page = self._built[self._current]
        if not self.notices.undo_latest() and isinstance(page, Undoable):
            page.undo()

    def _toggle_navigation(self) -> None:
        self._folded_by_user = not self.navigation.is_rail
        self._fit_navigation()

    def _move_pane(self, step: int) -> None:
        page = self._built[self._current]
        inner = page.panes() if isinstance(page, Paned) else [page]
        panes = [self.navigation, *(pane for pane in inner if pane.isVisible())]
        focus = QApplication.focusWidget()
        holding = [
            i for i, pane in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))
        ]
        start = holding[-1] if holding else -1 if step > 0 else len(panes)
        for offset in range(1, len(panes) + 1):
            if self._focus_pane(panes[(start + step * offset) % len(panes)]):
                return

    def _focus_pane(self, pane: QWidget) -> bool:
        """Give the keyboard to the first thing in `pane` that takes it; tells whether there was one."""
        if pane is self.navigation:
            self.navigation.focus_current()
            return True
        for widget in (pane, *pane.findChildren(QWidget)):
            if widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def _make_menus(self) -> AltMenuBar:
        from kompetens_gui.ui.shell.menu_bar import AltMenuBar

        menus = AltMenuBar(self)
        self.setMenuBar(menus)
        menus.hide()
        action = self.shortcuts.action
        shown = [page for page in self._entries.values() if page.group not in {None, FOOT}]
        foot = [page for page in self._entries.values() if page.group == FOOT]
        menus.add_menu(
            self.tr("&Arkiv"), [action("new_session"), None, *map(self._page_action, foot), None, action("quit")]
        )
        menus.add_menu(self.tr("&Redigera"), [action("undo"), action("search")])
        menus.add_menu(self.tr("&Gå till"), [self._page_action(page) for page in shown])
        sizes = [action(name) for name in ("larger_text", "smaller_text", "normal_text")]
        panes = [action(name) for name in ("next_pane", "previous_pane", "fold_navigation")]
        menus.add_menu(self.tr("&Visa"), [*sizes, None, *panes])
        menus.add_menu(self.tr("&Hjälp"), [action("help")])
        return menus

    def _page_action(self, page: PageEntry) -> QAction:
        action = QtGui.QAction(page.title, self)
        action.triggered.connect(partial(self._go_by_action, page.id))
        place = [each.id for each in self._entries.values() if each.group is not None].index(page.id) + 1
        if place <= _PAGE_KEYS:
            action.setShortcut(QtGui.QKeySequence(f"Ctrl+{place}"))
        self.addAction(action)
        return action

    def _go_by_action(self, page_id: str, _checked: bool = False) -> None:
        self.navigate(page_id)


class _Body(QWidget):
    """Navigation and page side by side; `painted()` is sent with the first paint."""

    painted = Signal()

    def __init__(self, navigation: QWidget, stack: QWidget) -> None:
        super().__init__()
        self._is_painted = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(navigation)
        row.addWidget(stack, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
