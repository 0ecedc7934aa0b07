"""The small parts: pip's words in Swedish, the screen, the steps of `check.py`."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path

import pytest

from tools import environment, pip_words
from tools.checking import steps
from tools.places import ROOT, RUNTIME_LOCK
from tools.screen import has_screen, screen_kinds
from tools.speech import EXIT_INTERRUPTED, EXIT_SURROUNDINGS, SetupError, guarded, say
from tools.steps import Step, run_all, summary


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", pip_words.NO_NETWORK),
        ("ERROR: Could not find a version that satisfies x (from versions: none)", pip_words.NO_NETWORK),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", pip_words.WRONG_HASH),
        ("OSError: [Errno 28] No space left on device", pip_words.NO_SPACE),
        ("OSError: [Errno 13] Permission denied: 'x'", pip_words.NO_WRITING),
        ("PermissionError: [WinError 32] The process cannot access the file", pip_words.FILES_IN_USE),
        (
            "HINT: This error might have occurred since this system does not have Windows Long Path support",
            pip_words.PATH_TOO_LONG,
        ),
        ("something nobody has seen", "Pip kunde inte installera programmets delar."),
    ],
)
def test_pips_english_becomes_a_cause_and_a_remedy(output: str, words: str) -> None:
    assert pip_words.explain_pip(f"Collecting x\n{output}\n") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, pip_words.NO_SPACE),
        (errno.EROFS, pip_words.NO_WRITING),
        (errno.EACCES, pip_words.NO_WRITING),
        (errno.EIO, "gick inte att göra färdig"),
    ],
)
def test_a_folder_that_fails_us_is_told_in_words(number: int, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> None:
        raise OSError(number, "the system's words", "a file")

    monkeypatch.setattr(environment, "is_ready", lambda lock: False)
    monkeypatch.setattr(environment, "only_one", fail)
    with pytest.raises(SetupError) as caught:
        environment.prepare(RUNTIME_LOCK)
    assert words in str(caught.value)


def test_errors_and_ctrl_c_become_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    def lack() -> int:
        raise SetupError("Något saknas.")

    def stop() -> int:
        raise KeyboardInterrupt

    assert guarded(lack) == EXIT_SURROUNDINGS
    assert "Något saknas." in capsys.readouterr().err
    assert guarded(stop) == EXIT_INTERRUPTED


def test_a_console_without_swedish_letters_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    say("på …")
    assert raw.getvalue() == b"p? ?\n"


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_has_screen(environ: dict[str, str], platform: str, expected: bool) -> None:
    assert has_screen(environ, platform) is expected


def test_the_kinds_of_screen_follow_the_surroundings() -> None:
    assert screen_kinds({}) == frozenset()
    assert screen_kinds({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == {"x11", "wayland"}


def test_a_failed_step_does_not_stop_the_next(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcomes = run_all(
        [
            Step("Fäller", (sys.executable, "-c", "raise SystemExit(4)")),
            Step("Håller", (sys.executable, "-c", "print('kom hit')")),
        ],
        tmp_path,
    )
    assert [outcome.code for outcome in outcomes] == [4, 0]
    assert "kom hit" in capfd.readouterr().out
    assert summary(outcomes).splitlines()[-1] == "1 av 2 steg föll: Fäller"
    assert summary(outcomes[1:]).splitlines()[-1] == "Allt gick igenom."


def test_every_check_is_among_the_steps() -> None:
    commands = [" ".join(step.command[1:]) for step in steps()]
    for part in ("ruff format --check", "ruff check", "lint_imports", "mypy", "cli validate", "pytest -n 2"):
        assert sum(part in command for command in commands) == 1, part
    assert "pytest" in commands[-1]


def test_the_flags_add_and_take_away() -> None:
    assert "tests/journeys" in " ".join(steps(fast=True)[-1].command)
    measured = [Path(step.command[-1]).name for step in steps(benchmarks=True)[len(steps()) :]]
    assert "commit_bench.py" in measured
    assert set(measured) == {file.name for file in (ROOT / "tests" / "benchmarks").glob("*_bench.py")}
    assert steps(extra=["-k", "chain"])[-1].command[-2:] == ("-k", "chain")
