"""The lock between two starts, also when one of them is killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.only_one import _try_lock, only_one


def is_free(path: Path) -> bool:
    with path.open("a+b") as file:
        return _try_lock(file)


def test_the_lock_is_held_inside_and_free_after(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with only_one(path):
        assert not is_free(path)
    assert is_free(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends the lock with the process that took it")
def test_a_child_that_outlives_us_keeps_the_lock_until_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with only_one(path):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
    assert not is_free(path)
    child.communicate(b"\n", timeout=30)
    assert is_free(path)


def test_a_holder_that_is_killed_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    code = "import sys, pathlib; from tools.only_one import only_one\nwith only_one(pathlib.Path(sys.argv[1])):\n"
    code += "    print('held', flush=True)\n    input()\n"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"held"
    assert not is_free(path)
    holder.kill()
    holder.communicate(timeout=30)
    assert is_free(path)
