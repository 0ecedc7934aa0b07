"""Where things stand on the time line: dates on a true scale, words in lanes above and below so that none overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LIMITS = (91, 181, 366)
"""The first days of the chain's later intervals."""


def day_one(start: date, earlier_days: int) -> date:
    """Return the date that counts as day 1, also when days of an earlier period are joined to this one."""
    return start - timedelta(days=earlier_days)


@dataclass(frozen=True)
class Mark:
    """Something on the line. `strong` marks the day that is examined."""

    on: date
    text: str
    strong: bool = False


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its point on the line, the left edge of its words, and its lane: 1, 2 … above, −1, −2 … below."""

    mark: Mark
    x: float
    left: float
    lane: int


@dataclass(frozen=True)
class Scale:
    """Dates to pixels, between `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        span = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (day - self.first).days / span


def marks_of(
    start: date, exam: date, events: Sequence[tuple[date, str]], exam_words: str, start_words: str
) -> list[Mark]:
    """Return the marks in order of time; what happens on the same day becomes one mark."""
    texts: dict[date, list[str]] = {}
    for on, text in events:
        texts.setdefault(on, []).append(text)
    texts.setdefault(start, [start_words])
    texts.setdefault(exam, [exam_words])
    return [Mark(on, ". ".join(texts[on]), on == exam) for on in sorted(texts)]


def place(marks: Sequence[Mark], scale: Scale, word_width: float, gap: float) -> list[PlacedMark]:
    """Give every mark the nearest lane that is free, above and below in turn."""
    placed: list[PlacedMark] = []
    free: dict[int, float] = {}
    lanes = [lane for n in range(1, len(marks) + 1) for lane in (n, -n)]
    for mark in marks:
        x = scale.x(mark.on)
        left = min(max(x - word_width / 2, scale.left - gap), scale.right + gap - word_width)
        lane = next(each for each in lanes if free.get(each, float("-inf")) <= left)
        free[lane] = left + word_width + gap
        placed.append(PlacedMark(mark, x, left, lane))
    return placed


def lane_heights(placed: Sequence[PlacedMark], height: Callable[[Mark], float]) -> dict[int, float]:
    """Return the height of each lane in use: that of its highest words."""
    heights: dict[int, float] = {}
    for each in placed:
        heights[each.lane] = max(heights.get(each.lane, 0.0), height(each.mark))
    return heights
