"""One section of the leaflet at a time: what to write, the own words, then the guide to that section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.leaflet import LONGEST_SECTION, LeafletView, SectionView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.leaflet.section_list import SectionList
from kompetens_gui.ui.exercises.parts.columns import column_of
from kompetens_gui.ui.exercises.parts.guide_card import GuideCard
from kompetens_gui.ui.exercises.parts.model_card import ModelCard
from kompetens_gui.ui.exercises.parts.own_text_editor import OwnTextEditor
from kompetens_gui.ui.exercises.parts.versions_card import VersionsCard
from kompetens_gui.ui.exercises.parts.writing import Writing
from kompetens_gui.ui.exercises.scrolling import bring_into_view
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.gentle_words import GentleWords
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.progress import NO_BREAK
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.tags import Tag

_SECTIONS, _MAIN, _SIDE = 280, 400, 300


class LeafletPanel(ExercisePanel):
    """Goes from section to section; what has been written in one is kept when another is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: LeafletView | None = None
        self._leaflet: Leaflet | None = None
        self._section = ""
        self.columns = ResponsiveColumns(parent=self)
        left, side = QWidget(self.columns), QWidget(self.columns)
        self.story_card = Card(self.tr("Personen"), parent=left)
        self.story_card.body.setSpacing(12)
        self.facts = FlowRow(8, self.story_card)
        self.degree, self.weeks = Tag("", "accent", icon_name="", parent=self.facts), Tag("", parent=self.facts)
        self.story = Label("", "small", "muted", wrap=True, parent=self.story_card)
        self.parts_card = Card(self.tr("Bipacksedelns delar"), parent=left)
        self.sections = SectionList(self.tr("Bipacksedelns delar"), self.parts_card)
        self.main = Card(parent=self.columns)
        self.heading = Heading("", "h2", parent=self.main)
        self.prompt = Label("", "body", "muted", wrap=True, parent=self.main)
        self.editor = OwnTextEditor(self.tr("&Din text"), LONGEST_SECTION, lines=7, parent=self.main)
        self.gentle = GentleWords(self.main)
        self.model = ModelCard(self.tr("Ett sätt att skriva det"), self.main)
        waiting = self.tr("Skriv din text till delen först. Sedan får du punkter att hålla den mot, och ett förslag.")
        self.guide = GuideCard(self.tr("Håller texten?"), waiting, side)
        self.versions = VersionsCard(side)
        self.writing = Writing(self.editor, self.guide, self.versions, self)
        self._lay_out(left, side)
        self.sections.chosen.connect(self._go_to)
        self.writing.proposed.connect(self.proposed)
        self.writing.round_wanted.connect(self.round_wanted)
        self.writing.changed.connect(self._typed)

    def show_attempt(self, attempt: Attempt) -> None:
        view: LeafletView = attempt.view
        if self._view is None:
            self._leaflet = attempt.started.content
            self._show_story(view)
            self._section = next((s.id.value for s in view.sections if not s.is_done), view.sections[0].id.value)
        self._view = view
        self._show_section()

    def commit_pending(self) -> None:
        self.editor.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        return self.writing.parts_for_later()

    def primary(self) -> PrimaryAction | None:
        section = self._current()
        if self._view is None or section is None or self._view.is_done:
            return None
        write = self.writing.primary()
        return write or PrimaryAction(self.tr("Nästa del"), self._go_on, section.is_done)

    def progress(self) -> tuple[int, int] | None:
        if self._view is None:
            return None
        ids = [s.id.value for s in self._view.sections]
        return ids.index(self._section) + 1, len(ids)

    def first_focus(self) -> QWidget | None:
        return self.editor.text

    def _show_story(self, view: LeafletView) -> None:
        self.story.setText(" ".join(view.story.split()))
        self.degree.set_status(f"{view.degree}{NO_BREAK}%", "accent", "")
        weeks = self.tr("1 vecka") if view.weeks == 1 else self.tr("{weeks} veckor").format(weeks=view.weeks)
        self.weeks.set_status(weeks, "neutral")

    def _show_section(self) -> None:
        section = self._current()
        if section is None or self._view is None:
            return
        self.sections.show_sections(self._view.sections, self._section)
        self.heading.setText(section.heading)
        self.prompt.setText(section.prompt)
        self.writing.show_own(section.own, section.earlier, section.points, section.id.value)
        self.model.show_model(" ".join(section.model.split()))
        self._typed()

    def _current(self) -> SectionView | None:
        if self._view is None:
            return None
        return next((s for s in self._view.sections if s.id.value == self._section), None)

    def _go_on(self) -> None:
        """Go to the next section that is not done, after this one if there is any there."""
        if self._view is None:
            return
        ids = [s.id.value for s in self._view.sections]
        at = ids.index(self._section)
        open_ = {s.id.value for s in self._view.sections if not s.is_done}
        following = next((i for i in (*ids[at + 1 :], *ids[:at]) if i in open_), None)
        if following is not None:
            self._go_to(following)
            bring_into_view(self.main)
            self.editor.setFocus()

    @Slot(str)
    def _go_to(self, section: str) -> None:
        self.editor.commit()
        self._section = section
        self._show_section()

    @Slot()
    def _typed(self) -> None:
        if self._leaflet is not None:
            self.gentle.show_found(self._leaflet.to_avoid_in(self.editor.plain()), self.editor.text)
        self.primary_changed.emit()

    def _lay_out(self, left: QWidget, side: QWidget) -> None:
        self.facts.add(self.degree)
        self.facts.add(self.weeks)
        self.story_card.add(self.facts)
        self.story_card.add(self.story)
        self.parts_card.add(self.sections)
        for part in (self.heading, self.prompt, self.editor, self.gentle, self.model):
            self.main.add(part)
        self.main.body.addStretch(1)
        column_of(left, self.story_card, self.parts_card)
        column_of(side, self.guide, self.versions)
        self.columns.add_column(left, _SECTIONS, 0)
        self.columns.add_column(self.main, _MAIN)
        self.columns.add_column(side, _SIDE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
