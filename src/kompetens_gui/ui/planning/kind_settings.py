"""What each activity kind asks for besides name, case and notes. Kinds that ask for nothing are not here."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.discussion import Grouping
from kompetens_gui.domain.activities.group_work.rules import LONGEST_QUESTION, LONGEST_VARIANT, MOST_QUESTIONS
from kompetens_gui.domain.activities.information import text_pages
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6


class KindSettings(QWidget):
    """Base of the small forms.

    Signals: `edited(dict)` with the settings that changed (None takes one away), `pdf_wanted()` and
    `questions_wanted()` when there is more to choose or write than a small form has room for.
    """

    edited = Signal(dict)
    pdf_wanted = Signal()
    questions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        """Show a block's settings; what is being typed stays as it is when it says the same."""

    def show_plan(self, plan: WorkshopSession, today: date) -> None:
        """Show what the form needs to know of the whole plan, such as its day."""


def kind_settings(kind: str) -> KindSettings | None:
    """Make the form of a kind, None when the kind asks for nothing."""
    makers: dict[str, Callable[[], KindSettings]] = {
        "information": InformationSettings,
        "sufficiency_vote": VoteSettings,
        "discussion": DiscussionSettings,
        "takeaways": TakeawaysSettings,
        "role_play": RolePlaySettings,
        "group_work": GroupWorkSettings,
        "commitments": CommitmentsSettings,
        "film": _film_settings,
        "prepared_questions": _prepared_questions_settings,
    }
    maker = makers.get(kind)
    return maker() if maker else None


def _prepared_questions_settings() -> KindSettings:
    from kompetens_gui.ui.planning.prepared_questions_settings import PreparedQuestionsSettings

    return PreparedQuestionsSettings()


def _film_settings() -> KindSettings:
    from kompetens_gui.ui.planning.film_settings import FilmSettings  # it is built on what stands here

    return FilmSettings()


class InformationSettings(KindSettings):
    """A text in Markdown, or a PDF file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = SegmentedControl(
            self.tr("Vad visas"), [("text", self.tr("Text")), ("pdf", self.tr("PDF-fil"))], "text"
        )
        self.text = _lines_editor(168)
        self.text_field = Field(self.tr("Text på skärmen"), self.text)
        self.file_name = Label("", "dense", wrap=True)
        self.choose = Button(self.tr("Välj PDF-fil…"), "secondary", "sm", icon_name="file-pdf")
        self.choose.clicked.connect(self.pdf_wanted)
        file_side = QWidget()
        row = QHBoxLayout(file_side)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file_name, 1)
        row.addWidget(self.choose)
        self.column.addWidget(self.source)
        self.column.addWidget(self.text_field)
        self.column.addWidget(file_side)
        self._file_side = file_side
        self.source.chosen.connect(self._source_chosen)
        self.text.textChanged.connect(self._text_edited)
        self._show_source("text")

    def show_settings(self, settings: Mapping[str, object]) -> None:
        pdf, text = str(settings.get("pdf", "")), str(settings.get("text", ""))
        _show_text(self.text, text)
        count = len(text_pages(text))
        pages = self.tr("{n} sidor").format(n=count) if count != 1 else self.tr("1 sida")
        hint = self.tr("Markdown: # rubrik, - punkt, **fet**. En rad med --- börjar en ny sida. Nu {pages}.")
        self.text_field.set_hint(hint.format(pages=pages))
        self.file_name.setText(self._file_words(pdf, settings.get("pdf_pages", 0)))
        self.choose.setText(self.tr("Byt fil…") if pdf else self.tr("Välj PDF-fil…"))
        if pdf:
            self.source.set_current("pdf")
            self._show_source("pdf")

    def _file_words(self, pdf: str, pages: object) -> str:
        if not pdf:
            return self.tr("Ingen fil vald")
        return self.tr("{file}, {n} sidor").format(file=PurePath(pdf.replace("\\", "/")).name, n=pages)

    def _source_chosen(self, source: str) -> None:
        self._show_source(source)
        if source == "text":
            self.edited.emit({"pdf": None, "pdf_pages": None})

    def _show_source(self, source: str) -> None:
        self.text_field.setVisible(source == "text")
        self._file_side.setVisible(source == "pdf")

    def _text_edited(self) -> None:
        self.edited.emit({"text": self.text.toPlainText()})


class VoteSettings(KindSettings):
    """The question and the answers one can give."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = QLineEdit()
        self.question.setMaxLength(200)
        self.question.setPlaceholderText(self.tr("Räcker underlaget?"))
        self.options = _lines_editor(100)
        self.options.setPlaceholderText(self.tr("Ja\nNej\nVet inte"))
        self.options_field = Field(self.tr("Svar, ett på varje rad"), self.options)
        self.column.addWidget(Field(self.tr("Fråga"), self.question))
        self.column.addWidget(self.options_field)
        self.question.textEdited.connect(self._question_edited)
        self.options.textChanged.connect(self._options_edited)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        question = str(settings.get("question", ""))
        if self.question.text() != question:
            self.question.setText(question)
        if not self.options_field.error:
            _show_lines(self.options, settings.get("options", ()))

    def _question_edited(self, text: str) -> None:
        self.edited.emit({"question": text})

    def _options_edited(self) -> None:
        options = _lines(self.options)
        fits = not options or FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS
        self.options_field.set_error("" if fits else self.tr("Skriv två till sex svar, ett på varje rad."))
        if fits:
            self.edited.emit({"options": options})


class DiscussionSettings(KindSettings):
    """Question cards, how the group is divided, and a timer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = _lines_editor(120)
        hint = self.tr("Lämnas det tomt används fallets egna frågor.")
        self.grouping = SegmentedControl(
            self.tr("Vilka som samtalar"),
            [
                (Grouping.WHOLE.value, self.tr("Alla")),
                (Grouping.PAIRS.value, self.tr("Par")),
                (Grouping.GROUPS.value, self.tr("Grupper")),
            ],
        )
        self.timer = Stepper(self.tr("Klocka i rummet"), 0, minimum=0, maximum=60, unit=self.tr("min"))
        self.column.addWidget(Field(self.tr("Frågekort, ett på varje rad"), self.cards, hint=hint))
        self.column.addWidget(_left(Field(self.tr("Vilka som samtalar"), self.grouping)))
        self.column.addWidget(
            _left(Field(self.tr("Klocka i rummet"), self.timer, hint=self.tr("0 visar ingen klocka.")))
        )
        self.cards.textChanged.connect(self._cards_edited)
        self.grouping.chosen.connect(self._grouping_chosen)
        self.timer.value_changed.connect(self._timer_changed)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        _show_lines(self.cards, settings.get("cards", ()))
        grouping = str(settings.get("grouping", Grouping.WHOLE.value))
        self.grouping.set_current(grouping if grouping in list(Grouping) else Grouping.WHOLE.value)
        minutes = settings.get("minutes_timer", 0)
        self.timer.set_value(minutes if isinstance(minutes, int) else 0)

    def _cards_edited(self) -> None:
        self.edited.emit({"cards": _lines(self.cards)})

    def _grouping_chosen(self, grouping: str) -> None:
        self.edited.emit({"grouping": grouping})

    def _timer_changed(self, minutes: int) -> None:
        self.edited.emit({"minutes_timer": minutes})


class TakeawaysSettings(KindSettings):
    """The prompt and how many things the group takes along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = QLineEdit()
        self.prompt.setMaxLength(200)
        self.prompt.setPlaceholderText(self.tr("Tre saker vi tar med oss"))
        self.count = Stepper(self.tr("Hur många"), 3, minimum=1, maximum=12)
        self.column.addWidget(Field(self.tr("Fråga till gruppen"), self.prompt))
        self.column.addWidget(_left(Field(self.tr("Hur många"), self.count)))
        self.prompt.textEdited.connect(self._prompt_edited)
        self.count.value_changed.connect(self._count_changed)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        prompt, count = str(settings.get("prompt", "")), settings.get("count", 3)
        if self.prompt.text() != prompt:
            self.prompt.setText(prompt)
        self.count.set_value(count if isinstance(count, int) else 3)

    def _prompt_edited(self, text: str) -> None:
        self.edited.emit({"prompt": text})

    def _count_changed(self, count: int) -> None:
        self.edited.emit({"count": count})


class RolePlaySettings(KindSettings):
    """How hard it is played from the start; it can be changed while it runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        levels = [("0", self.tr("Som skrivet")), *((str(level), str(level)) for level in range(1, 5))]
        self.level = SegmentedControl(self.tr("Svårighet"), levels)
        hint = self.tr("1 är lättast. Saknar rollspelet nivån spelas det som det är skrivet.")
        self.column.addWidget(_left(Field(self.tr("Svårighet"), self.level, hint=hint)))
        self.level.chosen.connect(self._level_chosen)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        level = settings.get("level", 0)
        self.level.set_current(str(level) if level in range(5) else "0")

    def _level_chosen(self, level: str) -> None:
        self.edited.emit({"level": int(level) or None})


class GroupWorkSettings(KindSettings):
    """The task, the questions, how long, and versions of the case that go round among the groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = QLineEdit()
        self.task.setMaxLength(400)
        self.task.setPlaceholderText(self.tr("Läs, svara på frågorna och skriv vad ni kommer fram till."))
        self.questions, self.variants = _lines_editor(120), _lines_editor(88)
        self.questions.setPlaceholderText(
            self.tr("Vad vet vi?\nVilka impulser ser vi?\nNästa steg: i dag, och inom två veckor?\nVem ringer vem?")
        )
        self.questions_field = Field(self.tr("Frågor, en på varje rad"), self.questions)
        self.timer = Stepper(self.tr("Gruppernas tid"), 15, minimum=1, maximum=60, unit=self.tr("min"))
        hint = self.tr("Till exempel: Personen är man och arbetar natt. En rad per grupp, i tur och ordning.")
        self.variants_field = Field(self.tr("Samma fall, annat yrke eller kön"), self.variants, hint=hint)
        self.column.addWidget(Field(self.tr("Uppgift"), self.task))
        self.column.addWidget(self.questions_field)
        self.column.addWidget(_left(Field(self.tr("Gruppernas tid"), self.timer)))
        self.column.addWidget(self.variants_field)
        self.task.textEdited.connect(self._task_edited)
        self.questions.textChanged.connect(self._questions_edited)
        self.timer.value_changed.connect(self._timer_changed)
        self.variants.textChanged.connect(self._variants_edited)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        task, minutes = str(settings.get("task", "")), settings.get("minutes_timer", 15)
        if self.task.text() != task:
            self.task.setText(task)
        self.timer.set_value(minutes if isinstance(minutes, int) else 15)
        if not self.questions_field.error:
            _show_lines(self.questions, settings.get("questions", ()))
        if not self.variants_field.error:
            _show_lines(self.variants, settings.get("variants", ()))

    def _task_edited(self, text: str) -> None:
        self.edited.emit({"task": text})

    def _timer_changed(self, minutes: int) -> None:
        self.edited.emit({"minutes_timer": minutes})

    def _questions_edited(self) -> None:
        questions = _lines(self.questions)
        fits = len(questions) <= MOST_QUESTIONS and all(len(q) <= LONGEST_QUESTION for q in questions)
        self.questions_field.set_error("" if fits else self.tr("Skriv högst åtta korta frågor, en på varje rad."))
        if fits:
            self.edited.emit({"questions": questions})

    def _variants_edited(self) -> None:
        variants = _lines(self.variants)
        fits = all(len(v) <= LONGEST_VARIANT for v in variants)
        self.variants_field.set_error("" if fits else self.tr("Korta raderna till högst 600 tecken."))
        if fits:
            self.edited.emit({"variants": variants})


class CommitmentsSettings(KindSettings):
    """The prompt, and whether each person or each group writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = QLineEdit()
        self.prompt.setMaxLength(200)
        self.prompt.setPlaceholderText(self.tr("Det här prövar jag"))
        self.who = SegmentedControl(
            self.tr("Vilka som skriver"), [("each", self.tr("Var och en")), ("groups", self.tr("Varje grupp"))]
        )
        self.column.addWidget(Field(self.tr("Rubrik i rummet"), self.prompt))
        hint = self.tr("Inga namn. Nästa träff i serien börjar med det som skrivs.")
        self.column.addWidget(_left(Field(self.tr("Vilka som skriver"), self.who, hint=hint)))
        self.prompt.textEdited.connect(self._prompt_edited)
        self.who.chosen.connect(self._who_chosen)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        prompt = str(settings.get("prompt", ""))
        if self.prompt.text() != prompt:
            self.prompt.setText(prompt)
        self.who.set_current("groups" if settings.get("per_group") else "each")

    def _prompt_edited(self, text: str) -> None:
        self.edited.emit({"prompt": text})

    def _who_chosen(self, who: str) -> None:
        self.edited.emit({"per_group": who == "groups"})


def _lines_editor(height: int) -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(theme.px(height))
    return editor


def _left(field: Field) -> QWidget:
    """Keep a small editor at its own width."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field)
    row.addStretch(1)
    return holder


def _show_text(editor: QPlainTextEdit, text: str) -> None:
    if editor.toPlainText() != text:
        with QSignalBlocker(editor):
            editor.setPlainText(text)


def _lines(editor: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in editor.toPlainText().splitlines() if line.strip())


def _show_lines(editor: QPlainTextEdit, value: object) -> None:
    lines = tuple(str(v) for v in value) if isinstance(value, (list, tuple)) else ()
    if _lines(editor) != lines:
        _show_text(editor, "\n".join(lines))
