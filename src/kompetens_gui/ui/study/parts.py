"""What the study pages are joined from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kompetens_gui.services.group_questions import GroupQuestionService
from kompetens_gui.services.hit_rates import HitRateService
from kompetens_gui.services.ports import CaseIndex
from kompetens_gui.services.profiles import ProfilesService
from kompetens_gui.services.progress import ProgressService
from kompetens_gui.services.remote_sign_offs import RemoteSignOffService
from kompetens_gui.services.repetition import RepetitionService
from kompetens_gui.services.sign_offs import SignOffService
from kompetens_gui.services.study_ports import StudyLibrary
from kompetens_gui.services.studying import StudyingService
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.study.learner import CurrentLearner


@dataclass(frozen=True)
class StudyServices:
    """The services behind the pages."""

    profiles: ProfilesService
    studying: StudyingService
    progress: ProgressService
    repetition: RepetitionService
    sign_offs: SignOffService
    remote_sign_offs: RemoteSignOffService
    library: StudyLibrary
    hit_rates: HitRateService
    group_questions: GroupQuestionService


@dataclass(frozen=True)
class StudyParts:
    """`open_services` is called once, in the background: joining self-study reads and imports much.

    `learner` is who studies; other pages that show a person's own follow it too. `now` is the time on the wall.
    """

    open_services: Callable[[], StudyServices]
    cases: CaseIndex
    tasks: Tasks
    notices: Notices
    area_titles: Mapping[str, str]
    learner: CurrentLearner
    now: Callable[[], datetime]
    write_file: Callable[[Path, bytes], object]
