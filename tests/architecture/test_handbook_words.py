"""What the handbook sets in italics is a text of the program, so that the reader finds it on the screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbok"
ITALICS = re.compile(r"(?<![*\w])\*([^*]+?)\*(?!\*)")
# Words of other programs, and of the handbook itself.
ELSEWHERE = {"utökad", "dubblerad", "CSV UTF-8", "Skriv gärna ut den här delen"}


def said_in_code() -> Iterator[str]:
    for file in (ROOT / "src" / "kompetens_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value.replace("&", "").replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def said() -> str:
    """All texts of the program and of what comes with it."""
    content = (file.read_text("utf-8") for file in (ROOT / "resources").rglob("*.yaml"))
    return "\n".join((*said_in_code(), *content))


@pytest.mark.parametrize("page", sorted(HANDBOOK.glob("*.md")), ids=lambda p: p.name)
def test_what_is_set_in_italics_can_be_found(page: Path, said: str) -> None:
    words = (" ".join(found.split()).rstrip("….: ") for found in ITALICS.findall(page.read_text("utf-8")))
    told = {word for word in words if "](" not in word}
    assert {word for word in told - ELSEWHERE if word not in said} == set()
