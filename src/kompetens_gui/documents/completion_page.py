"""How a page of a course certificate of completion looks: modules, time, period, areas, how long it holds."""

from datetime import date
from typing import NamedTuple

from kompetens_gui.documents.certificate_parts import Listed, PageDrawing, Signed
from kompetens_gui.documents.words import amount_of_time, long_date, period
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Facilitator

MODULES_SHARE, SECOND_GAP = 0.4, 20.0


class CompletedPath(NamedTuple):
    """What stands on the paper but for the holder."""

    title: str
    minutes: int
    started_on: date
    completed_on: date
    valid_until: date | None
    modules: tuple[str, ...]
    areas: tuple[str, ...]
    leaders: tuple[Facilitator, ...]
    issuer: str
    place: str
    issued_on: date

    @staticmethod
    def of(course_certificate: CourseCertificate) -> "CompletedPath":
        c = course_certificate
        return CompletedPath(
            c.title,
            c.minutes,
            c.started_on or c.held_on,
            c.held_on,
            c.valid_until,
            tuple(m.title for m in c.modules),
            c.competence_areas,
            c.leaders,
            c.issuer,
            c.place,
            local(c.issued_at).date(),
        )


class CompletionPage(PageDrawing):
    """Draws the parts of a page."""

    def kind_words(self) -> str:
        return translate("CourseCertificate", "Intyg om genomförd utbildning")

    def body(self, path: CompletedPath) -> None:
        """Draw everything but the holder."""
        words = translate(
            "CourseCertificate",
            "har genomfört {title}, en utbildning i försäkringsmedicin, med alla moduler godkända.",
        )
        facts_y = self._sentence(words, path.title) - 30
        self._facts_row(facts_y, self._facts(path))
        content_y = facts_y - 96
        signed = Signed(path.leaders, path.issuer, path.place, path.issued_on)
        self._content(path, content_y, self._leaders_beside(signed))
        self._chain(content_y + 4)
        self._signatures(signed)
        self._footer(
            translate(
                "CourseCertificate",
                "Intyget visar att personen har genomfört en utbildning. "
                "Det är ingen legitimation och ger ingen behörighet.",
            )
        )

    def holder(self, c: CourseCertificate) -> None:
        """Draw what is the holder's own."""
        self.number_and_holder(c)

    def _facts(self, path: CompletedPath) -> tuple[tuple[str, str], ...]:
        count = len(path.modules)
        modules = translate("CourseCertificate", "{count} moduler, {time}")
        if count == 1:
            modules = translate("CourseCertificate", "{count} modul, {time}")
        scope = (
            modules.format(count=count, time=amount_of_time(path.minutes)) if count else amount_of_time(path.minutes)
        )
        until = long_date(path.valid_until) if path.valid_until else translate("CourseCertificate", "Tills vidare")
        return (
            (translate("CourseCertificate", "Omfattning"), scope),
            (translate("CourseCertificate", "Period"), period(path.started_on, path.completed_on)),
            (translate("CourseCertificate", "Gäller till och med"), until),
        )

    def _content(self, path: CompletedPath, y: float, lowest: float) -> None:
        """Draw the modules, and the areas in what is left under them."""
        titles = [self._area_titles.get(area, area) for area in path.areas]
        if path.modules:
            share = MODULES_SHARE if titles else 1.0
            words = translate("CourseCertificate", "och {count} moduler till")
            listed = Listed(translate("CourseCertificate", "Innehåll"), words)
            y = self._two_columns(listed, path.modules, y, y - (y - lowest) * share) - 30
        if titles:
            self._two_columns(self._areas_list(), titles, y, lowest, SECOND_GAP)
