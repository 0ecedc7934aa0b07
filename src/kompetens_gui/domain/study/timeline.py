"""A timeline case: a sick-leave period, a day to examine, and which ground of assessment applies."""

from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.study.common import StudyContentHead


@dataclass(frozen=True)
class DatedEvent:
    """Something that happened."""

    on: date
    text: str


@dataclass(frozen=True)
class ExpectedGround:
    """What the rules give for the examined day; `exception` is empty without one.

    The ground is the value of a `Ground`, kept as text so that a frozen case outlives a change of rules.
    """

    day: int
    ground: str
    rule_version: str
    exception: str = ""


@dataclass(frozen=True)
class GroundAnswer:
    """A ground that can be answered, and what is said about it."""

    ground: str
    feedback: str


@dataclass(frozen=True)
class TimelineCase:
    """One row to place on the rehabilitation chain. `table_row` is 0 without a row in the rules' test table."""

    head: StudyContentHead
    situation: Situation
    start: date
    exam: date
    story: str
    events: tuple[DatedEvent, ...]
    question: str
    expected: ExpectedGround
    why: str
    answers: tuple[GroundAnswer, ...]
    earlier_days: int = 0
    age: int | None = None
    exception: str = ""
    table_row: int = 0

    def is_right(self, ground: str) -> bool:
        return ground == self.expected.ground

    def feedback(self, ground: str) -> str:
        return next((a.feedback for a in self.answers if a.ground == ground), "")
