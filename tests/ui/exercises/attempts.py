"""A panel joined to an attempt through the rules of its kind, as the frame of an exercise joins them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.content.study.library import load_study_library
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.learning.attempt import Attempt, AttemptId, AttemptStarted
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.questions import KnowledgeItem
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.services.study_ports import StudyLibrary
from kompetens_gui.ui.exercises.base import exercise_panel
from kompetens_gui.ui.widgets.responsive import PageScroll

ROOT = Path(__file__).parents[3]
BEGAN = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)


@cache
def library() -> StudyLibrary:
    return load_study_library(ROOT / "resources")


def item(item_id: str) -> KnowledgeItem:
    return library().item(item_id)


class Studying:
    """A panel on show; what it proposes happens at once, if the rules allow it."""

    def __init__(
        self,
        kind: str,
        content: object,
        *,
        title: str = "",
        seed: int = 1,
        attempt: Attempt | None = None,
    ) -> None:
        begun = AttemptStarted(AttemptId("a1"), LearnerId("l1"), kind, title or "Övning", content, BEGAN, seed=seed)
        self.attempt = attempt or Attempt.begin(begun)
        self.panel: Any = exercise_panel(kind)
        self.scroll = PageScroll()
        self.scroll.body.setContentsMargins(0, 0, 0, 0)
        self.scroll.body.addWidget(self.panel)
        self.window = QWidget()
        self.window.setProperty("page", "true")
        column = QVBoxLayout(self.window)
        column.addWidget(self.scroll)
        self.panel.proposed.connect(self.happen)
        self.panel.round_wanted.connect(lambda: self.happen(RoundFinished()))
        self.panel.show_attempt(self.attempt)

    def show(self, qtbot: QtBot, size: tuple[int, int] = (1086, 700)) -> None:
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        with qtbot.waitExposed(self.window):
            self.window.show()
        first = self.panel.first_focus()
        if first is not None:
            first.setFocus()
        settle()

    def happen(self, event: object) -> None:
        self.attempt.check(event)
        at = BEGAN + timedelta(seconds=20 * (len(self.attempt.events) + 1))
        self.attempt = self.attempt.with_event(RecordedEvent(self.attempt.next_seq, at, event))
        self.panel.show_attempt(self.attempt)

    def press_primary(self) -> None:
        """Do what the big button does."""
        action = self.panel.primary()
        assert action is not None
        assert action.enabled, action.text
        action.run()
        settle()

    def primary_text(self) -> str:
        action = self.panel.primary()
        return action.text if action is not None else ""

    def can_press(self) -> bool:
        action = self.panel.primary()
        return action is not None and action.enabled

    def key(self, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key, modifier)
        settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
