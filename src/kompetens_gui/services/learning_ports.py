"""What the services of self-study need of storage: profiles, attempts, evidence, repetition, sign-offs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from kompetens_gui.domain.learning.attempt import AttemptId, AttemptStarted, FinishedAttempt
from kompetens_gui.domain.learning.evidence import Evidence
from kompetens_gui.domain.learning.levels import Seen
from kompetens_gui.domain.learning.path_progress import DatedAttempt
from kompetens_gui.domain.learning.pin import PinThrottle
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile, PinResetLoss
from kompetens_gui.domain.learning.repetition import ReviewCard, ReviewEntry
from kompetens_gui.domain.learning.retention import RetentionKind
from kompetens_gui.domain.learning.sign_off import SignOff, SignOffId
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.plan import Role


class LearnerStore(Protocol):
    """Profiles."""

    def all(self) -> Sequence[LearnerProfile]:
        """Return all profiles by name."""

    def get(self, learner: LearnerId) -> LearnerProfile:
        """Return one, or raise NotFound."""

    def save(self, profile: LearnerProfile) -> None:
        """Write a profile, new or changed, whole."""

    def set_throttle(self, learner: LearnerId, throttle: PinThrottle) -> None:
        """Change nothing but the count of wrong PINs."""

    def private_texts(self, learner: LearnerId) -> PinResetLoss:
        """Count what nobody but the learner was to read."""

    def remove_private_texts(self, learner: LearnerId) -> None:
        """Take the answers of all attempts away where they hold texts; what was finished stays finished."""

    def remove(self, learner: LearnerId) -> None:
        """Remove a profile with all that belongs to it, or raise NotFound."""


@dataclass(frozen=True)
class UnfinishedAttempt:
    """An attempt that can be taken up again."""

    id: AttemptId
    kind: str
    ref: str
    title: str
    path: str
    module: str
    step: str
    started_at: datetime
    events: int


@dataclass(frozen=True)
class StoredAttempt:
    """An attempt as it stands on disk."""

    started: AttemptStarted
    events: tuple[RecordedEvent, ...]
    finished_at: datetime | None = None


class AttemptStore(Protocol):
    """Attempts and their events."""

    def start(self, started: AttemptStarted) -> None:
        """Write how an attempt begins, with its content frozen."""

    def read(self, attempt: AttemptId) -> StoredAttempt:
        """Return a whole attempt, or raise NotFound."""

    def append(self, attempt: AttemptId, kind: str, entry: RecordedEvent) -> None:
        """Write one event within this unit of work."""

    def finish(self, finished: FinishedAttempt, on: date) -> None:
        """Write what a finished attempt left; its last event is written with `append`.

        Of a kind that keeps no answers it is not kept either when it was begun.
        """

    def forget_answers(self, attempt: AttemptId) -> None:
        """Take the answers of an attempt away: that it was finished is all that is left of its events."""

    def remove(self, attempt: AttemptId) -> None:
        """Remove an attempt with its events, or raise NotFound."""

    def unfinished(self, learner: LearnerId) -> Sequence[UnfinishedAttempt]:
        """Return what the learner has begun and not finished, the latest first."""

    def finished(self, learner: LearnerId, path: str = "") -> Sequence[DatedAttempt]:
        """Return what the learner has finished, oldest first; of one path, when it is named."""

    def earlier(self, learner: LearnerId, kind: str, ref: str, step: str, limit: int) -> Sequence[AttemptId]:
        """Return the ids of the latest finished attempts at the same content (without a ref: the same step)."""


class AttemptWriter(Protocol):
    """The fast way to append to attempts: one kept connection."""

    def append(self, attempt: AttemptId, kind: str, entry: RecordedEvent) -> None:
        """Write one event durably.

        Raises StorageFailed or DiskFull and leaves nothing half-written; AttemptNotOpen when another window of the
        program has gone on with the attempt.
        """

    def close(self) -> None: ...


AttemptWriterFactory = Callable[[], AttemptWriter]


class EvidenceStore(Protocol):
    """What has been seen of people."""

    def add(self, evidence: Iterable[Evidence]) -> None:
        """Add facts; one that is there already is put in the place of itself."""

    def of(self, learner: LearnerId, area: str = "") -> Sequence[Evidence]:
        """Return a person's evidence; of one area, when it is named."""

    def remove(self, learner: LearnerId, source: str) -> None:
        """Remove what came from a source; one that ends with ":" stands for all that begin with it."""

    def members(self, unit: str = "", role: Role | None = None) -> Mapping[LearnerId, Role]:
        """Return everyone, of one unit or profession when it is named."""

    def facts(self) -> Iterable[tuple[LearnerId, str, Sequence[Seen]]]:
        """Return what raises levels, for each person and area where there is knowledge enough for any level."""


class ReviewStore(Protocol):
    """Cards to repeat and reviews made."""

    def card(self, learner: LearnerId, item: str) -> ReviewCard:
        """Return one, or raise NotFound."""

    def save(self, cards: Iterable[ReviewCard]) -> None:
        """Write cards, new or changed."""

    def add_new(self, cards: Iterable[ReviewCard]) -> None:
        """Write cards that are not there yet; those that are stay as they are."""

    def due(self, learner: LearnerId, now: datetime, limit: int) -> Sequence[ReviewCard]:
        """Return those due, longest due first, no more than `limit`."""

    def count_due(self, learner: LearnerId, now: datetime) -> int:
        """Return how many are due."""

    def ahead(self, learner: LearnerId, after: datetime) -> Sequence[ReviewCard]:
        """Return those last reviewed after a moment: the clock had run ahead."""

    def add_entry(self, entry: ReviewEntry) -> None:
        """Write a review."""

    def done_on(self, learner: LearnerId, day: date) -> int:
        """Return how many reviews were made on a local day."""

    def entries(self, learner: LearnerId) -> Sequence[ReviewEntry]:
        """Return all reviews, in order."""

    def cards(self, learner: LearnerId) -> Sequence[ReviewCard]:
        """Return all cards by item."""


@dataclass(frozen=True)
class Observation:
    """Who observed an attempt."""

    id: str
    attempt: AttemptId
    name: str
    role: Role
    on: date
    rating: float | None = None


class SignOffStore(Protocol):
    """The registers of sign-offs and observations."""

    def add(self, sign_off: SignOff) -> None: ...

    def of(self, learner: LearnerId) -> Sequence[SignOff]:
        """Return a person's sign-offs, newest first."""

    def of_attempt(self, attempt: AttemptId) -> SignOff | None: ...

    def of_request(self, request: str) -> SignOff | None:
        """Return what was signed at a distance on a request."""

    def remove(self, sign_off: SignOffId) -> None:
        """Remove one, or raise NotFound."""

    def observe(self, observation: Observation) -> None:
        """Write who observes, new or changed."""

    def observation(self, observation: str) -> Observation | None:
        """Return who observed, by the entry's id."""


class RetentionStore(Protocol):
    """How long things are kept, and taking away what is older."""

    def months(self) -> Mapping[RetentionKind, int | None]:
        """Return the months by kind where they have been set; None is for ever."""

    def set_months(self, kind: RetentionKind, months: int | None) -> None: ...

    def count(self, kind: RetentionKind, before: datetime) -> int:
        """Return how much of a kind is older than a moment."""

    def remove(self, kind: RetentionKind, before: datetime) -> int:
        """Take away what is older; returns how much it was. Profiles are removed one by one, through their store."""

    def idle_profiles(self, before: datetime) -> Sequence[LearnerId]:
        """Return the profiles where nothing has happened since a moment."""
