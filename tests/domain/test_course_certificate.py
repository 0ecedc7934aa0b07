from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.course_certificate import (
    CourseCertificate,
    CourseCertificateNumber,
    certifiable,
    certificate_number,
    check_can_revoke,
    default_attendance,
)
from kompetens_gui.domain.course_certificate_rules import check_can_issue
from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.domain.workshop.plan import Facilitator, Participant, ParticipantId
from kompetens_gui.domain.workshop.state import Attendance
from tests.domain.making import a_session

ANNA = Participant(ParticipantId("p1"), "Anna Ek")
THERE = Attendance(AttendanceStatus.PRESENT, 60)
ISSUED = CourseCertificate(
    number=CourseCertificateNumber("2026-0007"),
    session_id=a_session().id,
    participant_id=ANNA.id,
    holder="Anna Ek",
    holder_role="Läkare",
    holder_unit="",
    title="Gruppdialog",
    held_on=date(2026, 11, 12),
    place="Ängen",
    minutes=60,
    competence_areas=("K02",),
    leaders=(Facilitator("Karin Wall"),),
    issuer="Region Norr",
    issued_at=datetime(2026, 11, 12, 13, tzinfo=UTC),
)
REVOKED = replace(ISSUED, revoked_at=datetime(2026, 11, 20, tzinfo=UTC), revoke_reason="Fel")
REPLACED = replace(ISSUED, replaced_by=CourseCertificateNumber("2026-0008"))


@pytest.mark.parametrize(("year", "serial", "number"), [(2026, 147, "2026-0147"), (2027, 12345, "2027-12345")])
def test_numbers_as_they_are_printed(year: int, serial: int, number: str) -> None:
    assert certificate_number(year, serial) == number


@given(st.sets(st.tuples(st.integers(2000, 2100), st.integers(1, 100_000)), max_size=50))
def test_no_two_numbers_look_the_same(taken: set[tuple[int, int]]) -> None:
    assert len({certificate_number(*t) for t in taken}) == len(taken)


def test_a_certificate_is_valid_until_it_is_revoked_or_replaced() -> None:
    assert [c.is_valid for c in (ISSUED, REVOKED, REPLACED)] == [True, False, False]


def test_who_is_not_marked_was_there_all_the_time() -> None:
    assert default_attendance(a_session(), 0) == Attendance(AttendanceStatus.PRESENT, a_session().minutes)
    assert default_attendance(a_session(), 75).minutes == 75


@pytest.mark.parametrize("status", list(AttendanceStatus))
@pytest.mark.parametrize("minutes", [0, 1, 60])
def test_only_those_who_were_there_for_some_time_can_have_one(status: AttendanceStatus, minutes: int) -> None:
    assert certifiable(Attendance(status, minutes)) == (status != AttendanceStatus.ABSENT and minutes > 0)


@pytest.mark.parametrize(
    ("person", "attendance", "earlier", "reason"),
    [
        (replace(ANNA, name=" "), THERE, None, "no_name"),
        (ANNA, Attendance(AttendanceStatus.ABSENT, 60), None, "absent"),
        (ANNA, Attendance(AttendanceStatus.LATE, 0), None, "no_hours"),
        (ANNA, THERE, ISSUED, "already_issued"),
    ],
)
def test_why_none_is_issued(
    person: Participant, attendance: Attendance, earlier: CourseCertificate | None, reason: str
) -> None:
    with pytest.raises(CourseCertificateRefused) as refused:
        check_can_issue(person, attendance, earlier)
    assert refused.value == CourseCertificateRefused(reason, "" if reason == "no_name" else "Anna Ek")


@pytest.mark.parametrize("earlier", [None, REVOKED, REPLACED])
def test_a_new_one_may_follow_one_that_no_longer_counts(earlier: CourseCertificate | None) -> None:
    check_can_issue(ANNA, THERE, earlier)


def test_revoking_needs_a_reason_and_is_done_once() -> None:
    check_can_revoke(ISSUED, "Fel person")
    for made, reason, refusal in ((ISSUED, "\t", "no_reason"), (REVOKED, "Igen", "already_revoked")):
        with pytest.raises(CourseCertificateRefused) as refused:
            check_can_revoke(made, reason)
        assert refused.value.reason == refusal
