"""The invitation as a calendar file. No participant is named in it: whoever sends it adds the receivers."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from kompetens_gui.documents.words import clock
from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.swedish_time import ZONE
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.services.role_words import role_words

PRODUCT = "-//Kompetens//Gruppdialog//SV"
DOMAIN = "kompetens.invalid"


def render_invitation(session: WorkshopSession, stamped: datetime, organisation: str = "", revision: int = 0) -> bytes:
    """Return the .ics. `stamped` is when it was made; a higher `revision` replaces the event in people's calendars.

    Raises InvalidValue when the session has no start.
    """
    if session.starts_at is None:
        raise InvalidValue("starts_at", "missing")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_stockholm())
    calendar.add_component(_event(session, session.starts_at, stamped, organisation, revision))
    return bytes(calendar.to_ical())


def _event(session: WorkshopSession, start: datetime, stamped: datetime, organisation: str, revision: int) -> Event:
    event = Event()
    event.add("uid", f"{_clean(session.id)}@{DOMAIN}")
    event.add("dtstamp", (stamped if stamped.tzinfo else stamped.replace(tzinfo=ZONE)).astimezone(UTC))
    event.add("sequence", revision)
    event.add("dtstart", start.replace(tzinfo=ZONE))
    minutes = max(session.minutes, timed_agenda(session).minutes, 1)
    event.add("dtend", (start + timedelta(minutes=minutes)).replace(tzinfo=ZONE))
    event.add("summary", _clean(session.title))
    where = ", ".join(part for part in (_clean(session.place), _clean(session.unit)) if part)
    if where:
        event.add("location", where)
    event.add("description", _description(session, organisation))
    event.add("class", "PUBLIC")
    event.add("transp", "OPAQUE")
    return event


def _description(session: WorkshopSession, organisation: str) -> str:
    parts = [_clean(session.purpose)] if session.purpose.strip() else []
    agenda = [
        f"{clock(item.starts_at)}–{clock(item.ends_at)}  {_clean(item.item.title)}"
        for item in timed_agenda(session).items
        if item.starts_at and item.ends_at
    ]
    if agenda:
        parts.append("\n".join((translate("Invitation", "Dagordning"), *agenda)))
    leaders = [f"{_clean(f.name)}, {role_words(f.role).inline}" for f in session.facilitators if f.name.strip()]
    if leaders:
        parts.append(translate("Invitation", "Ledare: {names}").format(names="; ".join(leaders)))
    if organisation.strip():
        parts.append(translate("Invitation", "Inbjudan från {organisation}").format(organisation=_clean(organisation)))
    parts.append(
        translate(
            "Invitation",
            "Det här är utbildning, inte ärende. Vi arbetar med påhittade fall. "
            "Ta inte med uppgifter om verkliga patienter eller ärenden.",
        )
    )
    return "\n\n".join(parts)


def _stockholm() -> Timezone:
    """Return the zone written out, for calendars that know no names of zones."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    for part, name, offset, month in (
        (TimezoneDaylight(), "CEST", 2, 3),
        (TimezoneStandard(), "CET", 1, 10),
    ):
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, 2 if month == 3 else 3))
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=3 - offset))
        part.add("tzoffsetto", timedelta(hours=offset))
        part.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"}))
        zone.add_component(part)
    return zone


def _clean(text: str) -> str:
    """Return text on one line without control characters, which no calendar file may hold."""
    encodable = text.encode("utf-8", "ignore").decode("utf-8")
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in encodable).split())
