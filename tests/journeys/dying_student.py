"""A program with a learner in the middle of a round of questions, who answers until it is killed. Argument: the data.

Every accepted event of the round is told with its number, after the disk has it and not before. After the second answer
it says HERE, and answers on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.study.questions import KnowledgeItem
from tests.domain.study_making import right_answer
from tests.journeys.alone import NOW, open_alone, tell
from tests.journeys.exercise_keys import answer_item, next_item
from tests.journeys.student import Student
from tests.journeys.studying_alone import at_the_questions

BEFORE_HERE = 2


def main() -> None:
    clock = RehearsalClock(NOW.astimezone())
    student = Student(open_alone(Path(sys.argv[1]), clock), clock)
    at_the_questions(student)
    told = 0
    while True:
        view = student.attempt.view
        item: KnowledgeItem = student.attempt.started.content.item(view.current.id)
        answer_item(student, view.current, right_answer(item))
        student.press_big("Svara")
        for entry in student.attempt.events[told:]:
            tell(f"{entry.seq} {type(entry.event).__name__}")
        told = len(student.attempt.events)
        if told == BEFORE_HERE:
            tell("HERE")
        next_item(student)


if __name__ == "__main__":
    main()
