"""`kompetens verify`: exit codes, Swedish words, JSON with stable keys, and a database that is left as it was."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kompetens_gui.cli import main
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.storage.tables import SCHEMA_HEAD
from tests.services.copies import ISSUER, Copy, a_copy

ISSUED_AT = datetime(2025, 3, 12, 12, tzinfo=UTC)  # long before whatever the real clock says


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Copy]:
    """A program that is open while the console is used."""
    monkeypatch.delenv("KOMPETENS_DATABASE_URL", raising=False)
    monkeypatch.setenv("KOMPETENS_DATA_DIR", str(tmp_path / "home"))
    with a_copy(tmp_path / "home", ISSUED_AT) as copy:
        yield copy


@pytest.fixture
def issued(home: Copy) -> CourseCertificate:
    return home.issued()


def saved(folder: Path, name: str, data: bytes | str) -> str:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(file)


def test_every_form_is_valid_while_the_program_is_open(
    home: Copy, issued: CourseCertificate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    badge = home.credentials.open_badge(issued.number)
    for name, data in (("k.pdf", home.paper(issued)), ("k.txt", issued.code), ("k.jwt", badge.signed)):
        assert main(["verify", saved(tmp_path, name, data)]) == 0
        told = capsys.readouterr()
        assert "Kursintyget gäller." in told.out
        assert f"Namn: {issued.holder}" in told.out
        assert f"Utfärdare: {ISSUER}" in told.out
        assert told.err == ""


def test_the_answer_as_json(
    home: Copy, issued: CourseCertificate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", saved(tmp_path, "k.txt", issued.code), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["form"], answer["notes"]) == ("valid", "code", [])
    assert answer["issuer"]["trust"] == "own"
    assert answer["facts"] == {
        "number": "2026-0147",
        "kind": "attendance",
        "title": issued.title,
        "holder": issued.holder,
        "issuer": ISSUER,
        "issued_on": "2025-03-12",
        "first_day": "2026-11-12",
        "last_day": "2026-11-12",
        "valid_until": None,
        "minutes": 90,
        "competence_areas": ["K02", "K03"],
        "learning_path": None,
    }


def test_a_scanner_may_pipe_its_text(
    issued: CourseCertificate, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{issued.code}\n".encode())))
    assert main(["verify", "-"]) == 0
    assert "gäller" in capsys.readouterr().out


def test_a_changed_name_and_a_revoked_one_do_not_count(
    home: Copy, issued: CourseCertificate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forged = saved(tmp_path, "f.pdf", home.paper(replace(issued, holder="Eva Bluff")))
    assert main(["verify", forged]) == 1
    assert "Papperet säger något annat än koden." in capsys.readouterr().out
    home.program.certificates.revoke(issued.number, "Fel")
    assert main(["verify", saved(tmp_path, "k.txt", issued.code), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["since"]) == ("revoked", "2025-03-12")


def test_a_machine_without_a_database_trusts_the_keys_it_is_given(
    home: Copy, issued: CourseCertificate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = ["--data-dir", str(tmp_path / "empty"), "verify", saved(tmp_path, "k.pdf", home.paper(issued))]
    assert main(empty) == 1
    assert "Du litar inte på utfärdaren än." in capsys.readouterr().out
    assert main([*empty, "--keys", saved(tmp_path, "card.json", home.card())]) == 0
    assert "ingen lista" in capsys.readouterr().out
    assert not (tmp_path / "empty").exists(), "nothing is made by looking"


def test_many_in_one_file_are_answered_one_by_one(
    home: Copy, issued: CourseCertificate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = home.issued("2026-0148", participant_id="p2", holder="Åsa Norén")
    home.program.certificates.revoke(other.number, "Fel")
    assert main(["verify", saved(tmp_path, "alla.pdf", home.paper(issued, other)), "--json"]) == 1
    assert [a["status"] for a in json.loads(capsys.readouterr().out)] == ["valid", "revoked"]


def test_what_is_no_certificate_says_what_to_choose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(tmp_path, "bild.png", b"\x89PNG")
    assert main(["--data-dir", str(tmp_path / "empty"), "verify", file]) == 1
    assert "Det här är inget kursintyg från Kompetens." in capsys.readouterr().out


def test_a_file_that_is_not_there_and_keys_that_are_none_are_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = ["--data-dir", str(tmp_path / "empty"), "verify"]
    assert main([*empty, str(tmp_path / "ingen.pdf")]) == 1
    assert "ingen.pdf går inte att läsa" in capsys.readouterr().err
    assert main([*empty, str(tmp_path)]) == 1
    assert capsys.readouterr().err.strip()
    text = saved(tmp_path, "k.txt", "hej")
    assert main([*empty, text, "--keys", text]) == 1
    assert "Filen från utfärdaren går inte att använda" in capsys.readouterr().err


def test_a_newer_database_is_the_surroundings_fault_and_an_older_one_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with a_copy(tmp_path / "home", ISSUED_AT) as copy:
        issued = copy.issued()
    text = saved(tmp_path, "k.txt", issued.code)
    command = ["--data-dir", str(tmp_path / "home"), "verify", text]
    for schema, code in (("9999", 3), ("0002", 1), (SCHEMA_HEAD, 0)):
        with sqlite3.connect(tmp_path / "home" / "kompetens.sqlite3") as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (schema,))
        connection.close()
        assert main(command) == code
        capsys.readouterr()


def test_looking_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with a_copy(tmp_path / "home", ISSUED_AT) as copy:
        issued = copy.issued()
    file = tmp_path / "home" / "kompetens.sqlite3"
    before = file.read_bytes()
    assert main(["--data-dir", str(tmp_path / "home"), "verify", saved(tmp_path, "k.txt", issued.code)]) == 0
    assert file.read_bytes() == before
    capsys.readouterr()
