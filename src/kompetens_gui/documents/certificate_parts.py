"""What the pages of both kinds of course certificate have in common: places, words on paper, lists, signatures.

Places are measured in points from the lower left corner. The three signs down the left side are the chain D, F, A. The
QR code stands at the lower right, as wide as a telephone needs to read it from an ordinary print.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents import colours, symbols
from kompetens_gui.documents.fitting import ELLIPSIS, Fitted, Run, fit, fit_runs, steps
from kompetens_gui.documents.fonts import LIGHT, REGULAR, SEMIBOLD, Fonts
from kompetens_gui.documents.logotype import Logotype
from kompetens_gui.documents.words import long_date
from kompetens_gui.documents.writing import TIGHT, Writing, column_height, in_columns
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Facilitator
from kompetens_gui.services.role_words import role_title

MILLIMETRE = 72 / 25.4
LEFT, RIGHT, CHAIN_X = 111.1, 531.8, 63.5
COLUMN = RIGHT - LEFT
QR_SIZE, QR_Y = 32 * MILLIMETRE, 49.0
QR_X = RIGHT - QR_SIZE
BESIDE_QR = QR_X - 12 - LEFT
FIRST_SIGN, LAST_SIGN, CHAIN_TOP = 613.0, 116.0, 757.0
KIND_Y, HOLDER_Y, SENTENCE_Y, LOWEST_BODY = 646.0, 605.0, 542.0, 168.0
SIGNATURE_Y, ISSUED_Y, FOOTER_Y, SIGNERS = 130.0, 67.0, 48.0, 2
FACTS = (LEFT, LEFT + 140, LEFT + 280)

HOLDER_STEPS = steps((26.5, 20, 1), (21.5, 15, 2), (14, 9, 3))
ROLE_STEPS = steps((13.2, 10.5, 1), (11, 8.5, 2))
SENTENCE_STEPS = steps((14.5, 13, 3), (12.5, 10, 5))
FACT_STEPS = steps((13.2, 11, 1), (10.5, 8, 2))
SIGNER_STEPS = steps((12, 10, 1), (9.5, 7.5, 2))
TITLE_STEPS = steps((10.6, 9.5, 1), (9, 7.5, 2))
ISSUED_STEPS = steps((10.6, 9, 1))
HEADING_GAP = 27.0
LIST_STEPS = ((11.2, 21.2), (11.2, 17.0), (10.0, 14.0), (9.0, 12.0), (8.0, 10.0))


class Signed(NamedTuple):
    """Who stands at the foot of a page, and when and where it was issued."""

    leaders: tuple[Facilitator, ...]
    issuer: str
    place: str
    issued_on: date


class Listed(NamedTuple):
    """The heading of a list, and the words for what there is no room for; `{count}` is how much."""

    heading: str
    left_out: str


class PageDrawing(Writing):
    """Draws what is alike on every page; the pages of the two kinds are drawn on top of it."""

    def __init__(self, canvas: Canvas, fonts: Fonts, area_titles: Mapping[str, str]) -> None:
        super().__init__(canvas, fonts)
        self._area_titles = area_titles

    def frame(self, logotype: Logotype | None) -> None:
        """Draw what every page of a kind has: product or organisation, the title and the kind."""
        symbols.product_symbol(self._canvas, CHAIN_X, 781, 26.5)
        if logotype:
            logotype.draw(self._canvas, 86, 781, (200, 38))
        else:
            self._text(86, 776, "Kompetens", SEMIBOLD, 14.5, colours.BRAND)
        self._title(translate("CourseCertificate", "Kursintyg"))
        self._text(LEFT, KIND_Y, self.kind_words(), REGULAR, 13.2, colours.TEXT_2)

    def kind_words(self) -> str:
        """Return what the kind is called."""
        raise AssertionError

    def number_and_holder(self, c: CourseCertificate) -> None:
        """Draw the number, what it replaces, the name and the workplace."""
        number = translate("CourseCertificate", "Intyg {number}").format(number=c.number)
        self._right(RIGHT, 774, number, 10, colours.TEXT_2)
        if c.replaces:
            text = translate("CourseCertificate", "Ersätter intyg {number}").format(number=c.replaces)
            self._right(RIGHT, 761, text, 9, colours.TEXT_2)
        name = fit(self._fonts, c.holder, SEMIBOLD, COLUMN, HOLDER_STEPS)
        leading = name.size * 1.16
        last = HOLDER_Y if len(name.lines) == 1 else HOLDER_Y - 7
        self._lines(LEFT, last + leading * (len(name.lines) - 1), name, colours.TEXT, leading)
        role = ", ".join(part for part in (c.holder_role.strip(), c.holder_unit.strip()) if part)
        fitted = fit(self._fonts, role, REGULAR, COLUMN, ROLE_STEPS)
        self._lines(LEFT, HOLDER_Y - 23 if len(name.lines) == 1 else HOLDER_Y - 26, fitted, colours.TEXT_2)

    # -- parts
    def _title(self, word: str) -> None:
        title = self._canvas.beginText(LEFT - 3, 678)
        title.setFont(LIGHT, 53)
        title.setFillColor(colours.ACCENT)
        title.setCharSpace(-1.3)
        title.textOut(word)
        title.setCharSpace(0)
        self._canvas.drawText(title)

    def _sentence(self, words: str, title: str) -> float:
        """Draw the sentence under the name, the title bolder; returns the height of its last line."""
        before, _, after = words.partition("{title}")
        runs = (Run(before, REGULAR), Run(title.strip(), SEMIBOLD), Run(after, REGULAR))
        sentence = fit_runs(self._fonts, runs, COLUMN, SENTENCE_STEPS)
        return self._lines(LEFT, SENTENCE_Y, sentence, colours.TEXT, sentence.size * 1.5)

    def _facts_row(self, y: float, facts: Sequence[tuple[str, str]]) -> None:
        """Draw labels with their values between two lines; an empty value is left to be drawn later."""
        canvas = self._canvas
        canvas.setStrokeColor(colours.BORDER)
        canvas.setLineWidth(0.7)
        canvas.line(LEFT, y, RIGHT, y)
        canvas.line(LEFT, y - 54, RIGHT, y - 54)
        for x, (label, _) in zip(FACTS, facts, strict=True):
            self._text(x, y - 21, label, REGULAR, 9.9, colours.TEXT_3)
        for x, (_, value) in zip(FACTS, facts, strict=True):
            if value:
                self._fact(x, y, value)

    def _fact(self, x: float, y: float, value: str) -> None:
        fitted = fit(self._fonts, value, SEMIBOLD, 132 if x != FACTS[2] else RIGHT - x, FACT_STEPS)
        self._lines(x, y - 38, fitted, colours.TEXT, fitted.size * 1.1)

    def _two_columns(
        self, listed: Listed, items: Sequence[str], y: float, lowest: float, gap: float = HEADING_GAP
    ) -> float:
        """Draw a list under its heading, as large as the room lets it; returns the height of its last line."""
        heading, left_out = listed
        self._text(LEFT, y, heading, SEMIBOLD, 13.2, colours.TEXT)
        width = (COLUMN - 21) / 2
        room = y - gap - lowest
        for size, leading in LIST_STEPS:
            columns = in_columns([fit(self._fonts, t, REGULAR, width, steps((size, size, 3))) for t in items])
            if max(column_height(column, leading) for column in columns) <= room + leading - size * 0.3:
                break
        else:
            columns = self._as_many_as_fit(items, left_out, width, room)
        ends = [y]
        for x, column in zip((LEFT, LEFT + width + 21), columns, strict=True):
            at = y - gap
            for item in column:
                end = self._lines(x, at, item, colours.TEXT, size * TIGHT)
                ends.append(end)
                at = end - leading
        return min(ends)

    def _areas_list(self) -> Listed:
        return Listed(
            translate("CourseCertificate", "Kompetensområden"),
            translate("CourseCertificate", "och {count} områden till"),
        )

    def _as_many_as_fit(
        self, items: Sequence[str], words: str, width: float, room: float
    ) -> tuple[list[Fitted], list[Fitted]]:
        """Give each item one small line and say how many there was no room for."""
        size, leading = LIST_STEPS[-1]
        most = 2 * (int(room / leading) + 1)
        shown = list(items) if len(items) <= most else list(items[: most - 1])
        left_out = len(items) - len(shown)
        if left_out:
            shown = [*shown, words.format(count=left_out)]
        return in_columns([fit(self._fonts, t, REGULAR, width, steps((size, size, 1))) for t in shown])

    def _leaders_beside(self, signed: Signed) -> float:
        """Name the leaders that have no signature line of their own; returns how low the areas may reach."""
        others = [leader.name.strip() for leader in signed.leaders[SIGNERS:] if leader.name.strip()]
        if not others:
            return LOWEST_BODY
        text = translate("CourseCertificate", "Övriga ledare: {names}").format(names=", ".join(others))
        fitted = fit(self._fonts, text, REGULAR, COLUMN, steps((9.9, 9, 1), (9, 8, 3)))
        height = fitted.size * 1.25 * (len(fitted.lines) - 1)
        self._lines(LEFT, LOWEST_BODY + height - 4, fitted, colours.TEXT_2, fitted.size * 1.25)
        return LOWEST_BODY + height + 22

    def _chain(self, middle: float) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(colours.ACCENT_LINE)
        canvas.setLineWidth(1.3)
        signs = (FIRST_SIGN, middle, LAST_SIGN)
        for top, bottom in pairwise((CHAIN_TOP + 11, *signs)):
            canvas.line(CHAIN_X, top - 11, CHAIN_X, bottom + 11)
        symbols.square(canvas, CHAIN_X, signs[0], 13.2)
        symbols.circle(canvas, CHAIN_X, signs[1], 14.5)
        symbols.diamond(canvas, CHAIN_X, signs[2], 17.2)

    def _signatures(self, signed: Signed) -> None:
        canvas = self._canvas
        signers = [leader for leader in signed.leaders if leader.name.strip()][:SIGNERS]
        width = 257.0 if len(signers) < SIGNERS else 143.0
        canvas.setStrokeColor(colours.TEXT)
        canvas.setLineWidth(1)
        for place in range(max(1, len(signers))):
            x = LEFT + place * (width + 17)
            canvas.line(x, SIGNATURE_Y, x + width, SIGNATURE_Y)
        for place, signer in enumerate(signers):
            x = LEFT + place * (width + 17)
            title = ", ".join(part for part in (role_title(signer.role), signed.issuer.strip()) if part)
            name = fit(self._fonts, signer.name, SEMIBOLD, width, SIGNER_STEPS)
            y = self._lines(x, SIGNATURE_Y - 18, name, colours.TEXT, name.size * 1.15)
            fitted = fit(self._fonts, title, REGULAR, width, TITLE_STEPS)
            self._lines(x, y - 14, fitted, colours.TEXT_2, fitted.size * 1.2)
        if not signers:
            issuer = fit(self._fonts, signed.issuer, SEMIBOLD, width, SIGNER_STEPS)
            self._lines(LEFT, SIGNATURE_Y - 18, issuer, colours.TEXT, issuer.size * 1.15)
        self._issued(signed)

    def _issued(self, signed: Signed) -> None:
        """Say where and when it was issued; a place too long for the line stands in the facts row alone."""
        day = long_date(signed.issued_on)
        where = translate("CourseCertificate", "{place} den {day}").format(place=signed.place.strip(), day=day)
        fitted = fit(self._fonts, where, REGULAR, BESIDE_QR, ISSUED_STEPS)
        if not signed.place.strip() or fitted.texts[-1].endswith(ELLIPSIS):
            words = translate("CourseCertificate", "Utfärdat den {day}").format(day=day)
            fitted = fit(self._fonts, words, REGULAR, BESIDE_QR, ISSUED_STEPS)
        self._lines(LEFT, ISSUED_Y, fitted, colours.TEXT_2)

    def _footer(self, words: str) -> None:
        fitted = fit(self._fonts, words, REGULAR, BESIDE_QR, steps((9.3, 7.5, 1), (9, 7, 2)))
        self._lines(LEFT, FOOTER_Y, fitted, colours.TEXT_3, fitted.size * 1.25)
        hint = translate("CourseCertificate", "Kontrollera i Kompetens")
        self._right(RIGHT, QR_Y - 13.5, hint, 7.5, colours.TEXT_3)
