"""Snapshots as they look on disk."""

from __future__ import annotations

from datetime import datetime

NOW = datetime(2026, 11, 22, 9, 12)


def line(session_id: str, title: str, starts_at: str | None) -> dict[str, object]:
    return {
        "id": session_id,
        "title": title,
        "starts_at": starts_at,
        "minutes": 90,
        "place": "Tallbackens hälsocentral, rum Granen",
        "participants": 9,
        "cases": 2,
    }


def check(name: str, *, done: bool, needed: bool = False) -> dict[str, object]:
    return {"name": name, "done": done, "needed": needed}


def waiting(*checks: dict[str, object]) -> dict[str, object]:
    return {
        **line("s1", "Utmattning och arbetsförmåga", "2026-11-22T13:00:00"),
        "agenda": [
            {"title": "Start", "minutes": 10},
            {"title": "Markera", "minutes": 30, "with_case": True},
            {"title": "Avslut", "minutes": 50},
        ],
        "checks": list(checks)
        or [
            check("title", done=True, needed=True),
            check("participants", done=False),
            check("cases", done=True, needed=True),
        ],
    }


def full() -> dict[str, object]:
    return {
        "version": 1,
        "name": "Karin Wallmark",
        "first_start": False,
        "next": waiting(),
        "running": None,
        "upcoming": [
            line("s1", "Utmattning och arbetsförmåga", "2026-11-22T13:00:00"),
            line("s2", "Axel och rygg", "2026-11-26T08:00:00"),
        ],
        "closed": [line("s4", "Depression i butik", "2026-11-04T13:00:00")],
        "questions": [
            {"text": f"Fråga {number}?", "category": "rule", "session": "Depression i butik"} for number in range(1, 6)
        ],
        "course_certificates": 11,
    }
