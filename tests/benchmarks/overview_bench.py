"""How long until the live overview, read from the database, is painted, and how much memory that takes.

`python tests/benchmarks/overview_bench.py [RUNS]`, against a bare window that first imports SQLAlchemy, maps twelve
tables and asks one question. Exits with 1 when the median ratio is above the limit.
"""

from __future__ import annotations

import sys
from pathlib import Path

from start_bench import HERE, measure, report, runs_wanted, screen

LIMIT = 1.15


def main() -> int:
    with screen() as environment:
        floor_file = Path(environment["KOMPETENS_DATA_DIR"]) / "floor.sqlite3"
        programs = {
            "floor": [sys.executable, str(HERE / "overview_floor.py"), str(floor_file)],
            "kompetens": [sys.executable, "-m", "kompetens_gui"],
        }
        results = measure(programs, runs_wanted(), environment | {"KOMPETENS_EXIT_AFTER_LIVE_OVERVIEW": "1"})
    return report(results, LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
