"""The start: little is imported, Qt speaks Swedish, compiled code is kept, and the first paint can end the program."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.kept_bytecode import beside, kept_bytecode

HEAVY = ("sqlalchemy", "alembic", "pydantic", "ruamel", "reportlab", "qtawesome", "docx", "icalendar", "asyncio")
STAND_IN = Path(__file__).parents[2] / "benchmarks" / "start_stand_in.py"


def test_the_shell_imports_nothing_heavy() -> None:
    code = (
        "import sys, kompetens_gui.ui.shell.startup;"
        f"found = [name for name in {HEAVY!r} if name in sys.modules]; sys.exit(repr(found) if found else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.returncode == 0


def test_the_program_ends_after_its_first_paint_when_asked_to() -> None:
    surroundings = os.environ | {"KOMPETENS_EXIT_AFTER_FIRST_PAINT": "1"}
    done = subprocess.run(
        [sys.executable, str(STAND_IN)], check=False, capture_output=True, text=True, timeout=60, env=surroundings
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0


def test_the_compiled_support_code_lies_with_our_own() -> None:
    source = str(Path(sys.modules[kept_bytecode.__module__].__file__ or "").parent / "__init__.py")
    assert beside(source).name == "__pycache__"


def test_nothing_is_written_when_python_is_told_to_write_no_compiled_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _run(tmp_path, "x = 6")["x"] == 6
    assert list(tmp_path.iterdir()) == []


def test_qt_speaks_swedish(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    field = QLineEdit("text")
    qtbot.addWidget(box)
    qtbot.addWidget(field)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Spara", "Avbryt"}
    words = " ".join(action.text() for action in field.createStandardContextMenu().actions())
    assert "Klistra" in words.replace("&", "")
    assert "Paste" not in words
    assert QLocale().language() == QLocale.Language.Swedish


@pytest.fixture(autouse=True)
def _python_writes_compiled_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _run(folder: Path, source: str, name: str = "shibokensupport/part.py") -> dict[str, object]:
    space: dict[str, object] = {}
    with kept_bytecode(folder):
        exec(builtins.compile(source, name, "exec"), space)  # what is tested
    return space


def test_compiled_code_is_kept_and_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _run(tmp_path, "x = 41 + 1")["x"] == 42
    kept = next(tmp_path.glob("*.bin"))
    stamp = kept.read_bytes()

    def refuse(*_given: object, **_named: object) -> object:
        raise AssertionError("compiled again")

    monkeypatch.setattr(builtins, "compile", refuse)
    assert _run(tmp_path, "x = 41 + 1")["x"] == 42
    assert kept.read_bytes() == stamp


def test_another_source_is_not_taken_for_the_old_one(tmp_path: Path) -> None:
    _run(tmp_path, "x = 1")
    assert _run(tmp_path, "x = 2")["x"] == 2
    assert _run(tmp_path, "x = 1")["x"] == 1


def test_other_code_is_left_alone(tmp_path: Path) -> None:
    _run(tmp_path, "x = 1", "own.py")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_changes_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert _run(blocked / "folder", "x = 3")["x"] == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_a_damaged_file_is_survived_and_replaced(tmp_path: Path, damage: bytes) -> None:
    _run(tmp_path, "x = 5")
    kept = next(tmp_path.glob("*.bin"))
    kept.write_bytes(damage)
    assert _run(tmp_path, "x = 5")["x"] == 5


def test_the_plain_compiler_is_put_back(tmp_path: Path, qapp: QApplication) -> None:
    plain = builtins.compile
    with pytest.raises(SyntaxError):
        _run(tmp_path, "x = = 1")
    assert builtins.compile is plain
