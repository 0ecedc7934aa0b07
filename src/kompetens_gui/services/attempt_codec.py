"""Attempts to JSON and back: events by the kind they belong to, frozen content, settings, outcomes, PINs.

An event is written with a stable name: the class name for those every kind shares, `kind.ClassName` for a kind's own.
A name that a later version no longer knows is an error, never skipped, as in a session's log.
"""

import hashlib
import json
from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kompetens_gui.domain.exercises.base import Outcome
from kompetens_gui.domain.exercises.registry import exercise_kind
from kompetens_gui.domain.learning.attempt import ATTEMPT_EVENTS
from kompetens_gui.domain.learning.pin import Pin
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.services.codec import EventUnreadable


@cache
def _adapter(of: type) -> TypeAdapter[Any]:
    return TypeAdapter(of)


@cache
def _names(kind: str) -> dict[type, str]:
    own = {e: f"{kind}.{e.__name__}" for e in exercise_kind(kind).events}
    return own | {e: e.__name__ for e in ATTEMPT_EVENTS}


@cache
def _types(kind: str) -> dict[str, type]:
    return {name: event for event, name in _names(kind).items()}


def attempt_event_to_json(kind: str, event: object) -> tuple[str, str]:
    """Return an event's name and its JSON text."""
    name = _names(kind).get(type(event))
    if name is None:
        # Written, it would make the whole attempt unreadable.
        raise EventUnreadable(type(event).__name__)
    text = json.dumps(vars(event), ensure_ascii=False, separators=(",", ":"), default=asdict)
    return name, text if text.isascii() else text.encode("utf-8", "replace").decode()


def attempt_event_from_json(kind: str, name: str, payload: str) -> object:
    """Return the event that `attempt_event_to_json` wrote, or raise EventUnreadable."""
    event_type = _types(kind).get(name)
    if event_type is None:
        raise EventUnreadable(name)
    try:
        return _adapter(event_type).validate_json(payload)
    except ValidationError as error:
        raise EventUnreadable(name) from error


def content_to_json(kind: str, content: object) -> str:
    return _adapter(exercise_kind(kind).content).dump_json(content).decode()


def content_from_json(kind: str, text: str) -> object:
    found: object = _adapter(exercise_kind(kind).content).validate_json(text)
    return found


def hash_of(document: str) -> str:
    """Return the name that a frozen document is kept under."""
    return hashlib.sha256(document.encode()).hexdigest()


def settings_to_json(settings: StepSettings) -> str:
    return _adapter(StepSettings).dump_json(settings).decode()


def settings_from_json(text: str) -> StepSettings:
    found: StepSettings = _adapter(StepSettings).validate_json(text)
    return found


def outcome_to_json(outcome: Outcome) -> str:
    return _adapter(Outcome).dump_json(outcome).decode()


def outcome_from_json(text: str) -> Outcome:
    found: Outcome = _adapter(Outcome).validate_json(text)
    return found


def pin_to_json(pin: Pin) -> str:
    return _adapter(Pin).dump_json(pin).decode()


def pin_from_json(text: str) -> Pin:
    found: Pin = _adapter(Pin).validate_json(text)
    return found
