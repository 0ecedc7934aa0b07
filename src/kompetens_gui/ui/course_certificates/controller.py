"""Joins the register to the services."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber
from kompetens_gui.services.attendance import CourseCertificateService
from kompetens_gui.services.ports import CertificateAppearance, DocumentMaker
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.course_certificates.page import PICTURE_WIDTH, CourseCertificatesPage
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.widgets.pdf_pages import print_pdf, render_page


@dataclass(frozen=True)
class RegisterParts:
    """What the controller is joined from."""

    certificates: CourseCertificateService
    documents: DocumentMaker
    tasks: Tasks
    notices: Notices
    write_file: Callable[[Path, bytes], None]
    appearance: Callable[[], CertificateAppearance]


class RegisterController(QObject):
    """Shows the register, and the chosen certificate as it looks on paper."""

    def __init__(self, page: CourseCertificatesPage, parts: RegisterParts) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._chosen = CourseCertificateNumber("")
        page.opened.connect(self.refresh)
        page.chosen.connect(self._choose)
        page.card.save_wanted.connect(self.save)
        page.card.print_wanted.connect(self.print)
        page.card.reissue_wanted.connect(self.reissue)
        page.card.revoke_wanted.connect(self.revoke)

    def refresh(self) -> None:
        self._parts.tasks.run(self._parts.certificates.all, then=self._show, owner=self._page, failed=self._fail)

    def _show(self, rows: Sequence[CourseCertificate]) -> None:
        self._page.show_register(rows, self._chosen)

    def _choose(self, number: CourseCertificateNumber) -> None:
        self._chosen = number
        shown = self._current()
        if shown is None:
            return
        width = int(PICTURE_WIDTH * self._page.devicePixelRatioF())

        def make() -> QImage:
            return render_page(self._pdf(shown), 0, width)

        self._parts.tasks.run(make, then=self._page.card.show_picture, owner=self._page, failed=self._fail)

    def save(self) -> None:
        """Ask for a file and write the chosen certificate there."""
        shown = self._current()
        if shown is None:
            return
        dialog = QFileDialog(
            self._page, self.tr("Spara kursintyget"), f"{shown.number} {shown.holder}.pdf", "PDF (*.pdf)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._write(shown, Path(path)))
        dialog.open()

    def _write(self, shown: CourseCertificate, path: Path) -> None:
        self._parts.tasks.run(
            lambda: self._parts.write_file(path, self._pdf(shown)),
            then=lambda _: self._parts.notices.tell(self.tr("Kursintyget är sparat"), str(path)),
            owner=self._page,
            failed=self._fail,
        )

    def print(self) -> None:
        shown = self._current()
        if shown is None:
            return
        self._parts.tasks.run(
            lambda: self._pdf(shown),
            then=lambda pdf: print_pdf(pdf, self.tr("Kursintyg {n}").format(n=shown.number), self._page, self._fail),
            owner=self._page,
            failed=self._fail,
        )

    def reissue(self, holder: str) -> None:
        number = self._chosen
        self._parts.tasks.write(
            lambda: self._parts.certificates.reissue(number, holder),
            then=self._reissued,
            owner=self._page,
            failed=self._not_changed,
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
        self._parts.notices.tell(
            self.tr("Kursintyg {number} är återkallat").format(number=old.number),
            self.tr("Det finns kvar i registret med skälet."),
        )
        self.refresh()

    def _current(self) -> CourseCertificate | None:
        return self._page.model.certificate_at(self._page.model.row_of(self._chosen))

    def _pdf(self, shown: CourseCertificate) -> bytes:
        return self._parts.documents.course_certificates([shown], self._parts.appearance())

    def _not_changed(self, error: Exception) -> None:
        """Somebody else may have changed it since it was read: show how it stands."""
        self.refresh()
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        self._parts.notices.fail(error)
