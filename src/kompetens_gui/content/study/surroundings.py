"""What a reference may lead to: what is being checked, then what lies beside it and what came with the program."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from kompetens_gui.content.loading import CASE_FILE, load_case
from kompetens_gui.content.rule_lists import rules_folder
from kompetens_gui.content.study.checks import status_of
from kompetens_gui.content.study.format import StudyFormat
from kompetens_gui.content.study.formats import EXERCISES, PATHS, QUESTIONS
from kompetens_gui.content.study.library import FileStudyLibrary
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.case import Case, CaseStatus
from kompetens_gui.domain.errors import ContentInvalid
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.study.questions import KnowledgeItem


@dataclass(frozen=True)
class CheckedContent:
    """A file that could be loaded."""

    format: StudyFormat
    content: Any
    document: YamlDocument


@cache
def _bundled() -> FileStudyLibrary:
    """What came with the program, read once."""
    return FileStudyLibrary((rules_folder().parent,))


class Surroundings:
    """Looks things up by id. Files that are not being checked are opened only when an id is not found without."""

    def __init__(self, checked: Iterable[CheckedContent], cases: Mapping[str, Case]) -> None:
        self._checked = tuple(checked)
        self._cases: dict[str, Case | None] = dict(cases)
        bundled = rules_folder().parent
        roots = dict.fromkeys(root for c in self._checked for root in _root_of(c) if root != bundled)
        self._libraries = (FileStudyLibrary(tuple(roots)), _bundled())
        for one in self._checked:
            for library in self._libraries:
                library.know(Path(one.document.path).absolute(), one.content)
        self._case_folders = [
            folder for root in (*roots, bundled) for folder in (root.parent / "cases", root / "cases")
        ]

    def content_ids(self, kind: StudyContentKind) -> list[str]:
        return sorted({*self._statuses(kind), *(i for library in self._libraries for i in library.ids(kind))})

    def is_draft(self, kind: StudyContentKind, content_id: str) -> bool:
        """Return whether content is being checked and not ready."""
        return self._statuses(kind).get(content_id, CaseStatus.READY) != CaseStatus.READY

    def has_case(self, case_id: str) -> bool:
        return case_id in self._cases or self._case_file(case_id) is not None

    def case(self, case_id: str) -> Case | None:
        """Return a case; None when there is none or when it is broken, which is told elsewhere."""
        if case_id not in self._cases:
            file = self._case_file(case_id)
            try:
                self._cases[case_id] = load_case(file) if file else None
            except ContentInvalid:
                self._cases[case_id] = None
        return self._cases[case_id]

    def case_ids(self) -> list[str]:
        folders = [f for f in self._case_folders if f.is_dir()]
        return sorted({*self._cases, *(file.parent.name for f in folders for file in f.glob(f"*/{CASE_FILE}"))})

    @cached_property
    def items(self) -> Mapping[str, KnowledgeItem]:
        """All knowledge items around."""
        around: dict[str, KnowledgeItem] = {i.id: i for lib in reversed(self._libraries) for i in lib.items()}
        return {**around, **self.checked_items}

    @cached_property
    def checked_items(self) -> Mapping[str, KnowledgeItem]:
        return {i.id: i for c in self._checked if c.format is QUESTIONS for i in c.content.items}

    @cached_property
    def paths(self) -> tuple[LearningPath, ...]:
        """All learning paths around, drafts too when they are being checked."""
        around = {p.id: p for library in reversed(self._libraries) for p in library.paths()}
        return tuple({**around, **{c.content.id: c.content for c in self._checked if c.format is PATHS}}.values())

    def _statuses(self, kind: StudyContentKind) -> dict[str, CaseStatus]:
        return {c.content.head.id: status_of(c.content) for c in self._checked if c.format is EXERCISES[kind]}

    def _case_file(self, case_id: str) -> Path | None:
        files = (folder / case_id / CASE_FILE for folder in self._case_folders)
        return next((f for f in files if f.is_file()), None)


def _root_of(checked: CheckedContent) -> tuple[Path, ...]:
    """Return the folder that is laid out as `resources`, when the file lies in its place under one."""
    file = Path(checked.document.path).absolute()
    depth = len(checked.format.folder)
    return (file.parents[depth],) if file.parts[-1 - depth : -1] == checked.format.folder else ()
