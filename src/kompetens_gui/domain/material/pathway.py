"""A brief for a pathway or consultation forum as an exercise: what is recorded is learning, never a decision."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.material.coordination import Consequences
from kompetens_gui.domain.study.common import StudyContentHead


class Forum(StrEnum):
    """Whose forum it is."""

    PATHWAY = "pathway_forum"
    CONSULTATION = "consultation_forum"


class SeatId(StrEnum):
    """Who sits at the table. The person's own voice always does."""

    DECISION_MAKER = "decision_maker"
    ADVISER = "insurance_medicine_adviser"
    SPECIALIST = "specialist"
    EMPLOYMENT_OFFICER = "employment_officer"
    CASE_OFFICER = "case_officer"
    OWN_VOICE = "own_voice"
    WORK_PSYCHOLOGIST = "work_psychologist"
    SOCIAL_CONSULTANT = "social_consultant"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"


@dataclass(frozen=True)
class Seat:
    """A seat: what it is there for, what it knows, what it should ask, and what is not its to say."""

    id: SeatId
    task: str
    knows: tuple[str, ...]
    asks: tuple[str, ...]
    limit: str


@dataclass(frozen=True)
class BriefPart:
    """A part of the one-page brief."""

    heading: str
    text: str


@dataclass(frozen=True)
class PathwayOption:
    """A way that can be defended. `needs` is what must hold for it, `who_decides` who may decide it at all."""

    id: str
    title: str
    text: str
    arguments_for: tuple[str, ...]
    arguments_against: tuple[str, ...]
    needs: tuple[str, ...]
    who_decides: str
    consequences: Consequences


@dataclass(frozen=True)
class PathwayBrief:
    """A whole brief. `order` is the question in one sentence, `voice` two sentences that are read aloud."""

    head: StudyContentHead
    forum: Forum
    order: str
    brief: tuple[BriefPart, ...]
    voice: str
    seats: tuple[Seat, ...]
    options: tuple[PathwayOption, ...]
    decidable_today: tuple[str, ...]
    missing: tuple[str, ...]
    debrief: tuple[str, ...]
    leader_notes: str

    def option(self, option_id: str) -> PathwayOption | None:
        return next((o for o in self.options if o.id == option_id), None)
