"""What the case bank is joined from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.services.ports import CaseIndex
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.shell.notices import Notices


def _nothing_used() -> Mapping[CaseId, int]:
    return {}


def _no_problems() -> Sequence[ContentProblem]:
    return ()


@dataclass(frozen=True)
class CasesParts:
    """`case_use` and `problems` are called in the background; `own_folder` is where a person puts cases of their own.

    `case_use` tells in how many started sessions each case has been used, `problems` all that is wrong in the bank.
    """

    tasks: Tasks
    notices: Notices
    index: CaseIndex
    own_folder: Path
    open_folder: Callable[[Path], object]
    case_use: Callable[[], Mapping[CaseId, int]] = _nothing_used
    problems: Callable[[], Sequence[ContentProblem]] = _no_problems
