"""What the room sees: the groups with their timers, their answers side by side, or a part of the reading."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.group_work.events import RoomShows
from kompetens_gui.domain.activities.group_work.room import GroupWorkRoom as GroupWorkView
from kompetens_gui.domain.activities.group_work.room import Reading
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.group_work.reading_page import point_lines
from kompetens_gui.ui.activities.group_work.room_groups import RoomGroups
from kompetens_gui.ui.activities.group_work.words import part_word
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import ElidedLabel, Label


class TextCard(QFrame):
    """A title and a text as large as it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.title = ElidedLabel("", "small-strong", "accent", parent=self)
        self.text = FittedText("body", "meta", largest=1.15, parent=self)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text, 1)

    def show_text(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.set_text(text)


class TextCards(QWidget):
    """Cards side by side, kept as long as their number is the same."""

    def __init__(self, surface: RoomSurface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._cards: list[TextCard] = []
        self._laid_out = (0, 0)
        self._grid = QGridLayout(self)
        surface.scale_layout(self._grid, (0, 0, 0, 0), 20)

    def show_texts(self, texts: Sequence[tuple[str, str]], most: int = 3) -> None:
        """Show (title, text); no more than `most` beside each other."""
        while len(self._cards) < len(texts):
            card = TextCard(self)
            self._surface.scale_layout(card.column, (24, 16, 24, 16), 8)
            self._cards.append(card)
        laid_out = (len(texts), most)
        if laid_out == self._laid_out:
            for card, (title, text) in zip(self._cards, texts, strict=False):
                card.show_text(title, text)
            return
        self._laid_out = laid_out
        columns = max(1, ceil(len(texts) / max(1, ceil(len(texts) / most))))
        rows = ceil(len(texts) / columns)
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            card.setVisible(place < len(texts))
            if place < len(texts):
                card.show_text(*texts[place])
                self._grid.addWidget(card, place // columns, place % columns)
        for line in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(line, 1 if line < columns else 0)
        for line in range(max(self._grid.rowCount(), rows)):
            self._grid.setRowStretch(line, 1 if line < rows else 0)


class GroupWorkRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.title = FittedText("h1", "h3", parent=self)
        self.beside = Label("", "small", "muted", wrap=True, parent=self)
        self.groups = RoomGroups(self)
        self.cards = TextCards(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.groups)
        self.stack.addWidget(self.cards)
        self.body.addWidget(self.beside)
        self.body.addWidget(self.title, 1)
        self.body.addWidget(self.stack, 9)
        self.scale_layout(self.body, (64, 36, 64, 36), 16)

    def show_view(self, view: GroupWorkView | None) -> None:
        if view is None:
            return
        if view.shows is RoomShows.ANSWERS:
            self._show_answers(view)
        elif view.shows is RoomShows.READING and view.reading is not None:
            self._show_reading(view.reading)
        else:
            self.title.set_text(view.task)
            self.beside.setText("")
            self.groups.show_groups(view.groups)
            self.stack.setCurrentWidget(self.groups)
        self.beside.setVisible(bool(self.beside.text()))

    def _show_answers(self, view: GroupWorkView) -> None:
        self.title.set_text(view.question)
        self.beside.setText(self.tr("Fråga {number} av {count}").format(number=view.number + 1, count=view.count))
        texts = [(a.group, "\n\n".join(a.text.split("\n")) or "–") for a in view.answers]
        self._show_cards(tuple(texts))

    def _show_reading(self, reading: Reading) -> None:
        self.title.set_text(part_word(reading.part))
        place = self.tr("sida {number} av {count}").format(number=reading.page + 1, count=reading.pages)
        self.beside.setText(f"{reading.material}, {place}" if reading.pages > 1 else reading.material)
        self._show_cards(tuple(("", "\n\n".join([p.text, *point_lines(p)])) for p in reading.points))

    def _show_cards(self, texts: tuple[tuple[str, str], ...]) -> None:
        if texts != self._shown:
            self._shown = texts
            self.cards.show_texts(texts, most=3 if len(texts) <= 9 else 4)
        self.stack.setCurrentWidget(self.cards)
