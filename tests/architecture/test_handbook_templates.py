"""The handbook's table of templates tells the same as the files."""

from __future__ import annotations

from pathlib import Path

from kompetens_gui.content.templates import load_templates

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = ("inget", "ett", "två", "tre")


def test_every_template_is_told_of_with_its_minutes_and_cases() -> None:
    page = (ROOT / "docs" / "handbok" / "innehall.md").read_text("utf-8")
    section = page.split("## Mallar")[1].split("\n## ")[0]
    told = {
        tuple(c.strip() for c in line.strip("|").split("|")) for line in section.splitlines() if line.startswith("| ")
    }
    templates = load_templates(ROOT / "resources" / "session_templates")
    wanted = {(t.title, str(t.minutes), NUMBERS[t.cases]) for t in templates}
    assert told - {("Mall", "Minuter", "Fall"), ("---", "---", "---")} == wanted
