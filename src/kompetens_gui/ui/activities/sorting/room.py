"""The situation, and the places with what was counted for each before and after the talk."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.sorting import BinInRoom, ReasonInRoom
from kompetens_gui.domain.activities.sorting import SortingRoom as SortingView
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Label


class BinCard(QFrame):
    """One place: its name, counts, groups, and what speaks for it when that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.title = Label("", "h2", wrap=True)
        self.count = Label("", "h1", "accent")
        self.groups = Label("", "small", wrap=True)
        self.reason = FittedText("body", "meta")
        self.column = QVBoxLayout(self)
        for part in (self.title, self.count, self.groups):
            self.column.addWidget(part)
        self.column.addWidget(self.reason, 1)

    def show_bin(self, found: BinInRoom, reason: ReasonInRoom | None, *, later: bool) -> None:
        self.title.setText(found.title)
        counted = self.tr("{first} före, {second} efter").format(first=found.first, second=found.second)
        self.count.setText(counted if later else (str(found.first) if found.first else ""))
        self.count.setVisible(bool(found.first or found.second))
        self.groups.setText(", ".join(found.groups))
        self.groups.setVisible(bool(found.groups))
        words = self.tr("Rimligt. {why}") if reason and reason.reasonable else self.tr("Mindre rimligt. {why}")
        self.reason.set_text(words.format(why=reason.text) if reason else "")


class SortingRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Label("", "small", "muted", wrap=True)
        self.situation = FittedText("display", "h3", largest=1.3)
        self.row = QHBoxLayout()
        self.bins: list[BinCard] = []
        self.body.addWidget(self.place)
        self.body.addWidget(self.situation, 3)
        self.body.addLayout(self.row, 4)
        self.scale_layout(self.row, (0, 0, 0, 0), 24)

    def show_view(self, view: SortingView | None) -> None:
        if view is None:
            return
        self.place.setText(
            self.tr("{question} Situation {number} av {count}").format(
                question=view.question, number=view.number, count=view.situations
            )
        )
        self.situation.set_text(view.situation)
        while len(self.bins) < len(view.bins):
            card = BinCard(self)
            self.bins.append(card)
            self.row.addWidget(card, 1)
            self.scale_layout(card.column, (28, 24, 28, 24), 12)
        reasons = {reason.title: reason for reason in view.reasons}
        for index, card in enumerate(self.bins):
            card.setVisible(index < len(view.bins))
            if index < len(view.bins):
                found = view.bins[index]
                card.show_bin(found, reasons.get(found.title), later=view.round is Round.SECOND)
