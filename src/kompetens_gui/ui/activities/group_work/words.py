"""What the parts of group work are called."""

from __future__ import annotations

from datetime import UTC, datetime
from math import ceil

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.activities.group_work.events import GroupStatus, ReadingPart
from kompetens_gui.domain.activities.group_work.state import GroupTimer
from kompetens_gui.ui.widgets.tags import Status

translate = QCoreApplication.translate


def status_word(status: GroupStatus) -> tuple[str, Status]:
    """Name where a group stands, and the colour that goes with the word."""
    words: dict[GroupStatus, tuple[str, Status]] = {
        GroupStatus.WORKING: (translate("GroupWork", "Arbetar"), "neutral"),
        GroupStatus.DONE: (translate("GroupWork", "Klar"), "ok"),
        GroupStatus.HELP: (translate("GroupWork", "Vill ha hjälp"), "warn"),
    }
    return words[status]


def part_word(part: ReadingPart) -> str:
    """Name a part of a material's reading."""
    return {
        ReadingPart.KNOWN: translate("GroupWork", "Det här vet vi"),
        ReadingPart.UNKNOWN: translate("GroupWork", "Det här vet vi inte"),
        ReadingPart.IMPULSES: translate("GroupWork", "Impulser"),
        ReadingPart.STEPS: translate("GroupWork", "Möjliga steg"),
        ReadingPart.CALLS: translate("GroupWork", "Vem ringer vem"),
        ReadingPart.IF_NOTHING: translate("GroupWork", "Om inget görs"),
    }[part]


def time_words(timer: GroupTimer) -> str:
    """Write what is left of a timer as mm:ss; no second is over before it is out."""
    left = ceil(timer.seconds_left(now_like(timer.since)))
    return f"{left // 60:02}:{left % 60:02}"


def now_like(moment: datetime | None) -> datetime:
    """Return the present as it can be compared with a moment: with a zone or without."""
    return datetime.now() if moment is not None and moment.tzinfo is None else datetime.now(UTC)


def is_over(timer: GroupTimer) -> bool:
    """Tell whether a timer has run out."""
    return timer.since is not None and timer.seconds_left(now_like(timer.since)) <= 0
