"""Where every line of a certificate stands: fields are broken into lines anew only when they have changed.

The letter after a mark needs room in the line. It is had by spacing out the mark's last character, so that the text
flows around the letter without the text itself being changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from kompetens_gui.domain.medical_certificate import FormField
from kompetens_gui.ui.widgets.certificate_lines import Line, Measured, ShapedLines, WordWidths, break_lines, measured
from kompetens_gui.ui.widgets.certificate_text import FieldText

_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class TextLook:
    """Fonts and measures of a certificate at one size, in device-independent pixels."""

    font: QFont
    line_height: float
    label_font: QFont
    label_line: float
    label_width: float
    text_width: float
    pad: float
    margin: float
    badge: float
    labels_above: bool
    words: WordWidths

    @property
    def badge_room(self) -> float:
        return self.badge * 1.45


_LEAST_BOX = 1.0


class FieldLayout:
    """One field of the form: its label, its text in lines, and where any range of characters stands."""

    def __init__(self, form_field: FormField, text: str) -> None:
        self.form_field = form_field
        self.text = FieldText(text)
        self.top = 0.0
        self.height = 0.0
        self.lines: tuple[Line, ...] = ()
        self.badge_ends: Mapping[int, int] = {}
        self._ends: list[int] = []
        self._shaped = ShapedLines()
        self._glyphs: list[tuple[QTextLayout, QTextLine] | None] = []
        self._measured: tuple[WordWidths, Measured] | None = None
        self._label = QTextLayout()
        self._look: TextLook | None = None
        self._text_at = QPointF()

    def lay_out(self, look: TextLook, badge_ends: Mapping[int, int]) -> None:
        """Break the text into lines; `badge_ends` tells how many letters stand after which characters."""
        if look is self._look and badge_ends == self.badge_ends:
            return
        if look is not self._look:
            self._lay_out_label(look)
        self._look, self.badge_ends = look, badge_ends
        count = self._lay_out_text(look)
        label_height = self._label.lineCount() * look.label_line
        beside = 0.0 if look.labels_above else look.label_width
        above = label_height if look.labels_above else 0.0
        self._text_at = QPointF(look.margin + beside, look.pad + above)
        text_height = count * look.line_height
        label_height += 0.0 if look.labels_above else look.line_height - look.label_line
        self.height = 2 * look.pad + (above + text_height if look.labels_above else max(label_height, text_height))

    @property
    def text_left(self) -> float:
        return self._text_at.x()

    @property
    def text_top(self) -> float:
        """Return where the first line begins, on the whole surface."""
        return self.top + self._text_at.y()

    def line_of(self, position: int) -> int:
        """Return the index of the line a character stands in."""
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.lines[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        return low

    def lines_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the range of lines (end excluded) that a stretch of the surface shows."""
        assert self._look is not None
        height = self._look.line_height
        first = int((top - self.text_top) // height)
        last = int((bottom - self.text_top) // height) + 1
        return max(0, first), min(len(self.lines), max(0, last))

    def stretch(self, first: int, last: int) -> tuple[float, float]:
        """Return where lines begin and end, on the whole surface."""
        assert self._look is not None
        return self.text_top + self.lines[first].top, self.text_top + self.lines[last].top + self._look.line_height

    def boxes(self, start: int, end: int, first_line: int = 0, last_line: int = 1 << 30) -> Iterator[QRectF]:
        """Yield the box of characters start..end on each line they stand on, on the whole surface."""
        assert self._look is not None
        for index in range(max(self.line_of(start), first_line), min(self.line_of(end - 1) + 1, last_line)):
            line = self.lines[index]
            left = self._x(index, max(start, line.start))
            right_at = min(end, line.end)
            right = self._x(index, right_at) - self.badge_ends.get(right_at, 0) * self._look.badge_room
            if right_at > max(start, line.start):
                # A mark that combines with a letter that is not there has no width of its own; it must still be seen.
                wide = max(_LEAST_BOX, right - left)
                yield QRectF(self.text_left + left, self.text_top + line.top, wide, self._look.line_height)

    def after(self, end: int) -> QPointF:
        """Return where the first letter after a mark begins: to the right of its last character, top of the line."""
        assert self._look is not None
        index = self.line_of(end - 1)
        right = max(0.0, self._x(index, end) - self.badge_ends.get(end, 0) * self._look.badge_room)
        return QPointF(self.text_left + right, self.text_top + self.lines[index].top)

    def position_at(self, point: QPointF) -> int:
        """Return the character under a point, the nearest one when there is none."""
        assert self._look is not None
        row = int((point.y() - self.text_top) // self._look.line_height)
        index = max(0, min(row, len(self.lines) - 1))
        line = self.lines[index]
        if line.end == line.start:
            return line.start
        at = self._line(index).xToCursor(point.x() - self.text_left) + self.text.to_qt(line.start)
        return max(line.start, min(self.text.from_qt(at), max(line.start, line.end - 1)))

    def draw_text(self, painter: QPainter, clip: QRectF) -> None:
        """Draw the glyphs of the lines that `clip` touches."""
        assert self._look is not None
        nudge = (self._look.line_height - self._look.words.height) / 2
        for index in range(*self.lines_between(clip.top(), clip.bottom())):
            line = self.lines[index]
            if line.end > line.start:
                at = QPointF(self.text_left, self.text_top + line.top + nudge)
                self._line(index).draw(painter, at)

    def draw_label(self, painter: QPainter, clip: QRectF) -> None:
        assert self._look is not None
        nudge = 0.0 if self._look.labels_above else (self._look.line_height - self._look.label_line) / 2
        self._label.draw(painter, QPointF(self._look.margin, self.top + self._look.pad + nudge), [], clip)

    def _x(self, line: int, position: int) -> float:
        if self.lines[line].end == self.lines[line].start:
            return 0.0
        at = self.text.to_qt(position) - self.text.to_qt(self.lines[line].start)
        x: float = self._line(line).cursorToX(at)[0]  # type: ignore[index]
        return x

    def _line(self, index: int) -> QTextLine:
        """Return a line's shaped glyphs."""
        glyphs = self._glyphs[index]
        if glyphs is None:
            glyphs = self._glyphs[index] = self._shape(index)
        return glyphs[1]

    def _shape(self, index: int) -> tuple[QTextLayout, QTextLine]:
        assert self._look is not None
        line, text = self.lines[index], self.text
        room = tuple(
            (text.to_qt(end) - text.to_qt(line.start), count * self._look.badge_room)
            for end, count in self._ends_between(line.start, line.end)
        )
        layout = self._shaped.shaped(text.text[line.start : line.end], room, self._look.font)
        return layout, layout.lineAt(0)

    def _ends_between(self, start: int, end: int) -> list[tuple[int, int]]:
        low, high = bisect_right(self._ends, start), bisect_right(self._ends, end)
        return [(at, self.badge_ends[at]) for at in self._ends[low:high]]

    def _lay_out_text(self, look: TextLook) -> int:
        self._ends = sorted(self.badge_ends)
        extra: dict[int, float] = {}
        for end, count in self.badge_ends.items():
            word = self.text.word_at(end - 1)
            extra[word] = extra.get(word, 0.0) + count * look.badge_room
        if self._measured is None or self._measured[0] is not look.words:
            self._measured = look.words, measured(self.text, look.words)
        words = self._measured[1]
        self.lines = break_lines(self.text, words, look.words, look.text_width, look.line_height, extra)
        self._glyphs = [None] * len(self.lines)
        return len(self.lines)

    def _lay_out_label(self, look: TextLook) -> None:
        title = f"{self.form_field.number}. {hyphenated(self.form_field.title)}"
        self._label = QTextLayout(title, look.label_font)
        self._label.setCacheEnabled(True)
        width = look.text_width if look.labels_above else look.label_width - look.label_line * 0.75
        _break_lines(self._label, width, look.label_line, look.label_font)


def hyphenated(title: str) -> str:
    """Let the long words of the form's titles break where Swedish breaks them."""
    for word in (
        "Funktions|nedsättning",
        "Aktivitets|begränsning",
        "Smittbärar|penning",
        "Arbets|tidens",
        "Syssel|sättning",
        "arbets|uppgifter",
        "kunskaps|stödet",
        "upp|lysningar",
        "för|läggning",
    ):
        title = title.replace(word.replace("|", ""), word.replace("|", _SOFT_HYPHEN))
    return title


def _break_lines(layout: QTextLayout, width: float, height: float, font: QFont) -> None:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    nudge = (height - QFontMetricsF(font).height()) / 2
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, (layout.lineCount() - 1) * height + nudge))
    layout.endLayout()
