"""The console twin: exit codes and Swedish words for what goes wrong."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kompetens_gui.cli import main
from kompetens_gui.storage.database import Database

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("KOMPETENS_DATA_DIR", str(folder))
    monkeypatch.delenv("KOMPETENS_DATABASE_URL", raising=False)
    return folder


def test_validate_passes_the_cases_that_come_with_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(ROOT / "cases"), str(ROOT / "resources")]) == 0
    assert "8" in capsys.readouterr().out


def test_validate_names_file_line_and_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "trasigt-fall"
    folder.mkdir()
    (folder / "case.yaml").write_text("schema: 1\nid: trasigt-fall\ntitle: 7\n", encoding="utf-8")
    assert main(["validate", str(folder)]) == 1
    line = next(x for x in capsys.readouterr().out.splitlines() if "case.yaml:3" in x)
    assert " — " in line, "what is wrong, and what to do"


def test_backup_restore_and_check_go_round(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Database.open(data).close()
    copy = tmp_path / "kopia.sqlite3"
    assert main(["backup", str(copy)]) == 0
    assert copy.is_file()
    assert main(["restore", str(copy)]) == 0
    assert "Det som fanns där förut ligger i" in capsys.readouterr().out
    assert main(["check"]) == 0
    assert "Allt går att läsa" in capsys.readouterr().out


def test_check_without_a_database_says_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    assert capsys.readouterr().err.strip()


def test_restoring_something_else_is_refused_and_changes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Database.open(data).close()
    before = (data / "kompetens.sqlite3").read_bytes()
    other = tmp_path / "bild.png"
    other.write_bytes(b"\x89PNG and more")
    assert main(["restore", str(other)]) == 1
    assert capsys.readouterr().err.strip()
    assert (data / "kompetens.sqlite3").read_bytes() == before


def test_a_database_from_a_newer_version_is_the_surroundings_fault(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Database.open(data).close()
    connection = sqlite3.connect(data / "kompetens.sqlite3")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    copy = tmp_path / "kopia.sqlite3"
    main(["backup", str(copy)])
    assert main(["restore", str(copy)]) == 3
    assert "nyare" in capsys.readouterr().err


def test_a_restore_while_the_program_runs_is_refused(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Database.open(data)
    try:
        copy = tmp_path / "kopia.sqlite3"
        assert main(["backup", str(copy)]) == 0, "a backup may be taken while it runs"
        assert main(["restore", str(copy)]) == 3
        assert capsys.readouterr().err.strip()
    finally:
        database.close()


@pytest.mark.parametrize("arguments", [[], ["gissa"], ["backup"]])
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", str(ROOT / "cases")),
        ("--help",),
        ("twee", str(ROOT / "resources" / "exercises" / "branching")),
        ("no-such-command",),
    ],
    ids=["little-output", "help", "much-output", "wrong-usage"],
)
def test_a_reader_that_stops_reading_is_no_fault(arguments: tuple[str, ...]) -> None:
    if arguments[0] == "twee":
        arguments = ("twee", str(next(Path(arguments[1]).glob("*.yaml"))))
    end, start = os.pipe()
    os.close(end)  # as `head -0` leaves it: nobody reads, from the first line on
    done = subprocess.run(
        [sys.executable, "-m", "kompetens_gui.cli", *arguments],
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        stdout=start,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    os.close(start)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
    if arguments[0] == "no-such-command":
        assert done.returncode == 2
    else:
        assert (done.returncode, done.stderr) == (141, "")
