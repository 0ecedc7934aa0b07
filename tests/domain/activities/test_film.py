"""A film with questions to stop at."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities import film as f
from kompetens_gui.domain.activities.base import ActivityContext, ListBlock
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
SETTINGS: dict[str, object] = {
    "file": "C:\\filmer\\mote.mp4",
    "stops": [{"at": "05:10", "question": "Vad hände?"}, {"at": "02:30", "question": "Vad märkte ni?"}],
}
WHERE = ActivityContext(AgendaItem(AgendaItemId("i"), "film", "Mötet", 20, settings=SETTINGS))


def after(*events: object) -> f.FilmState:
    state = f.KIND.start(WHERE)
    for event in events:
        f.KIND.check(state, event, WHERE)
        state = f.KIND.fold(state, event, AT, WHERE)
    return state


def test_stops_come_in_order_of_time_and_a_question_is_seen_at_its_stop() -> None:
    assert f.KIND.room(after(), WHERE).question == ""
    room = f.KIND.room(after(f.FilmStopReached(0)), WHERE)
    assert (room.question, room.at, room.number, room.stops) == ("Vad märkte ni?", "02:30", 1, 2)


def test_points_belong_to_their_stop_and_reach_the_protocol_in_order() -> None:
    state = after(
        f.FilmStopReached(1),
        f.FilmPointCaptured("a", 1, "Alla tystnade"),
        f.FilmPointCaptured("b", 0, "Ingen frågade"),
        f.FilmPointCaptured("c", -1, "Bra film"),
        f.FilmPointCaptured("a", 1, "De tystnade"),
    )
    assert f.KIND.room(state, WHERE).points == ("De tystnade",)
    whole, first, second = f.KIND.result(state, WHERE).blocks
    told = [(b.label, b.items) for b in (whole, first, second) if isinstance(b, ListBlock)]
    assert told == [
        ("Mötet", ("Bra film",)),
        ("Vad märkte ni?", ("Ingen frågade",)),
        ("Vad hände?", ("De tystnade",)),
    ]


@pytest.mark.parametrize("event", [f.FilmStopReached(2), f.FilmPointCaptured("a", 2, "x"), "något annat"])
def test_a_stop_that_is_not_there_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(event)


@pytest.mark.parametrize(
    "stops",
    [
        "02:30 Vad?",
        [{"at": "2 min", "question": "Vad?"}],
        [{"at": "02:75", "question": "Vad?"}],
        [{"at": "02:30", "question": " "}],
        [{"at": "02:30"}],
        [{"question": "Vad?"}],
        ["02:30"],
    ],
)
def test_stops_that_cannot_be_read_are_refused(stops: object) -> None:
    with pytest.raises(InvalidSettings):
        f.KIND.check_settings({"stops": stops})


@given(st.integers(0, 100 * 3600 - 1))
def test_a_time_that_is_written_is_read_as_the_same(seconds: int) -> None:
    assert f.seconds_of(f.time_words(seconds)) == seconds


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_not(text: str) -> None:
    found = f.seconds_of(text)
    assert found is None or found >= 0
