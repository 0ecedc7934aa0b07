"""Files of content in folders laid out as `resources`: read when asked for, and kept."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kompetens_gui.content.study.checks import head_of
from kompetens_gui.content.study.format import StudyFormat
from kompetens_gui.content.study.kept import KeptContent
from kompetens_gui.content.study.loading import study_content_from
from kompetens_gui.content.yaml_reader import read_yaml
from kompetens_gui.domain.case import CaseStatus
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem, NotFound
from kompetens_gui.domain.study.common import StudyContentHead

Stamp = tuple[int, int]


class ContentFiles:
    """What the files of any format hold. Of two files with the same id the first folder's counts.

    May be used from several threads.
    """

    def __init__(self, roots: Sequence[Path], kept: KeptContent | None = None) -> None:
        self._roots = tuple(roots)
        self._kept = kept
        self._lock = threading.RLock()
        self._read: dict[Path, tuple[Stamp, Any]] = {}

    def files(self, format_: StudyFormat) -> Mapping[str, Path]:
        """Return the files of a format by id, in order. Nothing is opened."""
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

    def one(self, format_: StudyFormat, content_id: str) -> Any:  # noqa: ANN401 (of the format's type)
        """Return one piece of content. Raises NotFound, or ContentInvalid when its file is broken."""
        file = self.files(format_).get(content_id)
        if file is None:
            raise NotFound(format_.name, content_id)
        content = self._load(file, format_)[1]
        if isinstance(content, ContentInvalid):
            raise ContentInvalid(content.problems)
        return content

    def whole(self, format_: StudyFormat) -> Iterator[tuple[Stamp, Any]]:
        """Yield all content of a format but what is broken, each with what its file's time and size were."""
        for file in self.files(format_).values():
            stamp, content = self._load(file, format_)
            if not isinstance(content, ContentInvalid):
                yield stamp, content

    def heads(self, format_: StudyFormat) -> Sequence[StudyContentHead]:
        """Return the heads of all that is ready."""
        heads = (head_of(content) for _, content in self.whole(format_))
        return tuple(h for h in heads if h is not None and h.status == CaseStatus.READY)

    def problems(self) -> Sequence[ContentProblem]:
        """Return what is wrong with the files that were read so far."""
        with self._lock:
            broken = [content for _, content in self._read.values() if isinstance(content, ContentInvalid)]
        return tuple(problem for error in broken for problem in error.problems)

    def know(self, file: Path, content: object) -> None:
        """Take content that was read from a file elsewhere just now, so that the file need not be read again."""
        with self._lock:
            self._read[file] = _stamp(file), content

    def _load(self, file: Path, format_: StudyFormat) -> tuple[Stamp, Any]:
        """Return a file's stamp with its content, or with the ContentInvalid that says what is wrong."""
        stamp = _stamp(file)
        with self._lock:
            known = self._read.get(file)
            if known and known[0] == stamp:
                return known
            content = self._kept.get(file, stamp, format_.domain_type) if self._kept else None
            if content is None:
                content = _fresh(file, format_)
                if self._kept and not isinstance(content, ContentInvalid):
                    self._kept.put(file, stamp, format_.domain_type, content)
            self._read[file] = stamp, content
            return stamp, content


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
