"""Small domain objects for tests: a certificate, a case with two keys, a session with every kind of activity."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.case import (
    Case,
    CaseDocument,
    CaseId,
    CasePerson,
    CaseStatus,
    DiagnosisGroup,
    DiscussionCard,
    DocumentId,
    DocumentKind,
    Key,
    KeySpan,
    MissingSlot,
    ModelSupplement,
    Perspective,
    Review,
    RewriteTask,
    Sex,
    SickLeave,
    Sufficiency,
    Work,
)
from kompetens_gui.domain.chain import ChainLink, NodeId, Span, SpanKind
from kompetens_gui.domain.medical_certificate import (
    ACTIVITY,
    DIAGNOSIS,
    FUNCTION,
    Diagnosis,
    FieldId,
    MedicalCertificate,
    MedicalCertificateId,
    SickLeaveDegree,
    SickLeavePeriod,
)
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.workshop.events import RecordedEvent, SessionStarted
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    WorkshopSession,
    WorkshopSessionId,
)
from tests.domain.material_making import material_ref, materials_for

START = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
F_TEXT = "Tappar tråden efter tjugo minuter. Känner sig trött. Klarar inte hemmet."
A_TEXT = "Kan inte leda möten längre än en kvart. Kan inte köra bil. Kan inte arbeta."


def a_medical_certificate(**changes: object) -> MedicalCertificate:
    made = MedicalCertificate(
        id=MedicalCertificateId("forsta"),
        title="Första intyget",
        issued_on=date(2026, 4, 10),
        diagnoses=(Diagnosis("F43.8A", "Utmattningssyndrom"),),
        periods=(SickLeavePeriod(SickLeaveDegree.FULL, date(2026, 4, 10), date(2026, 5, 10)),),
        texts={FUNCTION: F_TEXT, ACTIVITY: A_TEXT, FieldId("29.1"): "Projektledare, leder möten och reser."},
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def a_key(perspective: Perspective = Perspective.ADVISER) -> Key:
    return Key(
        medical_certificate_id=MedicalCertificateId("forsta"),
        perspective=perspective,
        spans=(
            KeySpan(NodeId("d"), SpanKind.DIAGNOSIS, Span(DIAGNOSIS, "Utmattningssyndrom"), f"VARFÖR-D {perspective}"),
            KeySpan(NodeId("f"), SpanKind.FUNCTION, Span(FUNCTION, "Tappar tråden efter tjugo minuter."), "VARFÖR-F"),
            KeySpan(
                NodeId("h"),
                SpanKind.ACTIVITY,
                Span(FUNCTION, "Klarar inte hemmet."),
                "VARFÖR-H",
                also=(SpanKind.FUNCTION,),
            ),
            KeySpan(
                NodeId("a"), SpanKind.ACTIVITY, Span(ACTIVITY, "Kan inte leda möten längre än en kvart."), "VARFÖR-A"
            ),
        ),
        links=(ChainLink(NodeId("d"), NodeId("f")), ChainLink(NodeId("f"), NodeId("a"))),
        missing=(
            MissingSlot(NodeId("m"), SpanKind.FUNCTION, "FACITFRÅGA vilket fynd förklarar bilkörningen?", "VARFÖR-M"),
        ),
        sufficiency=Sufficiency.DEPENDS,
        reason="FACITSKÄL det beror på",
        cheapest_way="FACITVÄG ring patienten",
    )


def a_case(**changes: object) -> Case:
    made = Case(
        id=CaseId("utmattning"),
        title="Utmattning",
        status=CaseStatus.READY,
        difficulty=2,
        diagnosis_group=DiagnosisGroup.MENTAL,
        competence_areas=("K02",),
        form_version=2,
        rule_version="RV4",
        rule_date=date(2026, 11, 22),
        person=CasePerson("Samira", 41, Sex.WOMAN, "Jag vill tillbaka."),
        work=Work("Projektledare", "heltid", "Leder möten, reser mellan byggplatser."),
        sick_leave=SickLeave(date(2026, 3, 2), Situation.EMPLOYED),
        story="En berättelse.",
        medical_certificates=(
            a_medical_certificate(),
            a_medical_certificate(id=MedicalCertificateId("andra"), title="Andra intyget"),
        ),
        later_medical_certificates=(MedicalCertificateId("andra"),),
        documents=(
            CaseDocument(DocumentId("plan"), DocumentKind.EMPLOYER_PLAN, "Planen", date(2026, 5, 1), "HEMLIG PLAN"),
        ),
        keys=(a_key(), a_key(Perspective.CASE_OFFICER)),
        supplements=(ModelSupplement(MedicalCertificateId("forsta"), FUNCTION, "MODELLFRÅGA vad såg du?", "VARFÖR-S"),),
        rewrites=(
            RewriteTask(
                MedicalCertificateId("forsta"),
                Span(ACTIVITY, "Kan inte arbeta."),
                "En slutsats utan grund.",
                "MODELLTEXT klarar två möten om dagen.",
                ("Säger vad", "Säger hur länge"),
            ),
        ),
        discussion=(DiscussionCard("q1", "Vad bygger det på?", "LEDARTIPS fråga hur vi vet"),),
        leader_notes="LEDARNOTER",
        learning_goals=("Skiljer F från A",),
        content_warning="",
        sources=(),
        review=Review("Redaktion"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


SECRETS = (
    "VARFÖR",
    "FACITFRÅGA",
    "FACITSKÄL",
    "FACITVÄG",
    "MODELLFRÅGA",
    "MODELLTEXT",
    "LEDARTIPS",
    "LEDARNOTER",
    "HEMLIG PLAN",
)


def an_item(kind: str, number: int = 1, **settings: object) -> AgendaItem:
    slot = 1 if kind != "information" else None
    ref = material_ref(kind)
    settings = {"material": ref, **settings} if ref else settings
    return AgendaItem(AgendaItemId(f"item-{number}"), kind, f"Moment {number}", 10, slot, settings, "privat")


def a_session(kinds: tuple[str, ...] = ACTIVITY_KINDS) -> WorkshopSession:
    return WorkshopSession(
        id=WorkshopSessionId("session-1"),
        forum_type="group_dialogue",
        title="Gruppdialog",
        minutes=10 * len(kinds),
        starts_at=datetime(2026, 11, 12, 13, 0),
        unit="Ekbackens hälsocentral",
        facilitators=(Facilitator("Karin Wall"),),
        participants=(
            Participant(ParticipantId("p1"), "Anna Ek", Role.PHYSICIAN),
            Participant(ParticipantId("p2"), "Bo Alm", Role.REHAB_COORDINATOR),
        ),
        competence_areas=("K02",),
        case_slots=1,
        cases=(CaseId("utmattning"),),
        agenda=tuple(an_item(kind, i) for i, kind in enumerate(kinds, 1)),
    )


def started(session: WorkshopSession | None = None, case: Case | None = None) -> SessionLog:
    session = session or a_session()
    case = case or a_case()
    first = RecordedEvent(1, START, SessionStarted(session.agenda[0].id))
    return SessionLog.replay(
        session, FrozenContent({case.id: case}, materials_for(*(i.kind for i in session.agenda))), (first,)
    )


def accept(log: SessionLog, *events: object, after: float = 1.0) -> SessionLog:
    """Check and add events, each some seconds after the last, as the running session does."""
    for event in events:
        log.check(event)
        log = log.with_event(RecordedEvent(log.next_seq, log.events[-1].at + timedelta(seconds=after), event))
    return log


def kinds_with_rules() -> tuple[str, ...]:
    return tuple(k for k in ACTIVITY_KINDS if activity_kind(k).events)
