import os
import subprocess
import sys
from pathlib import Path

import pytest

from kompetens_gui.content.balance import balance
from kompetens_gui.content.validate import default_paths, run, validate
from tests.content.factory import case_data, make_case, write_bank, write_case


def told(*paths: Path) -> tuple[int, str]:
    lines: list[str] = []
    code = run(paths, lines.append)
    return code, "\n".join(lines)


def test_a_folder_of_good_cases_is_fine_and_its_balance_is_told(tmp_path: Path) -> None:
    write_bank(tmp_path, 6)
    code, text = told(tmp_path)
    assert code == 0
    assert "Kontrollerade 6 filer, varav 6 hela fall: inga fel och 6 påpekanden." in text
    assert "Bankens balans (6 fall)" in text
    assert "Kön: kvinna 3 (50 %), man 3 (50 %)" in text
    assert "Fel (" not in text


def test_a_remark_on_many_files_is_told_once_and_counted_whole(tmp_path: Path) -> None:
    write_bank(tmp_path, 7)
    _, text = told(tmp_path)
    assert text.count("ingen har granskat det") == 1
    assert "(Samma påpekande på 6 ställen till.)" in text
    assert "7 påpekanden" in text


def test_a_fault_is_told_with_file_line_and_advice(tmp_path: Path) -> None:
    file = write_case(tmp_path, {**case_data(0), "titel": "x"})
    line = file.read_text(encoding="utf-8").split("\n").index('"titel": "x"') + 1
    code, text = told(file)
    assert code == 1
    assert f"{file}:{line}: Okänt fält ”titel”. — Menade du ”title”?" in text
    assert "1 fel" in text


def test_several_paths_of_several_kinds_are_checked_together(tmp_path: Path) -> None:
    write_bank(tmp_path / "a", 1)
    templates = tmp_path / "resources" / "session_templates"
    templates.mkdir(parents=True)
    (templates / "trasig.yaml").write_text("schema: 1\nid: trasig\n", encoding="utf-8")
    areas = tmp_path / "resources" / "competence"
    areas.mkdir()
    (areas / "areas.yaml").write_text("schema: 1\nareas: []\n", encoding="utf-8")
    report = validate([tmp_path / "a", tmp_path / "resources", tmp_path / "finns-inte"])
    assert report.files == 3
    assert {Path(p.path).name for p in report.errors} == {"trasig.yaml", "areas.yaml", "finns-inte"}
    assert all(p.advice for p in report.errors)


def test_two_cases_with_the_same_id_are_refused(tmp_path: Path) -> None:
    write_bank(tmp_path / "a", 1)
    write_bank(tmp_path / "b", 1)
    report = validate([tmp_path])
    assert [p.line for p in report.errors] == [2]
    assert "redan ett fall" in report.errors[0].what


def test_folders_without_cases_and_half_made_cases_are_told(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    assert "inga fall eller mallar" in validate([tmp_path / "tom"]).errors[0].what
    half = tmp_path / "halv"
    half.mkdir()
    (half / "design.md").write_text("x", encoding="utf-8")
    assert "ingen case.yaml" in validate([half]).errors[0].what
    (half / "case.yml").write_text("x", encoding="utf-8")
    assert any(".yml" in p.what for p in validate([half]).errors)
    alone = write_case(tmp_path, case_data(0))
    alone.with_name("design.md").unlink()
    assert any("saknar design.md" in p.what for p in validate([alone]).warnings)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who can be locked out")
def test_a_locked_file_and_a_locked_folder_are_told(tmp_path: Path) -> None:
    file = write_case(tmp_path, case_data(0))
    file.chmod(0)
    assert "kan inte läsas" in validate([file]).errors[0].what
    file.parent.chmod(0)
    try:
        assert validate([file.parent]).errors
    finally:
        file.parent.chmod(0o700)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_case(tmp_path, case_data(0))

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    error = validate([file]).errors[0]
    assert "kan inte läsas" in error.what
    assert error.advice


def test_without_paths_the_folders_here_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert all(p.is_absolute() for p in default_paths())
    (tmp_path / "cases").mkdir()
    assert default_paths() == (Path("cases"),)


def test_the_module_can_be_run_from_a_terminal(tmp_path: Path) -> None:
    write_bank(tmp_path, 1)
    command = [sys.executable, "-m", "kompetens_gui.content"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    good = subprocess.run(
        [*command, str(tmp_path)], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert (good.returncode, good.stderr) == (0, "")
    assert "1 hela fall" in good.stdout
    bad = subprocess.run(
        [*command, str(tmp_path / "saknas")],
        capture_output=True,
        encoding="ascii",
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (bad.returncode, bad.stderr) == (1, "")


def test_a_lopsided_bank_is_told_what_to_think_of() -> None:
    women = [c for c in map(make_case, range(40)) if c.person.sex == "woman"]
    remarks = [r for row in balance(women) for r in row.remarks]
    assert any("45–55 %" in r for r in remarks)
    assert any("bara ett kön" in r for r in remarks)
    assert balance([]) == ()
