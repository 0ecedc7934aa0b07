"""Hands counted with keys or mouse, two rounds, and three reveals that each stand alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.sufficiency_vote import (
    HIGHEST_COUNT,
    KIND,
    HandsCounted,
    KeyVerdict,
    PartHidden,
    PartRevealed,
    RevealPart,
    SecondVoteOpened,
    VoteState,
)
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Kbd, Label
from kompetens_gui.ui.widgets.layouts import clear_layout, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.stepper import Stepper
from kompetens_gui.ui.widgets.tags import Tag

# Shift and a digit, on Swedish and on English keyboards.
_SHIFTED = {
    Qt.Key.Key_Exclam: 1,
    Qt.Key.Key_QuoteDbl: 2,
    Qt.Key.Key_At: 2,
    Qt.Key.Key_NumberSign: 3,
    Qt.Key.Key_currency: 4,
    Qt.Key.Key_Dollar: 4,
    Qt.Key.Key_Percent: 5,
    Qt.Key.Key_Ampersand: 6,
    Qt.Key.Key_AsciiCircum: 6,
}


class OptionRow:
    """The parts of one option's row in the ballot."""

    def __init__(self, place: int, option: str) -> None:
        self.kbd = Kbd(str(place + 1))
        self.name = Label(option, "body-strong", wrap=True)
        self.before = Label("", "small", "muted")
        self.bar = Bar()
        self.count = Stepper(option, maximum=HIGHEST_COUNT)


class SufficiencyVoteLeader(LeaderPanel):
    """Counts hands and decides what the room sees of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = VoteState()
        self._options: tuple[str, ...] = ()
        self._verdicts: tuple[KeyVerdict, ...] | None = None
        self.question = Heading("", "h2")
        self.round = Tag("", "accent")
        self.ballot = QFrame()
        self.ballot.setProperty("card", "inner")
        self.ballot.setProperty("ring", True)
        self.ballot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ballot.setAccessibleName(self.tr("Räkna händer"))
        self.grid = QGridLayout(self.ballot)
        self.rows: list[OptionRow] = []
        self.total = Label("", "body-strong")
        self.second = Button(self.tr("Rösta igen efter samtalet"), "secondary", "sm", icon_name="arrow-clockwise")
        self.second.clicked.connect(self._open_second)
        self.reveals = {
            RevealPart.COUNT: RevealButton(self.tr("Visa antal"), self.tr("Dölj antal"), size="sm"),
            RevealPart.DISTRIBUTION: RevealButton(self.tr("Visa fördelning"), self.tr("Dölj fördelning"), size="sm"),
            RevealPart.KEY: RevealButton(self.tr("Visa facit"), self.tr("Dölj facit"), size="sm"),
        }
        self.private = PrivateBox()
        self.verdicts = QVBoxLayout()
        self.private.body.addLayout(self.verdicts)
        self._actions = self._make_actions()
        self._lay_out()
        self.begin_at(self.ballot)

    def show_state(self, state: VoteState, context: ActivityContext) -> None:
        """Show counts and what the room sees of them."""
        self._state = state
        self.question.setText(KIND.question(context))
        options = KIND.options(context)
        if options != self._options:
            self._options = options
            self._make_rows(options)
        counts = KIND.counts(state, state.round, context)
        second = state.round == Round.SECOND
        first = KIND.counts(state, Round.FIRST, context) if second else ()
        most = max((1, *counts))
        for place, row in enumerate(self.rows):
            row.count.set_value(counts[place])
            row.bar.set_share(counts[place] / most, "accent")
            row.before.setText(self.tr("före: {count}").format(count=first[place]) if first else "")
        self.round.set_status(self.tr("Efter samtalet") if second else self.tr("Före samtalet"), "accent")
        self.total.setText(self.tr("{count} har röstat").format(count=sum(counts)))
        self.second.setVisible(not second)
        for part, button in self.reveals.items():
            button.set_shown(part in state.revealed)
        verdicts = KIND.verdicts(context)
        self.reveals[RevealPart.KEY].setVisible(bool(verdicts))
        self.private.setVisible(bool(verdicts))
        if verdicts != self._verdicts:
            self._verdicts = verdicts
            self._show_verdicts(verdicts)

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        place = _SHIFTED.get(key) or (key - Qt.Key.Key_0 if Qt.Key.Key_1 <= key <= Qt.Key.Key_6 else 0)
        if not place or place > len(self.rows) or event.modifiers() & blocked:
            super().keyPressEvent(event)
            return
        down = key in _SHIFTED or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.rows[place - 1].count.step_by(-1 if down else 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.round)
        under = QHBoxLayout()
        under.addWidget(self.total, 1)
        under.addWidget(self.second)
        reveals = FlowRow()
        for button in self.reveals.values():
            reveals.add(button)
        for part, button in self.reveals.items():
            button.reveal_wanted.connect(partial(self._reveal, part))
        area, body = side_scroll(self)
        hint = self.tr("Tangenterna 1–6 lägger till en hand, med Skift tar de bort.")
        body.addWidget(self.ballot)
        body.addLayout(under)
        body.addWidget(Label(hint, "small", "muted", wrap=True))
        body.addWidget(Label(self.tr("Det rummet får se"), "label", "faint"))
        body.addWidget(reveals)
        body.addWidget(self.private)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.grid.setContentsMargins(12, 12, 12, 12)
        self.grid.setHorizontalSpacing(12)
        self.grid.setColumnStretch(1, 2)
        self.grid.setColumnStretch(2, 3)

    def _make_rows(self, options: tuple[str, ...]) -> None:
        clear_layout(self.grid)
        self.rows = [OptionRow(place, option) for place, option in enumerate(options)]
        for place, row in enumerate(self.rows):
            for column, part in enumerate((row.kbd, row.name, row.bar, row.before, row.count)):
                self.grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignVCenter)
            row.count.value_changed.connect(partial(self._count, place))

    def _show_verdicts(self, verdicts: tuple[KeyVerdict, ...]) -> None:
        clear_layout(self.verdicts)
        for verdict in verdicts:
            word = sufficiency_word(verdict.sufficiency, anyway=verdict.sufficient_anyway)
            words = self.tr("{who}: {verdict}").format(who=perspective_name(verdict.perspective), verdict=word.lower())
            self.verdicts.addWidget(Label(words, "small-strong"))
            self.verdicts.addWidget(Label(" ".join(verdict.reason.split()), "small", "muted", wrap=True))

    def _make_actions(self) -> list[QAction]:
        wanted = (
            (self.tr("Visa eller dölj antal"), "Ctrl+Shift+A", partial(self._toggle, RevealPart.COUNT)),
            (self.tr("Visa eller dölj fördelning"), "Ctrl+Shift+D", partial(self._toggle, RevealPart.DISTRIBUTION)),
            (self.tr("Visa eller dölj facit"), "Ctrl+Shift+F", partial(self._toggle, RevealPart.KEY)),
            (self.tr("Rösta igen efter samtalet"), "Ctrl+Shift+2", self._open_second),
        )
        actions = []
        for text, keys, slot in wanted:
            action = kind_action(self, text, keys)
            action.triggered.connect(slot)
            actions.append(action)
        return actions

    def _count(self, place: int, count: int) -> None:
        self.proposed.emit(HandsCounted(self._state.round, place, count))

    def _reveal(self, part: RevealPart, wanted: bool) -> None:
        self.proposed.emit(PartRevealed(part) if wanted else PartHidden(part))

    def _toggle(self, part: RevealPart, _checked: bool = False) -> None:
        if self.reveals[part].isVisibleTo(self):
            self.reveals[part].click()

    @Slot()
    def _open_second(self) -> None:
        if self._state.round == Round.FIRST:
            self.proposed.emit(SecondVoteOpened())
            self.ballot.setFocus()
