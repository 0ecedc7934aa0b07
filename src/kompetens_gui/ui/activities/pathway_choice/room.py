"""The forum on the wall: one thing at a time, and always that nothing is decided here."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.pathway_choice.events import ForumShows
from kompetens_gui.domain.activities.pathway_choice.room import ForumRoom, WayInRoom
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface, flowing
from kompetens_gui.ui.activities.pathway_choice.words import guard_words, seat_word, step_word
from kompetens_gui.ui.widgets.labels import Label

_BULLET = "•\N{NO-BREAK SPACE}"


class WayCard(QFrame):
    """A way with its hands, and what is said for and against it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.title = Label("", "h3", wrap=True)
        self.hands = Label("", "small-strong", "accent")
        self.text = FittedText("h2", "meta", largest=1.15)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.title)
        self.column.addWidget(self.hands)
        self.column.addWidget(self.text, 1)

    def show_list(self, title: str, lines: tuple[str, ...]) -> None:
        self.title.setText(title)
        self.hands.hide()
        self.text.set_text("\n\n".join(_BULLET + text for text in lines))

    def show_way(self, way: WayInRoom, *, later: bool) -> None:
        self.title.setText(way.title)
        both = self.tr("Händer: {first} före, {second} efter")
        words = both if later else self.tr("Händer: {first}")
        counted = bool(way.first or way.second)
        self.hands.setText(words.format(first=way.first, second=way.second) if counted else "")
        self.hands.setVisible(counted)
        self.text.set_text("\n\n".join(self._lines(way)))

    def _lines(self, way: WayInRoom) -> list[str]:
        lines = [
            *(f"+ {text}" for text in (*way.said_for, *way.arguments_for)),
            *(f"– {text}" for text in (*way.said_against, *way.arguments_against)),
        ]
        if way.who_decides:
            lines += [self.tr("Behövs: {text}").format(text=text) for text in way.needs]
            lines.append(self.tr("Bestämmer: {who}").format(who=way.who_decides))
            lines.append(self.tr("Medicinskt: {text}").format(text=way.medical))
            lines.append(self.tr("Socialt: {text}").format(text=way.social))
            lines.append(self.tr("Ekonomiskt: {text}").format(text=way.economic))
        return lines or [flowing(way.text)]


class PathwayChoiceRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = Label("", "small", "muted", wrap=True)
        self.heading = Label("", "h1", wrap=True)
        self.text = FittedText("display", "meta", largest=1.2)
        self.ways = QWidget(self)
        self.ways_row = QHBoxLayout(self.ways)
        self.cards: list[WayCard] = []
        self.body.addWidget(self.order)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.ways, 1)
        self.body.addWidget(Label(guard_words(), "small-strong", "accent", wrap=True))
        self.scale_layout(self.ways_row, (0, 0, 0, 0), 24)

    def show_view(self, view: ForumRoom | None) -> None:
        if view is None:
            return
        self.order.setText(view.order)
        self.heading.setText(view.part.heading if view.part else step_word(view.shows))
        in_cards = view.shows in (ForumShows.OPTIONS, ForumShows.DEFENDED, ForumShows.TODAY)
        self.text.setVisible(not in_cards)
        self.ways.setVisible(in_cards)
        self.text.set_text("" if in_cards else self._words(view))
        if view.shows is ForumShows.TODAY:
            self._make_cards(2)
            self.cards[0].show_list(self.tr("Går att ta ställning till"), view.decidable)
            self.cards[1].show_list(self.tr("Det saknas"), view.missing)
        elif in_cards:
            self._make_cards(len(view.ways))
            for card, way in zip(self.cards, view.ways, strict=False):
                card.show_way(way, later=view.round is Round.SECOND)

    def _words(self, view: ForumRoom) -> str:
        match view.shows:
            case ForumShows.BRIEF:
                return flowing(view.part.text) if view.part else ""
            case ForumShows.VOICE:
                return f"”{flowing(view.voice)}”"
            case ForumShows.SEATS:
                return "\n\n".join(f"{seat_word(seat.id)}: {flowing(seat.task)}" for seat in view.seats)
            case ForumShows.LEARNING:
                return "\n\n".join(_BULLET + text for text in view.learning)
            case _:
                return "\n\n".join(_BULLET + text for text in view.debrief)

    def _make_cards(self, wanted: int) -> None:
        while len(self.cards) < wanted:
            card = WayCard(self)
            self.cards.append(card)
            self.ways_row.addWidget(card, 1)
            self.scale_layout(card.column, (28, 24, 28, 24), 12)
        for index, card in enumerate(self.cards):
            card.setVisible(index < wanted)
