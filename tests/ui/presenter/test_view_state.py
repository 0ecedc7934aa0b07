from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, WorkshopSession, WorkshopSessionId
from kompetens_gui.domain.workshop.state import SessionState
from kompetens_gui.ui.presenter.columns import LEAST_MIDDLE, fits_three, folded_width, side_widths
from kompetens_gui.ui.presenter.view_state import (
    RowStatus,
    agenda_rows,
    clock_face,
    clock_text,
    countdown_text,
    local,
)

START = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
A, B, C = (AgendaItemId(x) for x in "abc")


def state(entered_late: int = 0) -> SessionState:
    began = START + timedelta(minutes=entered_late)
    session = WorkshopSession(
        WorkshopSessionId("s"),
        "group_dialogue",
        "Träff",
        30,
        starts_at=local(START),
        agenda=tuple(AgendaItem(i, "information", i.upper(), 10) for i in (A, B, C)),
    )
    return SessionState(session, started_at=began, current=A, clock_since=began, first_entered={A: began})


def test_rows_tell_when_coming_items_begin_if_the_plan_is_kept_from_here() -> None:
    rows = agenda_rows(state(), START + timedelta(minutes=4))
    assert [r.status for r in rows] == [RowStatus.CURRENT, RowStatus.COMING, RowStatus.COMING]
    assert [r.clock for r in rows] == [clock_text(local(START + timedelta(minutes=m))) for m in (0, 10, 20)]
    assert (rows[0].used, rows[0].late_by) == (4, 0)


@pytest.mark.parametrize(("late", "now", "expected"), [(3, 4, 3), (0, 14, 4), (3, 16, 6), (0, 2, 0)])
def test_lateness_counts_a_late_start_and_what_runs_over(late: int, now: int, expected: int) -> None:
    shown = state(late)
    at = START + timedelta(minutes=now)
    assert agenda_rows(shown, at)[0].late_by == expected
    assert clock_face(shown, at).session_late == expected


def test_a_session_run_on_another_day_is_never_late() -> None:
    shown = state()
    shown = replace(shown, session=replace(shown.session, starts_at=datetime(2026, 11, 1, 8)))
    assert agenda_rows(shown, START + timedelta(minutes=14))[0].late_by == 0
    assert clock_face(shown, START + timedelta(minutes=14)).session_late == 0


def test_a_session_without_a_time_is_never_late() -> None:
    shown = state()
    shown = replace(shown, session=replace(shown.session, starts_at=None))
    assert clock_face(shown, START + timedelta(minutes=40)).session_late == 0


def test_the_clock_counts_past_zero() -> None:
    face = clock_face(state(), START + timedelta(minutes=12, seconds=5))
    assert (face.seconds_left, face.share) == (-125, 1.0)
    assert countdown_text(face.seconds_left) == "−02:05"
    assert countdown_text(61) == "01:01"


@pytest.mark.parametrize("width", [1216, 1302, 1376, 1856])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.25, 1.5, 2.0])
def test_the_activity_always_keeps_its_place(width: int, scale: float) -> None:
    if fits_three(width, scale, 16):
        left, right = side_widths(scale)
        assert width - left - right - 4 * 16 >= LEAST_MIDDLE
    else:
        assert width - folded_width(width, scale, 16) - 3 * 16 >= LEAST_MIDDLE


def test_a_small_window_has_three_columns_at_normal_text() -> None:
    assert fits_three(1280 - 64, 1.0, 16)
    assert not fits_three(1280 - 64, 1.25, 16)
