"""Writing on a canvas: single words, lines, lists in two columns, and the word across a paper that no longer counts."""

from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents import colours
from kompetens_gui.documents.fitting import Fitted
from kompetens_gui.documents.fonts import REGULAR, SEMIBOLD, Fonts
from kompetens_gui.documents.pages import HEIGHT, WIDTH

TIGHT = 1.25


class Writing:
    """A canvas with the typeface of all papers."""

    def __init__(self, canvas: Canvas, fonts: Fonts) -> None:
        self._canvas = canvas
        self._fonts = fonts

    def _text(self, x: float, y: float, text: str, font: str, size: float, colour: object) -> None:
        self._canvas.setFillColor(colour)
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, y, text)

    def _right(self, x: float, y: float, text: str, size: float, colour: object) -> None:
        text = self._fonts.one_line(text)
        self._text(x - self._fonts.width(text, REGULAR, size), y, text, REGULAR, size, colour)

    def _lines(self, x: float, y: float, fitted: Fitted, colour: object, leading: float = 0) -> float:
        """Draw lines downwards; returns the height of the last one."""
        leading = leading or fitted.size * 1.25
        for number, line in enumerate(fitted.lines):
            at = x
            for run in line:
                self._text(at, y - leading * number, run.text, run.font, fitted.size, colour)
                at += self._fonts.width(run.text, run.font, fitted.size) if len(line) > 1 else 0
        return y - leading * (len(fitted.lines) - 1)


def mark_invalid(canvas: Canvas, fonts: Fonts, word: str, detail: str) -> None:
    """Lay a large framed word across the page: this paper no longer counts."""
    canvas.saveState()
    canvas.translate(WIDTH / 2, HEIGHT / 2 - 20)
    canvas.rotate(38)
    canvas.setFillAlpha(0.5)
    canvas.setStrokeAlpha(0.5)
    canvas.setFillColor(colours.MISSING)
    canvas.setStrokeColor(colours.MISSING)
    canvas.setLineWidth(3)
    width = max(fonts.width(word, SEMIBOLD, 72), fonts.width(detail, SEMIBOLD, 20)) + 48
    canvas.roundRect(-width / 2, -62, width, 124, 10)
    canvas.setFont(SEMIBOLD, 72)
    canvas.drawCentredString(0, -8, word)
    canvas.setFont(SEMIBOLD, 20)
    canvas.drawCentredString(0, -42, detail)
    canvas.restoreState()


def in_columns(items: list[Fitted]) -> tuple[list[Fitted], list[Fitted]]:
    """Break the list where the longer column is shortest, the first one the longer when it may be either."""
    lines = [len(item.lines) for item in items]
    half = min(range(len(items) + 1), key=lambda i: (max(sum(lines[:i]), sum(lines[i:])), -i))
    return items[:half], items[half:]


def column_height(column: list[Fitted], leading: float) -> float:
    return sum(leading + item.size * TIGHT * (len(item.lines) - 1) for item in column)
