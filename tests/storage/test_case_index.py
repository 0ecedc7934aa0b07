"""The index of the case bank: kept up to date, searched as one types, thrown away when it is damaged."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.content.bank_reader import CaseFolders
from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import CaseMissing, ContentInvalid, ContentProblem, FolderNotWritable
from kompetens_gui.services.case_source import CaseFile, ChainState, IndexedCase
from kompetens_gui.services.ports import CaseFilter
from kompetens_gui.storage import index_file
from kompetens_gui.storage.case_index import SqlCaseIndex
from tests.storage.making import CASES, a_case

ALL = CaseFilter()


class Shelf:
    """A CaseSource in memory that remembers which files were read."""

    def __init__(self) -> None:
        self.cases: dict[str, IndexedCase] = {}
        self.read_paths: list[str] = []
        self._times = 0

    def put(self, name: str, title: str = "", words: str = "", **facts: object) -> None:
        self._times += 1
        values = {"diagnosis_group": "mental", "difficulty": 1, "situation": "employed", "status": "ready", **facts}
        case = None if values.pop("broken", False) else replace(a_case(), id=CaseId(str(values.pop("id", name))))
        problems = () if case else (ContentProblem(f"{name}/case.yaml", 7, "Fältet saknas.", "Lägg till det."),)
        self.cases[name] = IndexedCase(
            CaseFile(Path(name) / "case.yaml", self._times, len(words)),
            sha256=f"{self._times}",
            id=case.id if case else name,
            title=title or name,
            words=words,
            chain_state=values.pop("chain_state", ChainState.WHOLE),  # type: ignore[arg-type]
            case=case,
            problems=problems,
            **values,  # type: ignore[arg-type]
        )

    def scan(self) -> Iterator[CaseFile]:
        return iter([self.cases[name].file for name in sorted(self.cases)])

    def read(self, file: CaseFile) -> IndexedCase:
        self.read_paths.append(file.path.parent.name)
        return self.cases[file.path.parent.name]


@pytest.fixture
def shelf() -> Shelf:
    made = Shelf()
    made.put("ang", "Ångest hos en snickare", "Oro och hjärtklappning om natten", difficulty=2)
    made.put("rygg", "Ryggen på lagret", "Smärta i ländryggen", diagnosis_group="musculoskeletal")
    made.put("angel", "Anders lyfter", "Ett sår på handen. Sårbar natt", chain_state=ChainState.NO_FUNCTION)
    made.put("over", "Öga för öga", "Bländning", situation="student", difficulty=3)
    return made


@pytest.fixture
def index(tmp_path: Path, shelf: Shelf) -> Iterator[SqlCaseIndex]:
    made = SqlCaseIndex(tmp_path / "index.sqlite3", shelf)
    made.refresh()
    yield made
    made.close()


def found(index: SqlCaseIndex, text: str, chosen: CaseFilter = ALL) -> list[str]:
    return [row.id for row in index.search(text, chosen).rows]


# ------------------------------------------------------------ kept up to date
def test_unchanged_files_are_not_read_again(index: SqlCaseIndex, shelf: Shelf) -> None:
    assert sorted(shelf.read_paths) == ["ang", "angel", "over", "rygg"]
    assert index.refresh() is False
    assert len(shelf.read_paths) == 4


def test_only_what_changed_is_read_and_what_is_gone_vanishes(index: SqlCaseIndex, shelf: Shelf) -> None:
    shelf.put("rygg", "Ny rubrik")
    shelf.put("ny", "Nytt fall")
    del shelf.cases["over"]
    shelf.read_paths.clear()
    assert index.refresh() is True
    assert sorted(shelf.read_paths) == ["ny", "rygg"]
    assert found(index, "rubrik") == ["rygg"]
    assert found(index, "lagret") == []
    with pytest.raises(CaseMissing):
        index.case(CaseId("over"))


def test_progress_is_told_in_files(tmp_path: Path, shelf: Shelf) -> None:
    told: list[tuple[int, int]] = []
    for number in range(120):
        shelf.put(f"n{number:03d}")
    index = SqlCaseIndex(tmp_path / "i.sqlite3", shelf)
    index.refresh(lambda done, whole: told.append((done, whole)))
    index.close()
    assert told == [(50, 124), (100, 124), (124, 124)]


def test_a_case_comes_back_whole(tmp_path: Path) -> None:
    index = SqlCaseIndex(tmp_path / "i.sqlite3", CaseFolders([CASES]))
    index.refresh()
    assert index.case(a_case().id) == a_case()
    assert index.search("", ALL).total == len(list(CASES.iterdir()))
    index.close()


def test_broken_cases_are_shown_last_and_tell_their_problems(index: SqlCaseIndex, shelf: Shelf) -> None:
    shelf.put("aaa", broken=True)
    index.refresh()
    last = index.search("", ALL).rows[-1]
    assert (last.id, last.broken) == ("aaa", True)
    with pytest.raises(ContentInvalid) as refused:
        index.case(CaseId("aaa"))
    assert refused.value.problems[0].line == 7
    assert index.problems() == refused.value.problems


def test_an_id_claimed_twice_belongs_to_the_first_and_the_other_is_broken(index: SqlCaseIndex, shelf: Shelf) -> None:
    shelf.put("tva", "Två", id="ang")
    index.refresh()
    claims = {row.title: row.broken for row in index.search("", ALL).rows if row.id == "ang"}
    assert claims == {"Två": True, "Ångest hos en snickare": False}
    assert "ang" in index.problems()[0].what
    del shelf.cases["ang"]
    index.refresh()
    assert [row.broken for row in index.search("", ALL).rows if row.id == "ang"] == [False]
    assert index.problems() == ()


def test_an_archived_case_is_not_found_but_opens(index: SqlCaseIndex, shelf: Shelf) -> None:
    shelf.put("old", "Ryggen förr", status="archived")
    index.refresh()
    assert found(index, "") == ["angel", "rygg", "ang", "over"]
    assert found(index, "ryggen") == ["rygg"]
    assert index.case(CaseId("old")).id == "old"


# ------------------------------------------------------------ search
def test_no_text_shows_all_in_swedish_order(index: SqlCaseIndex) -> None:
    assert found(index, "") == ["angel", "rygg", "ang", "over"]
    assert found(index, " -- ") == found(index, "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Å", ["ang"]),
        ("å", ["ang"]),
        ("ÅNG", ["ang"]),
        ("ang", []),
        ("an", ["angel"]),
        ("ö", ["over"]),
        ("o", ["ang"]),
        ("SÅR", ["angel"]),
        ("sar", []),
        ("smär länd", ["rygg"]),
        ("länd smär", ["rygg"]),
        ("natt snick", ["ang"]),
        ("finnsinte", []),
        ("a\u030angest", ["ang"]),
    ],
)
def test_every_word_is_a_prefix_case_is_ignored_and_swedish_letters_are_their_own(
    index: SqlCaseIndex, text: str, wanted: list[str]
) -> None:
    assert found(index, text) == wanted


def test_two_letters_that_no_title_begins_with_are_looked_for_everywhere(index: SqlCaseIndex) -> None:
    assert found(index, "bl") == ["over"]


def test_a_hit_in_the_title_comes_before_one_in_the_text(index: SqlCaseIndex, shelf: Shelf) -> None:
    shelf.put("aa-text", "Något annat", "snickare " * 20)
    index.refresh()
    assert found(index, "snickare") == ["ang", "aa-text"]


def test_an_excerpt_shows_the_place_when_the_title_does_not(index: SqlCaseIndex) -> None:
    (row,) = index.search("ländr", ALL).rows
    assert "Smärta i ländryggen" in row.excerpt
    (row,) = index.search("lagret", ALL).rows
    assert row.excerpt == ""


def test_the_limit_holds_and_the_total_tells_all(index: SqlCaseIndex) -> None:
    result = index.search("", ALL, limit=2)
    assert (len(result.rows), result.total) == (2, 4)


def test_filters_narrow_and_counts_tell_what_each_value_would_give(index: SqlCaseIndex) -> None:
    mental = CaseFilter(diagnosis_groups=frozenset({"mental"}))
    result = index.search("", mental)
    assert [row.id for row in result.rows] == ["angel", "ang", "over"]
    assert result.total == 3
    assert result.counts["diagnosis_group"] == {"mental": 3, "musculoskeletal": 1}
    assert result.counts["difficulty"] == {"1": 1, "2": 1, "3": 1}
    both = CaseFilter(diagnosis_groups=frozenset({"mental"}), difficulties=frozenset({2, 3}))
    assert found(index, "", both) == ["ang", "over"]
    assert found(index, "natt", both) == ["ang"]
    assert found(index, "ög", both) == ["over"]
    assert index.search("natt", both).counts["chain_state"] == {"whole": 1}
    assert found(index, "", CaseFilter(chain_states=frozenset({"no_function"}))) == ["angel"]
    assert found(index, "", CaseFilter(situations=frozenset({"student"}))) == ["over"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60) | st.text('"*()^:+-{}ANDORNEAR \x00\ud800åäö', max_size=20))
def test_nothing_that_can_be_typed_is_an_error(index: SqlCaseIndex, text: str) -> None:
    result = index.search(text, ALL)
    assert result.total >= len(result.rows)


# ------------------------------------------------------------ bad luck
def damage(file: Path) -> None:
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    file.write_bytes(b"rubbish" * 5000)


def test_a_damaged_index_is_made_anew_without_a_word(tmp_path: Path, shelf: Shelf) -> None:
    file = tmp_path / "index.sqlite3"
    for ask in ("search", "case", "refresh"):
        first = SqlCaseIndex(file, shelf)
        first.refresh()
        first.close()
        damage(file)
        index = SqlCaseIndex(file, shelf)
        if ask == "search":
            assert found(index, "rygg") == ["rygg"]
        elif ask == "case":
            assert index.case(CaseId("rygg")).id == "rygg"
        else:
            assert index.refresh() is True
        assert len(found(index, "")) == 4
        index.close()


def test_an_index_ruined_while_it_is_open_is_made_anew(tmp_path: Path) -> None:
    shelf = Shelf()
    for number in range(300):
        shelf.put(f"n{number:03d}", words=f"ord{number} " * 200)
    file = tmp_path / "index.sqlite3"
    index = SqlCaseIndex(file, shelf)
    index.refresh()
    index.close()
    size = file.stat().st_size
    with file.open("rb+") as handle:  # the first page stays whole: the damage is met in the middle of a question
        handle.seek(4096)
        handle.write(b"\xa5" * (size - 4096))
    assert found(index, "ord299") == ["n299"]
    index.close()


def test_an_index_of_another_version_reads_everything_anew(
    index: SqlCaseIndex, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.close()
    shelf.read_paths.clear()
    monkeypatch.setattr(index_file, "FINGERPRINT", "another")
    index.refresh()
    assert len(shelf.read_paths) == 4


def test_a_case_kept_in_an_older_form_is_read_from_its_file(
    index: SqlCaseIndex, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_text: str) -> object:
        raise ValueError

    monkeypatch.setattr("kompetens_gui.storage.case_index.case_from_json", refuse)
    shelf.read_paths.clear()
    assert index.case(CaseId("rygg")).id == "rygg"
    assert shelf.read_paths == ["rygg"]


def test_where_no_index_can_be_kept_it_is_told(tmp_path: Path, shelf: Shelf) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FolderNotWritable):
        SqlCaseIndex(tmp_path / "file" / "index.sqlite3", shelf).refresh()


def test_searching_goes_on_while_the_bank_is_read(index: SqlCaseIndex, shelf: Shelf) -> None:
    for number in range(60):
        shelf.put(f"n{number:02d}")
    reading, answered = threading.Event(), threading.Event()
    read = shelf.read

    def slow_read(file: CaseFile) -> IndexedCase:
        reading.set()
        assert answered.wait(20)
        return read(file)

    shelf.read = slow_read  # type: ignore[method-assign]
    thread = threading.Thread(target=index.refresh)
    thread.start()
    assert reading.wait(20)
    assert found(index, "rygg") == ["rygg"]
    answered.set()
    thread.join()
    assert index.search("", ALL).total == 64
