"""The brief of a pathway on one page, and a card for each seat at the table."""

from collections.abc import Mapping, Sequence
from functools import partial

from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Head, Pages
from kompetens_gui.documents.workshop_prints.text_setting import BODY, LARGE, LEAD, SMALL, Style
from kompetens_gui.domain.material.pathway import Forum, SeatId
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import BriefPaper, SeatPaper

# From the roomiest to the tightest: the brief is to stay on one page.
_SIZES = (LARGE, Style(11, 15, after=4), BODY, Style(9.5, 13, after=3))


@draw.register
def _(paper: BriefPaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    high = pages.room
    style = next((s for s in _SIZES if pages.measure(partial(_brief, paper, style=s)) <= high), _SIZES[-1])
    _brief(paper, pages, style)


def _brief(paper: BriefPaper, pages: Pages, style: Style) -> None:
    pages.title(paper.title)
    pages.text(forum_words(paper.forum), LEAD)
    if paper.content_warning:
        pages.text(paper.content_warning, SMALL)
    pages.boxed(lambda p: p.text(paper.order, LARGE, translate("Prints", "Frågan:")))
    for part in paper.parts:
        pages.heading(part.heading)
        pages.text(part.text, style)


@draw.register
def _(paper: SeatPaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    seat_card(paper, pages)


def draw_seats(papers: Sequence[SeatPaper], pages: Pages, head: Head) -> None:
    """Draw the cards of a table, two to a page with a line to cut along."""
    pages.halves(head, [partial(seat_card, paper) for paper in papers])


def seat_card(paper: SeatPaper, pages: Pages) -> None:
    seat = paper.seat
    pages.title(seat_words()[seat.id])
    pages.text(paper.title, LEAD)
    pages.text(seat.task, BODY, translate("Prints", "Din uppgift:"))
    for title, items in (
        (translate("Prints", "Det här vet du"), seat.knows),
        (translate("Prints", "Fråga efter"), seat.asks),
    ):
        pages.label(title)
        pages.points(items)
    pages.text(seat.limit, BODY, translate("Prints", "Din gräns:"))
    if paper.voice.strip():
        words = translate("Prints", "Läs högt när ledaren ber om det:")
        pages.boxed(lambda p: p.text(f"”{paper.voice.strip().strip('”')}”", BODY, words))


def forum_words(forum: Forum) -> str:
    """Say whose forum it is, and that it is none."""
    return {
        Forum.PATHWAY: translate("Prints", "Vägvalsforum som övning. Utbildning, inte ärende."),
        Forum.CONSULTATION: translate("Prints", "Konsultationsforum som övning. Utbildning, inte ärende."),
    }[forum]


def seat_words() -> Mapping[SeatId, str]:
    """Name the seats."""
    return {
        SeatId.DECISION_MAKER: translate("Prints", "Beslutsfattaren"),
        SeatId.ADVISER: translate("Prints", "Försäkringsmedicinska rådgivaren"),
        SeatId.SPECIALIST: translate("Prints", "Specialisten"),
        SeatId.EMPLOYMENT_OFFICER: translate("Prints", "Arbetsförmedlaren"),
        SeatId.CASE_OFFICER: translate("Prints", "Handläggaren"),
        SeatId.OWN_VOICE: translate("Prints", "Personens egen röst"),
        SeatId.WORK_PSYCHOLOGIST: translate("Prints", "Arbetspsykologen"),
        SeatId.SOCIAL_CONSULTANT: translate("Prints", "Socialkonsulenten"),
        SeatId.OCCUPATIONAL_THERAPIST: translate("Prints", "Arbetsterapeuten"),
    }
