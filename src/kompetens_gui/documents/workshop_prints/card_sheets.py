"""What is cut apart: discussion and sorting cards, eight to a page, and letters to vote with."""

from kompetens_gui.documents.fitting import Fitted, fit, steps
from kompetens_gui.documents.fonts import REGULAR, SEMIBOLD
from kompetens_gui.documents.pages import HEIGHT, WIDTH
from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import LETTER, Head, Pages
from kompetens_gui.documents.workshop_prints.text_setting import SMALL, STRONG, Style
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import CutCards, VotingCards

COLUMNS, ROWS = 2, 4
SIDE, TOP, FOOT = 34.0, 66.0, 56.0
WIDE = (WIDTH - 2 * SIDE) / COLUMNS
HIGH = (HEIGHT - TOP - FOOT) / ROWS
PADDING = 16.0
SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)


@draw.register
def _(sheet: CutCards, pages: Pages, head: Head) -> None:
    """Draw the cards, then the places to put them at, three to a page."""
    left = list(sheet.cards)
    outline = head.outline
    while left:
        pages.begin(Head(head.left, head.right, outline=outline))
        outline = ""
        now, left = left[: COLUMNS * ROWS], left[COLUMNS * ROWS :]
        for place, text in enumerate(now):
            _card(pages, place, text, sheet.title)
        _card_lines(pages)
    for place, heading in enumerate(sheet.headings):
        if place % 3 == 0:
            pages.begin(Head(head.left, head.right))
            pages.text(sheet.lead)
        _bin(pages, place % 3, heading)


def _card(pages: Pages, place: int, text: str, title: str) -> None:
    x = SIDE + place % COLUMNS * WIDE
    top = HEIGHT - TOP - place // COLUMNS * HIGH
    fitted = _fitted(pages, text, WIDE - 2 * PADDING, HIGH - 46)
    style = Style(fitted.size, fitted.size * 1.28)
    y = top - 16 - fitted.size
    for line in fitted.texts:
        pages.string(x + PADDING, y, line, style)
        y -= style.leading
    pages.string(x + PADDING, top - HIGH + 11, pages.set.cut(title, SMALL, WIDE - 2 * PADDING), SMALL)


def _fitted(pages: Pages, text: str, wide: float, high: float) -> Fitted:
    """Return a text as large as it may be; the last size cuts what is left over."""
    tries = tuple(step for size in SIZES for step in steps((size, size, max(1, int(high / (size * 1.28))))))
    return fit(pages.fonts, text, REGULAR, wide, tries)


def _card_lines(pages: Pages) -> None:
    canvas = pages.canvas
    canvas.saveState()
    canvas.setDash(3, 3)
    bottom = HEIGHT - TOP - ROWS * HIGH
    for column in range(COLUMNS + 1):
        pages.line(SIDE + column * WIDE, HEIGHT - TOP, SIDE + column * WIDE, bottom)
    for row in range(ROWS + 1):
        pages.line(SIDE, HEIGHT - TOP - row * HIGH, WIDTH - SIDE, HEIGHT - TOP - row * HIGH)
    canvas.restoreState()


def _bin(pages: Pages, place: int, heading: str) -> None:
    """Draw the name of a place to put cards at."""
    high = 190.0
    top = HEIGHT - 130 - place * (high + 14)
    pages.rect(pages.x, top - high, pages.width, high)
    fitted = fit(pages.fonts, heading, SEMIBOLD, pages.width - 40, steps((26, 14, 3)))
    style = Style(fitted.size, fitted.size * 1.2, SEMIBOLD)
    y = top - 40
    for line in fitted.texts:
        pages.string(pages.x + 20, y, line, style)
        y -= style.leading


@draw.register
def _(cards: VotingCards, pages: Pages, head: Head) -> None:
    """Draw four letters to a page, each in a quarter of it."""
    for start in range(0, len(cards.letters), 4):
        pages.begin(Head(head.left, bare=True, outline=head.outline if not start else ""))
        for place, letter in enumerate(cards.letters[start : start + 4]):
            x = WIDTH / 4 + place % 2 * WIDTH / 2
            middle = HEIGHT * 3 / 4 - place // 2 * HEIGHT / 2
            pages.string(x, middle - LETTER.size * 0.3, letter, LETTER, centre=True)
            words = translate("Prints", "Jag röstar på {letter}").format(letter=letter)
            pages.string(x, middle - LETTER.size * 0.3 - 44, words, STRONG, centre=True)
        pages.cut_line(HEIGHT / 2)
        pages.canvas.saveState()
        pages.canvas.setDash(3, 3)
        pages.line(WIDTH / 2, 56, WIDTH / 2, HEIGHT - 18)
        pages.canvas.restoreState()
