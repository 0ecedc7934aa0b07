"""The leader's sheet for the whole session, and what the groups need to find their place and their task."""

from collections.abc import Mapping
from functools import partial

from kompetens_gui.documents import colours
from kompetens_gui.documents.fitting import fit, steps
from kompetens_gui.documents.flow import LEFT, RIGHT
from kompetens_gui.documents.fonts import SEMIBOLD
from kompetens_gui.documents.pages import HEIGHT, WIDTH
from kompetens_gui.documents.words import NBSP, clock, long_date, when
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
    Style,
)
from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.agenda import TimedItem, timed_agenda
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.services.print_papers import AnswerSheet, GroupCard, GroupSign, SessionSheet, ToBring
from kompetens_gui.services.print_words import part_words
from kompetens_gui.services.role_words import role_title, role_words

_ASKED = Style(11.5, 15.5, SEMIBOLD, after=1)
_ANSWER_LEADING = 25.0


@draw.register
def _(sheet: SessionSheet, pages: Pages, head: Head) -> None:
    plan = sheet.plan
    pages.begin(head)
    pages.title(plan.title or translate("Prints", "Träff utan namn"))
    where = ", ".join(part.strip() for part in (plan.place, plan.unit) if part.strip())
    pages.text(". ".join(part for part in (when(plan.starts_at, timed_agenda(plan).ends_at), where) if part), LEAD)
    for label, text in (
        (translate("Prints", "Syfte:"), plan.purpose),
        (translate("Prints", "Leder:"), ", ".join(f.name.strip() for f in plan.facilitators if f.name.strip())),
        (translate("Prints", "Deltagare:"), _people(sheet)),
        (translate("Prints", "Målgrupp:"), plan.target_group),
    ):
        if text.strip():
            pages.text(text, BODY, label)
    _previous(sheet.previous, pages)
    _agenda(sheet, pages)
    pages.heading(translate("Prints", "Ta med"))
    pages.points(_things(), boxes=True)
    _to_bring(sheet.to_bring, pages)


def _people(sheet: SessionSheet) -> str:
    plan = sheet.plan
    if not plan.participants:
        return ""
    roles: dict[object, int] = {}
    for person in plan.participants:
        roles[person.role] = roles.get(person.role, 0) + 1
    counted = ", ".join(role_words(role).counted(n) for role, n in roles.items())  # type: ignore[arg-type]
    groups = translate("Prints", "{n} grupper").format(n=len(plan.groups)) if plan.groups else ""
    return f"{len(plan.participants)}: " + ". ".join(part for part in (counted, groups) if part)


def _previous(previous: SeriesMemory | None, pages: Pages) -> None:
    if previous is None or previous.is_empty:
        return
    held = long_date(previous.held_on) if previous.held_on else previous.title
    pages.heading(translate("Prints", "Sedan förra träffen, {day}").format(day=held))
    pages.points([" – ".join(t for t in (c.text, c.who, c.when) if t) for c in previous.commitments])
    if previous.open_questions:
        pages.label(translate("Prints", "Frågor som väntar på svar"))
        pages.points(previous.open_questions)


def _agenda(sheet: SessionSheet, pages: Pages) -> None:
    pages.heading(translate("Prints", "Dagordning"), 60)
    header = (translate("Prints", "Tid"), translate("Prints", "Moment"), translate("Prints", "Att tänka på"))
    agenda = timed_agenda(sheet.plan)
    rows = [
        (Cell(_time(timed), CELL_STRONG), Cell(_block(timed, sheet.materials), CELL), Cell(timed.item.notes))
        for timed in agenda.items
    ]
    pages.table((72, 182, pages.width - 254), rows, header)
    if agenda.over_by:
        words = translate("Prints", "Dagordningen är {minutes} minuter längre än den tid som är avsatt.")
        pages.text(words.format(minutes=agenda.over_by), STRONG)


def _time(timed: TimedItem) -> str:
    if timed.starts_at is None or timed.ends_at is None:
        return translate("Prints", "{start}–{end} min").format(start=timed.from_minute, end=timed.to_minute)
    return f"{clock(timed.starts_at)}–{clock(timed.ends_at)}"


def _block(timed: TimedItem, materials: Mapping[str, str]) -> str:
    named = [materials[ref] for ref in material_refs(timed.item.settings) if ref in materials]
    minutes = translate("Prints", "{title} ({minutes} min)").format(title=timed.item.title, minutes=timed.item.minutes)
    return "\n".join([minutes, *(title for title in named if title != timed.item.title)])


def _to_bring(rows: tuple[ToBring, ...], pages: Pages) -> None:
    if not rows:
        return
    pages.heading(translate("Prints", "Skriv ut och lägg i ordning"), 60)
    words = part_words()
    header = ("", translate("Prints", "Papper"), translate("Prints", "Till"), translate("Prints", "Antal"))
    cells = []
    for row in rows:
        whom = row.item or translate("Prints", "Hela träffen")
        cells.append((Cell("□"), Cell(words[row.part], CELL_STRONG), Cell(whom), Cell(str(row.papers))))
    pages.table((22, 170, pages.width - 242, 50), cells, header)


def _things() -> tuple[str, ...]:
    return (
        translate("Prints", "Pennor till alla, sax till korten och en bunt lappar"),
        translate("Prints", "En klocka som syns, också när projektorn visar annat"),
        translate("Prints", "Namnlappar, om ni inte känner varandra"),
        translate("Prints", "Samla in rollkort och papper efteråt. De är påhittade men ska inte ligga kvar"),
    )


# -- groups
@draw.register
def _(sign: GroupSign, pages: Pages, head: Head) -> None:
    """Draw a sign to fold: the same on both sides, one of them upside down."""
    pages.begin(Head(head.left, bare=True, outline=head.outline))
    canvas = pages.canvas
    for turned in (False, True):
        canvas.saveState()
        if turned:
            canvas.translate(WIDTH, HEIGHT)
            canvas.rotate(180)
        _sign_side(sign, pages)
        canvas.restoreState()
    canvas.saveState()
    canvas.setDash(3, 3)
    pages.line(18, HEIGHT / 2, WIDTH - 18, HEIGHT / 2, colours.BORDER_STRONG)
    canvas.restoreState()
    pages.string(WIDTH - 18, HEIGHT / 2 + 3, translate("Prints", "vik här"), SMALL, right=True)


def _sign_side(sign: GroupSign, pages: Pages) -> None:
    wide = WIDTH - LEFT - RIGHT
    name = fit(pages.fonts, sign.name, SEMIBOLD, wide, steps((64, 40, 1), (40, 18, 2)))
    style = Style(name.size, name.size * 1.15, SEMIBOLD)
    y = HEIGHT / 2 - 150
    for line in name.texts:
        pages.string(WIDTH / 2, y, line, style, centre=True)
        y -= style.leading
    if sign.members:
        # A name is kept on one line.
        names = ", ".join(name.strip().replace(" ", NBSP) for name in sign.members)
        members = fit(pages.fonts, names, LARGE.font, wide, steps((17, 11, 3), (11, 9, 6)))
        small = Style(members.size, members.size * 1.35, colour=colours.TEXT_2)
        y -= 6
        for line in members.texts:
            pages.string(WIDTH / 2, y, line, small, centre=True)
            y -= small.leading


@draw.register
def _(card: GroupCard, pages: Pages, head: Head) -> None:
    pages.begin(head)
    pages.title(card.group)
    pages.text(card.title, LEAD)
    pages.heading(translate("Prints", "Uppgift"))
    pages.text(card.task, LARGE)
    pages.text(
        translate("Prints", "{minutes} minuter").format(minutes=card.minutes), LARGE, translate("Prints", "Tid:")
    )
    if card.about:
        pages.text(card.about, LARGE, translate("Prints", "Ni arbetar med:"))
    if card.variant:
        pages.boxed(lambda p: p.text(card.variant, LARGE, translate("Prints", "I er version:")))
    pages.heading(translate("Prints", "Frågor"))
    pages.points(card.questions, LARGE, numbered=True)
    if card.members:
        pages.heading(translate("Prints", "I gruppen"))
        pages.points([f"{m.name}, {role_title(m.role).lower()}" for m in card.members], LARGE)
    pages.heading(translate("Prints", "Så gör ni"))
    pages.points(_how_to(), LARGE)


def _how_to() -> tuple[str, ...]:
    return (
        translate("Prints", "Läs tyst först. Dela sedan upp: en läser frågorna, en skriver, en håller tiden."),
        translate("Prints", "Låt alla säga något innan ni bestämmer er."),
        translate("Prints", "Skriv kort på svarsbladet. Skriv inga namn på verkliga personer."),
    )


@draw.register
def _(sheet: AnswerSheet, pages: Pages, head: Head) -> None:
    """Draw the questions with as many lines as fill the page."""
    pages.begin(head)
    pages.title(translate("Prints", "{group}: svar").format(group=sheet.group))
    pages.text(". ".join(part for part in (sheet.title, sheet.about) if part), LEAD)
    pages.text(sheet.task)
    questions = sheet.questions
    heights = [pages.measure(partial(_question, number=n, question=q)) for n, q in enumerate(questions, 1)]
    room = pages.room - sum(heights) - 14 * len(heights) - 20
    each = max(3, min(9, int(room / _ANSWER_LEADING / max(1, len(questions)))))
    for number, question in enumerate(questions, 1):
        pages.need(heights[number - 1] + 3 * _ANSWER_LEADING)
        _question(pages, number, question)
        pages.writing_lines(each, _ANSWER_LEADING)
        pages.gap(4)
    pages.text(translate("Prints", "Inga namn på verkliga personer. Lämna bladet till den som leder."), SMALL)


def _question(pages: Pages, number: int, question: str) -> None:
    pages.text(question, _ASKED, f"{number}.")
