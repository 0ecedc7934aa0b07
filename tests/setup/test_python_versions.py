"""Which Pythons are let in, and what happens to the others."""

from __future__ import annotations

import ast
import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from tools import python_versions
from tools.speech import SetupError

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = [ROOT / "start.py", ROOT / "check.py"]
OLDEST_THAT_READS_TOOLS = (3, 7)


@pytest.mark.parametrize(
    ("version", "is_64_bit", "expected"),
    [
        ((3, 10), True, False),
        ((3, 11), True, True),
        ((3, 13), True, True),
        ((3, 14), True, False),
        ((3, 12), False, False),
    ],
)
def test_supported(version: tuple[int, int], is_64_bit: bool, expected: bool) -> None:
    assert python_versions.is_supported(version, is_64_bit=is_64_bit) is expected


def test_the_scripts_and_the_package_name_the_same_versions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    first, last = python_versions.SUPPORTED[0], python_versions.SUPPORTED[-1]
    assert project["requires-python"] == f">={first[0]}.{first[1]},<{last[0]}.{last[1] + 1}"
    for script in SCRIPTS:
        assert "3.11, 3.12 och 3.13" in script.read_text("utf-8")


@pytest.mark.parametrize("file", [*SCRIPTS, *sorted((ROOT / "tools").glob("*.py"))], ids=lambda file: file.name)
def test_an_old_python_can_read_it(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"), feature_version=OLDEST_THAT_READS_TOOLS)
    newer = (ast.Match, ast.NamedExpr)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_very_oldest_get_as_far_as_the_message(script: Path) -> None:
    """Python 2 reads neither annotations nor f-strings, and no letter outside ASCII without being told."""
    text = script.read_text("utf-8")
    assert text.isascii()
    modern = (ast.FunctionDef, ast.JoinedStr, ast.AnnAssign, ast.AsyncFunctionDef)
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, modern)]


@pytest.mark.skipif(os.name == "nt", reason="makes commands of shell scripts")
def test_a_command_that_is_only_a_name_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, line in [("python3.13", "exit 127"), ("python3.12", f'exec "{sys.executable}" "$@"')]:
        command = tmp_path / name
        command.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert python_versions.find_supported() == sys.executable


def test_without_any_that_fits_the_words_name_those_that_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetupError, match=re.escape("Python 3.11, 3.12 och 3.13")) as caught:
        python_versions.use_supported_python(ROOT / "start.py", [])
    assert "Detta är Python 3.9" in str(caught.value)


def test_another_python_takes_over_with_the_same_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    monkeypatch.setattr(python_versions, "find_supported", lambda: "python-that-fits")
    monkeypatch.setattr(python_versions, "hand_over", commands.append)
    python_versions.use_supported_python(ROOT / "start.py", ["--demo"])
    assert commands == [["python-that-fits", str(ROOT / "start.py"), "--demo"]]
