"""Somebody who studies: as little as a profile needs, and what the person has agreed to."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.learning.pin import Pin, PinThrottle
from kompetens_gui.domain.workshop.plan import Role

LearnerId = NewType("LearnerId", str)
LONGEST_NAME = 120


@dataclass(frozen=True)
class LearnerProfile:
    """A learner on this machine. Only name and role are needed.

    `path` is the learning path that was chosen. `room_results_count`: the person agrees that sessions where they are
    named count as evidence. `supervises`: may sign off and help a colleague who has forgotten the PIN.
    """

    id: LearnerId
    name: str
    role: Role = Role.REHAB_COORDINATOR
    unit: str = ""
    sex: Sex | None = None
    path: str = ""
    room_results_count: bool = False
    supervises: bool = False
    pin: Pin | None = None
    throttle: PinThrottle = field(default_factory=PinThrottle)
    created_at: datetime | None = None

    @property
    def has_pin(self) -> bool:
        return self.pin is not None


@dataclass(frozen=True)
class PinResetLoss:
    """What is removed when a forgotten PIN is taken away: nobody but the person was to read it.

    Levels, results and sign-offs stay.
    """

    reflections: int
    own_texts: int


def check_profile(profile: LearnerProfile) -> None:
    """Raise InvalidValue when a profile cannot be kept."""
    if not profile.name.strip():
        raise InvalidValue("name", "empty")
    if len(profile.name) > LONGEST_NAME:
        raise InvalidValue("name", "too_long", profile.name[:40])
