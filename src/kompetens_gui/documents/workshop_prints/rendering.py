"""All papers of a workshop in one file: a list of contents, then the papers in the order they are used."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import long_date
from kompetens_gui.documents.workshop_prints import (  # noqa: F401  (each registers how its papers are drawn)
    card_sheets,
    commitment_sheets,
    exercise_papers,
    file_papers,
    leader_keys,
    observer_sheets,
    platypus_papers,
    role_cards,
    role_play_sheet,
    session_sheets,
)
from kompetens_gui.documents.workshop_prints.contents import contents_pages, contents_rows, draw_contents
from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Head, Pages
from kompetens_gui.documents.workshop_prints.pathway_papers import draw_seats
from kompetens_gui.domain.errors import Cancelled
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import Print, PrintPart, SeatPaper, WorkshopPapers

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def render_workshop_prints(
    papers: WorkshopPapers,
    fonts: Fonts,
    organisation: str = "",
    *,
    duplex: bool = False,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the file; with only one paper there is no list. Raises Cancelled when asked to stop.

    With `duplex` every paper begins on a sheet of its own, so that nobody's paper stands on the back of another's.
    """
    title = translate("Prints", "Utskrifter: {title}").format(title=fonts.one_line(papers.plan.title))
    pages = Pages(fonts, PaperFacts(title, organisation, made_at=papers.plan.starts_at), duplex=duplex)
    prints = papers.prints
    rows = contents_rows(prints)
    leading = contents_pages(rows) if len(prints) > 1 else 0
    blank = leading % 2 if duplex else 0
    total, done = len(prints) + 1, 0
    drawn = _Drawn()
    spans: list[tuple[int, int]] = []
    for run in _runs(prints):
        if cancelled is not None and cancelled():
            raise Cancelled
        pages.end()
        head = _head(papers, run[0], organisation)
        spans += _draw_run(run, pages, head, leading + blank, drawn)
        done += len(run)
        if progress is not None:
            progress(done, total)
    pages.end()
    body = len(pages.held)
    if leading:
        head = Head(
            _about(papers, organisation), translate("Prints", "Innehåll"), outline=translate("Prints", "Innehåll")
        )
        pages.duplex = False
        draw_contents(papers, rows, spans, pages, head)
        pages.end()
        if blank:
            pages.begin(Head("", blank=True))
            pages.end()
    order = [*range(body, len(pages.held)), *range(body)]
    made = pages.finish(order, footer())
    if progress is not None:
        progress(total, total)
    return made


def footer() -> str:
    """Return what stands at the foot of every paper."""
    return translate("Prints", "Utbildning, inte ärende. Alla fall, personer och arbetsplatser är påhittade.")


def _runs(prints: Sequence[Print]) -> Iterator[Sequence[Print]]:
    """Yield papers one by one, but the seats of a table together: they share pages."""
    place = 0
    while place < len(prints):
        end = place + 1
        first = prints[place]
        if isinstance(first.content, SeatPaper):
            while end < len(prints) and _same_table(prints[end], first):
                end += 1
        yield prints[place:end]
        place = end


def _same_table(other: Print, first: Print) -> bool:
    return isinstance(other.content, SeatPaper) and (other.item, other.group) == (first.item, first.group)


class _Drawn:
    """Where each content was first drawn: several groups are given the same, and it is set only once."""

    def __init__(self) -> None:
        self._pages: dict[type, list[tuple[object, range]]] = {}

    def find(self, content: object) -> range | None:
        return next((pages for known, pages in self._pages.get(type(content), ()) if known == content), None)

    def keep(self, content: object, pages: range) -> None:
        self._pages.setdefault(type(content), []).append((content, pages))


def _draw_run(run: Sequence[Print], pages: Pages, head: Head, before: int, drawn: _Drawn) -> list[tuple[int, int]]:
    """Draw papers with their copies; returns the first and last page of each."""
    start = len(pages.held)
    content: object = run[0].content
    if isinstance(content, SeatPaper):
        content = tuple(one.content for one in run)
    for number in range(run[0].copies):
        _draw_one(content, pages, replace(head, outline="" if number else head.outline), drawn)
    first = start + (1 if pages.duplex and start % 2 else 0)
    return [(before + first + 1, before + len(pages.held))] * len(run)


def _draw_one(content: object, pages: Pages, head: Head, drawn: _Drawn) -> None:
    earlier = drawn.find(content)
    if earlier is not None:
        pages.again(earlier, head)
        return
    start = len(pages.held)
    if isinstance(content, tuple):
        draw_seats([seat for seat in content if isinstance(seat, SeatPaper)], pages, head)
    else:
        draw(content, pages, head)
    pages.end()
    first = start + (1 if pages.duplex and start % 2 else 0)
    drawn.keep(content, range(first, len(pages.held)))


def _head(papers: WorkshopPapers, one: Print, organisation: str) -> Head:
    leader = one.part == PrintPart.LEADER
    right = translate("Prints", "Bara för ledaren") if leader else one.group
    outline = ", ".join(part for part in (one.title, one.group) if part)
    return Head(_about(papers, organisation), right, leader, outline)


def _about(papers: WorkshopPapers, organisation: str) -> str:
    day = long_date(papers.plan.starts_at.date()) if papers.plan.starts_at else ""
    return ", ".join(part.strip() for part in (papers.plan.title, day, organisation) if part.strip())
