"""Reading papers back the way a reader's program does."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pypdfium2 as pdfium
from docx import Document
from PIL import Image
from pypdf import PdfReader

A4 = (595.28, 841.89)


class Glyph(NamedTuple):
    """A drawn character and its tight box."""

    page: int
    place: int
    character: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)

    def shared(self, other: Glyph) -> float:
        """Return the area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(0.0, wide) * max(0.0, high)


def page_texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def drawing_order(pdf: bytes) -> str:
    """Return the first page's text in the order it is drawn, which is the order it is read aloud in."""
    text: str = pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range()
    return text


def squeezed(text: str) -> str:
    """Return text without white space: line breaks on paper fall anywhere."""
    return "".join(text.split())


def glyphs(pdf: bytes) -> Iterator[Glyph]:
    document = pdfium.PdfDocument(pdf)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            if character.strip():
                yield Glyph(number, index, character, *text.get_charbox(index))


def outside(pdf: bytes, margin: float = 30) -> list[Glyph]:
    """Return the characters that reach into the margins."""
    width, height = A4
    return [
        g
        for g in glyphs(pdf)
        if g.left < margin or g.right > width - margin or g.bottom < margin or g.top > height - margin
    ]


def overlapping(pdf: bytes) -> list[tuple[str, str]]:
    """Return pairs of characters of which one covers more than a fifth of the other; neighbours in a word may."""
    found = []
    pages: dict[int, list[Glyph]] = {}
    for glyph in glyphs(pdf):
        pages.setdefault(glyph.page, []).append(glyph)
    for drawn in pages.values():
        drawn.sort(key=lambda g: -g.top)
        for i, one in enumerate(drawn):
            for other in drawn[i + 1 :]:
                if other.top <= one.bottom:
                    break
                if abs(one.place - other.place) > 1 and one.shared(other) > 0.2 * min(one.area, other.area):
                    found.append((one.character, other.character))
    return found


def page_picture(pdf: bytes, scale: float) -> Image.Image:
    """Return the first page as a grey picture."""
    picture: Image.Image = pdfium.PdfDocument(pdf)[0].render(scale=scale).to_pil().convert("L")
    return picture


def docx_text(data: bytes) -> str:
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footers = [p.text for section in document.sections for p in section.footer.paragraphs]
    return "\n".join([*(p.text for p in document.paragraphs), *cells, *footers])
