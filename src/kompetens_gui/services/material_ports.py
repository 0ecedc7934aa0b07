"""What the services need of the world outside to give a group something to work with besides cases."""

from collections.abc import Sequence
from typing import Protocol

from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.measure_limits import MeasureLimits
from kompetens_gui.domain.material.pathway import PathwayBrief
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.common import StudyContentHead
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.twin import TwinCase

Material = (
    BranchingCase
    | ImpulseCase
    | PlainLetter
    | EmployerPlan
    | TwinCase
    | Leaflet
    | RolePlay
    | CoordinationCase
    | PathwayBrief
    | DiscussionCardSet
    | Sorting
    | TalkDrill
    | MeasureLimits
)


class MaterialLibrary(Protocol):
    """All material that an agenda item can name: what came with the program, then the user's own.

    A file is read when it is first asked for and kept. May be used from several threads.
    """

    def ids(self, kind: MaterialKind) -> Sequence[str]:
        """Return the ids of a kind in order, broken ones too. Nothing is opened."""

    def material(self, ref: MaterialRef) -> Material:
        """Return a piece of material. Raises NotFound, or ContentInvalid when its file is broken."""

    def heads(self, kind: MaterialKind) -> Sequence[StudyContentHead]:
        """Return the heads of all that is ready of a kind; drafts, archived and broken ones are left out."""
