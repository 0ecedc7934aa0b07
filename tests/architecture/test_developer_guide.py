"""The developer guide names what there is: the benchmarks, and the rooms of self-study."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "utveckling.md").read_text("utf-8")
PACKAGE = ROOT / "src" / "kompetens_gui"


def first_cells(heading: str) -> list[str]:
    """Return what stands in backticks in the first column of the table under a heading."""
    section = GUIDE.split(f"## {heading}\n")[1].split("\n## ")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def test_every_benchmark_is_told_of_and_no_other() -> None:
    there = {file.name for file in (ROOT / "tests" / "benchmarks").glob("*_bench.py")}
    assert set(first_cells("Benchmarks")) == there


def test_the_rooms_of_self_study_exist() -> None:
    rooms = first_cells("The rooms of self-study")
    assert len(rooms) > 5
    assert [room for room in rooms if not (PACKAGE / room / "__init__.py").is_file()] == []


def test_files_that_are_named_exist() -> None:
    named = set(
        re.findall(r"`((?:domain|ui|services|content|storage|src|tests|tools|docs)/[\w/.-]+\.(?:py|md))`", GUIDE)
    )
    assert len(named) > 10
    assert [name for name in named if not any((base / name).is_file() for base in (ROOT, PACKAGE))] == []
