"""What is taken home: the sheet to write on what one will try, and the one for a fortnight later."""

from kompetens_gui.documents.words import long_date
from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Cell, Head, Pages
from kompetens_gui.documents.workshop_prints.text_setting import CELL, LEAD, SMALL, STRONG, Style
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import CommitmentSheet, FollowUpSheet

EMPTY_ROWS, ROW = 8, 52.0
_TICK = Style(17, 19)


@draw.register
def _(sheet: CommitmentSheet, pages: Pages, head: Head) -> None:
    """Draw a whole page for a group, and two halves to cut apart for persons."""
    if sheet.group:
        pages.begin(head)
        _group(sheet, pages)
        return
    pages.halves(head, [lambda pages: _person(sheet, pages)] * 2)


def _person(sheet: CommitmentSheet, pages: Pages) -> None:
    pages.title(sheet.prompt)
    pages.text(sheet.title, LEAD)
    for question in (
        translate("Prints", "Jag prövar"),
        translate("Prints", "När och med vem"),
        translate("Prints", "Så märker jag att det gjorde skillnad"),
    ):
        pages.text(question, STRONG)
        pages.writing_lines(2, 22)
    pages.text(_look_back(sheet), SMALL)


def _group(sheet: CommitmentSheet, pages: Pages) -> None:
    pages.title(f"{sheet.group}: {sheet.prompt[:1].lower()}{sheet.prompt[1:]}")
    pages.text(sheet.title, LEAD)
    header = (
        translate("Prints", "Vi prövar"),
        translate("Prints", "När"),
        translate("Prints", "Så märker vi skillnad"),
    )
    rows = [(Cell(""), Cell(""), Cell(""))] * 7
    pages.table((pages.width - 250, 90, 160), rows, header, least=70)
    pages.text(_look_back(sheet), SMALL)


def _look_back(sheet: CommitmentSheet) -> str:
    if sheet.follow_up_on is None:
        return translate("Prints", "Vi hörs om det fjorton dagar efter träffen. Skriv inga namn på verkliga personer.")
    words = translate("Prints", "Vi hörs om det {day}. Skriv inga namn på verkliga personer.")
    return words.format(day=long_date(sheet.follow_up_on))


@draw.register
def _(sheet: FollowUpSheet, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(translate("Prints", "Vad blev det av det?"))
    when = long_date(sheet.on) if sheet.on else translate("Prints", "Fjorton dagar efter träffen")
    pages.text(translate("Prints", "{day}. Uppföljning av {title}").format(day=when, title=sheet.title), LEAD)
    words = translate(
        "Prints",
        "Gå igenom åtagandena ett i taget. Inget svar är bättre än ett annat. Fråga vad som hände, och vad som "
        "skulle göra det lättare nästa gång.",
    )
    pages.text(words)
    header = (
        translate("Prints", "Åtagande"),
        translate("Prints", "Prövat"),
        translate("Prints", "Delvis"),
        translate("Prints", "Inte än"),
        translate("Prints", "Släppt"),
        translate("Prints", "Vad hände?"),
    )
    texts = [" – ".join(t for t in (c.text, c.who, c.when) if t) for c in sheet.commitments]
    texts += [""] * (EMPTY_ROWS if not texts else 2)
    rows = [(Cell(text, CELL), *(Cell("□", _TICK) for _ in range(4)), Cell("")) for text in texts]
    pages.table((170, 42, 42, 44, 44, pages.width - 342), rows, header, least=ROW)
    if sheet.open_questions:
        pages.heading(translate("Prints", "Frågor som väntar på svar"))
        pages.points(sheet.open_questions, boxes=True)
    pages.label(translate("Prints", "Det här tar vi med till nästa träff"))
    pages.fill_with_lines(24, 4)
