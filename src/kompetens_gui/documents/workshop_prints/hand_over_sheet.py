"""The sheet for whoever takes over a series: what has been held, agreed and left open, and how it went."""

from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import clock, long_date
from kompetens_gui.documents.workshop_prints.pages import Cell, Head, Pages
from kompetens_gui.documents.workshop_prints.rendering import footer
from kompetens_gui.documents.workshop_prints.text_setting import BODY, CELL_STRONG, LEAD, SMALL
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.hand_over import HandOver, HeldSession
from kompetens_gui.services.role_words import role_words


def render_hand_over(sheet: HandOver, fonts: Fonts, organisation: str = "") -> bytes:
    """Return the sheet as a PDF. Nobody is named but those who have led."""
    title = translate("Prints", "Överlämning: {series}").format(series=fonts.one_line(sheet.series))
    pages = Pages(fonts, PaperFacts(title, organisation))
    header = ", ".join(part for part in (title, long_date(sheet.made_on), organisation.strip()) if part)
    pages.begin(Head(header, translate("Prints", "Bara för ledaren"), for_leader=True, outline=title))
    _draw(sheet, pages)
    pages.end()
    return pages.finish(range(len(pages.held)), footer())


def _draw(sheet: HandOver, pages: Pages) -> None:
    pages.title(translate("Prints", "Till dig som tar över: {series}").format(series=sheet.series))
    held = (
        translate("Prints", "{n} träffar hållna") if len(sheet.held) != 1 else translate("Prints", "{n} träff hållen")
    )
    pages.text(". ".join(t for t in (held.format(n=len(sheet.held)), sheet.unit.strip()) if t), LEAD)
    if sheet.unreadable:
        words = translate("Prints", "Träffar som inte kunde läsas och inte är med: {n}.")
        pages.text(words.format(n=sheet.unreadable), SMALL)
    for label, text in (
        (translate("Prints", "Syfte:"), sheet.purpose),
        (translate("Prints", "Målgrupp:"), sheet.target_group),
        (translate("Prints", "Har lett:"), ", ".join(leader.name.strip() for leader in sheet.leaders)),
    ):
        if text.strip():
            pages.text(text, BODY, label)
    _coming(sheet, pages)
    _listed(
        pages,
        translate("Prints", "Överenskommet senast"),
        [" – ".join(t for t in (c.text, c.who, c.when) if t) for c in sheet.agreed],
    )
    _listed(pages, translate("Prints", "Det gruppen tog med sig senast"), sheet.takeaways)
    _listed(pages, translate("Prints", "Frågor som väntar på svar"), sheet.open_questions)
    _tips(sheet, pages)
    if sheet.held:
        pages.heading(translate("Prints", "Hållna träffar"), 90)
        _held(sheet.held, pages)
    pages.heading(translate("Prints", "Det vill jag att du vet"), 100)
    pages.writing_lines(4)


def _coming(sheet: HandOver, pages: Pages) -> None:
    planned = [
        f"{long_date(c.starts_at.date())} {clock(c.starts_at)}, {c.title}"
        if c.starts_at
        else translate("Prints", "{title}, tid ej bestämd").format(title=c.title)
        for c in sheet.coming
    ]
    _listed(pages, translate("Prints", "Planerat"), planned)


def _tips(sheet: HandOver, pages: Pages) -> None:
    off = [
        translate("Prints", "{title}: tog {took} min, planerat {planned}.").format(
            title=i.title, took=i.took, planned=i.planned
        )
        for i in sheet.off_pace
    ]
    tips = [f"{tip.item}: {tip.text}" for tip in sheet.tips]
    _listed(pages, translate("Prints", "Tips från den som ledde"), [*tips, *off])


def _held(held: tuple[HeldSession, ...], pages: Pages) -> None:
    header = (translate("Prints", "Dag"), translate("Prints", "Träff"), translate("Prints", "Deltagare"))
    rows = []
    for session in held:
        people = ", ".join(role_words(role).counted(n) for role, n in session.roles.items())
        day = long_date(session.held_on) if session.held_on else "–"
        what = "\n".join(t for t in (session.title, session.where, ", ".join(session.leaders)) if t)
        rows.append((Cell(day, CELL_STRONG), Cell(what), Cell(f"{session.participants}: {people}".strip(": "))))
    pages.table((100, 190, pages.width - 290), rows, header)


def _listed(pages: Pages, title: str, items: tuple[str, ...] | list[str]) -> None:
    if items:
        pages.heading(title)
        pages.points(items)
