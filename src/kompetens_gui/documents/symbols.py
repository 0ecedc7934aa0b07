"""The signs for D, F and A on paper: square, circle, diamond, so that grey prints tell them apart."""

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents import colours

_FAINT_BRAND: Color = HexColor("#88999C")


def square(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.setFillColor(colours.DIAGNOSIS)
    canvas.roundRect(x - size / 2, y - size / 2, size, size, size / 5, stroke=0, fill=1)


def circle(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.setFillColor(colours.FUNCTION_SYMBOL)
    canvas.circle(x, y, size / 2, stroke=0, fill=1)


def diamond(canvas: Canvas, x: float, y: float, size: float) -> None:
    half = size / 2
    path = canvas.beginPath()
    path.moveTo(x, y + half)
    for dx, dy in ((half, 0), (0, -half), (-half, 0)):
        path.lineTo(x + dx, y + dy)
    path.close()
    canvas.setFillColor(colours.ACTIVITY)
    canvas.drawPath(path, stroke=0, fill=1)


def product_symbol(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw the three signs joined to one, centred on x, y."""
    unit = size / 32
    canvas.setStrokeColor(_FAINT_BRAND)
    canvas.setLineWidth(2.4 * unit)
    canvas.setLineCap(1)
    top = (x, y + 6 * unit)
    for side in (-7, 7):
        canvas.line(x + side * unit, y - 5.5 * unit, *top)
    square(canvas, x - 8 * unit, y - 7 * unit, 11 * unit)
    circle(canvas, x, y + 7.5 * unit, 11.6 * unit)
    diamond(canvas, x + 7 * unit, y - 6.5 * unit, 13.2 * unit)
