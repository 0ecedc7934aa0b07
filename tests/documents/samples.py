"""What the papers are tried on: the real cases, a session of a whole evening and its log."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from kompetens_gui.content.loading import load_case
from kompetens_gui.documents.fonts import Fonts, load_fonts
from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.discussion import PointCaptured
from kompetens_gui.domain.activities.mark_chain.events import (
    ChainJudged,
    KeyRevealed,
    NodesLinked,
    SecondRoundOpened,
    SlotMarkedMissing,
    SpanMarked,
)
from kompetens_gui.domain.activities.rewrite import LineChosen, LineRewritten
from kompetens_gui.domain.activities.sufficiency_vote import (
    HandsCounted,
    PartRevealed,
    RevealPart,
    SecondVoteOpened,
)
from kompetens_gui.domain.activities.takeaways import TakeawayWritten
from kompetens_gui.domain.activities.write_supplement import SupplementFieldChosen, SupplementWritten
from kompetens_gui.domain.case import Case, CaseId, Key
from kompetens_gui.domain.chain import NodeId, Span, SpanKind
from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    AttendanceMarked,
    AttendanceStatus,
    ItemEntered,
    QuestionCaptured,
    QuestionCategory,
    RecordedEvent,
    SessionClosed,
    SessionStarted,
)
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

ROOT = Path(__file__).resolve().parents[2]
FONT_FOLDER = ROOT / "resources" / "fonts"
CASE_FOLDERS = sorted(path.parent for path in (ROOT / "cases").glob("*/case.yaml"))
SAMPLE_CASE = "utmattning-projektledare"
AREAS = {
    "K02": "D-F-A och det medicinska underlaget",
    "K03": "Regler: sjukpenning och rehabiliteringskedja",
    "K06": "Samtalet och klarspråket",
}
HOSTILE = '<b>&amp; "Ö" </para> <font color="red"> & < > \x00\x07\ud800 😀 漢字 \u202e \u0301'


def fonts() -> Fonts:
    return load_fonts(FONT_FOLDER)


@cache
def case_at(folder: Path) -> Case:
    return load_case(folder)


def sample_case() -> Case:
    return case_at(ROOT / "cases" / SAMPLE_CASE)


COURSE_CERTIFICATE = CourseCertificate(
    number=CourseCertificateNumber("2026-0147"),
    session_id=WorkshopSessionId("s1"),
    participant_id=ParticipantId("p1"),
    holder="Jonas Risviken",
    holder_role="Rehabkoordinator",
    holder_unit="Eklidens hälsocentral",
    title="Gruppdialog: att läsa ett läkarintyg",
    held_on=date(2026, 11, 12),
    place="Norrsjö",
    minutes=90,
    competence_areas=("K02", "K03"),
    leaders=(Facilitator("Karin Wallmark"),),
    issuer="Region Norrälven",
    issued_at=datetime(2026, 11, 12, 15, tzinfo=UTC),
)

AGENDA = (
    ("information", "Ramar för träffen", 5, None),
    ("mark_chain", "Markera D-F-A", 20, 1),
    ("sufficiency_vote", "Räcker underlaget?", 10, 1),
    ("write_supplement", "Skriv kompletteringen", 8, 1),
    ("rewrite", "Skriv om", 12, 1),
    ("discussion", "Samtal", 10, 1),
    ("takeaways", "Tre saker vi tar med oss", 5, None),
    ("information", "Om tiden räcker", 5, None),
)


def session(case_id: str = SAMPLE_CASE) -> WorkshopSession:
    return WorkshopSession(
        id=WorkshopSessionId("s1"),
        forum_type="group_dialogue",
        title="Gruppdialog: att läsa ett läkarintyg",
        minutes=90,
        starts_at=datetime(2026, 11, 12, 13),
        unit="Eklidens hälsocentral",
        place="Sammanträdesrum Ljungen, Norrsjö",
        target_group="Läkare och rehabkoordinatorer",
        purpose="Att tillsammans se kedjan i ett intyg och ställa en fråga som går att svara på.",
        competence_areas=("K02", "K03"),
        facilitators=(Facilitator("Karin Wallmark"), Facilitator("Per Dalmark", Role.CASE_OFFICER)),
        participants=(
            Participant(ParticipantId("p1"), "Åsa Öbergsson", Role.PHYSICIAN, "Eklidens hälsocentral"),
            Participant(ParticipantId("p2"), "Dag Ek", Role.PHYSICIAN, "Eklidens hälsocentral"),
            Participant(ParticipantId("p3"), "Ylva Norrby", Role.REHAB_COORDINATOR, "Eklidens hälsocentral"),
            Participant(ParticipantId("p4"), "Tor Frånvarande", Role.PSYCHOLOGIST),
        ),
        case_slots=1,
        cases=(CaseId(case_id),),
        agenda=tuple(
            AgendaItem(
                AgendaItemId(f"i{n}"), kind, title, minutes, slot, {"text": "# Vi granskar texten, inte kollegan"}
            )
            for n, (kind, title, minutes, slot) in enumerate(AGENDA)
        ),
    )


def session_log(case: Case | None = None) -> SessionLog:
    """Play an evening: every kind of activity leaves something, and people write names where they should not."""
    case = case or sample_case()
    key = case.keys_for(case.medical_certificates[0].id)[0]
    plan = replace(session(case.id), cases=(case.id,))
    at = datetime(2026, 11, 12, 12, 2, tzinfo=UTC)
    events: list[RecordedEvent] = []

    def happen(event: object, minutes: float = 0.5) -> None:
        nonlocal at
        at += timedelta(minutes=minutes)
        events.append(RecordedEvent(len(events) + 1, at, event))

    def in_item(number: int, what: object) -> None:
        happen(ActivityHappened(AgendaItemId(f"i{number}"), what))

    happen(SessionStarted(AgendaItemId("i0")))
    happen(ItemEntered(AgendaItemId("i1")), 6)
    for what in marking(key):
        in_item(1, what)
    happen(ItemEntered(AgendaItemId("i2")), 3)
    for round_, counts in ((Round.FIRST, (2, 6, 2)), (Round.SECOND, (1, 8, 1))):
        if round_ == Round.SECOND:
            in_item(2, SecondVoteOpened())
        for option, count in enumerate(counts):
            in_item(2, HandsCounted(round_, option, count))
    in_item(2, PartRevealed(RevealPart.KEY))
    happen(ItemEntered(AgendaItemId("i3")), 4)
    in_item(3, SupplementFieldChosen(FUNCTION))
    in_item(3, SupplementWritten("Vad iakttog du i samtalet efter 20 minuter, och hur påverkar det byggmötet?"))
    happen(ItemEntered(AgendaItemId("i4")), 5)
    line = line_to_rewrite(case)
    in_item(4, LineChosen(line.field, line.quote, line.occurrence))
    in_item(4, LineRewritten(f"{line.quote.rstrip('.')} mer än 20 minuter i taget utan vila & avbrott."))
    happen(ItemEntered(AgendaItemId("i5")), 9)
    in_item(5, PointCaptured("a", "Åsa Öbergsson frågade om dag 180. Dag 180 är inte en gräns för texten."))
    in_item(5, PointCaptured("b", f"Ylvas förslag: skriv vad {case.person.name} gör, inte vad hon är. Dnr 12345/2026."))
    happen(QuestionCaptured("q1", "Vad gäller när 19121212-1212 byter jobb?", QuestionCategory.RULE))
    happen(QuestionCaptured("q2", "Vem ringer vem efter dag 90?", QuestionCategory.COLLABORATION))
    happen(ItemEntered(AgendaItemId("i6")), 8)
    in_item(6, TakeawayWritten("t1", "Skriv vad du såg, och hur länge."))
    in_item(6, TakeawayWritten("t2", "Hon som ledde, dag ek, sa: <en> fråga i taget."))
    happen(SessionClosed(), 4)
    happen(AttendanceMarked(ParticipantId("p4"), AttendanceStatus.ABSENT, 0))
    return SessionLog.replay(plan, FrozenContent({case.id: case}), events)


def line_to_rewrite(case: Case) -> Span:
    """Return the weak line of the first certificate, or all of one of its free texts."""
    first = case.medical_certificates[0]
    tasks = [task.span for task in case.rewrites if task.medical_certificate_id == first.id]
    return tasks[0] if tasks else next(Span(field, text) for field, text in first.texts.items())


def marking(key: Key) -> list[object]:
    """Mark what the key marks, link it as the key does and judge it, in two rounds."""
    happened: list[object] = [
        SpanMarked(s.id, s.kind, s.span.field, s.span.quote, s.span.occurrence) for s in key.spans[:-1]
    ]
    happened.append(SecondRoundOpened())
    last = key.spans[-1]
    happened.append(SpanMarked(last.id, last.kind, last.span.field, last.span.quote, last.span.occurrence))
    happened += [SlotMarkedMissing(m.id, m.kind, m.question) for m in key.missing]
    happened += [NodesLinked(link.source, link.target) for link in key.links]
    happened.append(SlotMarkedMissing(NodeId("own"), SpanKind.FUNCTION, "Vilket fynd bär bilkörningen?"))
    happened.append(ChainJudged(True, "Iakttagelsen räcker för att gå vidare."))
    happened.append(KeyRevealed(key.perspective))
    return happened
