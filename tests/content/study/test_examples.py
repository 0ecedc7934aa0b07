"""The documentation of the formats: its examples can be used, and it names everything a file may hold."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from kompetens_gui.content.formats import FORMATS
from kompetens_gui.content.schema import schema_text
from kompetens_gui.content.study.format import format_by_fields
from tests.content.study.examples import BY_NAME, DOCUMENTATION, example, example_texts, loaded, told


def test_there_is_an_example_of_every_format() -> None:
    assert set(example_texts()) == set(BY_NAME)


@pytest.mark.parametrize("name", BY_NAME)
def test_the_example_can_be_used_and_has_no_error(name: str) -> None:
    errors, _ = told(name)
    assert errors == []


@pytest.mark.parametrize("name", BY_NAME)
def test_content_is_the_same_after_a_turn_through_json(name: str) -> None:
    content = loaded(name)
    assert type(content) is BY_NAME[name].domain_type
    adapter: TypeAdapter[Any] = TypeAdapter(type(content))
    assert adapter.validate_json(adapter.dump_json(content)) == content
    assert hash(content) == hash(loaded(name))


@pytest.mark.parametrize("name", BY_NAME)
def test_a_file_outside_its_folder_is_known_by_its_fields(name: str) -> None:
    assert format_by_fields(example(name), FORMATS) is BY_NAME[name]


@pytest.mark.parametrize("name", BY_NAME)
def test_the_documentation_names_every_field(name: str) -> None:
    schema = json.loads(schema_text(BY_NAME[name].schema_file))
    models = [schema, *schema["$defs"].values()]
    fields = {field for model in models for field in model.get("properties", {})}
    assert {f for f in fields if f"`{f}`" not in DOCUMENTATION} == set()


def test_formats_have_folders_and_schemas_of_their_own() -> None:
    assert len({f.folder for f in FORMATS}) == len({f.schema_file for f in FORMATS}) == len(FORMATS)
