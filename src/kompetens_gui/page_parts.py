"""What each page of the group dialogue and the settings is given: the parts of the program a page works with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QUrl
from PySide6.QtGui import QDesktopServices

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.services.material_browsing import MaterialBrowsing
from kompetens_gui.ui.cases.parts import CasesParts
from kompetens_gui.ui.closing.controller import ClosingParts
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.settings.parts import DataTools, PersonalDataTools, SettingsParts

if TYPE_CHECKING:
    from kompetens_gui.joining import Program, Progress
    from kompetens_gui.progress_windows import ProgressWindows
    from kompetens_gui.ui.audience.controller import AudienceController
    from kompetens_gui.ui.background import Tasks
    from kompetens_gui.ui.shell.notices import Notices

translate = QCoreApplication.translate


def planning_parts(program: Program, tasks: Tasks, notices: Notices) -> PlanningPagesParts:
    return PlanningPagesParts(
        planning=program.planning,
        templates=program.templates,
        materials=MaterialBrowsing(program.open_materials),
        series=program.session_series,
        group_questions=program.group_questions,
        case_index=program.case_index,
        tasks=tasks,
        notices=notices,
        documents=program.documents,
        write_file=write_whole,
        area_titles=program.area_titles,
        preferences=lambda: program.preferences.current,
        now=program.clock.local_now,
    )


def cases_parts(program: Program, tasks: Tasks, notices: Notices) -> CasesParts:
    def case_use() -> Mapping[CaseId, int]:
        with program.work() as work:
            return dict(work.sessions.case_use())

    return CasesParts(
        tasks=tasks,
        notices=notices,
        index=program.case_index,
        own_folder=program.paths.own_cases_dir,
        open_folder=open_folder,
        case_use=case_use,
        problems=program.case_index.problems,
    )


def closing_parts(program: Program, tasks: Tasks, notices: Notices) -> ClosingParts:
    return ClosingParts(
        running=program.running,
        certificates=program.certificates,
        documents=program.documents,
        tasks=tasks,
        notices=notices,
        write_file=write_whole,
        appearance=program.appearance,
        issuer=lambda: program.preferences.current.organisation,
        role_titles=program.role_titles(),
        session_facts=session_facts,
        new_participant=program.planning.new_participant,
        keys=program.credentials.keys,
    )


def settings_parts(
    program: Program, tasks: Tasks, notices: Notices, room: AudienceController, progress: ProgressWindows
) -> SettingsParts:
    def check_data(told: Progress) -> Sequence[str]:
        return [
            translate("Windows", "{kind}: {where} {detail}").format(kind=p.kind, where=p.where, detail=p.detail).strip()
            for p in program.check(told)
        ]

    return SettingsParts(
        tasks=tasks,
        notices=notices,
        load=lambda: program.preferences.current,
        save=program.preferences.change,
        screens=room.screens,
        data_folder=program.paths.data_dir,
        open_folder=open_folder,
        data=DataTools(back_up=program.back_up, restore=program.restore, check=check_data),
        personal_data=PersonalDataTools(
            find=program.personal_data.find,
            export=program.personal_data.export,
            erase=program.personal_data.erase,
            remove_backups=program.personal_data.remove_backups,
            clean_file=program.personal_data.clean_file,
            write_file=write_whole,
        ),
        keep_logotype=program.keep_logotype,
        retention=progress.retention_tools(),
        signing=progress.signing_tools(),
    )


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window, made first when it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def session_facts(log: SessionLog) -> str:
    """Return the line under a session's title: day, time, place."""
    session, state = log.session, log.state
    began = state.started_at.astimezone() if state.started_at else None
    ended = state.closed_at.astimezone() if state.closed_at else None
    parts = []
    if began is not None:
        day = QLocale().toString(QDate(began.year, began.month, began.day), "d MMMM yyyy")
        until = f"–{ended:%H.%M}" if ended else ""
        parts.append(f"{day}, {began:%H.%M}{until}")
    parts += [x for x in (session.unit, session.place) if x]
    return ". ".join(parts)
