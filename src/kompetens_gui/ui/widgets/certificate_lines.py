"""Breaks a field's text into lines from the widths of its words, which are measured once per font.

Qt's own text layout would shape the whole field again whenever a mark's letter needs room. Here only the lines that are
seen are shaped, and those that are as before are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout

from kompetens_gui.ui.widgets.certificate_text import FieldText


@dataclass(frozen=True)
class Line:
    """A line of a field: characters start..end (white space at the end left out) and its top in the field."""

    start: int
    end: int
    top: float


class WordWidths:
    """Widths of words in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._known: dict[str, float] = {" ": self._metrics.horizontalAdvance(" ")}
        self.height = self._metrics.height()

    def of(self, word: str) -> float:
        width = self._known.get(word)
        if width is None:
            width = self._known[word] = self._metrics.horizontalAdvance(word)
        return width

    def fitting(self, word: str, width: float) -> int:
        """Return how many characters of a word that is too long fit; at least one."""
        count = len(word)
        while count > 1 and self._metrics.horizontalAdvance(word[:count]) > width:
            count -= 1
        return count


@dataclass(frozen=True)
class Measured:
    """What breaking lines needs to know of a field's words in one font: widths, and gaps and breaks before them."""

    widths: list[float]
    gaps: list[float]
    breaks: list[int]


def measured(text: FieldText, widths: WordWidths) -> Measured:
    """Measure a field's words; done once per font."""
    space = widths.of(" ")
    own, gaps, breaks = [], [], []
    end = 0
    for index, (first, last) in enumerate(text.words):
        own.append(widths.of(text.text[first:last]))
        gaps.append(space * (first - end) if index else 0.0)
        breaks.append(text.text.count("\n", end, first) if index else 0)
        end = last
    return Measured(own, gaps, breaks)


def break_lines(
    text: FieldText, words: Measured, widths: WordWidths, width: float, height: float, extra: Mapping[int, float]
) -> tuple[Line, ...]:
    """Return lines of at most a width; `extra` is what words need beside their own width, by word index."""
    found: list[tuple[int, int]] = []
    start = end = text.words[0][0] if text.words else 0
    used = 0.0
    rows = zip(text.words, words.widths, words.gaps, words.breaks, strict=True)
    for index, ((first, last), own, gap, breaks) in enumerate(rows):
        wide = own + extra[index] if index in extra else own
        if index and (breaks or used + gap + wide > width):
            found.append((start, end))
            if breaks > 1:
                found.append((end, end))
            start, used = first, wide
        else:
            used += gap + wide
        if wide > width:
            start = _chop(text.text, first, last, widths, width, found)
            used = widths.of(text.text[start:last]) + extra.get(index, 0.0)
        end = last
    found.append((start, end))
    return tuple(Line(a, b, place * height) for place, (a, b) in enumerate(found))


def _chop(text: str, first: int, last: int, widths: WordWidths, width: float, found: list[tuple[int, int]]) -> int:
    """Break a word that is wider than a line; return where its last piece begins."""
    while last - first > 1:
        count = widths.fitting(text[first:last], width)
        if count >= last - first:
            break
        found.append((first, first + count))
        first += count
    return first


class ShapedLines:
    """Shapes lines when they are asked for, and keeps those that come back."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, tuple[tuple[int, float], ...]], QTextLayout] = {}
        self._font: QFont | None = None

    def shaped(self, text: str, room: tuple[tuple[int, float], ...], font: QFont) -> QTextLayout:
        """Return a line laid out without breaks; `room` is what follows which character, in Qt's units."""
        if font is not self._font:
            self._kept, self._font = {}, font
        layout = self._kept.get((text, room))
        if layout is None:
            if len(self._kept) > 2 * _MOST:
                self._kept = dict(list(self._kept.items())[-_MOST:])
            layout = self._kept[text, room] = _shape(text, room, font)
        return layout


_MOST = 300


def _shape(text: str, room: tuple[tuple[int, float], ...], font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    ranges = []
    for after, extra in room:
        wide = QFont(font)
        wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, extra)
        look = QTextCharFormat()
        look.setFont(wide)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = after - 1, 1, look
        ranges.append(found)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(1e6)
    layout.endLayout()
    return layout
