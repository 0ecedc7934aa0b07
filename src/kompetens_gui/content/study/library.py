"""All self-study content of this machine: what came with the program, then the user's own. Read when asked for."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kompetens_gui.content.study.checks import head_of, status_of
from kompetens_gui.content.study.format import StudyFormat
from kompetens_gui.content.study.formats import EXERCISES, PANELS, PATHS, QUESTIONS
from kompetens_gui.content.study.kept import KeptContent
from kompetens_gui.content.study.loading import study_content_from
from kompetens_gui.content.yaml_reader import read_yaml
from kompetens_gui.domain.case import CaseStatus
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem, NotFound
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentKind
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.study.panel import Panel
from kompetens_gui.domain.study.questions import KnowledgeItem
from kompetens_gui.services.study_ports import ContentT, StudyContent, StudyLibrary

Stamp = tuple[int, int]


def load_study_library(resources_dir: Path, own_dir: Path | None = None, kept_dir: Path | None = None) -> StudyLibrary:
    """Return the library. `own_dir` is laid out as `resources_dir`; `kept_dir` is where checked content may be kept."""
    roots = (resources_dir, own_dir) if own_dir else (resources_dir,)
    return FileStudyLibrary(roots, KeptContent(kept_dir) if kept_dir else None)


class FileStudyLibrary:
    """A StudyLibrary over folders laid out as `resources`. Of two files with the same id the first folder's counts."""

    def __init__(self, roots: Sequence[Path], kept: KeptContent | None = None) -> None:
        self._roots = tuple(roots)
        self._kept = kept
        self._lock = threading.RLock()
        self._read: dict[Path, tuple[Stamp, Any]] = {}
        self._items: tuple[tuple[Stamp, ...], tuple[KnowledgeItem, ...]] = ((), ())

    def ids(self, kind: StudyContentKind) -> Sequence[str]:
        return tuple(self._files(EXERCISES[kind]))

    def content(self, kind: StudyContentKind, content_id: str) -> StudyContent:
        found: StudyContent = self._one(EXERCISES[kind], content_id)
        return found

    def get(self, of: type[ContentT], content_id: str) -> ContentT:
        format_ = next(f for f in EXERCISES.values() if f.domain_type is of)
        found: ContentT = self._one(format_, content_id)
        return found

    def heads(self, kind: StudyContentKind) -> Sequence[StudyContentHead]:
        heads = (head_of(content) for content in self._whole(EXERCISES[kind]))
        return tuple(h for h in heads if h is not None and h.status == CaseStatus.READY)

    def items(self) -> Sequence[KnowledgeItem]:
        with self._lock:
            files = [f for f in self._whole(QUESTIONS) if status_of(f) == CaseStatus.READY]
            stamps = tuple(self._read[path][0] for path in self._files(QUESTIONS).values() if path in self._read)
            if stamps != self._items[0]:
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
            found: Panel = self._one(PANELS, case_id)
        except (NotFound, ContentInvalid):
            return None
        return found

    def paths(self) -> Sequence[LearningPath]:
        return tuple(p for p in self._whole(PATHS) if p.status == CaseStatus.READY)

    def path(self, path_id: str) -> LearningPath:
        found: LearningPath = self._one(PATHS, path_id)
        return found

    def problems(self) -> Sequence[ContentProblem]:
        with self._lock:
            broken = [content for _, content in self._read.values() if isinstance(content, ContentInvalid)]
        return tuple(problem for error in broken for problem in error.problems)

    def know(self, file: Path, content: object) -> None:
        """Take content that was read from a file elsewhere just now, so that the file need not be read again."""
        with self._lock:
            self._read[file] = _stamp(file), content

    def _files(self, format_: StudyFormat) -> Mapping[str, Path]:
        found: dict[str, Path] = {}
        for root in self._roots:
            folder = root.joinpath(*format_.folder)
            try:
                files = sorted(p for p in folder.iterdir() if p.suffix == ".yaml" and not p.name.startswith("."))
            except OSError:  # a folder that is not there, or closed, holds nothing
                continue
            for file in files:
                found.setdefault(file.stem, file)
        return found

    def _whole(self, format_: StudyFormat) -> Iterator[Any]:
        """Yield all content of a format but what is broken."""
        for file in self._files(format_).values():
            content = self._load(file, format_)
            if not isinstance(content, ContentInvalid):
                yield content

    def _one(self, format_: StudyFormat, content_id: str) -> Any:  # noqa: ANN401 (of the format's type)
        file = self._files(format_).get(content_id)
        if file is None:
            raise NotFound(format_.name, content_id)
        content = self._load(file, format_)
        if isinstance(content, ContentInvalid):
            raise ContentInvalid(content.problems)
        return content

    def _load(self, file: Path, format_: StudyFormat) -> Any:  # noqa: ANN401 (of the format's type, or ContentInvalid)
        stamp = _stamp(file)
        with self._lock:
            known = self._read.get(file)
            if known and known[0] == stamp:
                return known[1]
            content = self._kept.get(file, stamp, format_.domain_type) if self._kept else None
            if content is None:
                content = _fresh(file, format_)
                if self._kept and not isinstance(content, ContentInvalid):
                    self._kept.put(file, stamp, format_.domain_type, content)
            self._read[file] = stamp, content
            return content


def _stamp(file: Path) -> Stamp:
    try:
        status = file.stat()
    except OSError:  # gone since it was listed: reading it tells
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _fresh(file: Path, format_: StudyFormat) -> Any:  # noqa: ANN401
    try:
        return study_content_from(read_yaml(file), format_, file.stem)
    except ContentInvalid as error:
        return error
