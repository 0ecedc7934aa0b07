"""A letter in heavy officialese beside the learner's own: three readings, measures, points and a model afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.domain.exercises.letter import WritingView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.readability import lix
from kompetens_gui.domain.study.letter import LetterReadings, PlainLetter
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.parts.columns import column_of
from kompetens_gui.ui.exercises.parts.guide_card import GuideCard
from kompetens_gui.ui.exercises.parts.model_card import ModelCard
from kompetens_gui.ui.exercises.parts.own_text_editor import OwnTextEditor
from kompetens_gui.ui.exercises.parts.versions_card import VersionsCard
from kompetens_gui.ui.exercises.parts.writing import Writing
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.reading_measure import KeptFacts, ReadingMeasure
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.tags import Tag

_ORIGINAL, _OWN, _SIDE = 380, 420, 320
_LINES = 15


class LetterPanel(ExercisePanel):
    """Writes and looks; the measures follow every key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: PlainLetter | None = None
        self._original_lix = 0
        self.columns = ResponsiveColumns(parent=self)
        self.beside = ResponsiveColumns(parent=self.columns)
        left = QWidget(self.columns)
        self.original_card = Card(self.tr("Originalet"), parent=left)
        self.original_tag = Tag("", "info", parent=self.original_card)
        self.original = Label("", "body", wrap=True, parent=self.original_card)
        self.readings = [Label("", "small", "muted", wrap=True, parent=self.original_card) for _ in range(3)]
        self.model = ModelCard(self.tr("Ett sätt att skriva det"), left)
        self.own_card = Card(parent=self.beside)
        self.editor = OwnTextEditor(self.tr("&Din version"), LONGEST_TEXT, lines=_LINES, parent=self.own_card)
        self.measure = ReadingMeasure(self.own_card)
        self.facts = KeptFacts(self.own_card)
        side = QWidget(self.beside)
        waiting = self.tr("Skriv din version först. Sedan får du punkter att hålla den mot, och ett förslag.")
        self.guide = GuideCard(self.tr("Håller texten?"), waiting, side)
        self.versions = VersionsCard(side)
        self.writing = Writing(self.editor, self.guide, self.versions, self)
        self._lay_out(left, side)
        self.writing.proposed.connect(self.proposed)
        self.writing.round_wanted.connect(self.round_wanted)
        self.writing.changed.connect(self._typed)

    def show_attempt(self, attempt: Attempt) -> None:
        view: WritingView = attempt.view
        first = self._letter is None
        self._letter = attempt.started.content
        if first:
            self._original_lix = view.original_lix
            self.original.setText(view.original)
            self.original_tag.set_status(self.tr("LIX {lix}").format(lix=view.original_lix), "info", "")
            self._show_readings(view.readings)
            self.facts.show_facts(view.must_keep)
        self.writing.show_own(view.own, view.earlier, view.points)
        note = self.tr("LIX {lix}. Ditt sätt kan vara lika bra.").format(lix=view.model_lix)
        self.model.show_model(view.model, note)
        self._typed()

    def commit_pending(self) -> None:
        self.editor.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        return self.writing.parts_for_later()

    def primary(self) -> PrimaryAction | None:
        return self.writing.primary()

    def first_focus(self) -> QWidget | None:
        return self.editor.text

    @Slot()
    def _typed(self) -> None:
        if self._letter is None:
            return
        text = self.editor.plain()
        self.measure.show_lix(lix(text), self._original_lix)
        self.facts.show_lost(self._letter.lost(text))
        self.primary_changed.emit()

    def _show_readings(self, readings: LetterReadings) -> None:
        for label, text in zip(
            self.readings, (readings.recipient, readings.coordinator, readings.case_officer), strict=True
        ):
            label.setText(text)

    def _lay_out(self, left: QWidget, side: QWidget) -> None:
        self.original_card.add_to_head(self.original_tag)
        self.original_card.add(self.original)
        self.original_card.add(rule(parent=self.original_card))
        self.original_card.add(Label(self.tr("Tre läsare, tre frågor"), "small-strong", parent=self.original_card))
        who = (self.tr("Den som får brevet"), self.tr("Rehabkoordinatorn"), self.tr("Handläggaren"))
        for name, label in zip(who, self.readings, strict=True):
            asks = QVBoxLayout()
            asks.setSpacing(2)
            asks.addWidget(Label(name, "label", "faint", parent=self.original_card))
            asks.addWidget(label)
            self.original_card.body.addLayout(asks)
        for part in (self.editor, self.measure, self.facts):
            self.own_card.add(part)
        self.own_card.body.addStretch(1)
        column_of(left, self.original_card, self.model)
        column_of(side, self.guide, self.versions)
        self.beside.add_column(self.own_card, _OWN)
        self.beside.add_column(side, _SIDE, 0)
        self.columns.add_column(left, _ORIGINAL)
        self.columns.add_column(self.beside, _OWN, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
