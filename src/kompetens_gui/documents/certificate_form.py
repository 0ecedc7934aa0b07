"""A medical certificate as the form reads: every question with its number, in order, also those left empty."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Paragraph, Table, TableStyle

from kompetens_gui.documents import colours
from kompetens_gui.documents.flow import BODY, COLUMN, Story, plain
from kompetens_gui.documents.fonts import SEMIBOLD, Fonts
from kompetens_gui.domain.medical_certificate import (
    DIAGNOSIS,
    FORM_V2,
    INFECTION_CARRIER,
    PERIODS,
    FormField,
    MedicalCertificate,
)
from kompetens_gui.domain.wording import translate

NUMBER = 30.0
GREY = f"#{colours.TEXT_3.hexval()[2:]}"
ASKED_OF_INFECTION_CARRIERS = (INFECTION_CARRIER, DIAGNOSIS, PERIODS)


@dataclass(frozen=True)
class Question:
    """A question on the form with its answer; empty when nothing was filled in."""

    field: FormField
    answer: str


def questions(medical_certificate: MedicalCertificate) -> Iterator[Question]:
    """Yield what the form asks; someone kept from work as an infection carrier is asked for far less."""
    for field in FORM_V2:
        asked = medical_certificate.asks_for_chain or field.id in ASKED_OF_INFECTION_CARRIERS
        answer = medical_certificate.text(field.id)
        if asked or answer:
            yield Question(field, answer)


def form_story(fonts: Fonts, medical_certificate: MedicalCertificate) -> Story:
    """Return the certificate as a ruled form."""
    rows = []
    for question in questions(medical_certificate):
        answer = plain(fonts, question.answer) or f"<i>{plain(fonts, not_filled_in())}</i>"
        # Title and answer are one paragraph, so that a page break never parts the title from its first line.
        text = (
            f'<font size="9" face="{SEMIBOLD}" color="{GREY}">{plain(fonts, question.field.title)}</font><br/>{answer}'
        )
        rows.append([Paragraph(f'<font face="{SEMIBOLD}">{question.field.number}</font>', BODY), Paragraph(text, BODY)])
    form = Table(rows, colWidths=[NUMBER, COLUMN - NUMBER], hAlign="LEFT", splitInRow=1)
    form.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BOX", (0, 0), (-1, -1), 0.9, colours.BORDER_STRONG),
                ("LINEBELOW", (0, 0), (-1, -2), 0.5, colours.BORDER_STRONG),
                ("LINEAFTER", (0, 0), (0, -1), 0.5, colours.BORDER),
                ("BACKGROUND", (0, 0), (0, -1), colours.SURFACE_2),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        )
    )
    return [form]


def not_filled_in() -> str:
    return translate("CaseHandout", "Ej ifyllt")
