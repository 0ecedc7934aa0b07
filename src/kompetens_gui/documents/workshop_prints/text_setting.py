"""Text set in lines: styles, and breaking words over lines as quickly as it can be done.

Words come back all the time and papers in several copies, so widths of words and finished lines are kept for as long
as the file is made.
"""

from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents import colours
from kompetens_gui.documents.fonts import BOLD, REGULAR, SEMIBOLD, Fonts

Segment = tuple[str, str]
Line = tuple[Segment, ...]
"""A line as pieces of (font, text)."""


@dataclass(frozen=True)
class Style:
    """How text is set; `before` and `after` is room above and below, in points."""

    size: float
    leading: float
    font: str = REGULAR
    colour: Color = colours.TEXT
    before: float = 0
    after: float = 0

    def __hash__(self) -> int:
        # Styles are constants: asking for the hash of a colour each time a line is looked up would cost.
        return id(self)


TITLE = Style(21, 25, SEMIBOLD, after=3)
LEAD = Style(11.5, 16, colour=colours.TEXT_2, after=7)
HEADING = Style(13.5, 17, SEMIBOLD, colours.ACCENT, before=11, after=4)
LABEL = Style(10, 13, SEMIBOLD, colours.TEXT_2, before=5, after=2)
BODY = Style(10.5, 14.5, after=4)
LARGE = Style(12, 17, after=5)
STRONG = Style(10.5, 14.5, SEMIBOLD, after=2)
SMALL = Style(9, 12, colour=colours.TEXT_3, after=3)
CELL = Style(9.5, 12.5)
CELL_STRONG = Style(9.5, 12.5, SEMIBOLD)
CELL_HEAD = Style(9, 11.5, SEMIBOLD, colours.TEXT_2)
TINY = Style(8, 10, colour=colours.TEXT_2)
NUMBER = Style(11, 13, BOLD)


class _Widths(dict[str, float]):
    """The width of each word of a font at size 1."""

    def __init__(self, font: str) -> None:
        super().__init__()
        face = pdfmetrics.getFont(font).face
        self._wide: dict[int, float] = face.charWidths
        self._else = float(face.defaultWidth)

    def __missing__(self, word: str) -> float:
        wide, otherwise = self._wide, self._else
        width = self[word] = 0.001 * sum([wide.get(letter, otherwise) for letter in map(ord, word)])
        return width


class TextSetter:
    """Breaks text into lines. One for each file."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._widths: dict[str, _Widths] = {}
        self._set: dict[tuple[str, Style, float, str], tuple[Line, ...]] = {}

    def lines(self, text: str, style: Style, width: float, lead: str = "") -> tuple[Line, ...]:
        """Return the lines of a paragraph; breaks in it are kept. `lead` is set bolder before it."""
        key = (text, style, width, lead)
        found = self._set.get(key)
        if found is None:
            found = self._set[key] = self._broken(text, style, width, lead)
        return found

    def width(self, text: str, font: str, size: float) -> float:
        """Return how wide a text is on one line."""
        return self._of(font)[text] * size

    def one_line(self, text: str) -> str:
        """Return the text on one line, without what the typeface lacks."""
        return self._fonts.one_line(text)

    def cut(self, text: str, style: Style, width: float) -> str:
        """Return the text on one line, cut with dots where it is too long."""
        text = self.one_line(text)
        if self.width(text, style.font, style.size) <= width:
            return text
        while text and self.width(text + "…", style.font, style.size) > width:
            text = text[:-1]
        return text.rstrip(" ,;.") + "…"

    def _of(self, font: str) -> _Widths:
        found = self._widths.get(font)
        if found is None:
            found = self._widths[font] = _Widths(font)
        return found

    def _broken(self, text: str, style: Style, width: float, lead: str) -> tuple[Line, ...]:
        made: list[Line] = []
        limit = width / style.size
        bold = [(SEMIBOLD, w) for w in self._fonts.one_line(lead).split(" ") if w]
        for part in self._fonts.drawable(text).split("\n"):
            words = [*bold, *((style.font, w) for w in part.split(" ") if w)]
            bold = []
            if not lead:
                made += self._plain_lines(style.font, [w for _, w in words], limit)
            else:
                made += self._mixed_lines(words, limit)
        return tuple(made)

    def _plain_lines(self, font: str, words: list[str], limit: float) -> list[Line]:
        """Break words of one font: nearly all text."""
        widths = self._of(font)
        space = widths[" "]
        made: list[Line] = []
        start, used = 0, -space
        for place, word in enumerate(words):
            wide = widths[word]
            if used + space + wide > limit and place > start:
                made.append(((font, " ".join(words[start:place])),))
                start, used = place, -space
            if wide > limit:
                pieces = self._pieces(font, word, limit)
                made += [((font, piece),) for piece in pieces[:-1]]
                words[place] = pieces[-1]
                wide = widths[pieces[-1]]
            used += space + wide
        if start < len(words):
            made.append(((font, " ".join(words[start:])),))
        return made or [((font, ""),)]

    def _mixed_lines(self, words: list[Segment], limit: float) -> list[Line]:
        """Break words of several fonts."""
        made: list[Line] = []
        line: list[Segment] = []
        used = 0.0
        for font, whole in words:
            for word in self._pieces(font, whole, limit):
                wide = self._of(font)[word]
                space = self._of(font)[" "] if line else 0.0
                if line and used + space + wide > limit:
                    made.append(_joined(line))
                    line, used, space = [], 0.0, 0.0
                line.append((font, word))
                used += space + wide
        if line:
            made.append(_joined(line))
        return made

    def _pieces(self, font: str, word: str, limit: float) -> list[str]:
        """Break a word that is wider than a line where it must."""
        widths = self._of(font)
        pieces = []
        while widths[word] > limit and len(word) > 1:
            fits = max(1, int(len(word) * limit / widths[word]))
            while fits > 1 and widths[word[:fits]] > limit:
                fits -= 1
            pieces.append(word[:fits])
            word = word[fits:]
        return [*pieces, word]


def _joined(words: list[Segment]) -> Line:
    """Put neighbours of one font together; a space before the next font belongs to the one it follows."""
    line: list[Segment] = []
    for font, word in words:
        if line and line[-1][0] == font:
            line[-1] = (font, f"{line[-1][1]} {word}")
        elif line:
            line[-1] = (line[-1][0], f"{line[-1][1]} ")
            line.append((font, word))
        else:
            line.append((font, word))
    return tuple(line)


def draw_lines(canvas: Canvas, lines: tuple[Line, ...], style: Style, x: float, y: float) -> None:
    """Draw lines downwards; `y` is the height of the first one's letters."""
    text = canvas.beginText(x, y)
    text.setFillColor(style.colour)
    font = ""
    for line in lines:
        for place, (of, piece) in enumerate(line, 1):
            if of != font:
                text.setFont(of, style.size, style.leading)
                font = of
            if place == len(line):
                text.textLine(piece)
            else:
                text.textOut(piece)
    canvas.drawText(text)
