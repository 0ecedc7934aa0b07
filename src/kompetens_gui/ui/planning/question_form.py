"""One question that was sent in: what it is about, the answer with its source, and who answers."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.prepared_questions.questions import LONGEST_TEXT, PreparedQuestion
from kompetens_gui.domain.question_list import LONGEST_QUESTION, seems_about_a_case
from kompetens_gui.ui.planning import question_words
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck


class QuestionForm(QWidget):
    """Signals: `edited(PreparedQuestion)` at every change that can be kept."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: PreparedQuestion | None = None
        self.text, self.answer = QPlainTextEdit(), QPlainTextEdit()
        for editor, height in ((self.text, 76), (self.answer, 120)):
            editor.setTabChangesFocus(True)
            editor.setFixedHeight(theme.px(height))
        self.category, self.certainty = choice_box(), choice_box()
        for category, word in question_words.categories().items():
            self.category.addItem(word, category)
        for certainty, word in question_words.certainties().items():
            self.certainty.addItem(word, certainty)
        self.owner, self.source, self.source_date = QLineEdit(), QLineEdit(), QLineEdit()
        self.owner.setPlaceholderText(self.tr("Roll, inte namn"))
        for field in (self.owner, self.source):
            field.setMaxLength(300)
        self.source_date.setPlaceholderText(self.tr("2026-11-02"))
        self.rejected = WrappedCheck(self.tr("Gäller ett enskilt ärende"))
        self.seems = IconText("info", self.tr("Frågan verkar gälla någon särskild. Gör den allmän, eller avvisa den."))
        self.seems.label.setWordWrap(True)
        self.kind_word = Label(
            self.tr("Läses inte upp. Säg till den som frågat: ”Tack, det tar vi i ärendet och inte här.”"),
            "small",
            "muted",
            wrap=True,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.text_field = Field(self.tr("Fråga"), self.text)
        self.date_field = Field(self.tr("Källans datum"), self.source_date)
        column.addWidget(self.text_field)
        column.addWidget(self.seems)
        column.addWidget(self.rejected)
        column.addWidget(self.kind_word)
        who = ResponsiveColumns(spacing=12)
        who.add_column(Field(self.tr("Kategori"), self.category), 150, 1)
        who.add_column(Field(self.tr("Vem svarar"), self.owner), 180, 1)
        column.addWidget(who)
        column.addWidget(Field(self.tr("Svar"), self.answer))
        column.addWidget(Field(self.tr("Källa"), self.source))
        source = ResponsiveColumns(spacing=12)
        source.add_column(self.date_field, 150, 1)
        source.add_column(Field(self.tr("Hur säkert"), self.certainty), 180, 1)
        column.addWidget(source)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._text_edited)
        self.answer.textChanged.connect(self._tell)
        self.category.activated.connect(self._tell)
        self.certainty.activated.connect(self._tell)
        self.owner.textEdited.connect(self._tell)
        self.source.textEdited.connect(self._tell)
        self.source_date.textEdited.connect(self._date_edited)
        self.rejected.box.toggled.connect(self._tell)

    def show_question(self, question: PreparedQuestion) -> None:
        """Show a question; what is being typed stays as it is when it says the same."""
        other = self._question is None or self._question.id != question.id
        self._question = question
        for editor, words in ((self.text, question.text), (self.answer, question.answer)):
            if other or editor.toPlainText().strip() != words:
                with QSignalBlocker(editor):
                    editor.setPlainText(words)
        for line, words in ((self.owner, question.owner), (self.source, question.source)):
            if other or line.text().strip() != words:
                line.setText(words)
        if other or not self.date_field.error:
            if self.source_date.text().strip() != question.source_date:
                self.source_date.setText(question.source_date)
            self.date_field.set_error("")
        if other:
            self.text_field.set_error("")
        self.category.setCurrentIndex(max(0, self.category.findData(question.category)))
        self.certainty.setCurrentIndex(max(0, self.certainty.findData(question.certainty)))
        with QSignalBlocker(self.rejected.box):
            self.rejected.box.setChecked(question.rejected)
        self._fit()

    def _fit(self) -> None:
        rejected = self.rejected.box.isChecked()
        show_when(self.kind_word, rejected)
        show_when(self.seems, not rejected and seems_about_a_case(self.text.toPlainText()))

    def _text_edited(self) -> None:
        text = " ".join(self.text.toPlainText().split())
        error = "" if text else self.tr("Skriv frågan, eller ta bort den.")
        if len(text) > LONGEST_QUESTION:
            error = self.tr("Korta frågan till högst {n} tecken.").format(n=LONGEST_QUESTION)
        self.text_field.set_error(error)
        if not error:
            self._tell()

    def _date_edited(self, text: str) -> None:
        try:
            fits = not text.strip() or bool(date.fromisoformat(text.strip()))
        except ValueError:
            fits = False
        self.date_field.set_error("" if fits else self.tr("Skriv ett datum, till exempel 2026-11-02."))
        if fits:
            self._tell()

    def _tell(self, *_what: object) -> None:
        self._fit()
        if self._question is None or self.text_field.error:
            return
        changed = replace(
            self._question,
            text=" ".join(self.text.toPlainText().split()),
            category=self.category.currentData(),
            answer=self.answer.toPlainText().strip()[:LONGEST_TEXT],
            owner=self.owner.text().strip(),
            source=self.source.text().strip(),
            source_date=self._question.source_date if self.date_field.error else self.source_date.text().strip(),
            certainty=self.certainty.currentData(),
            rejected=self.rejected.box.isChecked(),
        )
        if changed != self._question:
            self._question = changed
            self.edited.emit(changed)
