"""A role play or a talk with an observer, who rates it on the same machine. The observer describes; it is no exam.

Who the observer is stands in the register of observations, never in the attempt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, check_text, refuse_unknown
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate

HIGHEST_POINT, HIGHEST_RATING = 2, 5
ENOUGH = 3


@dataclass(frozen=True)
class ObservedTask:
    """What is played, and the points the observer looks for (none: those that fit any talk)."""

    text: str
    points: tuple[str, ...] = ()

    @property
    def card(self) -> tuple[str, ...]:
        return self.points or observer_points()


@dataclass(frozen=True)
class ObserverCame:
    """Somebody has agreed to observe; `observation` is the entry in the register that says who."""

    observation: str


@dataclass(frozen=True)
class PointRated:
    """How much the observer saw of a point (from 0): 0 not, 1 some, 2 clearly."""

    point: int
    score: int


@dataclass(frozen=True)
class TalkRated:
    """The observer's rating of the whole, 0 to 5."""

    rating: int


@dataclass(frozen=True)
class ObserverSaid:
    """What the observer saw, in words for the learner."""

    text: str


@dataclass(frozen=True)
class ObservedState:
    """The observer's card."""

    observation: str = ""
    points: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    rating: int | None = None
    words: str = ""


@dataclass(frozen=True)
class ObservedView:
    """What is seen by both. The card opens when the observer has come."""

    text: str
    points: tuple[str, ...]
    has_observer: bool
    scores: Mapping[int, int]
    rating: int | None
    words: str
    is_done: bool


class ObservedExercise:
    """Rules of the kind."""

    id = "observed"
    content = ObservedTask
    events = (ObserverCame, PointRated, TalkRated, ObserverSaid)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Observerad övning"),
            one=translate("PassRule", "ett observerat samtal"),
            many=translate("PassRule", "observerade samtal"),
            icon="eye",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing that can be wrong: without points the general card is used."""

    def start(self, context: ExerciseContext[ObservedTask]) -> ObservedState:
        return ObservedState()

    def check(self, state: ObservedState, event: object, context: ExerciseContext[ObservedTask]) -> None:
        if not isinstance(event, self.events):
            refuse_unknown(event)
        if not isinstance(event, ObserverCame) and not state.observation:
            raise ActivityRefused("no_observer")
        match event:
            case PointRated(point, score):
                if not 0 <= point < len(context.content.card):
                    raise ActivityRefused("no_such_point")
                if not 0 <= score <= HIGHEST_POINT:
                    raise ActivityRefused("rating_range")
            case TalkRated(rating):
                if not 0 <= rating <= HIGHEST_RATING:
                    raise ActivityRefused("rating_range")
            case ObserverSaid(text):
                check_text(text)

    def fold(
        self, state: ObservedState, event: object, at: datetime, context: ExerciseContext[ObservedTask]
    ) -> ObservedState:
        match event:
            case ObserverCame(observation):
                return ObservedState(observation)
            case PointRated(point, score):
                return replace(state, points=MappingProxyType({**state.points, point: score}))
            case TalkRated(rating):
                return replace(state, rating=rating)
            case ObserverSaid(text):
                return replace(state, words=text.strip())
        return state

    def is_done(self, state: ObservedState, context: ExerciseContext[ObservedTask]) -> bool:
        return bool(state.observation) and state.rating is not None

    def view(self, state: ObservedState, context: ExerciseContext[ObservedTask]) -> ObservedView:
        return ObservedView(
            context.content.text,
            context.content.card,
            bool(state.observation),
            state.points,
            state.rating,
            state.words,
            self.is_done(state, context),
        )

    def outcome(self, state: ObservedState, context: ExerciseContext[ObservedTask]) -> Outcome:
        if state.rating is None:
            return Outcome()
        return Outcome(approved=state.rating >= ENOUGH, with_other=True, rating=float(state.rating), raters=1)


def observer_points() -> tuple[str, ...]:
    """Return what an observer can look for in any talk."""
    return (
        translate("Observer", "Öppnar med syftet"),
        translate("Observer", "Ställer minst tre öppna frågor"),
        translate("Observer", "Lyssnar mer än pratar"),
        translate("Observer", "Säger tillbaka det hon eller han har hört"),
        translate("Observer", "Ger information i små delar"),
        translate("Observer", "Frågar om lov först"),
        translate("Observer", "Sammanfattar"),
        translate("Observer", "Bestämmer nästa steg"),
        translate("Observer", "Lovar inget utanför sitt uppdrag"),
        translate("Observer", "Visar respekt"),
    )


KIND = ObservedExercise()
