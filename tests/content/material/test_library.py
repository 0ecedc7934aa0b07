"""The library of material: what came along and what is one's own, of every kind, read when asked for and kept."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kompetens_gui.content.material.formats import MATERIAL, WORKSHOP
from kompetens_gui.content.material.library import load_material_library
from kompetens_gui.content.study import files as files_module
from kompetens_gui.content.study.library import load_study_library
from kompetens_gui.content.yaml_reader import read_yaml
from kompetens_gui.domain.errors import ContentInvalid, NotFound
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.services.material_ports import MaterialLibrary
from tests.content.study.test_library import write

PLAY = MaterialRef(MaterialKind.ROLE_PLAY, "ett")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    for kind in MaterialKind:
        write(folder, MATERIAL[kind].name, "ett")
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


def test_all_kinds_are_found_by_their_reference(root: Path) -> None:
    library: MaterialLibrary = load_material_library(root)
    for kind in MaterialKind:
        assert library.ids(kind) == ("ett",)
        ref = MaterialRef.read(f"{kind}/ett")
        assert ref is not None
        assert type(library.material(ref)) is MATERIAL[kind].domain_type
        assert [h.id for h in library.heads(kind)] == ["ett"]


def test_a_role_play_is_whole_as_it_comes_from_its_file(root: Path) -> None:
    play = load_material_library(root).material(PLAY)
    assert isinstance(play, RolePlay)
    assert play.minutes == play.head.minutes
    assert [r.id for r in play.main_roles] == ["coordinator"]
    employer = play.role("employer")
    assert employer is not None
    assert employer.told_if_asked[0].tell.startswith("Före klockan nio")
    assert [p.id for p in play.papers_of("employer")] == ["schedule"]
    assert play.papers_of("coordinator") == ()


def test_what_is_not_there_or_broken_is_said_to_be(root: Path) -> None:
    library = load_material_library(root)
    with pytest.raises(NotFound):
        library.material(MaterialRef(MaterialKind.PATHWAY, "tva"))
    write(root, "pathway", "trasig", (("forum",), "torget"))
    with pytest.raises(ContentInvalid):
        library.material(MaterialRef(MaterialKind.PATHWAY, "trasig"))
    assert list(library.ids(MaterialKind.PATHWAY)) == ["ett", "trasig"]
    assert [h.id for h in library.heads(MaterialKind.PATHWAY)] == ["ett"]


def test_drafts_are_not_offered_and_ones_own_never_hides_what_came_along(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "sorting", "ett", (("question",), "Min egen fråga?"))
    write(own, "sorting", "eget")
    write(own, "sorting", "utkast", (("status",), "draft"))
    library = load_material_library(root, own)
    assert [h.id for h in library.heads(MaterialKind.SORTING)] == ["ett", "eget"]
    sorting = library.material(MaterialRef(MaterialKind.SORTING, "ett"))
    assert isinstance(sorting, Sorting)
    assert sorting.question == "Ring eller bevaka?"


def test_a_changed_file_is_read_anew_and_an_unchanged_one_never_twice(
    root: Path, count_reads: Callable[[], int]
) -> None:
    library = load_material_library(root)
    library.ids(MaterialKind.ROLE_PLAY)
    assert count_reads() == 0
    assert library.material(PLAY) is library.material(PLAY)
    assert count_reads() == 1
    write(root, "role_play", "ett", (("place",), "Ett annat rum"))
    play = library.material(PLAY)
    assert isinstance(play, RolePlay)
    assert play.place == "Ett annat rum"


def test_what_self_study_has_kept_need_not_be_read_again(
    root: Path, tmp_path: Path, count_reads: Callable[[], int]
) -> None:
    kept = tmp_path / "kept"
    letter = load_study_library(root, None, kept).content(StudyContentKind.LETTER, "ett")
    first = load_material_library(root, None, kept)
    everything = [first.material(MaterialRef(kind, "ett")) for kind in MaterialKind]
    assert letter in everything
    reads = count_reads()
    assert reads == len(MaterialKind)
    again = load_material_library(root, None, kept)
    assert [again.material(MaterialRef(kind, "ett")) for kind in MaterialKind] == everything
    assert count_reads() == reads


def test_many_may_ask_at_once(root: Path, count_reads: Callable[[], int]) -> None:
    library = load_material_library(root)
    together = threading.Barrier(8)
    found: list[object] = []

    def ask() -> None:
        together.wait(10)
        found.append(library.material(PLAY))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(found) == 8
    assert len({id(material) for material in found}) == 1
    assert count_reads() == 1


def test_workshop_formats_are_those_that_self_study_lacks() -> None:
    assert {k.value for k in MaterialKind} - {k.value for k in WORKSHOP} < {k.value for k in StudyContentKind}
    assert not {k.value for k in WORKSHOP} & {k.value for k in StudyContentKind}
