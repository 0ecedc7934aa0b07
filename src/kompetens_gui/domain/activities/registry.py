"""The one list of activity kinds. Adding a kind means adding its rooms and one line here."""

from functools import cache
from importlib import import_module
from typing import Any

from kompetens_gui.domain.activities.base import ActivityKind
from kompetens_gui.domain.errors import UnknownActivityKind

ACTIVITY_KINDS: tuple[str, ...] = (
    "information",
    "read_certificate",
    "mark_chain",
    "sufficiency_vote",
    "write_supplement",
    "rewrite",
    "discussion",
    "takeaways",
    "role_play",
    "branching_together",
    "spot_impulses",
    "prepared_questions",
    "sorting",
    "talk_drill",
    "measure_limits",
    "group_work",
    "commitments",
    "follow_up",
    "pathway_choice",
    "film",
    "review_plan",
    "plain_language",
    "gender_hand",
    "leaflet_together",
)


@cache
def activity_kind(name: str) -> ActivityKind[Any]:
    """Return the rules of a kind; its module is imported when it is first asked for."""
    if name not in ACTIVITY_KINDS:
        raise UnknownActivityKind(name)
    kind: ActivityKind[Any] = import_module(f"kompetens_gui.domain.activities.{name}").KIND
    return kind
