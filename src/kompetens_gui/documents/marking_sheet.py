"""The paper way of marking: the certificate with numbered, widely set lines, a legend, and an empty chain to draw."""

from dataclasses import dataclass
from itertools import count

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph

from kompetens_gui.documents import colours
from kompetens_gui.documents.certificate_form import questions
from kompetens_gui.documents.chain_words import kind_titles, missing_word
from kompetens_gui.documents.fitting import Run, wrap
from kompetens_gui.documents.flow import (
    BODY,
    COLUMN,
    DEEPEST,
    LEAD,
    TITLE,
    Running,
    Story,
    build,
    heading,
    plain,
    space,
    subheading,
)
from kompetens_gui.documents.fonts import REGULAR, SEMIBOLD, Fonts
from kompetens_gui.documents.line_styles import kind_letter, kind_line
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import fictional, long_date
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.chain import CHAIN_KINDS, SpanKind
from kompetens_gui.domain.medical_certificate import MedicalCertificate
from kompetens_gui.domain.rehabilitation_chain import chain_day
from kompetens_gui.domain.wording import translate

MARGIN, LINE, TEXT_SIZE = 28.0, 27.0, 11.5
GAP, HEAD, SLOT, BETWEEN = 40.0, 26.0, 92.0, 14.0
SLOTS = int((DEEPEST - 150) / (SLOT + BETWEEN))


def render_marking_sheet(case: Case, fonts: Fonts, organisation: str = "", medical_certificate_id: str = "") -> bytes:
    """Return the sheet for one certificate of a case, its first unless another is named."""
    medical_certificate = case.medical_certificate(medical_certificate_id)
    title = translate("MarkingSheet", "Markera D-F-A: {title}").format(title=fonts.one_line(case.title))
    header = ", ".join(part for part in (title, organisation.strip()) if part)
    return build(
        fonts,
        lambda: marking_story(case, medical_certificate, fonts),
        PaperFacts(title, organisation),
        Running(header, fictional()),
    )


def marking_story(case: Case, medical_certificate: MedicalCertificate, fonts: Fonts) -> Story:
    """Return the sheet as it flows over pages."""
    leave = case.sick_leave
    day = chain_day(leave.start, medical_certificate.issued_on, leave.earlier_days)
    about = translate("MarkingSheet", "{title}, {date}. Dag {day} i rehabiliteringskedjan. Arbete: {work}.")
    about = about.format(
        title=medical_certificate.title,
        date=long_date(medical_certificate.issued_on),
        day=day,
        work=case.work.title,
    )
    story: Story = [
        Paragraph(plain(fonts, case.title), TITLE),
        Paragraph(plain(fonts, about), LEAD),
        Paragraph(plain(fonts, _instruction(medical_certificate)), BODY),
        Legend(fonts),
    ]
    numbers = count(1)
    for question in questions(medical_certificate):
        if not question.answer:
            continue
        story.append(subheading(fonts, f"{question.field.number}. {question.field.title}"))
        for part in fonts.drawable(question.answer).split("\n"):
            runs = (Run(" ".join(part.split()), REGULAR),)
            lines = wrap(fonts, runs, TEXT_SIZE, COLUMN - MARGIN) if part.strip() else ()
            story += [NumberedLine(fonts, next(numbers), "".join(r.text for r in line)) for line in lines]
    if medical_certificate.asks_for_chain:
        story += [PageBreak(), heading(fonts, translate("MarkingSheet", "Rita kedjan")), *_chain_page(fonts)]
    return story


def _instruction(medical_certificate: MedicalCertificate) -> str:
    if not medical_certificate.asks_for_chain:
        return translate(
            "MarkingSheet",
            "Intyget gäller smittbärarpenning. Då frågas det inte efter funktionsnedsättning och "
            "aktivitetsbegränsning. Markera vad som går att läsa ut ändå, och vad det är till för.",
        )
    return translate(
        "MarkingSheet",
        "Stryk under i texten. Skriv bokstaven i marginalen eller över raden, och hänvisa till radnummer när ni talas "
        "vid. Rita sedan kedjan på sista sidan.",
    )


def _chain_page(fonts: Fonts) -> Story:
    text = translate(
        "MarkingSheet",
        "Skriv ett fynd i varje ruta och dra streck från det som förklarar till det som förklaras. Kryssa ”Saknas” där "
        "en ruta borde ha haft ett innehåll, och skriv vilken fråga som är öppen.",
    )
    return [Paragraph(plain(fonts, text), BODY), space(6), EmptyChain(fonts)]


@dataclass
class _Spot:
    """Where the next sample of the legend goes."""

    x: float = 0.0
    y: float = 0.0


class Legend(Flowable):  # type: ignore[misc]  # the library has no types
    """Letter, line and name of each kind."""

    spaceBefore, spaceAfter = 4, 8  # noqa: N815 (the library's names)

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._fonts = fonts
        self.width, self.height = COLUMN, 44.0

    def draw(self) -> None:
        canvas: Canvas = self.canv
        spot = _Spot(0, self.height - 16)
        for kind, title in kind_titles().items():
            wide = 60 + self._fonts.width(title, REGULAR, 10)
            if spot.x + wide > COLUMN:
                spot = _Spot(0, spot.y - 22)
            kind_letter(canvas, self._fonts, kind, spot.x, spot.y)
            kind_line(canvas, kind, (spot.x + 19, spot.y + 7), (spot.x + 45, spot.y + 7))
            canvas.setFillColor(colours.TEXT)
            canvas.setFont(REGULAR, 10)
            canvas.drawString(spot.x + 50, spot.y + 3.5, title)
            spot.x += wide + 14


class NumberedLine(Flowable):  # type: ignore[misc]  # the library has no types
    """One line of the certificate with its number and room to mark under and over it."""

    def __init__(self, fonts: Fonts, number: int, text: str) -> None:
        super().__init__()
        self._fonts, self._number, self._text = fonts, str(number), text
        self.width, self.height = COLUMN, LINE

    def draw(self) -> None:
        canvas: Canvas = self.canv
        canvas.setFillColor(colours.TEXT_3)
        canvas.setFont(REGULAR, 8.5)
        canvas.drawString(MARGIN - 10 - self._fonts.width(self._number, REGULAR, 8.5), 10, self._number)
        canvas.setFillColor(colours.TEXT)
        canvas.setFont(REGULAR, TEXT_SIZE)
        canvas.drawString(MARGIN, 10, self._text)


class EmptyChain(Flowable):  # type: ignore[misc]  # the library has no types
    """Three columns of empty boxes, each with lines to write on and a box to tick for what is missing."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._fonts = fonts
        self._column = (COLUMN - 2 * GAP) / 3
        self.width, self.height = COLUMN, HEAD + SLOTS * (SLOT + BETWEEN)

    def draw(self) -> None:
        canvas: Canvas = self.canv
        titles = kind_titles()
        for column, kind in enumerate(CHAIN_KINDS):
            x = column * (self._column + GAP)
            kind_letter(canvas, self._fonts, kind, x, self.height - 15)
            canvas.setFillColor(colours.TEXT)
            canvas.setFont(SEMIBOLD, 10)
            canvas.drawString(x + 19, self.height - 11.5, titles[kind])
            for slot in range(SLOTS):
                self._slot(canvas, kind, x, self.height - HEAD - slot * (SLOT + BETWEEN))

    def _slot(self, canvas: Canvas, kind: SpanKind, x: float, top: float) -> None:
        canvas.setStrokeColor(colours.BORDER_STRONG)
        canvas.setLineWidth(0.8)
        canvas.roundRect(x, top - SLOT, self._column, SLOT, 5)
        kind_line(canvas, kind, (x + 7, top - 7), (x + 7, top - SLOT + 7))
        canvas.setStrokeColor(colours.BORDER)
        for line in range(1, 4):
            canvas.line(x + 15, top - 19 * line, x + self._column - 8, top - 19 * line)
        canvas.setStrokeColor(colours.MISSING)
        canvas.setLineWidth(1)
        canvas.rect(x + 15, top - SLOT + 9, 9, 9)
        canvas.setFillColor(colours.MISSING)
        canvas.setFont(SEMIBOLD, 9)
        canvas.drawString(x + 29, top - SLOT + 10.5, missing_word())
