"""Events, plans and cases to JSON and back. Pydantic checks what is read; the dataclasses stay plain.

Each event is written with a stable name: the class name for session events, `kind.ClassName` for those of an activity
kind. A name that a later version no longer knows is an error, never skipped: a log is read whole or not at all.
"""

import json
from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.revocation import RevocationList
from kompetens_gui.domain.errors import UnknownActivityKind
from kompetens_gui.domain.workshop.events import SESSION_EVENTS, ActivityHappened
from kompetens_gui.domain.workshop.plan import AgendaItemId, WorkshopSession
from kompetens_gui.domain.workshop.series import SeriesMemory


class EventUnreadable(ValueError):
    """A stored event does not fit what this version of the program knows."""


_adapters: dict[type, TypeAdapter[Any]] = {}


def _adapter(of: type) -> TypeAdapter[Any]:
    if of not in _adapters:
        _adapters[of] = TypeAdapter(of)
    return _adapters[of]


def _dump(event: object) -> str:
    """Write an event's own fields: plain values, enums, tuples and small dataclasses of them.

    Done without pydantic, whose first use of a type takes longer than a frame; reading is where checking matters.
    """
    text = json.dumps(vars(event), ensure_ascii=False, separators=(",", ":"), default=asdict)
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


@cache
def _session_events() -> dict[str, type]:
    return {e.__name__: e for e in SESSION_EVENTS}


@cache
def _activity_event(name: str) -> type:
    kind, _, wanted = name.partition(".")
    if kind not in ACTIVITY_KINDS:
        raise UnknownActivityKind(kind)
    found = next((e for e in activity_kind(kind).events if e.__name__ == wanted), None)
    if found is None:
        raise EventUnreadable(name)
    return found


@cache
def _names() -> dict[type, str]:
    own = {e: e.__name__ for e in SESSION_EVENTS}
    return own | {e: f"{kind}.{e.__name__}" for kind in ACTIVITY_KINDS for e in activity_kind(kind).events}


def _name_of(event: object) -> str:
    name = _names().get(type(event))
    if name is None:
        # Written, it would make the whole log unreadable.
        raise EventUnreadable(type(event).__name__)
    return name


def event_to_json(event: object) -> tuple[str, str | None, str]:
    """Return an event's name, the agenda item it belongs to (activity events only) and its JSON text."""
    if isinstance(event, ActivityHappened):
        return _name_of(event.what), event.item, _dump(event.what)
    return _name_of(event), None, _dump(event)


def event_from_json(name: str, item: str | None, payload: str) -> object:
    """Return the event that `event_to_json` wrote, or raise EventUnreadable."""
    try:
        if "." in name:
            what = _adapter(_activity_event(name)).validate_json(payload)
            return ActivityHappened(AgendaItemId(item or ""), what)
        event_type = _session_events().get(name)
        if event_type is None:
            raise EventUnreadable(name)
        return _adapter(event_type).validate_json(payload)
    except ValidationError as error:
        raise EventUnreadable(name) from error


def case_to_json(case: Case) -> str:
    return _adapter(Case).dump_json(case).decode()


def case_from_json(text: str) -> Case:
    case: Case = _adapter(Case).validate_json(text)
    return case


def series_memory_to_json(memory: SeriesMemory) -> str:
    return _adapter(SeriesMemory).dump_json(memory).decode()


def series_memory_from_json(text: str) -> SeriesMemory:
    memory: SeriesMemory = _adapter(SeriesMemory).validate_json(text)
    return memory


def session_to_json(session: WorkshopSession) -> str:
    return _adapter(WorkshopSession).dump_json(session).decode()


def session_from_json(text: str) -> WorkshopSession:
    session: WorkshopSession = _adapter(WorkshopSession).validate_json(text)
    return session


def course_certificate_to_json(course_certificate: CourseCertificate) -> str:
    return _adapter(CourseCertificate).dump_json(course_certificate).decode()


def course_certificate_from_json(text: str) -> CourseCertificate:
    found: CourseCertificate = _adapter(CourseCertificate).validate_json(text)
    return found


def revocation_list_to_json(newest: RevocationList) -> str:
    return _adapter(RevocationList).dump_json(newest).decode()


def revocation_list_from_json(text: str) -> RevocationList:
    found: RevocationList = _adapter(RevocationList).validate_json(text)
    return found
