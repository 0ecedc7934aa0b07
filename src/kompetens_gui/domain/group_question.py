"""A question that somebody who studied alone wants the group to take up. Nothing tells who asked."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

GroupQuestionId = NewType("GroupQuestionId", str)

LONGEST_QUESTION = 300


@dataclass(frozen=True)
class GroupQuestion:
    """`about` is the title of the case, `quote` the line it is about; both may be empty. `text` is what is asked."""

    id: GroupQuestionId
    text: str
    about: str
    quote: str
    asked_on: date

    @property
    def place(self) -> str:
        """What the question is about, in a line; empty when it is about nothing particular."""
        return ": ".join(part for part in (self.about, f"”{self.quote}”" if self.quote else "") if part)

    @property
    def card(self) -> str:
        """The question as it reads on a discussion card."""
        return f"{self.place}. {self.text}" if self.place else self.text
