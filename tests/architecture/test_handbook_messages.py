"""The handbook explains every message the program can give about something that went wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbok"
ERROR_TEXTS = ROOT / "src" / "kompetens_gui" / "ui" / "shell" / "error_texts.py"


def titles() -> Iterator[str]:
    """Yield the titles as the handbook writes them, what varies as an ellipsis."""
    for node in ast.walk(ast.parse(ERROR_TEXTS.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "ErrorText":
            texts = [c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant)]
            yield from (re.sub(r"\{\w+\}", "…", str(t)) for t in texts if t != "ErrorTexts")


def test_every_title_of_an_error_is_explained() -> None:
    explained = (HANDBOOK / "felsokning.md").read_text("utf-8")
    wanted = set(titles())
    assert len(wanted) > 20
    assert {t for t in wanted if f"| {t.split(', rad')[0]} |" not in explained} == set()


@pytest.mark.parametrize("page", sorted(HANDBOOK.glob("*.md")), ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", text):
        name, _, heading = target.partition("#")
        other = (page.parent / name).resolve() if name else page
        assert other.is_file(), target
        if heading:
            headings = re.findall(r"^#+ (.+)$", other.read_text("utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}, target


def test_every_page_can_be_reached_from_the_first() -> None:
    first = (HANDBOOK / "index.md").read_text("utf-8")
    assert [p.name for p in HANDBOOK.glob("*.md") if p.name != "index.md" and p.name not in first] == []
