"""The question with its finger; after the reveal both versions, the room's own difference, and what to think about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.gender_hand.events import HandStep
from kompetens_gui.domain.activities.gender_hand.room import Difference, HandRoom, VersionInRoom
from kompetens_gui.domain.activities.gender_hand.rules import caution
from kompetens_gui.domain.study.twin_words import finger_name, source_words
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.gender_hand.pair_bar import PairBar
from kompetens_gui.ui.activities.gender_hand.words import heading_word
from kompetens_gui.ui.activities.paper_card import PaperCard
from kompetens_gui.ui.activities.parts import RoomSurface, flowing
from kompetens_gui.ui.widgets.hand import Hand
from kompetens_gui.ui.widgets.labels import Label

_HAND = 260
_BULLET = "•\N{NO-BREAK SPACE}"


class DifferenceCard(QFrame):
    """A question with a row for each answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.question = Label("", "body-strong", wrap=True, parent=self)
        self.rows = QGridLayout()
        self.rows.setColumnStretch(0, 1)
        self.rows.setColumnStretch(1, 1)
        self.answers: list[tuple[FittedText, PairBar]] = []
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.question)
        self.column.addLayout(self.rows, 1)

    def show_difference(self, found: Difference, versions: tuple[VersionInRoom, ...]) -> None:
        self.question.setText(found.text)
        names = tuple(version.name for version in versions)
        while len(self.answers) < len(found.answers):
            pair = FittedText("body", "meta", parent=self), PairBar(parent=self)
            self.answers.append(pair)
            for column, part in enumerate(pair):
                self.rows.addWidget(part, len(self.answers), column)
        for number, (text, bar) in enumerate(self.answers):
            there = number < len(found.answers)
            text.setVisible(there)
            bar.setVisible(there)
            if there:
                answer = found.answers[number]
                text.set_text(answer.text)
                bar.show_counts(answer.counts, found.totals, names)


class GenderHandRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label("", "h1", wrap=True, parent=self)
        self.place = Label("", "small", "muted", parent=self)
        self.legend = Label("", "small-strong", wrap=True, parent=self)
        self.large = FittedText("display", "body", largest=1.1, parent=self)
        self.hand = Hand(self, width=_HAND)
        self.left, self.right = PaperCard("body", self), PaperCard("body", self)
        self.difference = DifferenceCard(self)
        self.caution = Label(caution(), "small", "muted", wrap=True, parent=self)
        self.row = QHBoxLayout()
        self._lay_out()

    def show_view(self, view: HandRoom | None) -> None:
        if view is None:
            return
        place = self.tr("Steg {at} av {count}").format(at=view.at + 1, count=view.count)
        if view.step is HandStep.QUESTION:
            place = self.tr("{answered} svar. {place}").format(answered=view.answered, place=place)
        self.place.setText(place)
        by_finger = view.step in (HandStep.QUESTION, HandStep.DIFFERENCE)
        self.heading.setText(self._finger(view) if by_finger else heading_word(view.step))
        comparing = view.difference is not None
        self.hand.setVisible(by_finger)
        self.hand.show_fingers(view.finger, ())
        self.caution.setVisible(comparing)
        self.legend.setText(self._legend(view) if comparing else "")
        self.legend.setVisible(comparing)
        self.large.set_text(self._large(view))
        self.large.setVisible(bool(self.large.text()))
        self._show_papers(view)
        self.difference.setVisible(view.difference is not None)
        if view.difference is not None:
            self.difference.show_difference(view.difference, view.versions)

    def _finger(self, view: HandRoom) -> str:
        return f"{view.finger}. {finger_name(view.finger)}"

    def _legend(self, view: HandRoom) -> str:
        first, second = view.versions[:2]
        words = self.tr("A är {first}, {first_age}. B är {second}, {second_age}. Tänk tvärtom: {turned}")
        turned = self.tr("Hade ni svarat likadant om {first} hade varit {second}?")
        return words.format(
            first=first.name,
            first_age=first.age,
            second=second.name,
            second_age=second.age,
            turned=turned.format(first=first.name, second=second.name),
        )

    def _large(self, view: HandRoom) -> str:
        match view.step:
            case HandStep.READING:
                read = self.tr("Läs texten på ditt papper. Svara sedan för dig själv, utan att jämföra med andra.")
                return f"{read}\n\n{view.warning}"
            case HandStep.QUESTION if view.asked is not None:
                return "\n\n".join((view.asked.text, *(_BULLET + option for option in view.asked.options)))
            case HandStep.FACTS if view.facts:
                return "\n\n".join(f"{flowing(fact.text)} {source_words(fact.source)}" for fact in view.facts)
            case HandStep.FACTS:
                return self.tr("Vad tror ni att man har sett i andra rum?")
            case _ if not view.versions:
                return self.tr("Alla har svarat. Nu ska ni få veta något om texten.")
            case _:
                return ""

    def _show_papers(self, view: HandRoom) -> None:
        if view.step is HandStep.VERSIONS and view.versions:
            for card, version, letter in zip((self.left, self.right), view.versions, "AB", strict=False):
                card.show_paper(f"{letter}. {version.name}, {version.age}", version.text)
            return
        self.left.show_paper("", "\n\n".join(_BULLET + question for question in view.reflection))
        self.right.show_paper(self.tr("Det tänker vi"), "\n\n".join(view.thoughts))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.place)
        self.row.addWidget(self.hand, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.large, 1)
        self.row.addWidget(self.left, 1)
        self.row.addWidget(self.right, 1)
        self.row.addWidget(self.difference, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.legend)
        self.body.addLayout(self.row, 1)
        self.body.addWidget(self.caution)
        self.scale_layout(self.row, (0, 0, 0, 0), 32)
        self.scale_layout(self.difference.column, (28, 20, 28, 20), 12)
        self.scale_layout(self.difference.rows, (0, 0, 0, 0), 16)
        for card in (self.left, self.right):
            self.scale_layout(card.column, (28, 20, 28, 20), 8)
