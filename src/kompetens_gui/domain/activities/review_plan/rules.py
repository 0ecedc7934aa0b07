"""The rules of the kind."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.ballots import HIGHEST_COUNT, ballot_of, told, with_ballot
from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    Round,
    TableBlock,
    setting_material,
)
from kompetens_gui.domain.activities.review_plan.events import (
    CHOICE,
    ChoiceCounted,
    ChoiceOfGroup,
    ChoicesAnswered,
    ModelShown,
    PlanStepShown,
    ReadingShown,
    ReviewState,
    RoundChosen,
    Sentence,
    SentenceWritten,
    VerdictCounted,
    VerdictOfGroup,
    steps,
)
from kompetens_gui.domain.activities.review_plan.room import ReviewRoom, room_view
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.study.employer_plan import CheckpointId, EmployerPlan, PlanChoiceId, PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import checkpoint_word, choice_word, verdict_word
from kompetens_gui.domain.wording import translate

LONGEST_SENTENCE = 400
MOST_SENTENCES = 60


class ReviewingPlan:
    """Rules of the kind."""

    id = "review_plan"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.EMPLOYER_PLAN,)
    needs_material = True
    default_minutes = 25
    events = (
        PlanStepShown,
        RoundChosen,
        VerdictCounted,
        VerdictOfGroup,
        ChoiceCounted,
        ChoiceOfGroup,
        SentenceWritten,
        ReadingShown,
        ChoicesAnswered,
        ModelShown,
    )

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> ReviewState:
        return ReviewState()

    def check(self, state: ReviewState, event: object, context: ActivityContext) -> None:
        plan = context.need_material(EmployerPlan)
        match event:
            case PlanStepShown(step, number):
                if (step, number) not in steps(plan):
                    raise ActivityRefused("no_such_card")
            case VerdictCounted(_, checkpoint, _, count):
                _need_checkpoint(plan, checkpoint)
                _need_count(count)
            case VerdictOfGroup(_, checkpoint, group, _):
                _need_checkpoint(plan, checkpoint)
                context.group(group)
            case ChoiceCounted(_, choice, count):
                _need_choice(plan, choice)
                _need_count(count)
            case ChoiceOfGroup(_, group, choice):
                if choice is not None:
                    _need_choice(plan, choice)
                context.group(group)
            case SentenceWritten(sentence, text, group):
                _check_sentence(state, sentence, text)
                context.check_writer(group, next((s.group for s in state.sentences if s.id == sentence), None))
            case ReadingShown(checkpoint, _):
                _need_checkpoint(plan, checkpoint)
            case RoundChosen() | ChoicesAnswered() | ModelShown():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: ReviewState, event: object, at: datetime, context: ActivityContext) -> ReviewState:
        match event:
            case PlanStepShown(step, number):
                return replace(state, step=step, number=number)
            case RoundChosen(round_):
                return replace(state, round=round_)
            case VerdictCounted(round_, checkpoint, verdict, count):
                return _counted(state, round_, checkpoint, verdict, count)
            case VerdictOfGroup(round_, checkpoint, group, verdict_or_none):
                return _placed(state, round_, checkpoint, group, verdict_or_none or "")
            case ChoiceCounted(round_, choice, count):
                return _counted(state, round_, CHOICE, choice, count)
            case ChoiceOfGroup(round_, group, choice_or_none):
                return _placed(state, round_, CHOICE, group, choice_or_none or "")
            case SentenceWritten(sentence, text, group):
                return _written(state, Sentence(sentence, text.strip(), group))
            case ReadingShown(checkpoint, shown):
                rest = state.read - {checkpoint}
                return replace(state, read=rest | {checkpoint} if shown else rest)
            case ChoicesAnswered(shown):
                return replace(state, answered=shown)
            case ModelShown(shown):
                return replace(state, model=shown)
        return state

    def room(self, state: ReviewState, context: ActivityContext) -> ReviewRoom:
        return room_view(state, context.need_material(EmployerPlan), context)

    def result(self, state: ReviewState, context: ActivityContext) -> ActivityResult:
        plan = context.material
        if not isinstance(plan, EmployerPlan):
            return ActivityResult()
        blocks: list[Block] = []
        verdicts = tuple((v.value, verdict_word(v)) for v in PlanVerdict)
        choices = tuple((c.id.value, choice_word(c.id)) for c in plan.choices)
        rows = [
            (checkpoint_word(c.id), *before_after, verdict_word(c.verdict) if c.id in state.read else "–")
            for c in plan.checkpoints
            if any(before_after := _before_after(state, c.id, verdicts, context))
        ]
        if rows:
            header = (
                translate("ReviewPlan", "Punkt"),
                translate("ReviewPlan", "Före samtalet"),
                translate("ReviewPlan", "Efter samtalet"),
                translate("ReviewPlan", "Materialets läsning"),
            )
            blocks.append(TableBlock(header, tuple(rows), translate("ReviewPlan", "Så läste vi planen")))
        chosen = _before_after(state, CHOICE, choices, context)
        if any(chosen):
            rounds = (translate("ReviewPlan", "Före samtalet"), translate("ReviewPlan", "Efter samtalet"))
            blocks.append(TableBlock(rounds, (chosen,), translate("ReviewPlan", "Det skulle vi göra")))
        if state.sentences:
            label = translate("ReviewPlan", "Så kan samtalet börja")
            blocks.append(ListBlock(tuple(s.text for s in state.sentences), label))
        return ActivityResult(tuple(blocks))

    def chain(self, state: ReviewState, context: ActivityContext) -> Chain | None:
        return None


def _before_after(
    state: ReviewState, question: str, options: tuple[tuple[str, str], ...], context: ActivityContext
) -> tuple[str, str]:
    first, second = (ballot_of(state.ballots, round_, question) for round_ in Round)
    return told(first, options, context.groups), told(second, options, context.groups)


def _counted(state: ReviewState, round_: Round, question: str, option: str, count: int) -> ReviewState:
    ballot = ballot_of(state.ballots, round_, question).counted(option, count)
    return replace(state, ballots=with_ballot(state.ballots, round_, question, ballot))


def _placed(state: ReviewState, round_: Round, question: str, group: str, option: str) -> ReviewState:
    ballot = ballot_of(state.ballots, round_, question).placed(group, option)
    return replace(state, ballots=with_ballot(state.ballots, round_, question, ballot))


def _written(state: ReviewState, sentence: Sentence) -> ReviewState:
    if not sentence.text:
        return replace(state, sentences=tuple(s for s in state.sentences if s.id != sentence.id))
    if any(s.id == sentence.id for s in state.sentences):
        reworded = tuple(sentence if s.id == sentence.id else s for s in state.sentences)
        return replace(state, sentences=reworded)
    return replace(state, sentences=(*state.sentences, sentence))


def _check_sentence(state: ReviewState, sentence: str, text: str) -> None:
    if len(text) > LONGEST_SENTENCE:
        raise ActivityRefused("text_too_long")
    if len(state.sentences) >= MOST_SENTENCES and all(s.id != sentence for s in state.sentences):
        raise ActivityRefused("too_many")


def _need_checkpoint(plan: EmployerPlan, checkpoint: CheckpointId) -> None:
    if all(c.id != checkpoint for c in plan.checkpoints):
        raise ActivityRefused("no_such_card")


def _need_choice(plan: EmployerPlan, choice: PlanChoiceId) -> None:
    if all(c.id != choice for c in plan.choices):
        raise ActivityRefused("no_such_option")


def _need_count(count: int) -> None:
    if not 0 <= count <= HIGHEST_COUNT:
        raise ActivityRefused("no_such_count")


KIND = ReviewingPlan()
