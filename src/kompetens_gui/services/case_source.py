"""Where cases come from, as whoever keeps an index of them sees it.

Scanning is cheap: it looks at names, times and sizes. Reading is dear: do it only for files that have changed since the
index last saw them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kompetens_gui.domain.case import Case
from kompetens_gui.domain.errors import ContentProblem


class ChainState(StrEnum):
    """How the chain of a case's first certificate stands in its first key: what a leader chooses cases by."""

    WHOLE = "whole"
    NO_FUNCTION = "no_function"
    NO_ACTIVITY = "no_activity"
    NO_LINK = "no_link"
    NOT_ASKED_FOR = "not_asked_for"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class CaseFile:
    """A case file on disk. When path, time and size are as before, so is the content."""

    path: Path
    mtime_ns: int
    size: int


@dataclass(frozen=True)
class IndexedCase:
    """What an index keeps of a case file: for filters, for search, and the case itself.

    A broken file has `problems`, no `case`, and its folder's name as id and title. `words` is all text worth searching.
    """

    file: CaseFile
    sha256: str
    id: str
    title: str
    status: str = ""
    occupation: str = ""
    diagnosis: str = ""
    diagnosis_codes: tuple[str, ...] = ()
    diagnosis_group: str = ""
    difficulty: int = 0
    sex: str = ""
    age: int = 0
    situation: str = ""
    day: int = 0
    chain_state: ChainState = ChainState.UNKNOWN
    audience: tuple[str, ...] = ()
    competence_areas: tuple[str, ...] = ()
    words: str = ""
    case: Case | None = None
    problems: tuple[ContentProblem, ...] = ()

    @property
    def is_broken(self) -> bool:
        return self.case is None


class CaseSource(Protocol):
    """Finds case files and reads them."""

    def scan(self) -> Iterator[CaseFile]:
        """Yield every case file without opening it, in order of path."""

    def read(self, file: CaseFile) -> IndexedCase:
        """Read one file. Never raises for what stands in it: a broken file comes back with its problems."""
