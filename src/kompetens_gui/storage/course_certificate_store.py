"""The register of course certificates."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.engine import Connection

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.services.codec import course_certificate_from_json, course_certificate_to_json
from kompetens_gui.storage.tables import CourseCertificateRecord, CourseCertificateSerialRecord
from kompetens_gui.storage.unreadable import reading

_RECORD = CourseCertificateRecord
_SERIAL = CourseCertificateSerialRecord


class SqlCourseCertificateStore:
    """Fits CourseCertificateStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_serial(self, year: int) -> int:
        # Writing first takes the write lock: nobody else can be given the same number.
        counted = update(_SERIAL).where(_SERIAL.year == year).values(last=_SERIAL.last + 1)
        if not self._connection.execute(counted).rowcount:
            self._connection.execute(insert(_SERIAL).values(year=year, last=1))
        return self._connection.execute(select(_SERIAL.last).where(_SERIAL.year == year)).scalar_one()

    def add(self, course_certificate: CourseCertificate) -> None:
        self._connection.execute(insert(_RECORD).values(_row(course_certificate)))

    def update(self, course_certificate: CourseCertificate) -> None:
        number = course_certificate.number
        changed = update(_RECORD).where(_RECORD.number == number).values(_row(course_certificate))
        if not self._connection.execute(changed).rowcount:
            raise NotFound("course_certificate", number)

    def get(self, number: CourseCertificateNumber) -> CourseCertificate:
        found = self._read(_RECORD.number == number)
        if not found:
            raise NotFound("course_certificate", number)
        return found[0]

    def of_session(self, session_id: WorkshopSessionId) -> Sequence[CourseCertificate]:
        return self._read(_RECORD.session_id == session_id)

    def of_learner(self, learner: LearnerId) -> Sequence[CourseCertificate]:
        return self._read(_RECORD.learner_id == learner)

    def with_an_end(self) -> Sequence[CourseCertificate]:
        found = self._read(_RECORD.is_valid.is_(True), _RECORD.valid_until.is_not(None))
        return sorted(found, key=lambda c: (c.valid_until or date.max, c.number))

    def last_issued(self) -> datetime | None:
        return self._connection.scalar(select(func.max(_RECORD.issued_at)))

    def all(self) -> Sequence[CourseCertificate]:
        return self._read()[::-1]

    def _read(self, *conditions: ColumnElement[bool]) -> Sequence[CourseCertificate]:
        """Return those that fit, in the order of their numbers."""
        found = select(_RECORD.document).where(*conditions).order_by(_RECORD.year, _RECORD.serial)
        documents = self._connection.scalars(found).all()
        with reading(self._connection):
            return [course_certificate_from_json(document) for document in documents]


def _row(course_certificate: CourseCertificate) -> dict[str, Any]:
    year, _, serial = course_certificate.number.partition("-")
    return {
        "number": course_certificate.number,
        "year": int(year),
        "serial": int(serial),
        "session_id": course_certificate.session_id,
        "participant_id": course_certificate.participant_id,
        "holder": course_certificate.holder,
        "held_on": course_certificate.held_on,
        "issued_at": course_certificate.issued_at,
        "is_valid": course_certificate.is_valid,
        "document": course_certificate_to_json(course_certificate),
        "kind": course_certificate.kind.value,
        "learner_id": course_certificate.learner_id,
        "valid_until": course_certificate.valid_until,
    }
