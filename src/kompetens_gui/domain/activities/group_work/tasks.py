"""What each group works with: the task, the questions, and a material or a version of the case of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext, setting_number, setting_text, setting_texts
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import GroupId, SmallGroup

KIND_ID = "group_work"
WHOLE = ""
"""The id of the only group when the room is not divided."""


@dataclass(frozen=True)
class WorkGroup:
    """A group and what it works with. `variant` is what is changed in the case, `talk_about` for the leader alone;
    `variant_id` is set when the variant is one of the material's.

    `is_gone` says that the groups have been changed since it wrote something.
    """

    id: str
    name: str
    members: tuple[str, ...]
    material: str = ""
    about: str = ""
    variant_id: str = ""
    variant: str = ""
    talk_about: str = ""
    is_gone: bool = False


def task_text(context: ActivityContext) -> str:
    """Return what the groups are asked to do."""
    own = setting_text(context.item.settings, "task", KIND_ID).strip()
    return own or translate("GroupWork", "Läs, svara på frågorna och skriv vad ni kommer fram till.")


def questions(context: ActivityContext) -> tuple[str, ...]:
    """Return the item's own questions, else the four that a case is worked through with."""
    return setting_texts(context.item.settings, "questions", KIND_ID) or (
        translate("GroupWork", "Vad vet vi?"),
        translate("GroupWork", "Vilka impulser ser vi?"),
        translate("GroupWork", "Nästa steg: i dag, och inom två veckor?"),
        translate("GroupWork", "Vem ringer vem?"),
    )


def timer_minutes(settings: Mapping[str, object]) -> int:
    """Return how long the groups' timers are, in minutes."""
    return setting_number(settings, "minutes_timer", KIND_ID, 15)


def material_refs_of(context: ActivityContext) -> tuple[str, ...]:
    """Return the materials in the order that groups are given them."""
    several = setting_texts(context.item.settings, "materials", KIND_ID)
    one = setting_text(context.item.settings, "material", KIND_ID)
    return several or ((one,) if one else ())


def material(context: ActivityContext, ref: str) -> CoordinationCase | None:
    """Return a coordination case that was there when the session started."""
    found = context.materials.get(ref)
    return found if isinstance(found, CoordinationCase) else None


def work_groups(state: GroupWorkState, context: ActivityContext) -> tuple[WorkGroup, ...]:
    """Return the groups in order, and after them those that have written something and are no more."""
    now = context.groups or (SmallGroup(GroupId(WHOLE), translate("GroupWork", "Alla tillsammans")),)
    names = {p.id: p.name for p in context.participants}
    made = [
        _work_group(state, context, group.id, group.name, tuple(names[m] for m in group.members if m in names), place)
        for place, group in enumerate(now)
    ]
    known = {g.id for g in made}
    gone = [group for group, of in state.groups.items() if group not in known and of.answers]
    earlier = translate("GroupWork", "Tidigare grupp")
    return (*made, *(WorkGroup(g, earlier, (), is_gone=True) for g in gone))


def _work_group(
    state: GroupWorkState, context: ActivityContext, group: str, name: str, members: tuple[str, ...], place: int
) -> WorkGroup:
    refs = material_refs_of(context)
    ref = refs[place % len(refs)] if refs else ""
    case = material(context, ref)
    given = state.of(group).variant
    planned = setting_texts(context.item.settings, "variants", KIND_ID)
    variant = given if given is not None else planned[place % len(planned)] if planned else ""
    named = next((v for v in case.variants if v.id == variant), None) if case else None
    about = case.head.title if case else context.case.title if context.case else ""
    if named is not None:
        changed = f"{named.title}. {named.change}"
        return WorkGroup(group, name, members, ref, about, named.id, changed, named.talk_about)
    return WorkGroup(group, name, members, ref, about, variant=variant)
