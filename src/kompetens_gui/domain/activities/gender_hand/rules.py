"""The rules of the kind."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.ballots import HIGHEST_COUNT
from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    TableBlock,
    TextBlock,
    setting_material,
)
from kompetens_gui.domain.activities.gender_hand.events import (
    AnswersCounted,
    FactsShown,
    HandState,
    HandStepShown,
    Thought,
    ThoughtWritten,
    VersionGiven,
    VersionsShown,
    steps,
)
from kompetens_gui.domain.activities.gender_hand.parties import parties
from kompetens_gui.domain.activities.gender_hand.room import Difference, HandRoom, difference_of, room_view
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.study.twin_words import finger_name
from kompetens_gui.domain.wording import translate

LONGEST_THOUGHT = 300
MOST_THOUGHTS = 60


class GenderHand:
    """Rules of the kind."""

    id = "gender_hand"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.TWIN,)
    needs_material = True
    default_minutes = 30
    events = (HandStepShown, VersionGiven, AnswersCounted, VersionsShown, FactsShown, ThoughtWritten)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> HandState:
        return HandState()

    def check(self, state: HandState, event: object, context: ActivityContext) -> None:
        case = context.need_material(TwinCase)
        match event:
            case HandStepShown(step, number):
                if (step, number) not in steps(case):
                    raise ActivityRefused("no_such_card")
            case VersionGiven(group, version):
                context.group(group)
                if all(v.key != version for v in case.versions):
                    raise ActivityRefused("no_such_option")
            case AnswersCounted(question, party, option, count):
                _need_answer(case, question, option)
                if all(known.id != party for known in parties(state, case, context.groups)):
                    raise ActivityRefused("no_such_group")
                if not 0 <= count <= HIGHEST_COUNT:
                    raise ActivityRefused("no_such_count")
            case ThoughtWritten(thought, text):
                if len(text) > LONGEST_THOUGHT:
                    raise ActivityRefused("text_too_long")
                if len(state.thoughts) >= MOST_THOUGHTS and all(t.id != thought for t in state.thoughts):
                    raise ActivityRefused("too_many")
            case VersionsShown() | FactsShown():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: HandState, event: object, at: datetime, context: ActivityContext) -> HandState:
        match event:
            case HandStepShown(step, number):
                return replace(state, step=step, number=number)
            case VersionGiven(group, version):
                return replace(state, given={**state.given, group: version})
            case AnswersCounted(question, party, option, count):
                held = {**state.of(question, party), option: count}
                return replace(state, counts={**state.counts, f"{question}/{party}": held})
            case ThoughtWritten(thought, text):
                return _thought(state, Thought(thought, text.strip()))
            case VersionsShown(shown):
                return replace(state, versions=shown)
            case FactsShown(shown):
                return replace(state, facts=shown)
        return state

    def room(self, state: HandState, context: ActivityContext) -> HandRoom:
        return room_view(state, context.need_material(TwinCase), context)

    def result(self, state: HandState, context: ActivityContext) -> ActivityResult:
        case = context.material
        if not isinstance(case, TwinCase):
            return ActivityResult()
        blocks: list[Block] = []
        found = [(q, difference_of(state, case, context, q)) for q in case.questions]
        rows = tuple(
            (finger_name(question.finger), question.text, *_told(difference))
            for question, difference in found
            if any(difference.totals)
        )
        if rows:
            versions = tuple(
                f"{v.name}, {v.age}"
                if state.versions
                else translate("GenderHand", "Version {letter}").format(letter=v.key.upper())
                for v in case.versions
            )
            header = (translate("GenderHand", "Finger"), translate("GenderHand", "Fråga"), *versions)
            blocks += [TableBlock(header, rows, translate("GenderHand", "Rummets svar")), TextBlock(caution())]
        if state.thoughts:
            label = translate("GenderHand", "Det tänkte vi")
            blocks.append(ListBlock(tuple(t.text for t in state.thoughts), label))
        return ActivityResult(tuple(blocks))

    def chain(self, state: HandState, context: ActivityContext) -> Chain | None:
        return None


def caution() -> str:
    """Say what a difference in a room is, wherever one is shown."""
    return translate(
        "GenderHand",
        "En skillnad i ett litet rum är början på ett samtal, inte ett resultat. Den säger inget om någon person.",
    )


def _told(difference: Difference) -> tuple[str, ...]:
    """Tell the answers about each version: "Frågar rakt: 3 av 5; Frågar inte: 2 av 5"."""
    words = translate("GenderHand", "{answer}: {count} av {total}")
    return tuple(
        "; ".join(
            words.format(answer=answer.text, count=answer.counts[n], total=total)
            for answer in difference.answers
            if answer.counts[n]
        )
        for n, total in enumerate(difference.totals)
    )


def _need_answer(case: TwinCase, question: str, option: str) -> None:
    found = next((q for q in case.questions if q.id == question), None)
    if found is None:
        raise ActivityRefused("no_such_question_here")
    if all(o.id != option for o in found.options):
        raise ActivityRefused("no_such_option")


def _thought(state: HandState, thought: Thought) -> HandState:
    if not thought.text:
        return replace(state, thoughts=tuple(t for t in state.thoughts if t.id != thought.id))
    if any(t.id == thought.id for t in state.thoughts):
        return replace(state, thoughts=tuple(thought if t.id == thought.id else t for t in state.thoughts))
    return replace(state, thoughts=(*state.thoughts, thought))


KIND = GenderHand()
