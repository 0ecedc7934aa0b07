"""Rules of marking alone: the room's rules for marks and links, comparisons by level, keys when the work is done."""

from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.mark_chain import KIND as ROOM
from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, RevealedKey
from kompetens_gui.domain.activities.mark_chain.rules import COLUMN_ROWS, perspectives
from kompetens_gui.domain.case import Key
from kompetens_gui.domain.chain import CHAIN_KINDS, Chain
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, check_level
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.mark_chain.events import (
    MARK_EVENTS,
    FeedbackLevel,
    KeyHit,
    MarkingState,
    MarkingView,
)
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.key_comparison import DifferenceKind, compare
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate

ENOUGH = 0.8
_FOUND = (DifferenceKind.SAME, DifferenceKind.REASONABLE_ALTERNATIVE)


class MarkChainExercise:
    """Rules of the kind."""

    id = "mark_chain"
    content = CaseContent
    events = MARK_EVENTS
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Markera D-F-A"),
            one=translate("PassRule", "ett intyg markerat"),
            many=translate("PassRule", "intyg markerade"),
            icon="link",
        )

    def check_settings(self, settings: StepSettings) -> None:
        check_level(settings, self.id, range(1, 5))

    def start(self, context: ExerciseContext[CaseContent]) -> MarkingState:
        return MarkingState()

    def check(self, state: MarkingState, event: object, context: ExerciseContext[CaseContent]) -> None:
        match event:
            case RoundFinished():
                if not state.marks.chain.nodes:
                    raise ActivityRefused("nothing_written")
            case KeyRevealed():
                if state.compared is None:
                    raise ActivityRefused("not_done")
                ROOM.check(state.marks, event, context.content.as_activity(self.id))
            case _:
                if state.is_closed:
                    raise ActivityRefused("guide_shown")
                ROOM.check(state.marks, event, context.content.as_activity(self.id))

    def fold(
        self, state: MarkingState, event: object, at: datetime, context: ExerciseContext[CaseContent]
    ) -> MarkingState:
        if isinstance(event, RoundFinished):
            return replace(state, compared=state.marks.chain)
        return replace(state, marks=ROOM.fold(state.marks, event, at, context.content.as_activity(self.id)))

    def is_done(self, state: MarkingState, context: ExerciseContext[CaseContent]) -> bool:
        return state.compared is not None

    def view(self, state: MarkingState, context: ExerciseContext[CaseContent]) -> MarkingView:
        content, chain, level = context.content, state.marks.chain, level_of(context.settings)
        compared = state.compared
        keys = content.keys
        tells = compared is not None and level <= FeedbackLevel.PER_CENT
        return MarkingView(
            picture=content.picture(),
            chain=chain,
            layout=lay_out(chain, COLUMN_ROWS),
            level=level,
            example=_revealed(Chain(), keys[0], content) if keys and level == FeedbackLevel.WORKED_EXAMPLE else None,
            best=best_hit(compared, content) if compared is not None and tells else None,
            differences=tuple(_revealed(compared, k, content) for k in keys)
            if compared is not None and level <= FeedbackLevel.DIFFERENCES
            else (),
            keys=tuple(_revealed(chain, k, content) for k in keys if k.perspective in state.marks.revealed),
            perspectives=perspectives(content.as_activity(self.id)),
            is_compared=compared is not None,
            is_closed=state.is_closed,
            sufficient_anyway=state.marks.sufficient_anyway,
            reason=state.marks.reason,
        )

    def outcome(self, state: MarkingState, context: ExerciseContext[CaseContent]) -> Outcome:
        best = best_hit(state.marks.chain, context.content)
        if best is None:  # no key to hold it against: done is done
            return Outcome(approved=True)
        helped = level_of(context.settings) == FeedbackLevel.WORKED_EXAMPLE
        return Outcome(approved=best.share >= ENOUGH or helped, right=best.found, of=best.of)


def level_of(settings: StepSettings) -> FeedbackLevel:
    """Return the feedback level of a step; differences are shown when nothing is said."""
    return FeedbackLevel(settings.feedback_level or FeedbackLevel.DIFFERENCES)


def best_hit(chain: Chain, content: CaseContent) -> KeyHit | None:
    """Return how the chain fares with the perspective it is nearest to: any reasonable reading will do."""
    hits = [_hit(chain, key, content) for key in content.keys]
    return max(hits, key=lambda h: h.share, default=None)


def _hit(chain: Chain, key: Key, content: CaseContent) -> KeyHit:
    wanted = [s.id for s in key.spans if s.kind in CHAIN_KINDS]
    differences = compare(chain, key, content.medical_certificate)
    found = {d.key.id for d in differences if d.kind in _FOUND and d.key is not None}
    return KeyHit(key.perspective, sum(i in found for i in wanted), len(wanted))


def _revealed(chain: Chain, key: Key, content: CaseContent) -> RevealedKey:
    shown = key.chain()
    differences = compare(chain, key, content.medical_certificate)
    return RevealedKey(
        key.perspective, shown, lay_out(shown), differences, key.sufficiency, key.sufficient_anyway, key.reason
    )
