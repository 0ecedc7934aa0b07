"""Materials to JSON and back, as a running session keeps them."""

from typing import Any

from pydantic import TypeAdapter

from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.measure_limits import MeasureLimits
from kompetens_gui.domain.material.pathway import PathwayBrief
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.twin import TwinCase

MATERIAL_TYPES: dict[MaterialKind, type] = {
    MaterialKind.BRANCHING: BranchingCase,
    MaterialKind.IMPULSES: ImpulseCase,
    MaterialKind.LETTER: PlainLetter,
    MaterialKind.EMPLOYER_PLAN: EmployerPlan,
    MaterialKind.TWIN: TwinCase,
    MaterialKind.LEAFLET: Leaflet,
    MaterialKind.ROLE_PLAY: RolePlay,
    MaterialKind.COORDINATION: CoordinationCase,
    MaterialKind.PATHWAY: PathwayBrief,
    MaterialKind.DISCUSSION_CARDS: DiscussionCardSet,
    MaterialKind.SORTING: Sorting,
    MaterialKind.TALK_DRILL: TalkDrill,
    MaterialKind.MEASURE_LIMITS: MeasureLimits,
}


_adapters: dict[type, TypeAdapter[Any]] = {}


def _adapter(of: type) -> TypeAdapter[Any]:
    if of not in _adapters:
        _adapters[of] = TypeAdapter(of)
    return _adapters[of]


def material_to_json(material: object) -> str:
    """Return the JSON text of a piece of material."""
    return _adapter(type(material)).dump_json(material).decode()


def material_from_json(ref: str, text: str) -> object:
    """Return what `material_to_json` wrote for the material of a reference. Raises ValueError when it does not fit."""
    known = MaterialRef.read(ref)
    if known is None:
        raise NotFound("material", ref)
    material: object = _adapter(MATERIAL_TYPES[known.kind]).validate_json(text)
    return material
