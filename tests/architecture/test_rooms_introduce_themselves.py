"""Whoever opens a package is told in words what lives there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = sorted([*(ROOT / "src").rglob("__init__.py"), *(ROOT / "tools").rglob("__init__.py")])
SHORTEST_SENTENCE = 20


@pytest.mark.parametrize("file", PACKAGES, ids=lambda file: file.parent.relative_to(ROOT).as_posix())
def test_every_package_says_what_lives_there(file: Path) -> None:
    words = ast.get_docstring(ast.parse(file.read_text("utf-8")))
    assert words, f"{file} has no docstring"
    assert len(words) >= SHORTEST_SENTENCE
    assert "." in words, f"{file}: a whole sentence, please"


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {file.parent for file in (ROOT / "src").rglob("*.py")}
    assert {folder for folder in folders if not (folder / "__init__.py").exists()} == set()
