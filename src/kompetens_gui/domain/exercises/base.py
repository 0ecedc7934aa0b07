"""What every exercise kind brings, what it is given, and what an attempt at it leaves behind."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.study.learning_path import StepSettings

LONGEST_TEXT = 4000

C = TypeVar("C")
S = TypeVar("S")


@dataclass(frozen=True)
class AreaShare:
    """How much of what was asked in a competence area was right, and the oldest rules it leaned on."""

    area: str
    right: float
    of: int
    rule_version: str = ""

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True)
class AnsweredItem:
    """A knowledge item that was answered, for the repetition."""

    item: str
    area: str
    right: bool


@dataclass(frozen=True)
class Outcome:
    """What a finished attempt leaves for progress. Never a text.

    `approved`: done well enough to count as a form that is mastered; `reflected`: with thought of one's own;
    `with_other`: another person took part. `right` of `of` rows or questions, `safety_right` of `safety_of` those that
    have to be right. `rating` is the mean of `raters` observers (0 to 5). `whole` is False when the exercise asks for
    another occasion before it counts as done.
    """

    approved: bool = False
    reflected: bool = False
    with_other: bool = False
    right: float = 0.0
    of: int = 0
    safety_right: int = 0
    safety_of: int = 0
    rating: float | None = None
    raters: int = 0
    signed: bool = False
    whole: bool = True
    areas: tuple[AreaShare, ...] = ()
    answered: tuple[AnsweredItem, ...] = ()

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True)
class EarlierAttempt:
    """The learner's own finished attempt at the same content, oldest first: for comparing with oneself only."""

    finished_at: datetime
    seed: int
    state: Any
    outcome: Outcome


@dataclass(frozen=True)
class ExerciseContext(Generic[C]):
    """What an exercise may lean on: its frozen content, how the step is set up, the seed that decides what is drawn."""

    content: C
    settings: StepSettings = field(default_factory=StepSettings)
    seed: int = 0
    earlier: tuple[EarlierAttempt, ...] = ()


@dataclass(frozen=True)
class ExerciseWords:
    """What a kind is called where it is read: in lists, in evidence, and in what a module asks for.

    `one` and `many` are something that has been done ("ett intyg markerat", "intyg markerade"). `icon` names the icon
    in lists. `part` is the line in the head of an exercise that has parts, with {number} and {count}. `rows` is what it
    has several of that can be right, as it stands in a sentence; the name when it is empty.
    """

    name: str
    one: str
    many: str
    icon: str = "pencil"
    part: str = ""
    rows: str = ""


class ExerciseKind(Protocol[C, S]):
    """The rules of one kind. All methods are pure; `C` is the frozen content, `S` the kind's frozen state.

    `keeps_answers` is False where nothing but that it was done may ever be on disk; `looks_back` is True where the
    learner's earlier attempts at the same content are wanted in the context.
    """

    id: str
    content: type
    events: tuple[type, ...]
    keeps_answers: bool
    looks_back: bool

    def words(self) -> ExerciseWords:
        """Return what the kind is called, in the reader's language."""

    def check_settings(self, settings: StepSettings) -> None:
        """Raise InvalidSettings when the settings of a step cannot be used."""

    def start(self, context: ExerciseContext[C]) -> S:
        """Return the state before anything has been answered."""

    def check(self, state: S, event: object, context: ExerciseContext[C]) -> None:
        """Raise a KompetensError when the event cannot happen now."""

    def fold(self, state: S, event: object, at: datetime, context: ExerciseContext[C]) -> S:
        """Return the state after an accepted event; unknown events leave it as it is."""

    def is_done(self, state: S, context: ExerciseContext[C]) -> bool:
        """Whether all that is asked for has been done, so that the attempt may be finished."""

    def view(self, state: S, context: ExerciseContext[C]) -> object:
        """Return what the learner may see now: a type that holds nothing of a key before its time."""

    def outcome(self, state: S, context: ExerciseContext[C]) -> Outcome:
        """Return what the attempt leaves when it is finished as it stands."""


def refuse_unknown(event: object) -> None:
    """Refuse an event that is not of the kind."""
    raise ActivityRefused("unknown_event")


def check_text(text: str, longest: int = LONGEST_TEXT) -> None:
    """Refuse a text that is too long to be an answer."""
    if len(text) > longest:
        raise ActivityRefused("text_too_long")


def check_level(settings: StepSettings, kind: str, levels: range) -> None:
    """Raise InvalidSettings when the feedback level is neither unset (0) nor one of the kind's."""
    if settings.feedback_level and settings.feedback_level not in levels:
        raise InvalidSettings(kind, "feedback_level")


def oldest(rule_versions: list[str]) -> str:
    """Return the oldest of rule versions (RV1 before RV2); empty ones do not count."""
    return min((v for v in rule_versions if v), default="")
