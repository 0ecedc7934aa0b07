from __future__ import annotations

import pytest

from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.role_words import role_title, role_words


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_words(role: Role) -> None:
    words = role_words(role)
    assert role_title(role)[0].isupper()
    assert words.someone.startswith("en ")
    assert words.counted(3) == f"3 {words.many}"


@pytest.mark.parametrize(
    ("role", "one", "two"),
    [
        (Role.PHYSICIAN, "1 läkare", "2 läkare"),
        (Role.RESIDENT_PHYSICIAN, "1 ST- eller AT-läkare", "2 ST- eller AT-läkare"),
        (Role.REHAB_COORDINATOR, "1 rehabkoordinator", "2 rehabkoordinatorer"),
    ],
)
def test_the_word_follows_the_count(role: Role, one: str, two: str) -> None:
    assert (role_words(role).counted(1), role_words(role).counted(2)) == (one, two)
