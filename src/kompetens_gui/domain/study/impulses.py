"""Spotting impulses: three portions of material, signals of complexity in them, and which question to ask next.

An impulse is a reason to ask, never proof. So only the next question is scored, not the suspicion.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.study.common import StudyContentHead

FULL_SCORE = 2


class ImpulseType(StrEnum):
    """Signals of complexity."""

    PRIOR_HISTORY = "prior_history"
    PSYCHIATRIC_DIAGNOSIS = "psychiatric_diagnosis"
    UNCLEAR_PROGNOSIS = "unclear_prognosis"
    RELATION_PROBLEM = "relation_problem"
    EMPLOYER_PASSIVE = "employer_passive"
    LOW_MOTIVATION = "low_motivation"
    EXTERNAL_PARTY = "external_party"
    CONFLICTING_ACCOUNTS = "conflicting_accounts"
    MANY_CONTACTS = "many_contacts"
    NO_MEDICAL_PROGRESS = "no_medical_progress"
    REPEATED_EXTENSION = "repeated_extension"
    UNDISCLOSED_STRESSOR = "undisclosed_stressor"


class PortionForm(StrEnum):
    """What a portion is."""

    MEDICAL_CERTIFICATE = "medical_certificate"
    PHONE = "phone"
    LETTER = "letter"
    EMPLOYER = "employer"


@dataclass(frozen=True)
class Impulse:
    """A signal in a portion, in the exact words that carry it."""

    type: ImpulseType
    quote: str
    why: str


@dataclass(frozen=True)
class NextQuestion:
    """A question to go on with: 0 leads astray or nowhere, 1 helps some, 2 opens what needs to be known."""

    id: str
    text: str
    score: int
    feedback: str


@dataclass(frozen=True)
class Portion:
    """What is read at a time."""

    title: str
    form: PortionForm
    text: str
    impulses: tuple[Impulse, ...]
    next_questions: tuple[NextQuestion, ...]

    def question(self, question_id: str) -> NextQuestion | None:
        return next((q for q in self.next_questions if q.id == question_id), None)


@dataclass(frozen=True)
class ImpulseCase:
    """A person's story in portions."""

    head: StudyContentHead
    portions: tuple[Portion, ...]

    @property
    def has_impulse(self) -> bool:
        return any(p.impulses for p in self.portions)


def find_span(text: str, quote: str, occurrence: int = 1) -> tuple[int, int]:
    """Return where a quote stands for the so-manieth time, (-1, -1) when it does not."""
    at = -1
    for _ in range(max(1, occurrence)):
        at = text.find(quote, at + 1) if quote else -1
        if at < 0:
            return -1, -1
    return at, at + len(quote)


def score_next_questions(case: ImpulseCase, chosen: Mapping[int, str]) -> float:
    """Return the share of the best score that the chosen questions give; `chosen` maps a portion's index to an id."""
    got, best = 0, 0
    for i, portion in enumerate(case.portions):
        best += max((q.score for q in portion.next_questions), default=0)
        question = portion.question(chosen.get(i, ""))
        got += question.score if question else 0
    return got / best if best else 0.0
