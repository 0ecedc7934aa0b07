"""A session template: the shape of a session before place, time and people are known."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.errors import TemplateRefused
from kompetens_gui.domain.workshop.plan import WorkshopSession

LONGEST_ID = 60
SHORTEST, LONGEST = 5, 960
# What belongs to one occasion and its people, by the kind of activity: a template leaves it out.
_OF_THE_OCCASION: Mapping[str, tuple[str, ...]] = {"prepared_questions": ("questions",)}
# Files on one's own machine: they are not there where a template that is sent is opened.
_OF_THE_MACHINE: Mapping[str, tuple[str, ...]] = {"information": ("pdf", "pdf_pages"), "film": ("file",)}


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
    """What a new session starts from. `cases` is how many are chosen; the agenda's minutes add up to `minutes`.

    `suggested_cases` are ids, "" where none is suggested; a planner may choose others. `own` is the user's own.
    """

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
    suggested_cases: tuple[str, ...] = ()
    own: bool = False

    @property
    def materials(self) -> tuple[str, ...]:
        """The references of all material that the items name, in order."""
        return tuple(dict.fromkeys(ref for item in self.agenda for ref in material_refs(item.settings)))


def template_of(
    plan: WorkshopSession, template_id: str, title: str, description: str, kind_title: Callable[[str], str] = str
) -> SessionTemplate:
    """Return a template like a plan: without date, place and people, and without what was prepared for one occasion.

    A template's minutes are those of its items, so that what is made from it always fits. Items without a title take
    the one of their kind. Raises TemplateRefused for what is no template: no items, too short or too long.
    """
    if not plan.agenda:
        raise TemplateRefused("no_items", title)
    if plan.planned_minutes < SHORTEST:
        raise TemplateRefused("too_short", title)
    if plan.planned_minutes > LONGEST:
        raise TemplateRefused("too_long", title)
    cases = max(plan.case_slots, len(plan.cases), *(i.case_slot or 0 for i in plan.agenda), 0)
    used = [n for n in range(1, cases + 1) if any(i.case_slot == n for i in plan.agenda)]
    number = {slot: position for position, slot in enumerate(used, 1)}
    chosen = tuple((plan.cases[slot - 1] if slot <= len(plan.cases) else None) or "" for slot in used)
    return SessionTemplate(
        id=template_id,
        forum_type=plan.forum_type,
        title=title,
        minutes=plan.planned_minutes,
        description=description,
        target_group=plan.target_group,
        purpose=plan.purpose,
        competence_areas=plan.competence_areas,
        cases=len(used),
        agenda=tuple(
            TemplateItem(
                i.kind,
                i.title.strip() or kind_title(i.kind),
                i.minutes,
                number.get(i.case_slot) if i.case_slot else None,
                _without(i.settings, _OF_THE_OCCASION.get(i.kind, ())),
                i.notes,
            )
            for i in plan.agenda
        ),
        suggested_cases=chosen if any(chosen) else (),
        own=True,
    )


def without_own_files(template: SessionTemplate) -> SessionTemplate:
    """Return a template that can be sent: paths on this machine are left out."""
    agenda = tuple(replace(i, settings=_without(i.settings, _OF_THE_MACHINE.get(i.kind, ()))) for i in template.agenda)
    return replace(template, agenda=agenda)


def settings_to_reuse(kind: str, settings: Mapping[str, object]) -> dict[str, object]:
    """Return the settings of an item without what was prepared for one occasion."""
    return {k: v for k, v in settings.items() if k not in _OF_THE_OCCASION.get(kind, ())}


def _without(settings: Mapping[str, object], names: Collection[str]) -> Mapping[str, object]:
    kept = {k: tuple(v) if isinstance(v, list) else v for k, v in settings.items() if k not in names}
    return MappingProxyType(kept)


def template_id(title: str, taken: Collection[str]) -> str:
    """Make an id of a title that nobody has yet.

    >>> template_id("Träff för nya, 90 min", {"traff-for-nya-90-min"})
    'traff-for-nya-90-min-2'
    """
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_ID - 5].strip("-") or "egen-mall"
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
