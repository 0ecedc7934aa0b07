"""The pages for the leader, turned with keys or buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.information import KIND, InformationState, PageShown
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.information.pdf_page import PdfPage
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.markdown_view import MarkdownView


class InformationLeader(LeaderPanel):
    """Turns the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._pages = 0, 1
        self.previous = IconButton("caret-left", self.tr("Förra sidan (←)"), "secondary", "sm")
        self.next = IconButton("caret-right", self.tr("Nästa sida (→)"), "secondary", "sm")
        self.place = Label("", "small", "muted")
        self.text, self.pdf = MarkdownView("body"), PdfPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.pdf)
        self.previous.clicked.connect(partial(self._step, -1))
        self.next.clicked.connect(partial(self._step, 1))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.place, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setAccessibleName(self.tr("Sidor"))

    def show_state(self, state: InformationState, context: ActivityContext) -> None:
        """Show the page that the room sees."""
        view = KIND.room(state, context)
        self._page, self._pages = view.page, view.pages
        self.place.setText(self.tr("Sida {page} av {count}").format(page=view.page + 1, count=view.pages))
        for part in (self.place, self.previous, self.next):
            part.setVisible(view.pages > 1)
        self.previous.setEnabled(view.page > 0)
        self.next.setEnabled(view.page + 1 < view.pages)
        if view.pdf:
            self.pdf.show_page(view.pdf, view.page)
        else:
            self.text.show_markdown(view.markdown)
        self.stack.setCurrentWidget(self.pdf if view.pdf else self.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps:
            self._step(steps)
        else:
            super().keyPressEvent(event)

    def _step(self, steps: int, _checked: bool = False) -> None:
        page = self._page + steps
        if 0 <= page < self._pages:
            self.proposed.emit(PageShown(page))
