"""The formats of workshop material, and of all that an agenda item can name."""

from kompetens_gui.content.material import (
    coordination,
    discussion_cards,
    measure_limits,
    pathway,
    role_play,
    role_play_model,
    sorting,
    talk_drill,
)
from kompetens_gui.content.study.format import StudyFormat, no_wholes
from kompetens_gui.content.study.formats import EXERCISES, EXERCISES_FOLDER
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.measure_limits import MeasureLimits
from kompetens_gui.domain.material.pathway import PathwayBrief
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.study.common import StudyContentKind

WORKSHOP: dict[MaterialKind, StudyFormat] = {
    MaterialKind.ROLE_PLAY: StudyFormat(
        name="role_play",
        what_it_is="ett rollspel",
        folder=("role_plays",),
        domain_type=RolePlay,
        model=role_play_model.RolePlayModel,
        to_domain=role_play_model.to_role_play,
        problems=role_play.problems,
        findings=role_play.findings,
        wholes=role_play.wholes,
        schema_file="role-play.schema.json",
        schema_title="Rollspel i Kompetens",
        marks=("roles", "protocol"),
    ),
    MaterialKind.COORDINATION: StudyFormat(
        name="coordination",
        what_it_is="ett samordningsfall",
        folder=("coordination",),
        domain_type=CoordinationCase,
        model=coordination.CoordinationModel,
        to_domain=coordination.to_coordination,
        problems=coordination.problems,
        findings=coordination.findings,
        wholes=coordination.wholes,
        schema_file="coordination.schema.json",
        schema_title="Samordningsfall i Kompetens",
        marks=("papers", "if_nothing"),
        wants_person=True,
    ),
    MaterialKind.PATHWAY: StudyFormat(
        name="pathway",
        what_it_is="ett underlag till vägval",
        folder=("pathways",),
        domain_type=PathwayBrief,
        model=pathway.PathwayModel,
        to_domain=pathway.to_pathway,
        problems=pathway.problems,
        findings=pathway.findings,
        wholes=pathway.wholes,
        schema_file="pathway.schema.json",
        schema_title="Underlag till vägval i Kompetens",
        marks=("seats", "forum"),
        wants_person=True,
    ),
    MaterialKind.DISCUSSION_CARDS: StudyFormat(
        name="discussion_cards",
        what_it_is="en kortlek med samtalskort",
        folder=("discussion_cards",),
        domain_type=DiscussionCardSet,
        model=discussion_cards.DiscussionCardsModel,
        to_domain=discussion_cards.to_discussion_cards,
        problems=discussion_cards.problems,
        findings=discussion_cards.findings,
        wholes=no_wholes,
        schema_file="discussion-cards.schema.json",
        schema_title="Samtalskort i Kompetens",
        marks=("cards",),
    ),
    MaterialKind.SORTING: StudyFormat(
        name="sorting",
        what_it_is="en sorteringsövning",
        folder=(EXERCISES_FOLDER, "sorting"),
        domain_type=Sorting,
        model=sorting.SortingModel,
        to_domain=sorting.to_sorting,
        problems=sorting.problems,
        findings=sorting.findings,
        wholes=no_wholes,
        schema_file="sorting.schema.json",
        schema_title="Sorteringsövning i Kompetens",
        marks=("bins", "items"),
    ),
    MaterialKind.TALK_DRILL: StudyFormat(
        name="talk_drill",
        what_it_is="en samtalsövning",
        folder=(EXERCISES_FOLDER, "talk_drill"),
        domain_type=TalkDrill,
        model=talk_drill.TalkDrillModel,
        to_domain=talk_drill.to_talk_drill,
        problems=talk_drill.problems,
        findings=talk_drill.findings,
        wholes=no_wholes,
        schema_file="talk-drill.schema.json",
        schema_title="Samtalsövning i Kompetens",
        marks=("lines",),
    ),
    MaterialKind.MEASURE_LIMITS: StudyFormat(
        name="measure_limits",
        what_it_is="en övning om vad tal inte mäter",
        folder=(EXERCISES_FOLDER, "measure_limits"),
        domain_type=MeasureLimits,
        model=measure_limits.MeasureLimitsModel,
        to_domain=measure_limits.to_measure_limits,
        problems=measure_limits.problems,
        findings=measure_limits.findings,
        wholes=no_wholes,
        schema_file="measure-limits.schema.json",
        schema_title="Vad talet inte mäter i Kompetens",
        marks=("figure", "not_measured"),
    ),
}
MATERIAL: dict[MaterialKind, StudyFormat] = {
    kind: WORKSHOP[kind] if kind in WORKSHOP else EXERCISES[StudyContentKind(kind.value)] for kind in MaterialKind
}
