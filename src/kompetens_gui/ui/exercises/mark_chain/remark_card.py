"""What a comparison found, one place at a time: both readings, why, and the link behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.key_comparison import DifferenceKind
from kompetens_gui.ui.exercises.mark_chain.remarks import PairEnd, Remark
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.kind_widgets import LetterBadge
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import PaintedWidget, show_when

_AGREES = (DifferenceKind.SAME, DifferenceKind.MISSING_IN_BOTH, DifferenceKind.REASONABLE_ALTERNATIVE)
_BETWEEN, _DOWN, _NARROW = 32, 12, 480


class RemarkCard(QWidget):
    """`stepped(remark)` is sent when a person goes to another place.

    `place`, `previous` and `next` belong to it and stand wherever the owner puts them.
    """

    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: tuple[Remark, ...] = ()
        self._at = 0
        self._who = ""
        self.place = Label("", "small", "muted", parent=self)
        self.previous = IconButton("caret-left", self.tr("Förra (Ctrl+Skift+D)"), "secondary", "sm", parent=self)
        self.next = IconButton("caret-right", self.tr("Nästa (Ctrl+D)"), "secondary", "sm", parent=self)
        self.text = Label("", "body-strong", wrap=True, parent=self)
        self.readings = QWidget(self)
        self._reading_row = QHBoxLayout(self.readings)
        self.icon = Icon("info-bold", 22, "accent", parent=self)
        self.headline = Label("", "dense-strong", wrap=True, parent=self)
        self.why = Label("", "small", "muted", wrap=True, parent=self)
        self.pair = QWidget(self)
        self._pair_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.pair)
        self._lay_out()
        self.previous.clicked.connect(partial(self.step, -1))
        self.next.clicked.connect(partial(self.step, 1))

    def show_remarks(self, remarks: Sequence[Remark], who: str) -> None:
        """Show other remarks from the first one; `who` is whose reading they hold the learner's against."""
        self._who = who
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self._at = 0
        self._show()

    def current(self) -> Remark | None:
        return self._remarks[self._at] if self._remarks else None

    def step(self, steps: int, _checked: bool = False) -> None:
        """Go to the next place or the one before; after the last comes the first."""
        if self._remarks:
            self._at = (self._at + steps) % len(self._remarks)
            self._show()
            self.stepped.emit(self._remarks[self._at])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Set things side by side where there is room for it, else under each other."""
        beside = self.width() >= theme.px(_NARROW, self)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        for layout in (self._head, self._pair_row):
            if layout.direction() != way:
                layout.setDirection(way)

    def _show(self) -> None:
        remark = self.current()
        for button in (self.previous, self.next, self.place):
            show_when(button, len(self._remarks) > 1)
        if remark is None:
            return
        self.place.setText(self.tr("{place} av {count}").format(place=self._at + 1, count=len(self._remarks)))
        agrees = remark.kind in _AGREES
        self.icon.set_icon("check-bold" if agrees else "info-bold", "ok" if agrees else "accent")
        self.text.setText(" ".join(remark.text.split()) or self.tr("Helheten"))
        self.headline.setText(remark.headline)
        self.why.setText(remark.why)
        show_when(self.why, bool(remark.why))
        self._show_readings(remark)
        self._show_pair(remark.pair)
        self.setAccessibleName(f"{self.text.text()}. {remark.headline} {remark.why}")

    def _show_readings(self, remark: Remark) -> None:
        clear_layout(self._reading_row)
        for letter, who in ((remark.own, self.tr("Din läsning")), (remark.key, self._who)):
            if letter:
                self._reading_row.addWidget(_named_letter(letter, who, self.readings))
        show_when(self.readings, bool(remark.own and remark.key))

    def _show_pair(self, pair: tuple[PairEnd, PairEnd] | None) -> None:
        clear_layout(self._pair_row)
        show_when(self.pair, pair is not None)
        if pair is None:
            return
        self._pair_row.addWidget(_pair_card(pair[0], self.pair), 1)
        self._pair_row.addWidget(Connector(self.pair))
        self._pair_row.addWidget(_pair_card(pair[1], self.pair), 1)
        self.pair.setAccessibleName(
            self.tr("{first} förklarar {second}").format(first=pair[0].text, second=pair[1].text)
        )

    def _lay_out(self) -> None:
        self._reading_row.setContentsMargins(0, 2, 0, 0)
        self._reading_row.setSpacing(16)
        self._pair_row.setContentsMargins(0, 4, 0, 0)
        self._pair_row.setSpacing(0)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addWidget(self.text, 1)
        self._head.addWidget(self.readings, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.headline, self.why, self.pair):
            words.addWidget(part)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addLayout(told)


class Connector(PaintedWidget):
    """The line between two linked things, along or down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(self.px(_BETWEEN), self.px(_DOWN))

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = QRectF(self.rect()).center()
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("text_3", self), 2))
        if self.width() <= self.px(_BETWEEN):
            painter.drawLine(QLineF(0, middle.y(), self.width(), middle.y()))
        else:
            painter.drawLine(QLineF(self.px(_BETWEEN), 0, self.px(_BETWEEN), self.height()))
        painter.end()


def _named_letter(letter: str, who: str, parent: QWidget) -> QWidget:
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(LetterBadge(letter, kind_word(letter), size=20, parent=pair))
    row.addWidget(Label(who, "small", "muted", parent=pair))
    return pair


def _pair_card(end: PairEnd, parent: QWidget) -> QWidget:
    card = Card(look="gap" if end.missing else "inner", dense=True, parent=parent)
    card.body.setContentsMargins(12, 8, 12, 8)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(LetterBadge(end.letter, kind_word(end.letter), size=20, missing=end.missing, parent=card))
    row.addWidget(Label(" ".join(end.text.split()), "small-strong", wrap=True, parent=card), 1)
    card.body.addLayout(row)
    return card
