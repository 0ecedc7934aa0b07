"""All self-study content of this machine: what came with the program, then the user's own. Read when asked for."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kompetens_gui.content.study.checks import status_of
from kompetens_gui.content.study.files import ContentFiles, Stamp
from kompetens_gui.content.study.format import StudyFormat
from kompetens_gui.content.study.formats import EXERCISES, PANELS, PATHS, QUESTIONS
from kompetens_gui.content.study.kept import KeptContent
from kompetens_gui.domain.case import CaseStatus
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem, NotFound
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentKind
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.study.panel import Panel
from kompetens_gui.domain.study.questions import KnowledgeItem
from kompetens_gui.services.study_ports import ContentT, StudyContent, StudyLibrary


def load_study_library(resources_dir: Path, own_dir: Path | None = None, kept_dir: Path | None = None) -> StudyLibrary:
    """Return the library. `own_dir` is laid out as `resources_dir`; `kept_dir` is where checked content may be kept."""
    roots = (resources_dir, own_dir) if own_dir else (resources_dir,)
    return FileStudyLibrary(roots, KeptContent(kept_dir) if kept_dir else None)


class FileStudyLibrary:
    """A StudyLibrary over folders laid out as `resources`. Of two files with the same id the first folder's counts."""

    def __init__(self, roots: Sequence[Path], kept: KeptContent | None = None) -> None:
        self._files = ContentFiles(roots, kept)
        self._lock = threading.RLock()
        self._items: tuple[tuple[Stamp, ...], tuple[KnowledgeItem, ...]] = ((), ())

    def ids(self, kind: StudyContentKind) -> Sequence[str]:
        return tuple(self._files.files(EXERCISES[kind]))

    def content(self, kind: StudyContentKind, content_id: str) -> StudyContent:
        found: StudyContent = self._files.one(EXERCISES[kind], content_id)
        return found

    def get(self, of: type[ContentT], content_id: str) -> ContentT:
        format_ = next(f for f in EXERCISES.values() if f.domain_type is of)
        found: ContentT = self._files.one(format_, content_id)
        return found

    def heads(self, kind: StudyContentKind) -> Sequence[StudyContentHead]:
        return self._files.heads(EXERCISES[kind])

    def items(self) -> Sequence[KnowledgeItem]:
        with self._lock:
            whole = list(self._files.whole(QUESTIONS))
            stamps = tuple(stamp for stamp, _ in whole)
            if stamps != self._items[0]:
                files = [f for _, f in whole if status_of(f) == CaseStatus.READY]
                by_id = {item.id: item for file in reversed(files) for item in reversed(file.items)}
                self._items = stamps, tuple(reversed(by_id.values()))
            return self._items[1]

    def item(self, item_id: str) -> KnowledgeItem:
        found = next((i for i in self.items() if i.id == item_id), None)
        if found is None:
            raise NotFound("knowledge_item", item_id)
        return found

    def items_of_module(self, module_id: str) -> Sequence[KnowledgeItem]:
        return tuple(i for i in self.items() if module_id in i.modules)

    def panel(self, case_id: str) -> Panel | None:
        try:
            found: Panel = self._files.one(PANELS, case_id)
        except (NotFound, ContentInvalid):
            return None
        return found

    def paths(self) -> Sequence[LearningPath]:
        return tuple(p for p in self._whole(PATHS) if p.status == CaseStatus.READY)

    def path(self, path_id: str) -> LearningPath:
        found: LearningPath = self._files.one(PATHS, path_id)
        return found

    def problems(self) -> Sequence[ContentProblem]:
        return self._files.problems()

    def know(self, file: Path, content: object) -> None:
        """Take content that was read from a file elsewhere just now, so that the file need not be read again."""
        self._files.know(file, content)

    def _whole(self, format_: StudyFormat) -> Iterator[Any]:
        return (content for _, content in self._files.whole(format_))
