"""Things to store: small ones for single tests, and strategies for any of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from kompetens_gui.content.loading import load_case
from kompetens_gui.domain.activities.discussion import PointCaptured
from kompetens_gui.domain.activities.mark_chain.events import SpanMarked
from kompetens_gui.domain.case import Case, CaseId, Sex
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.course_certificate import CourseCertificate, certificate_number
from kompetens_gui.domain.learning.evidence import Evidence, EvidenceKind
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.learning.repetition import Memory, ReviewCard
from kompetens_gui.domain.learning.sign_off import SignOff, SignOffId, SignOffPurpose
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    AttendanceMarked,
    AttendanceStatus,
    ItemEntered,
    MinutesAdjusted,
    NoteWritten,
    QuestionCaptured,
    RecordedEvent,
    SessionStarted,
    Undone,
)
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    SessionStatus,
    WorkshopSession,
    WorkshopSessionId,
)

NOW = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
LOCAL_NOW = datetime(2026, 11, 12, 13, 0)
SESSION = WorkshopSessionId("session-1")
ITEM = AgendaItemId("item-1")
LEARNER = LearnerId("learner-1")
CASES = Path(__file__).resolve().parents[2] / "cases"


class FixedClock:
    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment

    def local_now(self) -> datetime:
        return LOCAL_NOW


@cache
def a_case() -> Case:
    return load_case(sorted(CASES.iterdir())[0])


def a_session(session_id: str = SESSION, title: str = "Gruppdialog", days: int | None = 3) -> WorkshopSession:
    return WorkshopSession(
        id=WorkshopSessionId(session_id),
        forum_type="group_dialogue",
        title=title,
        minutes=60,
        starts_at=None if days is None else LOCAL_NOW + timedelta(days=days),
        unit="Vårdcentralen Ängen",
        place="Sal Ö",
        target_group="Läkare",
        purpose="Att läsa intyg tillsammans",
        competence_areas=("dfa_chain", "work_capacity"),
        facilitators=(Facilitator("Åsa Öberg"), Facilitator("Bo Ek", Role.CASE_OFFICER)),
        participants=(
            Participant(ParticipantId("p-1"), "Örjan Ål", unit="Ängen", sex=Sex.MAN, email="orjan@example.org"),
            Participant(ParticipantId("p-2"), "Eva Dahl", Role.RESIDENT_PHYSICIAN),
        ),
        case_slots=2,
        cases=(a_case().id, None),
        agenda=(
            AgendaItem(ITEM, "information", "Välkomna", 5, settings={"text": "Hej på er"}, notes="Kaffe"),
            AgendaItem(AgendaItemId("item-2"), "mark_chain", "Markera", 55, 1),
        ),
        template_id="gruppdialog-60",
    )


def an_event(seq: int, event: object | None = None) -> RecordedEvent:
    happened = event or (SessionStarted(ITEM) if seq == 1 else MinutesAdjusted(ITEM, 1))
    return RecordedEvent(seq, NOW + timedelta(seconds=seq, microseconds=seq), happened)


def a_course_certificate(serial: int = 1, year: int = 2026, session_id: str = SESSION) -> CourseCertificate:
    return CourseCertificate(
        number=certificate_number(year, serial),
        session_id=WorkshopSessionId(session_id),
        participant_id=ParticipantId("p-1"),
        holder="Örjan Ål",
        holder_role="Läkare",
        holder_unit="Ängen",
        title="Gruppdialog",
        held_on=date(2026, 11, 12),
        place="Sal Ö",
        minutes=60,
        competence_areas=("dfa_chain",),
        leaders=(Facilitator("Åsa Öberg"),),
        issuer="Åsa Öberg",
        issued_at=NOW,
    )


def a_profile(learner: str = LEARNER, name: str = "Ylva Öst", **changes: object) -> LearnerProfile:
    made = LearnerProfile(
        id=LearnerId(learner),
        name=name,
        unit="Ängen",
        sex=Sex.WOMAN,
        path="korkort",
        room_results_count=True,
        created_at=NOW,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def some_evidence(area: str = "K01", source: str = "attempt:attempt-1", **changes: object) -> Evidence:
    made = Evidence(LEARNER, area, EvidenceKind.PRACTISED, 0.9, date(2026, 11, 12), source, "questions", 10, True)
    return replace(made, **changes)  # type: ignore[arg-type]


def a_card(item: str = "i1", **changes: object) -> ReviewCard:
    made = ReviewCard(LEARNER, item, "K01", NOW + timedelta(days=2), Memory(2, None, 2.5, 3.5), NOW, 1)
    return replace(made, **changes)  # type: ignore[arg-type]


def a_sign_off(sign_off: str = "sign-off-1", **changes: object) -> SignOff:
    made = SignOff(
        id=SignOffId(sign_off),
        learner=LEARNER,
        purpose=SignOffPurpose.MENTORING,
        areas=("K01", "K14"),
        by_name="Åsa Öberg",
        by_role=Role.SPECIALIST,
        on=date(2026, 11, 12),
        at=NOW,
        title="Handledning",
        text="Ringer inom en vecka",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


# ------------------------------------------------------------ anything
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ids = st.text("abcdefghijklmnopqrstuvwxyzåäö0123456789-", min_size=1, max_size=30)
numbers = st.integers(-(2**31), 2**31)
json_values = st.recursive(
    st.none() | st.booleans() | numbers | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
wall_clock = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))
moments = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))

agenda_items = st.builds(
    AgendaItem,
    id=ids.map(AgendaItemId),
    kind=ids,
    title=texts,
    minutes=numbers,
    case_slot=st.none() | st.integers(1, 9),
    settings=st.dictionaries(texts, json_values, max_size=3),
    notes=texts,
)
participants = st.builds(
    Participant,
    id=ids.map(ParticipantId),
    name=texts,
    role=st.sampled_from(Role),
    unit=texts,
    sex=st.none() | st.sampled_from(Sex),
    email=texts,
)
sessions = st.builds(
    WorkshopSession,
    id=ids.map(WorkshopSessionId),
    forum_type=ids,
    title=texts,
    minutes=numbers,
    starts_at=st.none() | wall_clock,
    unit=texts,
    place=texts,
    target_group=texts,
    purpose=texts,
    competence_areas=st.lists(texts, max_size=3).map(tuple),
    facilitators=st.lists(st.builds(Facilitator, texts, st.sampled_from(Role)), max_size=3).map(tuple),
    participants=st.lists(participants, max_size=4, unique_by=lambda p: p.id).map(tuple),
    case_slots=st.integers(0, 5),
    cases=st.lists(st.none() | ids.map(CaseId), max_size=4).map(tuple),
    agenda=st.lists(agenda_items, max_size=4, unique_by=lambda i: i.id).map(tuple),
    status=st.sampled_from(SessionStatus),
    template_id=ids,
)
item_ids = ids.map(AgendaItemId)
events = st.one_of(
    st.builds(SessionStarted, item_ids),
    st.builds(ItemEntered, item_ids, st.lists(item_ids, max_size=3).map(tuple)),
    st.builds(MinutesAdjusted, item_ids, numbers),
    st.builds(NoteWritten, ids, texts, st.none() | item_ids),
    st.builds(QuestionCaptured, ids, texts),
    st.builds(AttendanceMarked, ids.map(ParticipantId), st.sampled_from(AttendanceStatus), st.integers(0, 999)),
    st.builds(Undone, st.integers(1, 999)),
    st.builds(
        ActivityHappened,
        item_ids,
        st.builds(PointCaptured, ids, texts, st.integers(0, 9))
        | st.builds(SpanMarked, ids.map(NodeId), st.sampled_from(SpanKind), st.just(FUNCTION), texts),
    ),
)
