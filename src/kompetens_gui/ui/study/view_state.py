"""What the study home shows, as plain values folded from what the services say; testable without a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.learning.path_progress import ModuleProgress, ModuleStatus, PathProgress, StepProgress
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.services.learning_ports import UnfinishedAttempt
from kompetens_gui.services.repetition import RepetitionDay

SHOWN_TO_REPEAT = 3


class StepState(StrEnum):
    """How a step stands in its module."""

    DONE = "done"
    HERE = "here"
    BEGUN = "begun"
    AGAIN = "again"
    OPEN = "open"
    LOCKED = "locked"


@dataclass(frozen=True)
class StepLine:
    """A step of the chosen module. `count` is how many questions are drawn, 0 when that says nothing."""

    id: str
    title: str
    kind: str
    minutes: int
    count: int
    state: StepState


@dataclass(frozen=True)
class ModuleLine:
    """A module in the list. `number` is 0 for the renewal."""

    id: str
    number: int
    title: str
    status: ModuleStatus
    done: int
    of: int
    minutes: int
    is_here: bool


@dataclass(frozen=True)
class NextLine:
    """The one thing to do next. `about` says what it is for; `is_begun` that it was left in the middle."""

    module: str
    step: str
    title: str
    kind: str
    minutes: int
    about: str
    is_begun: bool
    is_first: bool


@dataclass(frozen=True)
class RepeatLine:
    """A question to repeat. `number` counts its reviews, from 1 for the first."""

    text: str
    area: str
    number: int


@dataclass(frozen=True)
class HomeView:
    """The whole study home. `next` is None when nothing is left to do."""

    learner: LearnerProfile
    progress: PathProgress
    modules: tuple[ModuleLine, ...]
    next: NextLine | None
    done: int
    of: int
    left_modules: int
    minutes_left: int
    repeat: tuple[RepeatLine, ...]
    repeat_count: int
    repeat_minutes: int
    repeat_more: bool
    repeated_today: int
    free: tuple[UnfinishedAttempt, ...]

    @property
    def is_complete(self) -> bool:
        return self.progress.validity is not None

    @property
    def share(self) -> float:
        return self.done / self.of if self.of else 0.0

    @property
    def here(self) -> str:
        """The module where the learner is; the first one when nothing is left."""
        if self.next is not None:
            return self.next.module
        return self.modules[0].id if self.modules else ""


@dataclass(frozen=True)
class ModuleView:
    """The chosen module. `lacking` are the rules' lines, `locked` why it is not open; both in words elsewhere."""

    number: int
    progress: ModuleProgress
    steps: tuple[StepLine, ...]
    done: int

    @property
    def of(self) -> int:
        return len(self.steps)


def home_view(
    learner: LearnerProfile,
    progress: PathProgress,
    unfinished: Sequence[UnfinishedAttempt],
    day: RepetitionDay,
    about: Mapping[str, str],
) -> HomeView:
    """Fold what is known into what is shown. `about` has a sentence for steps by "module/step", where there is one."""
    here = [u for u in unfinished if u.path == progress.path.id]
    following = _next(progress, here, about)
    shown = [m for m in progress.modules if not m.module.renewal_only or progress.validity is not None]
    lines = tuple(_module_line(n, m, following) for n, m in enumerate(shown, 1))
    first_time = progress.first_time
    return HomeView(
        learner=learner,
        progress=progress,
        modules=lines,
        next=following,
        done=sum(len(m.steps) if m.status == ModuleStatus.PASSED else _done(m) for m in first_time),
        of=sum(len(m.steps) for m in first_time),
        left_modules=len(first_time) - progress.passed,
        minutes_left=sum(m.minutes_left for m in first_time),
        repeat=tuple(RepeatLine(q.item.text, q.area, q.number) for q in day.questions[:SHOWN_TO_REPEAT]),
        repeat_count=len(day.questions),
        repeat_minutes=day.minutes,
        repeat_more=day.more,
        repeated_today=day.done_today,
        free=tuple(u for u in unfinished if not u.path),
    )


def module_view(view: HomeView, module_id: str, unfinished: Sequence[UnfinishedAttempt]) -> ModuleView | None:
    """Return the chosen module with its steps, None when the path has no such module."""
    found = view.progress.module(module_id)
    line = next((m for m in view.modules if m.id == module_id), None)
    if found is None or line is None:
        return None
    begun = {u.step for u in unfinished if (u.path, u.module) == (view.progress.path.id, module_id)}
    asked_again: set[str] = {step for lack in found.lacking for step in lack.steps}
    here = view.next.step if view.next is not None and view.next.module == module_id else ""
    steps = tuple(
        StepLine(
            s.step.id,
            s.step.title,
            s.step.kind.value,
            s.step.minutes,
            s.step.settings.count,
            _state(found, s, here, begun, asked_again),
        )
        for s in found.steps
    )
    return ModuleView(line.number, found, steps, _done(found))


def _next(progress: PathProgress, unfinished: Sequence[UnfinishedAttempt], about: Mapping[str, str]) -> NextLine | None:
    """Return what was left in the middle last, else the path's own next step."""
    for begun in unfinished:
        module = progress.module(begun.module)
        step = next((s.step for s in module.steps if s.step.id == begun.step), None) if module else None
        if module is not None and step is not None:
            return NextLine(
                module.module.id,
                step.id,
                step.title,
                step.kind.value,
                step.minutes,
                about.get(f"{module.module.id}/{step.id}", ""),
                is_begun=True,
                is_first=False,
            )
    following = progress.next
    if following is None:
        return None
    return NextLine(
        following.module.id,
        following.step.id,
        following.step.title,
        following.step.kind.value,
        following.step.minutes,
        about.get(f"{following.module.id}/{following.step.id}", ""),
        is_begun=False,
        is_first=not any(s.times for m in progress.modules for s in m.steps),
    )


def _module_line(number: int, found: ModuleProgress, following: NextLine | None) -> ModuleLine:
    return ModuleLine(
        found.module.id,
        0 if found.module.renewal_only else number,
        found.module.title,
        found.status,
        _done(found),
        len(found.steps),
        found.module.minutes,
        following is not None and following.module == found.module.id,
    )


def _done(found: ModuleProgress) -> int:
    return sum(s.is_done for s in found.steps)


def _state(module: ModuleProgress, step: StepProgress, here: str, begun: set[str], asked_again: set[str]) -> StepState:
    if step.step.id == here:
        return StepState.HERE
    if step.step.id in begun:
        return StepState.BEGUN
    if step.is_done:
        weak = step.step.id in asked_again and not step.approved and module.status == ModuleStatus.OPEN
        return StepState.AGAIN if weak else StepState.DONE
    return StepState.LOCKED if module.status == ModuleStatus.LOCKED else StepState.OPEN
