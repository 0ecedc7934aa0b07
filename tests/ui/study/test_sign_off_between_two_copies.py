"""From the learner's copy to the supervisor's and back, on two data folders, with nothing but texts in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.ui.exercises.sign_off.panel import SignOffPanel
from kompetens_gui.ui.study.exercise_page import Stage
from tests.ui.course_certificates.answering import AnsweringDesk
from tests.ui.exercises.harness_b import write
from tests.ui.study.desk import StudyDesk, study_desk

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NAME, WORK = "Sara Lindmo", "Jag ringer arbetsgivaren i vecka två."


@pytest.fixture
def supervisor(tmp_path: Path, qapp: QApplication) -> Iterator[AnsweringDesk]:
    with AnsweringDesk(tmp_path / "handledare") as made:
        yield made


class Student:
    """A learner at the step that is to be signed, in a window of their own."""

    def __init__(self, desk: StudyDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot

    @property
    def panel(self) -> SignOffPanel:
        panel = self.desk.page.exercise.page.panel
        assert isinstance(panel, SignOffPanel)
        return panel

    def begin(self) -> tuple[LearnerId, AttemptId]:
        """Make a profile with the step begun beside the window, and open the page."""
        studying = self.desk.program.studying
        who = self.desk.profile(NAME)
        module = studying.path("koordinatorskorkort").module("avslut")
        assert module is not None
        step = next(s for s in module.steps if s.kind == StepKind.SIGN_OFF)
        opened = studying.open_free(who.id, StepKind.SIGN_OFF, "", step.settings, step.title)
        opened.leave().result()
        return who.id, opened.id

    def take_up(self, who: LearnerId, attempt: AttemptId) -> None:
        """Open the exercise that was begun, as one does from the list of what is unfinished."""
        desk = self.desk
        desk.window.activateWindow()
        desk.open_study(self.qtbot)
        desk.study.learner.open(desk.program.profiles.get(who))
        desk.settle(self.qtbot)
        services = desk.page.controller.services
        assert services is not None
        desk.page.exercise.open(services, lambda s: s.studying.resume(attempt))
        desk.page.stack.setCurrentWidget(desk.page.exercise.page)
        desk.settle(self.qtbot)
        assert desk.stage() == Stage.WORKING

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(60):
            if widget.hasFocus():
                return
            self.desk.key(KEY.Key_Tab)
        raise AssertionError("the keyboard does not get there")

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.desk.key(key, modifier)
            self.desk.settle(self.qtbot)

    def ask(self, *, with_work: bool) -> str:
        """Describe the work, choose the second way, make the request and copy it; all by keyboard."""
        self.back_at_the_window()
        write(self.panel.describe.words, WORK)
        # Tab comes to the way that is chosen; it is kept when something is asked anew.
        way = self.panel.describe.way
        kept = way.current()
        self.tab_to(way.button(kept))
        if kept == "here":
            self.press(KEY.Key_Right, KEY.Key_Space)
        if with_work:
            self.tab_to(self.panel.describe.with_work.box)
            self.press(KEY.Key_Space)
        self.press(KEY.Key_Return, modifier=CTRL)
        self.qtbot.waitUntil(self.panel.asked.isVisible)
        self.tab_to(self.panel.request.copy)
        self.press(KEY.Key_Return)
        return QGuiApplication.clipboard().text()

    def back_at_the_window(self) -> None:
        self.desk.window.activateWindow()
        self.qtbot.waitUntil(lambda: self.desk.window.isActiveWindow())
        first = self.panel.first_focus()
        assert first is not None
        first.setFocus()

    def paste(self, text: str) -> None:
        self.back_at_the_window()
        code = self.panel.answer.code
        self.tab_to(code)
        code.selectAll()
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(code, KEY.Key_V, CTRL)
        self.press(KEY.Key_Return)


def answered(supervisor: AnsweringDesk, qtbot: QtBot, request: str, comment: str = "", *, not_yet: bool = False) -> str:
    """Let the supervisor answer a request in their own window, making a key the first time."""
    supervisor.window.activateWindow()
    qtbot.waitUntil(supervisor.window.isActiveWindow)
    supervisor.paste(qtbot, request)
    supervisor.key_is_known(qtbot)
    if supervisor.page.form.key.standing is None:
        supervisor.make_key(qtbot)
    supervisor.say(qtbot, comment, not_yet=not_yet)
    code = supervisor.copied(qtbot)
    supervisor.tab_to(supervisor.page.signed.again)
    supervisor.press(qtbot, KEY.Key_Return)
    return code


def test_a_request_goes_out_and_the_answer_counts(
    tmp_path: Path, kept_content: Path, supervisor: AnsweringDesk, qtbot: QtBot
) -> None:
    with study_desk(tmp_path / "lärande", kept_content) as desk:
        student = Student(desk, qtbot)
        who, attempt = student.begin()
        student.take_up(who, attempt)
        request = student.ask(with_work=True)

        # Both copies are closed and opened again between asking and answering: nothing is lost.
    no = answered(supervisor, qtbot, request, "Ring en gång till.", not_yet=True)
    with study_desk(tmp_path / "lärande", kept_content) as desk:
        student = Student(desk, qtbot)
        student.take_up(who, attempt)
        assert student.panel.request.code.toPlainText() == request

        # What is false is refused in words, and nothing has changed.
        student.paste(f"{no[:20]}{'x' if no[20] != 'x' else 'y'}{no[21:]}")
        assert "skadats på vägen" in student.panel.answer.field.error
        student.paste(request)
        assert "Det här är en begäran" in student.panel.answer.field.error

        # The key is new here: its words are those that the supervisor's own copy shows.
        student.paste(no)
        qtbot.waitUntil(student.panel.key.isVisible)
        theirs = supervisor.program.answering.key_of("Karin Öberg")
        assert theirs is not None
        assert student.panel.key.offer is not None
        assert student.panel.key.offer.fingerprint == theirs.own.key.fingerprint
        student.press(KEY.Key_Space, KEY.Key_Return)
        qtbot.waitUntil(student.panel.asked.isVisible)
        assert "”Ring en gång till.”" in desk.texts(student.panel)
        assert desk.program.sign_offs.of(who) == []

        # Changed, asked about anew, and approved.
        student.tab_to(student.panel.request.change)
        student.press(KEY.Key_Return)
        again = student.ask(with_work=False)
        assert again != request
        yes = answered(supervisor, qtbot, again, "Fint arbete.")
        student.paste(no)
        assert "tidigare begäran" in student.panel.answer.field.error
        student.paste(yes)
        qtbot.waitUntil(student.panel.signed.isVisible)
        assert "Karin Öberg har godkänt." in student.panel.signed.words.text()
        (kept,) = desk.program.sign_offs.of(who)
        assert (kept.by_name, kept.text) == ("Karin Öberg", "Fint arbete.")
        assert kept.fingerprint == theirs.own.key.fingerprint.spoken
        student.press(KEY.Key_Return)
        qtbot.waitUntil(lambda: desk.stage() == Stage.RESULT)
        assert desk.program.studying.read(attempt).outcome.signed
        assert desk.notices() == []
