"""A disk that is full for a while: nothing that was answered is lost, and it is told once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import ActivityRefused, DiskFull
from kompetens_gui.domain.exercises.reflection import PromptAnswered, ReflectionPrompts
from kompetens_gui.domain.learning.attempt import Attempt, AttemptId, AttemptStarted
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.open_attempt import OpenAttempt, StudyDesk
from kompetens_gui.ui.study.answers import Answers
from tests.ui.study.desk import HandClock


class FillableDisk:
    """Writes to memory; `full` makes the disk full."""

    def __init__(self) -> None:
        self.full = False
        self.written: list[object] = []

    def append(self, attempt: AttemptId, kind: str, entry: RecordedEvent) -> None:
        if self.full:
            raise DiskFull("data")
        self.written.append(entry.event)

    def close(self) -> None:
        """Nothing to close."""


@pytest.fixture
def disk() -> FillableDisk:
    return FillableDisk()


@pytest.fixture
def opened(disk: FillableDisk) -> Iterator[OpenAttempt]:
    desk = StudyDesk(lambda: disk, HandClock(), EventBus())
    started = AttemptStarted(
        AttemptId("a1"),
        LearnerId("l1"),
        "reflection",
        "Övning",
        ReflectionPrompts("", ("Vad?", "Varför?")),
        datetime(2026, 11, 12, tzinfo=UTC),
    )
    yield OpenAttempt(Attempt.begin(started), desk)
    desk.release()


def settle(opened: OpenAttempt) -> None:
    opened.on_the_writer(lambda: opened.attempt).result()
    for _ in range(5):
        QApplication.processEvents()


def test_what_could_not_be_written_is_asked_for_again_in_its_order(
    qtbot: QtBot, disk: FillableDisk, opened: OpenAttempt
) -> None:
    answers = Answers()
    told: list[Exception] = []
    answers.held_up.connect(told.append)
    answers.follow(opened)
    disk.full = True
    answers.answer(PromptAnswered(0, "Först"))
    settle(opened)
    answers.answer(PromptAnswered(1, "Sedan"))
    settle(opened)
    assert answers.is_held_up
    assert len(told) == 1, "told once, not for every key"
    assert disk.written == []
    disk.full = False
    answers.try_again()
    settle(opened)
    assert disk.written == [PromptAnswered(0, "Först"), PromptAnswered(1, "Sedan")]
    assert not answers.is_held_up


def test_what_cannot_happen_is_refused_and_not_tried_again(
    qtbot: QtBot, disk: FillableDisk, opened: OpenAttempt
) -> None:
    answers = Answers()
    refused: list[Exception] = []
    answers.refused.connect(refused.append)
    answers.follow(opened)
    answers.answer(PromptAnswered(7, "Finns inte"))
    settle(opened)
    assert [type(e) for e in refused] == [ActivityRefused]
    assert not answers.is_held_up


def test_answers_to_an_exercise_that_was_left_are_not_told_to_the_next(
    qtbot: QtBot, disk: FillableDisk, opened: OpenAttempt
) -> None:
    answers = Answers()
    told: list[Exception] = []
    answers.refused.connect(told.append)
    answers.follow(opened)
    answers.answer(PromptAnswered(7, "Finns inte"))
    answers.follow(None)
    settle(opened)
    assert told == []
    assert answers.asked == 0
