"""Words and names that must not stand anywhere in the project.

The patterns are put together from pieces, so that this file does not hold what it looks for.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPPED_FOLDERS = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
SKIPPED_FOLDERS |= {".import_linter_cache", "demo", "dist", "build"}
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".json",
    ".txt",
    ".csv",
    ".qss",
    ".svg",
    ".html",
    ".ts",
    ".lock",
}
TEXT_NAMES = {"run", ".gitignore", "LICENSE"}

MACHINE_FOLDERS = "|".join(["wo" + "rk", "ro" + "ot", "fa" + "rm", "tm" + "p", "ho" + "me"])
FORBIDDEN = {
    "a path on somebody's machine": rf"(?<![\w.~/:-])/(?:{MACHINE_FOLDERS})/|[A-Z]:\\Users\\",
    "work left for later": r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b",
    "an unwritten part": r"\bNotImplemented" + r"Error\b|(?i:\blorem " + r"ipsum\b)",
    "a number in somebody's list of errands": r"(?i:\bissue\s*#?\s*\d+\b)",
}
AMBIGUOUS_NAMES = {
    "Certificate": "say MedicalCertificate or CourseCertificate",
    "Session": "say WorkshopSession",
    "certificate": "say medical_certificate or course_certificate",
    "certificates": "say medical_certificates or course_certificates",
}


def project_files() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
        for name in names:
            path = Path(folder, name)
            if path.suffix in TEXT_SUFFIXES or name in TEXT_NAMES:
                yield path


def python_files() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".py"]


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_no_file_holds(fault: str) -> None:
    pattern = re.compile(FORBIDDEN[fault])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in project_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ("a path on somebody's machine", "open('/" + "ro" + "ot/x')"),
        ("a path on somebody's machine", "see /" + "wo" + "rk/main"),
        ("work left for later", "# TO" + "DO: later"),
        ("an unwritten part", "raise NotImplemented" + "Error"),
        ("a number in somebody's list of errands", "as iss" + "ue 12 says"),
    ],
)
def test_the_pattern_sees_it(fault: str, line: str) -> None:
    assert re.search(FORBIDDEN[fault], line)


@pytest.mark.parametrize("line", ["https://example.org/home/", "cases/home/", "../tmp/x", "#123456", "src/work/"])
def test_the_pattern_leaves_innocent_words_alone(line: str) -> None:
    assert not any(re.search(pattern, line) for pattern in FORBIDDEN.values())


def ambiguous_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name in AMBIGUOUS_NAMES:
            yield node.lineno, node.name


def test_what_carries_two_meanings_is_never_named_bare() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {name} - {AMBIGUOUS_NAMES[name]}"
        for path in python_files()
        for line, name in ambiguous_names(ast.parse(path.read_text("utf-8")))
    ]
    found += [f"{path}: a module's name too" for path in python_files() if path.stem in AMBIGUOUS_NAMES]
    assert found == []


def test_a_bare_name_would_be_seen() -> None:
    tree = ast.parse("class Certificate: ...\ndef certificate(): ...\nclass CourseCertificate: ...")
    assert [name for _, name in ambiguous_names(tree)] == ["Certificate", "certificate"]
