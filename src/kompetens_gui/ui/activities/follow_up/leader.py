"""Last time's commitments one after another, and the questions left open then."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.follow_up import (
    KIND,
    LONGEST_TEXT,
    Followed,
    FollowUpOutcome,
    FollowUpShown,
    FollowUpState,
    FollowUpSubject,
    HappeningTold,
    OpenQuestionTaken,
    OutcomeTold,
    outcome_word,
)
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.painted import set_look
from kompetens_gui.ui.widgets.panel_action import kind_action


class WordLine(QLineEdit):
    """A line whose words are told when Enter is pressed or the focus leaves. Signals: `written(str)`."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_force = ""
        self.setMaxLength(LONGEST_TEXT)
        self.setProperty("compact", True)
        self.editingFinished.connect(self.commit)

    def show_words(self, words: str) -> None:
        """Show the words in force, unless others are being typed."""
        if self.text().strip() in (self._in_force, words):
            self._in_force = words
            if self.text().strip() != words:
                self.setText(words)
                self.setCursorPosition(0)

    @Slot()
    def commit(self) -> None:
        if self.text().strip() != self._in_force:
            self._in_force = self.text().strip()
            self.written.emit(self._in_force)


class SubjectCard(QFrame):
    """A commitment or a question. Signals: `shown_wanted()` to be looked at in the room."""

    shown_wanted = Signal()

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.title = Label(title, "body-strong", wrap=True, parent=self)
        self.show_it = IconButton("eye", self.tr("Visa i rummet"), size="sm", parent=self)
        self.show_it.setAccessibleName(self.tr("Visa i rummet: {text}").format(text=title))
        self.show_it.clicked.connect(self.shown_wanted)
        self.words = WordLine(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 8, 10)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        if detail:
            self.column.addWidget(Label(detail, "small", "muted", wrap=True, parent=self))
        self.column.addWidget(self.words)

    def set_on_show(self, on_show: bool) -> None:
        """Say whether the room looks at it."""
        set_look(self, "card", "selected" if on_show else "inner")


class CommitmentCard(SubjectCard):
    """Signals: `outcome_told(object)` with an outcome, None to take it back."""

    outcome_told = Signal(object)

    def __init__(self, followed: Followed, parent: QWidget | None = None) -> None:
        commitment = followed.commitment
        super().__init__(commitment.text, ", ".join(x for x in (commitment.who, commitment.when) if x), parent)
        self._outcome: FollowUpOutcome | None = None
        self.outcomes = {o: Button(outcome_word(o), "secondary", "sm", parent=self) for o in FollowUpOutcome}
        row = FlowRow(6, self)
        for outcome, button in self.outcomes.items():
            button.setCheckable(True)
            button.setAccessibleName(f"{outcome_word(outcome)}: {commitment.text}")
            button.clicked.connect(partial(self.tell, outcome))
            row.add(button)
        self.words.setPlaceholderText(self.tr("Vad hände?"))
        self.words.setAccessibleName(self.tr("Vad hände: {text}").format(text=commitment.text))
        self.column.insertWidget(self.column.count() - 1, row)

    def show_followed(self, followed: Followed) -> None:
        self._outcome = followed.outcome
        for outcome, button in self.outcomes.items():
            button.setChecked(outcome is followed.outcome)
            set_look(button, "kind", "tonal" if outcome is followed.outcome else "secondary")
        self.words.show_words(followed.happened)

    def tell(self, outcome: FollowUpOutcome, _checked: bool = False) -> None:
        """Tell what came of it; the same again takes it back."""
        self.outcomes[outcome].setChecked(outcome is self._outcome)
        self.outcome_told.emit(None if outcome is self._outcome else outcome)


class FollowUpLeader(LeaderPanel):
    """Goes through what was to be tried."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FollowUpState()
        self._memory: SeriesMemory | None = None
        self._asked: list[tuple[FollowUpSubject, int]] = []  # what the room will look at, when the disk has answered
        self.cards: list[CommitmentCard] = []
        self.questions: list[SubjectCard] = []
        self.title = Heading("", "h2", parent=self)
        self.hint = Label(
            self.tr("”Inte än” följer med till nästa träff. ”Släppt” är också ett svar."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        self.overview = Button(self.tr("Visa allt i rummet"), "secondary", "sm", icon_name="eye", parent=self)
        self.overview.clicked.connect(self._show_all)
        self.empty = EmptyState(
            "clock-counter-clockwise",
            self.tr("Ingen tidigare träff i serien"),
            self.tr("Nästa gång börjar ni här med det som ni vill pröva i dag. Gå vidare till nästa moment."),
        )
        area, body = side_scroll(self)
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        body.addWidget(self.empty)
        body.addLayout(self.list)
        body.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(area, 1)
        self._area = area
        self._actions = self._make_actions()

    def show_state(self, state: FollowUpState, context: ActivityContext) -> None:
        self._state = state
        if (state.subject, state.place) in self._asked:
            del self._asked[: self._asked.index((state.subject, state.place)) + 1]
        memory = KIND.memory(context)
        if memory != self._memory:
            self._memory = memory
            self._make_cards(memory, state)
        is_empty = not (self.cards or self.questions)
        self.empty.setVisible(is_empty)
        for part in (self.hint, self.overview):
            part.setVisible(not is_empty)
        for place, (card, followed) in enumerate(zip(self.cards, state.followed, strict=True)):
            card.show_followed(followed)
            card.set_on_show(state.subject is FollowUpSubject.COMMITMENT and state.place == place)
        for place, question in enumerate(self.questions):
            question.words.show_words(state.answer(place))
            question.set_on_show(state.subject is FollowUpSubject.QUESTION and state.place == place)

    def commit_pending(self) -> None:
        for card in (*self.cards, *self.questions):
            card.words.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _make_actions(self) -> list[QAction]:
        wanted = (
            (self.tr("Visa nästa i rummet"), "Alt+Right", partial(self._step, 1)),
            (self.tr("Visa förra i rummet"), "Alt+Left", partial(self._step, -1)),
            (self.tr("Visa allt i rummet"), "Ctrl+Shift+A", self._show_all),
            (self.tr("Prövat"), "Ctrl+Shift+1", partial(self._tell, FollowUpOutcome.TRIED)),
            (self.tr("Delvis"), "Ctrl+Shift+2", partial(self._tell, FollowUpOutcome.PARTLY)),
            (self.tr("Inte än"), "Ctrl+Shift+3", partial(self._tell, FollowUpOutcome.NOT_YET)),
            (self.tr("Släppt"), "Ctrl+Shift+4", partial(self._tell, FollowUpOutcome.DROPPED)),
        )
        actions = []
        for text, keys, slot in wanted:
            action = kind_action(self, text, keys)
            action.triggered.connect(lambda _checked=False, do=slot: do())
            actions.append(action)
        return actions

    def _make_cards(self, memory: SeriesMemory, state: FollowUpState) -> None:
        while (item := self.list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.cards, self.questions = [], []
        self.title.setText(self._from_when(memory))
        for place, followed in enumerate(state.followed):
            card = CommitmentCard(followed, self)
            card.outcome_told.connect(partial(self._outcome, followed.commitment.id))
            card.words.written.connect(partial(self._happened, followed.commitment.id))
            card.shown_wanted.connect(partial(self._show, FollowUpSubject.COMMITMENT, place))
            self.cards.append(card)
            self.list.addWidget(card)
        if memory.open_questions:
            self.list.addWidget(Label(self.tr("Frågor som stod öppna"), "h3", parent=self))
        for place, text in enumerate(memory.open_questions):
            question = SubjectCard(text, "", self)
            question.words.setPlaceholderText(self.tr("Vad vet vi nu? Tomt låter frågan stå öppen."))
            question.words.setAccessibleName(self.tr("Svar: {text}").format(text=text))
            question.words.written.connect(partial(self._answered, place))
            question.shown_wanted.connect(partial(self._show, FollowUpSubject.QUESTION, place))
            self.questions.append(question)
            self.list.addWidget(question)

    def _from_when(self, memory: SeriesMemory) -> str:
        if memory.held_on is None:
            return memory.title or self.tr("Sedan sist")
        on = memory.held_on
        swedish = QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)
        day = swedish.toString(QDate(on.year, on.month, on.day), "d MMMM yyyy")
        return self.tr("Från {title}, {day}").format(title=memory.title, day=day)

    def _outcome(self, commitment: str, outcome: FollowUpOutcome | None) -> None:
        self.proposed.emit(OutcomeTold(commitment, outcome))

    def _happened(self, commitment: str, text: str) -> None:
        self.proposed.emit(HappeningTold(commitment, text))

    def _answered(self, question: int, text: str) -> None:
        self.proposed.emit(OpenQuestionTaken(question, text))

    def _show(self, subject: FollowUpSubject, place: int) -> None:
        if (subject, place) != self._at():
            self._asked.append((subject, place))
        self.proposed.emit(FollowUpShown(subject, place))

    def _at(self) -> tuple[FollowUpSubject, int]:
        """Return what the room looks at, or was last asked to: the next key may come before the disk has answered."""
        return self._asked[-1] if self._asked else (self._state.subject, self._state.place)

    @Slot()
    def _show_all(self) -> None:
        self._show(FollowUpSubject.OVERVIEW, 0)

    def _subjects(self) -> list[tuple[FollowUpSubject, int]]:
        return [
            *((FollowUpSubject.COMMITMENT, place) for place in range(len(self.cards))),
            *((FollowUpSubject.QUESTION, place) for place in range(len(self.questions))),
        ]

    def _step(self, steps: int) -> None:
        those, now = self._subjects(), self._at()
        at = those.index(now) + steps if now in those else 0
        if 0 <= at < len(those):
            self._show(*those[at])
            card = (*self.cards, *self.questions)[at]
            card.show_it.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(card, 0, 24)

    def _tell(self, outcome: FollowUpOutcome) -> None:
        subject, place = self._at()
        if subject is FollowUpSubject.COMMITMENT and place < len(self.cards):
            self.cards[place].tell(outcome)
