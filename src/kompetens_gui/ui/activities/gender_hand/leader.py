"""Gives out the versions, types in answers from the papers, and shows the room its own difference."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.ballots import Ballot
from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.gender_hand.events import (
    AnswersCounted,
    FactsShown,
    HandState,
    HandStep,
    HandStepShown,
    ThoughtWritten,
    VersionGiven,
    VersionsShown,
    by_finger,
    steps,
)
from kompetens_gui.domain.activities.gender_hand.parties import Party, parties
from kompetens_gui.domain.activities.gender_hand.room import difference_of
from kompetens_gui.domain.activities.gender_hand.rules import LONGEST_THOUGHT, caution
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.study.twin_words import source_words
from kompetens_gui.ui.activities.ballot_grid import BallotGrid
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.gender_hand.words import step_word
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton, flowing
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.activities.steps_head import StepsHead
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action


class GenderHandLeader(LeaderPanel):
    """One step at a time; that there are two versions is for the leader until it is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = HandState()
        self._case: TwinCase | None = None
        self._parties: tuple[Party, ...] = ()
        self.head = StepsHead(self)
        self.head.wanted.connect(self._go_to)
        area, body = side_scroll(self)
        self.title = Heading("", "h2", parent=area)
        self.advice = Label("", "small", "muted", wrap=True, parent=area)
        self.versions: dict[str, QComboBox] = {}
        self._versions_of: object = None
        self.given = QGridLayout()
        self.given.setColumnStretch(1, 1)
        self.party = choice_box(area)
        self.party.activated.connect(self._choose_party)
        self.party_field = Field(self.tr("&Vems svar"), self.party, parent=area)
        self.question = Label("", "body-strong", wrap=True, parent=area)
        self.ballot = BallotGrid(area)
        self.ballot.counted.connect(self._count)
        self.so_far = Label("", "small", "muted", wrap=True, parent=area)
        self.thoughts = PointList(self.tr("Det &tänker vi"), LONGEST_THOUGHT, ranked=False, parent=area)
        self.thoughts.written.connect(self._write)
        self.private = PrivateBox(area)
        self.reveal = RevealButton("", "", size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.key = Label("", "small", wrap=True, parent=self.private)
        self.private.body.addWidget(self.key)
        self._actions = self._make_actions()
        body.addWidget(self.title)
        body.addWidget(self.advice)
        body.addLayout(self.given)
        for part in (self.party_field, self.question, self.ballot, self.so_far, self.thoughts, self.private):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)

    def show_state(self, state: HandState, context: ActivityContext) -> None:
        """Show the step at hand."""
        case = context.material
        if not isinstance(case, TwinCase):
            self.title.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state, self._case = state, case
        order, step = steps(case), state.step
        self.head.show_steps([step_word(*each, case) for each in order], order.index((step, state.number)))
        self.title.setText(step_word(step, state.number, case))
        self.advice.setText(self._advice(context))
        self._parties = parties(state, case, context.groups)
        self._show_given(case, context)
        asking = step is HandStep.QUESTION
        for part in (self.party_field, self.question, self.ballot, self.so_far):
            part.setVisible(asking)
        if asking:
            self._show_question(case)
        self.thoughts.setVisible(step is HandStep.REFLECTION)
        self.thoughts.show_points([(t.id, t.text) for t in state.thoughts])
        self.private.setVisible(not asking)
        self._show_key(case, context)

    def commit_pending(self) -> None:
        self.thoughts.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _advice(self, context: ActivityContext) -> str:
        match self._state.step:
            case HandStep.READING if context.groups:
                return self.tr("Dela ut texten på papper, en version till varje grupp. Säg inte att det finns två.")
            case HandStep.READING:
                return self.tr(
                    "Ge ena halvan av rummet version A och den andra B, på papper. Säg inte att det finns två."
                )
            case HandStep.QUESTION:
                return self.tr("Svara på papper först. Skriv in hur många som valde varje svar, aldrig vem.")
            case HandStep.FACTS:
                return self.tr("Läs källan högt. Siffrorna gäller då och där, inte det här rummet.")
            case HandStep.REFLECTION:
                return self.tr("Låt frågorna vara öppna. Ingen behöver berätta vad hen själv svarade.")
            case _:
                return caution()

    def _show_given(self, case: TwinCase, context: ActivityContext) -> None:
        """Lay out a row for each group; done anew only when groups or versions have changed."""
        made_of = (case.versions, tuple((g.id, g.name) for g in context.groups))
        if made_of != self._versions_of:
            self._versions_of = made_of
            clear_layout(self.given)
            self.versions = {}
            for row, group in enumerate(context.groups):
                choice = self.versions[group.id] = choice_box()
                choice.setAccessibleName(self.tr("{group} har").format(group=group.name))
                for version in case.versions:
                    words = self.tr("Version {letter}: {name}, {age}")
                    told = words.format(letter=version.key.upper(), name=version.name, age=version.age)
                    choice.addItem(told, version.key)
                choice.activated.connect(partial(self._give, group.id))
                self.given.addWidget(Label(group.name, "body-strong"), row, 0)
                self.given.addWidget(choice, row, 1)
        reading = self._state.step is HandStep.READING
        has = {party.id: party.version for party in self._parties}
        for row, (group_id, choice) in enumerate(self.versions.items()):
            item = self.given.itemAtPosition(row, 0)
            if item is not None and (label := item.widget()) is not None:
                label.setVisible(reading)
            choice.setVisible(reading)
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(has[group_id])))

    def _show_question(self, case: TwinCase) -> None:
        question = case.questions[self._state.number]
        known = [(party.id, party.name) for party in self._parties]
        if known != [(self.party.itemData(n), self.party.itemText(n)) for n in range(self.party.count())]:
            with QSignalBlocker(self.party):
                self.party.clear()
                for party, name in known:
                    self.party.addItem(name, party)
        self.question.setText(f"{question.finger}. {question.text}")
        self.ballot.show_options([(o.id, o.text) for o in question.options], ())
        self._choose_party()
        words = self.tr("{name}: {count} svar")
        self.so_far.setText(
            ". ".join(
                words.format(name=p.name, count=sum(self._state.of(question.id, p.id).values())) for p in self._parties
            )
        )

    def _show_key(self, case: TwinCase, context: ActivityContext) -> None:
        facts = self._state.step is HandStep.FACTS
        show, hide = (
            (self.tr("Visa vad man vet"), self.tr("Dölj vad man vet"))
            if facts
            else (self.tr("Visa att det finns två"), self.tr("Dölj versionerna"))
        )
        self.reveal.set_words(show, hide)
        self.reveal.setVisible(self._state.step is not HandStep.READING)
        self.reveal.set_shown(self._is_shown())
        match self._state.step:
            case HandStep.READING | HandStep.VERSIONS:
                self.key.setText(
                    "\n\n".join(f"{v.key.upper()}. {v.name}, {v.age}\n{flowing(v.text)}" for v in case.versions)
                )
            case HandStep.DIFFERENCE:
                self.key.setText(self._difference(case, context))
            case HandStep.REFLECTION:
                self.key.setText("\n".join(f"– {question}" for question in case.reflection))
            case _:
                self.key.setText("\n".join(f"– {flowing(f.text)} {source_words(f.source)}" for f in case.facts))

    def _difference(self, case: TwinCase, context: ActivityContext) -> str:
        found = difference_of(self._state, case, context, by_finger(case)[self._state.number])
        lines = [found.text]
        for answer in found.answers:
            told = ", ".join(
                self.tr("{name} {count} av {total}").format(name=v.name, count=count, total=total)
                for v, count, total in zip(case.versions, answer.counts, found.totals, strict=True)
            )
            lines.append(f"– {answer.text}: {told}")
        return "\n".join(lines)

    def _is_shown(self) -> bool:
        return self._state.facts if self._state.step is HandStep.FACTS else self._state.versions

    @Slot(int)
    def _go_to(self, number: int) -> None:
        self.thoughts.commit()
        if self._case is not None:
            self.proposed.emit(HandStepShown(*steps(self._case)[number]))

    def _give(self, group: str, _index: int) -> None:
        self.proposed.emit(VersionGiven(group, str(self.versions[group].currentData())))

    @Slot()
    def _choose_party(self) -> None:
        """Show what is typed in for the one chosen."""
        if self._case is not None:
            question = self._case.questions[self._state.number]
            party = str(self.party.currentData() or "")
            self.ballot.show_ballot(Ballot(hands=self._state.of(question.id, party)), None)

    @Slot(str, int)
    def _count(self, option: str, count: int) -> None:
        if self._case is not None:
            question = self._case.questions[self._state.number]
            self.proposed.emit(AnswersCounted(question.id, str(self.party.currentData() or ""), option, count))

    @Slot(str, str)
    def _write(self, thought: str, text: str) -> None:
        self.proposed.emit(ThoughtWritten(thought, text))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        if self._state.step is HandStep.FACTS:
            self.proposed.emit(FactsShown(shown))
        elif self._state.step not in (HandStep.READING, HandStep.QUESTION):
            self.proposed.emit(VersionsShown(shown))

    def _toggle_key(self) -> None:
        self._reveal(not self._is_shown())

    def _next_party(self) -> None:
        if self._state.step is HandStep.QUESTION and self.party.count():
            self.party.setCurrentIndex((self.party.currentIndex() + 1) % self.party.count())
            self._choose_party()

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra steget"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa steg"), "Alt+Right")
        party = kind_action(self, self.tr("Nästa grupp"), "Ctrl+Shift+G")
        key = kind_action(self, self.tr("Visa eller dölj versionerna och det man vet"), "Ctrl+Shift+F")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        party.triggered.connect(self._next_party)
        key.triggered.connect(self._toggle_key)
        return [earlier, later, party, key]
