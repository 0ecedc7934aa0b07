"""What a format is: its folder, its model, how it becomes a domain object and what is checked in it alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kompetens_gui.content.case_model import Model
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.text_measures import words
from kompetens_gui.content.yaml_reader import Data, Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem

# A text may be a little shorter or longer than asked for before it is pointed out.
_SLACK = 0.1


@dataclass(frozen=True)
class StudyFormat:
    """One format. `problems` stop a file from being used; `findings` are for `kompetens validate`.

    The functions take what `to_domain` of the same format returns; the registry is the only place that mixes formats.
    """

    name: str
    what_it_is: str
    folder: tuple[str, ...]
    domain_type: type
    model: type[Model]
    to_domain: Callable[[Any], Any]
    problems: Callable[[Any, YamlDocument], Iterable[ContentProblem]]
    findings: Callable[[Any, YamlDocument, date], Iterable[Finding]]
    wholes: Callable[[Any], Iterable[WholeText]]
    schema_file: str
    schema_title: str
    marks: tuple[str, ...]
    """Fields that only files of this format have, to know one by when it lies somewhere else."""
    wants_person: bool = False
    id_field: str = "id"
    """Which field the file is named after."""


def format_by_place(file: Path, formats: Iterable[StudyFormat]) -> StudyFormat | None:
    """Return the format that a file's folder says it has."""
    folders = file.absolute().parts[:-1]
    return next((f for f in formats if folders[-len(f.folder) :] == f.folder), None)


def format_by_fields(data: Data, formats: Sequence[StudyFormat]) -> StudyFormat | None:
    """Return the format that a file's own fields say it has, for files that lie somewhere else."""
    fields = data if isinstance(data, dict) else {}
    fitting = [f for f in formats if all(mark in fields for mark in f.marks)]
    return max(fitting, key=lambda f: len(f.marks), default=None)


def no_problems(_content: object, _document: YamlDocument) -> Iterable[ContentProblem]:
    return ()


def no_findings(_content: object, _document: YamlDocument, _today: date) -> Iterable[Finding]:
    return ()


def no_wholes(_content: object) -> Iterable[WholeText]:
    return ()


def length_findings(text: str, fewest: int, most: int, where: Where, document: YamlDocument) -> Iterator[Finding]:
    """Yield a warning when a text is clearly shorter or longer than its place asks for."""
    count = len(words(text))
    if not fewest * (1 - _SLACK) <= count <= most * (1 + _SLACK):
        what = f"Texten har {count} ord; här brukar den ha {fewest}–{most}."
        advice = "Utveckla den." if count < fewest else "Korta den eller dela den."
        yield Finding(Weight.WARNING, document.problem(where, what, advice))
