"""The glossary names identifiers that exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?P<swedish>[^|]+) \| (?P<identifiers>`[^|]+`) \| (?P<meaning>[^|]+) \|$", re.MULTILINE)


def names_in_code() -> set[str]:
    """Return every name that code defines: modules, packages, classes, functions, fields, `Class.member`."""
    found: set[str] = set()
    for file in (ROOT / "src" / "kompetens_gui").rglob("*.py"):
        found |= {file.stem, file.parent.name}
        found |= set(_defined(ast.parse(file.read_text("utf-8"))))
    return found


def _defined(tree: ast.AST, owner: str = "") -> Iterator[str]:
    for node in ast.iter_child_nodes(tree):
        names: list[str] = []
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names = [node.name]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names = [node.target.id]
        elif isinstance(node, ast.Assign):
            names = [t.id for t in node.targets if isinstance(t, ast.Name)]
        for name in names:
            yield name
            if owner:
                yield f"{owner}.{name}"
        if isinstance(node, ast.ClassDef):
            yield from _defined(node, node.name)


def rows() -> list[tuple[str, list[str]]]:
    text = GLOSSARY.read_text("utf-8")
    return [(m["swedish"], re.findall(r"`([^`]+)`", m["identifiers"])) for m in ROW.finditer(text)]


def test_every_identifier_exists() -> None:
    known = names_in_code()
    assert len(rows()) > 50
    assert [(swedish, name) for swedish, names in rows() for name in names if name not in known] == []


def test_every_row_is_read_and_no_word_stands_twice() -> None:
    lines = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| ")]
    body = [line for line in lines if not line.startswith(("| Svenska", "| ---"))]
    assert len(body) == len(rows())
    words = [swedish for swedish, _ in rows()]
    assert len(words) == len(set(words))
    identifiers = [name for _, names in rows() for name in names]
    assert len(identifiers) == len(set(identifiers))
