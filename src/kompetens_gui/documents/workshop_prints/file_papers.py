"""The papers of a coordination case, each on a page of its own, as they would lie in a file."""

from kompetens_gui.documents.fonts import SEMIBOLD
from kompetens_gui.documents.words import long_date
from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Cell, Head, Pages, with_breaks
from kompetens_gui.documents.workshop_prints.text_setting import LARGE, LEAD, SMALL, Style
from kompetens_gui.domain.material.coordination import Paper, PaperKind
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import FilePapers

FIELD = 118.0
LONGEST_FIELD = 40
_FIELD = Style(10, 14, SEMIBOLD)
_ANSWER = Style(11, 15)


@draw.register
def _(file: FilePapers, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(file.title)
    if file.content_warning:
        pages.text(file.content_warning, SMALL)
    pages.text(file.story, LARGE)
    if file.voice.strip():
        pages.boxed(lambda p: p.text(f"”{file.voice.strip().strip('”')}”", LARGE))
    if file.variant:
        pages.boxed(lambda p: p.text(file.variant, LARGE, translate("Prints", "I er version:")))
    pages.heading(translate("Prints", "Papper i mappen"))
    pages.points([f"{paper.title}, {long_date(paper.dated)}" for paper in file.papers], LARGE, numbered=True)
    for paper in file.papers:
        pages.new_page()
        _paper(paper, pages)


def _paper(paper: Paper, pages: Pages) -> None:
    pages.title(paper.title)
    pages.text(f"{kind_words(paper.kind)}, {long_date(paper.dated)}", LEAD)
    if paper.kind in (PaperKind.MEDICAL_CERTIFICATE, PaperKind.LOG) and _has_fields(paper.text):
        rows = [_field(line) for line in with_breaks(paper.text).splitlines()]
        pages.table((FIELD, pages.width - FIELD), [(Cell(a, _FIELD), Cell(b, _ANSWER)) for a, b in rows])
        return
    pages.text(paper.text, LARGE, keep_breaks=True)


def _has_fields(text: str) -> bool:
    """Tell whether most lines begin with the name of a field, or a day, and a colon."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and sum(bool(_field(line)[0]) for line in lines) * 2 >= len(lines)


def _field(line: str) -> tuple[str, str]:
    name, colon, answer = line.strip().partition(":")
    if not colon or len(name) > LONGEST_FIELD:
        return "", line.strip()
    return name.strip(), answer.strip()


def kind_words(kind: PaperKind) -> str:
    """Say what a paper is."""
    return {
        PaperKind.MEDICAL_CERTIFICATE: translate("Prints", "Läkarintyg för sjukpenning (FK 7804)"),
        PaperKind.PHONE_NOTE: translate("Prints", "Anteckning från samtal"),
        PaperKind.EMPLOYER_PLAN: translate("Prints", "Arbetsgivarens plan"),
        PaperKind.LOG: translate("Prints", "Logg"),
        PaperKind.LETTER: translate("Prints", "Brev"),
    }[kind]
