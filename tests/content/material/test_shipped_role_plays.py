"""The role plays that come along are written alike: what a role says stands between quotation marks."""

import pytest

from kompetens_gui.content.material.library import load_material_library
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.role_play import RolePlay
from tests.domain.material_making import RESOURCES, material_of

SHIPPED = load_material_library(RESOURCES).ids(MaterialKind.ROLE_PLAY)


@pytest.mark.parametrize("play", SHIPPED)
def test_first_words_are_quoted(play: str) -> None:
    found = material_of(str(MaterialRef(MaterialKind.ROLE_PLAY, play)))
    assert isinstance(found, RolePlay)
    for role in found.roles:
        assert role.first_words.startswith("”"), role.first_words
        assert role.first_words.endswith("”"), role.first_words
