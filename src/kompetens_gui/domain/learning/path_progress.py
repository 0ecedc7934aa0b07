"""Where somebody stands on a learning path: modules, what each still asks for, one next step, and completion.

Everything follows from finished attempts, in the order they were finished, whatever order they arrive in. A module that
has been passed stays passed: a later round that goes worse takes nothing away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompetens_gui.domain.learning.attempt import FinishedAttempt
from kompetens_gui.domain.learning.pass_rules import RuleLack, passed_on, unmet
from kompetens_gui.domain.learning.renewal import Validity, validity
from kompetens_gui.domain.study.learning_path import LearningModule, LearningPath, LearningStep, ModuleId, StepId


class ModuleStatus(StrEnum):
    """Where a module stands."""

    LOCKED = "locked"
    OPEN = "open"
    PASSED = "passed"


@dataclass(frozen=True)
class StepProgress:
    """A step, how often it has been finished, whether that was all, and whether the last time was good enough."""

    step: LearningStep
    times: int
    is_done: bool
    approved: bool


@dataclass(frozen=True)
class ModuleProgress:
    """A module. `waits_for` are the modules before it that are not passed, `lacking` what its own rules still ask."""

    module: LearningModule
    status: ModuleStatus
    steps: tuple[StepProgress, ...]
    lacking: tuple[RuleLack, ...]
    waits_for: tuple[ModuleId, ...]
    passed_on: date | None
    minutes_left: int


@dataclass(frozen=True)
class NextStep:
    """The one thing to do next."""

    module: LearningModule
    step: LearningStep


@dataclass(frozen=True)
class PathProgress:
    """The whole path. `next` is None when nothing is left to do; `validity` None until the path is completed."""

    path: LearningPath
    modules: tuple[ModuleProgress, ...]
    next: NextStep | None
    minutes_left: int
    minutes_spent: int
    validity: Validity | None

    @property
    def first_time(self) -> tuple[ModuleProgress, ...]:
        return tuple(m for m in self.modules if not m.module.renewal_only)

    @property
    def passed(self) -> int:
        return sum(m.status == ModuleStatus.PASSED for m in self.first_time)

    def module(self, module_id: str) -> ModuleProgress | None:
        return next((m for m in self.modules if m.module.id == module_id), None)


@dataclass(frozen=True)
class Completion:
    """A completed path, with all a course certificate needs to know of it."""

    path: LearningPath
    completed_on: date
    valid_until: date | None
    renewed_on: tuple[date, ...]
    modules: tuple[tuple[ModuleId, date], ...]
    competence_areas: tuple[str, ...]


@dataclass(frozen=True)
class NotCompleted:
    """What is lacking for completion: the modules that are not passed, with what each asks for."""

    modules: tuple[ModuleProgress, ...]


@dataclass(frozen=True)
class DatedAttempt:
    """A finished attempt and the local day it was finished on."""

    attempt: FinishedAttempt
    on: date


def path_progress(path: LearningPath, attempts: Iterable[DatedAttempt], today: date) -> PathProgress:
    """Return where the learner stands on the path today."""
    mine = _in_order(path, attempts)
    passes = _passes(path, mine)
    completed_on = _completed_on(path, passes)
    valid = _validity(path, mine, completed_on, today)
    modules = tuple(_module(path, m, mine, passes, valid, today) for m in path.modules)
    following = _next(modules)
    return PathProgress(
        path,
        modules,
        following,
        sum(m.minutes_left for m in modules),
        sum(a.attempt.minutes for a in mine),
        valid,
    )


def completion(path: LearningPath, attempts: Iterable[DatedAttempt], today: date) -> Completion | NotCompleted:
    """Return the completion of a path, or what is lacking."""
    progress = path_progress(path, attempts, today)
    valid = progress.validity
    if valid is None:
        return NotCompleted(tuple(m for m in progress.first_time if m.status != ModuleStatus.PASSED))
    passed = tuple((m.module.id, m.passed_on) for m in progress.first_time if m.passed_on is not None)
    areas = tuple(dict.fromkeys(a for m in path.first_time_modules for a in m.competence_areas))
    return Completion(path, valid.completed_on, valid.until, valid.renewed_on, passed, areas)


def _in_order(path: LearningPath, attempts: Iterable[DatedAttempt]) -> tuple[DatedAttempt, ...]:
    mine = {a.attempt.id: a for a in attempts if a.attempt.path == path.id}
    return tuple(sorted(mine.values(), key=lambda a: (a.attempt.finished_at, a.attempt.id)))


def _passes(path: LearningPath, attempts: Sequence[DatedAttempt]) -> dict[ModuleId, date]:
    """Return the day each module was passed: its own rules met, and all modules before it passed."""
    passes: dict[ModuleId, date] = {}
    waiting = list(path.first_time_modules)
    while waiting:
        ready = [m for m in waiting if all(before in passes for before in m.after)]
        newly = {m.id: day for m in ready if (day := passed_on(m, _of(m, attempts))) is not None}
        if not newly:
            break
        for module in ready:
            if module.id in newly:
                passes[module.id] = max([newly[module.id], *(passes[before] for before in module.after)])
        waiting = [m for m in waiting if m.id not in passes]
    return passes


def _of(module: LearningModule, attempts: Iterable[DatedAttempt]) -> tuple[DatedAttempt, ...]:
    return tuple(a for a in attempts if a.attempt.module == module.id)


def _completed_on(path: LearningPath, passes: dict[ModuleId, date]) -> date | None:
    modules = path.first_time_modules
    if not modules or any(m.id not in passes for m in modules):
        return None
    return max(passes[m.id] for m in modules)


def _validity(
    path: LearningPath, attempts: Sequence[DatedAttempt], completed_on: date | None, today: date
) -> Validity | None:
    if completed_on is None:
        return None
    module = path.module(path.renewal.module) if path.renewal else None
    return validity(path, completed_on, _of(module, attempts) if module else (), today)


def _module(
    path: LearningPath,
    module: LearningModule,
    attempts: Sequence[DatedAttempt],
    passes: dict[ModuleId, date],
    valid: Validity | None,
    today: date,
) -> ModuleProgress:
    if module.renewal_only:
        return _renewal_module(module, attempts, valid)
    waits_for = tuple(before for before in module.after if before not in passes)
    mine = _of(module, attempts)
    steps = tuple(_step(s, mine) for s in module.steps)
    day = passes.get(module.id)
    if day is not None:
        return ModuleProgress(module, ModuleStatus.PASSED, steps, (), (), day, 0)
    status = ModuleStatus.LOCKED if waits_for else ModuleStatus.OPEN
    left = sum(s.step.minutes for s in steps if not s.is_done)
    return ModuleProgress(module, status, steps, unmet(module, mine), waits_for, None, left)


def _renewal_module(module: LearningModule, attempts: Sequence[DatedAttempt], valid: Validity | None) -> ModuleProgress:
    """Return the renewal: locked until its time comes, open until it is done for this time."""
    if valid is None or not valid.can_renew:
        last = valid.renewed_on[-1] if valid is not None and valid.renewed_on else None
        status = ModuleStatus.PASSED if last else ModuleStatus.LOCKED
        return ModuleProgress(module, status, tuple(_step(s, ()) for s in module.steps), (), (), last, 0)
    since = valid.renewal_opens
    mine = tuple(a for a in _of(module, attempts) if since is None or a.on >= since)
    steps = tuple(_step(s, mine) for s in module.steps)
    left = sum(s.step.minutes for s in steps if not s.is_done)
    return ModuleProgress(module, ModuleStatus.OPEN, steps, unmet(module, mine), (), None, left)


def _step(step: LearningStep, attempts: Sequence[DatedAttempt]) -> StepProgress:
    mine = [a.attempt for a in attempts if a.attempt.step == step.id]
    is_done = any(a.outcome.whole for a in mine)
    return StepProgress(step, len(mine), is_done, bool(mine) and mine[-1].outcome.approved)


def _next(modules: Sequence[ModuleProgress]) -> NextStep | None:
    """Return the first thing left in the first open module: a step never done, one half done, one asked for again."""
    for m in modules:
        if m.status != ModuleStatus.OPEN:
            continue
        left = sorted((s for s in m.steps if not s.is_done), key=lambda s: s.times)
        step = left[0].step if left else _asked_again(m)
        if step is not None:
            return NextStep(m.module, step)
    return None


def _asked_again(m: ModuleProgress) -> LearningStep | None:
    wanted: set[StepId] = {step for lack in m.lacking for step in lack.steps}
    again = [s for s in m.steps if s.step.id in wanted]
    weak = [s for s in again if not s.approved]
    return (weak or again)[0].step if again else None
