"""The chosen case at a glance, with the two things to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Case, CaseStatus
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.medical_certificate import ACTIVITY, DIAGNOSIS, FUNCTION
from kompetens_gui.services.ports import CaseRow
from kompetens_gui.ui.cases import words
from kompetens_gui.ui.cases.blocks import FactsRow, GapNote, clear_layout, problem_rows, titled_text
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.tags import Tag


class CasePreview(Card):
    """`use_wanted(case_id)` and `open_wanted(case_id)` for the case that is shown."""

    use_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._case_id = ""
        self.title = Heading("")
        self._tags_box = QWidget()
        self._tags = FlowLayout(self._tags_box, spacing=8)
        self.facts = FactsRow()
        content = QWidget()
        content.setProperty("scrollBody", "true")
        self._text = QVBoxLayout(content)
        self._text.setContentsMargins(0, 0, 8, 0)
        self._text.setSpacing(12)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Förhandsvisning"))
        self._scroll.setWidget(content)
        self.use_button = Button(self.tr("Använd i träff"), "primary")
        self.open_button = Button(self.tr("Öppna"))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.use_button, 1)
        buttons.addWidget(self.open_button)
        for part in (self.title, self._tags_box, self.facts):
            self.add(part)
        self.add(self._scroll, 1)
        self.body.addLayout(buttons)
        self.use_button.clicked.connect(self._use)
        self.open_button.clicked.connect(self._open)
        self.show_nothing()

    @property
    def case_id(self) -> str:
        return self._case_id

    def show_nothing(self) -> None:
        """Say what the place is for."""
        self._begin("", self.tr("Inget fall valt"), buttons=False)
        self._text.addWidget(Label(self.tr("Välj ett fall i listan för att se vad det handlar om."), wrap=True))
        self._text.addStretch(1)

    def show_case(self, case: Case, day: int, used: int) -> None:
        """Show a case that can be read."""
        self._begin(case.id, case.title, buttons=True)
        for tag in _tags(case):
            self._tags.addWidget(tag)
        self._tags_box.show()
        certificate = case.medical_certificate()
        self.facts.show_facts(
            (
                (str(day) if day else "–", self.tr("dag i kedjan")),
                (str(len(case.medical_certificates)), self.tr("intyg")),
                (str(used), self.tr("träffar")),
            )
        )
        self.facts.show()
        self._text.addWidget(Label(f"{words.person(case)}. {case.work.title}.", "dense-strong", wrap=True))
        if case.content_warning:
            self._text.addWidget(Label(case.content_warning, "small", "warn", wrap=True))
        self._text.addWidget(Label(_first_paragraph(case.story), "body", wrap=True))
        for title, field in (
            (self.tr("Diagnos"), DIAGNOSIS),
            (self.tr("Funktionsnedsättning"), FUNCTION),
            (self.tr("Aktivitetsbegränsning"), ACTIVITY),
        ):
            text = certificate.text(field)
            if text:
                self._text.addLayout(titled_text(title, text))
        keys = case.keys_for(certificate.id)
        for slot in keys[0].missing if keys else ():
            self._text.addWidget(GapNote(slot.kind, slot.question))
        self._text.addStretch(1)

    def show_problems(self, row: CaseRow, problems: Sequence[ContentProblem]) -> None:
        """Show what is wrong with a case that cannot be read, and how it is mended."""
        self._begin(row.id, row.title, buttons=False)
        self._tags.addWidget(Tag(self.tr("Går inte att använda"), "err"))
        self._tags_box.show()
        sentence = self.tr("Rätta filen och välj Uppdatera banken. Övriga fall påverkas inte.")
        self._text.addWidget(Label(sentence, "small", "muted", wrap=True))
        for row_widget in problem_rows(problems):
            self._text.addWidget(row_widget)
        self._text.addStretch(1)

    @Slot()
    def _use(self) -> None:
        self.use_wanted.emit(self._case_id)

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit(self._case_id)

    def _begin(self, case_id: str, title: str, *, buttons: bool) -> None:
        self._case_id = case_id
        self.title.setText(title)
        self._tags.clear()
        self._tags_box.hide()
        self.facts.hide()
        self.use_button.setVisible(buttons)
        self.open_button.setVisible(buttons)
        clear_layout(self._text)
        self._scroll.verticalScrollBar().setValue(0)


def _tags(case: Case) -> list[Tag]:
    tags = [Tag(f"FK 7804 v{case.form_version}"), Tag(words.level(case.difficulty))]
    if case.status is CaseStatus.DRAFT:
        tags.append(Tag(words.translate("Cases", "Utkast"), "info"))
    return [*tags, Tag(*words.review(case.review))]


def _first_paragraph(story: str) -> str:
    return story.strip().split("\n\n")[0].strip()
