"""Make text fit a place on paper: wrap it, shrink it, and only then cut it with an ellipsis."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kompetens_gui.documents.fonts import Fonts

ELLIPSIS = "…"


class Run(NamedTuple):
    """A piece of text in one font."""

    text: str
    font: str


Line = tuple[Run, ...]


class Step(NamedTuple):
    """One try when fitting: at most this many lines at this size."""

    size: float
    lines: int


@dataclass(frozen=True)
class Fitted:
    """Lines and the size at which they fit."""

    size: float
    lines: tuple[Line, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple("".join(run.text for run in line) for line in self.lines)


def steps(*ranges: tuple[float, float, int]) -> tuple[Step, ...]:
    """Return tries from ranges (largest size, smallest size, lines), half a point at a time."""
    found: list[Step] = []
    for largest, smallest, lines in ranges:
        count = int((largest - smallest) * 2)
        found += [Step(largest - i / 2, lines) for i in range(count + 1)]
    return tuple(found)


def fit(fonts: Fonts, text: str, font: str, width: float, tries: Sequence[Step]) -> Fitted:
    """Return the text at the first try that fits; the last try cuts what is left over."""
    return fit_runs(fonts, (Run(text, font),), width, tries)


def fit_runs(fonts: Fonts, runs: Sequence[Run], width: float, tries: Sequence[Step]) -> Fitted:
    """Return text in several fonts at the first try that fits, as `fit` does."""
    clean = tuple(Run(_spaced(fonts, r.text), r.font) for r in runs)
    natural = sum(fonts.width(r.text, r.font, 1) for r in clean)
    for size, most in tries:
        if natural * size <= width:
            return Fitted(size, (clean,))
        if natural * size > width * most:
            continue
        lines = wrap(fonts, clean, size, width)
        if len(lines) <= most:
            return Fitted(size, lines)
    size, most = tries[-1]
    lines = wrap(fonts, clean, size, width)
    if len(lines) <= most:
        return Fitted(size, lines)
    return Fitted(size, (*lines[: most - 1], _cut(fonts, lines[most - 1], size, width)))


def wrap(fonts: Fonts, runs: Iterable[Run], size: float, width: float) -> tuple[Line, ...]:
    """Break text into lines; a word wider than a line is broken where it must."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for word in _words(fonts, runs, size, width):
        wide = fonts.width(word.text.rstrip(" "), word.font, size)
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append(word)
        used += fonts.width(word.text, word.font, size)
    return tuple(_joined(line) for line in lines)


def _words(fonts: Fonts, runs: Iterable[Run], size: float, width: float) -> Iterator[Run]:
    for run in runs:
        rest = run.text
        while rest:
            space = rest.find(" ")
            word, rest = (rest, "") if space < 0 else (rest[: space + 1], rest[space + 1 :])
            yield from (Run(piece, run.font) for piece in _broken(fonts, word, run.font, size, width))


def _broken(fonts: Fonts, word: str, font: str, size: float, width: float) -> Iterator[str]:
    """Yield a word whole, or in pieces that each fit a line."""
    while word and fonts.width(word.rstrip(" "), font, size) > width:
        fits = max(1, int(len(word) * width / fonts.width(word, font, size)))
        while fits > 1 and fonts.width(word[:fits], font, size) > width:
            fits -= 1
        yield word[:fits]
        word = word[fits:]
    if word:
        yield word


def _joined(words: Sequence[Run]) -> Line:
    """Put neighbours in the same font together, without the space that ends the line."""
    line: list[Run] = []
    for word in words:
        if line and line[-1].font == word.font:
            line[-1] = Run(line[-1].text + word.text, word.font)
        else:
            line.append(word)
    if line:
        line[-1] = Run(line[-1].text.rstrip(" "), line[-1].font)
    return tuple(line)


def _cut(fonts: Fonts, line: Line, size: float, width: float) -> Line:
    runs = list(line)
    while runs:
        text, font = runs.pop()
        left = width - sum(fonts.width(r.text, r.font, size) for r in runs) - fonts.width(ELLIPSIS, font, size)
        while text and fonts.width(text, font, size) > left:
            text = text[:-1]
        if text or not runs:
            return (*runs, Run(text.rstrip(" ,;") + ELLIPSIS, font))
    return line


def _spaced(fonts: Fonts, text: str) -> str:
    """Return text on one line; spaces at its ends are kept, they join it to its neighbours."""
    clean = fonts.drawable(text).replace("\n", " ")
    while "  " in clean:
        clean = clean.replace("  ", " ")
    return clean
