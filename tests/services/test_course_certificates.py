from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber
from kompetens_gui.domain.errors import CourseCertificateRefused, NotFound, SessionNotRunning
from kompetens_gui.domain.workshop.events import AttendanceMarked, AttendanceStatus
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role
from kompetens_gui.services.attendance import CourseCertificateService
from kompetens_gui.services.news import CourseCertificatesChanged, EventBus
from tests.domain.making import a_session
from tests.services.surroundings import DETAILS, Program

ID = a_session().id
WHOLE = a_session().minutes
P1, P2 = ParticipantId("p1"), ParticipantId("p2")
MANY = tuple(Participant(ParticipantId(f"m{n}"), f"Person {n}") for n in range(12))


@pytest.fixture
def held(program: Program) -> SessionLog:
    program.running.start(program.planned(a_session(), place="Biblioteket", purpose="Läsa tillsammans"))
    return program.running.close()


def hold(program: Program, people: tuple[Participant, ...]) -> SessionLog:
    program.running.start(program.planned(a_session(), participants=people))
    return program.running.close()


def refused(reason: str) -> "pytest.RaisesExc[CourseCertificateRefused]":
    return pytest.raises(CourseCertificateRefused, check=lambda e: e.reason == reason)


def test_everything_on_the_paper_comes_from_the_session(program: Program, held: SessionLog) -> None:
    (made,) = program.course_certificates.issue(held, [P1], DETAILS)
    assert made == CourseCertificate(
        number=CourseCertificateNumber("2026-0001"),
        session_id=ID,
        participant_id=P1,
        holder="Anna Ek",
        holder_role="Läkare",
        holder_unit="",
        title="Gruppdialog",
        held_on=datetime(2026, 11, 12).date(),
        place="Ekbackens hälsocentral, Biblioteket",
        minutes=WHOLE,
        competence_areas=("K02",),
        leaders=a_session().facilitators,
        issuer="Region Norr",
        issued_at=program.clock.now(),
        purpose="Läsa tillsammans",
    )
    assert tuple(program.course_certificates.all()) == (made,)
    assert tuple(program.course_certificates.of_session(ID)) == (made,)
    assert program.news[-1] == CourseCertificatesChanged()


def test_marked_minutes_are_the_certified_ones(program: Program, held: SessionLog) -> None:
    log = program.running.record(ID, AttendanceMarked(P1, AttendanceStatus.LATE, 45))
    assert [(r.participant.id, r.attendance.minutes) for r in program.course_certificates.rows(log)] == [
        (P1, 45),
        (P2, WHOLE),
    ]
    (made,) = program.course_certificates.issue(log, [P1], DETAILS)
    assert made.minutes == 45
    assert [r.course_certificate for r in program.course_certificates.rows(log)] == [made, None]


def test_a_preview_takes_no_number(program: Program, held: SessionLog) -> None:
    shown = program.course_certificates.preview(held, held.session.participants[0], DETAILS)
    assert shown.number == "2026-····"
    (made,) = program.course_certificates.issue(held, [P1], DETAILS)
    assert replace(shown, number=made.number) == made


def test_all_or_none_and_no_number_is_lost(program: Program, held: SessionLog) -> None:
    log = program.running.record(ID, AttendanceMarked(P2, AttendanceStatus.ABSENT, 0))
    heard = len(program.news)
    with refused("absent"):
        program.course_certificates.issue(log, [P1, P2], DETAILS)
    assert tuple(program.course_certificates.all()) == ()
    assert len(program.news) == heard
    assert [c.number for c in program.course_certificates.issue(log, [P1], DETAILS)] == ["2026-0001"]
    with refused("already_issued"):
        program.course_certificates.issue(log, [P1], DETAILS)
    log = program.running.record(ID, AttendanceMarked(P2, AttendanceStatus.PRESENT, WHOLE))
    assert [c.number for c in program.course_certificates.issue(log, [P2], DETAILS)] == ["2026-0002"]


def test_somebody_there_for_no_time_at_all_gets_none(program: Program, held: SessionLog) -> None:
    log = program.running.record(ID, AttendanceMarked(P1, AttendanceStatus.LEFT_EARLY, 0))
    with refused("no_hours"):
        program.course_certificates.issue(log, [P1], DETAILS)


def test_nothing_is_certified_before_it_has_been_held(program: Program) -> None:
    program.planned(a_session())
    with pytest.raises(SessionNotRunning):
        program.course_certificates.issue(program.running.read(ID), [P1], DETAILS)


def test_somebody_who_is_not_in_the_session_is_told_of(program: Program, held: SessionLog) -> None:
    with pytest.raises(NotFound) as told:
        program.course_certificates.issue(held, [P1, ParticipantId("okänd")], DETAILS)
    assert (told.value.what, told.value.id) == ("participant", "okänd")
    assert tuple(program.course_certificates.all()) == ()


def test_a_corrected_certificate_and_the_one_it_replaces_both_stay_in_view(program: Program, held: SessionLog) -> None:
    (old,) = program.course_certificates.issue(held, [P1], DETAILS)
    program.clock.move(days=3)
    new = program.course_certificates.reissue(old.number, " Anna Ek Lund ", 60)
    assert (new.number, new.holder, new.minutes, new.replaces) == ("2026-0002", "Anna Ek Lund", 60, old.number)
    assert (new.issued_at, new.held_on) == (program.clock.now(), old.held_on)
    assert tuple(program.course_certificates.all()) == (new, replace(old, replaced_by=new.number))
    assert [c.is_valid for c in program.course_certificates.all()] == [True, False]
    assert program.course_certificates.rows(held)[0].course_certificate == new
    with refused("not_valid"):
        program.course_certificates.reissue(old.number, "Anna Ek")
    again = program.course_certificates.reissue(new.number, new.holder)
    assert (again.minutes, again.replaces) == (60, new.number)


def test_a_correction_without_name_or_time_is_refused(program: Program, held: SessionLog) -> None:
    (old,) = program.course_certificates.issue(held, [P1], DETAILS)
    with refused("no_name"):
        program.course_certificates.reissue(old.number, "  ")
    with refused("no_hours"):
        program.course_certificates.reissue(old.number, "Anna Ek", 0)
    assert tuple(program.course_certificates.all()) == (old,)


def test_revoking_asks_for_a_reason_and_keeps_the_certificate(program: Program, held: SessionLog) -> None:
    (made,) = program.course_certificates.issue(held, [P1], DETAILS)
    with refused("no_reason"):
        program.course_certificates.revoke(made.number, " ")
    revoked = program.course_certificates.revoke(made.number, " Fel person ")
    assert (revoked.revoke_reason, revoked.revoked_at, revoked.is_valid) == ("Fel person", program.clock.now(), False)
    assert tuple(program.course_certificates.all()) == (revoked,)
    with refused("already_revoked"):
        program.course_certificates.revoke(made.number, "En gång till")
    with refused("not_valid"):
        program.course_certificates.reissue(made.number, "Anna Ek")
    (new,) = program.course_certificates.issue(held, [P1], DETAILS)
    assert new.number == "2026-0002"
    assert new.replaces is None


@pytest.mark.parametrize("act", ["reissue", "revoke"])
def test_a_number_nobody_has_is_told_of(program: Program, act: str) -> None:
    with pytest.raises(NotFound) as told:
        getattr(program.course_certificates, act)(CourseCertificateNumber("2026-9999"), "Anna Ek")
    assert told.value.what == "course_certificate"


def test_numbers_begin_anew_with_the_year_where_the_computer_stands(program: Program, held: SessionLog) -> None:
    program.clock.at = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    (old,) = program.course_certificates.issue(held, [P1], DETAILS)
    program.clock.move(minutes=1)  # midnight in Sweden, an hour before it is in UTC
    (new,) = program.course_certificates.issue(held, [P2], DETAILS)
    assert (old.number, new.number) == ("2026-0001", "2027-0001")
    assert tuple(program.course_certificates.all()) == (new, old)
    assert program.course_certificates.reissue(old.number, old.holder).number == "2027-0002"


def test_two_at_once_never_give_the_same_number(program: Program) -> None:
    log = hold(program, MANY)
    together = Barrier(2)

    def issue(mine: list[Participant]) -> list[CourseCertificate]:
        service = CourseCertificateService(program.work, program.clock, EventBus())
        together.wait()
        return [c for p in mine for c in service.issue(log, [p.id], DETAILS)]

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(issue, (list(MANY[::2]), list(MANY[1::2]))))
    numbers = sorted(c.number for c in program.course_certificates.all())
    assert numbers == [f"2026-{n:04d}" for n in range(1, len(MANY) + 1)]


def both(act: str, program: Program, log: SessionLog, number: CourseCertificateNumber) -> list[BaseException | None]:
    together = Barrier(2)

    def go(_: int) -> None:
        service = CourseCertificateService(program.work, program.clock, EventBus())
        together.wait()
        if act == "issue":
            service.issue(log, [p.id for p in log.session.participants], DETAILS)
        else:
            service.reissue(number, "Anna Ek Lund")

    with ThreadPoolExecutor(2) as pool:
        return [f.exception() for f in [pool.submit(go, n) for n in range(2)]]


@pytest.mark.parametrize("turn", range(5))
@pytest.mark.parametrize("act", ["issue", "reissue"])
def test_two_presses_at_once_give_one_valid_certificate_each(
    tmp_path: Path, program: Program, act: str, turn: int
) -> None:
    log = hold(program, MANY[:3])
    number = CourseCertificateNumber("")
    if act == "reissue":
        number = program.course_certificates.issue(log, [p.id for p in MANY[:3]], DETAILS)[0].number
    faults = both(act, program, log, number)
    assert sorted(type(f).__name__ for f in faults) == ["CourseCertificateRefused", "NoneType"]
    valid = [c.participant_id for c in program.course_certificates.all() if c.is_valid]
    assert sorted(valid) == [p.id for p in MANY[:3]]
    every = sorted(c.number for c in program.course_certificates.all())
    assert every == [f"2026-{n:04d}" for n in range(1, len(every) + 1)]


def test_a_certificate_outlives_its_session(program: Program, held: SessionLog) -> None:
    (made,) = program.course_certificates.issue(held, [P1], DETAILS)
    program.running.release()
    program.planning.delete(ID)
    assert tuple(program.course_certificates.all()) == (made,)
    assert program.course_certificates.revoke(made.number, "Fel").number == made.number


def test_a_role_without_a_word_leaves_the_line_empty(program: Program) -> None:
    log = hold(program, (Participant(P1, "Anna Ek", Role.MANAGER, "Ängen"),))
    (made,) = program.course_certificates.issue(log, [P1], DETAILS)
    assert (made.holder_role, made.holder_unit) == ("", "Ängen")
