"""`python3 start.py` in a fresh folder: what it makes, when it trusts it, and what it says when it cannot."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.setup.small_project import SmallProject, make_wheel
from tools import environment
from tools.speech import SetupError

BEGINS = "Gör i ordning Kompetens"


def test_the_first_start_installs_and_the_second_does_not(small_project: SmallProject) -> None:
    first = small_project.run("start.py", "--demo", "två ord")
    second = small_project.run("start.py")
    assert first.returncode == 0, first.stdout
    assert BEGINS in first.stdout
    assert "[1/1] pyside6_essentials 6.11.3" in first.stdout
    assert "fönster ['--demo', 'två ord']" in first.stdout
    assert second.stdout == "fönster []\n"

    if sys.platform.startswith("linux"):
        seen = small_project.run("start.py", "--demo", QT_QPA_PLATFORM=None, DISPLAY=None, WAYLAND_DISPLAY=None)
        assert seen.returncode == 0, seen.stdout
        assert "ingen skärm" in seen.stdout
        assert f"rad ['demo', '{small_project.folder / 'demo'}'] offscreen" in seen.stdout


def test_a_changed_lock_is_installed_anew(small_project: SmallProject) -> None:
    assert small_project.run("start.py").returncode == 0
    extra = make_wheel(small_project.wheels, "extra_part", "1.0", {"extra_part.py": ""})
    small_project.write_lock("requirements.lock", *small_project.wheels.glob("pyside*"), extra)
    done = small_project.run("start.py")
    assert BEGINS in done.stdout
    assert "extra_part 1.0" in done.stdout
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a running interpreter cannot be taken away there")
@pytest.mark.parametrize("script", ["start.py", "check.py"])
def test_the_environments_own_python_can_make_it_anew(small_project: SmallProject, script: str) -> None:
    assert small_project.run("start.py").returncode == 0
    extra = make_wheel(small_project.wheels, "extra_part", "1.0", {"extra_part.py": ""})
    for lock in ("requirements.lock", "requirements-dev.lock"):
        small_project.write_lock(lock, *small_project.wheels.glob("pyside*"), extra)
    done = small_project.run(script, interpreter=str(small_project.python))
    assert BEGINS in done.stdout
    assert "extra_part 1.0" in done.stdout
    assert "Errno" not in done.stdout
    assert "Klart på" in done.stdout
    assert "fönster []" in small_project.run("start.py", interpreter=str(small_project.python)).stdout


def test_without_another_python_the_environment_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / ".venv"
    (own / "bin").mkdir(parents=True)
    (own / "made-by-kompetens").touch()
    monkeypatch.setattr(environment, "VENV", own)
    monkeypatch.setattr(environment, "find_supported", lambda: None)
    monkeypatch.setattr(sys, "prefix", str(own))
    monkeypatch.setattr(sys, "_base_executable", str(own / "bin" / "python"))
    with pytest.raises(SetupError, match="datorns eget Python"):
        environment._create_venv()
    assert (own / "made-by-kompetens").exists()


def test_an_environment_is_trusted_only_for_this_lock_in_this_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, stamp = tmp_path / "requirements.lock", tmp_path / "stamp.json"
    lock.write_text("part==1\n", "utf-8")
    monkeypatch.setattr(environment, "STAMP", stamp)
    monkeypatch.setattr(environment, "VENV_PYTHON", Path(sys.executable))
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    assert not environment.is_ready(lock)
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp.write_text(json.dumps({lock.name: {"sha256": digest, "folder": str(tmp_path)}}), "utf-8")
    assert environment.is_ready(lock)

    with monkeypatch.context() as moved:
        moved.setattr(environment, "ROOT", tmp_path / "elsewhere")
        assert not environment.is_ready(lock)
    with monkeypatch.context() as upgraded:
        upgraded.setattr(environment, "VENV_PYTHON", tmp_path / "gone")
        assert not environment.is_ready(lock)
    lock.write_text("part==2\n", "utf-8")
    assert not environment.is_ready(lock)
    stamp.write_text("[1, 2", "utf-8")
    assert not environment.is_ready(lock)


def test_wheels_that_were_changed_on_the_way_are_refused(small_project: SmallProject) -> None:
    make_wheel(small_project.wheels, "pyside6_essentials", "6.11.3", {"PySide6/__init__.py": "print('ont')"})
    done = small_project.run("start.py")
    assert done.returncode == 3
    assert "kontrollsumma" in done.stdout
    assert "fönster" not in done.stdout


def test_a_start_that_failed_halfway_is_made_anew(small_project: SmallProject, tmp_path: Path) -> None:
    hidden = tmp_path / "away"
    shutil.move(small_project.wheels, hidden)
    small_project.wheels.mkdir()
    failed = small_project.run("start.py")
    assert failed.returncode == 3
    assert "internetåtkomst" in failed.stdout
    assert small_project.python.exists()

    shutil.copytree(hidden, small_project.wheels, dirs_exist_ok=True)
    done = small_project.run("start.py")
    assert BEGINS in done.stdout
    assert "fönster" in done.stdout
    assert done.returncode == 0


def test_somebody_elses_environment_is_left_alone(small_project: SmallProject) -> None:
    treasure = small_project.folder / ".venv" / "own.txt"
    treasure.parent.mkdir()
    treasure.write_text("min", "utf-8")
    done = small_project.run("start.py")
    assert done.returncode == 3
    assert "får därför vara i fred" in done.stdout
    assert treasure.read_text("utf-8") == "min"


def test_two_starts_at_once_make_one_environment(small_project: SmallProject) -> None:
    both = [small_project.begin("start.py", str(number)) for number in (1, 2)]
    said = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum(BEGINS in text for text in said) == 1
    assert "fönster ['1']" in said[0]
    assert "fönster ['2']" in said[1]


def test_qt_that_cannot_be_loaded_is_named_at_once(small_project: SmallProject) -> None:
    text = "raise ImportError('libfancy.so.7: cannot open shared object file')"
    broken = make_wheel(small_project.wheels, "pyside6_essentials", "6.11.3", {"PySide6/__init__.py": text})
    small_project.write_lock("requirements.lock", broken)
    done = small_project.run("start.py")
    assert done.returncode == 3
    assert "libfancy.so.7" in done.stdout
    assert "fönster" not in done.stdout


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_without_leave_to_write_is_told_in_words(small_project: SmallProject) -> None:
    small_project.folder.chmod(0o555)
    try:
        done = small_project.run("start.py")
    finally:
        small_project.folder.chmod(0o755)
    assert done.returncode == 3
    assert "Det går inte att skriva i projektmappen" in done.stdout
