"""A fictional region to look around in, and a whole gruppdialog run with the real windows and no screen."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, RoomViewChosen
from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.participant_list import ListedParticipant
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    AttendanceMarked,
    AttendanceStatus,
    NoteWritten,
    QuestionCaptured,
    QuestionCategory,
    SessionClosed,
)
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItem, Facilitator, Role, SessionStatus, WorkshopSession
from kompetens_gui.joining import Program, new_id
from kompetens_gui.services.attendance import IssueDetails
from kompetens_gui.services.protocol import protocol_data
from kompetens_gui.services.rehearsal import rehearsed
from kompetens_gui.services.running import RunningParts, RunningService, RunningSession

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from kompetens_gui.windows import Windows

Say = Callable[[str], None]
TEMPLATE = "gruppdialog-60"
ORGANISATION = "Region Norrälven"
UNIT, PLACE = "Ekbackens hälsocentral", "rum Granen"
OTHER_UNIT = "Kontoret i Norrsjö"
MAIN_CASES = (CaseId("utmattning-projektledare"), CaseId("landrygg-golvlaggare"))
OTHER_CASES = (CaseId("depression-butikschef"), CaseId("fotledsfraktur-behovsanstalld"))
LEADERS = (
    Facilitator("Karin Wallmark", Role.INSURANCE_MEDICINE_ADVISER),
    Facilitator("Nils Ekdahl", Role.CASE_OFFICER),
)
PEOPLE: tuple[tuple[str, Role], ...] = (
    ("Åsa Öberg", Role.PHYSICIAN),
    ("Yasmin Haddad", Role.PHYSICIAN),
    ("Per Lindmo", Role.PHYSICIAN),
    ("Tove Askhed", Role.RESIDENT_PHYSICIAN),
    ("Jonas Risviken", Role.PHYSICIAN),
    ("Mirela Petrović", Role.RESIDENT_PHYSICIAN),
    ("Elin Brännmo", Role.PHYSICIAN),
    ("Björn Sjövall", Role.PHYSICIAN),
    ("Amina Solvik", Role.REHAB_COORDINATOR),
    ("Gunnar Hedås", Role.PHYSICIAN),
)
QUESTION = "Hur skriver vi funktionsnedsättning när besöket sker på telefon?", QuestionCategory.MEDICINE
WORKSHOP_QUESTION = "Vem kallar till mötet när alla väntar på varandra?", QuestionCategory.COLLABORATION
SECONDS_PER_EVENT = 25
SETTLE_MS = 250
WORKSHOP_PICTURES = ("group_work", "role_play", "branching_together", "commitments")
LEADER_SIZE, ROOM_SIZE = (1440, 900), (1920, 1080)


class RehearsalClock:
    """A clock that moves only when it is told to, so that a rehearsed hour takes seconds and always looks the same."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def local_now(self) -> datetime:
        return self._now.astimezone().replace(tzinfo=None)

    def move(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def set(self, moment: datetime) -> None:
        self._now = moment.astimezone(UTC)


def planned(program: Program, title: str, starts_at: datetime, cases: Sequence[CaseId]) -> WorkshopSession:
    """Return a complete plan for ten participants."""
    draft = program.planning.draft(TEMPLATE, LEADERS)
    people = [ListedParticipant(n, name, role) for n, (name, role) in enumerate(PEOPLE, 1)]
    session = replace(
        draft,
        title=title,
        starts_at=starts_at,
        unit=UNIT,
        place=PLACE,
        cases=tuple(cases),
        status=SessionStatus.READY,
    )
    return program.planning.with_listed(session, people)


def fill_region(program: Program) -> None:
    """Fill an empty database with a fictional region: one session to run today, one done, one half planned, and a
    workshop that is done and will be followed up.
    """
    if program.planning.sessions():
        return
    from kompetens_gui.demo_studies import fill_studies
    from kompetens_gui.demo_workshop import follow_up, workshop

    program.case_index.refresh()
    preferences = replace(
        program.preferences.current,
        organisation=ORGANISATION,
        user_name=LEADERS[0].name,
        default_facilitators=LEADERS,
        issue_place="Norrsjö",
        first_start_done=True,
    )
    program.preferences.change(preferences)
    now = program.clock.local_now().replace(minute=0, second=0, microsecond=0)
    done = planned(program, "Depression och tunn kedja", now - timedelta(days=14, hours=1), OTHER_CASES)
    program.planning.save(done)
    run_through(program, done)
    program.planning.save(planned(program, "Utmattning och arbetsförmåga", now + timedelta(hours=2), MAIN_CASES))
    held = workshop(program, OTHER_UNIT, now - timedelta(days=21, hours=4))
    program.planning.save(held)
    run_through(program, held)
    program.planning.save(follow_up(program, held))
    fill_studies(program, UNIT, OTHER_UNIT)
    half = replace(program.planning.draft("gruppdialog-90", LEADERS), title="Cancer under behandling", unit=UNIT)
    program.planning.save(replace(half, starts_at=now + timedelta(days=9)))


def run_through(program: Program, session: WorkshopSession) -> None:
    """Let a rehearsed group go through a session, close it and issue the course certificates."""
    start = (session.starts_at or program.clock.local_now()).astimezone()
    clock = RehearsalClock(start)
    parts = RunningParts(
        program.work, program.log_writer, program.case_index, clock, program.bus, program.open_materials
    )
    service = RunningService(parts)
    rehearse(service.start(session.id), clock)
    log = service.close()
    service.release()
    service.record(log.session.id, AttendanceMarked(session.participants[4].id, AttendanceStatus.LATE, 45))
    log = service.record(log.session.id, AttendanceMarked(session.participants[9].id, AttendanceStatus.ABSENT, 0))
    chosen = [p.id for p in session.participants[:9]]
    program.certificates.issue(log, chosen, IssueDetails(ORGANISATION, program.role_titles()))


Heard = Callable[[AgendaItem, object], None]


def rehearse(running: RunningSession, clock: RehearsalClock, heard: Heard | None = None) -> None:
    """Go through the whole agenda. `heard(item, event)` is called after each accepted event, and with None at the
    end of each item.
    """
    for number, item in enumerate(running.state.session.agenda):
        if number:
            running.next().result()
        for what in rehearsed(running.state.context(item)):
            clock.move(SECONDS_PER_EVENT)
            running.propose(ActivityHappened(item.id, what)).result()
            if heard is not None:
                heard(item, what)
        if item.kind == "discussion":
            text, about = QUESTION if running.state.session.chosen_cases else WORKSHOP_QUESTION
            running.propose(QuestionCaptured(new_id(), text, about, item.id)).result()
        if heard is not None:
            heard(item, None)
        clock.move(max(30.0, running.state.seconds_left(clock.now()) - 20))


# ------------------------------------------------------------------------- the demo with windows


def run_demo(outdir: Path, say: Say) -> int:
    """Run a whole gruppdialog with the real windows and leave papers and pictures in `outdir`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _be_in_sweden()
    outdir.mkdir(parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp(prefix="kompetens-demo-"))
    try:
        return _Demo(outdir, data, say).run()
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _be_in_sweden() -> None:
    """Let the demo's hour be Swedish also on a server whose clock is set to UTC."""
    if hasattr(time, "tzset") and "TZ" not in os.environ:
        os.environ["TZ"] = "Europe/Stockholm"
        time.tzset()


class _Demo:
    """Drives the program as a leader would, and takes pictures of both windows on the way."""

    def __init__(self, outdir: Path, data: Path, say: Say) -> None:
        from kompetens_gui.app import Options, Start

        options = Options()
        options.data_dir = data
        self._out = outdir
        self._say = say
        today = datetime.now().astimezone().replace(hour=13, minute=0, second=0, microsecond=0)
        self._clock = RehearsalClock(today)
        self._start: Start = Start(options, self._clock)
        self._app: QApplication = self._start.show()
        self._count = 0

    def run(self) -> int:
        self._start.window.resize(*LEADER_SIZE)
        self._wait(lambda: self._start.windows is not None)
        windows = self._windows
        program = windows.program
        program.case_index.refresh()
        program.preferences.change(
            replace(program.preferences.current, organisation=ORGANISATION, user_name=LEADERS[0].name)
        )
        session = planned(program, "Utmattning och arbetsförmåga", self._clock.local_now(), MAIN_CASES)
        program.planning.save(session)
        self._settle()
        self._picture(self._start.window, "oversikt")
        self._plan(session)
        self._run_session(session)
        issued = self._close(session)
        self._workshop()
        self._study(issued[0].code)
        self._start.finish()
        self._say(f"Klart. {self._count} bilder, protokoll och kursintyg ligger i {self._out}.")
        return 0

    @property
    def _windows(self) -> "Windows":
        assert self._start.windows is not None
        return self._start.windows

    def _plan(self, session: WorkshopSession) -> None:
        self._windows.open_plan(session.id)
        self._settle()
        self._picture(self._start.window, "planera")
        self._start.window.navigate("cases")
        self._settle()
        self._picture(self._start.window, "fallbank")

    def _begin(self, session: WorkshopSession) -> RunningSession:
        windows = self._windows
        windows.start_session(session.id)
        self._wait(lambda: windows.program.running.open_session is not None and windows.presenter.state is not None)
        windows.room.window.resize(*ROOM_SIZE)
        running = windows.program.running.open_session
        assert running is not None
        return running

    def _run_session(self, session: WorkshopSession) -> None:
        running = self._begin(session)
        running.propose(NoteWritten("prepared", "Låt de tysta börja.")).result()
        steps = iter(range(1, 1000))

        def heard(item: AgendaItem, what: object) -> None:
            if what is None:
                self._say(f"{item.title} …")
                self._both(f"{next(steps):02d}-{item.kind}")
            elif isinstance(what, (RoomViewChosen, KeyRevealed)):
                self._both(f"{next(steps):02d}-{item.kind}-{type(what).__name__.lower()}")

        rehearse(running, self._clock, heard)

    def _workshop(self) -> None:
        """Hold a workshop, and plan the session that follows it up."""
        from kompetens_gui.demo_workshop import follow_up, workshop

        windows, program = self._windows, self._windows.program
        self._clock.set(self._clock.now() + timedelta(days=1))
        held = workshop(program, OTHER_UNIT, self._clock.local_now())
        program.planning.save(held)
        running = self._begin(held)

        def heard(item: AgendaItem, what: object) -> None:
            if what is None and item.kind in WORKSHOP_PICTURES:
                self._say(f"{item.title} …")
                self._both(f"workshop-{item.kind}")

        rehearse(running, self._clock, heard)
        log = self._end(held)
        windows.closing.open(held.id)
        self._settle()
        self._picture(self._start.window, "workshop-avslut")
        self._write("workshop-protokoll.pdf", program.documents.protocol_pdf(protocol_data(log, ORGANISATION)))
        later = follow_up(program, held)
        program.planning.save(later)
        windows.open_plan(later.id)
        self._settle()
        self._picture(self._start.window, "workshop-uppfoljning")

    def _study(self, code: str) -> None:
        """Let two people have studied, and show it at the leader's screen."""
        from kompetens_gui.demo_studies import COORDINATOR, fill_studies
        from kompetens_gui.demo_study_pictures import Stage, take_study_pictures

        fill_studies(self._windows.program, UNIT, OTHER_UNIT)
        self._say("Självstudier …")
        stage = Stage(self._windows, self._settle, lambda name: self._picture(self._start.window, name))
        take_study_pictures(stage, COORDINATOR, code)

    def _end(self, session: WorkshopSession) -> SessionLog:
        """End the session, in which one person came late."""
        program = self._windows.program
        self._windows.end_session()
        self._wait(lambda: program.running.open_session is None)
        log = program.running.record(
            session.id, AttendanceMarked(session.participants[4].id, AttendanceStatus.LATE, 45)
        )
        assert any(isinstance(e.event, SessionClosed) for e in log.events)
        return log

    def _close(self, session: WorkshopSession) -> Sequence[CourseCertificate]:
        windows, program = self._windows, self._windows.program
        log = self._end(session)
        details = IssueDetails(ORGANISATION, program.role_titles())
        issued = program.certificates.issue(log, [p.id for p in session.participants], details)
        windows.closing.open(session.id)
        self._settle()
        self._picture(self._start.window, "avslut")
        data = protocol_data(log, ORGANISATION)
        self._write("protocol.pdf", program.documents.protocol_pdf(data))
        self._write("protocol.docx", program.documents.protocol_docx(data))
        self._write("kursintyg.pdf", program.documents.course_certificates(issued, program.appearance()))
        self._start.window.navigate("course_certificates")
        self._settle()
        self._picture(self._start.window, "kursintyg")
        return issued

    def _write(self, name: str, data: bytes) -> None:
        (self._out / name).write_bytes(data)
        self._say(f"Skrev {name}.")

    def _both(self, name: str) -> None:
        self._settle()
        self._picture(self._start.window, f"ledarvy-{name}")
        self._picture(self._windows.room.window.view, f"rummet-{name}")

    def _picture(self, widget: "QWidget", name: str) -> None:
        self._count += 1
        widget.grab().save(str(self._out / f"{name}.png"))

    def _settle(self) -> None:
        """Let everything that is under way be shown: background work, queued news, delayed drawing."""
        for _ in range(2):
            self._wait(self._is_shown)
            self._spend(SETTLE_MS)

    def _is_shown(self) -> bool:
        """Whether nothing is under way and the windows show the session as it stands."""
        idle = self._start.tasks is None or self._start.tasks.is_idle()
        windows = self._start.windows
        running = windows.program.running.open_session if windows else None
        return idle and (windows is None or running is None or windows.presenter.state is running.state)

    def _spend(self, milliseconds: int) -> None:
        from PySide6.QtCore import QElapsedTimer

        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < milliseconds:
            self._app.processEvents()

    def _wait(self, done: Callable[[], bool]) -> None:
        from PySide6.QtCore import QElapsedTimer

        timer = QElapsedTimer()
        timer.start()
        while not done():
            self._app.processEvents()
            if timer.elapsed() > 60_000:
                raise TimeoutError("the program did not answer")
