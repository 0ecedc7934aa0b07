from pathlib import Path
from typing import Any

import pytest

from kompetens_gui.content.templates import competence_areas_from, load_template, load_templates, template_from
from kompetens_gui.content.validate import validate
from kompetens_gui.content.yaml_reader import parse_yaml
from kompetens_gui.domain.competence import CompetenceArea
from kompetens_gui.domain.errors import ContentInvalid
from tests.content.factory import yaml_text


def template_data() -> dict[str, Any]:
    return {
        "schema": 1,
        "id": "kort",
        "forum_type": "group_dialogue",
        "title": "Kort dialog",
        "minutes": 30,
        "description": "En kort dialog.",
        "target_group": "Läkare",
        "purpose": "Läsa ett intyg tillsammans.",
        "competence_areas": ["K02"],
        "cases": 1,
        "agenda": [
            {"kind": "information", "title": "Välkommen", "minutes": 5, "settings": {"text": "Hej!"}},
            {"kind": "read_certificate", "title": "Läs", "minutes": 10, "case": 1},
            {"kind": "mark_chain", "title": "Markera", "minutes": 15, "case": 1, "notes": "Ta det lugnt."},
        ],
    }


def test_a_template_becomes_frozen_values(tmp_path: Path) -> None:
    (tmp_path / "kort.yaml").write_text(yaml_text(template_data()), encoding="utf-8")
    template = load_template(tmp_path / "kort.yaml")
    assert load_templates(tmp_path) == (template,)
    assert (template.id, template.minutes, template.cases) == ("kort", 30, 1)
    assert [(i.kind, i.minutes, i.case_slot) for i in template.agenda] == [
        ("information", 5, None),
        ("read_certificate", 10, 1),
        ("mark_chain", 15, 1),
    ]
    assert dict(template.agenda[0].settings) == {"text": "Hej!"}
    assert template.agenda[2].notes == "Ta det lugnt."
    with pytest.raises(TypeError):
        template.agenda[0].settings["text"] = "Nej"  # type: ignore[index]


@pytest.mark.parametrize(
    ("where", "value", "what"),
    [
        (("id",), "annat", "filen heter ”kort.yaml”"),
        (("minutes",), 45, "tillsammans 30 minuter"),
        (("cases",), 2, "fall 2 används inte"),
        (("agenda", 1, "case"), 2, "använder fall 2"),
        (("agenda", 1, "kind"), "sing_along", "inget moment av slaget ”sing_along”"),
        (("agenda", 1, "case"), None, "behöver ett fall"),
        (("agenda", 0, "settings", "text"), 7, "Inställningen ”text”"),
        (("agenda", 0, "minutes"), "fem", "heltal"),
        (("agenda", 0, "case"), 0, "för litet"),
        (("forum_type",), "Group", "inte skrivet på rätt sätt"),
        (("agenda",), [], "för få"),
        (("titel",), "x", "Okänt fält"),
    ],
)
def test_faults_in_a_template_are_told_at_their_line(where: tuple[str | int, ...], value: object, what: str) -> None:
    data: Any = template_data()
    part = data
    for step in where[:-1]:
        part = part[step]
    part[where[-1]] = value
    document = parse_yaml(yaml_text(data).encode(), "kort.yaml")
    with pytest.raises(ContentInvalid) as caught:
        template_from(document, "kort")
    problem = next(p for p in caught.value.problems if what in p.what)
    assert problem.advice
    line = document.positions[where if value is not None else where[:-1]].line
    assert problem.line == line


def test_competence_areas_are_read_in_order_and_told_apart() -> None:
    text = (
        "schema: 1\nareas:\n- {id: K02, title: Underlaget, short: D-F-A}\n- {id: K01, title: Roller, short: Roller}\n"
    )
    assert competence_areas_from(parse_yaml(text.encode(), "f")) == (
        CompetenceArea("K02", "Underlaget", "D-F-A"),
        CompetenceArea("K01", "Roller", "Roller"),
    )
    with pytest.raises(ContentInvalid) as caught:
        competence_areas_from(parse_yaml(text.replace("K01", "K02").encode(), "f"))
    assert caught.value.problems[0].line == 4


def test_material_and_cases_that_a_template_names_must_exist(tmp_path: Path) -> None:
    folder = tmp_path / "session_templates"
    folder.mkdir()
    data = template_data()
    data["suggested_cases"] = ["axel-frisor"]
    data["agenda"].append(
        {"kind": "role_play", "title": "Spela", "minutes": 25, "settings": {"material": "role_play/telefonutredning"}}
    )
    data["minutes"] = 55
    (folder / "kort.yaml").write_text(yaml_text(data), encoding="utf-8")
    assert validate([folder]).errors == []
    data["suggested_cases"] = ["axel-frisorska"]
    data["agenda"][-1]["settings"] = {"material": "role_play/telefonutredningar"}
    (folder / "kort.yaml").write_text(yaml_text(data), encoding="utf-8")
    problems = validate([folder]).errors
    assert [p.what for p in problems] == [
        "Momentet ”Spela” använder materialet ”role_play/telefonutredningar”, som inte finns.",
        "Mallen föreslår fallet ”axel-frisorska”, som inte finns.",
    ]
    assert [p.advice[:7] for p in problems] == ["Menade ", "Menade "]
