"""The story, a section with its text and what it is held against, and the leaflet large, to be read aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.leaflet_together.events import LeafletStep
from kompetens_gui.domain.activities.leaflet_together.room import LeafletRoom, PageInRoom, SectionInRoom
from kompetens_gui.domain.activities.leaflet_together.rules import gentle_words
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.leaflet_together.words import (
    heading_word,
    leave_words,
    not_written,
    page_words,
    reader_words,
)
from kompetens_gui.ui.activities.paper_card import PaperCard
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Label

_BULLET = "•\N{NO-BREAK SPACE}"
_READ_LARGEST = 1.5
_LONG = 300


class LeafletTogetherRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label("", "h1", wrap=True, parent=self)
        self.place = Label("", "small", "muted", parent=self)
        self.prompt = Label("", "body", "muted", wrap=True, parent=self)
        self.story = FittedText("h1", "body", parent=self)
        self.own, self.advice = PaperCard("body", self), PaperCard("body", self)
        self.points, self.model = PaperCard("body", self), PaperCard("body", self)
        self.reading = FittedText("h1", "body", largest=_READ_LARGEST, parent=self)
        self.row = QHBoxLayout()
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    def show_view(self, view: LeafletRoom | None) -> None:
        if view is None:
            return
        section, page = view.section, view.page
        shown = section or page
        self.heading.setText(heading_word(view.step, shown.heading if shown else ""))
        self.place.setText(self.tr("Bipacksedel. Steg {at} av {count}").format(at=view.at + 1, count=view.count))
        leave = self.tr("Sjukskrivning: {leave}").format(leave=leave_words(view.degree, view.weeks))
        self.prompt.setText(section.prompt if section else _who_reads(page) if page else leave)
        self.story.setVisible(view.step is LeafletStep.STORY)
        self.story.set_text("\n\n".join(filter(None, (view.story, view.warning))))
        self.reading.setVisible(page is not None)
        self.reading.set_text((page.text or not_written()) if page else "")
        self._show_section(section)

    def _show_section(self, section: SectionInRoom | None) -> None:
        if section is None:
            for card in (self.own, self.advice, self.points, self.model):
                card.show_paper("", "")
            return
        who = self.tr("{group} skriver").format(group=section.group) if section.group else self.tr("Så skriver vi")
        self.own.show_paper(who, _in_paragraphs(section.text) or self.tr("Hur säger vi det här till personen?"))
        self.advice.show_paper(self.tr("Ord att byta"), "\n\n".join(map(gentle_words, section.avoid)))
        said = {True: self.tr("Ja. {point}"), False: self.tr("Inte än. {point}"), None: _BULLET + "{point}"}
        again = self.tr("Se igen, texten är omskriven. {point}")
        points = ((again if point.again else said[point.met]).format(point=point.text) for point in section.points)
        self.points.show_paper(self.tr("Håll texten mot det här"), "\n\n".join(points))
        self.model.show_paper(self.tr("Ett förslag. Ert sätt kan vara lika bra."), section.model)
        # A column whose parts are hidden would take its share of the width all the same.
        beside = bool(section.points or section.model)
        long = len(section.text) > _LONG
        self.row.setStretch(0, 3 if long else 2)
        self.row.setStretch(1, 2 if beside else 0)
        # A long text gets all the room that the advice can do without.
        self.left.setStretch(0, 4 if long else 3)
        self.left.setStretch(1, 1 if long and len(section.avoid) == 1 else 2)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.place)
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
        self.body.addWidget(self.reading, 1)
        for layout in (self.row, self.left, self.right):
            self.scale_layout(layout, (0, 0, 0, 0), 24)
        for card in (self.own, self.advice, self.points, self.model):
            self.scale_layout(card.column, (28, 20, 28, 20), 8)


def _who_reads(page: PageInRoom) -> str:
    return " ".join(filter(None, (reader_words(page.group), page_words(page.number, page.count))))


def _in_paragraphs(text: str) -> str:
    """Let each line be a paragraph: what was written under one another is shown so."""
    return "\n\n".join(filter(None, (line.strip() for line in text.splitlines())))
