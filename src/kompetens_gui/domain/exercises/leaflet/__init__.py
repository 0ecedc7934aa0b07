"""Write the leaflet that goes with a sick leave, section by section, without words that close the talk."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome
from kompetens_gui.domain.exercises.own_text import TEXT_EVENTS, OwnText, OwnTexts, earlier_versions
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, LeafletSectionId, WordsToAvoid
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate

LONGEST_SECTION = 1200


@dataclass(frozen=True)
class LeafletState:
    """The own texts by section; a text's `part` is the section's id."""

    texts: OwnTexts = field(default_factory=OwnTexts)


@dataclass(frozen=True)
class SectionView:
    """A section as the learner sees it; points and model are empty until its guide is shown."""

    id: LeafletSectionId
    heading: str
    prompt: str
    own: OwnText
    avoid: tuple[WordsToAvoid, ...]
    earlier: tuple[str, ...]
    points: tuple[str, ...]
    model: str
    is_done: bool


@dataclass(frozen=True)
class LeafletView:
    """What the learner sees."""

    story: str
    degree: int
    weeks: int
    sections: tuple[SectionView, ...]
    is_done: bool


class LeafletExercise:
    """Rules of the kind."""

    id = "leaflet"
    content = Leaflet
    events = TEXT_EVENTS
    keeps_answers = True
    looks_back = True

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Bipacksedel"),
            one=translate("PassRule", "en bipacksedel skriven"),
            many=translate("PassRule", "bipacksedlar skrivna"),
            icon="file-text",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[Leaflet]) -> LeafletState:
        return LeafletState()

    def check(self, state: LeafletState, event: object, context: ExerciseContext[Leaflet]) -> None:
        if isinstance(event, RoundFinished):
            state.texts.check_new_version()
        else:
            state.texts.check(event, _points(context.content), LONGEST_SECTION)

    def fold(self, state: LeafletState, event: object, at: datetime, context: ExerciseContext[Leaflet]) -> LeafletState:
        if isinstance(event, RoundFinished):
            return replace(state, texts=state.texts.with_versions_kept())
        return replace(state, texts=state.texts.fold(event))

    def is_done(self, state: LeafletState, context: ExerciseContext[Leaflet]) -> bool:
        return all(state.texts.part(part).is_done(points) for part, points in _points(context.content).items())

    def view(self, state: LeafletState, context: ExerciseContext[Leaflet]) -> LeafletView:
        leaflet = context.content
        return LeafletView(
            leaflet.story,
            leaflet.degree,
            leaflet.weeks,
            tuple(_section(s, state, context) for s in leaflet.sections),
            self.is_done(state, context),
        )

    def outcome(self, state: LeafletState, context: ExerciseContext[Leaflet]) -> Outcome:
        done = self.is_done(state, context)
        gentle = not any(context.content.to_avoid_in(own.text) for own in state.texts.parts.values())
        return Outcome(approved=done and gentle, reflected=done)


def _points(leaflet: Leaflet) -> Mapping[str, int]:
    return {s.id.value: len(s.points) for s in leaflet.sections}


def _section(section: LeafletSection, state: LeafletState, context: ExerciseContext[Leaflet]) -> SectionView:
    own = state.texts.part(section.id)
    return SectionView(
        section.id,
        section.heading,
        section.prompt,
        own,
        context.content.to_avoid_in(own.text),
        earlier_versions([e.state.texts for e in context.earlier], section.id),
        section.points if own.guide else (),
        section.model if own.guide else "",
        own.is_done(len(section.points)),
    )


KIND = LeafletExercise()
