"""Ask somebody to watch, play, hand over the computer, and read what was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.observed import ObservedView, ObserverSaid, PointRated, TalkRated
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.exercises.base import ExercisePanel, ObserverNamed, PrimaryAction
from kompetens_gui.ui.exercises.hand_over import HandOver
from kompetens_gui.ui.exercises.observed.stages import AskCard, ObserverCard, PlayCard, TaskCard, ToldCard
from kompetens_gui.ui.exercises.option_list import number_of
from kompetens_gui.ui.exercises.scrolling import page_around, scroll_to_top_of
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.preparing import preparing
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

TASK_WIDTH, SIDE_WIDTH = 440, 380


class Stage(StrEnum):
    """Who has the computer, and for what."""

    ASK = "ask"
    PLAY = "play"
    HAND_OVER = "hand_over"
    CARD = "card"
    HAND_BACK = "hand_back"
    TOLD = "told"


class ObservedPanel(ExercisePanel):
    """Goes from stage to stage; one that was left begins where what is known leads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ObservedView | None = None
        self._stage = Stage.ASK
        self._learner = ""
        # A name takes a moment to be kept: until then a second press must not ask again.
        self._waiting = False
        self.columns = ResponsiveColumns(parent=self)
        self.task = TaskCard(self.columns)
        self.side = QWidget(self.columns)
        self.ask, self.play = AskCard(self.side), PlayCard(self.side)
        self.hand_over = HandOver(self)
        self.card, self.told = ObserverCard(self), ToldCard(self)
        self._lay_out()
        self._connect()

    # -- the panel
    def show_people(self, learner: LearnerProfile, supervisors: Sequence[LearnerProfile]) -> None:
        self._learner = learner.name

    def show_attempt(self, attempt: Attempt) -> None:
        before = self._view
        view: ObservedView = attempt.view
        self._view, self._waiting = view, False
        if before is None:
            self._stage = self._stage_left(view)
        elif self._stage == Stage.ASK and view.has_observer:
            self._go(Stage.PLAY)
        self._show()

    def show_refusal(self, words: str) -> bool:
        self._wait(False)
        self.ask.name_field.set_error(words)
        self.ask.name.setFocus()
        return True

    def commit_pending(self) -> None:
        self.card.words.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        page = page_around(self)
        bar = page.verticalScrollBar().sizeHint().width() if page is not None else 0
        for hidden in (self.hand_over, self.card, self.told):
            # With and without the bar that a long card brings: broken lines are remembered for either width.
            for less in (bar, 0):
                if not hidden.isVisibleTo(self):
                    yield from preparing(hidden, self.size() - QSize(less, 0))

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None:
            return None
        can_name = bool(self.ask.who) and not self._waiting
        return {
            Stage.ASK: PrimaryAction(self.tr("Observatören är här"), self._name, can_name),
            Stage.PLAY: PrimaryAction(self.tr("Lämna över till observatören"), partial(self._go, Stage.HAND_OVER)),
            Stage.HAND_OVER: PrimaryAction(self.tr("Jag är observatören"), partial(self._go, Stage.CARD)),
            Stage.CARD: PrimaryAction(self.tr("Klart, lämna tillbaka"), self._hand_back, view.rating is not None),
            Stage.HAND_BACK: PrimaryAction(self.tr("Jag är tillbaka"), partial(self._go, Stage.TOLD)),
        }.get(self._stage)

    def first_focus(self) -> QWidget | None:
        return {
            Stage.ASK: self.ask.name,
            Stage.PLAY: self.play.words,
            Stage.CARD: self.card.rows[0] if self.card.rows else None,
            Stage.TOLD: self.told.whole,
        }.get(self._stage, self.hand_over.title)

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = number_of(event)
        if not (self._stage == Stage.CARD and number >= 0 and self.card.whole.press(number)):
            super().keyPressEvent(event)

    # -- what a person does
    def _name(self) -> None:
        if self.ask.who and not self._waiting:
            self._wait(True)
            self.service_wanted.emit(ObserverNamed(self.ask.who, Role(self.ask.role.currentData())))

    @Slot()
    def _name_changed(self) -> None:
        self._wait(False)

    def _wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self.primary_changed.emit()

    @Slot()
    def _change_observer(self) -> None:
        self._go(Stage.ASK)

    def _hand_back(self) -> None:
        self.commit_pending()
        self._go(Stage.HAND_BACK)

    @Slot(int, int)
    def _rate_point(self, point: int, score: int) -> None:
        self.proposed.emit(PointRated(point, score))

    @Slot(int)
    def _rate(self, rating: int) -> None:
        self.proposed.emit(TalkRated(rating))

    @Slot(str)
    def _say(self, text: str) -> None:
        self.proposed.emit(ObserverSaid(text))

    def _go(self, stage: Stage) -> None:
        self._stage = stage
        self._show()
        scroll_to_top_of(self)
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    # -- what is shown
    def _stage_left(self, view: ObservedView) -> Stage:
        if not view.has_observer:
            return Stage.ASK
        if view.rating is not None:
            return Stage.TOLD
        return Stage.HAND_OVER if view.scores or view.words else Stage.PLAY

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.task.show_task(view.text, view.points)
        self.card.show_view(view)
        self.told.show_view(view)
        observer = self.ask.who or self.tr("observatören")
        self.play.words.setText(
            self.tr("Spela samtalet i lugn och ro. Lämna sedan över datorn till {name}.").format(name=observer)
        )
        if self._stage == Stage.HAND_BACK:
            learner = self._learner or self.tr("den som övar")
            self.hand_over.say(
                self.tr("Lämna tillbaka till {name}").format(name=learner),
                self.tr("Kortet är sparat. Tack för hjälpen. Läs det gärna tillsammans."),
            )
        else:
            self.hand_over.say(
                self.tr("Lämna över till observatören"),
                self.tr("Ge datorn till {name}, som fyller i sitt kort i lugn och ro.").format(name=observer),
            )
        show_when(self.columns, self._stage in {Stage.ASK, Stage.PLAY})
        show_when(self.ask, self._stage == Stage.ASK)
        show_when(self.play, self._stage == Stage.PLAY)
        show_when(self.hand_over, self._stage in {Stage.HAND_OVER, Stage.HAND_BACK})
        show_when(self.card, self._stage == Stage.CARD)
        show_when(self.told, self._stage == Stage.TOLD)
        self.primary_changed.emit()

    def _lay_out(self) -> None:
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.ask)
        side.addWidget(self.play)
        side.addStretch(1)
        self.columns.add_column(self.task, TASK_WIDTH, 5)
        self.columns.add_column(self.side, SIDE_WIDTH, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.columns, self.hand_over, self.card, self.told):
            column.addWidget(part)
            show_when(part, part is self.columns)

    def _connect(self) -> None:
        self.ask.changed.connect(self._name_changed)
        self.play.other_wanted.connect(self._change_observer)
        self.card.point_rated.connect(self._rate_point)
        self.card.rated.connect(self._rate)
        self.card.said.connect(self._say)
        self.told.change_wanted.connect(partial(self._go, Stage.HAND_OVER))
