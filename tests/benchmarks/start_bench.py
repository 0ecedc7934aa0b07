"""How long until the first complete paint, against a bare PySide6 window in the same run.

`python tests/benchmarks/start_bench.py [RUNS]`. Starts an X server without a screen; runs are interleaved, so that
drift of the machine meets all alike. The program opens on the overview of a filled region. Exits with 1 when the
median ratio is above the limit.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LIMIT = 1.3
WARM_UPS = 2


@dataclass(frozen=True)
class Run:
    """One start: milliseconds to the first paint, to the end of the process, of processor; peak memory in MB."""

    painted: float
    ended: float
    processor: float
    memory: float


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give an environment with an X screen of its own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    number = os.read(reading, 16).decode().strip()
    folder = tempfile.mkdtemp()
    try:
        # Compiled code is kept, as on the desk of a user; the warm-ups write it.
        surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield surroundings | {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": folder,
            "KOMPETENS_DATA_DIR": str(fill(Path(folder) / "data")),
        }
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def fill(folder: Path) -> Path:
    """Fill a data folder in a process of its own, and give it back."""
    filling = [sys.executable, str(HERE / "start_data.py"), str(folder)]
    subprocess.run(filling, check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    return folder


def start(command: list[str], environment: Mapping[str, str]) -> Run:
    """Run one program until it ends; it must write the monotonic time of its first paint."""
    began = time.monotonic_ns()
    process = subprocess.Popen(command, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    said = process.stdout.read().split()
    _, status, usage = os.wait4(process.pid, 0)
    ended = time.monotonic_ns()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or not said:
        raise SystemExit(f"{command} ended with {process.returncode} and said {said}")
    return Run(
        painted=(int(said[-1]) - began) / 1e6,
        ended=(ended - began) / 1e6,
        processor=(usage.ru_utime + usage.ru_stime) * 1e3,
        memory=usage.ru_maxrss / 1024,
    )


def programs() -> dict[str, list[str]]:
    """Give what is compared, the floor first."""
    return {
        "floor": [sys.executable, str(HERE / "start_floor.py")],
        "shell": [sys.executable, str(HERE / "start_stand_in.py")],
        "kompetens": [sys.executable, "-m", "kompetens_gui"],
    }


def measure(programs: Mapping[str, list[str]], runs: int, environment: Mapping[str, str]) -> dict[str, list[Run]]:
    """Start the programs in turn, `runs` times each after the warm-ups."""
    results: dict[str, list[Run]] = {name: [] for name in programs}
    for turn in range(runs + WARM_UPS):
        for name, command in programs.items():
            run = start(command, environment)
            if turn >= WARM_UPS:
                results[name].append(run)
    return results


def report(results: Mapping[str, list[Run]], limit: float) -> int:
    """Print a table against the first program, and give the exit code."""
    floor = next(iter(results.values()))
    print("| program | painted ms | end ms | CPU ms | peak RSS MB | ratio of painted to floor (paired median) |")
    print("| --- | --- | --- | --- | --- | --- |")
    worst = 0.0
    for name, runs in results.items():
        middle = {part: statistics.median(getattr(run, part) for run in runs) for part in Run.__dataclass_fields__}
        ratio = statistics.median(run.painted / bare.painted for run, bare in zip(runs, floor, strict=True))
        worst = max(worst, ratio if runs is not floor else 0.0)
        print(
            f"| {name} | {middle['painted']:.0f} | {middle['ended']:.0f} | {middle['processor']:.0f} "
            f"| {middle['memory']:.1f} | {ratio:.2f} |"
        )
    print(f"limit {limit}: {'kept' if worst <= limit else 'MISSED'}")
    return 0 if worst <= limit else 1


def runs_wanted() -> int:
    return int(sys.argv[1]) if len(sys.argv) > 1 else 11


def main() -> int:
    with screen() as environment:
        results = measure(programs(), runs_wanted(), environment | {"KOMPETENS_EXIT_AFTER_FIRST_PAINT": "1"})
    return report(results, LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
