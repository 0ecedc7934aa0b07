"""Run a list of checks, every one of them, and sum up."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tools.speech import say

WIDTH = 72


@dataclass(frozen=True)
class Step:
    """One check: a name to show and the command that fails when the check does."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a step went; `code` is the exit code of its command."""

    step: Step
    code: int
    seconds: float


def run_all(steps: list[Step], folder: Path) -> list[Outcome]:
    """Run each step in `folder` with its output straight to ours, also after one has failed."""
    return [_run(step, folder) for step in steps]


def summary(outcomes: list[Outcome]) -> str:
    """Return a table of the outcomes, a line each, and a last line that gives the verdict."""
    rows = [f"  {'ok ' if o.code == 0 else 'FEL'}  {o.step.name:<32}{o.seconds:8.1f} s" for o in outcomes]
    failed = [o.step.name for o in outcomes if o.code != 0]
    verdict = f"{len(failed)} av {len(outcomes)} steg föll: {', '.join(failed)}" if failed else "Allt gick igenom."
    return "\n".join(["=" * WIDTH, *rows, verdict])


def _run(step: Step, folder: Path) -> Outcome:
    say(f"\n{f'--- {step.name} ':-<{WIDTH}}")
    began = time.monotonic()
    code = subprocess.call(step.command, cwd=str(folder), stdin=subprocess.DEVNULL)
    return Outcome(step, code, time.monotonic() - began)
