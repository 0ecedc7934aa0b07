"""A text for the room with words marked: a tint, a line under it and the letters of the types after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.widgets.certificate_text import FieldText
from kompetens_gui.ui.widgets.impulse_letter import paint_impulse_letter
from kompetens_gui.ui.widgets.painted import PaintedWidget

_STEPS: Final = 8
_LEADING: Final = 1.5
_SPACE: Final = "\N{NO-BREAK SPACE}"
_CHIP: Final = 0.9


class RoomMark(NamedTuple):
    """Characters start..end with the letter of a type, and how many groups marked them; own, or lifted by the case."""

    start: int
    end: int
    letter: str
    groups: int
    own: bool

    @property
    def words(self) -> str:
        return f"{self.letter}{_SPACE}{self.groups}" if self.groups > 1 else self.letter


class _Chip(NamedTuple):
    """Where room was made for a letter in the text that is drawn: its first and last character there."""

    mark: RoomMark
    start: int
    end: int


class MarkedText(PaintedWidget):
    """Plain text as large as its place allows, from that of a certificate down to `meta`, with its marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._marks: tuple[RoomMark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str, marks: Sequence[RoomMark]) -> None:
        if (text, tuple(marks)) == (self._text, self._marks):
            return
        self._text, self._marks = text, tuple(sorted(marks, key=lambda m: (m.end, m.start, not m.own)))
        said = [f"{mark.words}: {text[mark.start : mark.end]}" for mark in self._marks]
        self.setAccessibleName(text)
        self.setAccessibleDescription(". ".join(said))
        self.update()

    def marks(self) -> tuple[RoomMark, ...]:
        return self._marks

    def is_whole(self) -> bool:
        """Tell whether all of the text has room."""
        layout, _, _ = self._fit()
        return layout.lineCount() * layout.font().pixelSize() * _LEADING <= self.height()

    def sizeHint(self) -> QSize:
        return QSize(self.px(600), self.px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, chips, shown = self._fit()
        font = layout.font()
        for mark in self._marks:
            span = self._moved(mark.start, chips), self._moved(mark.end, chips, end=True)
            self._paint_ground(painter, layout, shown, span, mark)
        painter.setPen(QColor(self.tokens().text))
        layout.draw(painter, QPointF(0, 0))
        side = font.pixelSize() * _CHIP
        for chip in chips:
            line = layout.lineForTextPosition(shown.to_qt(chip.start))
            if line.isValid():
                left = _x(line, shown.to_qt(chip.start)) + font.pixelSize() * 0.2
                right = _x(line, shown.to_qt(chip.end))
                top = line.y() + (line.ascent() + line.descent() - side) / 2
                box = QRectF(left, top, right - left - font.pixelSize() * 0.1, side)
                paint_impulse_letter(painter, box, chip.mark.words, self.tokens(), own=chip.mark.own)
        painter.end()

    def _fit(self) -> tuple[QTextLayout, list[_Chip], FieldText]:
        """Find the first size from above at which all of it has room."""
        largest = self.level_font("medical-certificate").pixelSize()
        least = self.level_font("meta").pixelSize()
        for step in range(_STEPS):
            font = QFont(self.level_font("medical-certificate"))
            font.setPixelSize(round(largest - (largest - least) * step / (_STEPS - 1)))
            words, chips = self._with_chips(font)
            layout, height = self._lay_out(words, font)
            if height <= self.height():
                break
        return layout, chips, FieldText(words)

    def _with_chips(self, font: QFont) -> tuple[str, list[_Chip]]:
        """Return the text with room made for a letter after each mark."""
        metrics = QFontMetricsF(font)
        space = metrics.horizontalAdvance(_SPACE)
        words, at, chips = "", 0, []
        for mark in self._marks:
            words += self._text[at : mark.end]
            at = mark.end
            width = max(font.pixelSize() * _CHIP, metrics.horizontalAdvance(mark.words) + font.pixelSize() * 0.3)
            count = int((width + font.pixelSize() * 0.3) // space) + 1
            chips.append(_Chip(mark, len(words), len(words) + count))
            words += _SPACE * count
        return words + self._text[at:], chips

    def _lay_out(self, words: str, font: QFont) -> tuple[QTextLayout, float]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(words.replace("\n", "\N{LINE SEPARATOR}"), font)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width()))
            line.setPosition(QPointF(0, y))
            y += font.pixelSize() * _LEADING
        layout.endLayout()
        return layout, y

    def _moved(self, position: int, chips: list[_Chip], *, end: bool = False) -> int:
        """Return where a character of the text stands once room has been made for letters before it."""
        moved = position
        for chip in chips:
            if chip.mark.end < position or (chip.mark.end == position and not end):
                moved += chip.end - chip.start
        return moved

    def _paint_ground(
        self, painter: QPainter, layout: QTextLayout, shown: FieldText, span: tuple[int, int], mark: RoomMark
    ) -> None:
        tokens = self.tokens()
        first, last = shown.to_qt(span[0]), shown.to_qt(span[1])
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if low >= high:
                continue
            left, right = _x(line, low), _x(line, high)
            bottom = line.y() + line.ascent() + line.descent()
            if mark.own:
                painter.fillRect(QRectF(left, line.y(), right - left, bottom - line.y()), QColor(tokens.accent_tint))
            pen = QPen(QColor(tokens.accent if mark.own else tokens.text), self.px(4))
            if not mark.own:
                pen.setDashPattern([2.2, 1.6])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            y = bottom + self.px(1 if mark.own else 8)
            painter.drawLine(QLineF(left, y, right, y))


def _x(line: QTextLine, position: int) -> float:
    found: float = line.cursorToX(position)[0]  # type: ignore[index]  # PySide6 gives a pair
    return found
