"""A session template: the shape of a session before place, time and people are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class TemplateItem:
    """One activity. `case_slot` counts the session's cases from 1; `settings` belong to the activity kind."""

    kind: str
    title: str
    minutes: int
    case_slot: int | None = None
    settings: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    notes: str = ""


@dataclass(frozen=True)
class SessionTemplate:
    """What a new session starts from. `cases` is how many are chosen; the agenda's minutes add up to `minutes`."""

    id: str
    forum_type: str
    title: str
    minutes: int
    description: str
    target_group: str
    purpose: str
    competence_areas: tuple[str, ...]
    cases: int
    agenda: tuple[TemplateItem, ...]
