"""The case as the group gets it on paper. It is given no key to draw: only what is open to all from the start."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Paragraph, Table, TableStyle

from kompetens_gui.documents import colours
from kompetens_gui.documents.certificate_form import form_story
from kompetens_gui.documents.flow import (
    BODY,
    COLUMN,
    LEAD,
    SMALL,
    TITLE,
    Running,
    Story,
    build,
    heading,
    paragraphs,
    plain,
    space,
)
from kompetens_gui.documents.fonts import SEMIBOLD, Fonts
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import fictional, long_date
from kompetens_gui.domain.case import Case, CaseDocument
from kompetens_gui.domain.medical_certificate import MedicalCertificate
from kompetens_gui.domain.rehabilitation_chain import chain_day
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class HandoutCertificate:
    """A certificate with its day in the rehabilitation chain."""

    medical_certificate: MedicalCertificate
    day: int


@dataclass(frozen=True)
class Handout:
    """What may be handed out from the start. The type has no place for keys, models, hints or notes."""

    title: str
    person: str
    voice: str
    work_title: str
    work_extent: str
    work_description: str
    story: str
    content_warning: str
    medical_certificates: tuple[HandoutCertificate, ...]
    documents: tuple[CaseDocument, ...]


def handout_of(case: Case) -> Handout:
    """Pick what the group may have; certificates and documents for later stay with the leader."""
    leave = case.sick_leave
    return Handout(
        case.title,
        f"{case.person.name}, {case.person.age}",
        case.person.voice,
        case.work.title,
        case.work.extent,
        case.work.description,
        case.story,
        case.content_warning,
        tuple(
            HandoutCertificate(c, chain_day(leave.start, c.issued_on, leave.earlier_days))
            for c in case.medical_certificates
            if c.id not in case.later_medical_certificates
        ),
        tuple(d for d in case.documents if d.released_from_start),
    )


def render_case_handout(case: Case, fonts: Fonts, organisation: str = "") -> bytes:
    """Return the hand-out as a PDF."""
    handout = handout_of(case)
    title = translate("CaseHandout", "Fall: {title}").format(title=fonts.one_line(case.title))
    header = ", ".join(part for part in (title, organisation.strip()) if part)
    return build(
        fonts,
        lambda: list(handout_story(handout, fonts)),
        PaperFacts(title, organisation),
        Running(header, fictional()),
    )


def handout_story(handout: Handout, fonts: Fonts) -> Iterator[object]:
    """Yield the hand-out as it flows over pages."""
    yield Paragraph(plain(fonts, handout.title), TITLE)
    yield Paragraph(plain(fonts, f"{handout.person}. {handout.work_title}"), LEAD)
    if handout.content_warning:
        yield from paragraphs(fonts, handout.content_warning, SMALL)
    yield heading(fonts, translate("CaseHandout", "Bakgrund"))
    yield from paragraphs(fonts, handout.story)
    if handout.voice:
        yield _quote(fonts, handout.voice)
    yield heading(fonts, translate("CaseHandout", "Arbetet"))
    work = f'<font face="{SEMIBOLD}">{plain(fonts, handout.work_title)}</font>'
    yield Paragraph(f"{work}. {plain(fonts, handout.work_extent)}", BODY)
    yield from paragraphs(fonts, handout.work_description)
    for item in handout.medical_certificates:
        yield from _certificate(fonts, item)
    for document in handout.documents:
        yield heading(fonts, document.title)
        yield Paragraph(plain(fonts, long_date(document.dated)), SMALL)
        yield space(3)
        yield from paragraphs(fonts, document.text)


def _certificate(fonts: Fonts, item: HandoutCertificate) -> Story:
    issued = long_date(item.medical_certificate.issued_on)
    line = translate("CaseHandout", "Läkarintyg för sjukpenning (FK 7804), {date}. Dag {day} i rehabiliteringskedjan.")
    return [
        heading(fonts, item.medical_certificate.title),
        Paragraph(plain(fonts, line.format(date=issued, day=item.day)), BODY),
        space(2),
        *form_story(fonts, item.medical_certificate),
    ]


def _quote(fonts: Fonts, voice: str) -> Table:
    """Set the person's own words apart with a line at their side."""
    said = Table([[Paragraph(f"”{plain(fonts, voice.strip())}”", BODY)]], colWidths=[COLUMN], hAlign="LEFT")
    said.setStyle(
        TableStyle([("LINEBEFORE", (0, 0), (0, -1), 2.5, colours.ACCENT), ("LEFTPADDING", (0, 0), (-1, -1), 10)])
    )
    return said
