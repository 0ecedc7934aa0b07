"""The hand-over sheet of a series as plain text, to read, copy or send."""

from collections.abc import Iterator, Sequence

from kompetens_gui.domain.wording import translate
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.forum_words import forum_title
from kompetens_gui.services.hand_over import HandOver, HeldSession
from kompetens_gui.services.role_words import role_words


def hand_over_text(sheet: HandOver) -> str:
    """Return the whole sheet; parts with nothing in them are left out."""
    return "\n".join(_lines(sheet)).strip() + "\n"


def _lines(sheet: HandOver) -> Iterator[str]:
    yield translate("HandOver", "Överlämning: {series}").format(series=sheet.series)
    yield translate("HandOver", "Sammanställd {day}").format(day=day_words(sheet.made_on))
    yield from _part(translate("HandOver", "Serien"), _facts(sheet))
    yield from _part(translate("HandOver", "Hållna träffar"), [_held(h) for h in sheet.held])
    if sheet.unreadable:
        told = translate("HandOver", "{n} träffar går inte att läsa och saknas här.")
        yield told.format(n=sheet.unreadable)
    planned = [
        f"{c.title}, {day_words(c.starts_at.date()) if c.starts_at else translate('HandOver', 'inget datum än')}"
        for c in sheet.coming
    ]
    yield from _part(translate("HandOver", "Planerade träffar"), planned)
    agreed = [": ".join(p for p in (c.who, c.text) if p) + (f" ({c.when})" if c.when else "") for c in sheet.agreed]
    yield from _part(translate("HandOver", "Det här lovade gruppen senast"), agreed)
    yield from _part(translate("HandOver", "Det här tog gruppen med sig senast"), sheet.takeaways)
    yield from _part(translate("HandOver", "Frågor som väntar på svar"), sheet.open_questions)
    pace = [
        translate("HandOver", "{item}: planerat {planned} min, tog {took} min").format(
            item=i.title, planned=i.planned, took=i.took
        )
        for i in sheet.off_pace
    ]
    yield from _part(translate("HandOver", "Tider att tänka på"), pace)
    yield from _part(translate("HandOver", "Tips ur planen"), [f"{t.item}: {t.text}" for t in sheet.tips])


def _part(title: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield ""
        yield title.upper()
        yield from (f"- {' '.join(row.split())}" for row in rows)


def _facts(sheet: HandOver) -> list[str]:
    leaders = ", ".join(f"{f.name} ({role_words(f.role).inline})" for f in sheet.leaders)
    facts = (
        (translate("HandOver", "Forum"), forum_title(sheet.forum_type)),
        (translate("HandOver", "Enhet"), sheet.unit),
        (translate("HandOver", "Målgrupp"), sheet.target_group),
        (translate("HandOver", "Syfte"), sheet.purpose),
        (translate("HandOver", "Ledare senast"), leaders),
        (translate("HandOver", "Grupper"), str(sheet.groups) if sheet.groups else ""),
    )
    return [f"{label}: {text}" for label, text in facts if text.strip()]


def _held(held: HeldSession) -> str:
    day = day_words(held.held_on) if held.held_on else translate("HandOver", "okänd dag")
    roles = ", ".join(role_words(role).counted(number) for role, number in held.roles.items())
    people = translate("HandOver", "{n} deltagare").format(n=held.participants)
    parts = (day, held.title, held.where, f"{people} ({roles})" if roles else people)
    return ". ".join(part for part in parts if part)
