"""Questions that were sent in a week before: taken in, grouped, answered with a source, or kindly turned away."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.prepared_questions.questions import MOST_QUESTIONS, PreparedQuestion, questions_of
from kompetens_gui.domain.errors import InvalidSettings, QuestionListInvalid
from kompetens_gui.domain.question_list import QuestionList, read_questions
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.plan import AgendaItem
from kompetens_gui.services.planning import PlanningService
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.planning import question_words
from kompetens_gui.ui.planning.columns import ColumnScroll
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.planning.question_form import QuestionForm
from kompetens_gui.ui.planning.two_line_list import TwoLineList
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

translate = QCoreApplication.translate


class QuestionsDialog(PlanningDialog):
    """Signals: `questions_changed(tuple, key)` with plain data for the settings; `undo_wanted()`."""

    questions_changed = Signal(object, str)
    undo_wanted = Signal()

    def __init__(self, item: AgendaItem, stop: str, planning: PlanningService, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(
            translate("Planning", "Frågor i förväg"), f"{stop}. {_honest()}", width=1080, height=740, parent=parent
        )
        self._item_id, self._planning, self._tasks = item.id, planning, tasks
        self._questions: tuple[PreparedQuestion, ...] = ()
        self.new = QLineEdit()
        self.new.setMaxLength(600)
        self.new.setPlaceholderText(self.tr("Skriv en fråga och tryck Enter"))
        self.list = TwoLineList(self.tr("Frågor"))
        self.list.setAccessibleDescription(self.tr("Delete tar bort"))
        self.list.setMinimumHeight(theme.px(200))
        self.told = Label("", "small", "muted", wrap=True)
        self.form = QuestionForm()
        self.add = Button(self.tr("Lägg till"), "secondary", "sm", icon_name="plus")
        self.paste = Button(self.tr("Klistra in lista…"), "secondary", "sm", icon_name="clipboard-text")
        self.remove = Button(self.tr("Ta bort frågan"), "ghost", "sm", icon_name="trash")
        self._lay_out()
        self._connect()
        self.show_item(item)
        self.new.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Field(self.tr("Ny fråga"), self.new))
        buttons = FlowRow(8, left)
        for button in (self.add, self.paste, self.remove):
            buttons.add(button)
        column.addWidget(buttons)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        reading = ColumnScroll()
        reading.body.addWidget(self.form)
        reading.body.addStretch(1)
        reading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        columns = ResponsiveColumns(spacing=20)
        columns.add_column(left, 360, 3)
        columns.add_column(reading, 400, 4)
        columns.folded.connect(reading.set_free)
        self.body.addWidget(columns, 1)
        undo = Button(self.tr("Ångra"), "ghost", icon_name="arrow-counter-clockwise")
        undo.clicked.connect(self.undo_wanted)
        self.foot.addWidget(undo)
        self.foot.addStretch(1)
        self.close_button(self.tr("Klar"))

    def _connect(self) -> None:
        self.new.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.paste.clicked.connect(self.open_list)
        self.remove.clicked.connect(self._remove)
        self.list.remove_wanted.connect(self._remove)
        self.list.currentItemChanged.connect(self._current_changed)
        self.form.edited.connect(self._edited)

    def done(self, result: int) -> None:
        """Close, and keep a question that was written but not sent with Enter."""
        self._add()
        super().done(result)

    # -- showing
    def show_view(self, view: PlanView) -> None:
        """Show the questions as they are in the plan now."""
        item = view.plan.item(self._item_id)
        if item is not None:
            self.show_item(item)

    def show_item(self, item: AgendaItem, current: str = "") -> None:
        try:
            questions = questions_of(item.settings)
        except InvalidSettings:
            questions = ()
        self._questions = questions
        self._show_list(current)

    def _show_list(self, current: str = "") -> None:
        self.list.show_choices(question_words.grouped(self._questions), current or self.list.current_key())
        self.told.setText(question_words.summary(self._questions))
        self._current_changed()

    def current(self) -> PreparedQuestion | None:
        key = self.list.current_key()
        return next((q for q in self._questions if q.id == key), None)

    def _current_changed(self, *_items: object) -> None:
        question = self.current()
        self.form.setEnabled(question is not None)
        self.remove.setVisible(question is not None)
        if question is not None:
            self.form.show_question(question)
        else:
            self.form.show_question(PreparedQuestion("", ""))

    # -- doing
    def _change(self, questions: Sequence[PreparedQuestion], key: str = "", current: str = "") -> None:
        self._questions = tuple(questions)
        self._show_list(current)
        self.questions_changed.emit(tuple(plain(q) for q in questions), key)

    def _add(self) -> None:
        text = " ".join(self.new.text().split())
        if text and len(self._questions) < MOST_QUESTIONS:
            question = PreparedQuestion(free_id(self._questions), text)
            self.new.clear()
            self._change((*self._questions, question), current=question.id)
        elif text:
            self.told.setText(self.tr("Det får plats {n} frågor. Ta bort någon först.").format(n=MOST_QUESTIONS))

    def _edited(self, question: PreparedQuestion) -> None:
        changed = [question if q.id == question.id else q for q in self._questions]
        self._change(changed, f"question-{question.id}", question.id)

    def _remove(self) -> None:
        question = self.current()
        if question is not None:
            keys = self.list.keys()
            at = keys.index(question.id)
            beside = (keys[:at] + keys[at + 1 :])[min(at, len(keys) - 2)] if len(keys) > 1 else ""
            self._change([q for q in self._questions if q.id != question.id], current=beside)

    def open_list(self) -> None:
        """Open the dialog for a pasted list or a file."""
        dialog = QuestionListDialog([q.text for q in self._questions], self._planning, self._tasks, self)
        dialog.accepted_list.connect(self._add_listed)
        dialog.open()

    def _add_listed(self, listed: QuestionList) -> None:
        questions = list(self._questions)
        for one in listed.questions[: MOST_QUESTIONS - len(questions)]:
            questions.append(PreparedQuestion(free_id(questions), one.text, one.category))
        self._change(questions)


class QuestionListDialog(PlanningDialog):
    """A pasted list, or a text or CSV file: what was understood is told before anything is added.

    Signals: `accepted_list(QuestionList)`.
    """

    accepted_list = Signal(object)

    def __init__(
        self, taken: Sequence[str], planning: PlanningService, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("Planning", "Klistra in frågor"),
            translate(
                "Planning",
                "En fråga på varje rad, gärna med ; och Regel, Rutin, Samarbete eller Medicin efter.",
            ),
            width=760,
            height=600,
            parent=parent,
        )
        self._taken, self._planning, self._tasks = tuple(taken), planning, tasks
        self._list: QuestionList | None = None
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.px(160))
        self.text.setPlaceholderText(self.tr("Vad gäller efter dag 90?; regel\nVem ringer arbetsgivaren?"))
        self.file_button = Button(self.tr("Läs in fil…"), "secondary", "sm", icon_name="folder-open")
        self.understood = Label("", "dense", wrap=True)
        self.remarks = Label("", "small", "muted", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addStretch(1)
        self.body.addWidget(Field(self.tr("Frågor"), self.text))
        self.body.addLayout(row)
        self.body.addWidget(self.understood)
        self.body.addWidget(self.remarks)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.close_button(self.tr("Avbryt"))
        self.add = Button(self.tr("Lägg till"), "primary")
        self.add.setEnabled(False)
        self.add.clicked.connect(self._accept)
        self.foot.addWidget(self.add)
        self.text.textChanged.connect(self._read)
        self.file_button.clicked.connect(self._choose_file)
        self.text.setFocus()

    def _read(self) -> None:
        self._list = None
        try:
            self._list = read_questions(self.text.toPlainText(), self._taken)
        except QuestionListInvalid as error:
            told = explain(error).what_to_do if self.text.toPlainText().strip() else ""
            self.understood.setText(told)
            self.remarks.setText("")
        else:
            count = len(self._list.questions)
            told = self.tr("1 fråga att lägga till") if count == 1 else self.tr("{n} frågor att lägga till")
            self.understood.setText(told.format(n=count))
            self.remarks.setText("\n".join(_remarks(self._list)))
        self.add.setEnabled(self._list is not None and bool(self._list.questions))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Läs in frågor"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Listor (*.csv *.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def read_file(self, name: str) -> None:
        """Show what stands in a file."""
        work = partial(self._planning.text_of_list, Path(name))
        self._tasks.run(work, self.text.setPlainText, owner=self, failed=self._file_failed)

    def _file_failed(self, error: Exception) -> None:
        text = explain(error)
        self.understood.setText(f"{text.title}. {text.what_to_do}")

    def _accept(self) -> None:
        if self._list is not None:
            self.accepted_list.emit(self._list)
            self.accept()


def plain(question: PreparedQuestion) -> dict[str, object]:
    """Return a question as it stands in the settings: plain data, without what is empty."""
    values = {**asdict(question), "category": str(question.category)}
    return {k: v for k, v in values.items() if v not in ("", False) and (k, v) != ("category", QuestionCategory.OTHER)}


def free_id(questions: Sequence[PreparedQuestion]) -> str:
    taken = {q.id for q in questions}
    return next(f"q{n}" for n in range(1, len(taken) + 2) if f"q{n}" not in taken)


def _remarks(found: QuestionList) -> list[str]:
    row = translate("Planning", "Rad {line}: {remark}")
    told = [(q.line, r) for q in found.questions for r in q.remarks] + [(s.line, s.remark) for s in found.skipped]
    return [row.format(line=line, remark=question_words.remark(r)) for line, r in sorted(told)]


def _honest() -> str:
    return translate("Planning", "Skriv så att ingen person går att känna igen. Vem som frågade sparas inte.")
