"""A study content file from disk to a checked, frozen domain object."""

from pathlib import Path
from typing import Any

from kompetens_gui.content.loading import checked_model
from kompetens_gui.content.study.format import StudyFormat, format_by_place
from kompetens_gui.content.study.formats import FORMATS
from kompetens_gui.content.yaml_reader import YamlDocument, read_yaml
from kompetens_gui.domain.errors import ContentInvalid


def load_study_content(path: Path) -> Any:  # noqa: ANN401 (what it is follows from the folder)
    """Read a file as its folder says. ContentInvalid holds every fault found, each with its line."""
    document = read_yaml(path)
    format_ = format_by_place(path, FORMATS)
    if format_ is None:
        what = "Filen ligger inte i någon mapp för studieinnehåll."
        raise ContentInvalid((document.problem((), what, "Lägg den till exempel i exercises/reading."),))
    return study_content_from(document, format_, path.stem)


def study_content_from(document: YamlDocument, format_: StudyFormat, file_stem: str | None = None) -> Any:  # noqa: ANN401
    """Return what a document of that format describes; its id must be `file_stem` when that is given."""
    model = checked_model(document, format_.model)
    content = format_.to_domain(model)
    problems = list(format_.problems(content, document))
    own_id = getattr(model, format_.id_field)
    if file_stem is not None and own_id != file_stem:
        what = f"{format_.id_field} är ”{own_id}” men filen heter ”{file_stem}.yaml”."
        problems.append(document.problem((format_.id_field,), what, "Låt id och filnamn vara lika."))
    if problems:
        raise ContentInvalid(tuple(sorted(problems, key=lambda p: (p.line, p.column))))
    return content
