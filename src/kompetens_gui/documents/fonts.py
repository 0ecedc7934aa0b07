"""The typeface of all papers, read once per folder and shared by every file made after that."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFError
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kompetens_gui.domain.errors import FileUnreadable

LIGHT, REGULAR, SEMIBOLD, BOLD = "Kompetens-Light", "Kompetens-Regular", "Kompetens-Semibold", "Kompetens-Bold"
_FILES = {
    LIGHT: "SourceSans3-Light.ttf",
    REGULAR: "SourceSans3-Regular.ttf",
    SEMIBOLD: "SourceSans3-Semibold.ttf",
    BOLD: "SourceSans3-Bold.ttf",
}
UNKNOWN = "□"

# Base-85 makes every stream a quarter larger and slower, for printers that nobody has any longer.
rl_config.useA85 = 0


@dataclass(frozen=True)
class Fonts:
    """Says which characters the typeface can draw and how wide they are."""

    folder: Path
    known: frozenset[int]

    def drawable(self, text: str) -> str:
        """Return the text with what the typeface lacks (emoji, other scripts) as an empty box, on one line or more."""
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
        if self.known.issuperset(map(ord, text)):
            return text
        return "".join(self._drawable(c) for c in text)

    def one_line(self, text: str) -> str:
        """Return the text drawable and with every run of white space as one space."""
        return " ".join(self.drawable(text).split())

    def width(self, text: str, font: str, size: float) -> float:
        """Return the width in points."""
        return float(pdfmetrics.getFont(font).stringWidth(text, size))

    def _drawable(self, character: str) -> str:
        if ord(character) in self.known or character == "\n":
            return character
        # Controls, joiners and variation selectors have no picture of their own; spaces of odd widths become spaces.
        category = unicodedata.category(character)
        if category in ("Zs", "Zl", "Zp"):
            return " "
        return "" if category in ("Cc", "Cf", "Mn", "Me") else UNKNOWN


@lru_cache(maxsize=4)
def load_fonts(folder: Path) -> Fonts:
    """Read the typeface from `folder`; a second call costs nothing. Raises FileUnreadable when a file is missing."""
    known: set[int] | None = None
    for name, file in _FILES.items():
        path = folder / file
        try:
            font = TTFont(name, str(path))
        except (TTFError, PDFError, OSError) as error:
            raise FileUnreadable(str(path), "missing_font") from error
        _reuse_subsets(font)
        pdfmetrics.registerFont(font)
        characters = {c for c in font.face.charToGlyph if c >= 32}
        known = characters if known is None else known & characters
    for bold, italic, name in ((0, 0, REGULAR), (1, 0, SEMIBOLD), (0, 1, REGULAR), (1, 1, SEMIBOLD)):
        addMapping(REGULAR, bold, italic, name)
    return Fonts(folder, frozenset(known or ()) | {ord("\n")})


def _reuse_subsets(font: TTFont) -> None:
    """Let files with the same characters share the work of cutting the font down: it is the dear part of a file.

    The parser walks the font file with one position of its own, so two threads may not cut at once.
    """
    cut: Callable[[tuple[int, ...]], bytes] = lru_cache(maxsize=32)(font.face.makeSubset)
    lock = Lock()

    def shared(subset: Iterable[int]) -> bytes:
        with lock:
            return cut(tuple(subset))

    font.face.makeSubset = shared
