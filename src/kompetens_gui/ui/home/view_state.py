"""What the overview shows, read from a snapshot that may be old, cut short or written by another version.

Standard library only: this is loaded before the first paint, which is also why the states are tuples; a dataclass takes
ten times as long to make.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

VERSION: Final = 1
_MOST = 50
_LONGEST = 24 * 60
_LARGEST = 10_000_000
_YEARS = range(1900, 9000)
Snapshot = Mapping[str, object]


class Block(NamedTuple):
    """A piece of the agenda; `with_case` marks the ones that work with a case."""

    title: str
    minutes: int
    with_case: bool = False


class Check(NamedTuple):
    """One line of the checklist by its stable name; Starta waits for the ones that are `needed`."""

    name: str
    done: bool
    needed: bool = False


class SessionLine(NamedTuple):
    """A session in one line."""

    id: str
    title: str
    starts_at: datetime | None = None
    minutes: int = 0
    place: str = ""
    participants: int = 0
    cases: int = 0


class NextCardState(NamedTuple):
    """The session that waits, in full."""

    line: SessionLine
    blocks: tuple[Block, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """Names of the checks that Starta waits for."""
        return tuple(c.name for c in self.checks if c.needed and not c.done)


class QuestionLine(NamedTuple):
    """A question somebody asked at a session."""

    text: str
    category: str
    session: str


class HomeState(NamedTuple):
    """Everything on the page. `is_known` is false before anything has been read at all."""

    is_known: bool = False
    name: str = ""
    is_first_start: bool = False
    next: NextCardState | None = None
    running: SessionLine | None = None
    upcoming: tuple[SessionLine, ...] = ()
    closed: tuple[SessionLine, ...] = ()
    questions: tuple[QuestionLine, ...] = ()
    course_certificates: int = 0


def first_start_snapshot(name: str = "") -> dict[str, object]:
    """Give the snapshot of a program that nobody has used yet."""
    return {"version": VERSION, "first_start": True, "name": name}


def state_from(snapshot: object) -> HomeState:
    """Read a snapshot; whatever does not fit is left out rather than guessed."""
    if not isinstance(snapshot, Mapping) or snapshot.get("version") != VERSION:
        return HomeState()
    return HomeState(
        is_known=True,
        name=_text(snapshot, "name"),
        is_first_start=snapshot.get("first_start") is True,
        next=_next(snapshot.get("next")),
        running=_line(snapshot.get("running")),
        upcoming=_lines(snapshot, "upcoming"),
        closed=_lines(snapshot, "closed"),
        questions=tuple(
            QuestionLine(_text(q, "text"), _text(q, "category"), _text(q, "session"))
            for q in _items(snapshot, "questions")
            if _text(q, "text")
        ),
        course_certificates=_count(snapshot, "course_certificates"),
    )


def _next(raw: object) -> NextCardState | None:
    line = _line(raw)
    if line is None or not isinstance(raw, Mapping):
        return None
    blocks = tuple(
        Block(_text(b, "title"), min(_count(b, "minutes"), _LONGEST), b.get("with_case") is True)
        for b in _items(raw, "agenda")
        if _count(b, "minutes")
    )
    checks = tuple(
        Check(_text(c, "name"), c.get("done") is True, c.get("needed") is True) for c in _items(raw, "checks")
    )
    return NextCardState(line, blocks, checks)


def _lines(raw: Snapshot, key: str) -> tuple[SessionLine, ...]:
    found = (_line(item) for item in _items(raw, key))
    return tuple(line for line in found if line is not None)


def _line(raw: object) -> SessionLine | None:
    if not isinstance(raw, Mapping) or not _text(raw, "id"):
        return None
    return SessionLine(
        _text(raw, "id"),
        _text(raw, "title"),
        _moment(raw.get("starts_at")),
        min(_count(raw, "minutes"), _LONGEST),
        _text(raw, "place"),
        _count(raw, "participants"),
        _count(raw, "cases"),
    )


def _items(raw: Snapshot, key: str) -> Sequence[Snapshot]:
    value = raw.get(key)
    return [item for item in value[:_MOST] if isinstance(item, Mapping)] if isinstance(value, list) else []


def _text(raw: Snapshot, key: str) -> str:
    value = raw.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _count(raw: Snapshot, key: str) -> int:
    value = raw.get(key)
    usable = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    return max(0, min(int(value), _LARGEST)) if usable and isinstance(value, (int, float)) else 0


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None
    return moment if moment.year in _YEARS else None
