"""How long self-study is kept: the time for each kind, what would go now, and taking it away when somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QMessageBox, QWidget

from kompetens_gui.domain.learning.retention import (
    PROPOSED_MONTHS,
    RetentionCount,
    RetentionKind,
    RetentionRule,
)
from kompetens_gui.ui.background import Job, Task, Tasks
from kompetens_gui.ui.settings.retention_words import count_words, kind_words, time_words
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import set_look, show_when
from kompetens_gui.ui.widgets.progress import ProgressBar

_CHOICES: Final = (3, 6, 12, 18, 24, 36, 60, 120)
_FOR_EVER: Final = 0


@dataclass(frozen=True)
class RetentionTools:
    """How long things are kept. All are called in the background."""

    rules: Callable[[], Sequence[RetentionRule]]
    change: Callable[[RetentionKind, int | None], object]
    preview: Callable[[], Sequence[RetentionCount]]
    run: Callable[[Callable[[int, int], object]], Sequence[RetentionCount]]


class RetentionSection(Section):
    """`removed()` when something old has been taken away. Nothing goes by itself."""

    removed = Signal()

    def __init__(self, tools: RetentionTools, tasks: Tasks, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lagringstid för självstudier"), parent)
        self._tools, self._tasks, self._notices = tools, tasks, notices
        self._task: Task[Sequence[RetentionCount]] | None = None
        self._found: Sequence[RetentionCount] = ()
        text = self.tr("Inget tas bort av sig självt. Du ser först vad som är äldre, och säger sedan till.")
        self.add(Label(text, "small", "muted", wrap=True))
        self.boxes: dict[RetentionKind, QComboBox] = {}
        for kind in RetentionKind:
            box = choice_box()
            box.activated.connect(partial(self._chosen, kind))
            self.boxes[kind] = box
            title, hint = kind_words(kind)
            self.add(Field(title, box, hint=hint))
        self.look = Button(self.tr("Visa vad som är äldre"), icon_name="magnifying-glass")
        self.remove = Button(self.tr("Ta bort det…"), "danger", icon_name="trash")
        row = FlowRow(8, self)
        row.add(self.look)
        row.add(self.remove)
        self.add(row)
        self.progress = ProgressBar(self.tr("Tar bort"))
        self.add(self.progress)
        self.result = Label("", "small", wrap=True)
        self.add(self.result)
        for part in (self.remove, self.progress, self.result):
            show_when(part, False)
        self.look.clicked.connect(self.preview)
        self.remove.clicked.connect(self._ask)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read how long each kind is kept."""
        self._tasks.run(self._tools.rules, self._show_rules, self, self._notices.fail)

    @Slot()
    def preview(self) -> None:
        """Count what is older than it may be."""
        self._tasks.run(self._tools.preview, self._show_preview, self, self._notices.fail)

    def _show_rules(self, rules: Sequence[RetentionRule]) -> None:
        for rule in rules:
            box = self.boxes[rule.kind]
            months = rule.months if rule.months is not None else _FOR_EVER
            choices = sorted({*_CHOICES, PROPOSED_MONTHS[rule.kind]} | ({months} - {_FOR_EVER}))
            box.clear()
            for choice in choices:
                proposed = choice == PROPOSED_MONTHS[rule.kind]
                words = self.tr("{time} (förslag)") if proposed else "{time}"
                box.addItem(words.format(time=time_words(choice)), choice)
            box.addItem(self.tr("Utan gräns"), _FOR_EVER)
            box.setCurrentIndex(box.findData(months))

    def _chosen(self, kind: RetentionKind, _index: int) -> None:
        months = int(self.boxes[kind].currentData()) or None
        self._forget_preview()
        self._tasks.write(partial(self._tools.change, kind, months), None, self, self._not_changed)

    def _not_changed(self, error: Exception) -> None:
        self.refresh()
        self._notices.fail(error)

    def _show_preview(self, found: Sequence[RetentionCount]) -> None:
        self._found = [f for f in found if f.count]
        lines = [self.tr("Äldre än så:") if self._found else self.tr("Inget är äldre än så.")]
        lines += [count_words(f) for f in self._found]
        self._say(lines)
        show_when(self.remove, bool(self._found))

    def _forget_preview(self) -> None:
        self._found = ()
        show_when(self.remove, False)
        show_when(self.result, False)

    @Slot()
    def _ask(self) -> None:
        """Ask once: this cannot be undone. Enter and Escape leave everything as it is."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Ta bort det som är äldre"))
        box.setText(self.tr("Ta bort det som är äldre?"))
        told = [count_words(f) for f in self._found]
        told.append(self.tr("Det går inte att ångra. Kursintyg och träffar rörs inte."))
        box.setInformativeText("\n".join(told))
        yes = box.addButton(self.tr("Ta bort"), QMessageBox.ButtonRole.DestructiveRole)
        set_look(yes, "kind", "danger")
        no = box.addButton(self.tr("Låt vara"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.finished.connect(box.deleteLater)
        yes.clicked.connect(self._run)
        box.open()
        no.setFocus()

    @Slot()
    def _run(self) -> None:
        if self._task is not None:
            return
        self._set_busy(True)
        self.progress.set_progress(0, len(RetentionKind))

        def work(job: Job) -> Sequence[RetentionCount]:
            return self._tools.run(job.report)

        self._task = self._tasks.write_job(work, self._done, self, self._notices.fail)
        self._task.progressed.connect(self.progress.set_progress)
        self._task.finished.connect(self._over)

    def _done(self, done: Sequence[RetentionCount]) -> None:
        gone = [d for d in done if d.count]
        self._forget_preview()
        self._say(
            [self.tr("Borttaget:"), *(count_words(d) for d in gone)] if gone else [self.tr("Inget behövde tas bort.")]
        )
        self._notices.tell(self.tr("Det som var äldre är borttaget"))
        self.removed.emit()

    @Slot()
    def _over(self) -> None:
        self._task = None
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        show_when(self.progress, busy)
        for control in (self.look, self.remove, *self.boxes.values()):
            control.setEnabled(not busy)

    def _say(self, lines: Sequence[str]) -> None:
        self.result.setText("\n".join(lines))
        show_when(self.result, True)
