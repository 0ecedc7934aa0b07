"""A case file from disk to a checked, frozen Case."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from kompetens_gui.content.case_model import CaseModel
from kompetens_gui.content.case_rules import check_case_rules
from kompetens_gui.content.cases import to_case
from kompetens_gui.content.model_errors import explain, without_extensions
from kompetens_gui.content.quotes import settle_quotes
from kompetens_gui.content.yaml_reader import YamlDocument, read_yaml
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.errors import ContentInvalid

CASE_FILE = "case.yaml"
ModelT = TypeVar("ModelT", bound=BaseModel)


def load_case(path: Path) -> Case:
    """Read a case from its file or its folder. ContentInvalid holds every fault found, each with its line."""
    case, _ = load_case_document(path)
    return case


def load_case_document(path: Path) -> tuple[Case, YamlDocument]:
    """Read a case as `load_case` does, and give the document too: its lines are wanted by further checks."""
    file = path / CASE_FILE if path.is_dir() else path
    document = read_yaml(file)
    return case_from(document, folder_name=file.resolve().parent.name if file.name == CASE_FILE else None), document


def case_from(document: YamlDocument, folder_name: str | None = None) -> Case:
    """Return the case that a document describes; its id must be `folder_name` when that is given."""
    model = checked_model(document, CaseModel)
    case = to_case(model)
    case, problems = settle_quotes(case, document)
    problems += check_case_rules(model, case, document, folder_name)
    if problems:
        raise ContentInvalid(tuple(sorted(problems, key=lambda p: (p.line, p.column))))
    return case


def checked_model(document: YamlDocument, model: type[ModelT]) -> ModelT:
    """Return the document as that model, or raise ContentInvalid with a problem for each thing it refused."""
    if not isinstance(document.data, dict):
        what = "Filen ska bestå av fält på formen ”namn: värde”."
        raise ContentInvalid((document.problem((), what, "Börja filen med raden ”schema: 1”."),))
    try:
        return model.model_validate(without_extensions(document.data))
    except ValidationError as error:
        raise ContentInvalid(explain(error, document, model)) from None
