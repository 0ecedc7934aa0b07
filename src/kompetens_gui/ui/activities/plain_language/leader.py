"""Reads the letter as three readers, writes it anew with the room, and lays it beside points and a model."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.plain_language.events import (
    STEPS,
    LetterState,
    LetterStep,
    LetterStepShown,
    ModelShown,
    PointChecked,
    PointsShown,
    QuestionWritten,
    ReadingShown,
    VersionWritten,
    reading_of,
)
from kompetens_gui.domain.activities.plain_language.room import joined, measure, plain
from kompetens_gui.domain.activities.plain_language.rules import LONGEST_QUESTION
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.group_points import GroupPoints
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.activities.plain_language.version_editor import VersionEditor
from kompetens_gui.ui.activities.plain_language.words import measure_words, step_word
from kompetens_gui.ui.activities.steps_head import StepsHead
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import clear_layout, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck

_WRITING = (LetterStep.WRITING, LetterStep.CHANGES, LetterStep.VERSIONS)


class PlainLanguageLeader(LeaderPanel):
    """One step at a time; readings, points and model are for the leader until they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LetterState()
        self._points: tuple[str, ...] | None = None
        self.head = StepsHead(self)
        self.head.wanted.connect(self._go_to)
        area, body = side_scroll(self)
        self.title = Heading("", "h2", parent=area)
        self.questions = GroupPoints(self.tr("Vem &frågar"), self.tr("&Det frågar läsaren"), LONGEST_QUESTION, area)
        self.questions.written.connect(self._ask)
        self.editor = VersionEditor(area)
        self.editor.written.connect(self._write)
        self.own = Label("", "body", wrap=True, parent=area)
        self.private = PrivateBox(area)
        self.reveal = RevealButton(self.tr("Visa i rummet"), self.tr("Dölj i rummet"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.key = Label("", "small", wrap=True, parent=self.private)
        self.boxes: list[WrappedCheck] = []
        self.checks = QVBoxLayout()
        self.private.body.addWidget(self.key)
        self.private.body.addLayout(self.checks)
        self.original_head = Label("", "small-strong", wrap=True, parent=area)
        self.original = Label("", "small", wrap=True, parent=area)
        for part in (
            self.title,
            self.questions,
            self.own,
            self.private,
            self.editor,
            self.original_head,
            self.original,
        ):
            body.addWidget(part)
        body.addStretch(1)
        self._actions = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)

    def show_state(self, state: LetterState, context: ActivityContext) -> None:
        """Show the step at hand; what is being typed is left alone."""
        letter = context.material
        if not isinstance(letter, PlainLetter):
            self.title.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state = state
        step = state.step
        self.head.show_steps([step_word(*each) for each in STEPS], STEPS.index((step, state.number)))
        self.title.setText(step_word(step, state.number))
        self.questions.setVisible(step is LetterStep.READING)
        if state.reader is not None:
            asked = [(q.id, q.text, q.group) for q in state.of(state.reader)]
            self.questions.show_points(asked, context.groups)
        self.editor.setVisible(step in _WRITING)
        self.editor.show_versions(letter, state.versions, context.groups)
        self._show_own(state.versions.get("", ""))
        self.private.setVisible(step not in _WRITING)
        self.key.setText(self._key(letter))
        self.key.setVisible(bool(self.key.text()))
        self._show_points(letter.points)
        self.reveal.set_shown(self._is_shown())
        told = self.tr("Originalet. {measure}").format(measure=measure_words(measure(letter.original)))
        self.original_head.setText(told)
        self.original.setText(joined(letter.original))

    def commit_pending(self) -> None:
        self.questions.commit()
        self.editor.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _show_own(self, text: str) -> None:
        comparing = self._state.step in (LetterStep.CHECKING, LetterStep.MODEL)
        self.own.setVisible(comparing)
        self.own.setText(text or self.tr("Rummet har inte skrivit någon version än."))

    def _key(self, letter: PlainLetter) -> str:
        if self._state.reader is not None:
            return reading_of(letter.readings, self._state.reader)
        if self._state.step is LetterStep.MODEL:
            return f"{measure_words(measure(plain(letter.model)))}\n\n{plain(letter.model)}"
        return ""

    def _show_points(self, points: tuple[str, ...]) -> None:
        if points != self._points:
            self._points = points
            clear_layout(self.checks)
            self.boxes = [WrappedCheck(point, self.private) for point in points]
            for number, check in enumerate(self.boxes):
                check.box.toggled.connect(partial(self._check, number))
                self.checks.addWidget(check)
        for number, check in enumerate(self.boxes):
            check.setVisible(self._state.step is LetterStep.CHECKING)
            with QSignalBlocker(check.box):
                check.box.setChecked(self._state.checked.get(number, False))

    def _is_shown(self) -> bool:
        if self._state.reader is not None:
            return self._state.reader in self._state.read
        return self._state.points if self._state.step is LetterStep.CHECKING else self._state.model

    @Slot(int)
    def _go_to(self, number: int) -> None:
        self.commit_pending()
        self.proposed.emit(LetterStepShown(*STEPS[number]))

    @Slot(str, str, str)
    def _ask(self, question: str, text: str, group: str) -> None:
        if self._state.reader is not None:
            self.proposed.emit(QuestionWritten(question, self._state.reader, text, group))

    @Slot(str, str)
    def _write(self, text: str, group: str) -> None:
        self.proposed.emit(VersionWritten(text, group))

    def _check(self, number: int, met: bool) -> None:
        self.proposed.emit(PointChecked(number, met))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        if self._state.reader is not None:
            self.proposed.emit(ReadingShown(self._state.reader, shown))
        elif self._state.step is LetterStep.CHECKING:
            self.proposed.emit(PointsShown(shown))
        elif self._state.step is LetterStep.MODEL:
            self.proposed.emit(ModelShown(shown))

    def _toggle_key(self) -> None:
        self._reveal(not self._is_shown())

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra steget"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa steg"), "Alt+Right")
        key = kind_action(self, self.tr("Visa eller dölj materialets text"), "Ctrl+Shift+F")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        key.triggered.connect(self._toggle_key)
        return [earlier, later, key]
