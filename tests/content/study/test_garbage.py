"""Files that are not what they should be are refused with words, never with a crash."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.formats import FORMATS
from kompetens_gui.content.rule_lists import load_rule_lists
from kompetens_gui.content.study.checks import check_study_content
from kompetens_gui.content.study.loading import study_content_from
from kompetens_gui.content.yaml_reader import parse_yaml
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem
from tests.content.factory import yaml_text
from tests.content.study.examples import BY_NAME, TODAY, example, example_texts

SCALARS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | st.text(max_size=30)
ODD = st.recursive(
    SCALARS | st.dates().map(str),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=8), parts, max_size=3),
    max_leaves=8,
)


def read(name: str, data: bytes) -> tuple[ContentProblem, ...]:
    """Read and check bytes as a file of that format; return what is told."""
    format_ = BY_NAME[name]
    try:
        document = parse_yaml(data, "prov.yaml")
        content = study_content_from(document, format_)
    except ContentInvalid as error:
        return error.problems
    errors, warnings = check_study_content(content, format_, document, load_rule_lists(), TODAY)
    return (*errors, *warnings)


def places(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:  # noqa: ANN401 (plain data)
    found = [at] if at else []
    if isinstance(value, dict):
        found += [p for k, v in value.items() for p in places(v, (*at, k))]
    elif isinstance(value, list):
        found += [p for i, v in enumerate(value) for p in places(v, (*at, i))]
    return found


@pytest.mark.parametrize("name", BY_NAME)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_anything_in_the_place_of_any_part_is_survived(name: str, data: st.DataObject) -> None:
    content = example(name)
    where = data.draw(st.sampled_from(places(content)))
    part: Any = content
    for step in where[:-1]:
        part = part[step]
    part[where[-1]] = data.draw(ODD)
    for problem in read(name, yaml_text(content).encode("utf-8", "replace")):
        assert problem.what
        assert problem.advice
        assert problem.line >= 1


@given(name=st.sampled_from([f.name for f in FORMATS]), cut=st.integers(0, 4000), noise=st.binary(max_size=12))
@settings(max_examples=150, deadline=None)
def test_a_file_cut_off_or_with_garbage_in_it_is_survived(name: str, cut: int, noise: bytes) -> None:
    text = example_texts()[name].encode()
    cut %= len(text)
    for damaged in (text[:cut], text[:cut] + noise + text[cut:]):
        for problem in read(name, damaged):
            assert problem.what
            assert problem.advice
