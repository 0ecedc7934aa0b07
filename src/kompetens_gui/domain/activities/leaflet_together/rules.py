"""The rules of the kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    TextBlock,
    setting_material,
)
from kompetens_gui.domain.activities.leaflet_together.events import (
    Answer,
    LeafletState,
    LeafletStepShown,
    ModelShown,
    PointChecked,
    PointsShown,
    SectionTaken,
    SectionWritten,
)
from kompetens_gui.domain.activities.leaflet_together.pages import stops
from kompetens_gui.domain.activities.leaflet_together.room import LeafletRoom, room_view
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, LeafletSectionId, WordsToAvoid
from kompetens_gui.domain.wording import translate

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
                if (step, number) not in stops(state, leaflet):
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
                answer = Answer(met, state.texts.get(section, ""))
                return replace(state, checked={**state.checked, f"{section}/{point}": answer})
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
        blocks: list[Block] = []
        for section in leaflet.sections:
            blocks += _told(state, leaflet, section)
        return ActivityResult(tuple(blocks))

    def chain(self, state: LeafletState, context: ActivityContext) -> Chain | None:
        return None


def _told(state: LeafletState, leaflet: Leaflet, section: LeafletSection) -> Iterator[Block]:
    """Tell a section that is written: its text, what the room said of it, and words to change."""
    text = state.texts.get(section.id, "")
    if not text:
        return
    yield TextBlock(text, section.heading)
    said = {
        True: translate("Leaflet", "Ja. {point}"),
        False: translate("Leaflet", "Inte än. {point}"),
        None: translate("Leaflet", "Se på den igen, texten är omskriven. {point}"),
    }
    answered = tuple(
        said[state.is_met(section.id, n)].format(point=point)
        for n, point in enumerate(section.points)
        if f"{section.id}/{n}" in state.checked
    )
    if answered:
        yield ListBlock(answered, translate("Leaflet", "Vi höll texten mot"))
    words = tuple(gentle_words(found) for found in leaflet.to_avoid_in(text))
    if words:
        yield ListBlock(words, translate("Leaflet", "Ord att byta"))


def gentle_words(found: WordsToAvoid) -> str:
    """Tell of words that close a talk, and what to say instead."""
    words = translate("Leaflet", "”{words}” kan låta som en pekpinne. {advice}")
    return words.format(words=found.words, advice=found.advice)


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
