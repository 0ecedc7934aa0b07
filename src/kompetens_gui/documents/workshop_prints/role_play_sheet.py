"""The leader's sheet of a role play. Somebody who has not met it before can lead from this alone."""

from functools import partial

from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Cell, Head, Pages
from kompetens_gui.documents.workshop_prints.role_cards import mode_words
from kompetens_gui.documents.workshop_prints.text_setting import BODY, CELL_STRONG, LEAD, SMALL, STRONG
from kompetens_gui.domain.material.role_play import PhaseKind, RoleCard, RolePart, RolePlay
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import GroupCast, RolePlaySheet


@draw.register
def _(sheet: RolePlaySheet, pages: Pages, head: Head) -> None:
    play = sheet.play
    pages.begin(head)
    pages.title(play.head.title)
    minutes = translate("Prints", "{minutes} minuter. {mode}. {place}")
    pages.text(minutes.format(minutes=play.minutes, mode=mode_words(play.mode), place=play.place), LEAD)
    if play.minutes != sheet.minutes:
        words = translate("Prints", "I dagordningen har momentet {minutes} minuter. Korta eller låt faserna växa.")
        pages.text(words.format(minutes=sheet.minutes), STRONG)
    if play.head.content_warning:
        pages.text(play.head.content_warning, SMALL)
    pages.text(play.leader.purpose, BODY, translate("Prints", "Syfte:"))
    pages.text(play.summary)
    _before(sheet, pages)
    _phases(play, pages)
    pages.boxed(lambda p: _safety(play, p))
    _roles(play, pages)
    _points(pages, translate("Prints", "Titta efter"), play.leader.watch_for)
    _points(pages, translate("Prints", "Fallgropar"), play.leader.pitfalls)
    _points(pages, translate("Prints", "Om det fastnar: lägg fram ett kort"), play.stuck)
    _debrief(play, pages)
    _levels(sheet, pages)
    _fewer(play, pages)
    _points(pages, translate("Prints", "Fakta, med hur säkra de är"), play.leader.facts)
    _background(play, pages)


def _before(sheet: RolePlaySheet, pages: Pages) -> None:
    pages.heading(translate("Prints", "Före"))
    pages.points(sheet.play.leader.before, boxes=True)
    titles = {r.id: r.title for r in sheet.play.roles}
    for cast in sheet.casts:
        pages.text(_cast_words(cast, titles), BODY, cast.group or translate("Prints", "I rummet"))


def _cast_words(cast: GroupCast, titles: dict[str, str]) -> str:
    roles = ", ".join(titles.get(r, r) for r in cast.roles)
    if not cast.people:
        return translate("Prints", "Alla kort är utskrivna: {roles}. Övriga observerar.").format(roles=roles)
    words = translate("Prints", "{people} personer: {roles}. Observatörer: {observers}. {advice}")
    return words.format(people=cast.people, roles=roles, observers=cast.observers, advice=cast.advice).strip()


def _phases(play: RolePlay, pages: Pages) -> None:
    pages.heading(translate("Prints", "Så går det till"), 80)
    header = (translate("Prints", "Från"), translate("Prints", "Fas"), translate("Prints", "Säg och gör"))
    at, rows = 0, []
    for phase in play.phases:
        minutes = translate("Prints", "{title}, {minutes} min").format(title=phase.title, minutes=phase.minutes)
        # The hand of a clock that starts when the block does.
        rows.append((Cell(f"{at} min", CELL_STRONG), Cell(minutes, CELL_STRONG), Cell(phase.leader)))
        at += phase.minutes
    pages.table((46, 112, pages.width - 158), rows, header)


def _safety(play: RolePlay, pages: Pages) -> None:
    pages.text(
        play.safety.text, BODY, translate("Prints", "Trygghet, stoppord ”{word}”:").format(word=play.safety.word)
    )


def _roles(play: RolePlay, pages: Pages) -> None:
    pages.heading(translate("Prints", "Rollerna i korthet, med det de håller inne"), 70)
    for role in play.roles:
        pages.together(partial(_role, role=role))


def _role(pages: Pages, role: RoleCard) -> None:
    about = f"{role.name}, {role.age}. {role.subtitle}."
    if role.part == RolePart.MAIN:
        about = translate("Prints", "{about} Huvudroll.").format(about=about)
    if role.optional:
        about = translate("Prints", "{about} Kan lämnas ut.").format(about=about)
    pages.text(about, BODY, f"{role.title}:")
    with pages.inset(14):
        pages.text("; ".join(w.rstrip(".") for w in role.wants) + ".", BODY, translate("Prints", "Vill:"))
        for told in role.told_if_asked:
            pages.text(f"{told.when} → {told.tell}", BODY, translate("Prints", "Håller inne:"))
    pages.gap(3)


def _debrief(play: RolePlay, pages: Pages) -> None:
    minutes = sum(p.minutes for p in play.phases if p.kind in (PhaseKind.OBSERVERS, PhaseKind.DEBRIEF))
    pages.heading(translate("Prints", "Eftersamtal i fem steg, {minutes} minuter").format(minutes=minutes), 60)
    for number, step in enumerate(play.debrief, 1):
        pages.need(50)
        pages.text(f"{step.who}", BODY, f"{number}. {step.title}")
        with pages.inset(14):
            pages.points(step.questions)


def _levels(sheet: RolePlaySheet, pages: Pages) -> None:
    pages.heading(translate("Prints", "Nivåer"))
    if sheet.level:
        pages.text(translate("Prints", "Planen säger nivå {level}.").format(level=sheet.level), STRONG)
    titles = {r.id: r.title for r in sheet.play.roles}
    for level in sheet.play.levels:
        pages.text(level.text, BODY, f"{level.level}. {level.title}:")
        with pages.inset(14):
            pages.points([f"{titles.get(c.role, c.role)}: {c.text}" for c in level.changes])


def _fewer(play: RolePlay, pages: Pages) -> None:
    if not play.fewer:
        return
    pages.heading(translate("Prints", "Om ni är färre"))
    titles = {r.id: r.title for r in play.roles}
    for way in play.fewer:
        roles = ", ".join(titles.get(r, r) for r in way.roles)
        pages.text(f"{roles}. {way.text}", BODY, translate("Prints", "{people} personer:").format(people=way.people))


def _background(play: RolePlay, pages: Pages) -> None:
    pages.heading(translate("Prints", "Bakgrund att läsa högt"))
    pages.text(play.background)


def _points(pages: Pages, title: str, items: tuple[str, ...]) -> None:
    if items:
        pages.heading(title)
        pages.points(items)
