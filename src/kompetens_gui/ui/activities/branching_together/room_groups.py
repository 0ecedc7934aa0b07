"""The groups' own ways in the room: how far each has come while they are apart, and all of it when they have met."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.branching_together.room import BranchingRoom, GroupWay
from kompetens_gui.domain.study.branching_case import HIGHEST, Track
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.branching_words import day_name, end_name, track_name
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when

_PER_ROW = 3


class GroupCard(QFrame):
    """One group's way."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.name = Label("", "h2", "accent", wrap=True, parent=self)
        self.where = Label("", "small", "muted", wrap=True, parent=self)
        self.steps = FittedText("small", "meta", parent=self)
        column = QVBoxLayout(self)
        column.addWidget(self.name)
        column.addWidget(self.where)
        column.addWidget(self.steps, 1)
        surface.scale_layout(column, (28, 20, 28, 20), 8)

    def show_way(self, way: GroupWay) -> None:
        self.name.setText(way.name)
        self.where.setText(self._where(way))
        lines = [f"{day_name(step.day)}: {step.choice}" for step in way.steps]
        if way.tracks is not None:
            tracks = ", ".join(f"{track_name(t).lower()} {way.tracks.of(t)}" for t in Track)
            lines.append(self.tr("Läget av {most}: {tracks}").format(most=HIGHEST, tracks=tracks))
        self.steps.set_text("\n\n".join(lines))

    def _where(self, way: GroupWay) -> str:
        if way.end is not None:
            return f"{day_name(way.day)}. {end_name(way.end)}: {way.title}"
        if way.has_ended:
            return self.tr("{day}. Framme").format(day=day_name(way.day))
        return day_name(way.day)


class GroupsSide(QWidget):
    """Shows the groups of a `BranchingRoom`."""

    def __init__(self, surface: RoomSurface) -> None:
        super().__init__(surface)
        self._surface = surface
        self.title = Label("", "h1", wrap=True, parent=self)
        self.question = Label("", "h3", "muted", wrap=True, parent=self)
        self.cards: list[GroupCard] = []
        self.grid = QGridLayout()
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.question)
        column.addLayout(self.grid, 1)
        surface.scale_layout(column, (0, 0, 0, 0), 20)
        surface.scale_layout(self.grid, (0, 0, 0, 0), 32)

    def show_view(self, view: BranchingRoom) -> None:
        self.title.setText(
            self.tr("Grupperna går egna vägar") if view.apart else self.tr("Så gick grupperna, från samma dag")
        )
        self.question.setText(
            self.tr("Från dag {day}: {question}").format(day=view.story.day, question=view.story.question)
        )
        show_when(self.question, bool(view.story.question))
        while len(self.cards) < len(view.groups):
            card, place = GroupCard(self._surface, self), len(self.cards)
            self.grid.addWidget(card, place // _PER_ROW, place % _PER_ROW)
            self.cards.append(card)
        for place, card in enumerate(self.cards):
            show_when(card, place < len(view.groups))
            if place < len(view.groups):
                card.show_way(view.groups[place])
