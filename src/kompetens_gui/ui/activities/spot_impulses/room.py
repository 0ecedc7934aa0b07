"""What the room sees: the portion with its marks, and the questions to go on with, each after its own reveal."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.spot_impulses.events import RoomShows
from kompetens_gui.domain.activities.spot_impulses.room import ImpulsesRoom, QuestionSeen
from kompetens_gui.domain.impulse_names import LETTERS, reach_words
from kompetens_gui.domain.study.impulses import FULL_SCORE, find_span
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.activities.spot_impulses.marked_text import MarkedText, RoomMark
from kompetens_gui.ui.activities.spot_impulses.room_side import ReadingSide
from kompetens_gui.ui.widgets.impulse_words import FORM_ICONS, form_name
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.painted import show_when


class QuestionCard(QFrame):
    """A question by its number; who would ask it, and how far it leads, when that is shown."""

    def __init__(self, number: int, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.words = FittedText("body-strong", "meta", parent=self)
        self.why = FittedText("small", "meta", "text_2", parent=self)
        self.reach = Label("", "h3", parent=self)
        self.who = Label("", "small-strong", "accent", wrap=True, parent=self)
        self.before = Label("", "meta", "muted", wrap=True, parent=self)
        words, side = QVBoxLayout(), QVBoxLayout()
        words.addWidget(self.words, 1)
        words.addWidget(self.why, 1)
        side.addWidget(self.reach)
        side.addWidget(self.who)
        side.addWidget(self.before)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.addWidget(Label(str(number), "h1", "accent", parent=self))
        row.addLayout(words, 5)
        row.addLayout(side, 2)
        surface.scale_layout(row, (28, 8, 28, 8), 28)
        surface.scale_layout(words, (0, 0, 0, 0), 4)
        surface.scale_layout(side, (0, 0, 0, 0), 4)

    def show_question(self, question: QuestionSeen) -> None:
        self.words.set_text(question.text)
        self.why.set_text(question.feedback)
        show_when(self.why, bool(question.feedback))
        reach = reach_words(question.score) if question.score is not None else ""
        self.reach.setText(reach)
        self.reach.set_tone("ok" if question.score == FULL_SCORE else "muted")
        self.who.setText(self._who(question.groups, question.hands))
        before = self._who(question.first_groups, question.first_hands)
        self.before.setText(self.tr("Före samtalet: {who}").format(who=before) if before else "")
        show_when(self.before, bool(before))
        self.setAccessibleName(". ".join(part for part in (question.text, reach, self.who.text()) if part))

    def _who(self, groups: tuple[str, ...] | None, hands: int | None) -> str:
        who = [group for group in groups or () if group]
        if hands:
            who.append(self.tr("1 hand") if hands == 1 else self.tr("{count} händer").format(count=hands))
        return ", ".join(who)


class ImpulsesRoomPanel(RoomSurface):
    """Shows an `ImpulsesRoom`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = Icon("file-text", 40, "text_2", parent=self)
        self.place = Label("", "small", "muted", parent=self)
        self.title = Label("", "h1", wrap=True, parent=self)
        self.round = Label("", "small", "muted", parent=self)
        self.stack = QStackedWidget(self)
        self.text_side, self.question_side = QWidget(self.stack), QWidget(self.stack)
        self.text = MarkedText(self.text_side)
        self.side = ReadingSide(self)
        self.cards: list[QuestionCard] = []
        self.ask = Label(self.tr("Vad frågar ni härnäst?"), "h2", parent=self.question_side)
        self.card_column = QVBoxLayout()
        self._lay_out()

    def show_view(self, view: ImpulsesRoom | None) -> None:
        if view is None:
            return
        self.icon.set_icon(FORM_ICONS[view.form])
        asking = view.shows == RoomShows.QUESTIONS
        place = self.tr("{form}, del {number} av {count}")
        words = place.format(form=form_name(view.form), number=view.number, count=view.count)
        # The title gives its place to what there is most of.
        self.place.setText(f"{words}: {view.portion}" if asking else words)
        self.title.setText(view.portion)
        show_when(self.title, not asking)
        self.round.setText(self.tr("Efter samtalet") if view.round == Round.SECOND else "")
        if asking:
            self._show_questions(view)
        else:
            self.text.show_text(view.text, room_marks(view))
            self.side.show_view(view)
        self.stack.setCurrentWidget(self.question_side if asking else self.text_side)

    def _show_questions(self, view: ImpulsesRoom) -> None:
        while len(self.cards) < len(view.questions):
            card = QuestionCard(len(self.cards) + 1, self, self.question_side)
            self.card_column.addWidget(card, 1)
            self.cards.append(card)
        for place, card in enumerate(self.cards):
            show_when(card, place < len(view.questions))
            if place < len(view.questions):
                card.show_question(view.questions[place])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.icon)
        head.addWidget(self.place, 1)
        head.addWidget(self.round)
        text = QHBoxLayout(self.text_side)
        text.addWidget(self.text, 11)
        text.addWidget(self.side, 9)
        questions = QVBoxLayout(self.question_side)
        questions.addWidget(self.ask)
        questions.addLayout(self.card_column, 1)
        self.stack.addWidget(self.text_side)
        self.stack.addWidget(self.question_side)
        self.body.addLayout(head)
        self.body.addWidget(self.title)
        self.body.addWidget(self.stack, 1)
        self.scale_layout(self.body, (64, 40, 64, 40), 16)
        self.scale_layout(head, (0, 0, 0, 0), 16)
        self.scale_layout(text, (0, 0, 0, 0), 48)
        self.scale_layout(questions, (0, 0, 0, 0), 16)
        self.scale_layout(self.card_column, (0, 0, 0, 0), 14)


def room_marks(view: ImpulsesRoom) -> list[RoomMark]:
    """Return the groups' marks and what the case lifts, for the text."""
    marks = [RoomMark(m.start, m.end, LETTERS[m.type], len(m.groups), own=True) for m in view.marks or ()]
    for impulse in view.key.impulses if view.key is not None else ():
        start, end = find_span(view.text, impulse.quote)
        if start >= 0:
            marks.append(RoomMark(start, end, LETTERS[impulse.type], 1, own=False))
    return marks
