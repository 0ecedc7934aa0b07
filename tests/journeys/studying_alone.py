"""Learners who have come a certain way before a journey begins: through the services, in the same database."""

from __future__ import annotations

from dataclasses import replace

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.joining import Program
from tests.journeys.student import Student
from tests.services.player import play

PATH = "koordinatorskorkort"
NAME, UNIT = "Amina Solvik", "Ekbackens hälsocentral"


def learner(program: Program, name: str = NAME, *, path: str = PATH, pin: str = "") -> LearnerProfile:
    """Make a profile with a path."""
    made = program.profiles.create(name, Role.REHAB_COORDINATOR, UNIT, pin=pin)
    return program.profiles.choose_path(made.id, path) if path else made


def supervisor(program: Program, name: str, pin: str) -> LearnerProfile:
    """Make a profile that may confirm for others."""
    made = program.profiles.create(name, Role.REHAB_COORDINATOR, UNIT, pin=pin)
    return program.profiles.change(replace(made, supervises=True))


def done(program: Program, who: LearnerProfile, *steps: str, module: str = "uppdraget", reflection: str = "") -> None:
    """Do steps with right answers, and say what was taken along."""
    for step in steps:
        opened = program.studying.open_step(who.id, who.path, module, step)
        if reflection:
            opened.reflect(reflection).result()
        play(opened, program.studying, program.sign_offs)


def at_the_questions(student: Student) -> LearnerProfile:
    """Let a new learner have read the first texts, and open the questions after them in the window."""
    who = learner(student.program)
    done(student.program, who, "u1", "u2", "u3")
    student.open_page()
    student.at_home()
    student.go_on()
    return who
