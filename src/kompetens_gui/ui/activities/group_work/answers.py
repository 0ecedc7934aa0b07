"""The group that is worked with: its version of the case, its file, and a box for each answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.group_work.rules import LONGEST_ANSWER
from kompetens_gui.domain.activities.group_work.state import GroupState
from kompetens_gui.domain.activities.group_work.tasks import WorkGroup
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.even_grid import EvenGrid
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.pending_text import PendingText

LEAST_ANSWER = 260


class GroupAnswers(QWidget):
    """Signals: `answered(question, text)`, `variant_chosen(str)`, `save_wanted()`, `read_wanted()`."""

    answered = Signal(int, str)
    variant_chosen = Signal(str)
    save_wanted = Signal()
    read_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[str, ...] = ()
        self._variants: tuple[tuple[str, str], ...] = ()
        self.name = Heading("", "h3", parent=self)
        self.variant_box: QComboBox = choice_box()
        self.variant_box.setAccessibleName(self.tr("Gruppens version av fallet"))
        self.variant_box.activated.connect(self._choose_variant)
        self.save = Button(
            self.tr("Spara fil till gruppen…"), "secondary", "sm", icon_name="download-simple", parent=self
        )
        self.read = Button(self.tr("Läs in gruppens fil…"), "secondary", "sm", icon_name="upload-simple", parent=self)
        self.save.clicked.connect(self.save_wanted)
        self.read.clicked.connect(self.read_wanted)
        self.variant = Label("", "small", "muted", wrap=True, parent=self)
        self.told = Label("", "small", "accent", wrap=True, parent=self)
        self.told.hide()
        self.boxes: list[PendingText] = []
        self._fields: list[Field] = []
        self.grid = EvenGrid(LEAST_ANSWER, most=2, spacing=12, parent=self)
        self._lay_out()

    def show_group(
        self, group: WorkGroup, state: GroupState, questions: tuple[str, ...], case: CoordinationCase | None
    ) -> None:
        """Show a group's answers; a box that is being typed in keeps its text."""
        if questions != self._questions:
            self._questions = questions
            self._make_boxes(questions)
        self.name.setText(group.name)
        self.variant.setText(self.tr("Ändrat i fallet: {change}").format(change=group.variant) if group.variant else "")
        self.variant.setVisible(bool(group.variant))
        self._show_variants(group, state, case)
        for part in (self.save, self.read):
            part.setVisible(not group.is_gone)
        for number, box in enumerate(self.boxes):
            box.setReadOnly(group.is_gone)
            box.show_text(state.answers.get(number, ""))

    def tell(self, words: str, *, warn: bool = False) -> None:
        """Say what became of a file."""
        self.told.setText(words)
        self.told.set_tone("warn" if warn else "accent")
        self.told.setVisible(bool(words))

    def commit(self) -> None:
        """Propose everything typed that is not proposed yet."""
        for box in self.boxes:
            box.commit()

    def _lay_out(self) -> None:
        tools = FlowRow(parent=self)
        for part in (self.save, self.read):
            tools.add(part)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        self.variant_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head.addWidget(self.variant_box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.variant)
        column.addWidget(self.grid)
        column.addWidget(tools)
        column.addWidget(self.told)

    def _make_boxes(self, questions: tuple[str, ...]) -> None:
        for field in self._fields:
            field.hide()
            field.deleteLater()
        self.boxes, self._fields = [], []
        for number, question in enumerate(questions):
            box = PendingText(LONGEST_ANSWER, self.grid)
            box.written.connect(partial(self.answered.emit, number))
            self.boxes.append(box)
            field = Field(f"{number + 1}. {question}", box, parent=self.grid)
            field.label.setWordWrap(True)
            self._fields.append(field)
        self.grid.show_widgets(self._fields)

    def _show_variants(self, group: WorkGroup, state: GroupState, case: CoordinationCase | None) -> None:
        variants = case.variants if case and not group.is_gone else ()
        self.variant_box.setVisible(bool(variants))
        with QSignalBlocker(self.variant_box):
            wanted = (("", self.tr("Fallet som det är")), *((v.id, v.title) for v in variants))
            if wanted != self._variants:
                self._variants = wanted
                self.variant_box.clear()
                for variant, title in wanted:
                    self.variant_box.addItem(title, variant)
            self.variant_box.setCurrentIndex(max(0, self.variant_box.findData(group.variant_id)))

    def _choose_variant(self, index: int) -> None:
        self.variant_chosen.emit(str(self.variant_box.itemData(index)))
