"""A coordination case: papers of one sick-leave for a small group to find the next step in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompetens_gui.domain.study.common import StudyContentHead
from kompetens_gui.domain.study.impulses import ImpulseType


class PaperKind(StrEnum):
    """What a paper in the file is."""

    MEDICAL_CERTIFICATE = "medical_certificate"
    PHONE_NOTE = "phone_note"
    EMPLOYER_PLAN = "employer_plan"
    LOG = "log"
    LETTER = "letter"


class StepTime(StrEnum):
    """When a step is taken."""

    TODAY = "today"
    TWO_WEEKS = "two_weeks"
    LATER = "later"


@dataclass(frozen=True)
class Paper:
    """One paper of the file."""

    id: str
    kind: PaperKind
    title: str
    dated: date
    text: str


@dataclass(frozen=True)
class Known:
    """Something that the papers do tell, and where."""

    text: str
    paper: str


@dataclass(frozen=True)
class CoordinationImpulse:
    """A reason to ask: never a proof. `quote` is exact words of the paper."""

    type: ImpulseType
    paper: str
    quote: str
    why: str
    question: str


@dataclass(frozen=True)
class CoordinationStep:
    """A reasonable step on. There are always at least two that can be defended."""

    id: str
    text: str
    time: StepTime
    who: str
    speaks_for: str
    speaks_against: str


@dataclass(frozen=True)
class CoordinationCall:
    """Who calls whom, about what, and how the talk could begin."""

    caller: str
    called: str
    about: str
    first_sentence: str


@dataclass(frozen=True)
class Consequences:
    """What a way could mean, medically, socially and economically; a direction, never kronor."""

    medical: str
    social: str
    economic: str


@dataclass(frozen=True)
class CaseVariant:
    """The same case with another occupation or sex: what to put in place of what, and what to talk about then."""

    id: str
    title: str
    change: str
    talk_about: str


@dataclass(frozen=True)
class CoordinationCase:
    """A whole file. `story` is what all know; what stands after `papers` is for the leader until it is shown."""

    head: StudyContentHead
    story: str
    voice: str
    papers: tuple[Paper, ...]
    known: tuple[Known, ...]
    unknown: tuple[str, ...]
    impulses: tuple[CoordinationImpulse, ...]
    steps: tuple[CoordinationStep, ...]
    calls: tuple[CoordinationCall, ...]
    if_nothing: Consequences
    variants: tuple[CaseVariant, ...]
    leader_notes: str
