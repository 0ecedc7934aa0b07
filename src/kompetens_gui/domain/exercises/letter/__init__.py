"""Rewrite a heavy letter in plain language: the reading measure is shown, what may not be lost is watched."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome
from kompetens_gui.domain.exercises.own_text import TEXT_EVENTS, OwnText, OwnTexts, earlier_versions
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.readability import lix
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.letter import LetterReadings, MustKeep, PlainLetter
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class WritingState:
    """The own version."""

    texts: OwnTexts = field(default_factory=OwnTexts)


@dataclass(frozen=True)
class WritingView:
    """What the learner sees. `lost` is what the own version no longer says; points and model wait for the guide."""

    original: str
    original_lix: int
    readings: LetterReadings
    must_keep: tuple[MustKeep, ...]
    own: OwnText
    lix: int
    lost: tuple[MustKeep, ...]
    earlier: tuple[str, ...]
    points: tuple[str, ...]
    model: str
    model_lix: int


class LetterExercise:
    """Rules of the kind."""

    id = "letter"
    content = PlainLetter
    events = TEXT_EVENTS
    keeps_answers = True
    looks_back = True

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Brev i klarspråk"),
            one=translate("PassRule", "ett brev omskrivet"),
            many=translate("PassRule", "brev omskrivna"),
            icon="envelope",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[PlainLetter]) -> WritingState:
        return WritingState()

    def check(self, state: WritingState, event: object, context: ExerciseContext[PlainLetter]) -> None:
        if isinstance(event, RoundFinished):
            state.texts.check_new_version()
        else:
            state.texts.check(event, {"": len(context.content.points)})

    def fold(
        self, state: WritingState, event: object, at: datetime, context: ExerciseContext[PlainLetter]
    ) -> WritingState:
        if isinstance(event, RoundFinished):
            return replace(state, texts=state.texts.with_versions_kept())
        return replace(state, texts=state.texts.fold(event))

    def is_done(self, state: WritingState, context: ExerciseContext[PlainLetter]) -> bool:
        return state.texts.part().is_done(len(context.content.points))

    def view(self, state: WritingState, context: ExerciseContext[PlainLetter]) -> WritingView:
        letter, own = context.content, state.texts.part()
        return WritingView(
            letter.original,
            lix(letter.original),
            letter.readings,
            letter.must_keep,
            own,
            lix(own.text),
            letter.lost(own.text) if own.text.strip() else (),
            earlier_versions([e.state.texts for e in context.earlier]),
            letter.points if own.guide else (),
            letter.model if own.guide else "",
            lix(letter.model) if own.guide else 0,
        )

    def outcome(self, state: WritingState, context: ExerciseContext[PlainLetter]) -> Outcome:
        done = self.is_done(state, context)
        kept_all = not context.content.lost(state.texts.part().text)
        return Outcome(approved=done and kept_all, reflected=done)


KIND = LetterExercise()
