"""Joins the register to the services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind, CourseCertificateNumber
from kompetens_gui.domain.course_certificate_rules import Expiring, expiring
from kompetens_gui.services.attendance import CourseCertificateService
from kompetens_gui.services.credentials import CredentialService
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.news import CourseCertificatesChanged
from kompetens_gui.services.ports import CertificateAppearance, DocumentMaker
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.course_certificates.card import PICTURE_WIDTH
from kompetens_gui.ui.course_certificates.certificate_files import CertificateFiles, FileParts, same_holder
from kompetens_gui.ui.course_certificates.page import CourseCertificatesPage
from kompetens_gui.ui.shell.notices import Notices


@dataclass(frozen=True)
class RegisterParts:
    """What the controller is joined from. Without `credentials` nothing is signed and there are no badges.

    `warn_months` is how soon a certificate must end to be pointed out.
    """

    certificates: CourseCertificateService
    documents: DocumentMaker
    tasks: Tasks
    notices: Notices
    write_file: Callable[[Path, bytes], object]
    appearance: Callable[[], CertificateAppearance]
    credentials: CredentialService | None = None
    today: Callable[[], date] = date.today
    warn_months: int = 3


class RegisterController(QObject):
    """Shows the register, and the chosen certificate as it looks on paper."""

    def __init__(self, page: CourseCertificatesPage, parts: RegisterParts) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._chosen = CourseCertificateNumber("")
        self._rows: Sequence[CourseCertificate] = ()
        self._expiring: dict[str, Expiring] = {}
        self._files = CertificateFiles(
            page,
            FileParts(
                parts.documents, parts.tasks, parts.notices, parts.write_file, parts.appearance, parts.credentials
            ),
        )
        page.opened.connect(self.refresh)
        page.chosen.connect(self._choose)
        page.card.save_wanted.connect(self.save)
        page.card.print_wanted.connect(self.print)
        page.card.badge_wanted.connect(self.save_badge)
        page.card.sheet_wanted.connect(self.save_sheet)
        page.card.reissue_wanted.connect(self.reissue)
        page.card.revoke_wanted.connect(self.revoke)

    def refresh(self) -> None:
        self._parts.tasks.run(self._parts.certificates.all, then=self._show, owner=self._page, failed=self._fail)

    def heard(self, news: object) -> None:
        """Read anew when something has been issued or revoked elsewhere."""
        if isinstance(news, CourseCertificatesChanged) and self._page.isVisible():
            self.refresh()

    def _show(self, rows: Sequence[CourseCertificate]) -> None:
        self._rows = rows
        found = expiring(rows, self._parts.today(), self._parts.warn_months)
        self._expiring = {e.course_certificate.number: e for e in found}
        self._page.show_expiring_ones(found)
        self._page.show_register(rows, self._chosen)

    def _choose(self, number: CourseCertificateNumber) -> None:
        self._chosen = number
        shown = self._current()
        if shown is None:
            return
        self._show_renewal(shown)
        width = int(PICTURE_WIDTH * self._page.devicePixelRatioF())
        self._files.draw(shown, width, self._page.card.show_picture)

    def _show_renewal(self, shown: CourseCertificate) -> None:
        found = self._expiring.get(shown.number)
        if found is None:
            self._page.card.show_renewal("")
            return
        text = self.tr("Gick ut {day}.") if found.has_expired else self.tr("Går ut {day}.")
        can_renew = shown.kind == CourseCertificateKind.COMPLETION
        words = text.format(day=day_words(found.until))
        if can_renew:
            words = self.tr("{words} Förnyelsen görs av {holder} i Självstudier.").format(
                words=words, holder=shown.holder
            )
        self._page.card.show_renewal(words, can_renew=can_renew)

    def save(self) -> None:
        """Ask for a file and write the chosen certificate there."""
        shown = self._current()
        if shown is not None:
            self._files.ask_for_pdf(shown)

    def print(self) -> None:
        shown = self._current()
        if shown is not None:
            self._files.print(shown)

    def save_badge(self) -> None:
        """Ask for a file and write the chosen certificate there as a badge."""
        shown = self._current()
        if shown is not None:
            self._files.ask_for_badge(shown)

    def save_sheet(self) -> None:
        """Ask for a file and write hours by area there, of all certificates of the same person."""
        shown = self._current()
        if shown is not None:
            self._files.ask_for_sheet(same_holder(self._rows, shown))

    def reissue(self, holder: str) -> None:
        number = self._chosen
        self._files.unlocking.write(
            lambda: self._parts.certificates.reissue(number, holder), self._reissued, self._not_changed
        )

    def _reissued(self, new: CourseCertificate) -> None:
        self._chosen = new.number
        self._parts.notices.tell(
            self.tr("Nytt kursintyg {number}").format(number=new.number),
            self.tr("Det ersätter {old}. Båda finns kvar i registret.").format(old=new.replaces),
        )
        self.refresh()

    def revoke(self, reason: str) -> None:
        number = self._chosen
        self._parts.tasks.write(
            lambda: self._parts.certificates.revoke(number, reason),
            then=self._revoked,
            owner=self._page,
            failed=self._not_changed,
        )

    def _revoked(self, old: CourseCertificate) -> None:
        self._parts.notices.tell_undoable(
            self.tr("Kursintyg {number} är återkallat").format(number=old.number),
            lambda: self._undo(old.number),
            self.tr("Det finns kvar i registret med skälet. Dela ut en ny lista över återkallade."),
        )
        self.refresh()

    def _undo(self, number: CourseCertificateNumber) -> None:
        self._parts.tasks.write(
            lambda: self._parts.certificates.undo_revocation(number),
            then=lambda _: self.refresh(),
            owner=self._page,
            failed=self._not_changed,
        )

    def _current(self) -> CourseCertificate | None:
        return self._page.model.certificate_at(self._page.model.row_of(self._chosen))

    def _not_changed(self, error: Exception) -> None:
        """Somebody else may have changed it since it was read: show how it stands."""
        self.refresh()
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        self._parts.notices.fail(error)
