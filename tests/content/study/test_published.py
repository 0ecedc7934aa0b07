"""The study content that comes with the program can be used, all of it, and holds together."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kompetens_gui.content.formats import FORMATS
from kompetens_gui.content.model_errors import without_extensions
from kompetens_gui.content.study.format import format_by_place
from kompetens_gui.content.study.formats import EXERCISES, PANELS, QUESTIONS
from kompetens_gui.content.study.library import FileStudyLibrary
from kompetens_gui.content.study.loading import load_study_content
from kompetens_gui.content.validate import Report, validate
from kompetens_gui.content.yaml_reader import read_yaml
from kompetens_gui.domain.case import CaseStatus
from kompetens_gui.domain.errors import ContentInvalid
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem, KnowledgeItemType, score_item

ROOT = Path(__file__).parents[3]
RESOURCES = ROOT / "resources"
FILES = [file for f in FORMATS for file in sorted(RESOURCES.joinpath(*f.folder).glob("*.yaml"))]


def as_json(data: Any) -> Any:  # noqa: ANN401 (JSON is any)
    return json.loads(json.dumps(data, default=lambda day: day.isoformat() if isinstance(day, date) else str(day)))


@pytest.fixture(scope="module")
def report() -> Report:
    return validate([RESOURCES, ROOT / "cases"])


@pytest.fixture(scope="module")
def library() -> FileStudyLibrary:
    return FileStudyLibrary((RESOURCES,))


def test_there_is_content_of_every_kind_to_look_at() -> None:
    there = {f.name for file in FILES if (f := format_by_place(file, FORMATS))}
    assert {QUESTIONS.name, PANELS.name, "reading", "letter", "impulses"} <= there
    assert len(FILES) > 60


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_published_schema_accepts_every_file(path: Path) -> None:
    format_ = format_by_place(path, FORMATS)
    assert format_ is not None
    schema = json.loads((RESOURCES / "schema" / format_.schema_file).read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    data = as_json(without_extensions(read_yaml(path).data))
    assert [error.message for error in check.iter_errors(data)] == []


def test_validate_finds_no_error_in_anything_that_comes_along(report: Report) -> None:
    assert [str(problem) for problem in report.errors] == []
    assert len(report.study) == len(FILES)


def test_the_library_offers_all_that_is_ready(library: FileStudyLibrary) -> None:
    for kind in StudyContentKind:
        ready = [h.id for h in library.heads(kind)]
        whole = [i for i in library.ids(kind) if library.content(kind, i).head.status == CaseStatus.READY]
        assert ready == whole
    assert library.problems() == ()
    files = len(list(RESOURCES.joinpath(*EXERCISES[StudyContentKind.READING].folder).glob("*.yaml")))
    assert len(library.ids(StudyContentKind.READING)) == files


def right_answer(item: KnowledgeItem) -> ItemAnswer:
    """Return the answer that the item itself says is right."""
    match item.type:
        case KnowledgeItemType.ONE | KnowledgeItemType.MANY:
            return ItemAnswer(chosen=tuple(o.id for o in item.options if o.correct))
        case KnowledgeItemType.ORDER:
            return ItemAnswer(places=tuple(range(len(item.sequence))))
        case KnowledgeItemType.MATCH:
            return ItemAnswer(places=tuple(range(len(item.pairs))))
        case KnowledgeItemType.TIMELINE:
            return ItemAnswer(places=tuple(e.day for e in item.events))
        case KnowledgeItemType.NUMBER:
            return ItemAnswer(number=item.answer)


def test_every_question_can_be_answered_right_and_wrong(library: FileStudyLibrary) -> None:
    items = library.items()
    assert len(items) > 200
    assert [i.id for i in items if not score_item(i, right_answer(i)).is_right] == []
    assert [i.id for i in items if score_item(i, ItemAnswer()).share > 0] == []


def test_a_file_outside_any_folder_for_study_content_is_not_guessed_at(tmp_path: Path) -> None:
    stray = tmp_path / "x.yaml"
    stray.write_text("schema: 1\n", encoding="utf-8")
    with pytest.raises(ContentInvalid):
        load_study_content(stray)
    assert load_study_content(FILES[0]).id == FILES[0].stem
