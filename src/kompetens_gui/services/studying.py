"""Studying on a path: one clear next step, exercises begun, taken up, left and finished.

What is accepted is on disk before it is told (`open_attempt.py`). Finishing writes everything that follows from it,
results, evidence and cards to repeat, in one transaction.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import Lock

from kompetens_gui.domain.errors import AttemptNotOpen, ModuleLocked, NotFound, SignOffRefused
from kompetens_gui.domain.exercises.base import EarlierAttempt
from kompetens_gui.domain.exercises.observed import ObservedState, ObserverCame
from kompetens_gui.domain.exercises.registry import exercise_kind
from kompetens_gui.domain.learning.attempt import (
    Attempt,
    AttemptFinished,
    AttemptId,
    AttemptStarted,
    FinishedAttempt,
    finished_attempt,
)
from kompetens_gui.domain.learning.evidence import attempt_evidence
from kompetens_gui.domain.learning.path_progress import (
    Completion,
    DatedAttempt,
    ModuleStatus,
    NextStep,
    NotCompleted,
    PathProgress,
    completion,
    path_progress,
)
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.repetition import ReviewScheduler, new_card
from kompetens_gui.domain.study.learning_path import LearningModule, LearningPath, LearningStep, StepKind, StepSettings
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.exercise_content import ContentSources, Wanted, prepare
from kompetens_gui.services.learning_ports import AttemptWriterFactory, Observation, StoredAttempt, UnfinishedAttempt
from kompetens_gui.services.news import EventBus, ProgressChanged, RepetitionChanged
from kompetens_gui.services.open_attempt import OpenAttempt, StudyDesk
from kompetens_gui.services.ports import Clock, NewId, UnitOfWork, UnitOfWorkFactory

MOST_EARLIER = 10
_ASKING = frozenset({StepKind.QUESTIONS})


@dataclass(frozen=True)
class StudyingParts:
    """What the service is joined from. `new_seed` decides what is drawn the first time somebody meets a content."""

    work: UnitOfWorkFactory
    writer: AttemptWriterFactory
    sources: ContentSources
    scheduler: ReviewScheduler
    clock: Clock
    bus: EventBus
    new_id: NewId
    new_seed: Callable[[], int]


@dataclass(frozen=True)
class _Place:
    """Where an attempt belongs; nothing but the exercise when it is chosen freely."""

    learner: LearnerId
    kind: StepKind
    ref: str
    title: str
    settings: StepSettings
    path: str = ""
    module: str = ""
    step: str = ""
    areas: tuple[str, ...] = ()


class StudyingService:
    """Opens paths and exercises for one learner at a time or several."""

    def __init__(self, parts: StudyingParts) -> None:
        self._parts = parts
        self._desk = StudyDesk(parts.writer, parts.clock, parts.bus)
        self._opening = Lock()

    # -- paths

    def paths(self) -> Sequence[LearningPath]:
        """Return the learning paths that are ready."""
        return self._parts.sources.library.paths()

    def path(self, path_id: str) -> LearningPath:
        return self._parts.sources.library.path(path_id)

    def progress(self, learner: LearnerId, path_id: str) -> PathProgress:
        """Return where a learner stands on a path today."""
        return path_progress(self.path(path_id), self._finished(learner, path_id), self._today())

    def next_step(self, learner: LearnerId) -> NextStep | None:
        """Return the one next thing on the learner's own path; None without a path, or when all is done."""
        with self._parts.work() as work:
            path = work.learners.get(learner).path
        return self.progress(learner, path).next if path else None

    def completion(self, learner: LearnerId, path_id: str) -> Completion | NotCompleted:
        """Return the completion of a path, or what is lacking."""
        return completion(self.path(path_id), self._finished(learner, path_id), self._today())

    # -- attempts

    def unfinished(self, learner: LearnerId) -> Sequence[UnfinishedAttempt]:
        """Return what can be taken up again, the latest first."""
        with self._parts.work() as work:
            return work.attempts.unfinished(learner)

    def finished(self, learner: LearnerId, path: str = "", step: str = "") -> Sequence[FinishedAttempt]:
        """Return what has been finished, oldest first; of a path and a step, when they are named."""
        return [a.attempt for a in self._finished(learner, path) if not step or a.attempt.step == step]

    def read(self, attempt_id: AttemptId) -> Attempt:
        """Return an attempt to look at. Of one whose answers are no longer kept, nothing but its end is there."""
        found = self._desk.open.get(attempt_id)
        if found is not None:
            return found.attempt
        with self._parts.work() as work:
            return _replayed(work, work.attempts.read(attempt_id))

    def open_step(self, learner: LearnerId, path_id: str, module_id: str, step_id: str) -> OpenAttempt:
        """Open a step: where it was left, when it was begun, else anew. One more window joins what is open already."""
        path, module, place = self._place(learner, path_id, module_id, step_id)
        with self._opening:
            begun = self._begun(place)
            if begun is not None:
                return self._resume(begun)
            self._check_open(path, module, learner)
            return self._start(place)

    def prepare_step(self, learner: LearnerId, path_id: str, module_id: str, step_id: str) -> OpenAttempt | None:
        """Make ready what `open_step` would begin, without a trace; `begin` is to be asked before it is answered.

        None when there is nothing to begin: it is begun already, or not open yet.
        """
        path, module, place = self._place(learner, path_id, module_id, step_id)
        progress = self.progress(learner, path.id).module(module.id)
        is_locked = progress is None or progress.status == ModuleStatus.LOCKED
        return None if is_locked or self._begun(place) is not None else self._made(place)

    def begin(self, prepared: OpenAttempt) -> "Future[Attempt]":
        """Begin what was prepared, as of now. Refuses when it has been begun in another window meanwhile."""
        return prepared.on_the_writer(lambda: self._begin_prepared(prepared))

    def open_free(
        self,
        learner: LearnerId,
        kind: StepKind,
        ref: str,
        settings: StepSettings | None = None,
        title: str = "",
    ) -> OpenAttempt:
        """Open an exercise outside of any path. `ref` is an area with QUESTIONS, and may be empty with TIMELINE."""
        place = _Place(learner, kind, ref, title, settings or StepSettings())
        with self._opening:
            begun = self._begun(place)
            return self._resume(begun) if begun is not None else self._start(place)

    def resume(self, attempt_id: AttemptId) -> OpenAttempt:
        """Open an attempt exactly where it was; joins the windows that have it open."""
        with self._opening:
            return self._resume(attempt_id)

    def finish(self, opened: OpenAttempt) -> "Future[Attempt]":
        """Finish for good. The future gives the attempt, or refuses when something is left to do."""
        return opened.on_the_writer(lambda: self._finish(opened))

    def let_go(self, opened: OpenAttempt) -> None:
        """Close a window on an attempt that nothing was done in: it leaves no trace, unless another window has it."""
        opened.on_the_writer(lambda: opened.attempt).result()  # its beginning may be on its way to the disk
        if opened.is_shared:
            opened.leave().result()
        else:
            self.discard(opened.id)

    def discard(self, attempt_id: AttemptId) -> None:
        """Throw an unfinished attempt away, to begin anew; what is finished stays."""
        with self._parts.work() as work:
            if work.attempts.read(attempt_id).finished_at is not None:
                raise AttemptNotOpen(attempt_id, "finished")
            work.attempts.remove(attempt_id)
            work.commit()
        # An answer from a window that still has it open finds no attempt to belong to, and is refused.
        self._desk.open.pop(attempt_id, None)

    def name_observer(self, opened: OpenAttempt, name: str, role: Role) -> "Future[Attempt]":
        """Let somebody else observe. Who it is goes into the register of observations, not into the attempt."""
        with self._parts.work() as work:
            learner = work.learners.get(opened.attempt.started.learner)
            if not name.strip():
                raise SignOffRefused("no_name")
            if " ".join(name.split()).casefold() == learner.name.casefold():
                raise SignOffRefused("own")
            observation = Observation(self._parts.new_id(), opened.id, " ".join(name.split()), role, self._today())
            work.sign_offs.observe(observation)
            work.commit()
        return opened.answer(ObserverCame(observation.id))

    def release(self) -> None:
        """Let go of everything that is open without finishing it; the next start takes it up."""
        self._desk.release()

    # -- within

    def _resume(self, attempt_id: AttemptId) -> OpenAttempt:
        opened = self._desk.open.get(attempt_id)
        if opened is None:
            with self._parts.work() as work:
                attempt = _replayed(work, work.attempts.read(attempt_id))
            if attempt.is_finished:
                raise AttemptNotOpen(attempt_id, "finished")
            opened = OpenAttempt(attempt, self._desk, windows=0)
        opened.take_up().result()
        return opened

    def _finished(self, learner: LearnerId, path: str) -> Sequence[DatedAttempt]:
        with self._parts.work() as work:
            return work.attempts.finished(learner, path)

    def _today(self) -> date:
        return self._parts.clock.local_now().date()

    def _check_open(self, path: LearningPath, module: LearningModule, learner: LearnerId) -> None:
        progress = self.progress(learner, path.id).module(module.id)
        if progress is not None and progress.status == ModuleStatus.LOCKED:
            waits_for = (path.module(before) for before in progress.waits_for)
            raise ModuleLocked(module.title, tuple(m.title for m in waits_for if m is not None))

    def _begun(self, place: _Place) -> AttemptId | None:
        """Return the attempt the learner has begun there, None when there is none to take up."""
        for a in self.unfinished(place.learner):
            same = (a.path, a.module, a.step) == (place.path, place.module, place.step)
            if same and (place.step or (a.kind, a.ref) == (place.kind, place.ref)):
                return a.id
        return None

    def _place(
        self, learner: LearnerId, path_id: str, module_id: str, step_id: str
    ) -> tuple[LearningPath, LearningModule, _Place]:
        path = self.path(path_id)
        module, step = _step_of(path, module_id, step_id)
        place = _Place(
            learner,
            step.kind,
            step.ref,
            step.title,
            step.settings,
            path.id,
            module.id,
            step.id,
            module.competence_areas,
        )
        return path, module, place

    def _start(self, place: _Place) -> OpenAttempt:
        opened = self._made(place)
        self._write_start(opened)
        return opened

    def _made(self, place: _Place) -> OpenAttempt:
        """Draw and freeze what is to be done at a place; nothing is written."""
        exercise_kind(place.kind).check_settings(place.settings)
        with self._parts.work() as work:
            work.learners.get(place.learner)
            earlier = _earlier(work, place.learner, place.kind, place.ref, place.step)
            seed = earlier[-1].seed + 1 if earlier else self._parts.new_seed()
            asked = _asked(work, place.learner) if place.kind in _ASKING else ()
        wanted = Wanted(place.kind, place.ref, place.title, place.settings, seed, place.module, place.areas, asked)
        prepared = prepare(self._parts.sources, wanted)
        started = AttemptStarted(
            id=AttemptId(self._parts.new_id()),
            learner=place.learner,
            kind=place.kind.value,
            title=prepared.title,
            content=prepared.content,
            at=self._parts.clock.now(),
            ref=place.ref,
            settings=place.settings,
            seed=seed,
            path=place.path,
            module=place.module,
            step=place.step,
            areas=prepared.areas,
            rule_version=prepared.rule_version,
        )
        kept = tuple(earlier) if exercise_kind(place.kind).looks_back else ()
        return OpenAttempt(Attempt.begin(started, kept), self._desk)

    def _write_start(self, opened: OpenAttempt) -> None:
        with self._parts.work() as work:
            work.attempts.start(opened.attempt.started)
            work.commit()
        self._desk.open[opened.id] = opened

    def _begin_prepared(self, prepared: OpenAttempt) -> Attempt:
        """Write the beginning, with the time of now: nobody worked before. On the writer thread only."""
        started = prepared.attempt.started
        for other in self.unfinished(started.learner):
            if (other.path, other.module, other.step) == (started.path, started.module, started.step):
                raise AttemptNotOpen(started.id, "elsewhere")
        now = replace(started, at=self._parts.clock.now())
        prepared.start_over(Attempt.begin(now, prepared.attempt.earlier))
        self._write_start(prepared)
        return prepared.attempt

    def _finish(self, opened: OpenAttempt) -> Attempt:
        """Write the end and all that follows from it, or nothing. On the writer thread only."""
        opened.attempt.check(AttemptFinished())
        entry = opened.next_entry(AttemptFinished())
        attempt = opened.attempt.with_event(entry)
        finished, today = finished_attempt(attempt), self._today()
        cards = [
            new_card(finished.learner, a.item, a.area, a.right, entry.at, self._parts.scheduler)
            for a in finished.outcome.answered
        ]
        with self._parts.work() as work:
            if attempt.kind.keeps_answers:
                work.attempts.append(attempt.id, attempt.started.kind, entry)
            work.attempts.finish(finished, today)
            if not attempt.kind.keeps_answers:
                work.attempts.forget_answers(attempt.id)
            work.evidence.add(attempt_evidence(finished, today))
            work.reviews.add_new(cards)
            if isinstance(attempt.state, ObservedState):
                _rate(work, attempt.state)
            work.commit()
        self._desk.open.pop(attempt.id, None)
        opened.grown(attempt)
        self._parts.bus.publish(ProgressChanged(finished.learner))
        if cards:
            self._parts.bus.publish(RepetitionChanged(finished.learner))
        return attempt


def _step_of(path: LearningPath, module_id: str, step_id: str) -> tuple[LearningModule, LearningStep]:
    module = path.module(module_id)
    step = next((s for s in module.steps if s.id == step_id), None) if module else None
    if module is None or step is None:
        raise NotFound("step", step_id)
    return module, step


def _earlier(
    work: UnitOfWork, learner: LearnerId, kind: str, ref: str, step: str, before: datetime | None = None
) -> Sequence[EarlierAttempt]:
    """Return the learner's latest finished attempts at the same content, oldest first."""
    found = []
    for attempt_id in work.attempts.earlier(learner, kind, ref, step, MOST_EARLIER):
        stored = work.attempts.read(attempt_id)
        attempt = Attempt.replay(stored.started, stored.events)
        if attempt.finished_at is not None and (before is None or attempt.finished_at <= before):
            found.append(EarlierAttempt(attempt.finished_at, stored.started.seed, attempt.state, attempt.outcome))
    return found


def _replayed(work: UnitOfWork, stored: StoredAttempt) -> Attempt:
    started = stored.started
    earlier: Sequence[EarlierAttempt] = ()
    if exercise_kind(started.kind).looks_back:
        earlier = _earlier(work, started.learner, started.kind, started.ref, started.step, started.at)
    return Attempt.replay(started, stored.events, earlier)


def _asked(work: UnitOfWork, learner: LearnerId) -> Sequence[str]:
    """Return the knowledge items the learner has met, oldest first."""
    return [a.item for done in work.attempts.finished(learner) for a in done.attempt.outcome.answered]


def _rate(work: UnitOfWork, state: ObservedState) -> None:
    observation = work.sign_offs.observation(state.observation)
    if observation is not None and state.rating is not None:
        work.sign_offs.observe(replace(observation, rating=float(state.rating)))
