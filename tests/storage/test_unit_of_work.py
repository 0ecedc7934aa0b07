from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.course_certificate import CourseCertificateNumber
from kompetens_gui.domain.errors import DatabaseDamaged, NotFound
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession, WorkshopSessionId
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.storage.database import Database
from tests.storage.making import (
    NOW,
    SESSION,
    FixedClock,
    a_case,
    a_course_certificate,
    a_session,
    an_event,
    events,
    moments,
    sessions,
)

ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_plan_comes_back_as_it_was_saved(planned: UnitOfWorkFactory) -> None:
    with planned() as unit:
        assert unit.sessions.get(SESSION) == a_session()


@ANY
@given(session=sessions)
def test_any_plan_comes_back_as_it_was_saved(work: UnitOfWorkFactory, session: WorkshopSession) -> None:
    with work() as unit:
        unit.sessions.save(session)
        unit.commit()
    with work() as unit:
        assert unit.sessions.get(session.id) == session


@ANY
@given(happened=st.lists(st.tuples(moments, events), max_size=6))
def test_any_log_comes_back_as_it_was_written(
    planned: UnitOfWorkFactory, happened: list[tuple[datetime, object]]
) -> None:
    log = [RecordedEvent(seq, at, event) for seq, (at, event) in enumerate(happened, 1)]
    with planned() as unit:  # left without a commit: the next example meets an empty log
        for entry in log:
            unit.events.append(SESSION, entry)
        assert list(unit.events.read(SESSION)) == log


def test_what_is_not_committed_leaves_no_trace(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.sessions.save(a_session())
    with suppress(ZeroDivisionError), work() as unit:
        unit.sessions.save(a_session())
        raise ZeroDivisionError
    with work() as unit:
        assert unit.sessions.list() == []


def test_a_unit_of_work_commits_once(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.commit()
        with pytest.raises(RuntimeError):
            unit.commit()


def test_saving_again_replaces_the_whole_plan(planned: UnitOfWorkFactory) -> None:
    smaller = replace(a_session(), title="Ny", participants=(), agenda=a_session().agenda[1:], cases=())
    with planned() as unit:
        unit.sessions.save(smaller)
        unit.commit()
    with planned() as unit:
        assert unit.sessions.get(SESSION) == smaller
        (row,) = unit.sessions.list()
    assert (row.title, row.participants, row.cases) == ("Ny", 0, 0)


def test_the_nearest_start_comes_first_and_the_undated_last(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        for days in (30, -200, 2, -1, None):
            unit.sessions.save(a_session(f"s{days}", days=days))
        unit.commit()
    with work() as unit:
        assert [row.id for row in unit.sessions.list()] == ["s-1", "s2", "s30", "s-200", "sNone"]


def test_a_row_tells_what_lists_show(planned: UnitOfWorkFactory) -> None:
    with planned() as unit:
        (row,) = unit.sessions.list()
    assert (row.participants, row.cases, row.status, row.updated_at) == (2, 1, SessionStatus.PLANNED, NOW)
    assert row.starts_at == a_session().starts_at


def test_running_sessions_are_found_the_latest_first(work: UnitOfWorkFactory, clock: FixedClock) -> None:
    with work() as unit:
        for name in ("s1", "s2", "s3"):
            unit.sessions.save(a_session(name))
        for name in ("s3", "s1"):
            clock.moment += timedelta(minutes=1)
            unit.sessions.set_status(WorkshopSessionId(name), SessionStatus.RUNNING)
        unit.commit()
    with work() as unit:
        assert [row.id for row in unit.sessions.running()] == ["s1", "s3"]


def test_what_is_not_there_is_said_not_to_be(work: UnitOfWorkFactory) -> None:
    nobody = WorkshopSessionId("nobody")
    with work() as unit:
        for ask in (
            lambda: unit.sessions.get(nobody),
            lambda: unit.sessions.delete(nobody),
            lambda: unit.sessions.set_status(nobody, SessionStatus.READY),
            lambda: unit.course_certificates.get(CourseCertificateNumber("2026-0001")),
            lambda: unit.course_certificates.update(a_course_certificate()),
        ):
            with pytest.raises(NotFound):
                ask()


def test_frozen_cases_outlive_a_change_of_the_plan_and_are_counted(planned: UnitOfWorkFactory) -> None:
    case = a_case()
    with planned() as unit:
        unit.sessions.freeze(SESSION, FrozenContent({case.id: case}))
        unit.sessions.save(replace(a_session(), cases=()))
        unit.commit()
    with planned() as unit:
        assert unit.sessions.frozen(SESSION) == FrozenContent({case.id: case})
        assert unit.sessions.case_use() == {case.id: 1}


def test_a_removed_session_takes_its_log_but_leaves_the_course_certificates(planned: UnitOfWorkFactory) -> None:
    with planned() as unit:
        unit.events.append(SESSION, an_event(1))
        unit.sessions.freeze(SESSION, FrozenContent({a_case().id: a_case()}))
        unit.course_certificates.add(a_course_certificate())
        unit.commit()
    with planned() as unit:
        unit.sessions.delete(SESSION)
        unit.commit()
    with planned() as unit:
        assert unit.events.read(SESSION) == ()
        assert unit.sessions.frozen(SESSION) == FrozenContent()
        assert unit.course_certificates.of_session(SESSION) == [a_course_certificate()]


def test_a_log_replays(planned: UnitOfWorkFactory) -> None:
    with planned() as unit:
        for seq in (1, 2, 3):
            unit.events.append(SESSION, an_event(seq))
        unit.commit()
    with planned() as unit:
        log = SessionLog.replay(unit.sessions.get(SESSION), FrozenContent(), unit.events.read(SESSION))
    assert log.next_seq == 4
    assert log.state.extra_minutes == {"item-1": 2}


def test_a_log_with_a_hole_is_not_read_at_all(planned: UnitOfWorkFactory) -> None:
    with planned() as unit:
        unit.events.append(SESSION, an_event(1))
        unit.events.append(SESSION, an_event(3))
        with pytest.raises(DatabaseDamaged):
            unit.events.read(SESSION)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE session_event SET payload = '{\"first\":'",
        "UPDATE session_event SET name = 'SomethingLater'",
        "UPDATE session_event SET name = 'discussion.SomethingLater'",
        "UPDATE session_event SET at = 'yesterday'",
    ],
)
def test_an_event_nobody_can_read_is_damage(planned: UnitOfWorkFactory, database: Database, change: str) -> None:
    with planned() as unit:
        unit.events.append(SESSION, an_event(1))
        unit.commit()
    with database.engine.begin() as connection:
        connection.exec_driver_sql(change)
    with planned() as unit, pytest.raises(DatabaseDamaged):
        unit.events.read(SESSION)


def test_numbers_run_per_year_and_are_given_back_without_a_commit(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        assert [unit.course_certificates.next_serial(y) for y in (2026, 2026, 2027)] == [1, 2, 1]
        unit.commit()
    with work() as unit:
        assert unit.course_certificates.next_serial(2026) == 3
    with work() as unit:
        assert unit.course_certificates.next_serial(2026) == 3


def test_two_at_once_never_get_the_same_number(work: UnitOfWorkFactory) -> None:
    taken: list[int] = []

    def take() -> None:
        for _ in range(20):
            with work() as unit:
                unit.sessions.list()
                serial = unit.course_certificates.next_serial(2026)
                unit.commit()
            taken.append(serial)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 81))


def test_course_certificates_are_changed_and_listed_newest_first(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        for year, serial in ((2025, 9), (2026, 2), (2026, 10)):
            unit.course_certificates.add(a_course_certificate(serial, year))
        unit.commit()
    revoked = replace(a_course_certificate(2), revoked_at=NOW, revoke_reason="fel namn")
    with work() as unit:
        unit.course_certificates.update(revoked)
        unit.commit()
    with work() as unit:
        assert [c.number for c in unit.course_certificates.all()] == ["2026-0010", "2026-0002", "2025-0009"]
        assert unit.course_certificates.get(revoked.number) == revoked
