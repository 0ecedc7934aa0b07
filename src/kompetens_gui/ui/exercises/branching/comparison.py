"""Two lives side by side: where they part, day by day, the tracks over time, what came late, and both ends."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.branching_lives import Comparison
from kompetens_gui.domain.exercises.branching import LivingView, side_by_side
from kompetens_gui.domain.study.branching_case import BranchingCase, Track
from kompetens_gui.ui.widgets.branching_words import TRACK_ICONS, track_name
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.life_parts import DayTable, EndCard
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.track_chart import TrackChart

CHART_WIDTH, END_WIDTH, PICK_WIDTH = 300, 340, 280


class ComparisonPage(QWidget):
    """Shows two of the lives that have been lived."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: BranchingCase | None = None
        self._view: LivingView | None = None
        self.first, self.second = choice_box(self), choice_box(self)
        self.parting = Label("", "body", wrap=True, parent=self)
        self.charts = {track: TrackChart(track, self) for track in Track}
        self.ends = (EndCard(self), EndCard(self))
        self.days = DayTable(self)
        self.first.activated.connect(self._pick)
        self.second.activated.connect(self._pick)
        self._lay_out()

    def show_lives(self, case: BranchingCase, view: LivingView) -> None:
        """Show the two latest lives, or the two that were picked when no life has come since."""
        lived = self._view.lives if self._view is not None else ()
        self._case, self._view = case, view
        if not view.can_compare:
            return
        if view.lives != lived:
            self._name_lives(case, view)
        self._fill()

    @property
    def lives(self) -> Comparison | None:
        """What is compared now."""
        if self._case is None or self._view is None or not self._view.can_compare:
            return None
        return side_by_side(self._case, self._view, self.first.currentIndex(), self.second.currentIndex())

    @Slot()
    def _pick(self) -> None:
        self._fill()

    def _name_lives(self, case: BranchingCase, view: LivingView) -> None:
        names = []
        for number, _ in enumerate(view.lives):
            end = side_by_side(case, view, number, number).a.end
            title = end.title if end is not None else ""
            names.append(self.tr("Liv {number}: {title}").format(number=number + 1, title=title))
        for box, at in ((self.first, len(names) - 2), (self.second, len(names) - 1)):
            box.clear()
            box.addItems(names)
            box.setCurrentIndex(at)

    def _fill(self) -> None:
        lives = self.lives
        if lives is None:
            return
        numbers = (self.first.currentIndex() + 1, self.second.currentIndex() + 1)
        names = tuple(self.tr("Liv {number}").format(number=number) for number in numbers)
        pair = (names[0], names[1])
        self.parting.setText(self._parting_words(lives))
        for chart in self.charts.values():
            chart.show_lives(lives, pair)
        for card, life, name in zip(self.ends, (lives.a, lives.b), pair, strict=True):
            card.show_life(name, life)
        if self._case is not None:
            self.days.show_lives(self._case, lives, pair)

    def _parting_words(self, lives: Comparison) -> str:
        if lives.parting is None:
            return self.tr("Det är samma väg. Välj två olika liv.")
        words = self.tr("Vägarna skiljs dag {day}, vid den prickade linjen.").format(day=lives.parting.day)
        if lives.a.end is not None and lives.a.end == lives.b.end:
            return words + " " + self.tr("Slutet är detsamma, men inte vägen dit.")
        return words

    def _lay_out(self) -> None:
        top = Card(self.tr("Två liv sida vid sida"), parent=self)
        picks = ResponsiveColumns(parent=top)
        picks.add_column(Field(self.tr("&Ett liv"), self.first, parent=picks), PICK_WIDTH)
        picks.add_column(Field(self.tr("Och ett &annat"), self.second, parent=picks), PICK_WIDTH)
        top.add(picks)
        top.add(self.parting)
        charts = ResponsiveColumns(parent=top)
        for track, chart in self.charts.items():
            charts.add_column(_titled(track, chart, charts), CHART_WIDTH)
        top.add(charts)
        ends = ResponsiveColumns(parent=self)
        for card in self.ends:
            ends.add_column(card, END_WIDTH)
        days = Card(self.tr("Dag för dag"), parent=self)
        days.add(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        for part in (top, ends, days):
            column.addWidget(part)
        column.addStretch(1)


def _titled(track: Track, chart: TrackChart, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Icon(TRACK_ICONS[track], 20, "text_2", parent=holder))
    head.addWidget(Label(track_name(track), "body-strong", parent=holder), 1)
    column.addLayout(head)
    column.addWidget(chart)
    return holder
