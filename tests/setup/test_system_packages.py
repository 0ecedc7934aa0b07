"""What the system lacks: installed when we may, asked for by exact command when we may not."""

from __future__ import annotations

import shutil
import sys

import pytest

from tools import system_packages
from tools.speech import SetupError

Run = list[list[str]]


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> Run:
    """A Debian with nothing on it; the returned list fills with what would have been run."""
    ran: Run = []

    def run(command: list[str]) -> tuple[int, str]:
        ran.append(command)
        if "install" in command:
            monkeypatch.setattr(system_packages, "_can_load", lambda library: True)
            monkeypatch.setattr(system_packages, "_can_make_venv", lambda: True)
        return 0, ""

    monkeypatch.setattr(system_packages, "_run", run)
    monkeypatch.setattr(system_packages, "_can_load", lambda library: False)
    monkeypatch.setattr(system_packages, "_can_make_venv", lambda: False)
    monkeypatch.setattr(system_packages, "_administrator_prefix", lambda: [])
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    monkeypatch.setattr(sys, "version_info", (3, 11, 2, "final", 0))
    return ran


def require(*kinds: str, for_installing: bool = True, platform: str = "linux") -> None:
    system_packages.require(frozenset(kinds), for_installing=for_installing, platform=platform)


def test_an_administrator_gets_everything_installed_in_one_go(bare_debian: Run) -> None:
    require("x11")
    assert [command[-1] if "update" in command else "install" for command in bare_debian] == ["update", "install"]
    assert {"libegl1", "libxcb-cursor0", "python3.11-venv", "-y"} <= set(bare_debian[1])
    assert "libwayland-client0" not in bare_debian[1]


def test_others_are_told_the_exact_command(bare_debian: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_administrator_prefix", lambda: None)
    with pytest.raises(SetupError) as caught:
        require()
    words = str(caught.value)
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends libbrotli1 " in words
    assert "python3.11-venv\n" in words
    assert bare_debian == []


def test_without_a_screen_nothing_for_a_screen_is_asked_for(bare_debian: Run) -> None:
    require()
    assert not [package for package in bare_debian[1] if "xcb" in package or "wayland" in package]


def test_when_apt_fails_its_words_come_along(bare_debian: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_run", lambda command: (100, "E: Unable to locate package libegl1\n"))
    with pytest.raises(SetupError, match="Unable to locate package libegl1") as caught:
        require()
    assert "apt-get misslyckades" in str(caught.value)


def test_a_system_without_apt_gets_the_names(bare_debian: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SetupError, match="saknar apt-get"):
        require()


def test_a_python_of_ones_own_without_ensurepip_is_not_debians_matter(
    bare_debian: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/python/bin/python3")
    with pytest.raises(SetupError, match="/opt/python/bin/python3"):
        require()


def test_nothing_is_run_where_nothing_is_missing(bare_debian: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "_can_load", lambda library: True)
    require("x11", "wayland", for_installing=False)
    assert bare_debian == []


def test_windows_is_asked_for_no_libraries(bare_debian: Run) -> None:
    require(for_installing=False, platform="win32")
    assert bare_debian == []
