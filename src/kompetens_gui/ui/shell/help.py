"""The help that F1 opens: all keys, by the place where they apply."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.shell.shortcuts import shortcut_sheet
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Kbd, Label
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns


class ShortcutSheet(QDialog):
    """Lists the keys in two columns; closes with Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Kortkommandon"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scroll = PageScroll()
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.tr("Alla kortkommandon"))
        scroll.body.addWidget(Heading(self.tr("Kortkommandon"), "h1"))
        scroll.body.addWidget(self._columns())
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())
        self.resize(theme.px(920), theme.px(640))
        if parent is not None:
            self.resize(self.size().boundedTo(parent.size()))

    def _columns(self) -> ResponsiveColumns:
        columns = ResponsiveColumns()
        left, right = QVBoxLayout(), QVBoxLayout()
        for index, (section, rows) in enumerate(shortcut_sheet()):
            (left if index % 2 == 0 else right).addWidget(_section(section, rows))
        for layout in (left, right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(24)
            layout.addStretch(1)
            holder = QWidget()
            holder.setLayout(layout)
            columns.add_column(holder, 380)
        return columns

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(32, 12, 32, 16)
        row.addStretch(1)
        close = Button(self.tr("Stäng"), "secondary")
        close.clicked.connect(self.close)
        row.addWidget(close)
        return row


def _section(title: str, rows: list[tuple[str, str]]) -> Card:
    card = Card(title, dense=True)
    grid = QGridLayout()
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    for row, (what, keys) in enumerate(rows):
        grid.addWidget(Label(what, "dense", wrap=True), row, 0)
        grid.addWidget(Kbd(keys), row, 1, Qt.AlignmentFlag.AlignRight)
    card.body.addLayout(grid)
    return card
