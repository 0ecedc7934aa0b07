"""What finished attempts, sessions and sign-offs say of a person."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kompetens_gui.domain.activities.mark_chain.events import SpanMarked
from kompetens_gui.domain.activities.rewrite import LineRewritten
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.errors import SignOffRefused
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.questions.rules import QuestionRound
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished, finished_attempt
from kompetens_gui.domain.learning.evidence import Evidence, EvidenceKind, attempt_evidence, room_evidence
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.learning.sign_off import (
    Signer,
    SignOff,
    SignOffId,
    SignOffPurpose,
    check_content,
    check_signer,
    sign_off_evidence,
)
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.workshop.events import ActivityHappened, AttendanceStatus, ItemEntered, SessionClosed
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItemId, ParticipantId, Role
from kompetens_gui.domain.workshop.state import Attendance
from tests.domain.exercises.test_kinds import AFTER, BEFORE
from tests.domain.making import a_session, started
from tests.domain.making import accept as accept_in_session
from tests.domain.study_making import LEARNER, RIGHT, WRONG, a_started, accept, an_item

DAY = date(2026, 11, 12)
PRESENT = Attendance(AttendanceStatus.PRESENT, 60)


def of(kind: str, **changes: object) -> tuple[Evidence, ...]:
    attempt = accept(Attempt.begin(a_started(kind, **changes)), *BEFORE[kind], *AFTER[kind], AttemptFinished())
    return attempt_evidence(finished_attempt(attempt), DAY)


def test_questions_count_for_the_areas_they_ask_about_and_not_for_the_module() -> None:
    items = (an_item("a", area="K07"), an_item("b", area="K07"), an_item("c", area="K08", rule_version="RV3"))
    answers = [ItemAnswered(i.id, RIGHT if i.id != "b" else WRONG) for i in items]
    attempt = accept(Attempt.begin(a_started("questions", QuestionRound(items))), *answers, AttemptFinished())
    found = {e.area: e for e in attempt_evidence(finished_attempt(attempt), DAY)}
    assert {a: (e.strength, e.count, e.rule_version) for a, e in found.items()} == {
        "K07": (0.5, 2, ""),
        "K08": (1.0, 1, "RV3"),
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("letter", (EvidenceKind.PRACTISED, 1.0, 1, True, True, False)),
        ("impulses", (EvidenceKind.PRACTISED, 5 / 6, 6, True, False, False)),
        ("observed", (EvidenceKind.OBSERVED, 0.8, 1, True, False, True)),
        ("reading", (EvidenceKind.ATTENDED, 1.0, 1, True, False, False)),
        ("sign_off", (EvidenceKind.OBSERVED, 1.0, 1, True, False, True)),
        ("safe_questions", (EvidenceKind.PRACTISED, 1.0, 1, True, False, False)),
    ],
)
def test_an_exercise_counts_by_its_form(kind: str, expected: tuple[object, ...]) -> None:
    (found,) = of(kind)
    seen = (found.kind, found.strength, found.count, found.approved, found.reflected, found.with_other)
    assert seen == expected
    assert (found.form, found.area, found.on, found.source) == (kind, "K01", DAY, "attempt:attempt-1")


def test_rows_on_the_chain_count_for_their_own_area_with_their_rules() -> None:
    found = {e.area: e for e in of("timeline", rule_version="")}
    assert (found["K03"].strength, found["K03"].rule_version) == (0.5, "RV4")
    assert found["K01"].rule_version == ""


# ------------------------------------------------------------ the room


def held() -> SessionLog:
    log = started(a_session(("information", "mark_chain", "rewrite", "discussion")))
    mark = SpanMarked(NodeId("f"), SpanKind.FUNCTION, FUNCTION, "Tappar tråden efter tjugo minuter.")
    return accept_in_session(
        log,
        ItemEntered(AgendaItemId("item-2")),
        ActivityHappened(AgendaItemId("item-2"), mark),
        ItemEntered(AgendaItemId("item-3")),
        ActivityHappened(AgendaItemId("item-3"), LineRewritten("Klarar ett kort möte")),
    )


def test_what_the_group_did_counts_as_practice_together_and_being_there_as_attendance() -> None:
    log = accept_in_session(held(), SessionClosed())
    found = room_evidence(log, LEARNER, ParticipantId("p1"), PRESENT)
    assert {(e.kind, e.form, e.with_other, e.approved) for e in found} == {
        (EvidenceKind.ATTENDED, "group_dialogue", False, False),
        (EvidenceKind.PRACTISED, "mark_chain", True, True),
        (EvidenceKind.PRACTISED, "rewrite", True, True),
    }
    assert {e.source for e in found} == {"session:session-1"}
    assert {e.on for e in found} == {date(2026, 11, 12)}


def test_who_left_early_attended_but_what_was_done_is_not_theirs() -> None:
    log = accept_in_session(held(), SessionClosed())
    early = Attendance(AttendanceStatus.LEFT_EARLY, 20)
    assert {e.kind for e in room_evidence(log, LEARNER, ParticipantId("p1"), early)} == {EvidenceKind.ATTENDED}


@pytest.mark.parametrize("absent", [Attendance(AttendanceStatus.ABSENT, 0), Attendance(AttendanceStatus.PRESENT, 0)])
def test_who_was_not_there_has_nothing(absent: Attendance) -> None:
    log = accept_in_session(held(), SessionClosed())
    assert room_evidence(log, LEARNER, ParticipantId("p1"), absent) == ()


def test_a_session_that_is_not_closed_says_nothing_yet() -> None:
    assert room_evidence(held(), LEARNER, ParticipantId("p1"), PRESENT) == ()


# ------------------------------------------------------------ sign-offs

ME = LearnerProfile(LEARNER, "Ylva Öst")


def a_sign_off(purpose: SignOffPurpose, **changes: object) -> SignOff:
    made = SignOff(
        SignOffId("s1"),
        LEARNER,
        purpose,
        ("K01", "K14", "K01"),
        "Åsa Öberg",
        Role.SPECIALIST,
        DAY,
        datetime(2026, 11, 12, 12, tzinfo=UTC),
        text="Ringer inom en vecka",
        rating=4.2,
        raters=6,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("purpose", [p for p in SignOffPurpose if p != SignOffPurpose.MODULE])
def test_a_sign_off_counts_once_in_each_of_its_areas(purpose: SignOffPurpose) -> None:
    check_content(a_sign_off(purpose))
    found = set(sign_off_evidence(a_sign_off(purpose)))
    assert {e.area for e in found} == {"K01", "K14"}
    assert {e.source for e in found} == {"sign_off:s1"}
    seen = {(round(e.strength, 6), e.count) for e in found}
    assert seen == ({(0.84, 6)} if purpose == SignOffPurpose.LED else {(1.0, 1)})


def test_a_signed_module_counts_through_its_attempt() -> None:
    assert sign_off_evidence(a_sign_off(SignOffPurpose.MODULE)) == ()


@pytest.mark.parametrize(
    ("signer", "purpose", "reason"),
    [
        (Signer(" "), SignOffPurpose.MODULE, "no_name"),
        (Signer("ylva  öst"), SignOffPurpose.PEER, "own"),
        (Signer("Annan", profile=LEARNER), SignOffPurpose.MENTORING, "own"),
        (Signer("Chefen", Role.MANAGER), SignOffPurpose.PEER, "manager"),
    ],
)
def test_some_may_not_sign(signer: Signer, purpose: SignOffPurpose, reason: str) -> None:
    with pytest.raises(SignOffRefused) as refused:
        check_signer(ME, signer, purpose)
    assert refused.value.reason == reason


def test_a_manager_may_sign_what_is_not_a_colleagues_word() -> None:
    check_signer(ME, Signer("Chefen", Role.MANAGER), SignOffPurpose.MODULE)


@pytest.mark.parametrize(
    ("purpose", "changes", "reason"),
    [
        (SignOffPurpose.PEER, {"areas": ()}, "no_area"),
        (SignOffPurpose.CHANGED_WORK, {"text": "  "}, "no_text"),
        (SignOffPurpose.LED, {"rating": None}, "rating"),
        (SignOffPurpose.LED, {"rating": 5.1}, "rating"),
        (SignOffPurpose.LED, {"raters": 0}, "rating"),
    ],
)
def test_an_entry_must_say_enough(purpose: SignOffPurpose, changes: dict[str, object], reason: str) -> None:
    with pytest.raises(SignOffRefused) as refused:
        check_content(a_sign_off(purpose, **changes))
    assert refused.value.reason == reason
