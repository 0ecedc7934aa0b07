"""The list "Att ta upp i gruppen": asked by those who study alone, found by those who plan a group dialogue.

Who asked is not kept, so there is nothing to give out or to erase with a profile. What is written is looked through for
names as all other handwritten texts are (`personal_data.py`).
"""

from collections.abc import Sequence
from typing import Protocol

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.group_question import LONGEST_QUESTION, GroupQuestion, GroupQuestionId
from kompetens_gui.services.news import EventBus, GroupQuestionsChanged
from kompetens_gui.services.ports import Clock, NewId, UnitOfWorkFactory


class GroupQuestionStore(Protocol):
    """The questions, within one unit of work."""

    def all(self) -> Sequence[GroupQuestion]:
        """Return all of them, the latest day first."""

    def put(self, question: GroupQuestion) -> None:
        """Add a question, or put one back; one that is there already is left as it is."""

    def remove(self, question: GroupQuestionId) -> None:
        """Remove a question; one that is gone already is no fault."""


class GroupQuestionService:
    """Keeps the list."""

    def __init__(self, work: UnitOfWorkFactory, clock: Clock, bus: EventBus, new_id: NewId) -> None:
        self._work, self._clock, self._bus, self._new_id = work, clock, bus, new_id

    def all(self) -> Sequence[GroupQuestion]:
        with self._work() as work:
            return work.group_questions.all()

    def ask(self, text: str, about: str = "", quote: str = "") -> GroupQuestion:
        """Put a question on the list, with the day and nothing of who asked."""
        words = " ".join(text.split())
        if not words:
            raise ActivityRefused("nothing_written")
        if len(words) > LONGEST_QUESTION:
            raise ActivityRefused("text_too_long")
        question = GroupQuestion(
            GroupQuestionId(self._new_id()),
            words,
            " ".join(about.split()),
            " ".join(quote.split()),
            self._clock.local_now().date(),
        )
        self.put_back(question)
        return question

    def put_back(self, question: GroupQuestion) -> None:
        """Put a question on the list again."""
        with self._work() as work:
            work.group_questions.put(question)
            work.commit()
        self._bus.publish(GroupQuestionsChanged())

    def remove(self, question: GroupQuestionId) -> None:
        """Take a question off the list."""
        with self._work() as work:
            work.group_questions.remove(question)
            work.commit()
        self._bus.publish(GroupQuestionsChanged())
