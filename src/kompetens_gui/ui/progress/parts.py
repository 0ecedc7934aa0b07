"""What the page is joined from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kompetens_gui.domain.learning.evidence import Evidence
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.services.evidence_sources import EvidenceLine
from kompetens_gui.services.profiles import ProfilesService
from kompetens_gui.services.progress import ProgressService
from kompetens_gui.services.sign_offs import SignOffService
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.progress.own_data import OwnDataTools
from kompetens_gui.ui.shell.notices import Notices


class Evidenced(Protocol):
    """What lies behind the levels, to be read by the person."""

    def lines(self, learner: LearnerId, area: str) -> Sequence[EvidenceLine]: ...

    def self_rating(self, learner: LearnerId, area: str) -> Evidence | None: ...


@dataclass(frozen=True)
class ProgressPageParts:
    """`learner` tells who has opened their profile, None when nobody has.

    `practise` leads to exercises in an area; None where there is nothing to lead to.
    """

    tasks: Tasks
    notices: Notices
    profiles: ProfilesService
    progress: ProgressService
    evidence: Evidenced
    sign_offs: SignOffService
    own_data: OwnDataTools
    area_titles: Mapping[str, str]
    learner: Callable[[], LearnerProfile | None]
    today: Callable[[], date]
    practise: Callable[[str], object] | None = None
