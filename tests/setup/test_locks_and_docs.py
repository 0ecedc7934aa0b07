"""The lock files are whole, and the words about set-up agree with what the scripts do."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def entries(name: str) -> dict[str, tuple[str, str]]:
    """Return name -> (version, everything said about it) for a lock file."""
    text = (ROOT / name).read_text("utf-8")
    found = re.finditer(r"^([a-z0-9-]+)==([^\s;]+)(.*(?:\n .*)*)", text, flags=re.MULTILINE)
    return {match[1]: (match[2], match[3]) for match in found}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ \[;]", name, maxsplit=1)[0]).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_entry_has_hashes(name: str) -> None:
    found = entries(name)
    assert found
    assert [package for package, (_, rest) in found.items() if not HASH.search(rest)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_the_development_lock_holds_the_runtime_lock() -> None:
    runtime, dev = entries(LOCKS[0]), entries(LOCKS[1])
    assert {package: version for package, (version, _) in runtime.items()}.items() <= {
        package: version for package, (version, _) in dev.items()
    }.items()


def test_what_the_project_asks_for_is_locked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert {normal(line) for line in settings["project"]["dependencies"]} <= set(entries(LOCKS[0]))
    assert {normal(line) for line in settings["dependency-groups"]["dev"]} <= set(entries(LOCKS[1]))


@pytest.mark.parametrize("name", LOCKS)
def test_the_guide_tells_how_the_lock_was_made(name: str) -> None:
    command = (ROOT / name).read_text("utf-8").splitlines()[1].lstrip("# ")
    assert command.startswith("uv pip compile")
    assert command in (ROOT / "docs" / "utveckling.md").read_text("utf-8")


def test_readme_gives_both_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "python3 start.py" in text
    assert "python3 check.py" in text


def test_ci_runs_the_command_in_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert "python3 check.py" in script.read_text("utf-8")
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_links_in_our_own_pages_lead_somewhere() -> None:
    pages = [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "docs" / "decisions").glob("*.md"),
    ]
    dead = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []
