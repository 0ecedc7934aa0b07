"""Joins self-study into a program: content, rules, repetition and the services over them."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.content.study.library import load_study_library
from kompetens_gui.content.targets import load_targets
from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.repetition.fsrs_scheduler import FsrsScheduler
from kompetens_gui.services.exercise_content import ContentSources
from kompetens_gui.services.hit_rates import HitRateService
from kompetens_gui.services.profiles import ProfilesParts, ProfilesService
from kompetens_gui.services.progress import ProgressParts, ProgressService
from kompetens_gui.services.remote_sign_offs import RemoteSignOffParts, RemoteSignOffService
from kompetens_gui.services.repetition import RepetitionParts, RepetitionService
from kompetens_gui.services.retention import RetentionParts, RetentionService
from kompetens_gui.services.sign_offs import SignOffParts, SignOffService
from kompetens_gui.services.study_ports import StudyLibrary
from kompetens_gui.services.studying import StudyingParts, StudyingService
from kompetens_gui.storage.attempt_writer import attempt_writer_factory
from kompetens_gui.storage.erasure_journal import FileErasureJournal
from kompetens_gui.storage.personal_data_store import rewrite_file

if TYPE_CHECKING:
    from kompetens_gui.joining import Program


@dataclass(frozen=True)
class Learning:
    """The services of self-study, and the library they draw from."""

    library: StudyLibrary
    profiles: ProfilesService
    studying: StudyingService
    progress: ProgressService
    repetition: RepetitionService
    sign_offs: SignOffService
    remote_sign_offs: RemoteSignOffService
    hit_rates: HitRateService
    retention: RetentionService


def open_learning(program: "Program") -> Learning:
    """Join self-study over an open program. Nothing is read before it is asked for."""
    from kompetens_gui.joining import new_id

    paths, work, clock, bus = program.paths, program.work, program.clock, program.bus
    library = load_study_library(paths.resources_dir, paths.own_study_dir, paths.kept_content_dir)
    scheduler = FsrsScheduler()
    journal = FileErasureJournal(program.database.file.parent)
    leave_no_trace = partial(rewrite_file, program.database)
    rules = partial(load_rehabilitation_rules, paths.resources_dir / "rules" / "rehabilitation_chain.yaml")
    profiles = ProfilesService(ProfilesParts(work, clock, bus, new_id, secrets.token_bytes, journal, leave_no_trace))
    sign_offs = SignOffService(SignOffParts(work, profiles, clock, bus, new_id))
    return Learning(
        library=library,
        profiles=profiles,
        studying=StudyingService(
            StudyingParts(
                work=work,
                writer=attempt_writer_factory(program.database),
                sources=ContentSources(library, program.case_index, rules),
                scheduler=scheduler,
                clock=clock,
                bus=bus,
                new_id=new_id,
                new_seed=partial(secrets.randbelow, 2**31),
            )
        ),
        progress=ProgressService(
            ProgressParts(
                work=work,
                clock=clock,
                bus=bus,
                areas=tuple(program.area_titles),
                targets=cache(lambda: _targets(program)),
                current_rules=lambda: rules().version_on(clock.local_now().date()).id,
            )
        ),
        repetition=RepetitionService(RepetitionParts(work, library, scheduler, clock, bus)),
        sign_offs=sign_offs,
        remote_sign_offs=RemoteSignOffService(
            RemoteSignOffParts(
                work=work,
                sign_offs=sign_offs,
                trust=program.credentials.trust,
                signatures=LibrarySignatures(),
                path=library.path,
                clock=clock,
                new_id=new_id,
            )
        ),
        hit_rates=HitRateService(work, clock),
        retention=RetentionService(RetentionParts(work, clock, bus, journal, leave_no_trace)),
    )


def _targets(program: "Program") -> Mapping[Role, Mapping[str, Level]]:
    return load_targets(program.paths.resources_dir / "competence" / "targets.yaml")
