"""Think back in one's own words. The text stays with the person: it is counted nowhere and shown to nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, check_text, refuse_unknown
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class ReflectionPrompts:
    """What is asked."""

    text: str
    prompts: tuple[str, ...]


@dataclass(frozen=True)
class PromptAnswered:
    """What the learner writes to a prompt (from 0); an empty text removes it."""

    prompt: int
    text: str


@dataclass(frozen=True)
class ReflectionState:
    """The texts by prompt."""

    texts: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class EarlierReflection:
    """What the learner wrote another time."""

    at: datetime
    texts: Mapping[int, str]


@dataclass(frozen=True)
class ReflectionView:
    """What the learner, and nobody else, sees."""

    text: str
    prompts: tuple[str, ...]
    texts: Mapping[int, str]
    earlier: tuple[EarlierReflection, ...]


class ReflectionExercise:
    """Rules of the kind."""

    id = "reflection"
    content = ReflectionPrompts
    events = (PromptAnswered,)
    keeps_answers = True
    looks_back = True

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Reflektion"),
            one=translate("PassRule", "en reflektion"),
            many=translate("PassRule", "reflektioner"),
            icon="notebook",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """An empty text is asked for in the words of the step's title."""

    def start(self, context: ExerciseContext[ReflectionPrompts]) -> ReflectionState:
        return ReflectionState()

    def check(self, state: ReflectionState, event: object, context: ExerciseContext[ReflectionPrompts]) -> None:
        match event:
            case PromptAnswered(prompt, text):
                if not 0 <= prompt < len(context.content.prompts):
                    raise ActivityRefused("no_such_question")
                check_text(text)
            case _:
                refuse_unknown(event)

    def fold(
        self, state: ReflectionState, event: object, at: datetime, context: ExerciseContext[ReflectionPrompts]
    ) -> ReflectionState:
        if isinstance(event, PromptAnswered):
            return replace(state, texts=MappingProxyType({**state.texts, event.prompt: event.text.strip()}))
        return state

    def is_done(self, state: ReflectionState, context: ExerciseContext[ReflectionPrompts]) -> bool:
        return any(state.texts.values())

    def view(self, state: ReflectionState, context: ExerciseContext[ReflectionPrompts]) -> ReflectionView:
        earlier = tuple(EarlierReflection(e.finished_at, e.state.texts) for e in context.earlier)
        return ReflectionView(context.content.text, context.content.prompts, state.texts, earlier)

    def outcome(self, state: ReflectionState, context: ExerciseContext[ReflectionPrompts]) -> Outcome:
        done = self.is_done(state, context)
        return Outcome(approved=done, reflected=done)


KIND = ReflectionExercise()
