"""Which kinds of material there are, and how an agenda item names one."""

from dataclasses import dataclass
from enum import StrEnum


class MaterialKind(StrEnum):
    """Material that an agenda item can name. The first ones are the files of the same name that self-study uses too."""

    BRANCHING = "branching"
    IMPULSES = "impulses"
    LETTER = "letter"
    EMPLOYER_PLAN = "employer_plan"
    TWIN = "twin"
    LEAFLET = "leaflet"
    ROLE_PLAY = "role_play"
    COORDINATION = "coordination"
    PATHWAY = "pathway"
    DISCUSSION_CARDS = "discussion_cards"
    SORTING = "sorting"
    TALK_DRILL = "talk_drill"
    MEASURE_LIMITS = "measure_limits"


@dataclass(frozen=True)
class MaterialRef:
    """The name of a piece of material; written `kind/id` in the settings of an agenda item and in templates."""

    kind: MaterialKind
    id: str

    @staticmethod
    def read(text: object) -> "MaterialRef | None":
        """Return the reference that `str` wrote, None when the text is something else."""
        kind, _, name = str(text).partition("/")
        if kind not in list(MaterialKind) or not name:
            return None
        return MaterialRef(MaterialKind(kind), name)

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"
