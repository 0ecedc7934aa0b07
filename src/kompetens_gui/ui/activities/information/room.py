"""A page of information in large type, or a page of a PDF file as large as fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from kompetens_gui.domain.activities.information import InformationRoom as InformationView
from kompetens_gui.ui.activities.information.pdf_page import PdfPage
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.markdown_view import MarkdownView


class InformationRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.pdf = MarkdownView("body"), PdfPage()
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.pdf)
        self.body.addWidget(self.stack, 1)

    def show_view(self, view: InformationView | None) -> None:
        if view is None:
            return
        if view.pdf:
            self.pdf.show_page(view.pdf, view.page)
        else:
            self.text.show_markdown(view.markdown)
        self.stack.setCurrentWidget(self.pdf if view.pdf else self.text)
