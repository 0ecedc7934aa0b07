"""Opening the matrix of levels with 100,000 rows of evidence on 2,000 people, against the same questions put raw.

Run as `python tests/benchmarks/progress_bench.py [people] [rounds]`. Each person has fifty facts over fourteen areas.
The matrix of one person and the picture of everyone are each answered by the service and by the bare driver, taking
turns; what the service costs on top of the bare question is the median over the rounds. Exit code 1 when the limit is
passed.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kompetens_gui.content.targets import load_targets
from kompetens_gui.domain.learning.evidence import CHANGE, Evidence, EvidenceKind
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.services.progress import ProgressParts, ProgressService
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.evidence_store import FACTS, FACTS_VALUES
from kompetens_gui.storage.unit_of_work import unit_of_work_factory

LIMIT_MS = 100.0
FACTS_EACH = 50
AREAS = tuple(f"K{n:02}" for n in range(1, 15))
FORMS = ("questions", "letter", "impulses", "mark_chain", "observed", "reflection", CHANGE, "sufficiency")
TARGETS = Path(__file__).resolve().parents[2] / "resources" / "competence" / "targets.yaml"
Ask = Callable[[], object]


class StandingClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 12, 12, tzinfo=UTC)

    def local_now(self) -> datetime:
        return datetime(2026, 11, 12, 13)


def fill(work: UnitOfWorkFactory, people: int) -> None:
    chance = random.Random(5)
    with work() as unit:
        for number in range(people):
            learner = LearnerId(f"learner-{number:05}")
            unit.learners.save(LearnerProfile(learner, f"Person {number}", chance.choice(list(Role))))
            unit.evidence.add(facts_of(learner, chance))
        unit.commit()


def facts_of(learner: LearnerId, chance: random.Random) -> list[Evidence]:
    found = []
    for number in range(FACTS_EACH):
        form = chance.choice(FORMS)
        kinds = {"observed": EvidenceKind.OBSERVED, CHANGE: EvidenceKind.CHANGED_WORK}
        found.append(
            Evidence(
                learner,
                AREAS[number % len(AREAS)],
                kinds.get(form, chance.choice((EvidenceKind.PRACTISED, EvidenceKind.PRACTISED, EvidenceKind.ATTENDED))),
                chance.choice((0.6, 0.8, 0.9, 1.0)),
                date(2026, 11, 12) - timedelta(days=chance.randint(0, 1200)),
                f"attempt:{learner}-{number}",
                form,
                chance.choice((1, 5, 10)),
                chance.random() < 0.7,
                chance.random() < 0.5,
                chance.random() < 0.3,
                chance.choice(("", "", "RV4")),
            )
        )
    return found


def ways(progress: ProgressService, file: Path, people: int) -> dict[str, tuple[Ask, Ask]]:
    """Return for each question the service's way and the raw one."""
    raw, chance = sqlite3.connect(file), random.Random(9)
    one = "SELECT * FROM evidence WHERE learner_id = ? ORDER BY learner_id, area, source, kind, form"

    def learner() -> LearnerId:
        return LearnerId(f"learner-{chance.randrange(people):05}")

    return {
        "one person": (lambda: progress.matrix(learner()), lambda: raw.execute(one, (learner(),)).fetchall()),
        "everyone": (progress.group, lambda: raw.execute(FACTS, FACTS_VALUES).fetchall()),
    }


def milliseconds(ask: Ask) -> float:
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1e3


def main() -> int:
    given = [int(argument) for argument in sys.argv[1:]]
    people, rounds = (*given, *(2000, 9)[len(given) :])[:2]
    targets, clock = load_targets(TARGETS), StandingClock()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        database = Database.open(Path(folder))
        work = unit_of_work_factory(database, clock)
        fill(work, people)
        progress = ProgressService(ProgressParts(work, clock, EventBus(), AREAS, lambda: targets, lambda: "RV4"))
        taken: dict[str, list[tuple[float, float]]] = {}
        for turn in range(rounds + 1):
            for name, pair in ways(progress, database.file, people).items():
                order = pair if turn % 2 else pair[::-1]  # whoever comes second finds warm pages
                times = [milliseconds(ask) for ask in order]
                if turn:  # the first one warms up
                    taken.setdefault(name, []).append((times[0], times[1]) if turn % 2 else (times[1], times[0]))
        database.close()
    return report(taken, people)


def report(taken: dict[str, list[tuple[float, float]]], people: int) -> int:
    worst = 0.0
    print(f"{people} people, {people * FACTS_EACH} facts\n")
    print("| question | raw ms | service ms | on top ms |\n| --- | --- | --- | --- |")
    for name, rows in taken.items():
        raw, service = (statistics.median(row[at] for row in rows) for at in (1, 0))
        on_top = statistics.median(row[0] - row[1] for row in rows)
        print(f"| {name} | {raw:.1f} | {service:.1f} | {on_top:.1f} |")
        worst = max(worst, on_top)
    print(f"limit {LIMIT_MS:.0f} ms on top, worst {worst:.1f}")
    return int(worst > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
