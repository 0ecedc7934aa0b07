"""What comes with the program: schemas, cases, templates and lists."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kompetens_gui.content.model_errors import without_extensions
from kompetens_gui.content.rule_lists import load_rule_lists
from kompetens_gui.content.schema import SCHEMA_FILES, schema_text, write_schemas
from kompetens_gui.content.validate import validate
from kompetens_gui.content.yaml_reader import parse_yaml, read_yaml
from tests.content.factory import case_data, yaml_text

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "resources" / "schema"
CASES = sorted((ROOT / "cases").glob("*/case.yaml"))
RULES = ROOT / "resources" / "rules" / "rehabilitation_chain.yaml"
TEMPLATES = sorted((ROOT / "resources" / "session_templates").glob("*.yaml"))


def as_json(data: Any) -> Any:  # noqa: ANN401 (JSON is any)
    return json.loads(json.dumps(data, default=lambda day: day.isoformat() if isinstance(day, date) else str(day)))


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_the_published_schema_is_current(name: str, tmp_path: Path) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == schema_text(name), (
        "run python -m kompetens_gui.content.schema"
    )
    write_schemas(tmp_path)
    assert (tmp_path / name).is_file()


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.parent.name)
def test_the_schema_accepts_every_case(path: Path) -> None:
    case = as_json(without_extensions(read_yaml(path).data))
    assert [error.message for error in validator("case.schema.json").iter_errors(case)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.stem)
def test_the_schema_accepts_every_template(path: Path) -> None:
    template = as_json(read_yaml(path).data)
    assert [error.message for error in validator("session-template.schema.json").iter_errors(template)] == []


def test_the_schema_accepts_the_rules_of_the_rehabilitation_chain_and_refuses_other_grounds() -> None:
    rules = as_json(read_yaml(RULES).data)
    check = validator("rehabilitation-chain.schema.json")
    assert [error.message for error in check.iter_errors(rules)] == []
    rules["situations"][0]["rows"][0]["ground"] = "own"
    assert not check.is_valid(rules)
    assert not check.is_valid({**as_json(read_yaml(RULES).data), "eget": 1})


def test_the_schema_refuses_unknown_fields_but_not_ones_own() -> None:
    check = validator("case.schema.json")
    check.validate(as_json({**case_data(0), "x-eget": 1}))
    assert not check.is_valid(as_json({**case_data(0), "eget": 1}))
    assert not check.is_valid(as_json({**case_data(0), "status": "redy"}))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.parent.name)
def test_every_case_that_comes_along_is_without_errors(path: Path) -> None:
    assert validate([path]).errors == []


def test_the_resources_that_come_along_are_without_errors() -> None:
    assert validate([ROOT / "resources"]).errors == []
    lists = load_rule_lists()
    assert lists.guilt
    assert lists.rule_words
    assert len(lists.scales) >= 7


def test_the_example_in_the_documentation_is_a_whole_case() -> None:
    text = (ROOT / "docs" / "case-format.md").read_text(encoding="utf-8")
    blocks = [b.split("```")[0] for b in text.split("```yaml\n")[1:]]
    example = next(b for b in blocks if b.startswith("schema: 1\nid: axel-malare"))
    from kompetens_gui.content.loading import case_from

    assert case_from(parse_yaml(example.encode(), "case.yaml")).id == "axel-malare"


def test_the_documentation_names_every_field() -> None:
    text = (ROOT / "docs" / "case-format.md").read_text(encoding="utf-8")
    schema = json.loads(schema_text("case.schema.json"))
    models = [schema, *schema["$defs"].values()]
    missing = {name for model in models for name in model["properties"] if f"`{name}`" not in text}
    assert missing == set()


def test_yaml_text_of_the_factory_is_read_back_unchanged() -> None:
    assert as_json(parse_yaml(yaml_text(case_data(3)).encode(), "f").data) == case_data(3)
