"""A learner's own data: everything that is held, to be read, given out, corrected and taken away.

What is read and what is printed are made from the same export that is given out as JSON, so that none says more than
the others.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.services.own_data_sections import OwnDataNames, OwnDataSection, sections_of
from kompetens_gui.services.personal_data import ErasureReceipt, Person, PersonalDataService
from kompetens_gui.services.ports import Clock
from kompetens_gui.services.profiles import ProfilesService


@dataclass(frozen=True)
class OwnData:
    """Everything held about somebody on a day, in words."""

    name: str
    at: datetime
    sections: tuple[OwnDataSection, ...]


@dataclass(frozen=True)
class OwnDataParts:
    """What the service is joined from."""

    profiles: ProfilesService
    personal_data: PersonalDataService
    clock: Clock
    names: OwnDataNames


class OwnDataService:
    """Answers a learner about themselves; a profile with a PIN is erased by whoever knows it."""

    def __init__(self, parts: OwnDataParts) -> None:
        self._parts = parts

    def read(self, learner: LearnerId) -> OwnData:
        """Return everything that is held, in words."""
        found = json.loads(self.export(learner))
        name = self._parts.profiles.get(learner).name
        return OwnData(name, self._parts.clock.local_now(), sections_of(found, self._parts.names))

    def export(self, learner: LearnerId) -> str:
        """Return everything that is held, as JSON."""
        return self._parts.personal_data.export(self._person(learner))

    def erase_studies(self, learner: LearnerId, pin: str = "") -> None:
        """Take the profile away with all that was studied; sessions and course certificates stay."""
        self._parts.profiles.remove(learner, pin)

    def erase_all(self, learner: LearnerId, pin: str = "") -> ErasureReceipt:
        """Take away everything: the profile, and the name wherever it stands; course certificates are revoked."""
        self._parts.profiles.open(learner, pin)
        return self._parts.personal_data.erase(self._person(learner))

    def _person(self, learner: LearnerId) -> Person:
        """Find the learner among all persons: the name may stand in sessions and on certificates too."""
        name = self._parts.profiles.get(learner).name
        mark = f"learner {learner}"
        found = next((p for p in self._parts.personal_data.find(name) if mark in p.marks), None)
        if found is None:
            raise NotFound("person", learner)
        return found
