"""Amina's supervisor sits elsewhere: a file goes out, a file comes back, and Koordinatorskörkortet is complete.

Two data folders, each with a program that is started and ended as a user does; by keys alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.joining import Program
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader
from tests.journeys.student import FROM_TEXT, Student
from tests.journeys.studying_alone import NAME, PATH, learner
from tests.services.player import play

# Qt's offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

SUPERVISOR = "Karin Öberg"
WORK = "Jag ringer arbetsgivaren redan första veckan."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """What is carried between the two: a request and an answer."""
    return tmp_path / "Begäran.kompetensbegaran", tmp_path / "Svar.kompetenssvar"


def all_but_the_sign_off(program: Program, who: LearnerProfile) -> None:
    """Do every step of the path with right answers, up to the one that somebody else has to sign.

    Modules with a twin case ask for it on two occasions.
    """
    path = program.studying.path(PATH)
    for module in path.first_time_modules:
        for step in (*module.steps, *(s for s in module.steps if s.kind == StepKind.TWIN)):
            if step.kind != StepKind.SIGN_OFF:
                opened = program.studying.open_step(who.id, PATH, module.id, step.id)
                play(opened, program.studying, program.sign_offs)


def ask(student: Student, request: Path) -> None:
    """Describe the work, choose the second way and save the request; then close the program."""
    leader = student.leader
    student.write(WORK)
    leader.tab_to("Godkänn här")
    leader.press("Right", "Space")
    leader.tab_to("Skicka med det jag har skrivit")
    leader.press("Space")
    student.press_big("Gör en begäran", FROM_TEXT, then=lambda: student.attempt.view.request is not None)
    leader.activate("Spara som fil…")
    leader.save_as(request)
    leader.sees(f"Sparad som {request.name}")


def answer(leader: Leader, request: Path, answered: Path) -> str:
    """Open the request from Kursintyg, make a key and sign; returns the words of the key as they stand there."""
    leader.go_to("Kursintyg", "course_certificates")
    leader.activate("Godkänn en begäran")
    leader.on_page("answering")
    leader.activate("Öppna en fil")
    leader.save_as(request)
    leader.sees(f"Begäran från {NAME}")
    leader.sees(WORK)
    leader.tab_to("Ditt namn")
    leader.replace(SUPERVISOR)
    leader.sees("har ingen nyckel på den här datorn")
    leader.activate("Gör min nyckel…")
    leader.dialog("Gör min nyckel")
    leader.press("Return")
    leader.dialog_gone()
    leader.sees("Läs upp orden när någon ringer.")
    leader.tab_to("Jag har gått igenom det här med")
    leader.press("Space")
    leader.activate("Skriv under svaret")
    leader.sees("Svaret är underskrivet")
    leader.activate("Spara som fil…")
    leader.save_as(answered)
    leader.sees(f"Sparad som {answered.name}")
    standing = leader.program.answering.key_of(SUPERVISOR)
    assert standing is not None
    return standing.own.key.fingerprint.spoken


def read_in(student: Student, answered: Path, words: str) -> None:
    """Open the answer, compare the words of the key, and trust it."""
    leader = student.leader
    leader.activate("Öppna en fil")
    leader.save_as(answered)
    leader.sees("Jämför nyckeln")
    shown = [w.split(". ", 1)[1] for w in leader.words() if w.split(". ", 1)[0].isdigit()]
    assert " ".join(shown[:10]) == words
    leader.tab_to("Orden är jämförda per telefon")
    leader.press("Space")
    student.press_big("Lita på nyckeln", then=lambda: student.attempt.view.is_signed)
    leader.sees(f"{SUPERVISOR} har godkänt.")
    student.finish()


def test_a_supervisor_elsewhere_completes_the_path(
    begin: Begin, clock: RehearsalClock, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    request, answered = files
    student = Student(begin(tmp_path / "amina"), clock)
    who = learner(student.program)
    all_but_the_sign_off(student.program, who)
    student.open_page()
    student.at_home()
    student.go_on()
    ask(student, request)
    begin.end(student.leader)

    supervisor = begin(tmp_path / "karin")
    words = answer(supervisor, request, answered)
    begin.end(supervisor)

    clock.move(3 * 24 * 3600)
    student = Student(begin(tmp_path / "amina"), clock)
    student.open_page()
    student.at_home()
    student.go_on()
    assert student.big == "", "there is nothing to read in before the file is opened"
    read_in(student, answered, words)

    (kept,) = [s for s in student.program.sign_offs.of(who.id) if s.request]
    assert (kept.by_name, kept.fingerprint) == (SUPERVISOR, words)
    completed = student.program.studying.completion(who.id, PATH)
    assert type(completed).__name__ == "Completion"
    student.leader.go_to("Framsteg", "progress")
    student.leader.sees(f"Underskrivet på distans, med nyckeln {words}")
