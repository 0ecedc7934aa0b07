"""What has been seen of a person in a competence area: small facts, added one by one, in any order.

Evidence is a set: the same fact twice is one, and it does not matter which came first. Levels follow from it by rule
(`levels.py`). Attendance and self-rating are kept as background and raise nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.exercises.base import AreaShare, Outcome
from kompetens_gui.domain.learning.attempt import FinishedAttempt
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItem, ParticipantId
from kompetens_gui.domain.workshop.state import Attendance

QUESTIONS, REFLECTION, READING = "questions", "reflection", "reading"
LEADING, MENTORING, CONTRIBUTION, PEER, CHANGE = "leading", "mentoring", "contribution", "peer", "work_change"
BEST_RATING = 5.0


class EvidenceKind(StrEnum):
    """How something came to be known."""

    ATTENDED = "attended"
    PRACTISED = "practised"
    OBSERVED = "observed"
    SELF_RATED = "self_rated"
    CHANGED_WORK = "changed_work"
    LED = "led"
    PEER_CONFIRMED = "peer_confirmed"


@dataclass(frozen=True)
class Evidence:
    """One fact about one person in one area.

    `strength` is 0 to 1: the share that was right, or a rating of its best. `count` is how many items or raters it
    rests on. `form` is the exercise form. `approved`, `reflected` and `with_other` are as in the outcome of an attempt.
    `source` says where it comes from (`attempt:…`, `session:…`, `sign_off:…`); `rule_version` is empty where no rules
    are touched.
    """

    learner: LearnerId
    area: str
    kind: EvidenceKind
    strength: float
    on: date
    source: str
    form: str
    count: int = 1
    approved: bool = False
    reflected: bool = False
    with_other: bool = False
    rule_version: str = ""


def attempt_source(attempt_id: str) -> str:
    return f"attempt:{attempt_id}"


def session_source(session_id: str) -> str:
    return f"session:{session_id}"


def sign_off_source(sign_off_id: str) -> str:
    return f"sign_off:{sign_off_id}"


def attempt_evidence(attempt: FinishedAttempt, on: date) -> tuple[Evidence, ...]:
    """Return what a finished attempt says; `on` is the local day it was finished."""
    outcome = attempt.outcome
    shares = {a.area: a for a in outcome.areas}
    areas = tuple(shares) if attempt.kind == QUESTIONS else tuple(dict.fromkeys((*attempt.areas, *shares)))
    return tuple(_of_attempt(attempt, area, shares.get(area), on) for area in areas)


def _of_attempt(attempt: FinishedAttempt, area: str, share: AreaShare | None, on: date) -> Evidence:
    outcome = attempt.outcome
    strength, count = _weight(outcome, share)
    return Evidence(
        attempt.learner,
        area,
        _kind(attempt),
        strength,
        on,
        attempt_source(attempt.id),
        attempt.kind,
        count,
        outcome.approved,
        outcome.reflected,
        outcome.with_other,
        share.rule_version if share is not None else attempt.rule_version,
    )


def _kind(attempt: FinishedAttempt) -> EvidenceKind:
    if attempt.kind == READING:
        return EvidenceKind.ATTENDED
    if attempt.outcome.rating is not None or attempt.outcome.signed:
        return EvidenceKind.OBSERVED
    return EvidenceKind.PRACTISED


def _weight(outcome: Outcome, share: AreaShare | None) -> tuple[float, int]:
    if share is not None:
        return share.share, share.of
    if outcome.rating is not None:
        return outcome.rating / BEST_RATING, outcome.raters
    return (outcome.share, outcome.of) if outcome.of else (float(outcome.approved), 1)


# What a group does together in the room, and the exercise form it is.
_ROOM_FORMS = {
    "mark_chain": "mark_chain",
    "sufficiency_vote": "sufficiency",
    "rewrite": "rewrite",
    "write_supplement": "supplement",
}


def room_evidence(
    log: SessionLog, learner: LearnerId, participant: ParticipantId, attendance: Attendance
) -> tuple[Evidence, ...]:
    """Return what a closed session says of a named participant who has agreed to it.

    Nobody is judged by a room: what the group did counts as practice together, being there as attendance.
    """
    if log.state.closed_at is None or attendance.status == AttendanceStatus.ABSENT or attendance.minutes <= 0:
        return ()
    held = log.session.starts_at or log.state.closed_at
    source, on = session_source(log.session.id), held.date()
    found = [
        Evidence(learner, area, EvidenceKind.ATTENDED, 0.0, on, source, log.session.forum_type, attendance.minutes)
        for area in log.session.competence_areas
    ]
    for item in log.session.agenda:
        if attendance.status == AttendanceStatus.PRESENT and _was_done(log, item):
            case = log.state.case_of(item)
            areas = case.competence_areas if case else log.session.competence_areas
            version = case.rule_version if case else ""
            found += [
                Evidence(
                    learner,
                    area,
                    EvidenceKind.PRACTISED,
                    1.0,
                    on,
                    source,
                    _ROOM_FORMS[item.kind],
                    approved=True,
                    with_other=True,
                    rule_version=version if area in RULE_AREAS else "",
                )
                for area in areas
            ]
    return distinct(found)


RULE_AREAS = frozenset({"K03"})
"""Areas whose knowledge grows old when the rules change."""


def _was_done(log: SessionLog, item: AgendaItem) -> bool:
    state = log.state.activities.get(item.id)
    if item.kind not in _ROOM_FORMS or state is None:
        return False
    return bool(activity_kind(item.kind).result(state, log.state.context(item)).blocks)


def led_evidence(
    learner: LearnerId, areas: Iterable[str], source: str, on: date, rating: float, raters: int
) -> tuple[Evidence, ...]:
    """Return what a session that the person led says, as rated (0 to 5) by so many who were there."""
    return tuple(
        Evidence(learner, a, EvidenceKind.LED, rating / BEST_RATING, on, source, LEADING, raters) for a in areas
    )


def self_rating(learner: LearnerId, area: str, rating: float, on: date) -> Evidence:
    """Return how the person sees it (0 to 5): background, never proof."""
    return Evidence(
        learner, area, EvidenceKind.SELF_RATED, rating / BEST_RATING, on, f"self:{on.isoformat()}", "self_rating"
    )


def distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return each fact once, in an order that does not depend on the order they came in."""
    return tuple(sorted(set(evidence), key=_key))


def _key(e: Evidence) -> tuple[str, ...]:
    return (e.learner, e.area, e.on.isoformat(), e.kind, e.form, e.source, f"{e.strength:.9f}", repr(e))
