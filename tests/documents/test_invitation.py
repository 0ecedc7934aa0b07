from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from kompetens_gui.documents.invitation import render_invitation
from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.workshop.plan import WorkshopSession
from tests.documents.samples import HOSTILE, session

STAMPED = datetime(2026, 10, 1, 8, tzinfo=UTC)


def event_of(data: bytes) -> Any:  # noqa: ANN401 (the library's own loose types)
    [event] = Calendar.from_ical(data).walk("VEVENT")
    return event


def made(plan: WorkshopSession | None = None) -> bytes:
    return render_invitation(plan or session(), STAMPED, "Region Norrälven")


def test_the_event_has_title_place_and_time_in_swedish_time() -> None:
    event = event_of(made())
    assert event["SUMMARY"] == session().title
    assert event["LOCATION"] == "Sammanträdesrum Ljungen, Norrsjö, Eklidens hälsocentral"
    assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert event["DTSTART"].dt.replace(tzinfo=None) == session().starts_at
    assert event["DTSTART"].dt.utcoffset() == timedelta(hours=1)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=90)


def test_an_agenda_longer_than_the_time_set_aside_ends_when_it_ends() -> None:
    event = event_of(made(replace(session(), minutes=30)))
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=75)


def test_the_zone_is_written_out_with_summer_and_winter() -> None:
    calendar = Calendar.from_ical(made())
    zone: Any = calendar.walk("VTIMEZONE")[0]
    assert zone["TZID"] == "Europe/Stockholm"
    stockholm = zone.to_tz()
    assert datetime(2026, 7, 1, 12, tzinfo=stockholm).utcoffset() == timedelta(hours=2)
    assert datetime(2026, 12, 1, 12, tzinfo=stockholm).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 3, 29, 4, tzinfo=stockholm).utcoffset() == timedelta(hours=2)
    assert datetime(2026, 10, 25, 4, tzinfo=stockholm).utcoffset() == timedelta(hours=1)


def test_the_description_has_the_agenda_and_says_what_it_is() -> None:
    text = str(event_of(made())["DESCRIPTION"])
    assert "13.05–13.25  Markera D-F-A" in text
    assert "utbildning, inte ärende" in text
    assert "Karin Wallmark, försäkringsmedicinsk rådgivare" in text
    assert session().purpose in text


def test_no_participant_is_named_or_invited() -> None:
    data = made().decode()
    unfolded = data.replace("\r\n ", "")
    for person in session().participants:
        assert person.name not in unfolded
    assert "ATTENDEE" not in unfolded


def test_the_same_session_keeps_its_id_and_a_revision_replaces_it() -> None:
    first, later = made(), render_invitation(replace(session(), place="Annat rum"), STAMPED, "", 3)
    assert made() == first
    assert event_of(first)["UID"] == event_of(later)["UID"]
    assert event_of(later)["SEQUENCE"] == 3
    assert event_of(first)["DTSTAMP"].dt == STAMPED


def test_lines_are_folded_and_ended_as_calendars_want() -> None:
    data = made()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_a_session_without_a_time_cannot_be_sent() -> None:
    with pytest.raises(InvalidValue) as told:
        made(replace(session(), starts_at=None))
    assert (told.value.field, told.value.reason) == ("starts_at", "missing")


def test_hostile_letters_do_not_break_out_of_their_line() -> None:
    plan = replace(session(), title=f"A\r\nATTENDEE:mailto:a@example.org\r\n{HOSTILE};,\\n", purpose=HOSTILE)
    event = event_of(made(plan))
    assert "ATTENDEE" not in event
    assert str(event["SUMMARY"]).startswith("A ATTENDEE")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200), st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.integers(0, 10_000))
def test_any_text_and_time_can_be_read_back(text: str, start: datetime, minutes: int) -> None:
    start = start.replace(microsecond=0)
    plan = replace(session(), title=text, place=text, purpose=text, starts_at=start, minutes=minutes)
    event = event_of(made(plan))
    assert event["DTSTART"].dt.replace(tzinfo=None) == start
    assert "".join(str(event["SUMMARY"]).split()) == "".join("".join(c for c in text if c.isprintable()).split())
