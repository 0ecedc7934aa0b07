"""Joins Avslut to the services: attendance is an event, papers are made off the UI thread."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.workshop.events import AttendanceMarked, AttendanceStatus, ParticipantJoined
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role, WorkshopSessionId
from kompetens_gui.services.attendance import AttendanceRow, CourseCertificateService, IssueDetails
from kompetens_gui.services.ports import CertificateAppearance
from kompetens_gui.services.protocol import protocol_data
from kompetens_gui.services.protocol_data import ProtocolData
from kompetens_gui.services.running import RunningService
from kompetens_gui.services.signing_keys import SigningKeyService
from kompetens_gui.ui.background import Job, Task, Tasks
from kompetens_gui.ui.closing.page import PREVIEW_WIDTH, ClosingPage
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.shell.unlocking import Unlocking
from kompetens_gui.ui.widgets.pdf_pages import print_pdf, render_page

PREVIEW_PAUSE_MS = 250
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class ClosingDocuments(Protocol):
    """The papers that Avslut makes."""

    def course_certificates(
        self,
        course_certificates: Sequence[CourseCertificate],
        appearance: CertificateAppearance,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes: ...

    def protocol_pdf(self, data: ProtocolData) -> bytes: ...

    def protocol_docx(self, data: ProtocolData) -> bytes: ...


@dataclass(frozen=True)
class ClosingParts:
    """What the controller is joined from. Without `keys` a locked key is only told of."""

    running: RunningService
    certificates: CourseCertificateService
    documents: ClosingDocuments
    tasks: Tasks
    notices: Notices
    write_file: Callable[[Path, bytes], None]
    appearance: Callable[[], CertificateAppearance]
    issuer: Callable[[], str]
    role_titles: Mapping[str, str]
    session_facts: Callable[[SessionLog], str]
    new_participant: Callable[[str, Role, str], Participant]
    keys: SigningKeyService | None = None


@dataclass(frozen=True)
class _Found:
    """A session as it is on disk. `names_replaced` is how many names the protocol had to leave out."""

    log: SessionLog
    rows: Sequence[AttendanceRow]
    names_replaced: int


class ClosingController(QObject):
    """Signals: `reopened(RunningSession id)` when the session is to run again."""

    reopened = Signal(str)

    def __init__(self, page: ClosingPage, parts: ClosingParts) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._unlocking = Unlocking(page, parts.keys, parts.tasks)
        self._log: SessionLog | None = None
        self._rows: Sequence[AttendanceRow] = ()
        self._marking = 0
        self._work: Task[object] | None = None
        self._if_cancelled = ""
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(PREVIEW_PAUSE_MS)
        self._preview_timer.timeout.connect(self._make_preview)
        page.table.attendance_changed.connect(self._mark)
        page.table.chosen_changed.connect(self._count)
        page.join.submitted.connect(self.join)
        page.protocol.pdf_wanted.connect(self.save_protocol_pdf)
        page.protocol.docx_wanted.connect(self.save_protocol_docx)
        page.protocol.print_wanted.connect(self.print_protocol)
        page.certificates.issue_wanted.connect(self.issue)
        page.certificates.save_all_wanted.connect(self.save_all)
        page.certificates.save_each_wanted.connect(self.save_each)
        page.certificates.print_wanted.connect(self.print_certificates)
        page.certificates.cancel_wanted.connect(self._cancel)
        page.reopen_wanted.connect(self.reopen)

    # -- showing
    def open(self, session_id: WorkshopSessionId) -> None:
        """Read a session's log and show it."""
        if self._log is None or self._log.session.id != session_id:
            self._log, self._rows = None, ()
            self._page.show_waiting()
        self._parts.tasks.run(
            lambda: self._read(session_id), then=self._show, owner=self._page, failed=self._parts.notices.fail
        )

    def _read(self, session_id: WorkshopSessionId) -> _Found:
        return self._found(self._parts.running.read(session_id))

    def _found(self, log: SessionLog) -> _Found:
        """Work out everything that is shown; called off the UI thread."""
        return _Found(log, self._parts.certificates.rows(log), protocol_data(log).names_replaced)

    def _show(self, found: _Found) -> None:
        self._log, self._rows = found.log, found.rows
        session = found.log.session
        self._page.show_session(session.title, self._parts.session_facts(found.log))
        self._page.reopen.setVisible(found.log.state.closed_at is not None)
        self._page.show_rows(found.rows)
        self._page.join.show_people(session.participants, session.unit)
        self._page.protocol.show_remark(
            self.tr("{n} namn har ersatts i protokollet. Läs igenom det innan du delar det.").format(
                n=found.names_replaced
            )
            if found.names_replaced
            else ""
        )
        self._preview_timer.start()

    def _count(self) -> None:
        issued = sum(r.course_certificate is not None for r in self._rows)
        self._page.certificates.show_counts(len(self._page.table.chosen()), issued, len(self._rows))

    def _make_preview(self) -> None:
        log, rows = self._log, self._rows
        if log is None or not rows:
            return
        ratio = self._page.devicePixelRatioF()

        def make() -> QImage:
            row = rows[0]
            shown = row.course_certificate or self._parts.certificates.preview(log, row.participant, self._details())
            pdf = self._parts.documents.course_certificates([shown], self._parts.appearance())
            return render_page(pdf, 0, int(PREVIEW_WIDTH * ratio))

        def show(picture: QImage) -> None:
            if self._log is log:
                self._page.certificates.show_picture(picture)

        self._parts.tasks.run(make, then=show, owner=self._page, failed=self._parts.notices.fail)

    def _details(self) -> IssueDetails:
        return IssueDetails(self._parts.issuer(), self._parts.role_titles)

    # -- attendance
    def _mark(self, participant: ParticipantId, status: AttendanceStatus, minutes: int) -> None:
        log = self._log
        if log is None:
            return

        def mark() -> _Found:
            return self._found(
                self._parts.running.record(log.session.id, AttendanceMarked(participant, status, minutes))
            )

        self._marking += 1
        self._parts.tasks.write(mark, then=self._marked, owner=self._page, failed=self._not_marked)

    def _marked(self, found: _Found) -> None:
        """Show what is on disk when the last of several quick changes is there, not while the person goes on."""
        self._marking -= 1
        if self._marking == 0:
            self._show(found)

    def _not_marked(self, error: Exception) -> None:
        self._marking -= 1
        self._page.show_rows(self._rows)
        self._parts.notices.fail(error)

    def join(self, name: str, role: Role, unit: str) -> None:
        """Add someone who was not in the plan."""
        log = self._log
        if log is None:
            return
        joined = ParticipantJoined(self._parts.new_participant(name, role, unit))

        def joined_log() -> _Found:
            return self._found(self._parts.running.record(log.session.id, joined))

        def show(found: _Found) -> None:
            self._show(found)
            self._parts.notices.tell(
                self.tr("{name} är tillagd").format(name=name),
                self.tr("Närvaron räknas som hela tiden. Ändra i listan om det inte stämmer."),
            )

        self._parts.tasks.write(joined_log, then=show, owner=self._page, failed=self._parts.notices.fail)

    # -- course certificates
    def issue(self) -> None:
        """Issue to everyone ticked, all or none."""
        log, chosen = self._log, self._page.table.chosen()
        if log is None or not chosen:
            return
        details = self._details()

        def issue() -> Sequence[CourseCertificate]:
            return self._parts.certificates.issue(log, chosen, details)

        # A second press must not ask for the same certificates again.
        self._page.certificates.issue.setEnabled(False)
        self._unlocking.write(issue, self._issued, self._not_issued)

    def _not_issued(self, error: Exception) -> None:
        self._count()
        self._parts.notices.fail(error)

    def _issued(self, made: Sequence[CourseCertificate]) -> None:
        first, last = made[0].number, made[-1].number
        numbers = first if first == last else f"{first}–{last}"
        self._parts.notices.tell(
            self.tr("1 kursintyg utfärdat")
            if len(made) == 1
            else self.tr("{n} kursintyg utfärdade").format(n=len(made)),
            self.tr("Nummer {numbers}.").format(numbers=numbers),
        )
        if self._log is not None:
            self.open(self._log.session.id)

    def valid_certificates(self) -> list[CourseCertificate]:
        """Return the course certificates of the session that are valid now, in the order of the list."""
        return [r.course_certificate for r in self._rows if r.course_certificate is not None]

    def save_all(self) -> None:
        """Ask for a file and put every certificate into one PDF."""
        if self._log is not None:
            name = file_name(f"Kursintyg {self._log.session.title}", ".pdf")
            self._ask_file(name, "PDF (*.pdf)", self._write_all)

    def _write_all(self, path: Path) -> None:
        chosen = self.valid_certificates()
        self._long_work(lambda job: self._parts.write_file(path, self._pdf(chosen, job)), str(path))

    def save_each(self) -> None:
        """Ask for a folder and put each certificate into a PDF of its own."""
        dialog = QFileDialog(self._page, self.tr("Välj mapp för kursintygen"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._write_each)
        _open(dialog)

    def _write_each(self, folder: str) -> None:
        chosen = self.valid_certificates()

        def work(job: Job) -> None:
            for number, one in enumerate(chosen):
                job.report(number, len(chosen))
                pdf = self._parts.documents.course_certificates([one], self._parts.appearance())
                self._parts.write_file(Path(folder) / file_name(f"{one.number} {one.holder}", ".pdf"), pdf)

        self._long_work(work, folder, self.tr("De filer som redan är skrivna ligger kvar."))

    def print_certificates(self) -> None:
        """Make the certificates and hand them to the system's print dialog."""
        chosen = self.valid_certificates()
        self._parts.tasks.run(
            lambda: self._parts.documents.course_certificates(chosen, self._parts.appearance()),
            then=lambda pdf: print_pdf(pdf, self.tr("Kursintyg"), self._page, self._parts.notices.fail),
            owner=self._page,
            failed=self._parts.notices.fail,
        )

    def _pdf(self, chosen: Sequence[CourseCertificate], job: Job) -> bytes:
        return self._parts.documents.course_certificates(
            chosen, self._parts.appearance(), job.report, lambda: job.is_cancelled
        )

    # -- protocol
    def save_protocol_pdf(self) -> None:
        if self._log is not None:
            name = file_name(f"Protokoll {self._log.session.title}", ".pdf")
            self._ask_file(name, "PDF (*.pdf)", self._write_protocol_pdf)

    def save_protocol_docx(self) -> None:
        if self._log is not None:
            name = file_name(f"Protokoll {self._log.session.title}", ".docx")
            self._ask_file(name, "Word (*.docx)", self._write_protocol_docx)

    def print_protocol(self) -> None:
        log = self._log
        if log is None:
            return
        self._parts.tasks.run(
            lambda: self._parts.documents.protocol_pdf(self._protocol(log)),
            then=lambda pdf: print_pdf(pdf, self.tr("Protokoll"), self._page, self._parts.notices.fail),
            owner=self._page,
            failed=self._parts.notices.fail,
        )

    def _protocol(self, log: SessionLog) -> ProtocolData:
        return protocol_data(log, self._parts.issuer())

    def _write_protocol_pdf(self, path: Path) -> None:
        self._write_protocol(path, self._parts.documents.protocol_pdf)

    def _write_protocol_docx(self, path: Path) -> None:
        self._write_protocol(path, self._parts.documents.protocol_docx)

    def _write_protocol(self, path: Path, made_by: Callable[[ProtocolData], bytes]) -> None:
        log = self._log
        if log is not None:
            self._long_work(lambda _: self._parts.write_file(path, made_by(self._protocol(log))), str(path))

    # -- again
    def reopen(self) -> None:
        """Let a session that was ended too early run again."""
        log = self._log
        if log is None:
            return

        def reopen() -> WorkshopSessionId:
            self._parts.running.resume(log.session.id)
            self._parts.running.reopen()
            return log.session.id

        self._parts.tasks.write(reopen, then=self.reopened.emit, owner=self._page, failed=self._parts.notices.fail)

    # -- helpers
    def _ask_file(self, name: str, pattern: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._page, self.tr("Spara"), name, pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(pattern.rsplit(".", 1)[1].rstrip(")"))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        _open(dialog)

    def _long_work(self, work: Callable[[Job], object], where: str, cancelled: str = "") -> None:
        cards = self._page.certificates
        task = self._parts.tasks.run_job(
            work,
            then=lambda _: self._parts.notices.tell(self.tr("Sparat"), where),
            owner=self._page,
            failed=self._parts.notices.fail,
        )
        self._work, self._if_cancelled = task, cancelled or self.tr("Ingen fil skrevs.")
        task.progressed.connect(cards.show_progress)
        task.finished.connect(self._work_done)

    def _work_done(self) -> None:
        if self._work is not None and self._work.job.is_cancelled:
            self._parts.notices.inform(self.tr("Avbrutet"), self._if_cancelled)
        self._work = None
        self._page.certificates.show_progress(0, 0)

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()


def file_name(text: str, ending: str) -> str:
    """Return a file name that every system takes."""
    fit = " ".join(_UNFIT.sub(" ", text).split())
    return (fit.strip(" .")[:120] or "Kompetens") + ending


def _open(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
