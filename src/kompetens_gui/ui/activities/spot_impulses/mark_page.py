"""The text of a portion: words are chosen with mouse or keys, and a letter marks them for the group that is picked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.spot_impulses.events import ImpulseSpotted, ImpulseTakenBack, NothingSpotted
from kompetens_gui.domain.activities.spot_impulses.state import Answers, Spotted
from kompetens_gui.domain.impulse_names import LETTERS, impulse_name
from kompetens_gui.domain.study.impulses import ImpulseType, Portion
from kompetens_gui.ui.activities.spot_impulses.group_bar import GroupBar
from kompetens_gui.ui.activities.spot_impulses.marking_text import MarkingText, TypeButton
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.impulse_letter import ImpulseLetter
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.portion_text import TextMark

_ENOUGH = 320


class MarkRow(QWidget):
    """One mark with its cross. `removed()` when the cross is pressed."""

    removed = Signal()

    def __init__(self, mark: Spotted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = impulse_name(mark.type)
        self.setAccessibleName(f"{name}: {mark.quote}")
        self.remove = IconButton("x", self.tr("Ta bort {name}").format(name=name), size="sm", parent=self)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ImpulseLetter(LETTERS[mark.type], 22, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(name, "small-strong", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        quote = Label(f"”{mark.quote}”", "small", "muted", wrap=True, parent=self)
        quote.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(quote, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


class MarkPage(QWidget):
    """`proposed(event)` with what a group marks, takes back or says."""

    proposed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._answers = Answers()
        self._groups: tuple[tuple[str, str], ...] = ()
        self._closed = False
        self.groups = GroupBar(self)
        self.area, self.body = side_scroll(self)
        self._cramped = False
        body = self.body
        # Room for the ring around what has the keyboard.
        body.setContentsMargins(4, 4, 8, 4)
        inside = body.parentWidget()
        self.text = MarkingText(inside)
        self.nothing = QCheckBox(self.tr("Gruppen ser ingen impuls här"), self)
        self.hint = Label("", "small", "muted", wrap=True, parent=inside)
        self.marks = QVBoxLayout()
        self.marks.setSpacing(4)
        self.rows: dict[str, MarkRow] = {}
        body.addWidget(self.text)
        body.addLayout(self.marks)
        body.addWidget(self.hint)
        body.addStretch(1)
        self.types = {kind: TypeButton(kind, self) for kind in ImpulseType}
        self.type_row = FlowRow(2, self)
        for kind, button in self.types.items():
            button.clicked.connect(partial(self.mark, kind))
            self.type_row.add(button)
        self.type_row.add(RowPart(self.nothing))
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.groups)
        column.addWidget(self.area, 1)
        column.addWidget(self.type_row)
        self._connect()

    def show_portion(
        self, number: int, portion: Portion, answers: Answers, groups: Sequence[tuple[str, str]], *, closed: bool
    ) -> None:
        """Show a portion's text with the marks of the group that is picked; `closed` while the key is shown."""
        self._number, self._answers, self._groups, self._closed = number, answers, tuple(groups), closed
        several = bool(groups and groups[0][0])
        show_when(self.groups, several)
        self.groups.show_groups(groups if several else (), self._states(answers))
        self.text.setAccessibleName(portion.title)
        self.text.show_text(portion.text)
        words = self.tr("Gruppen ser ingen impuls här") if several else self.tr("Ni ser ingen impuls här")
        self.nothing.setText(words)
        self._show_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(cramped=self.height() < theme.px(_ENOUGH, self))

    def _place(self, *, cramped: bool) -> None:
        """Let groups and types scroll with the text where there is no room for them around it."""
        if cramped == self._cramped:
            return
        self._cramped = cramped
        if cramped:
            self.body.insertWidget(0, self.groups)
            self.body.insertWidget(self.body.count() - 1, self.type_row)
        else:
            self.column.insertWidget(0, self.groups)
            self.column.addWidget(self.type_row)

    @property
    def group(self) -> str:
        return self.groups.current if self._groups and self._groups[0][0] else ""

    # -- what the leader does
    @Slot(object)
    def mark(self, kind: ImpulseType, _checked: bool = False) -> None:
        """Mark the chosen words as a type, for the group that is picked."""
        quote = self.text.quote()
        if not quote:
            self.hint.setText(self.tr("Välj orden först, med musen eller med Upp och Ned."))
            return
        occurrence = self.text.occurrence()
        self.text.clear_choice()
        self.proposed.emit(ImpulseSpotted(uuid4().hex[:12], self._number, self.group, kind, quote, occurrence))
        self.text.setFocus()

    @Slot()
    def take_back(self) -> None:
        """Take back the picked group's marks that touch the chosen words."""
        start, end = self.text.chosen_range()
        text = self.text.toPlainText()
        for mark in self._own():
            first, last = mark.span(text)
            if first < end and start < last:
                self._remove(mark.id)

    @Slot()
    def say_nothing(self) -> None:
        """Say that the group sees no impulse here, or take that back."""
        wanted = self.group not in self._answers.nothing
        self.nothing.setChecked(not wanted)
        self.proposed.emit(NothingSpotted(self._number, self.group, wanted))

    def _remove(self, mark: str) -> None:
        self.proposed.emit(ImpulseTakenBack(self._number, mark))
        self.text.setFocus()

    # -- what is shown
    def _own(self) -> list[Spotted]:
        return [mark for mark in self._answers.marks if mark.group == self.group]

    def _states(self, answers: Answers) -> dict[str, str]:
        """Say for each group how many marks it has, or that it sees none."""
        states: dict[str, str] = {}
        for group, _ in self._groups:
            count = sum(mark.group == group for mark in answers.marks)
            states[group] = str(count) if count else self.tr("ingen") if group in answers.nothing else ""
        return states

    @Slot()
    def _show_marks(self) -> None:
        own = self._own()
        self.text.show_marks([TextMark(m.quote, "own", m.occurrence, LETTERS[m.type]) for m in own])
        wanted = {mark.id: mark for mark in own}
        for gone in [mark for mark in self.rows if mark not in wanted]:
            row = self.rows.pop(gone)
            self.marks.removeWidget(row)
            row.hide()
            row.deleteLater()
        for mark in own:
            if mark.id not in self.rows:
                row = self.rows[mark.id] = MarkRow(mark, self.text.parentWidget())
                row.removed.connect(partial(self._remove, mark.id))
                self.marks.addWidget(row)
        self.nothing.setChecked(self.group in self._answers.nothing)
        self.nothing.setEnabled(not own and not self._closed)
        self.hint.setText(
            self.tr("Facit visas i rummet. Dölj det om ni vill markera mer.")
            if self._closed
            else self.tr("Pilarna väljer mening eller ord, med Skift fler. Bokstaven markerar, Delete tar bort.")
        )

    @Slot()
    def _see_choice(self) -> None:
        """Scroll to the chosen words, when keys choose what is out of sight."""
        if self.text.hasFocus():
            at = self.text.cursorRect()
            self.area.ensureVisible(0, self.text.y() + at.center().y(), 0, at.height() * 2)

    @Slot(int)
    def _pick_group(self, number: int) -> None:
        if not self.group or not self.groups.pick(number):
            return
        self.text.setFocus()

    def _connect(self) -> None:
        self.groups.chosen.connect(self._show_marks)
        self.text.words_chosen.connect(self._see_choice)
        self.text.letter.connect(self.mark)
        self.text.group.connect(self._pick_group)
        self.text.removal.connect(self.take_back)
        self.nothing.clicked.connect(self.say_nothing)
