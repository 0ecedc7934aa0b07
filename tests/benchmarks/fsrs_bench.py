"""Today's queue out of 20,000 questions that one person repeats, and what a review costs.

Run as `python tests/benchmarks/fsrs_bench.py [cards] [rounds]`. The queue is asked for from the stored cards, as a page
does, and worked out from cards in memory, as the rule says it; a review is one answer counted on disk. The times are
medians over the rounds. Exit code 1 when the queue passes the limit.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.learning.repetition import CARDS_A_DAY, Recall, ReviewCard, day_queue, new_card, reviewed
from kompetens_gui.repetition.fsrs_scheduler import FsrsScheduler
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.repetition import RepetitionParts, RepetitionService
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.unit_of_work import unit_of_work_factory

LIMIT_MS = 50.0
LEARNER = LearnerId("learner-1")
NOW = datetime(2026, 11, 12, 12, tzinfo=UTC)


class StandingClock:
    def now(self) -> datetime:
        return NOW

    def local_now(self) -> datetime:
        return datetime(2026, 11, 12, 13)


def made(cards: int) -> list[ReviewCard]:
    """Cards met over two years and reviewed some times each."""
    chance, scheduler, found = random.Random(4), FsrsScheduler(), []
    for number in range(cards):
        met = NOW - timedelta(days=chance.randint(1, 730))
        card = new_card(LEARNER, f"fraga-{number:05}", f"K{number % 14 + 1:02}", chance.random() < 0.7, met, scheduler)
        for _ in range(chance.randint(0, 3)):
            if card.due >= NOW:
                break
            recall = chance.choice((Recall.AGAIN, Recall.GOOD, Recall.GOOD, Recall.EASY))
            card, _entry = reviewed(card, recall, card.due, card.due.date(), scheduler)
        found.append(card)
    return found


def milliseconds(deed: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        deed()
        times.append((time.perf_counter() - began) * 1e3)
    return statistics.median(times[1:])  # the first one warms up


def main() -> int:
    given = [int(argument) for argument in sys.argv[1:]]
    count, rounds = (*given, *(20_000, 21)[len(given) :])[:2]
    cards, clock = made(count), StandingClock()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        database = Database.open(Path(folder))
        work = unit_of_work_factory(database, clock)
        with work() as unit:
            unit.learners.save(LearnerProfile(LEARNER, "Ylva Öst"))
            unit.reviews.save(cards)
            unit.commit()
        library = cast("Any", None)  # the queue itself asks for no content
        service = RepetitionService(RepetitionParts(work, library, FsrsScheduler(), clock, EventBus()))
        queue = service.queue(LEARNER)
        assert [c.item for c in queue.cards] == [c.item for c in day_queue(cards, NOW, 0).cards]
        assert len(queue.cards) == CARDS_A_DAY
        taken = {
            "today's queue, stored": milliseconds(lambda: service.queue(LEARNER), rounds),
            "today's queue, in memory": milliseconds(lambda: day_queue(cards, NOW, 0), rounds),
            "one review, without disk": milliseconds(
                lambda: reviewed(cards[0], Recall.GOOD, NOW, NOW.date(), FsrsScheduler()), rounds
            ),
        }
        database.close()
    return report(taken, count, sum(c.due <= NOW for c in cards))


def report(taken: dict[str, float], cards: int, due: int) -> int:
    print(f"{cards} cards, {due} due\n\n| what | ms |\n| --- | --- |")
    for name, ms in taken.items():
        print(f"| {name} | {ms:.2f} |")
    worst = max(ms for name, ms in taken.items() if "queue" in name)
    print(f"limit {LIMIT_MS:.0f} ms, worst {worst:.1f}")
    return int(worst > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
