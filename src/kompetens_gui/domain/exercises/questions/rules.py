"""Asking a round: one answer for each question, feedback at once, and how it went per competence area."""

from dataclasses import dataclass, field
from datetime import datetime

from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.exercises.base import (
    AreaShare,
    ExerciseContext,
    ExerciseWords,
    Outcome,
    oldest,
    refuse_unknown,
)
from kompetens_gui.domain.exercises.item_answers import (
    AnsweredView,
    Answers,
    ItemAnswered,
    ItemView,
    answered_items,
    answered_view,
    check_answer,
    item_view,
)
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.questions import KnowledgeItem, KnowledgeItemId, score_item
from kompetens_gui.domain.wording import translate

ENOUGH = 0.8


@dataclass(frozen=True)
class QuestionRound:
    """The questions of one round, in the order they are asked."""

    items: tuple[KnowledgeItem, ...]

    def item(self, item_id: KnowledgeItemId) -> KnowledgeItem | None:
        return next((i for i in self.items if i.id == item_id), None)


@dataclass(frozen=True)
class RoundState:
    """The answers so far."""

    answers: Answers = field(default_factory=Answers)


@dataclass(frozen=True)
class RoundView:
    """What the learner sees. `current` is the question to answer, None when all are; `right` counts whole answers."""

    count: int
    current: ItemView | None
    number: int
    answered: tuple[AnsweredView, ...]
    right: int
    is_done: bool


class QuestionsExercise:
    """Rules of the kind."""

    id = "questions"
    content = QuestionRound
    events = (ItemAnswered,)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Frågor"),
            one=translate("PassRule", "en frågeomgång"),
            many=translate("PassRule", "frågeomgångar"),
            icon="question",
            part=translate("Study", "Fråga {number} av {count}"),
        )

    def check_settings(self, settings: StepSettings) -> None:
        if settings.count < 0:
            raise InvalidSettings(self.id, "count")

    def start(self, context: ExerciseContext[QuestionRound]) -> RoundState:
        return RoundState()

    def check(self, state: RoundState, event: object, context: ExerciseContext[QuestionRound]) -> None:
        match event:
            case ItemAnswered(item_id, answer):
                item = context.content.item(item_id)
                if item is None:
                    raise ActivityRefused("no_such_question")
                if state.answers.has(item_id):
                    raise ActivityRefused("already_answered")
                check_answer(item, answer)
            case _:
                refuse_unknown(event)

    def fold(
        self, state: RoundState, event: object, at: datetime, context: ExerciseContext[QuestionRound]
    ) -> RoundState:
        return RoundState(state.answers.with_answer(event)) if isinstance(event, ItemAnswered) else state

    def is_done(self, state: RoundState, context: ExerciseContext[QuestionRound]) -> bool:
        return bool(context.content.items) and all(state.answers.has(i.id) for i in context.content.items)

    def view(self, state: RoundState, context: ExerciseContext[QuestionRound]) -> RoundView:
        items, given = context.content.items, state.answers.given
        waiting = next((i for i in items if i.id not in given), None)
        answered = tuple(answered_view(i, given[i.id], context.seed) for i in items if i.id in given)
        return RoundView(
            len(items),
            item_view(waiting, context.seed) if waiting else None,
            min(len(answered) + 1, len(items)),
            answered,
            sum(a.score.is_right for a in answered),
            self.is_done(state, context),
        )

    def outcome(self, state: RoundState, context: ExerciseContext[QuestionRound]) -> Outcome:
        answered = answered_items(context.content.items, state.answers)
        right, of = sum(a.right for a in answered), len(context.content.items)
        safety = [i for i in context.content.items if i.safety]
        rights = {a.item for a in answered if a.right}
        return Outcome(
            approved=of > 0 and right / of >= ENOUGH,
            right=right,
            of=of,
            safety_right=sum(i.id in rights for i in safety),
            safety_of=len(safety),
            areas=_by_area(context.content.items, state.answers),
            answered=answered,
        )


def _by_area(items: tuple[KnowledgeItem, ...], answers: Answers) -> tuple[AreaShare, ...]:
    found = []
    for area in dict.fromkeys(i.area for i in items):
        mine = [i for i in items if i.area == area]
        right = sum(answers.has(i.id) and score_item(i, answers.given[i.id]).is_right for i in mine)
        found.append(AreaShare(area, right, len(mine), oldest([i.rule_version for i in mine])))
    return tuple(found)
