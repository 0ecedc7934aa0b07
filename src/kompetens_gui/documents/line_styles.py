"""The line each kind is known by when colour is gone: D solid, F dashed, A dotted, W dash-dot, B double."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents import colours
from kompetens_gui.documents.fonts import BOLD, Fonts
from kompetens_gui.domain.chain import SpanKind


@dataclass(frozen=True)
class LineStyle:
    """Colour and pattern; `double` draws two thin lines."""

    colour: Color
    pattern: tuple[float, ...] = ()
    double: bool = False
    round: bool = False


LINE_STYLES: Mapping[SpanKind, LineStyle] = {
    SpanKind.DIAGNOSIS: LineStyle(colours.DIAGNOSIS),
    SpanKind.FUNCTION: LineStyle(colours.FUNCTION, (5, 2.5)),
    SpanKind.ACTIVITY: LineStyle(colours.ACTIVITY, (0.01, 4.4), round=True),
    SpanKind.WORK_TASK: LineStyle(colours.WORK_TASK, (7, 2.5, 1.5, 2.5)),
    SpanKind.BASIS: LineStyle(colours.BASIS, double=True),
}


def kind_line(canvas: Canvas, kind: SpanKind, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a straight line in the manner of a kind."""
    style = LINE_STYLES[kind]
    canvas.saveState()
    canvas.setStrokeColor(style.colour)
    canvas.setLineCap(1 if style.round else 0)
    canvas.setLineWidth(0.9 if style.double else 2.4)
    canvas.setDash(*((list(style.pattern), 0) if style.pattern else ((), 0)))
    for shift in (-1.2, 1.2) if style.double else (0,):
        upright = start[0] == end[0]
        dx, dy = (shift, 0) if upright else (0, shift)
        canvas.line(start[0] + dx, start[1] + dy, end[0] + dx, end[1] + dy)
    canvas.restoreState()


def kind_letter(canvas: Canvas, fonts: Fonts, kind: SpanKind, x: float, y: float, size: float = 14) -> None:
    """Draw the letter of a kind in its filled square, lower left corner at x, y."""
    canvas.setFillColor(LINE_STYLES[kind].colour)
    canvas.roundRect(x, y, size, size, size / 6, stroke=0, fill=1)
    canvas.setFillColor(colours.WHITE)
    letter, font_size = kind.value, size * 0.72
    canvas.setFont(BOLD, font_size)
    canvas.drawString(x + (size - fonts.width(letter, BOLD, font_size)) / 2, y + size * 0.26, letter)
