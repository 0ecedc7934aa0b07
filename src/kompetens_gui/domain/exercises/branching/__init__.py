"""Live through a branching case, wind back, and lay two lives side by side. Nothing in it is right or wrong."""

from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.branching import (
    BranchingState,
    Step,
    ToldEffect,
    TrackChange,
    changes,
    choose,
    is_end,
    node_of,
    offered,
    rewind,
    start,
)
from kompetens_gui.domain.branching_lives import Comparison, compare
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, refuse_unknown
from kompetens_gui.domain.study.branching_case import Actor, BranchingCase, Effects, EndKind, RuleBox
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate

MOST_LIVES = 30


@dataclass(frozen=True)
class WayTaken:
    """A choice was made at the current node."""

    choice: str


@dataclass(frozen=True)
class WoundBack:
    """Back to where only the first `to_step` choices were made."""

    to_step: int


@dataclass(frozen=True)
class LivingState:
    """The life being lived, and the choices of each that came to an end, in order."""

    now: BranchingState
    lives: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class ChoiceView:
    """A choice that can be made, without what it does."""

    id: str
    text: str
    detail: str


@dataclass(frozen=True)
class StepTold:
    """A choice that was made: how it moved the tracks at once, what it means, and what came due on arrival."""

    step: Step
    text: str
    changes: tuple[TrackChange, ...]
    feedback: str
    told: tuple[ToldEffect, ...]


@dataclass(frozen=True)
class LivingView:
    """What the learner sees. `end` is None until the life has come to one; then title and look back are there."""

    node: str
    day: int
    who: Actor | None
    place: str
    text: str
    voice: str
    question: str
    rule_box: RuleBox | None
    choices: tuple[ChoiceView, ...]
    tracks: Effects
    steps: tuple[StepTold, ...]
    end: EndKind | None
    title: str
    looking_back: str
    lives: tuple[tuple[str, ...], ...]

    @property
    def can_compare(self) -> bool:
        return len(self.lives) > 1


class BranchingExercise:
    """Rules of the kind."""

    id = "branching"
    content = BranchingCase
    events = (WayTaken, WoundBack)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Förgreningsfall"),
            one=translate("PassRule", "ett förgreningsfall"),
            many=translate("PassRule", "förgreningsfall"),
            icon="git-branch",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[BranchingCase]) -> LivingState:
        return LivingState(start(context.content))

    def check(self, state: LivingState, event: object, context: ExerciseContext[BranchingCase]) -> None:
        match event:
            case WayTaken(choice):
                if is_end(context.content, state.now):
                    raise ActivityRefused("start_over_first")
                choose(context.content, state.now, choice)
            case WoundBack(to_step):
                rewind(context.content, state.now, to_step)
            case _:
                refuse_unknown(event)

    def fold(
        self, state: LivingState, event: object, at: datetime, context: ExerciseContext[BranchingCase]
    ) -> LivingState:
        match event:
            case WayTaken(choice):
                now = choose(context.content, state.now, choice)
                lived = is_end(context.content, now) and now.choices not in state.lives
                lives = (*state.lives, now.choices)[-MOST_LIVES:] if lived else state.lives
                return LivingState(now, lives)
            case WoundBack(to_step):
                return replace(state, now=rewind(context.content, state.now, to_step))
        return state

    def is_done(self, state: LivingState, context: ExerciseContext[BranchingCase]) -> bool:
        return bool(state.lives)

    def view(self, state: LivingState, context: ExerciseContext[BranchingCase]) -> LivingView:
        case, now = context.content, state.now
        node = node_of(case, now.node)
        return LivingView(
            node=node.id,
            day=now.day,
            who=node.who,
            place=node.place,
            text=node.text,
            voice=node.voice,
            question=node.question,
            rule_box=node.rule_box,
            choices=tuple(ChoiceView(c.id, c.text, c.detail) for c in offered(case, now)),
            tracks=now.tracks,
            steps=tuple(_told(case, step) for step in now.steps),
            end=node.end,
            title=node.title if node.is_end else "",
            looking_back=node.looking_back if node.is_end else "",
            lives=state.lives,
        )

    def outcome(self, state: LivingState, context: ExerciseContext[BranchingCase]) -> Outcome:
        return Outcome(approved=bool(state.lives))


def side_by_side(case: BranchingCase, view: LivingView, first: int, second: int) -> Comparison:
    """Lay two lived lives (from 0) side by side."""
    if not (0 <= first < len(view.lives) and 0 <= second < len(view.lives)):
        raise ActivityRefused("no_earlier_version")
    return compare(case, view.lives[first], view.lives[second])


def _told(case: BranchingCase, step: Step) -> StepTold:
    choice = node_of(case, step.node).choice(step.choice)
    text, feedback = (choice.text, choice.feedback) if choice else ("", "")
    return StepTold(step, text, changes(case, step), feedback, step.told)


KIND = BranchingExercise()
