"""The types of impulses to choose from, with what each looks like in a text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.impulse_words import type_words
from kompetens_gui.ui.widgets.labels import Label

_TYPE = Qt.ItemDataRole.UserRole
_ROW = 32
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TypeRows(QListWidget):
    """All types, as high as they need. `wanted()` is sent when Enter is pressed or a row is double-clicked."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Slag av impuls"))
        self.setProperty("ring", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for kind in ImpulseType:
            words = type_words(kind)
            row = QListWidgetItem(words.name, self)
            row.setData(_TYPE, kind)
            row.setData(Qt.ItemDataRole.AccessibleDescriptionRole, words.looks)
        self.itemDoubleClicked.connect(self.wanted)
        self._fit()

    def kind(self) -> ImpulseType | None:
        row = self.currentItem()
        return ImpulseType(row.data(_TYPE)) if row is not None else None

    def choose(self, kind: ImpulseType | None) -> None:
        """Choose from the program's side."""
        self.setCurrentRow(-1 if kind is None else list(ImpulseType).index(kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.count():
            self._fit()

    def _fit(self) -> None:
        side = theme.px(_ROW, self)
        for number in range(self.count()):
            self.item(number).setSizeHint(QSize(side, side))
        self.setFixedHeight(self.count() * side + 2 * self.frameWidth())


class TypeCard(Card):
    """Choose a type for the chosen words. `mark_wanted()` is sent for the button, Enter or a double click."""

    mark_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Vad är det ett tecken på?"), dense=True, parent=parent)
        self.rows = TypeRows(self)
        self.looks = Label("", "small", "muted", wrap=True, parent=self)
        self.looks.setMinimumHeight(theme.px(40, self))
        self.looks.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.mark = Button(self.tr("Markera de valda orden"), "tonal", icon_name="pencil-line", parent=self)
        self.add(Label(self.tr("Välj ord i texten, och sedan slag."), "small", "muted", wrap=True, parent=self))
        for part in (self.rows, self.looks, self.mark):
            self.add(part)
        self.body.addStretch(1)
        self.rows.currentItemChanged.connect(self._explain)
        self.rows.wanted.connect(self.mark_wanted)
        self.mark.clicked.connect(self.mark_wanted)
        self._explain()

    def show_quote(self, quote: str) -> None:
        """Say whether there are words to mark."""
        self.mark.setText(self.tr("Markera de valda orden") if quote else self.tr("Markera utan att välja ord"))

    @Slot()
    def _explain(self) -> None:
        kind = self.rows.kind()
        self.looks.setText(type_words(kind).looks if kind is not None else self.tr("Pilarna går mellan slagen."))
        self.mark.setEnabled(kind is not None)
