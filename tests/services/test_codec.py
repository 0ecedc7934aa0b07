import json
from dataclasses import is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.errors import UnknownActivityKind
from kompetens_gui.domain.workshop.events import SESSION_EVENTS, ActivityHappened, NoteWritten
from kompetens_gui.domain.workshop.plan import AgendaItemId, WorkshopSession
from kompetens_gui.services.codec import (
    EventUnreadable,
    case_from_json,
    case_to_json,
    course_certificate_from_json,
    course_certificate_to_json,
    event_from_json,
    event_to_json,
    session_from_json,
    session_to_json,
)
from tests.domain.making import a_case, a_session

EVENT_TYPES = [
    *((None, e) for e in SESSION_EVENTS),
    *((kind, e) for kind in ACTIVITY_KINDS for e in activity_kind(kind).events),
]
ANY_TEXT = st.text() | st.sampled_from(["", "å ä ö", "”citat”", "rad\nrad", "\u2028", "\x00", "😀", '{"a": 1}', "null"])


@pytest.mark.parametrize(("kind", "event_type"), EVENT_TYPES, ids=lambda v: getattr(v, "__name__", str(v)))
@given(data=st.data())
def test_every_event_comes_back_as_it_was(kind: str | None, event_type: type, data: st.DataObject) -> None:
    assert is_dataclass(event_type)
    what = data.draw(st.builds(event_type))
    event = what if kind is None else ActivityHappened(AgendaItemId(data.draw(ANY_TEXT)), what)
    name, item, payload = event_to_json(event)
    assert name == (event_type.__name__ if kind is None else f"{kind}.{event_type.__name__}")
    assert isinstance(json.loads(payload), dict)
    back = event_from_json(name, item, payload)
    assert back == event
    assert type(back) is type(event)


def test_no_two_events_share_a_name() -> None:
    names = [e.__name__ if kind is None else f"{kind}.{e.__name__}" for kind, e in EVENT_TYPES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name", ["", "FromALaterVersion", "Undone2", "mark_chain.FromALaterVersion", "mark_chain.", "discussion.SpanMarked"]
)
def test_an_event_this_version_does_not_know_is_refused(name: str) -> None:
    with pytest.raises(EventUnreadable):
        event_from_json(name, "item-1", "{}")


def test_an_activity_kind_this_version_does_not_have_is_named() -> None:
    with pytest.raises(UnknownActivityKind) as told:
        event_from_json("trolleri.SpanMarked", "item-1", "{}")
    assert told.value.kind == "trolleri"


@pytest.mark.parametrize("payload", ["", "{", "[]", "{}", '{"seq": "många"}', '{"seq": null}', "null"])
def test_half_an_event_is_refused(payload: str) -> None:
    with pytest.raises(EventUnreadable):
        event_from_json("Undone", None, payload)


@pytest.mark.parametrize("event", ["text", object(), SESSION_EVENTS[0], a_session()])
def test_what_could_not_be_read_again_is_not_written(event: object) -> None:
    with pytest.raises(EventUnreadable):
        event_to_json(event)
    with pytest.raises(EventUnreadable):
        event_to_json(ActivityHappened(AgendaItemId("item-1"), event))


@given(st.text(), st.none() | st.text(), st.text())
def test_any_row_is_an_event_or_refused(name: str, item: str | None, payload: str) -> None:
    with pytest.raises((EventUnreadable, UnknownActivityKind)):
        event_from_json(name, item, payload)


def test_a_case_comes_back_as_it_was() -> None:
    assert case_from_json(case_to_json(a_case())) == a_case()


@given(st.builds(CourseCertificate))
def test_every_course_certificate_comes_back_as_it_was(made: CourseCertificate) -> None:
    assert course_certificate_from_json(course_certificate_to_json(made)) == made


def test_a_plan_comes_back_as_it_was() -> None:
    plan: WorkshopSession = a_session()
    assert session_from_json(session_to_json(plan)) == plan


def test_half_a_letter_from_the_clipboard_does_not_stop_the_log() -> None:
    back = event_from_json(*event_to_json(NoteWritten("n", "hälften \ud83d borta")))
    assert isinstance(back, NoteWritten)
    assert back.text.startswith("hälften ")
    assert back.text.endswith(" borta")
