"""Everything a learner has in self-study, as JSON to be given to that person: from the profile to each answer."""

import json
from datetime import datetime
from typing import Any

from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.services.attempt_codec import attempt_event_to_json, outcome_to_json
from kompetens_gui.services.learning_ports import StoredAttempt
from kompetens_gui.services.ports import UnitOfWork

Json = dict[str, Any]


def self_study(work: UnitOfWork, learner: LearnerId) -> Json:
    """Return all there is about a learner, own texts included. The PIN is not among it: only its hash is held."""
    profile = work.learners.get(learner)
    finished = {a.attempt.id: a for a in work.attempts.finished(learner)}
    begun = [a.id for a in work.attempts.unfinished(learner)]
    return {
        "profile": {
            "name": profile.name,
            "role": profile.role.value,
            "unit": profile.unit,
            "sex": profile.sex.value if profile.sex else None,
            "learning_path": profile.path or None,
            "sessions_count_as_evidence": profile.room_results_count,
            "may_supervise": profile.supervises,
            "has_pin": profile.has_pin,
            "created_at": _iso(profile.created_at),
        },
        "attempts": [
            _attempt(work.attempts.read(AttemptId(i)), outcome_to_json(finished[i].attempt.outcome))
            if i in finished
            else _attempt(work.attempts.read(i), None)
            for i in (*finished, *begun)
        ],
        "evidence": [
            {
                "area": e.area,
                "kind": e.kind.value,
                "form": e.form,
                "strength": e.strength,
                "rests_on": e.count,
                "date": e.on.isoformat(),
                "source": e.source,
            }
            for e in work.evidence.of(learner)
        ],
        "repetition": [
            {"question": c.item, "area": c.area, "due": _iso(c.due), "reviews": c.reviews}
            for c in work.reviews.cards(learner)
        ],
        "reviews": [
            {"question": e.item, "number": e.number, "recall": e.recall.name.lower(), "at": _iso(e.at)}
            for e in work.reviews.entries(learner)
        ],
        "sign_offs": [
            {
                "purpose": s.purpose.value,
                "areas": list(s.areas),
                "title": s.title,
                "by": s.by_name,
                "role": s.by_role.value,
                "date": s.on.isoformat(),
                "text": s.text or None,
                "rating": s.rating,
                "raters": s.raters,
                "signed_at_a_distance": s.is_from_afar,
                "key_fingerprint": s.fingerprint or None,
            }
            for s in work.sign_offs.of(learner)
        ],
    }


def _attempt(stored: StoredAttempt, outcome: str | None) -> Json:
    started = stored.started
    return {
        "exercise": started.kind,
        "title": started.title,
        "content": started.ref or None,
        "path": started.path or None,
        "module": started.module or None,
        "started_at": _iso(started.at),
        "finished_at": _iso(stored.finished_at),
        "outcome": json.loads(outcome) if outcome else None,
        "answers": [
            {"at": _iso(e.at), "what": name, "answer": json.loads(payload)}
            for e in stored.events
            for name, payload in (attempt_event_to_json(started.kind, e.event),)
        ],
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
