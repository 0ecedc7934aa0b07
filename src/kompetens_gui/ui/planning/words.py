"""The Swedish words of the planning pages, in one place and apart from the widgets."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kompetens_gui.domain.participant_list import LineRemark
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession
from kompetens_gui.services.case_source import ChainState
from kompetens_gui.ui.widgets.tags import Status

translate = QCoreApplication.translate
_SWEDISH = QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)


class KindWords(NamedTuple):
    """What an activity kind is called in the bank, what it is, and its icon."""

    title: str
    detail: str
    icon: str


class CheckWords(NamedTuple):
    """A line of the ready-checklist: when it is met, when it is not, and where to mend it."""

    done: str
    lacking: str
    jump: str


def clock(at: datetime) -> str:
    """Write a time of day the Swedish way: 13.05."""
    return f"{at.hour:02d}.{at.minute:02d}"


def day(at: datetime) -> str:
    """Write a day in full: "torsdag 12 november 2026"."""
    return _SWEDISH.toString(QDate(at.year, at.month, at.day), "dddd d MMMM yyyy")


def short_day(at: datetime) -> str:
    """Write a day for lists: "tors 12 nov 2026"."""
    return _SWEDISH.toString(QDate(at.year, at.month, at.day), "ddd d MMM yyyy").replace(".", "")


def span(start: datetime, minutes: int) -> str:
    """Write from when to when: "13.00–14.30"."""
    return f"{clock(start)}–{clock(start + timedelta(minutes=minutes))}"


def when(plan: WorkshopSession) -> str:
    """Say when a session is: "Torsdag 12 november 2026, 13.00–14.30"."""
    if plan.starts_at is None:
        return translate("Planning", "Inget datum än")
    text = f"{day(plan.starts_at)}, {span(plan.starts_at, plan.minutes)}"
    return text[:1].upper() + text[1:]


def where(unit: str, place: str) -> str:
    """Say where a session is: "Tallbackens hälsocentral, rum Granen"."""
    return ", ".join(part.strip() for part in (unit, place) if part.strip())


def minutes(count: int) -> str:
    """Write a number of minutes in full."""
    return translate("Planning", "1 minut") if count == 1 else translate("Planning", "{n} minuter").format(n=count)


def budget(used: int, room: int) -> tuple[str, Status]:
    """Say whether an agenda fits the time set aside."""
    if used > room:
        return translate("Planning", "{minutes} över").format(minutes=minutes(used - room)), "warn"
    if used == room:
        return translate("Planning", "{used} av {room} minuter").format(used=used, room=room), "ok"
    left = translate("Planning", "{used} av {room} minuter, {left} kvar")
    return left.format(used=used, room=room, left=room - used), "info"


def participants(count: int) -> str:
    """Write a number of participants."""
    return (
        translate("Planning", "1 deltagare") if count == 1 else translate("Planning", "{n} deltagare").format(n=count)
    )


def status(state: SessionStatus) -> tuple[str, Status, str]:
    """Say where a session stands, as word, colour and icon."""
    return {
        SessionStatus.PLANNED: (translate("Planning", "Utkast"), "neutral", "pencil-simple"),
        SessionStatus.READY: (translate("Planning", "Klar"), "ok", "check-bold"),
        SessionStatus.RUNNING: (translate("Planning", "Pågår"), "accent", "play-fill"),
        SessionStatus.CLOSED: (translate("Planning", "Genomförd"), "neutral", "check"),
    }[state]  # type: ignore[return-value]  # the middle words are the names of statuses


def kind(name: str) -> KindWords:
    """Name an activity kind."""
    return kinds().get(name, KindWords(name, translate("Planning", "Okänt moment"), "question"))


def kinds() -> Mapping[str, KindWords]:
    return {
        "information": KindWords(
            translate("Planning", "Information"), translate("Planning", "Text eller PDF på skärmen"), "info"
        ),
        "read_certificate": KindWords(
            translate("Planning", "Läs intyget"), translate("Planning", "Fält för fält eller hela"), "file-text"
        ),
        "mark_chain": KindWords(
            translate("Planning", "Markera D-F-A"), translate("Planning", "Kedjan byggs tillsammans"), "link"
        ),
        "sufficiency_vote": KindWords(
            translate("Planning", "Räcker underlaget?"), translate("Planning", "Rösta före och efter"), "hand-palm"
        ),
        "write_supplement": KindWords(
            translate("Planning", "Skriv kompletteringen"), translate("Planning", "En fråga till läkaren"), "question"
        ),
        "rewrite": KindWords(
            translate("Planning", "Skriv om"), translate("Planning", "En svag mening blir tydlig"), "pencil-line"
        ),
        "discussion": KindWords(
            translate("Planning", "Diskussion"), translate("Planning", "Frågekort, par eller grupper"), "chats"
        ),
        "takeaways": KindWords(
            translate("Planning", "Tre saker vi tar med oss"), translate("Planning", "Skrivs och rangordnas"), "flag"
        ),
        "group_work": KindWords(
            translate("Planning", "Grupparbete"),
            translate("Planning", "Egna underlag, klockor och svar"),
            "users-three",
        ),
        "commitments": KindWords(
            translate("Planning", "Det här prövar jag"),
            translate("Planning", "Var och en, eller varje grupp"),
            "target",
        ),
        "follow_up": KindWords(
            translate("Planning", "Sedan sist"),
            translate("Planning", "Vad blev det av förra träffen?"),
            "clock-counter-clockwise",
        ),
        "role_play": KindWords(
            translate("Planning", "Rollspel"), translate("Planning", "Roller, observatörer, eftersamtal"), "users"
        ),
        "branching_together": KindWords(
            translate("Planning", "Förgreningsfall"),
            translate("Planning", "Följder på tre spår, två liv"),
            "git-branch",
        ),
        "spot_impulses": KindWords(
            translate("Planning", "Impulsjakt"), translate("Planning", "Ord som är skäl att fråga"), "lightbulb"
        ),
        "sorting": KindWords(
            translate("Planning", "Sortera"), translate("Planning", "Ring eller bevaka? Var hör det hemma?"), "stack"
        ),
        "talk_drill": KindWords(
            translate("Planning", "Samtalsteknik"), translate("Planning", "En replik i taget sägs om"), "chats"
        ),
        "measure_limits": KindWords(
            translate("Planning", "Vad mäter talet inte?"),
            translate("Planning", "En figur och påståenden"),
            "chart-bar",
        ),
        "pathway_choice": KindWords(
            translate("Planning", "Vägval"), translate("Planning", "Två vägar försvaras, ingen beslutas"), "signpost"
        ),
        "review_plan": KindWords(
            translate("Planning", "Granska planen"),
            translate("Planning", "Arbetsgivarens plan, sju punkter"),
            "clipboard-text",
        ),
        "plain_language": KindWords(
            translate("Planning", "Klarspråk"), translate("Planning", "Ett tungt brev skrivs om"), "envelope"
        ),
        "gender_hand": KindWords(
            translate("Planning", "Genushanden"), translate("Planning", "Två versioner, rummets egen skillnad"), "hand"
        ),
        "leaflet_together": KindWords(
            translate("Planning", "Bipacksedel"), translate("Planning", "En del per grupp, läses högt"), "file-text"
        ),
        "film": KindWords(
            translate("Planning", "Film"), translate("Planning", "En egen fil, med frågor att stanna vid"), "film-strip"
        ),
        "prepared_questions": KindWords(
            translate("Planning", "Frågor i förväg"), translate("Planning", "Svar med källa och datum"), "question"
        ),
    }


def checks() -> Mapping[str, CheckWords]:
    """Words for each line of the ready-checklist, by its name."""
    return {
        "title": CheckWords(
            translate("Planning", "Träffen har ett namn"), translate("Planning", "Ge träffen ett namn"), "title"
        ),
        "when": CheckWords(
            translate("Planning", "Datum och tid är valda"), translate("Planning", "Välj datum och tid"), "date"
        ),
        "not_past": CheckWords(
            translate("Planning", "Datumet ligger framåt"),
            translate("Planning", "Datumet har passerat. Det går att starta ändå."),
            "date",
        ),
        "where": CheckWords(
            translate("Planning", "Platsen är vald"), translate("Planning", "Skriv enhet eller plats"), "unit"
        ),
        "facilitators": CheckWords(
            translate("Planning", "Ledare finns"), translate("Planning", "Skriv vem som leder"), "facilitators"
        ),
        "participants": CheckWords(
            translate("Planning", "Deltagare finns"),
            translate("Planning", "Lägg till deltagare, nu eller på plats"),
            "participants",
        ),
        "agenda": CheckWords(
            translate("Planning", "Dagordningen har moment"),
            translate("Planning", "Lägg till moment från banken"),
            "moments",
        ),
        "cases": CheckWords(
            translate("Planning", "Alla fall är valda"), translate("Planning", "Välj fall i banken"), "cases"
        ),
        "materials": CheckWords(
            translate("Planning", "Allt material är valt"),
            translate("Planning", "Välj material till momenten"),
            "materials",
        ),
        "material_found": CheckWords(
            translate("Planning", "Allt valt material finns"),
            translate("Planning", "Material i planen finns inte kvar. Välj annat."),
            "materials",
        ),
        "fits": CheckWords(
            translate("Planning", "Dagordningen ryms i tiden"),
            translate("Planning", "Dagordningen är längre än tiden"),
            "agenda",
        ),
        "purpose": CheckWords(
            translate("Planning", "Syftet är skrivet"), translate("Planning", "Skriv träffens syfte"), "purpose"
        ),
    }


def remark(what: LineRemark) -> str:
    """Say what was odd about a line of a participant list, and what becomes of it."""
    return {
        LineRemark.NO_NAME: translate("Planning", "saknar namn och hoppas över"),
        LineRemark.ROLE_UNKNOWN: translate("Planning", "rollen är okänd och blir Deltagare"),
        LineRemark.DUPLICATE: translate("Planning", "står två gånger och tas med en gång"),
        LineRemark.NAME_TOO_LONG: translate("Planning", "är för långt för ett namn och hoppas över"),
        LineRemark.ODD_CHARACTERS: translate("Planning", "har tecken som inte går att läsa, rätta namnet"),
    }[what]


def chain(state: str) -> str:
    """Say how the chain of a case stands."""
    return {
        ChainState.WHOLE: translate("Planning", "Hel kedja"),
        ChainState.NO_FUNCTION: translate("Planning", "F saknas"),
        ChainState.NO_ACTIVITY: translate("Planning", "A saknas"),
        ChainState.NO_LINK: translate("Planning", "Länk saknas"),
        ChainState.NOT_ASKED_FOR: translate("Planning", "F och A efterfrågas inte"),
    }.get(ChainState(state) if state in list(ChainState) else ChainState.UNKNOWN, translate("Planning", "Kedja okänd"))


def missing_in_chain(state: str) -> tuple[str, ...]:
    """Return the letters that the chain symbol draws as missing."""
    return {ChainState.NO_FUNCTION.value: ("F",), ChainState.NO_ACTIVITY.value: ("A",)}.get(state, ())


def broken_in_chain(state: str) -> tuple[tuple[str, str], ...]:
    """Return the links that the chain symbol draws as broken."""
    return (("F", "A"),) if state == ChainState.NO_LINK.value else ()
