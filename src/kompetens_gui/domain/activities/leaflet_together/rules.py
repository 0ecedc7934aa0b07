"""The rules of the kind."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import ActivityContext, ActivityResult, Block, TextBlock, setting_material
from kompetens_gui.domain.activities.leaflet_together.events import (
    LeafletState,
    LeafletStepShown,
    ModelShown,
    PointChecked,
    PointsShown,
    SectionTaken,
    SectionWritten,
    steps,
)
from kompetens_gui.domain.activities.leaflet_together.room import LeafletRoom, room_view
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, LeafletSectionId

LONGEST_SECTION = 1200


class LeafletTogether:
    """Rules of the kind."""

    id = "leaflet_together"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.LEAFLET,)
    needs_material = True
    default_minutes = 25
    events = (LeafletStepShown, SectionTaken, SectionWritten, PointChecked, PointsShown, ModelShown)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> LeafletState:
        return LeafletState()

    def check(self, state: LeafletState, event: object, context: ActivityContext) -> None:
        leaflet = context.need_material(Leaflet)
        match event:
            case LeafletStepShown(step, number):
                if (step, number) not in steps(leaflet):
                    raise ActivityRefused("no_such_card")
            case SectionTaken(section, group):
                _need_section(leaflet, section)
                if group:
                    context.group(group)
            case SectionWritten(section, text):
                _need_section(leaflet, section)
                if len(text) > LONGEST_SECTION:
                    raise ActivityRefused("text_too_long")
            case PointChecked(section, point, _):
                if not 0 <= point < len(_need_section(leaflet, section).points):
                    raise ActivityRefused("no_such_card")
            case PointsShown(section, _) | ModelShown(section, _):
                _need_section(leaflet, section)
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: LeafletState, event: object, at: datetime, context: ActivityContext) -> LeafletState:
        match event:
            case LeafletStepShown(step, number):
                return replace(state, step=step, number=number)
            case SectionTaken(section, group):
                return replace(state, taken={**state.taken, section: group})
            case SectionWritten(section, text):
                rest = {s: t for s, t in state.texts.items() if s != section}
                return replace(state, texts=rest | ({section: text.strip()} if text.strip() else {}))
            case PointChecked(section, point, met):
                return replace(state, checked={**state.checked, f"{section}/{point}": met})
            case PointsShown(section, shown):
                return replace(state, points=_with(state.points, section, shown=shown))
            case ModelShown(section, shown):
                return replace(state, models=_with(state.models, section, shown=shown))
        return state

    def room(self, state: LeafletState, context: ActivityContext) -> LeafletRoom:
        return room_view(state, context.need_material(Leaflet), context)

    def result(self, state: LeafletState, context: ActivityContext) -> ActivityResult:
        leaflet = context.material
        if not isinstance(leaflet, Leaflet):
            return ActivityResult()
        blocks: list[Block] = [
            TextBlock(state.texts[section.id], section.heading)
            for section in leaflet.sections
            if section.id in state.texts
        ]
        return ActivityResult(tuple(blocks))

    def chain(self, state: LeafletState, context: ActivityContext) -> Chain | None:
        return None


def _need_section(leaflet: Leaflet, section: LeafletSectionId) -> LeafletSection:
    for known in leaflet.sections:
        if known.id is section:
            return known
    raise ActivityRefused("no_such_card")


def _with(
    shown_before: frozenset[LeafletSectionId], section: LeafletSectionId, *, shown: bool
) -> frozenset[LeafletSectionId]:
    return shown_before | {section} if shown else shown_before - {section}


KIND = LeafletTogether()
