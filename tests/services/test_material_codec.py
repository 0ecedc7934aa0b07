"""Material as a running session keeps it: it comes back as it was, and what is something else is refused."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.material.formats import MATERIAL
from kompetens_gui.content.material.library import FileMaterialLibrary
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.measure_limits import Figure, MeasureLimits, Series
from kompetens_gui.services.material_codec import MATERIAL_TYPES, material_from_json, material_to_json
from tests.content.study.examples import loaded

LIBRARY = FileMaterialLibrary((Path(__file__).parents[2] / "resources",))
SHIPPED = [MaterialRef(kind, name) for kind in MaterialKind for name in LIBRARY.ids(kind)]
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SERIES = st.builds(Series, values=st.lists(NUMBERS, max_size=4).map(tuple))
FIGURES = st.builds(Figure, series=st.lists(SERIES, max_size=3).map(tuple))


def made(kind: MaterialKind) -> st.SearchStrategy[Any]:
    of = MATERIAL_TYPES[kind]
    return st.builds(of, figure=FIGURES) if of is MeasureLimits else st.builds(of)


def test_every_kind_has_the_type_that_its_files_become() -> None:
    assert {kind: MATERIAL[kind].domain_type for kind in MaterialKind} == MATERIAL_TYPES


@pytest.mark.parametrize("ref", SHIPPED, ids=str)
def test_all_that_comes_along_comes_back_as_it_was(ref: MaterialRef) -> None:
    material = LIBRARY.material(ref)
    assert material_from_json(str(ref), material_to_json(material)) == material


@pytest.mark.parametrize("kind", MaterialKind)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_anything_comes_back_as_it_was(kind: MaterialKind, data: st.DataObject) -> None:
    material = data.draw(made(kind))
    assert material_from_json(f"{kind}/ett", material_to_json(material)) == material


def test_what_is_of_another_kind_or_of_none_is_refused() -> None:
    play = material_to_json(loaded("role_play"))
    assert material_from_json("role_play/ett", play) == loaded("role_play")
    with pytest.raises(ValueError, match="CoordinationCase"):
        material_from_json("coordination/ett", play)
    with pytest.raises(ValueError, match="Invalid JSON"):
        material_from_json("role_play/ett", play[:-9])
    for ref in ("roleplay/ett", "role_play", "role_play/", ""):
        with pytest.raises(NotFound):
            material_from_json(ref, play)
