"""What leads from workshop material to cases is followed, and the material as a whole is weighed."""

from pathlib import Path

import pytest

from kompetens_gui.content.validate import run, validate
from tests.content.factory import case_data, write_case
from tests.content.study.examples import TODAY, example
from tests.content.study.test_library import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "resources"


def errors(root: Path) -> str:
    return "\n".join(map(str, validate([root], TODAY).errors))


def warnings(root: Path) -> str:
    return "\n".join(map(str, validate([root], TODAY).warnings))


def told(root: Path) -> str:
    lines: list[str] = []
    run([root], lines.append)
    return "\n".join(lines)


def test_a_role_play_builds_on_a_case_that_exists(root: Path) -> None:
    write(root, "role_play", "spel", (("case",), "fall-00001"))
    lacking = "Rollspelet bygger på fallet ”fall-00001”, som inte finns."
    assert lacking in errors(root)
    write_case(root.parent / "cases", case_data(0))
    assert f"{lacking} — Menade du ”fall-00000”?" in errors(root)
    write_case(root.parent / "cases", case_data(1))
    assert lacking not in errors(root)


def test_a_draft_may_name_a_case_that_is_not_written_yet(root: Path) -> None:
    write(root, "role_play", "spel", (("case",), "kommer-sedan"), (("status",), "draft"))
    assert "kommer-sedan" not in errors(root)
    assert "kommer-sedan" in warnings(root)


def test_that_every_coordination_case_has_impulses_is_pointed_out(root: Path) -> None:
    for number in range(6):
        write(root, "coordination", f"fall-{number}")
    assert "Alla 6 samordningsfall har impulser" in warnings(root)
    write(root, "coordination", "fall-0", (("impulses",), []))
    assert "samordningsfall har impulser" not in warnings(root)


def test_the_new_folders_are_looked_into_and_wrong_ones_told(root: Path) -> None:
    names = ("role_play", "coordination", "pathway", "discussion_cards", "sorting", "talk_drill", "measure_limits")
    for name in names:
        write(root, name, "ett", (("status",), "draft"))
    assert len(validate([root], TODAY).study) == len(names)
    assert "varav 0 hela fall och 7 filer med workshopmaterial: inga fel" in told(root)
    wrong = root / "exercises" / "sortering"
    wrong.mkdir()
    (wrong / "x.yaml").write_text("schema: 1\n", encoding="utf-8")
    assert "sorting, talk_drill, measure_limits" in errors(root)


def test_the_balance_of_role_plays_counts_those_who_are_played(root: Path) -> None:
    roles = example("role_play")["roles"]
    women = [{**role, "sex": "woman", "name_origin": "nordic", "age": 30} for role in roles]
    write(root, "role_play", "ett", (("roles",), women))
    write(root, "role_play", "tva", (("roles",), women), (("mode",), "physical"))
    write(root, "letter", "brev")
    text = told(root)
    assert "varav 0 hela fall, 1 fil med studieinnehåll och 2 filer med workshopmaterial" in text
    study, part = text.split("Studieinnehållets balans (1 filer)")[1].split("Workshopmaterialets balans (2 filer)")
    assert "Kön: kvinna 1 (100 %)" in study
    assert "Slag: rollspel 2 (100 %)" in part
    assert "Rollernas kön: kvinna 6 (100 %)" in part
    assert "Rollernas ålder: 20–34 år 6 (100 %)" in part
    assert "Rollernas namn: nordiskt 6 (100 %)" in part
    assert "Så möts de: i rummet 1 (50 %), i telefon 1 (50 %)" in part
    assert "Kompetensområde: K06 2 (100 %)" in part
    for remark in ("45–55 %", "50–66 år ska vara minst 20 %", "minst 25 % ska ha ett namn med annat ursprung"):
        assert remark in part
        assert remark not in study


def test_even_roles_give_no_remark(root: Path) -> None:
    roles = example("role_play")["roles"][:2]
    even = [
        {**roles[0], "sex": "woman", "name_origin": "nordic"},
        {**roles[1], "sex": "man", "name_origin": "other"},
    ]
    for number, age in enumerate((25, 40, 55)):
        aged = [{**role, "age": age} for role in even]
        # The union is no longer among the roles, and nothing else in the example names it.
        write(root, "role_play", f"spel-{number}", (("roles",), aged))
    part = told(root).split("Rollernas kön")[1]
    assert "kvinna 3 (50 %), man 3 (50 %)" in part
    assert "Tänk på" not in part
