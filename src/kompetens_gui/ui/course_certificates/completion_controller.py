"""Asks how a learner stands on their path, and issues the course certificate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.domain.learning.path_progress import Completion
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.workshop.plan import Facilitator
from kompetens_gui.services.completion_certificates import (
    CompletionCertificateService,
    CompletionDetails,
)
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.news import CourseCertificatesChanged, ProfilesChanged, ProgressChanged
from kompetens_gui.ui.course_certificates.certificate_files import CertificateFiles, FileParts, same_holder
from kompetens_gui.ui.course_certificates.completion_page import CompletionPage
from kompetens_gui.ui.course_certificates.completion_view import (
    ASKS_FOR_A_SIGNER,
    CompletionView,
    completion_view,
)
from kompetens_gui.ui.shell import reason_texts

translate = QCoreApplication.translate


@dataclass(frozen=True)
class CompletionParts:
    """What the controller is joined from.

    `details` is what the organisation puts on the paper, with those given as signing. `all_certificates` is the
    register, for the sheet of hours.
    """

    completions: Callable[[], CompletionCertificateService]
    path: Callable[[str], LearningPath]
    details: Callable[[tuple[Facilitator, ...]], CompletionDetails]
    all_certificates: Callable[[], Sequence[CourseCertificate]]
    files: FileParts
    learner: Callable[[], LearnerProfile | None]
    today: Callable[[], date]


@dataclass(frozen=True)
class _Read:
    """What one reading gave; `preview` is the certificate as it would be issued, or as it is."""

    learner: LearnerProfile
    view: CompletionView
    preview: CourseCertificate | None
    renewal_opens: date | None


class CompletionController(QObject):
    """Reads anew at each visit, and when something has happened to the learner or the register."""

    def __init__(self, page: CompletionPage, parts: CompletionParts) -> None:
        super().__init__(page)
        self._page, self._parts = page, parts
        self._files = CertificateFiles(page, parts.files)
        self._found: _Read | None = None
        page.opened.connect(self.refresh)
        page.issue.issue_wanted.connect(self.issue)
        page.issued.pdf_wanted.connect(self._save_pdf)
        page.issued.print_wanted.connect(self._print)
        page.issued.badge_wanted.connect(self._save_badge)
        page.issued.sheet_wanted.connect(self._save_sheet)

    def refresh(self) -> None:
        """Show how whoever has opened a profile stands on their path."""
        learner = self._parts.learner()
        if self._found is not None and (learner is None or learner.id != self._found.learner.id):
            # Nothing of one person may be seen by the next.
            self._found = None
            self._page.show_nobody()
            self._page.picture.show_picture(None)
        if learner is None:
            self._page.show_nobody()
        elif not learner.path:
            self._page.show_no_path()
        else:
            self._run(partial(self._read, learner), self._show)

    def heard(self, news: object) -> None:
        if isinstance(news, (CourseCertificatesChanged, ProgressChanged, ProfilesChanged)) and self._page.isVisible():
            self.refresh()

    def _read(self, learner: LearnerProfile) -> _Read:
        service, details = self._parts.completions(), self._parts.details(())
        path = self._parts.path(learner.path)
        standing = service.standing(learner.id, path.id, details)

        def words(reason: str) -> str:
            return reason_texts.course_certificate(reason, standing.basis.profile.name)

        view = completion_view(path, standing, details, self._parts.today(), words)
        preview = view.current if view.current is not None and not view.renews else None
        if preview is None and isinstance(standing.basis.outcome, Completion):
            preview = service.preview(learner.id, path.id, details)
        return _Read(learner, view, preview, self._time_to_renew(service, view.current))

    def _time_to_renew(self, service: CompletionCertificateService, current: CourseCertificate | None) -> date | None:
        """Return the last day of a certificate that soon runs out and can be renewed, else None."""
        if current is None:
            return None
        found = [e for e in service.expiring() if e.expiring.course_certificate.number == current.number]
        return found[0].expiring.until if found and found[0].renewal is not None else None

    def _show(self, found: _Read) -> None:
        learner = self._parts.learner()
        if learner is None or learner.id != found.learner.id:
            return
        self._found = found
        view = found.view
        refusal = reason_texts.course_certificate(view.refusal, learner.name) if view.refusal else ""
        facts = certificate_facts(view.current) if view.current is not None else ""
        self._page.show_completion(view, refusal, facts)
        self._page.issued.show_renewal(self._renewal(found))
        if found.preview is not None:
            picture = self._page.picture
            self._files.draw(found.preview, picture.wanted_width(), picture.show_picture)

    def _renewal(self, found: _Read) -> str:
        if found.renewal_opens is None or found.view.renews:
            return ""
        if found.renewal_opens < self._parts.today():
            text = self.tr("Det gick ut {day}. Gör förnyelsemodulen, så utfärdas ett nytt.")
        else:
            text = self.tr("Det går ut {day}. Gör förnyelsemodulen innan dess.")
        return text.format(day=day_words(found.renewal_opens))

    # -- issuing
    def issue(self, signer: Facilitator | None) -> None:
        """Issue the certificate, signed by those who have signed off and by whoever is written in."""
        learner = self._parts.learner()
        if learner is None:
            return
        self._page.issue.setEnabled(False)
        details = self._parts.details((signer,) if signer else ())
        self._files.unlocking.write(
            lambda: self._parts.completions().issue(learner.id, learner.path, details), self._issued, self._refused
        )

    def _issued(self, made: CourseCertificate) -> None:
        self._page.issue.setEnabled(True)
        self._parts.files.notices.tell(
            self.tr("Kursintyg {number} är utfärdat").format(number=made.number),
            self.tr("Spara det som PDF, eller skriv ut det."),
        )
        self._page.issued.pdf.setFocus()
        self.refresh()

    def _refused(self, error: Exception) -> None:
        self._page.issue.setEnabled(True)
        if isinstance(error, CourseCertificateRefused) and error.reason in ASKS_FOR_A_SIGNER:
            self._page.issue.show_refusal(reason_texts.course_certificate(error.reason, error.who))
            return
        self._parts.files.notices.fail(error)
        self.refresh()

    # -- files
    def _current(self) -> CourseCertificate | None:
        return self._found.view.current if self._found is not None else None

    def _save_pdf(self) -> None:
        current = self._current()
        if current is not None:
            self._files.ask_for_pdf(current)

    def _print(self) -> None:
        current = self._current()
        if current is not None:
            self._files.print(current)

    def _save_badge(self) -> None:
        current = self._current()
        if current is not None:
            self._files.ask_for_badge(current)

    def _save_sheet(self) -> None:
        current = self._current()
        if current is not None:
            self._run(lambda: same_holder(self._parts.all_certificates(), current), self._files.ask_for_sheet)

    def _run(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        self._parts.files.tasks.run(work, then, self._page, self._parts.files.notices.fail)


def certificate_facts(c: CourseCertificate) -> str:
    """Return number, title, when it was issued and how long it holds, in a sentence or two."""
    issued = translate("Completion", "Utfärdat {day}").format(day=day_words(local(c.issued_at).date()))
    said = [f"{c.number}, {c.title}", issued]
    if c.valid_until is not None:
        said.append(translate("Completion", "Gäller till och med {day}").format(day=day_words(c.valid_until)))
    return ". ".join(said) + "."
