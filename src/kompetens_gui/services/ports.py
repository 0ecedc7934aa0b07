"""What the services need of the world outside. Storage, documents and environment simply fit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.material.common import MaterialRef
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession, WorkshopSessionId
from kompetens_gui.services.personal_rows import PersonalDataStore
from kompetens_gui.services.protocol_data import ProtocolData

if TYPE_CHECKING:  # the first page reads this module, and has no use for self-study or signatures
    from kompetens_gui.services.credential_ports import RevocationListStore, SigningKeyStore, TrustedKeyStore
    from kompetens_gui.services.group_questions import GroupQuestionStore
    from kompetens_gui.services.hand_over import HandOver
    from kompetens_gui.services.learning_ports import (
        AttemptStore,
        EvidenceStore,
        LearnerStore,
        RetentionStore,
        ReviewStore,
        SignOffStore,
    )
    from kompetens_gui.services.print_papers import WorkshopPapers


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""

    def local_now(self) -> datetime:
        """Return wall-clock time where the computer stands, without zone."""


@dataclass(frozen=True)
class SeriesRow:
    """Sessions that follow on each other at a unit, as a field suggests them."""

    name: str
    unit: str
    sessions: int
    latest: datetime | None


@dataclass(frozen=True)
class SessionRow:
    """A session as lists show it."""

    id: WorkshopSessionId
    title: str
    forum_type: str
    starts_at: datetime | None
    minutes: int
    unit: str
    place: str
    status: SessionStatus
    participants: int
    cases: int
    updated_at: datetime


class MaterialSource(Protocol):
    """Where material comes from when a session starts."""

    def material(self, ref: MaterialRef) -> object:
        """Return a piece of material. Raises NotFound, or ContentInvalid when its file is broken."""


class NoMaterials:
    """A source without anything."""

    def material(self, ref: MaterialRef) -> object:
        raise NotFound("material", str(ref))


class SessionStore(Protocol):
    """Plans of workshop sessions."""

    def list(self) -> Sequence[SessionRow]:
        """Return all sessions, those with the nearest start first, undated last."""

    def get(self, session_id: WorkshopSessionId) -> WorkshopSession:
        """Return a plan, or raise NotFound."""

    def save(self, session: WorkshopSession) -> None:
        """Write a plan, new or changed, whole."""

    def set_status(self, session_id: WorkshopSessionId, status: SessionStatus) -> None:
        """Change nothing but the status."""

    def delete(self, session_id: WorkshopSessionId) -> None:
        """Remove a plan with its log; course certificates stay."""

    def running(self) -> Sequence[SessionRow]:
        """Return sessions that were started and not closed: after a crash the one to continue."""

    def freeze(self, session_id: WorkshopSessionId, content: FrozenContent) -> None:
        """Keep cases and materials as they read when the session starts."""

    def frozen(self, session_id: WorkshopSessionId) -> FrozenContent:
        """Return what `freeze` kept."""

    def closed_in_series(self, series: str) -> Sequence[SessionRow]:
        """Return the closed sessions of a series, the latest first."""

    def in_series(self, series: str) -> Sequence[SessionRow]:
        """Return all sessions of a series, the latest first, undated last."""

    def series(self) -> Sequence[SeriesRow]:
        """Return every series, once for each unit that has it, the latest first."""

    def set_series(self, session_id: WorkshopSessionId, series: str) -> None:
        """Change nothing but the series: it is no part of what happened, so a closed session may be given one."""

    def case_use(self) -> Mapping[CaseId, int]:
        """Return in how many started sessions each case has been used."""


class EventStore(Protocol):
    """The append-only logs. `append` returns only when the event is on disk."""

    def append(self, session_id: WorkshopSessionId, entry: RecordedEvent) -> None:
        """Write one event durably (full synchronous)."""

    def read(self, session_id: WorkshopSessionId) -> Sequence[RecordedEvent]:
        """Return the whole log in order."""


class CourseCertificateStore(Protocol):
    """The register of course certificates."""

    def next_serial(self, year: int) -> int:
        """Return the next unused number of a year and reserve it in this unit of work."""

    def add(self, course_certificate: CourseCertificate) -> None: ...

    def update(self, course_certificate: CourseCertificate) -> None: ...

    def get(self, number: CourseCertificateNumber) -> CourseCertificate:
        """Return one, or raise NotFound."""

    def of_session(self, session_id: WorkshopSessionId) -> Sequence[CourseCertificate]: ...

    def of_learner(self, learner: LearnerId) -> Sequence[CourseCertificate]:
        """Return the certificates of completion of a learner, oldest first."""

    def with_an_end(self) -> Sequence[CourseCertificate]:
        """Return the valid ones that have a last day, the first to end first."""

    def last_issued(self) -> datetime | None:
        """Return when the latest one was issued."""

    def all(self) -> Sequence[CourseCertificate]:
        """Return all, newest first."""


class UnitOfWork(Protocol):
    """One transaction: everything in it is written at `commit`, or nothing."""

    sessions: SessionStore
    events: EventStore
    course_certificates: CourseCertificateStore
    personal_data: PersonalDataStore
    learners: "LearnerStore"
    attempts: "AttemptStore"
    evidence: "EvidenceStore"
    reviews: "ReviewStore"
    sign_offs: "SignOffStore"
    retention: "RetentionStore"
    group_questions: "GroupQuestionStore"
    signing_keys: "SigningKeyStore"
    trusted_keys: "TrustedKeyStore"
    revocation_lists: "RevocationListStore"

    def commit(self) -> None: ...


UnitOfWorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]


class LogWriter(Protocol):
    """A log kept open for one running session: the fast way to append."""

    def append(self, entry: RecordedEvent) -> None:
        """Write one event durably; raises StorageFailed or DiskFull and leaves nothing half-written."""

    def close(self) -> None: ...


LogWriterFactory = Callable[[WorkshopSessionId], LogWriter]


@dataclass(frozen=True)
class CaseRow:
    """A case as lists show it. `chain_state` is whole, no_function or no_activity (by the first key)."""

    id: CaseId
    title: str
    occupation: str
    diagnosis: str
    diagnosis_group: str
    difficulty: int
    sex: str
    situation: str
    chain_state: str
    day: int
    broken: bool = False
    excerpt: str = ""


@dataclass(frozen=True)
class CaseFilter:
    """Which cases to show; an empty set lets all through."""

    diagnosis_groups: frozenset[str] = frozenset()
    chain_states: frozenset[str] = frozenset()
    difficulties: frozenset[int] = frozenset()
    situations: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CaseSearchResult:
    """The first rows of a search and how many hits there are in all; counts per filter value for the side column."""

    rows: tuple[CaseRow, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]


class CaseIndex(Protocol):
    """A searchable index of the bank that can be rebuilt at any time."""

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> bool:
        """Bring the index up to date with the files; returns whether anything changed."""

    def search(self, text: str, chosen: CaseFilter, limit: int = 200) -> CaseSearchResult:
        """Search as one types: every word a prefix, case ignored, å ä ö letters of their own."""

    def case(self, case_id: CaseId) -> Case:
        """Return a case, or raise CaseMissing or ContentInvalid."""


@dataclass(frozen=True)
class CertificateAppearance:
    """What the organisation adds to its papers."""

    organisation: str = ""
    logotype: Path | None = None


class DocumentMaker(Protocol):
    """Makes papers. Each returns the bytes of a file."""

    def course_certificates(
        self,
        course_certificates: Sequence[CourseCertificate],
        appearance: CertificateAppearance,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """One PDF with a page for each. Raises Cancelled, or FileUnreadable for the logotype."""

    def specialty_sheet(self, course_certificates: Sequence[CourseCertificate], organisation: str = "") -> bytes:
        """Hours and content by competence area, for the certificates of one person, as a PDF."""

    def protocol_pdf(self, data: ProtocolData) -> bytes:
        """The protocol to keep, as a PDF."""

    def protocol_docx(self, data: ProtocolData) -> bytes:
        """The protocol to go on editing, as a Word file."""

    def case_handout(self, case: Case, organisation: str = "") -> bytes:
        """A case as the group may have it from the start, without any key, as a PDF."""

    def marking_sheet(self, case: Case, organisation: str = "", medical_certificate_id: str = "") -> bytes:
        """A certificate of the case (the first unless named) to mark on paper, as a PDF."""

    def attendance_list(self, session: WorkshopSession, organisation: str = "") -> bytes:
        """The list to sign, as a PDF."""

    def workshop_prints(
        self,
        papers: "WorkshopPapers",
        organisation: str = "",
        *,
        duplex: bool = False,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """The papers of a workshop in one PDF, with a list of contents when there are several. Raises Cancelled."""

    def hand_over(self, sheet: "HandOver", organisation: str = "") -> bytes:
        """The sheet for a new leader of a series, as a PDF."""

    def invitation(
        self, session: WorkshopSession, stamped: datetime, organisation: str = "", revision: int = 0
    ) -> bytes:
        """A calendar file. Raises InvalidValue when the session has no start."""


class PreferencesStore(Protocol):
    """Preferences of the person at the computer; see `preferences.py`."""

    def load(self) -> object: ...

    def save(self, preferences: object) -> None: ...


@dataclass(frozen=True)
class FileKeeper:
    """Writes a finished file so that it is there whole or not at all."""

    write: Callable[[Path, bytes], None]


NewId = Callable[[], str]
Today = Callable[[], date]
Rows = Iterable[Sequence[str]]
