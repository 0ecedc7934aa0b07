"""The figure, the statement at hand with its hands, and what the room says is not measured."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.measure_limits import (
    HIGHEST_COUNT,
    KIND,
    LONGEST_TEXT,
    HandsCounted,
    LimitWritten,
    MeasureLimitsState,
    NotMeasuredShown,
    RoundChosen,
    StatementShown,
    WhyShown,
)
from kompetens_gui.domain.material.measure_limits import MeasureLimits, Statement
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.measure_limits.figure_view import FigureView
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton, flowing
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.activities.stepping import StepHead
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper


class MeasureLimitsLeader(LeaderPanel):
    """Begins with the claim and its figure, then goes through the statements."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = MeasureLimitsState()
        self._statement: Statement | None = None
        self._statements = 0
        self.head = StepHead(self.tr("Förra påståendet (Alt+←)"), self.tr("Nästa påstående (Alt+→)"))
        self.head.stepped.connect(self._step)
        self.round = SegmentedControl(
            self.tr("Omgång"),
            [(str(int(Round.FIRST)), self.tr("Före samtalet")), (str(int(Round.SECOND)), self.tr("Efter samtalet"))],
        )
        self.round.chosen.connect(self._choose_round)
        self.head.row.insertWidget(1, self.round)
        self.claim = Label("", "body-strong", wrap=True)
        self.statement = Heading("", "h2")
        self.figure = FigureView()
        self.caution = Label("", "small", "muted", wrap=True)
        self.ballot = QFrame(self)
        self.ballot.setProperty("card", "inner")
        grid = QGridLayout(self.ballot)
        grid.setColumnStretch(0, 1)
        self.hands: dict[bool, Stepper] = {}
        self.before: dict[bool, Label] = {}
        for row, (holds, words) in enumerate(((True, self.tr("Håller")), (False, self.tr("Håller inte")))):
            stepper = self.hands[holds] = Stepper(words, maximum=HIGHEST_COUNT)
            stepper.value_changed.connect(partial(self._count, holds))
            self.before[holds] = Label("", "small", "muted")
            grid.addWidget(Label(words, "body-strong"), row, 0)
            grid.addWidget(self.before[holds], row, 1)
            grid.addWidget(stepper, row, 2)
        self.private = PrivateBox()
        self.reveal = RevealButton(self.tr("Visa svaret i rummet"), self.tr("Dölj svaret"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.why = Label("", "small", wrap=True)
        self.private.body.addWidget(self.why)
        self.limits = PointList(self.tr("Det &mäter talet inte"), LONGEST_TEXT, ranked=False)
        self.limits.written.connect(self._write)
        self.others = PrivateBox()
        self.show_others = RevealButton(self.tr("Visa materialets lista"), self.tr("Dölj listan"), size="sm")
        self.show_others.reveal_wanted.connect(self._show_not_measured)
        self.others.head.addWidget(self.show_others)
        self.not_measured = Label("", "small", wrap=True)
        self.notes = Label("", "small", "muted", wrap=True)
        self.others.body.addWidget(self.not_measured)
        self.others.body.addWidget(self.notes)
        self._actions = self._make_actions()
        area, body = side_scroll(self)
        body.addWidget(self.claim)
        body.addWidget(self.statement)
        body.addWidget(self.ballot)
        body.addWidget(self.private)
        body.addWidget(self.figure)
        body.addWidget(self.caution)
        body.addWidget(self.limits)
        body.addWidget(self.others)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)

    def show_state(self, state: MeasureLimitsState, context: ActivityContext) -> None:
        """Show the figure and the statement at hand."""
        material = context.material
        if not isinstance(material, MeasureLimits):
            self.statement.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state, self._statements = state, len(material.statements)
        self._statement = found = KIND.statement(state, context)
        self.head.show_place(self._place(found), state.statement + 1, len(material.statements) + 1)
        self.round.set_current(str(int(state.round)))
        self.claim.setText(f"”{material.claim}”")
        self.figure.show_figure(material.figure)
        self.caution.setText(flowing(material.figure.caution))
        for part in (self.statement, self.ballot, self.private):
            part.setVisible(found is not None)
        if found is not None:
            self._show_statement(found)
        self.limits.show_points([(limit.id, limit.text) for limit in state.limits])
        self.not_measured.setText("\n".join(f"• {text}" for text in material.not_measured))
        self.notes.setText(flowing(material.leader_notes))
        self.show_others.set_shown(state.not_measured)

    def commit_pending(self) -> None:
        self.limits.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _place(self, found: Statement | None) -> str:
        if found is None:
            return self.tr("Figuren först. Låt den vara tyst en stund.")
        words = self.tr("Påstående {at} av {all}")
        return words.format(at=self._state.statement + 1, all=self._statements)

    def _show_statement(self, found: Statement) -> None:
        self.statement.setText(found.text)
        for holds, stepper in self.hands.items():
            stepper.set_value(self._state.count(self._state.round, found.id, holds=holds))
            earlier = self._state.count(Round.FIRST, found.id, holds=holds)
            later = self._state.round is Round.SECOND and earlier
            self.before[holds].setText(self.tr("före: {count}").format(count=earlier) if later else "")
        verdict = self.tr("Håller.") if found.holds else self.tr("Håller inte.")
        self.why.setText(f"{verdict} {found.why}")
        self.reveal.set_shown(found.id in self._state.revealed)

    def _step(self, steps: int) -> None:
        self.limits.commit()
        self.proposed.emit(StatementShown(self._state.statement + steps))

    def _count(self, holds: bool, count: int) -> None:
        if self._statement is not None:
            self.proposed.emit(HandsCounted(self._state.round, self._statement.id, holds, count))

    @Slot(str)
    def _choose_round(self, key: str) -> None:
        self.proposed.emit(RoundChosen(Round(int(key))))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        if self._statement is not None:
            self.proposed.emit(WhyShown(self._statement.id, shown))

    @Slot(str, str)
    def _write(self, limit: str, text: str) -> None:
        self.proposed.emit(LimitWritten(limit, text))

    @Slot(bool)
    def _show_not_measured(self, shown: bool) -> None:
        self.proposed.emit(NotMeasuredShown(shown))

    def _toggle_why(self) -> None:
        if self._statement is not None:
            self._reveal(self._statement.id not in self._state.revealed)

    def _toggle_list(self) -> None:
        self._show_not_measured(not self._state.not_measured)

    def _other_round(self) -> None:
        later = self._state.round is Round.FIRST
        self.proposed.emit(RoundChosen(Round.SECOND if later else Round.FIRST))

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra påståendet"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa påstående"), "Alt+Right")
        why = kind_action(self, self.tr("Visa eller dölj svaret"), "Ctrl+Shift+F")
        listed = kind_action(self, self.tr("Visa eller dölj materialets lista"), "Ctrl+Shift+L")
        rounds = kind_action(self, self.tr("Före eller efter samtalet"), "Ctrl+Shift+2")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        why.triggered.connect(self._toggle_why)
        listed.triggered.connect(self._toggle_list)
        rounds.triggered.connect(self._other_round)
        return [earlier, later, why, listed, rounds]
