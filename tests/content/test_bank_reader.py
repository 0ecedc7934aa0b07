import hashlib
import os
from pathlib import Path

import pytest

from kompetens_gui.content import bank_reader
from kompetens_gui.content.bank_reader import CaseFolders, chain_state, read, scan
from kompetens_gui.services.case_source import CaseFile, CaseSource, ChainState
from tests.content.factory import case_data, make_case, make_indexed, write_bank, write_case


def test_scanning_finds_every_case_folder_and_says_when_it_changed(tmp_path: Path) -> None:
    write_bank(tmp_path / "a", 3)
    write_bank(tmp_path / "b", 1)
    (tmp_path / "a" / "utan-fall").mkdir()
    (tmp_path / "a" / ".git").mkdir()
    files = list(scan([tmp_path / "a", tmp_path / "b" / "fall-00000", tmp_path / "saknas"]))
    assert [f.path.parent.name for f in files] == ["fall-00000", "fall-00001", "fall-00002", "fall-00000"]
    assert all(f.size == f.path.stat().st_size and f.mtime_ns == f.path.stat().st_mtime_ns for f in files)
    os.utime(files[0].path, ns=(1, 1))
    assert next(scan([tmp_path / "a"])).mtime_ns == 1


def test_reading_gives_what_lists_and_search_need(tmp_path: Path) -> None:
    file = write_case(tmp_path, case_data(1))
    source: CaseSource = CaseFolders([tmp_path])
    found = source.read(next(source.scan()))
    assert found.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (found.id, found.occupation, found.diagnosis) == (
        "fall-00001",
        "Undersköterska",
        "Medelsvår depressiv episod",
    )
    assert (found.diagnosis_codes, found.diagnosis_group, found.difficulty) == (("F32.1",), "mental", 2)
    assert (found.sex, found.age, found.situation, found.day) == ("man", 23, "employed", 15)
    assert (found.chain_state, found.audience, found.is_broken) == (
        ChainState.NO_FUNCTION,
        ("Läkare", "Handläggare"),
        False,
    )
    assert found.case == make_case(1)
    for word in ("Undersköterska", "depressiv", "lyfta vid säng", "lagret", "Samtal med chefen"):
        assert word in found.words
    assert "Vilken funktion är påverkad?" not in found.words


def test_the_factory_makes_what_reading_would_have_made(tmp_path: Path) -> None:
    write_bank(tmp_path, 1)
    found, made = read(next(scan([tmp_path]))), make_indexed(0)
    assert (found.case, found.words, found.chain_state) == (made.case, made.words, made.chain_state)


def test_a_broken_case_comes_back_with_its_problems(tmp_path: Path) -> None:
    file = write_case(tmp_path, {**case_data(0), "title": 3})
    found = read(next(scan([tmp_path])))
    assert found.is_broken
    assert (found.id, found.title) == ("fall-00000", "fall-00000")
    assert found.problems[0].path == str(file)
    file.write_bytes(b"\xff\x00")
    assert read(next(scan([tmp_path]))).problems[0].advice
    file.unlink()
    gone = read(CaseFile(file, 1, 1))
    assert "finns inte" in gone.problems[0].what


def test_chain_states_follow_the_first_key() -> None:
    states = [chain_state(make_case(n)) for n in range(3)]
    assert states == [ChainState.WHOLE, ChainState.NO_FUNCTION, ChainState.NO_ACTIVITY]


def test_ten_thousand_unchanged_cases_are_scanned_without_opening_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(10_000):
        folder = tmp_path / f"fall-{number:05d}"
        folder.mkdir()
        (folder / "case.yaml").touch()

    def no_reading(*_: object, **__: object) -> None:
        pytest.fail("a file was opened")

    monkeypatch.setattr(Path, "open", no_reading)
    monkeypatch.setattr(bank_reader, "parse_yaml", no_reading)
    assert sum(1 for _ in scan([tmp_path])) == 10_000
