"""Everything held about one person, as JSON to be given to that person."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.workshop.events import (
    AttendanceMarked,
    AttendanceStatus,
    RecordedEvent,
    SessionStarted,
)
from kompetens_gui.domain.workshop.log import undone_numbers
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.services.personal_rows import COLLEAGUES, PersonRow, PersonSource, StoredText
from kompetens_gui.services.ports import UnitOfWork
from kompetens_gui.services.self_study_export import self_study

Json = dict[str, Any]


def exported(work: UnitOfWork, rows: Sequence[PersonRow], texts: Sequence[StoredText], now: datetime) -> str:
    """Return rows, attendance, studies, course certificates and texts of a person as JSON text with ISO dates."""
    held = _numbers(rows, PersonSource.COURSE_CERTIFICATE)
    led = _numbers(rows, PersonSource.COURSE_CERTIFICATE_LEADER)
    found: Json = {
        "exported_at": now.isoformat(timespec="seconds"),
        "person": {
            "names": _each(rows, "name"),
            "units": _each(rows, "unit"),
            "emails": _each(rows, "email"),
            "sex": _each(rows, "sex"),
        },
        "participations": [
            _participation(work, row) for row in rows if row.source in (PersonSource.PLAN, PersonSource.JOINED)
        ],
        "sessions_led": [
            {"session": row.title, "date": _iso(row.starts_at), "role": row.role}
            for row in rows
            if row.source == PersonSource.FACILITATOR
        ],
        "self_study": [self_study(work, LearnerId(row.key)) for row in rows if row.source == PersonSource.LEARNER],
        "named_as_colleague": [
            {"as": row.source.value, "title": row.title, "date": _iso(row.starts_at), "role": row.role}
            for row in rows
            if row.source in COLLEAGUES
        ],
        "course_certificates": [_course_certificate(c) for c in work.course_certificates.all() if c.number in held],
        "named_as_leader_on_course_certificates": sorted(led),
        "texts_that_may_name_the_person": [
            {"session": t.title, "date": _iso(t.starts_at), "where": t.where, "text": t.text} for t in texts
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _numbers(rows: Sequence[PersonRow], source: PersonSource) -> set[str]:
    return {row.key for row in rows if row.source == source}


def _each(rows: Sequence[PersonRow], field: str) -> list[str]:
    return list(dict.fromkeys(value for row in rows if (value := getattr(row, field))))


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None


def _participation(work: UnitOfWork, row: PersonRow) -> Json:
    session_id = WorkshopSessionId(row.session_id)
    session, events = work.sessions.get(session_id), work.events.read(session_id)
    return {
        "session": row.title,
        "date": _iso(row.starts_at),
        "session_unit": session.unit,
        "place": session.place,
        "name": row.name,
        "role": row.role,
        "unit": row.unit,
        "sex": row.sex or None,
        "email": row.email or None,
        "joined_unplanned": row.source == PersonSource.JOINED,
        "attendance": _attendance(events, row.participant_id, session.minutes),
    }


def _attendance(events: Sequence[RecordedEvent], participant_id: str, minutes: int) -> Json | None:
    """Return the attendance that counts: what was marked last, else present the whole time; None before the start."""
    gone = undone_numbers(events)
    standing = [e.event for e in events if e.seq not in gone]
    marked = [e for e in standing if isinstance(e, AttendanceMarked) and e.participant == participant_id]
    if marked:
        return {"status": marked[-1].status.value, "minutes": marked[-1].minutes, "marked_by_leader": True}
    if any(isinstance(e, SessionStarted) for e in standing):
        return {"status": AttendanceStatus.PRESENT.value, "minutes": minutes, "marked_by_leader": False}
    return None


def _course_certificate(c: CourseCertificate) -> Json:
    return {
        "number": c.number,
        "holder": c.holder,
        "role": c.holder_role,
        "unit": c.holder_unit,
        "title": c.title,
        "held_on": c.held_on.isoformat(),
        "place": c.place,
        "minutes": c.minutes,
        "competence_areas": list(c.competence_areas),
        "leaders": [{"name": leader.name, "role": leader.role.value} for leader in c.leaders],
        "issuer": c.issuer,
        "issued_at": c.issued_at.isoformat(timespec="seconds"),
        "kind": c.kind.value,
        "learning_path": c.path_id,
        "modules": [{"title": m.title, "minutes": m.minutes, "passed_on": m.passed_on.isoformat()} for m in c.modules],
        "started_on": c.started_on.isoformat() if c.started_on else None,
        "valid_until": c.valid_until.isoformat() if c.valid_until else None,
        "signed_text": c.code or None,
        "replaces": c.replaces,
        "replaced_by": c.replaced_by,
        "revoked_at": c.revoked_at.isoformat(timespec="seconds") if c.revoked_at else None,
        "revoke_reason": c.revoke_reason or None,
    }
