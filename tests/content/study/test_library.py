"""The library: what came along and what is one's own, read when asked for, kept, and honest about what is broken."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kompetens_gui.content.study import files as files_module
from kompetens_gui.content.study.formats import EXERCISES
from kompetens_gui.content.study.library import load_study_library
from kompetens_gui.content.yaml_reader import read_yaml
from kompetens_gui.domain.errors import ContentInvalid, NotFound
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.reading import Reading
from kompetens_gui.services.study_ports import StudyLibrary
from tests.content.factory import yaml_text
from tests.content.study.examples import BY_NAME, changed

Where = tuple[str | int, ...]


def write(root: Path, name: str, file_id: str, *changes: tuple[Where, object]) -> Path:
    """Write an example under the folder of its format, ready to be used."""
    format_ = BY_NAME[name]
    ready = [] if name in ("questions", "panel") else [(("status",), "ready")]
    file = root.joinpath(*format_.folder, f"{file_id}.yaml")
    file.parent.mkdir(parents=True, exist_ok=True)
    data = changed(name, ((format_.id_field,), file_id), *ready, *changes)
    file.write_text(yaml_text(data), encoding="utf-8")
    return file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    for kind in StudyContentKind:
        write(folder, EXERCISES[kind].name, "ett")
    write(folder, "questions", "fragor")
    write(folder, "panel", "axel-frisor")
    write(folder, "learning_path", "vagen")
    return folder


@pytest.fixture
def count_reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    reads: list[Path] = []
    real = read_yaml

    def counted(path: Path) -> Any:  # noqa: ANN401 (as the real one)
        reads.append(path)
        return real(path)

    monkeypatch.setattr(files_module, "read_yaml", counted)
    return lambda: len(reads)


def test_all_kinds_are_found_by_kind_and_id(root: Path) -> None:
    library: StudyLibrary = load_study_library(root)
    for kind in StudyContentKind:
        assert library.ids(kind) == ("ett",)
        content = library.content(kind, "ett")
        assert isinstance(content, EXERCISES[kind].domain_type)
        assert [h.id for h in library.heads(kind)] == ["ett"]
    assert library.get(PlainLetter, "ett").must_keep[0].text == "14 augusti"
    assert [i.id for i in library.items()] == ["prov-vem-beslutar", "prov-dag-90"]
    assert [i.id for i in library.items_of_module("reglerna")] == ["prov-dag-90"]
    assert library.item("prov-dag-90").answer == 90
    panel = library.panel("axel-frisor")
    assert panel is not None
    assert panel.fictional
    assert [p.id for p in library.paths()] == ["vagen"]
    assert library.path("vagen").valid_months == 24
    assert library.problems() == ()


def test_what_does_not_exist_is_said_not_to(root: Path, tmp_path: Path) -> None:
    library = load_study_library(root, tmp_path / "finns-inte")
    with pytest.raises(NotFound):
        library.content(StudyContentKind.READING, "tva")
    with pytest.raises(NotFound):
        library.item("nej")
    with pytest.raises(NotFound):
        library.path("nej")
    assert library.panel("nej") is None
    assert load_study_library(tmp_path / "tomt").items() == ()


def test_nothing_is_read_before_it_is_asked_for_and_then_once(root: Path, count_reads: Callable[[], int]) -> None:
    library = load_study_library(root)
    library.ids(StudyContentKind.BRANCHING)
    assert count_reads() == 0
    assert library.get(Reading, "ett") is library.get(Reading, "ett")
    assert count_reads() == 1
    library.items()
    library.items_of_module("reglerna")
    assert count_reads() == 2


def test_a_changed_file_is_read_anew(root: Path) -> None:
    library = load_study_library(root)
    assert library.get(Reading, "ett").head.minutes == 12
    assert len(library.items()) == 2
    write(root, "reading", "ett", (("minutes",), 120))
    assert library.get(Reading, "ett").head.minutes == 120
    write(root, "questions", "fler", (("items", 0, "id"), "ny-ett"), (("items", 1, "id"), "ny-tva"))
    assert [i.id for i in library.items()] == ["ny-ett", "ny-tva", "prov-vem-beslutar", "prov-dag-90"]


def test_a_broken_file_is_left_out_and_told(root: Path) -> None:
    write(root, "reading", "trasig", (("minutes",), 0))
    library = load_study_library(root)
    assert list(library.ids(StudyContentKind.READING)) == ["ett", "trasig"]
    assert [h.id for h in library.heads(StudyContentKind.READING)] == ["ett"]
    with pytest.raises(ContentInvalid):
        library.get(Reading, "trasig")
    assert [Path(p.path).name for p in library.problems()] == ["trasig.yaml"]
    write(root, "reading", "trasig")
    assert [h.id for h in library.heads(StudyContentKind.READING)] == ["ett", "trasig"]
    assert library.problems() == ()


def test_a_file_that_is_gone_since_it_was_listed_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = load_study_library(root)
    file = root / "exercises" / "reading" / "ett.yaml"
    monkeypatch.setattr(files_module.ContentFiles, "files", lambda _self, _format: {"ett": file})
    file.unlink()
    with pytest.raises(ContentInvalid) as caught:
        library.get(Reading, "ett")
    assert "finns inte" in caught.value.problems[0].what


def test_drafts_and_archived_content_are_not_offered(root: Path) -> None:
    write(root, "reading", "utkast", (("status",), "draft"))
    write(root, "reading", "gammal", (("status",), "archived"))
    write(root, "learning_path", "utkast", (("status",), "draft"))
    library = load_study_library(root)
    assert [h.id for h in library.heads(StudyContentKind.READING)] == ["ett"]
    assert library.get(Reading, "gammal").head.id == "gammal"  # someone may be half-way through it
    assert [p.id for p in library.paths()] == ["vagen"]


def test_ones_own_content_is_added_and_never_hides_what_came_along(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "reading", "ett", (("minutes",), 99))
    write(own, "reading", "eget")
    write(own, "questions", "egna", (("items", 0, "text"), "Min fråga"), (("items", 1, "id"), "egen"))
    library = load_study_library(root, own)
    assert list(library.ids(StudyContentKind.READING)) == ["ett", "eget"]
    assert library.get(Reading, "ett").head.minutes == 12
    assert library.item("prov-vem-beslutar").text == "Vem beslutar om sjukpenning?"
    assert library.item("egen").answer == 90


def test_kept_content_saves_reading_and_is_the_same(root: Path, tmp_path: Path, count_reads: Callable[[], int]) -> None:
    kept = tmp_path / "kept"
    first = load_study_library(root, None, kept)
    contents = [first.content(kind, "ett") for kind in StudyContentKind]
    items, path, panel = first.items(), first.path("vagen"), first.panel("axel-frisor")
    reads = count_reads()
    again = load_study_library(root, None, kept)
    assert [again.content(kind, "ett") for kind in StudyContentKind] == contents
    assert (again.items(), again.path("vagen"), again.panel("axel-frisor")) == (items, path, panel)
    assert count_reads() == reads
    write(root, "reading", "ett", (("minutes",), 5))
    assert load_study_library(root, None, kept).get(Reading, "ett").head.minutes == 5


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"for": 1}', b"\xff\xfe", b'{"for": [], "content": "{}"}'])
def test_damaged_kept_content_is_read_anew(root: Path, tmp_path: Path, damage: bytes) -> None:
    kept = tmp_path / "kept"
    load_study_library(root, None, kept).get(Reading, "ett")
    (file,) = kept.iterdir()
    file.write_bytes(damage)
    assert load_study_library(root, None, kept).get(Reading, "ett").head.minutes == 12
    assert json.loads(file.read_bytes())["for"]  # and kept anew


def test_kept_content_of_the_wrong_shape_is_read_anew(root: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    load_study_library(root, None, kept).get(Reading, "ett")
    (file,) = kept.iterdir()
    data = json.loads(file.read_bytes())
    file.write_text(json.dumps({**data, "content": '{"head": 3}'}), encoding="utf-8")
    assert load_study_library(root, None, kept).get(Reading, "ett").head.minutes == 12


def test_a_folder_that_cannot_be_written_only_costs_time(root: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "kept"
    in_the_way.write_text("a file where the folder would be", encoding="utf-8")
    library = load_study_library(root, None, in_the_way / "study")
    assert library.get(Reading, "ett").head.minutes == 12
