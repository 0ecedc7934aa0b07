"""How a learner has fared with D, F and A lately: counted from finished exercises, for nobody else to see.

What counts is the chain as it stood at the first comparison: after that a reading may have been seen. A worked example
shows its reading from the start, and does not count.
"""

from datetime import timedelta

from kompetens_gui.domain.exercises.mark_chain.events import FeedbackLevel
from kompetens_gui.domain.exercises.mark_chain.hits import HitRecord, KindHits, nearest_hits, summed
from kompetens_gui.domain.exercises.mark_chain.rules import level_of
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.services.learning_ports import StoredAttempt
from kompetens_gui.services.ports import Clock, UnitOfWorkFactory

DAYS = 30
MOST_COUNTED = 40


class HitRateService:
    """Counts hits; nothing of what it counts is kept."""

    def __init__(self, work: UnitOfWorkFactory, clock: Clock) -> None:
        self._work, self._clock = work, clock

    def of(self, learner: LearnerId) -> HitRecord:
        """Return the record of the last 30 days, over the latest exercises when there are many."""
        since = self._clock.local_now().date() - timedelta(days=DAYS)
        counted: list[tuple[KindHits, ...]] = []
        with self._work() as work:
            done = [a for a in work.attempts.finished(learner) if a.attempt.kind == StepKind.MARK_CHAIN]
            for dated in reversed([a for a in done if a.on > since]):
                hits = first_hits(work.attempts.read(dated.attempt.id))
                if hits:
                    counted.append(hits)
                if len(counted) == MOST_COUNTED:
                    break
        return HitRecord(len(counted), DAYS, summed(counted))


def first_hits(stored: StoredAttempt) -> tuple[KindHits, ...]:
    """Return the hits at the first comparison of an attempt; none for a worked example, or without answers kept."""
    if level_of(stored.started.settings) == FeedbackLevel.WORKED_EXAMPLE:
        return ()
    first = next((i for i, e in enumerate(stored.events) if isinstance(e.event, RoundFinished)), None)
    if first is None:
        return ()
    chain = Attempt.replay(stored.started, stored.events[:first]).state.marks.chain
    return nearest_hits(chain, stored.started.content)
