"""In the form of a block with questions sent in before: how many, until when, and the way to them."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.prepared_questions.questions import questions_of
from kompetens_gui.domain.errors import InvalidSettings
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.ui.planning import question_words
from kompetens_gui.ui.planning.kind_settings import KindSettings
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import IconText, Label


class PreparedQuestionsSettings(KindSettings):
    """All there is to write stands in a dialog of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.addWidget(Label(self.tr("Frågor i förväg"), "small-strong"))
        self.summary = Label("", "dense", wrap=True)
        self.stop = IconText("calendar-blank", "", "small", "muted")
        self.stop.label.setWordWrap(True)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.stop)
        row = FlowRow(8, self)
        self.open = Button(self.tr("Frågor och svar…"), "secondary", "sm", icon_name="question", parent=row)
        self.open.clicked.connect(self.questions_wanted)
        row.add(self.open)
        self.column.addWidget(row)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        try:
            self.summary.setText(question_words.summary(questions_of(settings)))
        except InvalidSettings:
            self.summary.setText(self.tr("Frågorna går inte att läsa. Börja om med en ny lista."))

    def show_plan(self, plan: WorkshopSession, today: date) -> None:
        text, passed = question_words.stop(plan.starts_at, today)
        self.stop.label.setText(text)
        self.stop.icon.set_icon("calendar-check" if passed else "calendar-blank")
