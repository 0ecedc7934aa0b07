"""Asking for a file and writing a course certificate to it: as a PDF, as a badge, or as a sheet of hours by area."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.services.credentials import CredentialService, OpenBadge
from kompetens_gui.services.ports import CertificateAppearance, DocumentMaker
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.shell.unlocking import Unlocking
from kompetens_gui.ui.widgets.pdf_pages import print_pdf, render_page

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True)
class FileParts:
    """What files are written with. Without `credentials` there are no badges."""

    documents: DocumentMaker
    tasks: Tasks
    notices: Notices
    write_file: Callable[[Path, bytes], object]
    appearance: Callable[[], CertificateAppearance]
    credentials: CredentialService | None = None


class CertificateFiles(QObject):
    """Works for one page."""

    def __init__(self, page: QWidget, parts: FileParts) -> None:
        super().__init__(page)
        self._page, self._parts = page, parts
        keys = parts.credentials.keys if parts.credentials is not None else None
        self.unlocking = Unlocking(page, keys, parts.tasks)

    def pdf(self, shown: CourseCertificate) -> bytes:
        """Return the paper; called in the background."""
        return self._parts.documents.course_certificates([shown], self._parts.appearance())

    def draw(self, shown: CourseCertificate, width: int, then: Callable[[QImage], object]) -> None:
        """Draw how the paper looks."""

        def make() -> QImage:
            return render_page(self.pdf(shown), 0, width)

        self._parts.tasks.run(make, then, self._page, self._parts.notices.fail)

    def ask_for_pdf(self, shown: CourseCertificate) -> None:
        title = self.tr("Spara kursintyget")
        self._ask(title, f"{shown.number} {shown.holder}", "pdf", lambda path: self.save_pdf(shown, path))

    def save_pdf(self, shown: CourseCertificate, path: Path) -> None:
        self._write(path, partial(self.pdf, shown), self.tr("Kursintyget är sparat"))

    def print(self, shown: CourseCertificate) -> None:
        title = self.tr("Kursintyg {n}").format(n=shown.number)
        fail = self._parts.notices.fail
        self._parts.tasks.run(
            partial(self.pdf, shown), lambda pdf: print_pdf(pdf, title, self._page, fail), self._page, fail
        )

    def ask_for_badge(self, shown: CourseCertificate) -> None:
        title = self.tr("Spara märket")
        self._ask(title, f"{shown.number} {shown.holder}", "jwt", lambda path: self.save_badge(shown, path))

    def save_badge(self, shown: CourseCertificate, path: Path) -> None:
        """Write the signed badge, and beside it the copy that people can read."""
        credentials = self._parts.credentials
        if credentials is None:
            return

        def work() -> OpenBadge:
            badge = credentials.open_badge(shown.number)
            self._parts.write_file(path, badge.signed)
            self._parts.write_file(path.with_suffix(".json"), badge.readable)
            return badge

        def done(_: OpenBadge) -> None:
            self._parts.notices.tell(
                self.tr("Märket är sparat"),
                self.tr("{name} är den fil som räknas. Den andra är till för att läsa.").format(name=path.name),
            )

        self.unlocking.write(work, done, self._parts.notices.fail)

    def ask_for_sheet(self, shown: Sequence[CourseCertificate]) -> None:
        if shown:
            name = self.tr("Underlag för ST {name}").format(name=shown[0].holder)
            self._ask(self.tr("Spara underlag för ST"), name, "pdf", lambda path: self.save_sheet(shown, path))

    def save_sheet(self, shown: Sequence[CourseCertificate], path: Path) -> None:
        """Write hours and content by competence area."""

        def make() -> bytes:
            return self._parts.documents.specialty_sheet(shown, self._parts.appearance().organisation)

        self._write(path, make, self.tr("Underlaget är sparat"))

    def _write(self, path: Path, make: Callable[[], bytes], told: str) -> None:
        self._parts.tasks.run(
            lambda: self._parts.write_file(path, make()),
            lambda _: self._parts.notices.tell(told, str(path)),
            self._page,
            self._parts.notices.fail,
        )

    def _ask(self, title: str, name: str, suffix: str, then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._page, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(_UNFIT.sub(" ", name).strip()[:120] + f".{suffix}")
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()


def same_holder(rows: Sequence[CourseCertificate], shown: CourseCertificate) -> list[CourseCertificate]:
    """Return the certificates that count and are the same person's, as far as name and unit tell, oldest first."""
    mine = [c for c in rows if c.is_valid and _who(c) == _who(shown)]
    return sorted(mine, key=lambda c: (c.held_on, c.number))


def _who(c: CourseCertificate) -> tuple[str, str]:
    return " ".join(c.holder.split()).casefold(), " ".join(c.holder_unit.split()).casefold()
