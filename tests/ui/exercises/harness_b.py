"""A bench for an exercise panel: a real attempt, and around it what the frame has: title, page, big button, Enter.

What the panel proposes happens at once, if the rules allow it. Tests and pictures use `Bench`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.content.study.loading import load_study_content
from kompetens_gui.domain.exercises.base import EarlierAttempt
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished, AttemptId, AttemptStarted
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.study.learning_path import LearningPath, LearningStep
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.ui.exercises.base import exercise_panel
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Heading, Kbd, Label
from kompetens_gui.ui.widgets.responsive import PageScroll

RESOURCES = Path(__file__).parents[3] / "resources"
BEGAN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LEARNER = LearnerProfile(LearnerId("learner"), "Maria Lundkvist")
NAVIGATION, MENU = 216, 30


@cache
def content(kind: str, ref: str) -> Any:  # noqa: ANN401 (each kind has its own)
    """Return real content from its file."""
    return load_study_content(RESOURCES / "exercises" / kind / f"{ref}.yaml")


@cache
def step(path_id: str, module_id: str, step_id: str) -> LearningStep:
    """Return a real step of a learning path."""
    path: LearningPath = load_study_content(RESOURCES / "learning_paths" / f"{path_id}.yaml")
    module = next(m for m in path.modules if m.id == module_id)
    return next(s for s in module.steps if s.id == step_id)


def begin(
    kind: str, what: object, *, seed: int = 0, title: str = "", earlier: Sequence[EarlierAttempt] = (), day: int = 0
) -> Attempt:
    """Begin an attempt at content, so many days after the first."""
    head = getattr(what, "head", None)
    named = title or (head.title if head is not None else "")
    started = AttemptStarted(AttemptId("a"), LEARNER.id, kind, named, what, BEGAN + timedelta(days=day), seed=seed)
    return Attempt.begin(started, earlier)


def with_events(attempt: Attempt, *events: object) -> Attempt:
    """Let events happen, each a minute after the one before; a refused one raises."""
    for event in events:
        attempt.check(event)
        at = attempt.last_at + timedelta(minutes=1)
        attempt = attempt.with_event(RecordedEvent(attempt.next_seq, at, event))
    return attempt


def finished(attempt: Attempt) -> EarlierAttempt:
    """Finish an attempt, as the next one at the same content sees it."""
    done = with_events(attempt, AttemptFinished())
    return EarlierAttempt(done.last_at, done.started.seed, done.state, done.outcome)


class _Window(QWidget):
    """Runs the button that has the keyboard on Enter, else the big one, where nothing else took it: as the frame."""

    def __init__(self, enter: Callable[[], object]) -> None:
        super().__init__()
        self._enter = enter

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and not focus.isCheckable():
            focus.click()
        else:
            self._enter()


class Bench:
    """An attempt on show. `asked` holds what the panel wanted of services; a `slow` one answers on `deliver`."""

    def __init__(
        self,
        attempt: Attempt,
        qtbot: QtBot | None = None,
        *,
        size: tuple[int, int] = (1366, 768),
        supervisors: Sequence[LearnerProfile] = (),
        slow: bool = False,
    ) -> None:
        self.attempt = attempt
        self._slow = slow
        self.events: list[object] = []
        self._waiting: list[object] = []
        self.asked: list[object] = []
        self.window = _Window(self.press_primary)
        self.window.setProperty("page", "true")
        self.scroll = PageScroll(self.window)
        self.scroll.body.setContentsMargins(0, 0, 0, 0)
        inside = self.scroll.widget()
        assert inside is not None
        self.panel: Any = exercise_panel(attempt.started.kind, inside)
        self.scroll.body.addWidget(self.panel)
        self.button = Button("", "primary", "lg", icon_name="arrow-right", icon_after=True, parent=self.window)
        self.progress = Label("", "dense", "muted", parent=self.window)
        self._lay_out(size)
        self.panel.proposed.connect(self._propose)
        self.panel.round_wanted.connect(self._finish_round)
        self.panel.service_wanted.connect(self.asked.append)
        self.panel.primary_changed.connect(self._show_frame)
        self.button.clicked.connect(self.press_primary)
        if qtbot is not None:
            qtbot.addWidget(self.window)
            with qtbot.waitExposed(self.window):
                self.window.show()
            self.window.activateWindow()
            qtbot.waitUntil(self.window.isActiveWindow)
        self.panel.show_people(LEARNER, supervisors)
        self.panel.show_attempt(attempt)
        self._show_frame()
        first = self.panel.first_focus()
        if first is not None:
            first.setFocus()
        settle()

    @property
    def view(self) -> Any:  # noqa: ANN401 (each kind has its own)
        return self.attempt.view

    def deliver(self) -> None:
        """Let what a slow disk was asked for happen."""
        waiting, self._waiting = self._waiting, []
        for event in waiting:
            self.happen(event)
        settle()

    def happen(self, event: object) -> None:
        self.attempt = with_events(self.attempt, event)
        self.events.append(event)
        self.panel.show_attempt(self.attempt)

    def key(self, qtbot: QtBot, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            qtbot.keyClick(focus, key, modifier)
            settle()

    def click(self, qtbot: QtBot, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def texts(self) -> list[str]:
        """Return all words that can be read on the panel now."""
        return [label.text() for label in self.panel.findChildren(QLabel) if label.isVisibleTo(self.panel)]

    def press_primary(self) -> None:
        action = self.panel.primary()
        if action is not None and action.enabled:
            action.run()
        settle()

    def primary_text(self) -> str:
        """Return what the big button says, empty when it is the frame's."""
        action = self.panel.primary()
        return action.text if action is not None else ""

    def can_press(self) -> bool:
        action = self.panel.primary()
        return action is not None and action.enabled

    def _propose(self, event: object) -> None:
        if self._slow:
            self._waiting.append(event)
        else:
            self.happen(event)

    def _finish_round(self) -> None:
        self.happen(RoundFinished())

    def _show_frame(self) -> None:
        action = self.panel.primary()
        self.button.setText(action.text if action is not None else "Klar")
        self.button.setEnabled(action.enabled if action is not None else self.attempt.can_finish)
        done = self.panel.progress()
        self.progress.setText(f"{done[0]} av {done[1]}" if done is not None else "")

    def _lay_out(self, size: tuple[int, int]) -> None:
        head = QHBoxLayout()
        head.addWidget(Heading(self.attempt.started.title, "h1"), 1)
        head.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(Kbd("Enter"))
        foot.addStretch(1)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(32, 20, 32, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.scroll, 1)
        column.addLayout(foot)
        self.window.resize(size[0] - NAVIGATION, size[1] - MENU)


def write(widget: QWidget, text: str) -> None:
    """Write on the keyboard; Qt's own helper knows no å, ä and ö."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def settle() -> None:
    """Let what waits for the event loop happen."""
    for _ in range(6):
        QApplication.processEvents()
