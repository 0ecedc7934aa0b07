"""How a page of a course certificate of attendance looks. What many holders share is drawn once, reused as a form."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kompetens_gui.documents import colours
from kompetens_gui.documents.certificate_parts import COLUMN, FACTS, LEFT, PageDrawing, Signed
from kompetens_gui.documents.fitting import fit, steps
from kompetens_gui.documents.fonts import REGULAR
from kompetens_gui.documents.words import amount_of_time, long_date
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Facilitator

PURPOSE_STEPS = steps((11, 9, 3))


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


class CourseCertificatePage(PageDrawing):
    """Draws the parts of a page."""

    def kind_words(self) -> str:
        return translate("CourseCertificate", "Deltagarintyg")

    def body(self, shared: Shared) -> Body:
        """Draw what the holders of a session share; returns where the facts row stands, for the holder's own time."""
        y = self._sentence_and_purpose(shared)
        facts_y = y - 30
        self._facts_row(
            facts_y,
            (
                (translate("CourseCertificate", "Omfattning"), ""),
                (translate("CourseCertificate", "Datum"), long_date(shared.held_on)),
                (translate("CourseCertificate", "Plats"), shared.place.strip() or "–"),
            ),
        )
        areas_y = facts_y - 96
        signed = Signed(shared.leaders, shared.issuer, shared.place, shared.issued_on)
        lowest = self._leaders_beside(signed)
        if shared.areas:
            self._two_columns(self._areas_list(), [self._area_titles.get(a, a) for a in shared.areas], areas_y, lowest)
        self._chain(areas_y + 4)
        self._signatures(signed)
        self._footer(
            translate(
                "CourseCertificate",
                "Intyget visar att personen har deltagit i kompetensutveckling. "
                "Det är ingen legitimation och ger ingen behörighet.",
            )
        )
        return Body(facts_y, areas_y)

    def holder(self, c: CourseCertificate, body: Body) -> None:
        """Draw what is the holder's own."""
        self.number_and_holder(c)
        self._fact(FACTS[0], body.facts_y, amount_of_time(c.minutes))

    def _sentence_and_purpose(self, shared: Shared) -> float:
        words = translate("CourseCertificate", "har deltagit i {title}, kompetensutveckling i försäkringsmedicin.")
        y = self._sentence(words, shared.title)
        if shared.purpose.strip():
            purpose = fit(self._fonts, shared.purpose, REGULAR, COLUMN, PURPOSE_STEPS)
            y = self._lines(LEFT, y - purpose.size * 2, purpose, colours.TEXT_2, purpose.size * 1.45)
        return y
