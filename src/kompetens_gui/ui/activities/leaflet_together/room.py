"""The story, a section with its text and what it is held against, and the whole leaflet to read aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.leaflet_together.events import LeafletStep
from kompetens_gui.domain.activities.leaflet_together.room import LeafletRoom, PartOfWhole, SectionInRoom
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.leaflet_together.words import heading_word, leave_words
from kompetens_gui.ui.activities.paper_card import PaperCard
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Label

_BULLET = "•\N{NO-BREAK SPACE}"
_COLUMNS = 3


class LeafletTogetherRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label("", "h1", wrap=True, parent=self)
        self.place = Label("", "small", "muted", parent=self)
        self.prompt = Label("", "body", "muted", wrap=True, parent=self)
        self.story = FittedText("h1", "body", parent=self)
        self.own, self.advice = PaperCard("h2", self), PaperCard("body", self)
        self.points, self.model = PaperCard("body", self), PaperCard("body", self)
        self.parts: list[PaperCard] = []
        self.grid, self.row = QGridLayout(), QHBoxLayout()
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def show_view(self, view: LeafletRoom | None) -> None:
        if view is None:
            return
        section = view.section
        self.heading.setText(section.heading if section else heading_word(view.step))
        self.place.setText(self.tr("Bipacksedel. Steg {at} av {count}").format(at=view.at + 1, count=view.count))
        leave = self.tr("Sjukskrivning: {leave}").format(leave=leave_words(view.degree, view.weeks))
        self.prompt.setText(section.prompt if section else leave)
        self.story.setVisible(view.step is LeafletStep.STORY)
        self.story.set_text("\n\n".join(filter(None, (view.story, view.warning))))
        self._show_section(section)
        self._show_whole(view.whole)

    def _show_section(self, section: SectionInRoom | None) -> None:
        if section is None:
            for card in (self.own, self.advice, self.points, self.model):
                card.show_paper("", "")
            return
        who = self.tr("{group} skriver").format(group=section.group) if section.group else self.tr("Så skriver vi")
        self.own.show_paper(who, section.text or self.tr("Hur säger vi det här till personen?"))
        words = self.tr("”{words}” kan låta som en pekpinne. {advice}")
        told = (words.format(words=found.words, advice=found.advice) for found in section.avoid)
        self.advice.show_paper(self.tr("Ord att byta"), "\n\n".join(told))
        said = {True: self.tr("Ja. {point}"), False: self.tr("Inte än. {point}"), None: _BULLET + "{point}"}
        points = (said[point.met].format(point=point.text) for point in section.points)
        self.points.show_paper(self.tr("Håll texten mot det här"), "\n\n".join(points))
        self.model.show_paper(self.tr("Ett förslag. Ert sätt kan vara lika bra."), section.model)
        # A column whose parts are hidden would take its share of the width all the same.
        self.row.setStretch(1, 1 if section.points or section.model else 0)

    def _show_whole(self, parts: tuple[PartOfWhole, ...]) -> None:
        while len(self.parts) < len(parts):
            card = PaperCard("body", self)
            at = len(self.parts)
            self.parts.append(card)
            self.grid.addWidget(card, at // _COLUMNS, at % _COLUMNS)
            self.scale_layout(card.column, (24, 16, 24, 16), 8)
        for number, card in enumerate(self.parts):
            found = parts[number] if number < len(parts) else None
            waiting = self.tr("Den här delen är inte skriven än.")
            card.show_paper(found.heading if found else "", (found.text or waiting) if found else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.place)
        for column in range(_COLUMNS):
            self.grid.setColumnStretch(column, 1)
        self.left.addWidget(self.own, 3)
        self.left.addWidget(self.advice, 2)
        self.right.addWidget(self.points, 1)
        self.right.addWidget(self.model, 1)
        self.row.addLayout(self.left, 1)
        self.row.addLayout(self.right, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.prompt)
        self.body.addWidget(self.story, 1)
        self.body.addLayout(self.row, 1)
        self.body.addLayout(self.grid, 1)
        for layout in (self.grid, self.row, self.left, self.right):
            self.scale_layout(layout, (0, 0, 0, 0), 24)
        for card in (self.own, self.advice, self.points, self.model):
            self.scale_layout(card.column, (28, 20, 28, 20), 8)
