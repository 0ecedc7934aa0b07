"""What observers tick, and the same for the one in the main role: numbered in the order it is typed in afterwards."""

from dataclasses import dataclass
from functools import partial

from kompetens_gui.documents import colours
from kompetens_gui.documents.flow import COLUMN
from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import CELL_PADDING, Head, Pages
from kompetens_gui.documents.workshop_prints.text_setting import (
    CELL,
    CELL_STRONG,
    SMALL,
    STRONG,
    TINY,
    Style,
)
from kompetens_gui.domain.material.role_play import GlobalScale, ObservedCount, ObservedItem
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import ObserverSheet

NUMBER, QUESTION = 22.0, 128.0
ANCHOR: float = (COLUMN - NUMBER - QUESTION) / 3
RATINGS = (0, 1, 2)
SIZE = 11.0
_TITLE = Style(17, 21, STRONG.font, after=2)


@dataclass(frozen=True)
class _Fit:
    """How closely the rows stand: the sheet is one page, also with ten items."""

    anchor: Style
    padding: float
    row: float


FITS = (
    _Fit(TINY, 7, 24),
    _Fit(Style(7.5, 9.2, colour=TINY.colour), 5, 22),
    _Fit(Style(7, 8.4, colour=TINY.colour), 3.5, 20.5),
)


@draw.register
def _(sheet: ObserverSheet, pages: Pages, head: Head) -> None:
    pages.begin(head)
    room = pages.room
    fit = next((f for f in FITS if pages.measure(partial(_sheet, sheet, fit=f)) <= room), FITS[-1])
    _sheet(sheet, pages, fit)
    if pages.room > 44:
        pages.label(translate("Prints", "En sak som hjälpte, ordagrant om du kan"))
        pages.fill_with_lines(22, 3)


def _sheet(sheet: ObserverSheet, pages: Pages, fit: _Fit) -> None:
    pages.text(_title(sheet), _TITLE)
    pages.text(_instruction(sheet), SMALL)
    pages.gap(2)
    _ratings_head(pages)
    number = 0
    for item in sheet.protocol.items:
        number += 1
        _item(pages, number, item, sheet.role_titles.get(item.role, item.role), fit)
    if sheet.protocol.counts:
        pages.label(translate("Prints", "Räkna: ett streck varje gång, sedan summan i rutan"), 30)
    for count in sheet.protocol.counts:
        number += 1
        _count(pages, number, count, fit)
    if sheet.protocol.scales:
        pages.label(translate("Prints", "Helhet: ringa in en siffra"), 30)
    for scale in sheet.protocol.scales:
        number += 1
        _scale(pages, number, scale, fit)


def _title(sheet: ObserverSheet) -> str:
    words = (
        translate("Prints", "Självskattning: {title}") if sheet.is_self else translate("Prints", "Observera: {title}")
    )
    return words.format(title=sheet.title)


def _instruction(sheet: ObserverSheet) -> str:
    if sheet.is_self:
        return translate(
            "Prints",
            "För dig som hade huvudrollen. Fyll i medan observatörerna talar ihop sig. 0 = inte, 1 = delvis, "
            "2 = tydligt. ◆ tas alltid upp i eftersamtalet. Skriv inga namn på bladet.",
        )
    return translate(
        "Prints",
        "Kryssa det du ser och hör, inte vad du tycker om det. 0 = inte sett, 1 = delvis, 2 = tydligt. Såg du inte "
        "något, lämna raden tom. ◆ tas alltid upp i eftersamtalet. Skriv inga namn på bladet.",
    )


def _ratings_head(pages: Pages) -> None:
    y = pages.y - 12
    for rating in RATINGS:
        pages.string(_column(pages, rating) + 1, y, str(rating), CELL_STRONG)
    pages.y -= 16
    pages.line(pages.x, pages.y, pages.x + pages.width, pages.y, colours.BORDER_STRONG, 0.9)


def _item(pages: Pages, number: int, item: ObservedItem, role: str, fit: _Fit) -> None:
    """Draw an item: number and what is looked for, and a box with its anchor for each rating."""
    text = f"{item.text} ◆" if item.must_do else item.text
    asked = pages.set.lines(text, CELL_STRONG, QUESTION - 2 * CELL_PADDING)
    whose = pages.set.lines(role, TINY, QUESTION - 2 * CELL_PADDING)
    anchors = {a.rating: pages.set.lines(a.text, fit.anchor, ANCHOR - SIZE - 10) for a in item.anchors}
    height = max(
        len(asked) * CELL_STRONG.leading + len(whose) * TINY.leading,
        max((len(lines) * fit.anchor.leading for lines in anchors.values()), default=0),
        SIZE,
    )
    height += fit.padding
    pages.need(height)
    top = pages.y - 3
    pages.string(pages.x + 2, top - 10, str(number), CELL_STRONG)
    pages.lines_at(asked, CELL_STRONG, pages.x + NUMBER, top)
    pages.lines_at(whose, TINY, pages.x + NUMBER, top - len(asked) * CELL_STRONG.leading)
    for rating in RATINGS:
        x = _column(pages, rating)
        pages.tick_box(x, top - SIZE, SIZE)
        pages.lines_at(anchors.get(rating, ()), fit.anchor, x + SIZE + 5, top)
    pages.y -= height
    pages.line(pages.x, pages.y, pages.x + pages.width, pages.y)


def _count(pages: Pages, number: int, count: ObservedCount, fit: _Fit) -> None:
    """Draw a count: a long line for strokes and a box for the sum."""
    lines = pages.set.lines(count.text, CELL, 190)
    height = max(fit.row, len(lines) * CELL.leading + 5)
    pages.need(height)
    top = pages.y
    pages.string(pages.x + 2, top - 14, str(number), CELL_STRONG)
    pages.lines_at(lines, CELL, pages.x + NUMBER, top - 3)
    right = pages.x + pages.width
    pages.line(pages.x + 222, top - 19, right - 82, top - 19, colours.BORDER_STRONG, 0.5)
    pages.rect(right - 74, top - 20, 26, 16)
    if count.aim:
        words = translate("Prints", "mål {aim}").format(aim=count.aim)
        pages.string(right, top - 15, words, TINY, right=True)
    pages.y -= height


def _scale(pages: Pages, number: int, scale: GlobalScale, fit: _Fit) -> None:
    """Draw a scale 1–5 with the words for its ends."""
    words = pages.set.lines(scale.text, CELL_STRONG, 108)
    low = pages.set.lines(scale.low, TINY, 98)
    high = pages.set.lines(scale.high, TINY, 98)
    height = max(fit.row, max(len(words) * CELL.leading, len(low) * TINY.leading, len(high) * TINY.leading) + 5)
    pages.need(height)
    top = pages.y - 3
    pages.string(pages.x + 2, top - 11, str(number), CELL_STRONG)
    pages.lines_at(words, CELL_STRONG, pages.x + NUMBER, top)
    pages.lines_at(low, TINY, pages.x + 134, top)
    for place in range(5):
        x = pages.x + 240 + place * 24
        pages.string(x + 8, top - 12.5, str(place + 1), CELL_STRONG, centre=True)
        pages.rect(x, top - 17, 16, 16)
    pages.lines_at(high, TINY, pages.x + 240 + 5 * 24 + 6, top)
    pages.y -= height


def _column(pages: Pages, rating: int) -> float:
    return pages.x + NUMBER + QUESTION + rating * ANCHOR
