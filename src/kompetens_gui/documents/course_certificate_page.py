"""How a page of a course certificate looks. What many holders share is drawn once and reused as a form.

Places are measured in points from the lower left corner. The three signs down the left side are the chain D, F, A.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents import colours, symbols
from kompetens_gui.documents.fitting import ELLIPSIS, Fitted, Run, fit, fit_runs, steps
from kompetens_gui.documents.fonts import LIGHT, REGULAR, SEMIBOLD, Fonts
from kompetens_gui.documents.logotype import Logotype
from kompetens_gui.documents.pages import HEIGHT, WIDTH
from kompetens_gui.documents.words import amount_of_time, long_date
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Facilitator
from kompetens_gui.services.role_words import role_title

LEFT, RIGHT, CHAIN_X = 111.1, 531.8, 63.5
COLUMN = RIGHT - LEFT
FIRST_SIGN, LAST_SIGN, CHAIN_TOP = 613.0, 116.0, 757.0
HOLDER_Y, SENTENCE_Y, LOWEST_BODY = 605.0, 542.0, 168.0
SIGNATURE_Y, SIGNERS = 130.0, 2
FACTS = (LEFT, LEFT + 140, LEFT + 280)

HOLDER_STEPS = steps((26.5, 20, 1), (21.5, 15, 2), (14, 9, 3))
ROLE_STEPS = steps((13.2, 10.5, 1), (11, 8.5, 2))
SENTENCE_STEPS = steps((14.5, 13, 3), (12.5, 10, 5))
PURPOSE_STEPS = steps((11, 9, 3))
FACT_STEPS = steps((13.2, 11, 1), (10.5, 8, 2))
SIGNER_STEPS = steps((12, 10, 1), (9.5, 7.5, 2))
TITLE_STEPS = steps((10.6, 9.5, 1), (9, 7.5, 2))
ISSUED_STEPS = steps((10.6, 9.5, 1), (9, 8, 2))
TIGHT = 1.25
AREA_STEPS = ((11.2, 21.2), (11.2, 17.0), (10.0, 14.0), (9.0, 12.0), (8.0, 10.0))


class Shared(NamedTuple):
    """What all holders from one session have in common on paper."""

    title: str
    held_on: date
    place: str
    areas: tuple[str, ...]
    leaders: tuple[Facilitator, ...]
    issuer: str
    purpose: str
    issued_on: date

    @staticmethod
    def of(course_certificate: CourseCertificate) -> "Shared":
        c = course_certificate
        return Shared(
            c.title,
            c.held_on,
            c.place,
            c.competence_areas,
            c.leaders,
            c.issuer,
            c.purpose,
            local(c.issued_at).date(),
        )


@dataclass(frozen=True)
class Body:
    """Where the flowing part ended up: the facts row and the competence areas."""

    facts_y: float
    areas_y: float


class CourseCertificatePage:
    """Draws the parts of a page."""

    def __init__(self, canvas: Canvas, fonts: Fonts, area_titles: Mapping[str, str]) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._area_titles = area_titles

    def frame(self, logotype: Logotype | None) -> None:
        """Draw what every page has: product or organisation, and the title."""
        canvas = self._canvas
        symbols.product_symbol(canvas, CHAIN_X, 781, 26.5)
        if logotype:
            logotype.draw(canvas, 86, 781, (200, 38))
        else:
            self._text(86, 776, "Kompetens", SEMIBOLD, 14.5, colours.BRAND)
        self._title(translate("CourseCertificate", "Kursintyg"))

    def body(self, shared: Shared) -> Body:
        """Draw what the holders of a session share; returns where the facts row stands, for the holder's own time."""
        y = self._sentence(shared)
        facts_y = y - 30
        self._facts(shared, facts_y)
        areas_y = facts_y - 96
        lowest = self._leaders_beside(shared)
        if shared.areas:
            self._areas(shared.areas, areas_y, lowest)
        self._chain(areas_y + 4)
        self._signatures(shared)
        self._footer()
        return Body(facts_y, areas_y)

    def holder(self, c: CourseCertificate, body: Body) -> None:
        """Draw what is the holder's own."""
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
        time = fit(self._fonts, amount_of_time(c.minutes), SEMIBOLD, 130, FACT_STEPS)
        self._lines(FACTS[0], body.facts_y - 38, time, colours.TEXT)

    # -- the shared part
    def _title(self, word: str) -> None:
        title = self._canvas.beginText(LEFT - 3, 678)
        title.setFont(LIGHT, 53)
        title.setFillColor(colours.ACCENT)
        title.setCharSpace(-1.3)
        title.textOut(word)
        title.setCharSpace(0)
        self._canvas.drawText(title)

    def _sentence(self, shared: Shared) -> float:
        words = translate("CourseCertificate", "har deltagit i {title}, kompetensutveckling i försäkringsmedicin.")
        before, _, after = words.partition("{title}")
        runs = (Run(before, REGULAR), Run(shared.title.strip(), SEMIBOLD), Run(after, REGULAR))
        sentence = fit_runs(self._fonts, runs, COLUMN, SENTENCE_STEPS)
        leading = sentence.size * 1.5
        y = self._lines(LEFT, SENTENCE_Y, sentence, colours.TEXT, leading)
        if shared.purpose.strip():
            purpose = fit(self._fonts, shared.purpose, REGULAR, COLUMN, PURPOSE_STEPS)
            y = self._lines(LEFT, y - purpose.size * 2, purpose, colours.TEXT_2, purpose.size * 1.45)
        return y

    def _facts(self, shared: Shared, y: float) -> None:
        canvas = self._canvas
        canvas.setStrokeColor(colours.BORDER)
        canvas.setLineWidth(0.7)
        canvas.line(LEFT, y, RIGHT, y)
        canvas.line(LEFT, y - 54, RIGHT, y - 54)
        labels = (
            translate("CourseCertificate", "Omfattning"),
            translate("CourseCertificate", "Datum"),
            translate("CourseCertificate", "Plats"),
        )
        for x, label in zip(FACTS, labels, strict=True):
            self._text(x, y - 21, label, REGULAR, 9.9, colours.TEXT_3)
        for x, value in ((FACTS[1], long_date(shared.held_on)), (FACTS[2], shared.place.strip() or "–")):
            fitted = fit(self._fonts, value, SEMIBOLD, 132 if x != FACTS[2] else RIGHT - x, FACT_STEPS)
            self._lines(x, y - 38, fitted, colours.TEXT, fitted.size * 1.1)

    def _areas(self, areas: tuple[str, ...], y: float, lowest: float) -> None:
        heading = translate("CourseCertificate", "Kompetensområden")
        self._text(LEFT, y, heading, SEMIBOLD, 13.2, colours.TEXT)
        titles = [self._area_titles.get(area, area) for area in areas]
        width = (COLUMN - 21) / 2
        room = y - 27 - lowest
        for size, leading in AREA_STEPS:
            columns = _in_columns([fit(self._fonts, t, REGULAR, width, steps((size, size, 3))) for t in titles])
            if max(_height(column, leading) for column in columns) <= room + leading - size * 0.3:
                break
        else:
            columns = self._as_many_as_fit(titles, width, room)
        for x, column in zip((LEFT, LEFT + width + 21), columns, strict=True):
            at = y - 27
            for area in column:
                at = self._lines(x, at, area, colours.TEXT, size * TIGHT) - leading

    def _as_many_as_fit(self, titles: list[str], width: float, room: float) -> tuple[list[Fitted], list[Fitted]]:
        """Give each area one small line and say how many there was no room for."""
        size, leading = AREA_STEPS[-1]
        most = 2 * (int(room / leading) + 1)
        shown = titles if len(titles) <= most else titles[: most - 1]
        left_out = len(titles) - len(shown)
        if left_out:
            shown = [*shown, translate("CourseCertificate", "och {count} områden till").format(count=left_out)]
        return _in_columns([fit(self._fonts, t, REGULAR, width, steps((size, size, 1))) for t in shown])

    def _leaders_beside(self, shared: Shared) -> float:
        """Name the leaders that have no signature line of their own; returns how low the areas may reach."""
        others = [leader.name.strip() for leader in shared.leaders[SIGNERS:] if leader.name.strip()]
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

    def _signatures(self, shared: Shared) -> None:
        canvas = self._canvas
        signers = [leader for leader in shared.leaders if leader.name.strip()][:SIGNERS]
        width = 257.0 if len(signers) < SIGNERS else 143.0
        canvas.setStrokeColor(colours.TEXT)
        canvas.setLineWidth(1)
        for place in range(max(1, len(signers))):
            x = LEFT + place * (width + 17)
            canvas.line(x, SIGNATURE_Y, x + width, SIGNATURE_Y)
        for place, signer in enumerate(signers):
            x = LEFT + place * (width + 17)
            title = ", ".join(part for part in (role_title(signer.role), shared.issuer.strip()) if part)
            name = fit(self._fonts, signer.name, SEMIBOLD, width, SIGNER_STEPS)
            y = self._lines(x, SIGNATURE_Y - 18, name, colours.TEXT, name.size * 1.15)
            fitted = fit(self._fonts, title, REGULAR, width, TITLE_STEPS)
            self._lines(x, y - 15, fitted, colours.TEXT_2, fitted.size * 1.2)
        if not signers:
            issuer = fit(self._fonts, shared.issuer, SEMIBOLD, width, SIGNER_STEPS)
            self._lines(LEFT, SIGNATURE_Y - 18, issuer, colours.TEXT, issuer.size * 1.15)
        self._issued(shared)

    def _footer(self) -> None:
        footer = translate(
            "CourseCertificate",
            "Intyget visar att personen har deltagit i kompetensutveckling. "
            "Det är ingen legitimation och ger ingen behörighet.",
        )
        fitted = fit(self._fonts, footer, REGULAR, COLUMN, steps((9.3, 7.5, 1), (9, 7, 2)))
        self._lines(LEFT, 46, fitted, colours.TEXT_3)

    def _issued(self, shared: Shared) -> None:
        """Say where and when it was issued; a place too long for the corner stands in the facts row alone."""
        where = translate("CourseCertificate", "{place} den").format(place=shared.place.strip())
        fitted = fit(self._fonts, where, REGULAR, 100, ISSUED_STEPS)
        if not shared.place.strip() or fitted.texts[-1].endswith(ELLIPSIS):
            fitted = fit(self._fonts, translate("CourseCertificate", "Utfärdat den"), REGULAR, 100, ISSUED_STEPS)
        y = SIGNATURE_Y - 18
        for text in fitted.texts:
            self._right(RIGHT, y, text, fitted.size, colours.TEXT_2)
            y -= fitted.size * 1.2
        self._right(RIGHT, y - 3, long_date(shared.issued_on), 10.6, colours.TEXT_2)

    # -- words on paper
    def _text(self, x: float, y: float, text: str, font: str, size: float, colour: object) -> None:
        self._canvas.setFillColor(colour)
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, y, text)

    def _right(self, x: float, y: float, text: str, size: float, colour: object) -> None:
        text = self._fonts.one_line(text)
        self._text(x - self._fonts.width(text, REGULAR, size), y, text, REGULAR, size, colour)

    def _lines(self, x: float, y: float, fitted: Fitted, colour: object, leading: float = 0) -> float:
        """Draw lines downwards; returns the height of the last one."""
        leading = leading or fitted.size * 1.25
        for number, line in enumerate(fitted.lines):
            at = x
            for run in line:
                self._text(at, y - leading * number, run.text, run.font, fitted.size, colour)
                at += self._fonts.width(run.text, run.font, fitted.size) if len(line) > 1 else 0
        return y - leading * (len(fitted.lines) - 1)


def mark_invalid(canvas: Canvas, fonts: Fonts, word: str, detail: str) -> None:
    """Lay a large framed word across the page: this paper no longer counts."""
    canvas.saveState()
    canvas.translate(WIDTH / 2, HEIGHT / 2 - 20)
    canvas.rotate(38)
    canvas.setFillAlpha(0.5)
    canvas.setStrokeAlpha(0.5)
    canvas.setFillColor(colours.MISSING)
    canvas.setStrokeColor(colours.MISSING)
    canvas.setLineWidth(3)
    width = max(fonts.width(word, SEMIBOLD, 72), fonts.width(detail, SEMIBOLD, 20)) + 48
    canvas.roundRect(-width / 2, -62, width, 124, 10)
    canvas.setFont(SEMIBOLD, 72)
    canvas.drawCentredString(0, -8, word)
    canvas.setFont(SEMIBOLD, 20)
    canvas.drawCentredString(0, -42, detail)
    canvas.restoreState()


def _in_columns(areas: list[Fitted]) -> tuple[list[Fitted], list[Fitted]]:
    """Break the list where the longer column is shortest, the first one the longer when it may be either."""
    lines = [len(area.lines) for area in areas]
    half = min(range(len(areas) + 1), key=lambda i: (max(sum(lines[:i]), sum(lines[i:])), -i))
    return areas[:half], areas[half:]


def _height(column: list[Fitted], leading: float) -> float:
    return sum(leading + area.size * TIGHT * (len(area.lines) - 1) for area in column)
