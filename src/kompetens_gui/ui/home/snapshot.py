"""Turns an `Overview` into the plain dict that the page paints from.

Imported after the first paint.
"""

from __future__ import annotations

from kompetens_gui.services.overview import NextSession, OpenQuestion, Overview
from kompetens_gui.services.ports import SessionRow
from kompetens_gui.ui.home.view_state import VERSION


def snapshot_from(overview: Overview, name: str, *, first_start: bool = False) -> dict[str, object]:
    """Give all that the page shows, as values that JSON keeps.

    It is a first start only while there is nothing at all to show.
    """
    empty = not (overview.upcoming or overview.closed or overview.unfinished)
    return {
        "version": VERSION,
        "name": name,
        "first_start": first_start and empty,
        "next": _next(overview.next) if overview.next else None,
        "running": _line(overview.unfinished) if overview.unfinished else None,
        "upcoming": [_line(row) for row in overview.upcoming],
        "closed": [_line(row) for row in overview.closed],
        "questions": [_question(question) for question in overview.questions],
        "course_certificates": overview.course_certificates,
    }


def _line(row: SessionRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "starts_at": row.starts_at.isoformat() if row.starts_at else None,
        "minutes": row.minutes,
        "place": _place(row.unit, row.place),
        "participants": row.participants,
        "cases": row.cases,
    }


def _next(waiting: NextSession) -> dict[str, object]:
    session = waiting.session
    return {
        "id": session.id,
        "title": session.title,
        "starts_at": session.starts_at.isoformat() if session.starts_at else None,
        "minutes": session.minutes,
        "place": _place(session.unit, session.place),
        "participants": len(session.participants),
        "cases": len(session.chosen_cases),
        "agenda": [
            {"title": timed.item.title, "minutes": timed.item.minutes, "with_case": timed.item.case_slot is not None}
            for timed in waiting.agenda.items
        ],
        "checks": [{"name": c.name, "done": c.done, "needed": c.needed} for c in waiting.checklist],
    }


def _question(open_question: OpenQuestion) -> dict[str, object]:
    question = open_question.question
    return {"text": question.text, "category": question.category.value, "session": open_question.session_title}


def _place(unit: str, place: str) -> str:
    return ", ".join(part.strip() for part in (unit, place) if part.strip())
