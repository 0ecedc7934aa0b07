"""The list that comes first: which papers there are, who has them, and on which pages they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from kompetens_gui.documents.words import when
from kompetens_gui.documents.workshop_prints.pages import DEEPEST, Head, Pages
from kompetens_gui.documents.workshop_prints.text_setting import CELL, CELL_STRONG, LEAD, SMALL, TITLE
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.services.print_papers import Print, PrintPart, WorkshopPapers
from kompetens_gui.services.print_words import part_words

ROW = 15.5
HEADING_ROWS = 6
PER_PAGE = int(DEEPEST / ROW)
GROUP_X, COPIES_X = 268.0, 372.0


@dataclass(frozen=True)
class ContentsRow:
    """A row: papers of one kind for one group. A row without pages is the name of a block."""

    title: str
    group: str = ""
    papers: int = 0
    prints: tuple[int, ...] = ()


def contents_rows(prints: Sequence[Print]) -> tuple[ContentsRow, ...]:
    """Return the rows; `prints` of a row are the places of its papers."""
    rows: list[ContentsRow] = []
    block: str | None = None
    place = 0
    words = part_words()
    while place < len(prints):
        first = prints[place]
        if first.item != block:
            block = first.item
            rows.append(ContentsRow(block or translate("Prints", "Hela träffen")))
        run = [place]
        while place + 1 < len(prints) and _alike(prints[place + 1], first):
            place += 1
            run.append(place)
        papers = sum(prints[n].copies for n in run)
        title = first.title if len({prints[n].title for n in run}) == 1 else words[first.part]
        rows.append(ContentsRow(title, first.group, papers, tuple(run)))
        place += 1
    return tuple(rows)


def _alike(other: Print, first: Print) -> bool:
    return (other.item, other.part, other.group) == (first.item, first.part, first.group) and (
        first.part != PrintPart.LEADER
    )


def contents_pages(rows: Sequence[ContentsRow]) -> int:
    """Return how many pages the list takes."""
    return -(-(len(rows) + HEADING_ROWS) // PER_PAGE)


def draw_contents(
    papers: WorkshopPapers, rows: Sequence[ContentsRow], spans: Sequence[tuple[int, int]], pages: Pages, head: Head
) -> None:
    """Draw the list; `spans` are the first and last page of each paper."""
    pages.begin(head)
    plan = papers.plan
    title = pages.set.cut(translate("Prints", "Utskrifter: {title}").format(title=plan.title), TITLE, pages.width)
    pages.string(pages.x, pages.y - 20, title, TITLE)
    about = when(plan.starts_at, timed_agenda(plan).ends_at)
    pages.string(pages.x, pages.y - 42, pages.set.cut(about, LEAD, pages.width), LEAD)
    pages.string(pages.x, pages.y - 57, pages.set.cut(_advice(), SMALL, pages.width), SMALL)
    if papers.lost:
        words = translate("Prints", "Saknas, materialet går inte att läsa: {blocks}")
        lost = words.format(blocks=", ".join(papers.lost))
        pages.string(pages.x, pages.y - 72, pages.set.cut(lost, CELL_STRONG, pages.width), CELL_STRONG)
    used = HEADING_ROWS
    pages.y -= 84
    for row in rows:
        if used >= PER_PAGE:
            pages.new_page()
            used = 0
        _row(row, spans, pages)
        used += 1


def _advice() -> str:
    return translate(
        "Prints",
        "I den ordning papperen används. Skriv ut enkelsidigt, om du inte valde att varje papper får eget ark.",
    )


def _row(row: ContentsRow, spans: Sequence[tuple[int, int]], pages: Pages) -> None:
    y = pages.y - 11
    if not row.prints:
        pages.string(pages.x, y - 1, pages.set.cut(row.title, CELL_STRONG, pages.width), CELL_STRONG)
        pages.line(pages.x, pages.y - ROW + 1, pages.x + pages.width, pages.y - ROW + 1)
    else:
        first, last = spans[row.prints[0]][0], spans[row.prints[-1]][1]
        numbers = str(first) if first == last else f"{first}–{last}"
        pages.string(pages.x + 12, y, pages.set.cut(row.title, CELL, GROUP_X - 24), CELL)
        pages.string(pages.x + GROUP_X, y, pages.set.cut(row.group, CELL, COPIES_X - GROUP_X - 8), CELL)
        if row.papers > 1:
            pages.string(pages.x + COPIES_X, y, translate("Prints", "{n} st").format(n=row.papers), CELL)
        pages.string(pages.x + pages.width, y, numbers, CELL_STRONG, right=True)
    pages.y -= ROW
