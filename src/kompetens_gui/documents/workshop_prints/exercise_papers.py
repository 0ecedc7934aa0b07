"""Hand-outs of exercises that are done together: without keys, models and answers."""

from functools import partial

from kompetens_gui.documents import colours
from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Cell, Head, Pages
from kompetens_gui.documents.workshop_prints.text_setting import (
    BODY,
    CELL,
    CELL_STRONG,
    LARGE,
    LEAD,
    SMALL,
    STRONG,
)
from kompetens_gui.domain.material.measure_limits import Figure
from kompetens_gui.domain.material.talk_drill import DrillTask
from kompetens_gui.domain.study.impulses import PortionForm
from kompetens_gui.domain.wording import translate
from kompetens_gui.services import print_papers as p


@draw.register
def _(sheet: p.DrillSheet, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(sheet.title)
    pages.text(sheet.introduction)
    for number, row in enumerate(sheet.rows, 1):
        pages.together(partial(_drill_row, number=number, row=row))


def _drill_row(pages: Pages, number: int, row: p.DrillRow) -> None:
    pages.gap(4)
    pages.text(f"{row.situation} {_drill_words(row.task)}.", SMALL)
    pages.text(f"”{row.line.strip('”')}”", STRONG, f"{number}.")
    pages.writing_lines(2, 21)


def _drill_words(task: DrillTask) -> str:
    return {
        DrillTask.OPEN_QUESTION: translate("TalkDrill", "Gör frågan öppen"),
        DrillTask.REFLECTION: translate("TalkDrill", "Spegla det som sägs"),
        DrillTask.SUMMARY: translate("TalkDrill", "Sammanfatta"),
        DrillTask.ASK_LEAVE: translate("TalkDrill", "Be om lov innan du berättar"),
    }[task]


@draw.register
def _(paper: p.EmployerPlanPaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(translate("Prints", "Arbetsgivarens plan"))
    pages.text(paper.title, LEAD)
    rows = [(Cell(part.heading, CELL_STRONG), Cell(part.text, BODY)) for part in paper.plan]
    pages.table((128, pages.width - 128), rows)
    pages.heading(translate("Prints", "Det här ligger bredvid"))
    pages.text(paper.medical_note, BODY, translate("Prints", "Ur läkarens underlag:"))
    pages.text(paper.coordinator_note, BODY, translate("Prints", "Koordinatorns anteckning:"))
    pages.heading(translate("Prints", "Er läsning"))
    asked = (
        translate("Prints", "Vad är bra i planen?"),
        translate("Prints", "Vad saknas eller gör er osäkra?"),
        translate("Prints", "Första meningen till arbetsgivaren:"),
    )
    for question in asked:
        pages.need(80)
        pages.text(question, STRONG)
        pages.writing_lines(2)


@draw.register
def _(paper: p.LetterPaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(paper.title)
    lead = translate("Prints", "Läs i tre roller: mottagaren, koordinatorn och handläggaren. Skriv sedan om brevet.")
    pages.text(lead, LEAD)
    pages.boxed(lambda pages: pages.text(paper.original, LARGE, keep_breaks=True), mark=colours.BORDER_STRONG)
    pages.heading(translate("Prints", "Vår version"), 150)
    pages.fill_with_lines(25, 16)


@draw.register
def _(paper: p.TwinPaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(paper.title)
    pages.text(paper.text, LARGE)
    pages.heading(translate("Prints", "Svara tillsammans, ett kryss på varje"), 60)
    for number, question in enumerate(paper.questions, 1):
        pages.together(partial(_asked, number=number, question=question))
    pages.string(pages.x + pages.width, pages.bottom + 2, paper.mark, SMALL, right=True)


def _asked(pages: Pages, number: int, question: p.AskedQuestion) -> None:
    pages.gap(3)
    pages.text(question.text, STRONG, f"{number}.")
    with pages.inset(14):
        pages.points(question.options, boxes=True)


@draw.register
def _(paper: p.LeafletPaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(translate("Prints", "Bipacksedel till en sjukskrivning"))
    words = translate("Prints", "{title}. {degree} procent i {weeks} veckor.")
    pages.text(words.format(title=paper.title, degree=paper.degree, weeks=paper.weeks), LEAD)
    pages.text(paper.story)
    # As many lines as let the leaflet stay on one page, two at least.
    lines = next((n for n in (4, 3) if _sections_height(paper, pages, n) <= pages.room), 2)
    for heading, prompt in paper.sections:
        pages.together(partial(_section, heading=heading, prompt=prompt, lines=lines))


def _sections_height(paper: p.LeafletPaper, pages: Pages, lines: int) -> float:
    return sum(pages.measure(partial(_section, heading=h, prompt=t, lines=lines)) for h, t in paper.sections)


def _section(pages: Pages, heading: str, prompt: str, lines: int) -> None:
    pages.heading(heading)
    pages.text(prompt, SMALL)
    pages.writing_lines(lines, 22)


@draw.register
def _(paper: p.PortionsPaper, pages: Pages, head: Head) -> None:
    """Draw each portion with a line to cut along: they are handed out one at a time."""
    pages.begin(head)
    for number, portion in enumerate(paper.portions, 1):

        def portion_drawn(pages: Pages, number: int = number, portion: p.PortionPaper = portion) -> None:
            _portion(pages, number, portion, paper.title)

        height = pages.measure(portion_drawn)
        if number > 1 and height + 34 <= pages.room:
            pages.y -= 6
            pages.cut_line(pages.y)
            pages.y -= 22
        elif number > 1:
            pages.new_page()
        portion_drawn(pages)


def _portion(pages: Pages, number: int, portion: p.PortionPaper, title: str) -> None:
    words = translate("Prints", "{number}. {title}").format(number=number, title=portion.title)
    pages.heading(words)
    pages.text(f"{_form_words(portion.form)}. {title}", SMALL)
    pages.text(portion.text, LARGE, keep_breaks=True)
    pages.text(translate("Prints", "Vad får er att vilja fråga mer? Stryk under."), SMALL)


def _form_words(form: PortionForm) -> str:
    return {
        PortionForm.MEDICAL_CERTIFICATE: translate("Prints", "Läkarintyg"),
        PortionForm.PHONE: translate("Prints", "Telefonsamtal"),
        PortionForm.LETTER: translate("Prints", "Brev"),
        PortionForm.EMPLOYER: translate("Prints", "Arbetsgivaren"),
    }[form]


@draw.register
def _(paper: p.FigurePaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(paper.title)
    pages.boxed(lambda pages: pages.text(paper.claim, LARGE, translate("Prints", "Det sägs:")))
    figure_table(paper.figure, pages)
    pages.heading(translate("Prints", "Håller det? Kryssa de påståenden som siffrorna bär"), 60)
    pages.points(paper.statements, LARGE, boxes=True)
    pages.heading(translate("Prints", "Vad mäts inte?"), 60)
    pages.fill_with_lines(25, 4)


def figure_table(figure: Figure, pages: Pages) -> None:
    """Draw the numbers of a figure as a table, with the caution that always stands beside them."""
    pages.heading(figure.title, 80)
    first = 130.0
    each = (pages.width - first) / max(1, len(figure.columns))
    rows = [
        [Cell(one.title, CELL_STRONG), *(Cell(_number(v, figure.unit), CELL) for v in _padded(one.values, figure))]
        for one in figure.series
    ]
    pages.table([first, *[each] * len(figure.columns)], rows, ["", *figure.columns])
    pages.text(figure.caution, SMALL)


def _padded(values: tuple[float, ...], figure: Figure) -> list[float | None]:
    columns = len(figure.columns)
    return [*values[:columns], *[None] * (columns - len(values))]


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    number = f"{value:,.1f}".rstrip("0").rstrip(".").replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return f"{number} {unit}".strip()
