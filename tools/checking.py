"""What `check.py` does: see that everything is here, then run every check there is."""

from __future__ import annotations

import argparse
import os

from tools import environment, system_packages
from tools.places import DEV_LOCK, ROOT, VENV_PYTHON
from tools.python_versions import use_supported_python
from tools.speech import guarded, say
from tools.steps import Step, run_all, summary

SLOW_TESTS = ("tests/journeys", "tests/pictures", "tests/setup")
BENCHMARKS = "tests/benchmarks"
CONTRACTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
WORKERS = "2"


def main(arguments: list[str]) -> int:
    """Set up what is missing, run the checks and return 0 only when all of them passed."""
    return guarded(lambda: _check(arguments))


def _check(arguments: list[str]) -> int:
    use_supported_python(ROOT / "check.py", arguments)
    chosen = _read(arguments)
    system_packages.require(for_installing=not environment.is_ready(DEV_LOCK))
    environment.prepare(DEV_LOCK)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    outcomes = run_all(steps(fast=chosen.fast, benchmarks=chosen.benchmarks, extra=chosen.pytest), ROOT)
    say("\n" + summary(outcomes))
    return 1 if any(outcome.code != 0 for outcome in outcomes) else 0


def steps(*, fast: bool = False, benchmarks: bool = False, extra: list[str] | None = None) -> list[Step]:
    """Return the checks in the order they run, quick ones first."""
    skipped = [f"--ignore={folder}" for folder in SLOW_TESTS] if fast else []
    found = [
        _step("Format (ruff format)", "-m", "ruff", "format", "--check", "."),
        _step("Regler (ruff check)", "-m", "ruff", "check", "."),
        _step("Lager (import-linter)", "-c", CONTRACTS),
        _step("Typer (mypy)", "-m", "mypy"),
        _step("Innehåll (kompetens validate)", "-m", "kompetens_gui.cli", "validate"),
        _step("Tester (pytest)", "-m", "pytest", "-n", WORKERS, *skipped, *(extra or [])),
    ]
    if benchmarks:
        # Each is a program of its own, and alone on the machine.
        found += [_step(f"Mätning ({f.stem})", str(f)) for f in sorted((ROOT / BENCHMARKS).glob("*_bench.py"))]
    return found


def _step(name: str, *arguments: str) -> Step:
    return Step(name, (str(VENV_PYTHON), *arguments))


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="check.py", description="Kontrollerar hela projektet.")
    parser.add_argument(
        "--fast", action="store_true", help="hoppa över de långsamma testerna (resor, bilder, installation)"
    )
    parser.add_argument("--benchmarks", action="store_true", help="kör även mätningarna i tests/benchmarks")
    parser.add_argument("pytest", nargs="*", metavar="-- PYTEST …", help="skickas vidare till pytest, efter --")
    return parser.parse_args(arguments)
