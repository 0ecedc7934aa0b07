"""Chooses the real parts and joins them into a program without windows. Used by the windows, the console and the demo.

Imported after the first paint: everything heavy is reached from here.
"""

import os
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kompetens_gui.content.bank_reader import CaseFolders
from kompetens_gui.content.own_templates import OwnTemplates
from kompetens_gui.content.templates import load_competence_areas, load_templates
from kompetens_gui.documents.maker import Documents
from kompetens_gui.domain.errors import FileUnreadable
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.domain.workshop.template import SessionTemplate
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.environment.clock import SystemClock
from kompetens_gui.environment.paths import Paths
from kompetens_gui.environment.preferences_file import PreferencesFile
from kompetens_gui.joining_credentials import attendance_rules, open_credentials
from kompetens_gui.services.attendance import CourseCertificateService
from kompetens_gui.services.credentials import CredentialService
from kompetens_gui.services.group_questions import GroupQuestionService
from kompetens_gui.services.news import CaseBankChanged, EventBus
from kompetens_gui.services.overview import OverviewService
from kompetens_gui.services.personal_data import PersonalDataParts, PersonalDataService
from kompetens_gui.services.planning import PlanningParts, PlanningService
from kompetens_gui.services.ports import CertificateAppearance, Clock, LogWriterFactory, UnitOfWorkFactory
from kompetens_gui.services.preferences import PreferencesService
from kompetens_gui.services.role_words import role_title
from kompetens_gui.services.running import RunningParts, RunningService
from kompetens_gui.services.session_series import SessionSeriesService
from kompetens_gui.services.templates import TemplateService
from kompetens_gui.storage.backup import backup, restore, verified
from kompetens_gui.storage.case_index import SqlCaseIndex
from kompetens_gui.storage.checking import CheckProblem, check_database
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.erasure_journal import FileErasureJournal
from kompetens_gui.storage.log_writer import log_writer_factory
from kompetens_gui.storage.overview_reader import SqliteOverviewReader
from kompetens_gui.storage.personal_data_store import BackupShelf, rewrite_file
from kompetens_gui.storage.unit_of_work import unit_of_work_factory

if TYPE_CHECKING:
    from kompetens_gui.joining_learning import Learning
    from kompetens_gui.services.answering_sign_offs import SignOffAnsweringService
    from kompetens_gui.services.completion_certificates import CompletionCertificateService
    from kompetens_gui.services.material_ports import MaterialLibrary
    from kompetens_gui.services.profiles import ProfilesService
    from kompetens_gui.services.progress import ProgressService
    from kompetens_gui.services.repetition import RepetitionService
    from kompetens_gui.services.retention import RetentionService
    from kompetens_gui.services.sign_offs import SignOffService
    from kompetens_gui.services.studying import StudyingService

DATABASE_URL_VARIABLE = "KOMPETENS_DATABASE_URL"
Progress = Callable[[int, int], None]
_joining = Lock()


@dataclass(frozen=True)
class Program:
    """Everything but the windows."""

    paths: Paths
    clock: Clock
    bus: EventBus
    preferences: PreferencesService
    database: Database
    log_writer: LogWriterFactory
    work: UnitOfWorkFactory
    case_index: SqlCaseIndex
    planning: PlanningService
    templates: TemplateService
    session_series: SessionSeriesService
    group_questions: GroupQuestionService
    running: RunningService
    certificates: CourseCertificateService
    credentials: CredentialService
    personal_data: PersonalDataService
    overview: OverviewService
    documents: Documents
    area_titles: Mapping[str, str]
    open_materials: Callable[[], "MaterialLibrary"]

    # Self-study is joined when it is first asked for: who leads a group never waits for it.
    @cached_property
    def learning(self) -> "Learning":
        """The services of self-study."""
        from kompetens_gui.joining_learning import open_learning

        # Several pages may ask at once, each in the background: there must be one desk of open attempts.
        with _joining:
            if "learning" not in self.__dict__:
                self.__dict__["learning"] = open_learning(self)
            made: Learning = self.__dict__["learning"]
            return made

    @property
    def materials(self) -> "MaterialLibrary":
        """What a group works with besides cases. The first use reads its formats, which takes a moment."""
        return self.open_materials()

    @cached_property
    def completions(self) -> "CompletionCertificateService":
        """The course certificates of completed learning paths."""
        from kompetens_gui.joining_credentials import open_completions

        return open_completions(self)

    @cached_property
    def answering(self) -> "SignOffAnsweringService":
        """Answers to requests for sign-offs that come from other copies of the program."""
        from kompetens_gui.services.answering_sign_offs import SignOffAnsweringService

        return SignOffAnsweringService(self.clock, self.credentials.keys)

    @property
    def profiles(self) -> "ProfilesService":
        return self.learning.profiles

    @property
    def studying(self) -> "StudyingService":
        return self.learning.studying

    @property
    def progress(self) -> "ProgressService":
        return self.learning.progress

    @property
    def repetition(self) -> "RepetitionService":
        return self.learning.repetition

    @property
    def sign_offs(self) -> "SignOffService":
        return self.learning.sign_offs

    @property
    def retention(self) -> "RetentionService":
        return self.learning.retention

    def appearance(self) -> CertificateAppearance:
        """What the organisation adds to its papers."""
        chosen = self.preferences.current
        return CertificateAppearance(chosen.organisation, Path(chosen.logotype) if chosen.logotype else None)

    def role_titles(self) -> dict[str, str]:
        return {role.value: role_title(role) for role in Role}

    def refresh_bank(self) -> None:
        """Bring the index of cases up to date and tell when something had changed."""
        if self.case_index.refresh():
            self.bus.publish(CaseBankChanged())

    def back_up(self, target: Path, progress: Progress) -> None:
        """Write a backup while the program runs."""
        backup(self.paths.data_dir, target, database_url())

    def restore(self, source: Path, progress: Progress) -> None:
        """Put a backup in the place of the database. The program must be started anew afterwards."""
        verified(source)
        self.close()
        restore(source, self.paths.data_dir, self.clock.local_now, database_url())

    def check(self, progress: Progress) -> Sequence[CheckProblem]:
        """Return everything in the database that cannot be read."""
        return check_database(self.database.file).problems

    def keep_logotype(self, picture: Path) -> Path:
        """Copy a logotype into the data folder, so that it is there when the original is moved; returns the copy."""
        try:
            data = picture.read_bytes()
        except OSError as error:
            raise FileUnreadable(str(picture), "not_readable") from error
        kept = self.paths.data_dir / f"logotype{picture.suffix.lower()}"
        write_whole(kept, data)
        return kept

    def close(self) -> None:
        """Let go of everything that is open; what was accepted is on disk."""
        self.running.release()
        if "learning" in self.__dict__:
            self.learning.studying.release()
        self.case_index.close()
        self.database.close()


def database_url() -> str:
    """Return the address of the database that was asked for; empty for the file in the data folder."""
    return os.environ.get(DATABASE_URL_VARIABLE, "")


def new_id() -> str:
    return uuid.uuid4().hex


def make_preferences(paths: Paths, bus: EventBus) -> PreferencesService:
    """Return the preferences of this user."""
    file = PreferencesFile(paths.preferences_file)
    return PreferencesService(file.load, file.save, bus)


def open_program(paths: Paths, preferences: PreferencesService, bus: EventBus, clock: Clock | None = None) -> Program:
    """Open the database and join the services. Raises what `Database.open` raises."""
    clock = clock or SystemClock()
    database = Database.open(paths.data_dir, clock.local_now, database_url())
    work = unit_of_work_factory(database, clock)
    index = SqlCaseIndex(paths.case_index_file, CaseFolders(paths.case_dirs))
    areas = load_competence_areas(paths.resources_dir / "competence" / "areas.yaml")
    titles = {area.id: area.title for area in areas}
    log_writer = log_writer_factory(database)
    materials = _Materials(paths)
    running = RunningService(RunningParts(work, log_writer, index, clock, bus, materials))
    templates = TemplateService(
        _Templates(paths.resources_dir / "session_templates"), OwnTemplates(paths.own_templates_dir, write_whole)
    )
    credentials = open_credentials(database.file.parent, work, clock, bus, titles)
    return Program(
        paths=paths,
        clock=clock,
        bus=bus,
        preferences=preferences,
        database=database,
        log_writer=log_writer,
        work=work,
        case_index=index,
        planning=PlanningService(PlanningParts(work, templates.all, clock, bus, new_id)),
        templates=templates,
        session_series=SessionSeriesService(work, clock, bus, new_id),
        group_questions=GroupQuestionService(work, clock, bus, new_id),
        running=running,
        certificates=CourseCertificateService(
            work, clock, bus, credentials.keys, partial(attendance_rules, paths.resources_dir)
        ),
        credentials=credentials,
        personal_data=PersonalDataService(
            PersonalDataParts(
                work=work,
                clock=clock,
                bus=bus,
                rewrite_file=partial(rewrite_file, database),
                backups=BackupShelf(database.file.parent),
                preferences=lambda: preferences.current,
                journal=FileErasureJournal(database.file.parent),
            )
        ),
        overview=OverviewService(SqliteOverviewReader(database.file), clock),
        documents=Documents(paths.resources_dir / "fonts", titles),
        area_titles=titles,
        open_materials=materials,
    )


class _Materials:
    """The library of material, joined when it is first asked for; there is one, however many ask at once."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._made: MaterialLibrary | None = None
        self._making = Lock()

    def __call__(self) -> "MaterialLibrary":
        with self._making:
            if self._made is None:
                from kompetens_gui.content.material.library import load_material_library

                paths = self._paths
                self._made = load_material_library(paths.resources_dir, paths.own_study_dir, paths.kept_content_dir)
            return self._made


class _Templates:
    """The session templates, read when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: Sequence[SessionTemplate] | None = None

    def __call__(self) -> Sequence[SessionTemplate]:
        if self._read is None:
            self._read = load_templates(self._folder)
        return self._read
