"""A learner's own data: everything that is held, to be read, given out, corrected and taken away.

What is read and what is printed are made from the same export that is given out as JSON, so that none says more than
the others.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kompetens_gui.domain.errors import DiskFull, NotFound, StorageFailed
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.services.own_data_sections import OwnDataNames, OwnDataSection, sections_of
from kompetens_gui.services.personal_data import ErasureReceipt, Person, PersonalDataService, Replaced
from kompetens_gui.services.personal_rows import PersonSource
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
    """What the service is joined from. `backups` are those that the program has made itself."""

    profiles: ProfilesService
    personal_data: PersonalDataService
    clock: Clock
    names: OwnDataNames
    backups: Callable[[], Sequence[Path]]


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

    def erase_studies(self, learner: LearnerId, pin: str = "") -> ErasureReceipt:
        """Take the profile away with all that was studied; sessions and course certificates stay."""
        name, is_clean = self._parts.profiles.get(learner).name, True
        try:
            self._parts.profiles.remove(learner, pin)
        except (DiskFull, StorageFailed):
            # It is gone for good when only the file could not be written anew; the receipt offers to try again.
            if self._is_there(learner):
                raise
            is_clean = False
        at = self._parts.clock.local_now()
        gone = Replaced(PersonSource.LEARNER, "", None)
        return ErasureReceipt(name, at, (gone,), (), tuple(self._parts.backups()), False, is_clean)

    def erase_all(self, learner: LearnerId, pin: str = "") -> ErasureReceipt:
        """Take away everything: the profile, and the name wherever it stands; course certificates are revoked."""
        self._parts.profiles.open(learner, pin)
        return self._parts.personal_data.erase(self._person(learner))

    def _is_there(self, learner: LearnerId) -> bool:
        return any(p.id == learner for p in self._parts.profiles.all())

    def _person(self, learner: LearnerId) -> Person:
        """Find the learner among all persons: the name may stand in sessions and on certificates too."""
        name = self._parts.profiles.get(learner).name
        mark = f"learner {learner}"
        found = next((p for p in self._parts.personal_data.find(name) if mark in p.marks), None)
        if found is None:
            raise NotFound("person", learner)
        return found
