"""`kompetens twee`: an author's map of a branching case."""

from pathlib import Path

import pytest

from kompetens_gui.cli import main

CASE = Path(__file__).parents[2] / "resources" / "exercises" / "branching" / "stroke-driftoperator.yaml"


def test_the_map_is_written_to_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["twee", str(CASE)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(":: StoryTitle\nTvå larm på en gång\n\n:: StoryData\n")
    assert ":: v5 Arbetsterapeutens rum [day-62 other_care]" in out


def test_the_map_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "karta.twee"
    assert main(["twee", str(CASE), "--out", str(file)]) == 0
    assert str(file) in capsys.readouterr().out
    main(["twee", str(CASE)])
    assert file.read_text(encoding="utf-8") == capsys.readouterr().out


def test_an_unfinished_case_has_a_map_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "utkast.yaml"
    draft.write_text(CASE.read_text(encoding="utf-8").replace("goto: v7", "goto: v77"), encoding="utf-8")
    assert main(["twee", str(draft)]) == 0
    assert "->v77]]" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["id: [", "schema: 1\nid: x\n"])
def test_a_file_that_is_no_branching_case_is_told_as_the_input_s_fault(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(text, encoding="utf-8")
    assert main(["twee", str(file)]) == 1
    assert "x.yaml" in capsys.readouterr().err
    assert main(["twee", str(tmp_path / "borta.yaml")]) == 1


def test_a_file_that_cannot_be_written_is_told_as_the_surroundings_fault(tmp_path: Path) -> None:
    assert main(["twee", str(CASE), "--out", str(tmp_path / "borta" / "karta.twee")]) == 3
