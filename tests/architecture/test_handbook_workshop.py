"""The handbook's page on leading a workshop follows its template minute by minute, with keys that there are."""

from __future__ import annotations

import re
from pathlib import Path

from kompetens_gui.content.templates import load_templates

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbok"
PAGES = ("led-en-workshop.md", "rollspel-som-fungerar.md")
KEYS = re.compile(r"(?:Ctrl|Alt|Shift)\+[\w+]+(?: Down| Up)?|\bF\d+\b|Page (?:Down|Up)")


def test_the_minutes_and_moments_are_those_of_the_template() -> None:
    page = (HANDBOOK / PAGES[0]).read_text("utf-8")
    table = page.split("## Minut för minut")[1].split("\n\n**")[0]
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("| ")]
    template = next(
        t for t in load_templates(ROOT / "resources" / "session_templates") if f"**{t.title}**" in page.split("\n- ")[0]
    )
    wanted, at = [], 0
    for item in template.agenda:
        wanted.append([f"{at}–{at + item.minutes}", item.title])
        at += item.minutes
    assert [row[:2] for row in cells[2:]] == wanted
    assert at == template.minutes


def test_every_key_on_the_pages_is_on_the_page_of_keys() -> None:
    known = set(KEYS.findall((HANDBOOK / "tangenter.md").read_text("utf-8")))
    for page in PAGES:
        told = set(KEYS.findall((HANDBOOK / page).read_text("utf-8")))
        assert len(told) > 5
        assert told - known == set(), page
