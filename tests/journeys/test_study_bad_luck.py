"""What goes wrong around somebody who studies: nothing accepted is lost, and the words are clear."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.learning.attempt import LONGEST_PAUSE_S, Attempt, AttemptResumed
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.study.questions import KnowledgeItem
from kompetens_gui.storage.checking import check_database
from kompetens_gui.study_windows import StudyWindows
from kompetens_gui.ui.study.page import StudyPage
from tests.domain.study_making import right_answer
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader
from tests.journeys.exercise_keys import answer_item, do, next_item
from tests.journeys.student import FROM_TEXT, Student
from tests.journeys.studying_alone import NAME, at_the_questions, done, learner, supervisor

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
ROOT = Path(__file__).parents[2]


def answer(student: Student) -> None:
    """Answer the question on show, right."""
    view = student.attempt.view.current
    item: KnowledgeItem = student.attempt.started.content.item(view.id)
    answer_item(student, view, right_answer(item))
    student.press_big("Svara")


# -- a program that dies


def killed_while_answering(data: Path) -> list[str]:
    """Let a learner of another process answer, kill it in the middle, and return what it told of."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.dying_student", str(data)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    told, after = list[str](), -1
    for line in process.stdout:
        if line == "HERE\n":
            after = 0
        else:
            told.append(line.split()[1])
            after += after >= 0
        if after > 0:
            break
    process.kill()
    rest, _ = process.communicate(timeout=30)
    return told + [line.split()[1] for line in rest.splitlines() if line.count(" ") == 1]


def test_a_killed_learner_goes_on_at_the_very_question(begin: Begin, clock: RehearsalClock, tmp_path: Path) -> None:
    told = killed_while_answering(tmp_path / "data")
    assert told == ["ItemAnswered"] * len(told)
    assert check_database(tmp_path / "data" / "kompetens.sqlite3").is_sound
    clock.move(timedelta(hours=3).total_seconds())

    student = Student(begin(tmp_path / "data"), clock)
    student.open_page()
    student.at_home()
    student.leader.sees("Fortsätt där du var")
    student.go_on()
    events = [e.event for e in student.attempt.events]
    answers = [e for e in events if isinstance(e, ItemAnswered)]
    # The one being written when death came may be there whole without having been told of.
    assert len(told) <= len(answers) <= len(told) + 1
    assert events[len(answers) :] == [AttemptResumed()]
    assert student.attempt.seconds < LONGEST_PAUSE_S * len(answers), "the hours it was dead are not counted"
    student.leader.sees(student.attempt.view.current.text)
    do(student)
    assert all(a.right for a in student.program.studying.finished(student.learner.id)[-1].outcome.answered)


# -- clocks


def test_a_clock_that_is_set_back_takes_nothing_away(begin: Begin, clock: RehearsalClock) -> None:
    student = Student(begin(), clock)
    who = at_the_questions(student)
    answer(student)
    next_item(student)
    spent = student.attempt.seconds
    clock.move(-timedelta(days=3).total_seconds())
    answer(student)
    assert student.attempt.seconds == spent
    next_item(student)
    do(student)
    student.leave()
    found = student.program.studying.finished(who.id, who.path)
    assert sorted(a.step for a in found) == ["u1", "u2", "u3", "u4"]
    student.leader.sees("Kallelse till avstämningsmöte")
    student.leader.go_to("Framsteg", "progress")
    student.leader.sees("Roller, uppdrag och gränser")
    assert student.program.repetition.today(who.id).minutes >= 0


def test_midnight_and_the_end_of_summer_time_pass_in_the_middle(begin: Begin, clock: RehearsalClock) -> None:
    student = Student(begin(), clock)
    at(clock, datetime(2026, 10, 24, 21, 57, tzinfo=UTC))
    at_the_questions(student)
    answer(student)  # 23.58, summer time
    next_item(student)
    at(clock, datetime(2026, 10, 24, 22, 2, tzinfo=UTC))
    answer(student)  # 00.02
    next_item(student)
    at(clock, datetime(2026, 10, 25, 0, 58, tzinfo=UTC))
    answer(student)  # 02.58, summer time
    next_item(student)
    at(clock, datetime(2026, 10, 25, 1, 3, tzinfo=UTC))
    do(student)  # 02.03, and later by the sun
    attempt = last_attempt(student)
    moments = [attempt.started.at, *(entry.at for entry in attempt.events)]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(moments)]
    assert all(gap >= 0 for gap in gaps)
    with student.program.work() as work:
        finished = work.attempts.finished(student.learner.id)[-1]
    assert finished.on.isoformat() == "2026-10-25"
    assert finished.attempt.minutes == -int(-sum(min(gap, LONGEST_PAUSE_S) for gap in gaps) // 60)


def at(clock: RehearsalClock, moment: datetime) -> None:
    clock.move((moment - clock.now()).total_seconds())


def last_attempt(student: Student) -> Attempt:
    finished = student.program.studying.finished(student.learner.id)[-1]
    return student.program.studying.read(finished.id)


# -- files that change or are not there


OWN_READING = """schema: 1
id: egen-text
title: Vår egen text
status: ready
difficulty: 1
competence_areas: [K01]
audience: [Rehabkoordinator]
minutes: 5
learning_goals: [Läser vår egen text.]
sources: [{{title: Egen rutin, section: hela, dated: 2026, certainty: certain}}]
review: {{author_role: Kompetens redaktion}}
pages:
  - {{title: Sidan, text: {text}}}
  - {{title: Sista sidan, text: Här slutar texten.}}
"""
OWN_PATH = """schema: 1
id: egen-vag
title: Vår egen väg
status: ready
course_code: EV
description: En kort väg som vi har skrivit själva.
audience: [Rehabkoordinator]
hours: 1
valid_months: null
title_on_certificate: Vår egen väg
modules:
  - id: egen-modul
    title: Vår modul
    minutes: 20
    competence_areas: [K01]
    goals: [Läser vår egen text.]
    steps:
      - {id: t1, kind: reading, ref: egen-text, title: Vår egen text, minutes: 5}
      - {id: t2, kind: letter, ref: brev-som-ingen-skrev, title: Ett brev, minutes: 5}
    pass:
      - {rule: steps_done, kind: reading, at_least: 1}
      - {rule: steps_done, kind: letter, at_least: 1}
sources: [{title: Egen rutin, section: hela, dated: 2026, certainty: certain}]
review: {author_role: Kompetens redaktion}
"""
FIRST, SECOND = "Den här meningen stod här först.", "Den här meningen skrevs dit sedan."


def write_own_path(data: Path) -> Path:
    """Put a path of one's own in the data folder, whose second step refers to nothing; return the text's file."""
    study = data / "study"
    for folder in ("learning_paths", "exercises/reading"):
        (study / folder).mkdir(parents=True)
    (study / "learning_paths" / "egen-vag.yaml").write_text(OWN_PATH, encoding="utf-8")
    text = study / "exercises" / "reading" / "egen-text.yaml"
    text.write_text(OWN_READING.format(text=FIRST), encoding="utf-8")
    return text


def markdown_on_show(student: Student) -> str:
    return str(student.panel.text.toPlainText())  # type: ignore[attr-defined]


def test_a_file_that_changes_meanwhile_changes_nothing_of_what_is_begun(
    begin: Begin, clock: RehearsalClock, tmp_path: Path
) -> None:
    file = write_own_path(tmp_path / "data")
    student = Student(begin(), clock)
    learner(student.program, path="egen-vag")
    student.open_page()
    student.at_home()
    student.go_on()
    assert FIRST in markdown_on_show(student)
    student.leader.press("Return")
    student.leader.wait(lambda: len(student.attempt.view.read) == 1, "the first page is read")
    file.write_text(OWN_READING.format(text=SECOND), encoding="utf-8")
    student.leave()
    begin.end(student.leader)

    student = Student(begin(), clock)
    student.open_page()
    student.at_home()
    student.go_on()
    student.leader.press("Left")
    assert FIRST in markdown_on_show(student)
    student.leader.press("Right")
    student.press_big("Jag har läst klart")
    student.finish()
    student.leave()
    student.open_step("Vår egen text")
    assert SECOND in markdown_on_show(student), "what is begun afterwards has the new text"


def test_a_step_that_refers_to_nothing_says_so_and_the_program_runs(
    begin: Begin, clock: RehearsalClock, tmp_path: Path
) -> None:
    write_own_path(tmp_path / "data")
    student = Student(begin(), clock)
    who = learner(student.program, path="egen-vag")
    done(student.program, who, "t1", module="egen-modul")
    student.open_page()
    student.at_home()
    leader = student.leader
    leader.activate("Fortsätt: Ett brev")
    leader.wait(lambda: any("går inte att öppna" in words for words in leader.notices()), "that it cannot be opened")
    (words,) = leader.notices()
    assert "brev-som-ingen-skrev" in words
    assert "Gör ett annat steg så länge" in words
    student.at_home()
    assert student.program.studying.unfinished(who.id) == []
    student.open_step("Vår egen text")
    do(student)


# -- two windows, and a PIN that nobody remembers


class OtherWindow(Student):
    """A second window with self-study, over the same program."""

    def __init__(self, leader: Leader, clock: RehearsalClock) -> None:
        super().__init__(leader, clock)
        self.study = StudyWindows(leader.program, leader.start.window, leader.windows.tasks, leader.start.window)
        leader.windows.bridge.arrived.connect(self.study.heard)
        page = self.study.make_page()
        assert isinstance(page, StudyPage)
        self._page = page
        page.resize(1200, 800)
        page.show()

    @property
    def page(self) -> StudyPage:
        return self._page

    @property
    def learner(self) -> LearnerProfile:
        learner = self.study.learner.profile
        assert learner is not None
        return learner

    def come_forward(self) -> None:
        self._page.activateWindow()
        self.leader.wait(lambda: QApplication.activeWindow() is self._page, "the other window has the keyboard")


@contextmanager
def other_window(student: Student) -> Iterator[OtherWindow]:
    other = OtherWindow(student.leader, student.clock)
    yield other
    other.study.shut_down()
    student.leader.windows.bridge.arrived.disconnect(other.study.heard)
    other.page.hide()
    other.page.deleteLater()


def test_two_windows_on_one_profile_see_the_same_and_lose_nothing(begin: Begin, clock: RehearsalClock) -> None:
    student = Student(begin(), clock)
    at_the_questions(student)
    with other_window(student) as other:
        other.come_forward()
        other.at_home()
        other.go_on()
        assert other.attempt.id == student.attempt.id
        other.leave()
        come_forward(student)
        answer(student)
        next_item(student)
        other.come_forward()
        other.go_on()
        assert len(other.attempt.view.answered) == 1
        answer(other)
        come_forward(student)
        student.leader.wait(lambda: student.big == "Nästa fråga", "the question as the other has answered it")
        next_item(student)
        other.come_forward()
        other.leave()
        come_forward(student)
        do(student)
    assert student.program.studying.unfinished(student.learner.id) == []


def come_forward(student: Student) -> None:
    window = student.leader.start.window
    window.activateWindow()
    student.leader.wait(lambda: QApplication.activeWindow() is window, "the first window has the keyboard")


def test_a_forgotten_pin_costs_the_private_words_and_nothing_else(begin: Begin, clock: RehearsalClock) -> None:
    student = Student(begin(), clock)
    leader, program = student.leader, student.program
    supervisor(program, "Karin Wallmark", "1357")
    who = learner(program, pin="2468")
    done(program, who, "u1", reflection="Det här är bara mitt.")
    before = program.progress.matrix(who.id).areas
    student.open_page()
    leader.sees("Vem pluggar?")
    leader.activate(NAME)
    leader.sees(f"Hej {NAME}")
    leader.activate("Glömt koden?")
    leader.sees("Det som bara du skulle läsa försvinner: en reflektion.")
    leader.tab_to("Handledarens PIN-kod")
    leader.type("9999")
    leader.activate("Ta bort koden och texterna")
    leader.sees("Koden stämmer inte. Försök igen.")
    leader.tab_to("Handledarens PIN-kod")
    leader.replace("1357")
    leader.activate("Ta bort koden och texterna")
    student.at_home()
    assert not program.profiles.get(who.id).has_pin
    (kept,) = program.studying.finished(who.id)
    assert program.studying.read(kept.id).reflection == ""
    assert program.progress.matrix(who.id).areas == before, "levels stand"
    student.go_on()
    assert student.attempt.started.step == "u2"
    leader.press(FROM_TEXT)
