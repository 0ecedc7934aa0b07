"""How long self-study is kept: the rules, what is older than they allow, and taking it away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.retention import (
    PROPOSED_MONTHS,
    RetentionCount,
    RetentionKind,
    RetentionRule,
    check_months,
    kept_since,
)
from kompetens_gui.services.erasing import Erased, ErasedKind, ErasureJournal, note_erasures
from kompetens_gui.services.news import EventBus, ProfilesChanged, ProgressChanged
from kompetens_gui.services.ports import Clock, UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True)
class RetentionParts:
    """What the service is joined from. `leave_no_trace` rewrites the file."""

    work: UnitOfWorkFactory
    clock: Clock
    bus: EventBus
    journal: ErasureJournal
    leave_no_trace: Callable[[], None]


class RetentionService:
    """Nothing is removed by itself: somebody looks at the preview and says so."""

    def __init__(self, parts: RetentionParts) -> None:
        self._parts = parts

    def rules(self) -> Sequence[RetentionRule]:
        """Return how long each kind is kept."""
        with self._parts.work() as work:
            return _rules(work)

    def change(self, kind: RetentionKind, months: int | None) -> None:
        """Keep a kind for so many months from now on; None is for ever."""
        check_months(months)
        with self._parts.work() as work:
            work.retention.set_months(kind, months)
            work.commit()

    def preview(self) -> Sequence[RetentionCount]:
        """Return how much of each kind is older than it may be; kinds that are kept for ever are left out."""
        with self._parts.work() as work:
            return [self._counted(work, kind, months) for kind, months in _limited(work)]

    def run(self, progress: Callable[[int, int], object] | None = None) -> Sequence[RetentionCount]:
        """Take away what is older than it may be, all or nothing; returns how much it was.

        `progress` is told how many kinds are done, and how many there are.
        """
        now = self._parts.clock.now()
        done: list[RetentionCount] = []
        gone: list[LearnerId] = []
        with self._parts.work() as work:
            work.personal_data.begin_erasing()
            limited = _limited(work)
            for place, (kind, months) in enumerate(limited):
                if progress is not None:
                    progress(place, len(limited))
                before = kept_since(now, months)
                if kind == RetentionKind.PROFILES:
                    gone += work.retention.idle_profiles(before)
                    for learner in gone:
                        work.learners.remove(learner)
                    count = len(gone)
                else:
                    count = work.retention.remove(kind, before)
                done.append(RetentionCount(kind, months, before.date(), count))
            note_erasures(work, self._parts.journal, (Erased(ErasedKind.LEARNER, g) for g in gone), now)
            work.commit()
        self._told(done, gone)
        return done

    def _counted(self, work: UnitOfWork, kind: RetentionKind, months: int) -> RetentionCount:
        before = kept_since(self._parts.clock.now(), months)
        return RetentionCount(kind, months, before.date(), work.retention.count(kind, before))

    def _told(self, done: Sequence[RetentionCount], gone: Sequence[LearnerId]) -> None:
        if not any(d.count for d in done):
            return
        self._parts.leave_no_trace()
        for learner in gone:
            self._parts.bus.publish(ProfilesChanged(learner))
        self._parts.bus.publish(ProgressChanged(None))


def _rules(work: UnitOfWork) -> Sequence[RetentionRule]:
    chosen = work.retention.months()
    return [
        RetentionRule(kind, chosen.get(kind, proposed), kind not in chosen)
        for kind, proposed in PROPOSED_MONTHS.items()
    ]


def _limited(work: UnitOfWork) -> Sequence[tuple[RetentionKind, int]]:
    """Return the kinds that have an end. Idle profiles are looked at first: the rest may leave nothing to go by."""
    limited = [(r.kind, r.months) for r in _rules(work) if r.months is not None]
    return sorted(limited, key=lambda pair: pair[0] != RetentionKind.PROFILES)
