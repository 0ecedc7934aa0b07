"""The questions in a list, the one at hand with its prepared answer, and what becomes of it."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.prepared_questions.questions import LONGEST_TEXT, PreparedQuestion
from kompetens_gui.domain.activities.prepared_questions.rules import (
    KIND,
    AnswerShown,
    AnswerWorded,
    PreparedQuestionsState,
    QuestionAsked,
    QuestionPostponed,
    QuestionRejected,
    QuestionSettled,
    QuestionShown,
    QuestionStatus,
    TomorrowWritten,
)
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.activities.prepared_questions.words import category_word, source_line, status_word
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.pending_text import PendingText

_LIST_HEIGHT = 132
_SHORT = 200


class PreparedQuestionsLeader(LeaderPanel):
    """Takes the questions one by one. The one chosen is the one the room sees, but for those about a live case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PreparedQuestionsState()
        self._questions: tuple[PreparedQuestion, ...] = ()
        self._current = self._later_of = ""
        self.place = Label("", "small", "muted")
        self.previous = IconButton("caret-left", self.tr("Förra frågan (Alt+←)"), "secondary", "sm")
        self.next = IconButton("caret-right", self.tr("Nästa fråga (Alt+→)"), "secondary", "sm")
        self.to_list = Button(self.tr("Visa listan i rummet"), "ghost", "sm", icon_name="list-bullets")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Frågor som kommit in"))
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._show_current)
        self.question = Heading("", "h2")
        self.about = Label("", "small", "muted", wrap=True)
        self.answer = PendingText(LONGEST_TEXT)
        self.answer.written.connect(self._word)
        self.source = Label("", "small", "muted", wrap=True)
        self.reveal = RevealButton(self.tr("Visa svaret i rummet"), self.tr("Dölj svaret"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.settle = Button(self.tr("Besvarad"), "secondary", "sm", icon_name="check")
        self.settle.setCheckable(True)
        self.settle.clicked.connect(self._settle)
        self.reject = Button(self.tr("Enskilt ärende"), "secondary", "sm", icon_name="prohibit")
        self.reject.setCheckable(True)
        self.reject.clicked.connect(self._reject)
        self.tomorrow = PendingText(_SHORT * 2)
        self.tomorrow.written.connect(self._write_tomorrow)
        self.owner = QLineEdit()
        self.owner.setMaxLength(_SHORT)
        self.until = QLineEdit()
        self.until.setMaxLength(_SHORT)
        self.postpone = Button(self.tr("Skjut upp"), "secondary", "sm", icon_name="calendar")
        self.postpone.clicked.connect(self._postpone)
        self.until.returnPressed.connect(self._postpone)
        self.new = QLineEdit()
        self.new.setMaxLength(LONGEST_TEXT)
        self.new.setPlaceholderText(self.tr("Skriv och tryck Enter"))
        self.new.returnPressed.connect(self._ask)
        self._actions = self._make_actions()
        self._lay_out()
        self.begin_at(self.list)

    def show_state(self, state: PreparedQuestionsState, context: ActivityContext) -> None:
        """Show the list and the question at hand."""
        self._state = state
        self._questions = KIND.questions(state, context)
        if state.shown:
            self._current = state.shown
        known = [q.id for q in self._questions]
        if self._current not in known:
            self._current = known[0] if known else ""
        self._show_list()
        self._show_question()

    def commit_pending(self) -> None:
        self._commit_of_current()
        self._ask()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _show_list(self) -> None:
        with QSignalBlocker(self.list):
            while self.list.count() > len(self._questions):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(self._questions):
                self.list.addItem(QListWidgetItem())
            for row, question in enumerate(self._questions):
                words = f"{row + 1}. {question.text}"
                status = self._state.handling(question.id).status
                if status is not QuestionStatus.OPEN:
                    words = f"{status_word(status)}: {words}"
                item = self.list.item(row)
                if item.text() != words:
                    item.setText(words)
            self.list.setCurrentRow(self._row())

    def _show_question(self) -> None:
        row = self._row()
        found = self._questions[row] if row >= 0 else None
        self.place.setText(
            self.tr("Fråga {number} av {count}").format(number=row + 1, count=len(self._questions))
            if found
            else self.tr("Inga frågor har kommit in. Skriv en ny längst ned, eller lägg in dem i planen.")
        )
        self.previous.setEnabled(row > 0)
        later = row < len(self._questions) - 1 or (not self._state.shown and self._is_untaken())
        self.next.setEnabled(row >= 0 and later)
        self.work.setVisible(found is not None)
        if found is None:
            return
        handling = self._state.handling(found.id)
        rejected = handling.status is QuestionStatus.REJECTED
        self.question.setText(found.text)
        self.about.setText(self._about(found, rejected=rejected))
        self.answer.show_text(KIND.answer(found, self._state))
        self.source.setText(source_line(found.source, found.source_date, found.certainty))
        self.source.setVisible(bool(self.source.text()))
        self.reveal.set_shown(found.id in self._state.revealed)
        self.reveal.setEnabled(not rejected)
        self.settle.setChecked(handling.status is QuestionStatus.ANSWERED)
        self.settle.setEnabled(not rejected)
        self.reject.setChecked(rejected)
        self.tomorrow.show_text(handling.tomorrow)
        other = self._later_of != found.id
        self._later_of = found.id
        if other:
            self.owner_field.set_error("")
        for edit, text in ((self.owner, handling.owner or found.owner), (self.until, handling.until)):
            if other or not (edit.text() == text or edit.hasFocus() or edit.isModified()):
                edit.setText(text)

    def _about(self, question: PreparedQuestion, *, rejected: bool) -> str:
        if rejected:
            return self.tr("Frågan gäller ett enskilt ärende. Den visas inte i rummet; den tas i ärendet i stället.")
        parts = [category_word(question.category), question.owner]
        return ", ".join(part for part in parts if part)

    def _is_untaken(self) -> bool:
        return self._state.handling(self._current).status is QuestionStatus.OPEN

    def _row(self) -> int:
        return next((row for row, q in enumerate(self._questions) if q.id == self._current), -1)

    def _show_current(self, *_item: object) -> None:
        """Show the question that is marked already: choosing it again says nothing."""
        self._chosen(self._row())

    def _step(self, steps: int) -> None:
        if steps > 0 and not self._state.shown and self._is_untaken():
            # The room looks at the list: what comes next is the question that is marked, not the one after it.
            self._show_current()
            return
        row = self._row() + steps
        if 0 <= row < len(self._questions):
            self.list.setCurrentRow(row)

    @Slot(int)
    def _chosen(self, row: int) -> None:
        if not 0 <= row < len(self._questions):
            return
        self._commit_of_current()
        self._current = self._questions[row].id
        rejected = self._state.handling(self._current).status is QuestionStatus.REJECTED
        self.proposed.emit(QuestionShown("" if rejected else self._current))
        if rejected:
            self._show_question()

    def _commit_of_current(self) -> None:
        """Propose what has been typed for the question at hand, before another one is."""
        self.answer.commit()
        self.tomorrow.commit()
        if (self.owner.isModified() or self.until.isModified()) and self.owner.text().strip():
            self._postpone()

    @Slot(str)
    def _word(self, text: str) -> None:
        if self._current:
            self.proposed.emit(AnswerWorded(self._current, text))

    @Slot(str)
    def _write_tomorrow(self, text: str) -> None:
        if self._current:
            self.proposed.emit(TomorrowWritten(self._current, text))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        self.answer.commit()
        if self._current:
            self.proposed.emit(AnswerShown(self._current, shown))

    def _settle(self, _checked: bool = False) -> None:
        self._forget_later()
        answered = self._state.handling(self._current).status is QuestionStatus.ANSWERED
        self.proposed.emit(QuestionSettled(self._current, not answered))

    def _reject(self, _checked: bool = False) -> None:
        self._forget_later()
        rejected = self._state.handling(self._current).status is QuestionStatus.REJECTED
        self.proposed.emit(QuestionRejected(self._current, not rejected))

    @Slot()
    def _postpone(self) -> None:
        if not self.owner.text().strip():
            self.owner_field.set_error(self.tr("Skriv vem som svarar, till exempel specialisten."))
            self.owner.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.owner_field.set_error("")
        self._forget_later()
        self.proposed.emit(QuestionPostponed(self._current, self.owner.text(), self.until.text()))

    def _forget_later(self) -> None:
        """What stands there is told, or the question went another way."""
        self.owner.setModified(False)
        self.until.setModified(False)

    @Slot()
    def _ask(self) -> None:
        text = self.new.text().strip()
        if text:
            self.new.clear()
            self.proposed.emit(QuestionAsked(uuid4().hex[:12], text))

    def _show_whole_list(self) -> None:
        self.proposed.emit(QuestionShown(""))

    def _toggle_answer(self) -> None:
        if self._current and self.reveal.isEnabled():
            self._reveal(self._current not in self._state.revealed)

    def _to_owner(self) -> None:
        self.owner.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra frågan"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa fråga"), "Alt+Right")
        answer = kind_action(self, self.tr("Visa eller dölj svaret"), "Ctrl+Shift+F")
        settled = kind_action(self, self.tr("Besvarad"), "Ctrl+Shift+K")
        postponed = kind_action(self, self.tr("Skjut upp frågan"), "Ctrl+Shift+U")
        whole = kind_action(self, self.tr("Visa listan i rummet"), "Ctrl+Shift+L")
        earlier.triggered.connect(lambda: self._step(-1))
        later.triggered.connect(lambda: self._step(1))
        answer.triggered.connect(self._toggle_answer)
        settled.triggered.connect(self._settle)
        postponed.triggered.connect(self._to_owner)
        whole.triggered.connect(self._show_whole_list)
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.to_list.clicked.connect(self._show_whole_list)
        return [earlier, later, answer, settled, postponed, whole]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.place, 1)
        head.addWidget(self.to_list)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        self.list.setFixedHeight(theme.px(_LIST_HEIGHT, self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area, body = side_scroll(self)
        self.work = QWidget(area)
        work = QVBoxLayout(self.work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(8)
        private = PrivateBox(self.work)
        private.body.addWidget(Field(self.tr("Sva&ret"), self.answer))
        private.body.addWidget(self.source)
        buttons = FlowRow()
        for button in (self.reveal, self.settle, self.reject):
            buttons.add(RowPart(button))
        self.owner_field = Field(self.tr("&Vem svarar senare"), self.owner)
        later = QHBoxLayout()
        later.setSpacing(8)
        later.addWidget(self.owner_field, 2)
        later.addWidget(Field(self.tr("&Senast"), self.until), 1)
        later.addWidget(self.postpone, 0, Qt.AlignmentFlag.AlignBottom)
        work.addWidget(self.question)
        work.addWidget(self.about)
        work.addWidget(private)
        work.addWidget(buttons)
        work.addWidget(Field(self.tr("Det här gör vi i &morgon"), self.tomorrow))
        work.addLayout(later)
        body.addWidget(self.work)
        body.addStretch(1)
        body.addWidget(Field(self.tr("&Ny fråga i rummet"), self.new))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(area, 1)
