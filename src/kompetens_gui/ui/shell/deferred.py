"""A page that waits for what it is made of: the window is up before the database is open."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.ui.shell.pages import Leavable, Openable, Paned, Searchable, Undoable
from kompetens_gui.ui.widgets.labels import Label


class DeferredPage(QStackedWidget):
    """Stands in for a page until `fulfil` is called, then is that page; what was asked of it meanwhile is kept."""

    def __init__(self, make: Callable[[], QWidget], ready: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self._make = make
        self._page: QWidget | None = None
        self._asked: dict[str, object] | None = None
        waiting = QWidget()
        layout = QVBoxLayout(waiting)
        layout.addWidget(Label(self.tr("Öppnar …"), "body", "muted"), 0, QtCore.Qt.AlignmentFlag.AlignCenter)
        self.addWidget(waiting)
        if ready:
            self.fulfil()

    @property
    def page(self) -> QWidget | None:
        """The real page, None while it is waited for."""
        return self._page

    @property
    def _able(self) -> object:
        """The real page, to be asked what it can do."""
        return self._page

    def fulfil(self) -> None:
        """Make the real page and hand it what has been asked for."""
        if self._page is not None:
            return
        self._page = self._make()
        self.addWidget(self._page)
        self.setCurrentWidget(self._page)
        if self._asked is not None:
            self.open_with(**self._asked)

    def open_with(self, **context: object) -> None:
        page = self._able
        if page is None:
            self._asked = context
        elif isinstance(page, Openable):
            page.open_with(**context)

    def leave(self) -> None:
        page = self._able
        if isinstance(page, Leavable):
            page.leave()

    def undo(self) -> None:
        page = self._able
        if isinstance(page, Undoable):
            page.undo()

    def panes(self) -> list[QWidget]:
        page = self._able
        return page.panes() if isinstance(page, Paned) else [self]


class SearchableDeferredPage(DeferredPage):
    """A deferred page with a search field of its own."""

    def focus_search(self) -> None:
        page = self._able
        if isinstance(page, Searchable):
            page.focus_search()
