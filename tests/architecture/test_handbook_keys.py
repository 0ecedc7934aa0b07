"""The handbook's page of keys tells the same as the program's own list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kompetens_gui.ui.shell.shortcuts import all_shortcuts, shortcut_sheet

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "handbok" / "tangenter.md"
UI = ROOT / "src" / "kompetens_gui" / "ui"
SWEDISH_KEYS = {
    "PgDown": "Page Down",
    "PgUp": "Page Up",
    "Del": "Delete",
    "Return": "Enter",
    "Space": "Mellanslag",
    "Up": "Upp",
    "Down": "Ned",
    "Left": "Vänster",
    "Right": "Höger",
}
# Keys that a widget takes by itself, without an action: the text of the certificate, the chain, a presenter's remote.
TAKEN_BY_WIDGETS = re.compile(r"marking\..*|chain\..*|presenter\.(next|previous)")
KIND_KEYS = re.compile(r'self\.tr\(\s*"([^"]+)"\s*\), "((?:Ctrl|Alt|Shift)\+[^"]+)"')


def swedish(keys: str) -> str:
    return re.sub(r"[A-Z][A-Za-z]+", lambda m: SWEDISH_KEYS.get(m[0], m[0]), keys)


def rows_of_page() -> dict[str, list[list[str]]]:
    """Return the table rows under each heading."""
    found: dict[str, list[list[str]]] = {}
    section = ""
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line.startswith("| ") and not line.startswith(("| Vad ", "| ---")):
            found.setdefault(section, []).append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def is_bound(action_id: str, sources: str) -> bool:
    return TAKEN_BY_WIDGETS.fullmatch(action_id) is not None or f'"{action_id}"' in sources


@pytest.fixture(scope="module")
def sources() -> str:
    files = [f for f in (ROOT / "src").rglob("*.py") if f.name != "shortcuts.py"]
    return "\n".join(f.read_text("utf-8") for f in files)


def test_every_key_that_does_something_is_on_the_page_and_no_other(sources: str) -> None:
    wanted: dict[str, list[list[str]]] = {}
    for action_id, shortcut in all_shortcuts().items():
        if is_bound(action_id, sources):
            row = [shortcut.text, ", ".join(swedish(k) for k in shortcut.keys)]
            wanted.setdefault(shortcut.section, []).append(row)
    everywhere = next(iter(wanted.values()))
    told = [row[0] for row in everywhere]
    everywhere += [list(row) for row in shortcut_sheet()[0][1] if row[0] not in told]
    page = rows_of_page()
    assert {section: page.get(section) for section in wanted} == wanted


@pytest.mark.parametrize(("room", "section"), [("activities", "Momenten"), ("exercises", "Övningarna")])
def test_the_keys_of_activities_and_exercises_are_on_the_page(room: str, section: str) -> None:
    kinds = "\n".join(f.read_text("utf-8") for f in (UI / room).rglob("*.py"))
    in_code = {(text, swedish(keys)) for text, keys in KIND_KEYS.findall(kinds)}
    assert len(in_code) > 3
    assert {(row[0], row[2]) for row in rows_of_page()[section]} == in_code
