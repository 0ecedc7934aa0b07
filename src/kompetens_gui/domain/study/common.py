"""What every piece of self-study content has: its head, and the fictional person it may be about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.case import CaseStatus, DiagnosisGroup, Review, Sex, Source
from kompetens_gui.domain.rehabilitation_chain import Situation

StudyContentId = NewType("StudyContentId", str)
RULE_VERSIONS = ("RV1", "RV2", "RV3", "RV4")


class StudyContentKind(StrEnum):
    """Content that stands in a file of its own and is done alone. The values are those of a path's step kinds."""

    BRANCHING = "branching"
    TIMELINE = "timeline"
    IMPULSES = "impulses"
    LETTER = "letter"
    EMPLOYER_PLAN = "employer_plan"
    TWIN = "twin"
    LEAFLET = "leaflet"
    SAFE_QUESTIONS = "safe_questions"
    READING = "reading"


class NameOrigin(StrEnum):
    """Coarse origin of a fictional name; only for the balance of the bank."""

    NORDIC = "nordic"
    OTHER = "other"


@dataclass(frozen=True)
class StudyPerson:
    """The fictional person that a piece of content is about."""

    name: str
    age: int
    sex: Sex
    name_origin: NameOrigin
    occupation: str
    situation: Situation
    diagnosis_group: DiagnosisGroup


@dataclass(frozen=True)
class StudyContentHead:
    """What is known of a piece of content before it is opened. `rule_version` is empty when no rules are touched."""

    id: StudyContentId
    title: str
    status: CaseStatus
    difficulty: int
    competence_areas: tuple[str, ...]
    audience: tuple[str, ...]
    minutes: int
    learning_goals: tuple[str, ...]
    sources: tuple[Source, ...]
    review: Review
    rule_version: str = ""
    rule_date: date | None = None
    content_warning: str = ""
    person: StudyPerson | None = None
