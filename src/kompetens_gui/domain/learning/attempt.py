"""An attempt at an exercise: frozen content, and the append-only list of what the learner did with it.

Everything shown is folded from that list, as in a session. A change in the content's file never reaches an attempt that
has begun. An attempt can be left and taken up again for as long as it is not finished.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NewType

from kompetens_gui.domain.errors import ActivityRefused, AttemptNotOpen
from kompetens_gui.domain.exercises.base import EarlierAttempt, ExerciseContext, ExerciseKind, Outcome, check_text
from kompetens_gui.domain.exercises.registry import exercise_kind
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.workshop.events import RecordedEvent

AttemptId = NewType("AttemptId", str)
LONGEST_PAUSE_S = 600.0
"""A longer silence counts as this long: the learner went for coffee."""


@dataclass(frozen=True)
class AttemptStarted:
    """How an attempt began: written once, never changed. `content` is the exercise as it read then.

    `seed` decides what is drawn; it goes up by one each time the learner comes back to the same content.
    `path`, `module` and `step` say where it belongs; they are empty for an exercise chosen freely. `areas` are the
    competence areas it counts for, `rule_version` the rules it leans on (empty for none).
    """

    id: AttemptId
    learner: LearnerId
    kind: str
    title: str
    content: Any
    at: datetime
    ref: str = ""
    settings: StepSettings = field(default_factory=StepSettings)
    seed: int = 0
    path: str = ""
    module: str = ""
    step: str = ""
    areas: tuple[str, ...] = ()
    rule_version: str = ""


@dataclass(frozen=True)
class ReflectionKept:
    """What the learner takes along, in own words; seen by nobody else. An empty text removes it."""

    text: str


@dataclass(frozen=True)
class AttemptLeft:
    """The learner went away from it; the clock stands."""


@dataclass(frozen=True)
class AttemptResumed:
    """The learner came back."""


@dataclass(frozen=True)
class AttemptFinished:
    """Done, for good."""


ATTEMPT_EVENTS: tuple[type, ...] = (RoundFinished, ReflectionKept, AttemptLeft, AttemptResumed, AttemptFinished)


@dataclass(frozen=True)
class Attempt:
    """An attempt as it stands. Adding an event gives a new one; frozen, so any thread may read it."""

    started: AttemptStarted
    state: Any
    last_at: datetime
    earlier: tuple[EarlierAttempt, ...] = ()
    events: tuple[RecordedEvent, ...] = ()
    rounds: int = 0
    reflection: str = ""
    is_left: bool = False
    finished_at: datetime | None = None
    seconds: float = 0.0

    @staticmethod
    def begin(started: AttemptStarted, earlier: Iterable[EarlierAttempt] = ()) -> "Attempt":
        """Return the attempt before anything has been answered."""
        before = tuple(earlier)
        context = ExerciseContext(started.content, started.settings, started.seed, before)
        return Attempt(started, exercise_kind(started.kind).start(context), started.at, before)

    @staticmethod
    def replay(
        started: AttemptStarted, events: Iterable[RecordedEvent], earlier: Iterable[EarlierAttempt] = ()
    ) -> "Attempt":
        """Fold a whole list of events from the beginning."""
        attempt = Attempt.begin(started, earlier)
        for entry in events:
            attempt = attempt.with_event(entry)
        return attempt

    @property
    def id(self) -> AttemptId:
        return self.started.id

    @property
    def kind(self) -> ExerciseKind[Any, Any]:
        return exercise_kind(self.started.kind)

    @property
    def context(self) -> ExerciseContext[Any]:
        return ExerciseContext(self.started.content, self.started.settings, self.started.seed, self.earlier)

    @property
    def next_seq(self) -> int:
        return self.events[-1].seq + 1 if self.events else 1

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def can_finish(self) -> bool:
        return not self.is_finished and self.kind.is_done(self.state, self.context)

    @property
    def view(self) -> Any:  # noqa: ANN401 (each kind has its own)
        """What the learner may see now; the type is the kind's own."""
        return self.kind.view(self.state, self.context)

    @property
    def outcome(self) -> Outcome:
        """What it leaves when it is finished as it stands."""
        outcome = self.kind.outcome(self.state, self.context)
        return replace(outcome, reflected=outcome.reflected or bool(self.reflection))

    @property
    def minutes(self) -> int:
        """Time spent, in whole minutes rounded up; long silences and time away do not count."""
        return -int(-self.seconds // 60)

    def check(self, event: object) -> None:
        """Raise a KompetensError when the event cannot happen now."""
        if self.is_finished:
            raise AttemptNotOpen(self.id, "finished")
        if isinstance(event, AttemptResumed):
            return
        if self.is_left:
            raise AttemptNotOpen(self.id, "left")
        match event:
            case AttemptLeft():
                pass
            case AttemptFinished():
                if not self.can_finish:
                    raise ActivityRefused("not_done")
            case ReflectionKept(text):
                if not self.kind.keeps_answers:
                    raise ActivityRefused("no_text_here")
                check_text(text)
            case RoundFinished():
                self.kind.check(self.state, event, self.context)
            case _:
                if type(event) not in self.kind.events:
                    raise ActivityRefused("unknown_event")
                self.kind.check(self.state, event, self.context)

    def with_event(self, entry: RecordedEvent) -> "Attempt":
        """Return the attempt with one more accepted event."""
        seconds = self.seconds + self._seconds_until(entry)
        grown = replace(self, events=(*self.events, entry), seconds=seconds, last_at=entry.at)
        match entry.event:
            case AttemptLeft():
                return replace(grown, is_left=True)
            case AttemptResumed():
                return replace(grown, is_left=False)
            case AttemptFinished():
                return replace(grown, finished_at=entry.at)
            case ReflectionKept(text):
                return replace(grown, reflection=text.strip())
            case RoundFinished():
                grown = replace(grown, rounds=self.rounds + 1)
        return replace(grown, state=self.kind.fold(self.state, entry.event, entry.at, self.context))

    def _seconds_until(self, entry: RecordedEvent) -> float:
        """Return the time worked since the last event: none while away, and none when the clock was set back."""
        if self.is_left or isinstance(entry.event, AttemptResumed):
            return 0.0
        return min(LONGEST_PAUSE_S, max(0.0, (entry.at - self.last_at).total_seconds()))


@dataclass(frozen=True)
class FinishedAttempt:
    """A finished attempt as progress needs it: where it belongs and what it left, without answers."""

    id: AttemptId
    learner: LearnerId
    kind: str
    finished_at: datetime
    outcome: Outcome
    ref: str = ""
    path: str = ""
    module: str = ""
    step: str = ""
    title: str = ""
    areas: tuple[str, ...] = ()
    rule_version: str = ""
    minutes: int = 0


def finished_attempt(attempt: Attempt) -> FinishedAttempt:
    """Return what is kept of a finished attempt beside its events.

    Where no answers are kept the time is not either: how long it took would tell who skipped it.
    """
    if attempt.finished_at is None:
        raise AttemptNotOpen(attempt.id, "not_finished")
    s = attempt.started
    return FinishedAttempt(
        id=s.id,
        learner=s.learner,
        kind=s.kind,
        finished_at=attempt.finished_at,
        outcome=attempt.outcome,
        ref=s.ref,
        path=s.path,
        module=s.module,
        step=s.step,
        title=s.title,
        areas=s.areas,
        rule_version=s.rule_version,
        minutes=attempt.minutes if attempt.kind.keeps_answers else 0,
    )
