"""One transaction over all stores: everything in it is written at `commit`, or nothing."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy.engine import Connection, Engine

from kompetens_gui.services.credential_ports import RevocationListStore, SigningKeyStore, TrustedKeyStore
from kompetens_gui.services.group_questions import GroupQuestionStore
from kompetens_gui.services.learning_ports import (
    AttemptStore,
    EvidenceStore,
    LearnerStore,
    RetentionStore,
    ReviewStore,
    SignOffStore,
)
from kompetens_gui.services.personal_rows import PersonalDataStore
from kompetens_gui.services.ports import (
    Clock,
    CourseCertificateStore,
    EventStore,
    SessionStore,
    UnitOfWork,
    UnitOfWorkFactory,
)
from kompetens_gui.storage.attempt_store import SqlAttemptStore
from kompetens_gui.storage.course_certificate_store import SqlCourseCertificateStore
from kompetens_gui.storage.credential_store import SqlRevocationListStore, SqlSigningKeyStore, SqlTrustedKeyStore
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.event_store import SqlEventStore
from kompetens_gui.storage.evidence_store import SqlEvidenceStore
from kompetens_gui.storage.group_question_store import SqlGroupQuestionStore
from kompetens_gui.storage.learner_store import SqlLearnerStore
from kompetens_gui.storage.personal_data_store import SqlPersonalDataStore
from kompetens_gui.storage.retention_store import SqlRetentionStore
from kompetens_gui.storage.review_store import SqlReviewStore
from kompetens_gui.storage.session_store import SqlSessionStore
from kompetens_gui.storage.sign_off_store import SqlSignOffStore


class SqlUnitOfWork:
    """Fits UnitOfWork. It commits once; leaving it without a commit leaves no trace."""

    sessions: SessionStore
    events: EventStore
    course_certificates: CourseCertificateStore
    personal_data: PersonalDataStore
    learners: LearnerStore
    attempts: AttemptStore
    evidence: EvidenceStore
    reviews: ReviewStore
    sign_offs: SignOffStore
    retention: RetentionStore
    group_questions: GroupQuestionStore
    signing_keys: SigningKeyStore
    trusted_keys: TrustedKeyStore
    revocation_lists: RevocationListStore

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._committed = False
        self.sessions = SqlSessionStore(connection, clock)
        self.events = SqlEventStore(connection)
        self.course_certificates = SqlCourseCertificateStore(connection)
        self.personal_data = SqlPersonalDataStore(connection)
        self.learners = SqlLearnerStore(connection, clock)
        self.attempts = SqlAttemptStore(connection)
        self.evidence = SqlEvidenceStore(connection)
        self.reviews = SqlReviewStore(connection)
        self.sign_offs = SqlSignOffStore(connection)
        self.retention = SqlRetentionStore(connection)
        self.group_questions = SqlGroupQuestionStore(connection)
        self.signing_keys = SqlSigningKeyStore(connection)
        self.trusted_keys = SqlTrustedKeyStore(connection)
        self.revocation_lists = SqlRevocationListStore(connection)

    def commit(self) -> None:
        if self._committed:
            raise RuntimeError("a unit of work commits once")
        self._connection.commit()
        self._committed = True


def unit_of_work_factory(database: Database, clock: Clock) -> UnitOfWorkFactory:
    """Return what opens units of work on a database; to be used from any thread, each unit on one."""
    return factory_on(database.engine, clock)


def factory_on(engine: Engine, clock: Clock) -> UnitOfWorkFactory:
    """Return what opens units of work on an engine."""

    @contextmanager
    def open_unit() -> Iterator[UnitOfWork]:
        with engine.connect() as connection:
            yield SqlUnitOfWork(connection, clock)

    def opened() -> AbstractContextManager[UnitOfWork]:
        return open_unit()

    return opened
