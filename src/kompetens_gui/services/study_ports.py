"""What the services of self-study need of the world outside: all content that is studied alone."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentKind
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.panel import Panel
from kompetens_gui.domain.study.questions import KnowledgeItem
from kompetens_gui.domain.study.reading import Reading
from kompetens_gui.domain.study.safe_questions import SafeQuestionsDrill
from kompetens_gui.domain.study.timeline import TimelineCase
from kompetens_gui.domain.study.twin import TwinCase

StudyContent = (
    BranchingCase
    | TimelineCase
    | ImpulseCase
    | PlainLetter
    | EmployerPlan
    | TwinCase
    | Leaflet
    | SafeQuestionsDrill
    | Reading
)
ContentT = TypeVar(
    "ContentT",
    BranchingCase,
    TimelineCase,
    ImpulseCase,
    PlainLetter,
    EmployerPlan,
    TwinCase,
    Leaflet,
    SafeQuestionsDrill,
    Reading,
)


class StudyLibrary(Protocol):
    """All self-study content of this machine: what came with the program, then the user's own.

    A file is read when it is first asked for and kept. May be used from several threads.
    """

    def ids(self, kind: StudyContentKind) -> Sequence[str]:
        """Return the ids of a kind in order, broken ones too. Nothing is opened."""

    def content(self, kind: StudyContentKind, content_id: str) -> StudyContent:
        """Return one piece of content. Raises NotFound, or ContentInvalid when its file is broken."""

    def get(self, of: type[ContentT], content_id: str) -> ContentT:
        """Return one piece of content of a known type, as `content` does."""

    def heads(self, kind: StudyContentKind) -> Sequence[StudyContentHead]:
        """Return the heads of all that is ready of a kind; drafts, archived and broken ones are left out."""

    def items(self) -> Sequence[KnowledgeItem]:
        """Return all knowledge items, in order of file."""

    def item(self, item_id: str) -> KnowledgeItem:
        """Return one knowledge item, or raise NotFound."""

    def items_of_module(self, module_id: str) -> Sequence[KnowledgeItem]:
        """Return the knowledge items that serve a module."""

    def panel(self, case_id: str) -> Panel | None:
        """Return the panel on a case, when there is a whole one."""

    def paths(self) -> Sequence[LearningPath]:
        """Return all learning paths that are ready."""

    def path(self, path_id: str) -> LearningPath:
        """Return one learning path. Raises NotFound, or ContentInvalid when its file is broken."""

    def problems(self) -> Sequence[ContentProblem]:
        """Return what is wrong with the files that were asked for so far and left out."""
