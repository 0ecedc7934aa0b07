from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kompetens_gui.environment import paths as paths_module
from kompetens_gui.environment.paths import find_paths

ROOT = Path(__file__).resolve().parents[2]


def test_without_a_word_each_thing_lies_where_the_system_wants_it() -> None:
    found = find_paths(environ={})
    assert "kompetens" in str(found.data_dir)
    assert not found.one_folder
    assert found.cases_dir == ROOT / "cases"
    assert found.resources_dir == ROOT / "resources"


def test_a_data_folder_holds_everything(tmp_path: Path) -> None:
    for found in (
        find_paths(tmp_path),
        find_paths(environ={"KOMPETENS_DATA_DIR": str(tmp_path)}),
        find_paths(tmp_path, {"KOMPETENS_DATA_DIR": "elsewhere"}),
    ):
        assert found.one_folder
        for place in (
            found.preferences_file,
            found.snapshot_file,
            found.case_index_file,
            found.log_dir,
            found.cache_dir,
        ):
            assert place.is_relative_to(tmp_path)
        assert found.case_dirs == (ROOT / "cases", tmp_path / "cases")


def test_a_relative_data_folder_stays_where_it_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_paths(Path("data")).data_dir == tmp_path / "data"


def test_the_preferences_move_the_data_but_not_against_the_command_line(tmp_path: Path) -> None:
    moved = find_paths(environ={}).with_data_folder(str(tmp_path))
    assert moved.data_dir == tmp_path
    assert moved.config_dir == find_paths(environ={}).config_dir
    assert find_paths(tmp_path).with_data_folder("elsewhere").data_dir == tmp_path
    assert find_paths(environ={}).with_data_folder("") == find_paths(environ={})


def test_installed_content_goes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "cases").mkdir(parents=True)
    monkeypatch.setattr(paths_module, "_PACKAGE", tmp_path)
    assert find_paths(tmp_path).cases_dir == tmp_path / "_data" / "cases"


def test_what_is_read_before_the_first_paint_loads_nothing_heavy() -> None:
    code = (
        "import sys; import kompetens_gui.environment.paths, kompetens_gui.environment.snapshot,"
        "kompetens_gui.environment.preferences_file; kompetens_gui.environment.paths.find_paths();"
        "print([m for m in ('pydantic', 'sqlalchemy', 'sqlite3', 'alembic', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
