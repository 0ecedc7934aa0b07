"""The organisation's logotype, read with care: the file comes from a person's disk and may be anything."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.domain.errors import FileUnreadable

LARGEST_FILE = 20_000_000
LARGEST_PICTURE = 40_000_000
SHARPEST = (1200, 600)


@dataclass(frozen=True)
class Logotype:
    """A picture with its size in pixels."""

    picture: ImageReader
    width: int
    height: int

    def draw(self, canvas: Canvas, x: float, middle: float, box: tuple[float, float]) -> None:
        """Draw it with its left edge at `x`, centred on the height `middle`, as large as the box lets it be."""
        scale = min(box[0] / self.width, box[1] / self.height)
        height = self.height * scale
        canvas.drawImage(self.picture, x, middle - height / 2, self.width * scale, height)


def read_logotype(path: Path | None) -> Logotype | None:
    """Read a PNG or JPEG. Raises FileUnreadable with the reason missing, not_an_image or too_large."""
    if path is None:
        return None
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileUnreadable(str(path), "too_large")
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(str(path), "missing") from error
    picture = _opened(data, path)
    return Logotype(ImageReader(picture), *picture.size)


def _opened(data: bytes, path: Path) -> Image.Image:
    """Return the picture flattened on white paper; the paper knows neither transparency nor print colours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as found:
                if found.width * found.height > LARGEST_PICTURE:
                    raise FileUnreadable(str(path), "too_large")
                coloured = found.convert("RGBA")
        except Image.DecompressionBombError as error:
            raise FileUnreadable(str(path), "too_large") from error
        except (OSError, ValueError, SyntaxError) as error:
            raise FileUnreadable(str(path), "not_an_image") from error
    coloured.thumbnail(SHARPEST)
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    return paper
