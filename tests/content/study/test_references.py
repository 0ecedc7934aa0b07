"""What leads from one file to another is followed, and the bank as a whole is weighed, by `kompetens validate`."""

from pathlib import Path

import pytest

from kompetens_gui.content.validate import Report, run, validate
from tests.content.factory import case_data, write_case
from tests.content.study.examples import TODAY, Leave, example
from tests.content.study.test_library import Where, write


def steps(path: Path, *new: dict[str, object], rules: list[dict[str, object]] | None = None) -> Path:
    """Write a path whose first module has these steps."""
    module = {**example("learning_path")["modules"][0], "steps": list(new)}
    module["pass"] = rules or [{"rule": "steps_done", "kind": new[0]["kind"], "at_least": 1}]
    return write(path, "learning_path", "vagen", (("modules", 0), module))


def step(kind: str, ref: str | None = None, **settings: object) -> dict[str, object]:
    found: dict[str, object] = {"id": f"s-{kind.replace('_', '-')}", "kind": kind, "title": "Steg", "minutes": 60}
    if ref:
        found["ref"] = ref
    if settings:
        found["settings"] = settings
    return found


def check(root: Path) -> Report:
    return validate([root], TODAY)


def errors(root: Path) -> str:
    return "\n".join(map(str, check(root).errors))


def warnings(root: Path) -> str:
    return "\n".join(map(str, check(root).warnings))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    write(folder, "questions", "fragor")
    write(folder, "reading", "prov-lasning", (("check",), ["prov-dag-90"]))
    steps(folder, step("reading", "prov-lasning"))
    return folder


def test_a_whole_little_bank_is_fine(root: Path) -> None:
    report = check(root)
    assert [str(e) for e in report.errors if "reglerna" not in e.what] == []
    assert len(report.study) == report.files == 3


def test_a_question_must_serve_a_module_that_exists(root: Path) -> None:
    write(root, "questions", "fragor", (("items", 0, "modules"), ["uppdragen"]))
    assert "modulen ”uppdragen”, som inte finns i någon lärandeväg. — Menade du ”uppdraget”?" in errors(root)


def test_question_ids_are_unique_over_files(root: Path) -> None:
    write(root, "questions", "fler")
    assert "Frågan ”prov-vem-beslutar” finns redan i" in errors(root)
    write(root, "questions", "fler", (("items", 0, "id"), "ny-ett"), (("items", 1, "id"), "ny-tva"))
    assert "finns redan i" not in errors(root)


def test_a_reading_asks_questions_that_exist(root: Path) -> None:
    write(root, "reading", "prov-lasning", (("check",), ["prov-dag-91"]))
    assert "ingen fråga ”prov-dag-91”. — Menade du ”prov-dag-90”?" in errors(root)


def test_a_step_leads_to_content_that_exists_and_is_ready(root: Path) -> None:
    steps(root, step("reading", "prov-lasningen"))
    assert "”prov-lasningen”, som inte finns i exercises/reading. — Menade du ”prov-lasning”?" in errors(root)
    steps(root, step("letter", "prov-lasning"))
    assert "”prov-lasning”, som inte finns i exercises/letter" in errors(root)
    steps(root, step("reading", "prov-lasning"))
    write(root, "reading", "prov-lasning", (("status",), "draft"))
    assert "pekar på ”prov-lasning”, som inte är klart" in errors(root)


def test_a_draft_path_may_point_at_what_is_not_written_yet(root: Path) -> None:
    path = steps(root, step("reading", "kommer-sedan"))
    path.write_text(path.read_text("utf-8").replace('"status": "ready"', '"status": "draft"'), encoding="utf-8")
    assert "kommer-sedan" not in errors(root)
    assert "kommer-sedan" in warnings(root)


def test_a_step_with_a_case_needs_the_case_its_paper_and_what_the_step_uses(root: Path) -> None:
    cases = root.parent / "cases"
    write_case(cases, case_data(0))
    paper = {"medical_certificate": "intyg-1"}
    for kind in ("mark_chain", "sufficiency", "rewrite", "supplement"):
        steps(root, step(kind, "fall-00000", **paper))
        assert "fall-00000" not in errors(root)
    steps(root, step("mark_chain", "fall-00001"))
    assert "”fall-00001”, som inte finns. — Menade du ”fall-00000”?" in errors(root)
    steps(root, step("mark_chain", "fall-00000", medical_certificate="intyg-2"))
    assert "har inget intyg ”intyg-2”. — Menade du ”intyg-1”?" in errors(root)
    for kind, field, word in (
        ("mark_chain", "keys", "facit"),
        ("sufficiency", "keys", "facit"),
        ("rewrite", "rewrites", "rad att skriva om"),
        ("supplement", "supplements", "förslag till komplettering"),
    ):
        write_case(cases, {**case_data(0), field: []})
        steps(root, step(kind, "fall-00000", **paper))
        assert f"har inget {word} för intyg-1" in errors(root)


def test_a_round_of_questions_needs_a_module_and_enough_families(root: Path) -> None:
    asked: list[dict[str, object]] = [{"rule": "questions_share", "at_least": 0.8}]
    steps(root, step("questions", module="samtalen", count=1), rules=asked)
    assert "ingen modul ”samtalen”" in errors(root)
    steps(root, step("questions", module="tom-modul", count=1), rules=asked)
    path = root / "learning_paths" / "vagen.yaml"
    path.write_text(path.read_text("utf-8").replace('"fornyelse"', '"tom-modul"'), encoding="utf-8")
    assert "inga frågor till modulen ”tom-modul”" in errors(root)
    serves: list[tuple[Where, object]] = [(("items", i, "modules"), ["fornyelse-prov"]) for i in (0, 1)]
    write(root, "questions", "fragor", *serves)
    write(root, "questions", "fler", serves[0], (("items", 0, "id"), "annan-version"), (("items", 1), Leave))
    for count in (2, 3):
        steps(root, step("questions", module="fornyelse-prov", count=count), rules=asked)
        path.write_text(path.read_text("utf-8").replace('"fornyelse"', '"fornyelse-prov"'), encoding="utf-8")
        told = "drar 3 frågor, men ”fornyelse-prov” har 2 frågefamiljer" in warnings(root)
        assert told == (count == 3)


def test_that_all_is_safe_needs_questions_of_safety(root: Path) -> None:
    questions = step("questions", module="provmodul", count=1)
    safe: list[dict[str, object]] = [{"rule": "all_safe"}]
    serves: tuple[Where, object] = (("items", 0, "modules"), ["provmodul"])
    lacking = "har inga säkerhetsfrågor att gälla"
    write(root, "questions", "fragor", serves)
    steps(root, questions, rules=safe)
    assert lacking in errors(root)
    write(root, "questions", "fragor", serves, (("items", 0, "safety"), True))
    assert lacking not in errors(root)
    write(root, "questions", "fragor", serves)
    write(root, "safe_questions", "sakra")
    steps(root, questions, step("safe_questions", "sakra"), rules=safe)
    assert lacking not in errors(root)


def test_a_panel_needs_its_case_and_its_papers(root: Path) -> None:
    write(root, "panel", "axel-frisyr")
    assert "fallet ”axel-frisyr”, som inte finns" in errors(root)
    write_case(root.parent / "cases", {**case_data(0), "id": "axel-frisyr"})
    assert "axel-frisyr" not in errors(root)
    write(root, "panel", "axel-frisyr", (("certificates", 0, "medical_certificate"), "intyg-3"))
    assert "har inget intyg ”intyg-3”. — Menade du ”intyg-1”?" in errors(root)


def test_a_file_must_be_called_as_its_id(root: Path) -> None:
    write(root, "letter", "brevet").rename(root / "exercises" / "letter" / "annat.yaml")
    assert "id är ”brevet” men filen heter ”annat.yaml”" in errors(root)


def test_a_folder_that_is_no_exercise_and_a_file_of_the_wrong_kind_are_told(root: Path) -> None:
    wrong = root / "exercises" / "brev"
    wrong.mkdir()
    (wrong / "x.yaml").write_text("schema: 1\n", encoding="utf-8")
    (root / "exercises" / "y.yaml").write_text("schema: 1\n", encoding="utf-8")
    (root / "exercises" / "letter").mkdir()
    (root / "exercises" / "letter" / "z.yml").write_text("schema: 1\n", encoding="utf-8")
    told = errors(root)
    assert told.count("är ingen mapp för övningar") == 2
    assert "z.yml:1: Filen slutar på .yml" in told


def test_too_few_impulse_cases_without_impulse_are_pointed_out(root: Path) -> None:
    none: list[tuple[Where, object]] = [(("portions", i, "impulses"), []) for i in (0, 2)]
    for number in range(6):
        write(root, "impulses", f"impuls-{number}")
    assert "0 av 6 impulsfall är utan impuls" in warnings(root)
    write(root, "impulses", "impuls-0", *none)
    assert "är utan impuls" not in warnings(root)


def person(sex: str, origin: str, age: int = 30) -> tuple[Where, object]:
    return ("person",), {**example("reading")["person"], "sex": sex, "name_origin": origin, "age": age}


def test_the_balance_of_study_content_is_told_with_what_to_think_of(root: Path) -> None:
    for number in range(7):
        write(root, "letter", f"brev-{number}", person("woman", "nordic"))
    lines: list[str] = []
    run([root], lines.append)
    text = "\n".join(lines)
    assert "varav 0 hela fall och 10 filer med studieinnehåll" in text
    part = text.split("Studieinnehållets balans (8 filer)")[1].split("Frågebankens balans")[0]
    assert "Kön: kvinna 8 (100 %)" in part
    for remark in (
        "kvinnor och män ska vara 45–55 %",
        "minst 25 % ska ha ett namn med annat ursprung",
        "50–66 år ska vara minst 20 %",
        "inget innehåll om K01",
        "inget fall med arbetslös",
        "bara ett kön",
    ):
        assert remark in part
    assert "one 1 (50 %)" in text.split("Frågebankens balans")[1]


def test_an_even_bank_gives_no_remark_on_persons_and_a_twin_counts_as_two(tmp_path: Path) -> None:
    ages = (25, 40, 55)
    for number in range(6):
        sex, origin = ("woman", "nordic") if number % 2 else ("man", "other")
        write(tmp_path, "letter", f"brev-{number}", person(sex, origin, ages[number % 3]))
    write(tmp_path, "twin", "tvilling")
    lines: list[str] = []
    run([tmp_path], lines.append)
    text = "\n".join(lines)
    assert "Kön: kvinna 4 (50 %), man 4 (50 %)" in text
    assert "Namn: nordiskt 3 (43 %), annat 4 (57 %)" in text
    for remark in ("45–55 %", "minst 25 %", "minst 20 %", "40–60 %"):
        assert remark not in text


def test_a_safety_question_in_a_single_version_is_pointed_out(root: Path) -> None:
    write(root, "questions", "fragor", (("items", 0, "safety"), True))
    lines: list[str] = []
    run([root], lines.append)
    assert "säkerhetsfrågor med en enda version: vem-beslutar" in "\n".join(lines)
