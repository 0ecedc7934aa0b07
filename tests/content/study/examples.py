"""The examples of docs/study-format.md and docs/material-format.md as data, to change and to check."""

from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kompetens_gui.content.formats import FORMATS
from kompetens_gui.content.rule_lists import load_rule_lists
from kompetens_gui.content.study.checks import check_study_content
from kompetens_gui.content.study.format import StudyFormat
from kompetens_gui.content.study.loading import study_content_from
from kompetens_gui.content.yaml_reader import YamlDocument, parse_yaml
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem
from tests.content.factory import yaml_text

_DOCS = Path(__file__).parents[3] / "docs"
DOCUMENTATION = "".join((_DOCS / f"{name}-format.md").read_text("utf-8") for name in ("study", "material"))
TODAY = date(2026, 11, 28)
BY_NAME = {f.name: f for f in FORMATS}
_SECTIONS = {
    "Kunskapsfrågor": "questions",
    "Förgreningsfall": "branching",
    "Tidslinje": "timeline",
    "Impulsfall": "impulses",
    "Brev": "letter",
    "Arbetsgivarens plan": "employer_plan",
    "Tvillingfall": "twin",
    "Bipacksedel": "leaflet",
    "Säkra frågor": "safe_questions",
    "Läsning": "reading",
    "Panel": "panel",
    "Lärandeväg": "learning_path",
    "Rollspel": "role_play",
    "Samordningsfall": "coordination",
    "Vägval": "pathway",
    "Samtalskort": "discussion_cards",
    "Sortering": "sorting",
    "Samtalsövning": "talk_drill",
    "Vad talet inte mäter": "measure_limits",
}


class Leave:
    """Stands for a field that is taken away."""


@cache
def example_texts() -> dict[str, str]:
    """Return the whole file of each format's example."""
    head, found = "", {}
    for section in DOCUMENTATION.split("\n## ")[1:]:
        title = section.split("\n", 1)[0]
        blocks = [b.split("```")[0] for b in section.split("```yaml\n")[1:]]
        if title == "Huvudet":
            head = blocks[0]
        elif title in _SECTIONS:
            found[_SECTIONS[title]] = blocks[0] if blocks[0].startswith("schema:") else head + blocks[0]
    return found


def example(name: str) -> dict[str, Any]:
    """Return a fresh copy of the data of a format's example."""
    data = parse_yaml(example_texts()[name].encode(), f"{name}.yaml").data
    assert isinstance(data, dict)
    return deepcopy(_plain(data))


def _plain(value: Any) -> Any:  # noqa: ANN401 (plain data)
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def changed(name: str, *changes: tuple[tuple[str | int, ...], object]) -> dict[str, Any]:
    """Return an example with the parts at those places replaced, added or (with Leave) taken away."""
    data = example(name)
    for where, value in changes:
        part: Any = data
        for step in where[:-1]:
            part = part[step]
        if value is Leave:
            del part[where[-1]]
        elif isinstance(part, list) and where[-1] == len(part):
            part.append(value)
        else:
            part[where[-1]] = value
    return data


def document_of(data: dict[str, Any], path: str = "prov.yaml") -> YamlDocument:
    return parse_yaml(yaml_text(data).encode(), path)


def loaded(name: str, *changes: tuple[tuple[str | int, ...], object]) -> Any:  # noqa: ANN401 (of the format's type)
    return study_content_from(document_of(changed(name, *changes)), BY_NAME[name])


def told(name: str, *changes: tuple[tuple[str | int, ...], object]) -> tuple[list[str], list[str]]:
    """Return what `kompetens validate` says of one file: errors and warnings, as they are printed."""
    format_: StudyFormat = BY_NAME[name]
    document = document_of(changed(name, *changes))
    try:
        content = study_content_from(document, format_)
    except ContentInvalid as error:
        return _said(error.problems), []
    errors, warnings = check_study_content(content, format_, document, load_rule_lists(), TODAY)
    return _said(errors), _said(warnings)


def _said(problems: list[ContentProblem] | tuple[ContentProblem, ...]) -> list[str]:
    assert all(p.advice for p in problems)
    assert all(p.line >= 1 for p in problems)
    return [str(p) for p in problems]
