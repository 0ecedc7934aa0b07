"""A certificate to judge: a verdict with a reason, and the cheapest way on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import CertificatePicture
from kompetens_gui.domain.case import Sufficiency
from kompetens_gui.domain.exercises.own_text import OwnText
from kompetens_gui.domain.exercises.sufficiency import (
    LONGEST_MOTIVATION,
    SufficiencyView,
    VerdictGiven,
    WayChosen,
)
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.option_list import Option
from kompetens_gui.ui.exercises.parts.certificate_card import CertificateCard
from kompetens_gui.ui.exercises.parts.columns import column_of
from kompetens_gui.ui.exercises.parts.numbered_options import NumberedOptions
from kompetens_gui.ui.exercises.parts.own_text_editor import OwnTextEditor
from kompetens_gui.ui.exercises.scrolling import bring_into_view
from kompetens_gui.ui.exercises.sufficiency.panel_card import PanelCard
from kompetens_gui.ui.exercises.sufficiency.readings_card import ReadingsCard
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.case_words import sufficiency_word
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

translate = QCoreApplication.translate
_CERTIFICATE, _ANSWER, _OTHERS = 400, 440, 440
_PARTS = 3


class SufficiencyPanel(ExercisePanel):
    """Asks three things, then shows how others answered. No answer is called wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SufficiencyView | None = None
        self._asked = False
        self.columns = ResponsiveColumns(parent=self)
        self.certificate = CertificateCard("scroll", self.columns)
        self.answer = Card(self.tr("Räcker underlaget?"), parent=self.columns)
        self.against = Label("", "small", "muted", wrap=True, parent=self.answer)
        self.verdicts = NumberedOptions(self.tr("Räcker underlaget?"), parent=self.answer)
        self.motivation = OwnTextEditor(self.tr("&Varför?"), LONGEST_MOTIVATION, lines=3, parent=self.answer)
        self.way_title = Label(self.tr("Billigaste vägen vidare"), "small-strong", parent=self.answer)
        self.ways = NumberedOptions(self.tr("Billigaste vägen vidare"), parent=self.answer)
        self.way_words = OwnTextEditor(
            self.tr("&Billigaste vägen vidare"), LONGEST_MOTIVATION, lines=2, parent=self.answer
        )
        others = QWidget(self.columns)
        self.panel_card = PanelCard(others)
        self.readings = ReadingsCard(others)
        self._lay_out(others)
        self.verdicts.chosen.connect(self._give_verdict)
        self.motivation.written.connect(self._give_verdict)
        self.ways.chosen.connect(self._choose_way)
        self.way_words.written.connect(self._choose_way)
        self.motivation.typed.connect(self.primary_changed)
        self.way_words.typed.connect(self.primary_changed)

    def show_attempt(self, attempt: Attempt) -> None:
        view: SufficiencyView = attempt.view
        first = self._view is None
        self._view = view
        if first:
            self.certificate.show_picture(view.picture)
            self._show_question(view)
        self.verdicts.set_current(view.verdict.value if view.verdict else "")
        self.ways.set_current(view.way)
        self.motivation.show_own(OwnText(view.motivation))
        self.motivation.setEnabled(view.verdict is not None)
        self.way_words.show_own(OwnText(view.words))
        if view.panel is not None:
            self._close()
            self.panel_card.show_panel(view.panel, view.verdict, view.way)
            self.readings.show_keys(view.panel.keys)
            if self._asked:
                self._asked = False
                bring_into_view(self.panel_card if view.panel.votes else self.readings)
        self.primary_changed.emit()

    def commit_pending(self) -> None:
        self.motivation.commit()
        self.way_words.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        yield from self.panel_card.parts_for_later()
        yield from self.readings.parts_for_later()

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None or view.panel is not None:
            return None
        words = self.tr("Visa panelen") if view.ways else self.tr("Visa läsningarna")
        return PrimaryAction(words, self._reveal, self._answered() == _PARTS)

    def progress(self) -> tuple[int, int] | None:
        return (min(self._answered() + 1, _PARTS), _PARTS) if self._is_open() else None

    def first_focus(self) -> QWidget | None:
        return self.verdicts.first()

    @Slot()
    def _give_verdict(self, _words: str = "") -> None:
        verdict = self.verdicts.current()
        if verdict and self._is_open():
            self.proposed.emit(VerdictGiven(Sufficiency(verdict), self.motivation.plain()))

    @Slot()
    def _choose_way(self, _words: str = "") -> None:
        if self._is_open():
            self.proposed.emit(WayChosen(self.ways.current(), self.way_words.plain()))

    def _reveal(self) -> None:
        self._asked = True
        self.commit_pending()
        self.round_wanted.emit()

    def _is_open(self) -> bool:
        return self._view is not None and self._view.panel is None

    def _answered(self) -> int:
        if self._view is None:
            return 0
        way = self.ways.current() if self._view.ways else self.way_words.plain().strip()
        return sum(map(bool, (self.verdicts.current(), self.motivation.plain().strip(), way)))

    def _show_question(self, view: SufficiencyView) -> None:
        self.against.setText(question_line(view.picture))
        self.verdicts.show_options("verdict", [Option(s.value, sufficiency_word(s)) for s in Sufficiency])
        self.ways.show_options("way", [Option(way.id, way.text) for way in view.ways])
        for part in (self.ways, self.way_title):
            show_when(part, bool(view.ways))
        show_when(self.way_words, not view.ways)

    def _close(self) -> None:
        self.verdicts.lock()
        self.ways.lock()
        for editor in (self.motivation, self.way_words):
            editor.set_closed()

    def _lay_out(self, others: QWidget) -> None:
        for part in (self.against, self.verdicts, self.motivation, self.way_title, self.ways, self.way_words):
            self.answer.add(part)
        self.answer.body.addStretch(1)
        column_of(others, self.panel_card, self.readings)
        self.columns.add_column(self.certificate, _CERTIFICATE)
        self.columns.add_column(self.answer, _ANSWER)
        self.columns.add_column(others, _OTHERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)


def question_line(picture: CertificatePicture) -> str:
    """Say what the material is held against."""
    if picture.day is None:
        return translate("Panel", "Läs intyget mot arbetet: {work}.").format(work=picture.work_title.lower())
    words = translate("Panel", "Läs intyget mot arbetet: {work}, dag {day}. ”Beror på” är också ett helt svar.")
    return words.format(work=picture.work_title.lower(), day=picture.day)
