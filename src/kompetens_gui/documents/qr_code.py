"""A QR code as few rectangles: dark modules beside each other become one."""

from collections.abc import Iterator, Sequence

import segno
from reportlab.pdfgen.canvas import Canvas


def draw_qr_code(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """Draw a code with its lower left corner at x, y."""
    # The standard lets the maker choose the mask. Trying all eight is most of the work and gains nothing on paper.
    matrix = segno.make(text, error="m", micro=False, boost_error=False, mask=2).matrix
    module = size / len(matrix)
    path = " ".join(f"{a} {b} {length} 1 re" for a, b, length in _dark_runs(matrix))
    # Canvas.rect for each run would cost ten times as much as handing over the finished path.
    canvas._code.append(f"q {module:.4f} 0 0 {module:.4f} {x:.2f} {y:.2f} cm {path} f Q")  # noqa: SLF001


def _dark_runs(matrix: Sequence[bytes | bytearray]) -> Iterator[tuple[int, int, int]]:
    """Yield (x, y from below, length) of every unbroken dark run."""
    last = len(matrix) - 1
    for row, line in enumerate(matrix):
        at = line.find(1)
        while at >= 0:
            end = line.find(0, at)
            end = end if end >= 0 else len(line)
            yield at, last - row, end - at
            at = line.find(1, end)
