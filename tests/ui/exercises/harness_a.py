"""An exercise panel with a real attempt behind it: what it proposes happens at once, if the rules allow it.

`practise(...)` opens an attempt at real content through the domain and shows the panel in a window, as the frame does.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.content.loading import load_case
from kompetens_gui.content.study.loading import load_study_content
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.exercises.base import EarlierAttempt
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.exercises.sufficiency import SufficiencyContent
from kompetens_gui.domain.learning.attempt import Attempt, AttemptId, AttemptStarted
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.ui.exercises.base import ExercisePanel, exercise_panel
from kompetens_gui.ui.widgets.buttons import Button

ROOT = Path(__file__).parents[3]
BEGAN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
CASE_KINDS = ("mark_chain", "rewrite", "supplement")


@cache
def case(case_id: str) -> Case:
    return load_case(ROOT / "cases" / case_id)


@cache
def content_of(kind: str, ref: str, medical_certificate: str = "") -> Any:  # noqa: ANN401 (each kind has its own)
    """Return real content as the services freeze it for an attempt."""
    if kind in CASE_KINDS:
        return CaseContent(case(ref), medical_certificate)
    if kind == "sufficiency":
        panel = ROOT / "resources" / "panels" / f"{ref}.yaml"
        return SufficiencyContent(case(ref), medical_certificate, load_study_content(panel) if panel.exists() else None)
    return load_study_content(ROOT / "resources" / "exercises" / kind / f"{ref}.yaml")


@dataclass
class Practice:
    """An attempt and the panel that shows it."""

    attempt: Attempt
    panel: Any
    window: QWidget
    button: Button
    events: list[object] = field(default_factory=list)

    @property
    def view(self) -> Any:  # noqa: ANN401 (each kind has its own)
        return self.attempt.view

    def happen(self, event: object) -> None:
        """Let an event happen, as the writer of the running program does; a refused one raises."""
        self.attempt.check(event)
        at = BEGAN + timedelta(minutes=self.attempt.next_seq)
        self.attempt = self.attempt.with_event(RecordedEvent(self.attempt.next_seq, at, event))
        self.events.append(event)
        self.panel.show_attempt(self.attempt)

    def finish_round(self) -> None:
        self.happen(RoundFinished())

    def show_primary(self) -> None:
        """Let the button under the exercise say what the panel says."""
        action = self.panel.primary()
        self.button.setText(action.text if action else "Klar")
        self.button.setEnabled(action.enabled if action else self.attempt.can_finish)

    def press_primary(self) -> None:
        action = self.panel.primary()
        if action is not None and action.enabled:
            action.run()


def begin(
    kind: str,
    ref: str,
    settings: StepSettings | None = None,
    earlier: tuple[EarlierAttempt, ...] = (),
    content: object = None,
) -> Attempt:
    """Begin an attempt at real content, or at `content`."""
    wanted = settings or StepSettings()
    frozen = content_of(kind, ref, wanted.medical_certificate) if content is None else content
    started = AttemptStarted(
        AttemptId("attempt"), LearnerId("learner"), kind, ref, frozen, BEGAN, ref=ref, settings=wanted
    )
    return Attempt.begin(started, earlier)


def before(attempt: Attempt) -> EarlierAttempt:
    """Return an attempt as the next one at the same content sees it."""
    return EarlierAttempt(attempt.last_at, attempt.started.seed, attempt.state, attempt.outcome)


def practise(attempt: Attempt, qtbot: QtBot | None = None, *, width: int = 1086, height: int = 600) -> Practice:
    """Show the panel of an attempt in a page that scrolls, with the button of the frame under it."""
    window = QWidget()
    window.setProperty("page", "true")
    area = QScrollArea(window)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget(area)
    inside.setProperty("scrollBody", "true")
    panel: ExercisePanel = exercise_panel(attempt.started.kind, inside)
    around = QVBoxLayout(inside)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(panel)
    area.setWidget(inside)
    button = Button("Klar", "primary", "lg", parent=window)
    foot = QHBoxLayout()
    foot.addStretch(1)
    foot.addWidget(button)
    column = QVBoxLayout(window)
    column.addWidget(area, 1)
    column.addLayout(foot)
    practice = Practice(attempt, panel, window, button)
    panel.proposed.connect(practice.happen)
    panel.round_wanted.connect(practice.finish_round)
    panel.primary_changed.connect(practice.show_primary)
    button.clicked.connect(practice.press_primary)
    window.resize(width, height)
    panel.show_attempt(attempt)
    if qtbot is not None:
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    first = panel.first_focus()
    if first is not None:
        first.setFocus()
    return practice


def with_settings(attempt: Attempt, settings: StepSettings) -> Attempt:
    """Return an attempt that has not begun, set up otherwise."""
    return Attempt.begin(replace(attempt.started, settings=settings), attempt.earlier)
