"""The chosen module: its steps, what each is, and what the module still asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.learning.path_progress import ModuleStatus
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.services.lack_words import locked_words, rule_lack_words
from kompetens_gui.ui.study.discs import DiscLook
from kompetens_gui.ui.study.rows import DiscRow
from kompetens_gui.ui.study.view_state import ModuleView, StepLine, StepState
from kompetens_gui.ui.study.words import capital, kind_word, long_date, minutes_word, small_number
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.tags import StatusText, Tag

_DISC, _HEIGHT = 24, 60


class StepRow(DiscRow):
    """A step: title, kind and minutes, and at the right end how it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_DISC, _HEIGHT, 0, parent)
        self.done, self.here = StatusText("", "ok", icon_name="", parent=self), Tag("", "accent", parent=self)
        self.add_end(self.done)
        self.add_end(self.here)

    def show_step(self, line: StepLine) -> None:
        looks: dict[StepState, DiscLook] = {
            StepState.DONE: "done",
            StepState.HERE: "here",
            StepState.BEGUN: "begun",
            StepState.AGAIN: "again",
            StepState.LOCKED: "locked",
        }
        detail = f"{kind_word(line.kind)}, {minutes_word(line.minutes)}"
        if line.count and line.kind == "questions":
            questions = self.tr("{count} frågor").format(count=capital(small_number(line.count)))
            detail = f"{questions}, {minutes_word(line.minutes)}"
        self.show_row(line.title, detail, "", looks.get(line.state, "open"), strong=line.state == StepState.HERE)
        word = {
            StepState.DONE: self.tr("Klar"),
            StepState.HERE: self.tr("Här är du"),
            StepState.BEGUN: self.tr("Påbörjad"),
            StepState.AGAIN: self.tr("Gör om"),
        }.get(line.state, "")
        self.done.set_status(word, "ok", "")
        self.here.set_status(word, "accent", "")
        show_when(self.done, line.state == StepState.DONE)
        show_when(self.here, line.state in {StepState.HERE, StepState.BEGUN, StepState.AGAIN})
        self.setEnabled(line.state != StepState.LOCKED)
        state = word or (self.tr("Inte öppen än") if line.state == StepState.LOCKED else self.tr("Inte gjord än"))
        self.setAccessibleName(f"{line.title}. {detail}. {state}")


class ModuleCard(Card):
    """`step_wanted(module, step)` when a person presses a step."""

    step_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.body.setSpacing(0)
        self._module = ""
        self.count = Label("", "small", "muted", parent=self)
        self.add_to_head(self.count)
        self.bar = Bar(parent=self)
        self.state = Label("", "small", "muted", wrap=True, parent=self)
        self.lacking = QWidget(self)
        self._lacking_lines = QVBoxLayout(self.lacking)
        self._lacking_lines.setContentsMargins(0, 16, 0, 0)
        self._lacking_lines.setSpacing(4)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self.rows: dict[str, StepRow] = {}
        self.body.addSpacing(8)
        self.body.addWidget(self.bar)
        self.body.addSpacing(12)
        self.body.addWidget(self.state)
        self.body.addSpacing(8)
        self.body.addLayout(self._steps)
        self.body.addWidget(self.lacking)
        self.body.addStretch(1)

    def show_module(self, view: ModuleView, path: LearningPath) -> None:
        found = view.progress
        title = (
            self.tr("Modul {number}. {title}").format(number=view.number, title=found.module.title)
            if view.number
            else found.module.title
        )
        if self.heading is not None:
            self.heading.setText(title)
        self.setAccessibleName(title)
        self.count.setText(self.tr("{done} av {of} klara").format(done=view.done, of=view.of))
        passed = found.status == ModuleStatus.PASSED
        self.bar.set_share(1.0 if passed else view.done / view.of if view.of else 0.0, "ok" if passed else "accent")
        self._show_state(view, path)
        self._show_steps(found.module.id, view.steps)
        lacking = found.lacking if found.status == ModuleStatus.OPEN else ()
        self._show_lacking([f"{rule_lack_words(lack)}." for lack in lacking])

    def lacking_texts(self) -> list[str]:
        """Return what the module still asks for, as it stands on the card."""
        return [label.text() for label in self.lacking.findChildren(Label) if not label.isHidden()]

    def _show_state(self, view: ModuleView, path: LearningPath) -> None:
        found = view.progress
        goals = " ".join(found.module.goals)
        if found.status == ModuleStatus.PASSED and found.passed_on is not None:
            text = self.tr("Klar sedan {day}. Du kan göra om vilken del du vill.").format(
                day=long_date(found.passed_on)
            )
        elif found.status == ModuleStatus.LOCKED:
            text = f"{locked_words(found, path)}."
        else:
            text = self.tr("Efter modulen: {goals}").format(goals=goals) if goals else ""
        self.state.setText(text)
        show_when(self.state, bool(text))

    def _show_steps(self, module: str, lines: Sequence[StepLine]) -> None:
        if module != self._module or list(self.rows) != [line.id for line in lines]:
            for old in self.rows.values():
                self._steps.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.rows = {}
            self._module = module
            for line in lines:
                row = StepRow(self)
                row.clicked.connect(partial(self._want, module, line.id))
                self.rows[line.id] = row
                self._steps.addWidget(row)
        for line in lines:
            self.rows[line.id].show_step(line)

    def _show_lacking(self, lines: Sequence[str]) -> None:
        while (item := self._lacking_lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        show_when(self.lacking, bool(lines))
        if not lines:
            return
        self._lacking_lines.addWidget(Label(self.tr("Modulen blir klar när"), "small-strong", parent=self.lacking))
        for line in lines:
            label = Label(line, "small", "muted", wrap=True, parent=self.lacking)
            self._lacking_lines.addWidget(label)

    def _want(self, module: str, step: str, _checked: bool = False) -> None:
        self.step_wanted.emit(module, step)
