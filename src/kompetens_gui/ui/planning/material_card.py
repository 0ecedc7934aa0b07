"""What goes out on paper or by mail, and what the session is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label, rule

translate = QCoreApplication.translate


class Paper(StrEnum):
    """The papers of a plan."""

    INVITATION = "invitation"
    HANDOUT = "handout"
    MARKING_SHEET = "marking_sheet"
    ATTENDANCE_LIST = "attendance_list"
    PRINTS = "prints"


@dataclass(frozen=True)
class PaperWords:
    """What a paper is called, the file it becomes, and its icon."""

    title: str
    file: str
    suffix: str
    icon: str


def papers() -> Mapping[Paper, PaperWords]:
    return {
        Paper.INVITATION: PaperWords(
            translate("Planning", "Kalenderinbjudan"), translate("Planning", "Inbjudan"), ".ics", "calendar-plus"
        ),
        Paper.HANDOUT: PaperWords(
            translate("Planning", "Fallen utan facit"), translate("Planning", "Fall"), ".pdf", "file-text"
        ),
        Paper.MARKING_SHEET: PaperWords(
            translate("Planning", "Markeringsblad"), translate("Planning", "Markeringsblad"), ".pdf", "printer"
        ),
        Paper.ATTENDANCE_LIST: PaperWords(
            translate("Planning", "Närvarolista"), translate("Planning", "Närvarolista"), ".pdf", "list-bullets"
        ),
        Paper.PRINTS: PaperWords(
            translate("Planning", "Alla utskrifter"), translate("Planning", "Utskrifter"), ".pdf", "printer"
        ),
    }


def paper_state(paper: Paper, view: PlanView) -> tuple[str, bool]:
    """Say what a paper will hold, or what it waits for; the second tells whether it can be made."""
    if paper == Paper.INVITATION:
        dated = view.plan.starts_at is not None
        return (
            translate("Planning", "Fil att bifoga i mejl") if dated else translate("Planning", "Välj datum först"),
            dated,
        )
    if paper == Paper.ATTENDANCE_LIST:
        count = len(view.plan.participants)
        named = translate("Planning", "PDF med rad för underskrift")
        return (named if count else translate("Planning", "PDF med tomma rader"), True)
    if paper == Paper.PRINTS:
        planned = bool(view.plan.agenda)
        asked = translate("Planning", "Rollkort, blad och underlag i en PDF")
        return (asked if planned else translate("Planning", "Lägg till moment först"), planned)
    count = len(view.plan.chosen_cases)
    if not count:
        return translate("Planning", "Välj fall först"), False
    return (
        translate("Planning", "PDF, ett fall")
        if count == 1
        else translate("Planning", "PDF, {n} fall").format(n=count),
        True,
    )


class MaterialCard(Card):
    """Signals: `save_wanted(Paper)`, `areas_wanted()`."""

    save_wanted = Signal(str)
    areas_wanted = Signal()

    def __init__(self, area_titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Material"), dense=True, parent=parent)
        self._titles = area_titles
        self.body.setContentsMargins(20, 20, 20, 20)
        self.body.setSpacing(12)
        self.buttons: dict[Paper, Button] = {}
        self._states: dict[Paper, Label] = {}
        for paper, says in papers().items():
            self.add(self._row(paper, says))
        self.add(rule())
        head = QHBoxLayout()
        head.addWidget(Heading(self.tr("Mål för träffen"), "h3"), 1)
        self.choose_areas = Button(self.tr("Välj"), "link", "sm")
        self.choose_areas.setAccessibleName(self.tr("Välj kompetensområden"))
        self.choose_areas.clicked.connect(self.areas_wanted)
        head.addWidget(self.choose_areas)
        self.body.addLayout(head)
        self._goals = QVBoxLayout()
        self._goals.setSpacing(8)
        self.body.addLayout(self._goals)
        self._areas: tuple[str, ...] | None = None

    def show_view(self, view: PlanView) -> None:
        for paper, button in self.buttons.items():
            text, possible = paper_state(paper, view)
            self._states[paper].setText(text)
            button.setEnabled(possible)
        self.choose_areas.setVisible(not view.locked)
        if view.plan.competence_areas != self._areas:
            self._areas = view.plan.competence_areas
            self._show_goals(self._areas)

    def _row(self, paper: Paper, says: PaperWords) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._states[paper] = Label("", "meta", "faint", wrap=True)
        texts.addWidget(Label(says.title, "dense", wrap=True))
        texts.addWidget(self._states[paper])
        # All papers are asked about further before they are made.
        several = paper == Paper.PRINTS
        button = Button(self.tr("Välj") if several else self.tr("Spara"), "link", "sm")
        name = self.tr("Välj {paper}") if several else self.tr("Spara {paper}")
        button.setAccessibleName(name.format(paper=says.title.lower()))
        button.clicked.connect(partial(self._save, paper))
        self.buttons[paper] = button
        row.addWidget(Icon(says.icon, 20))
        row.addLayout(texts, 1)
        row.addWidget(button)
        return holder

    def _save(self, paper: Paper, _checked: bool = False) -> None:
        self.save_wanted.emit(paper.value)

    def _show_goals(self, areas: tuple[str, ...]) -> None:
        while (item := self._goals.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not areas:
            self._goals.addWidget(Label(self.tr("Inga kompetensområden valda."), "small", "muted", wrap=True))
        for area in areas:
            self._goals.addWidget(_goal(self._titles.get(area, area)))


def _goal(text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon("check", 20, "accent"))
    row.addWidget(Label(text, "small", wrap=True), 1)
    return holder
