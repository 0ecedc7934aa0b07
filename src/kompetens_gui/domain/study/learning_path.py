"""A learning path: modules with steps, what each asks for to be passed, and how the certificate is renewed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.case import CaseStatus, Review

LearningPathId = NewType("LearningPathId", str)
ModuleId = NewType("ModuleId", str)
StepId = NewType("StepId", str)


class StepKind(StrEnum):
    """What is done in a step: the one list of exercise kinds. Each has a room of its name in `domain/exercises`.

    The first four work with a case; the last three with another person or alone, and say all in the step's settings.
    """

    MARK_CHAIN = "mark_chain"
    SUFFICIENCY = "sufficiency"
    REWRITE = "rewrite"
    SUPPLEMENT = "supplement"
    READING = "reading"
    QUESTIONS = "questions"
    TIMELINE = "timeline"
    BRANCHING = "branching"
    IMPULSES = "impulses"
    LETTER = "letter"
    EMPLOYER_PLAN = "employer_plan"
    TWIN = "twin"
    LEAFLET = "leaflet"
    SAFE_QUESTIONS = "safe_questions"
    REFLECTION = "reflection"
    OBSERVED = "observed"
    SIGN_OFF = "sign_off"


CASE_STEPS = frozenset((StepKind.MARK_CHAIN, StepKind.SUFFICIENCY, StepKind.REWRITE, StepKind.SUPPLEMENT))


class PassRuleKind(StrEnum):
    """What can be asked for before a module is passed."""

    QUESTIONS_SHARE = "questions_share"
    STEPS_DONE = "steps_done"
    ROWS_RIGHT = "rows_right"
    ALL_SAFE = "all_safe"
    RATING = "rating"
    SIGNED_OFF = "signed_off"


@dataclass(frozen=True)
class StepSettings:
    """How a step is done; which parts matter follows from its kind."""

    module: str = ""
    count: int = 0
    medical_certificate: str = ""
    feedback_level: int = 0
    text: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class LearningStep:
    """One thing to do. `ref` is the id of the content, or of the case for the kinds in CASE_STEPS."""

    id: StepId
    kind: StepKind
    title: str
    minutes: int
    ref: str = ""
    settings: StepSettings = StepSettings()


@dataclass(frozen=True)
class PassRule:
    """One condition for passing; `kind` says which steps it counts, `of` how many rows are drawn."""

    rule: PassRuleKind
    at_least: float = 0
    of: int = 0
    kind: StepKind | None = None


@dataclass(frozen=True)
class LearningModule:
    """A part of the path. `after` must be passed before; `renewal_only` modules are not part of the first time."""

    id: ModuleId
    title: str
    minutes: int
    competence_areas: tuple[str, ...]
    goals: tuple[str, ...]
    steps: tuple[LearningStep, ...]
    pass_rules: tuple[PassRule, ...]
    after: tuple[ModuleId, ...] = ()
    renewal_only: bool = False


@dataclass(frozen=True)
class Renewal:
    """Which module renews the certificate, and how long before its end it opens."""

    module: ModuleId
    window_months: int


@dataclass(frozen=True)
class LearningPath:
    """A whole path. `valid_months` is None when the certificate has no end."""

    id: LearningPathId
    title: str
    status: CaseStatus
    course_code: str
    description: str
    audience: tuple[str, ...]
    hours: int
    valid_months: int | None
    title_on_certificate: str
    modules: tuple[LearningModule, ...]
    review: Review
    renewal: Renewal | None = None

    def module(self, module_id: str) -> LearningModule | None:
        return next((m for m in self.modules if m.id == module_id), None)

    @property
    def first_time_modules(self) -> tuple[LearningModule, ...]:
        return tuple(m for m in self.modules if not m.renewal_only)
