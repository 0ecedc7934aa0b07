"""Checks what is handed in, and reads and writes the files that issuers share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from kompetens_gui.domain.credentials.issuers import TrustedKey
from kompetens_gui.domain.credentials.revocation import RevocationList
from kompetens_gui.domain.credentials.verification import Verification
from kompetens_gui.services.credentials import CredentialService
from kompetens_gui.services.issuer_trust import KeyOffer
from kompetens_gui.services.news import CourseCertificatesChanged, CredentialsChanged
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.course_certificates.checking_page import CheckingPage
from kompetens_gui.ui.course_certificates.hand_in import read_handed_in
from kompetens_gui.ui.course_certificates.trust_cards import list_words
from kompetens_gui.ui.course_certificates.trust_dialog import TrustDialog
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.widgets.painted import set_look


@dataclass(frozen=True)
class CheckingParts:
    """What the controller is joined from. `issuer` is the name of the own organisation."""

    credentials: CredentialService
    tasks: Tasks
    notices: Notices
    write_file: Callable[[Path, bytes], object]
    issuer: Callable[[], str]
    documents_folder: Callable[[], Path] = Path.home


class CheckingController(QObject):
    """What was handed in last is checked anew when keys or lists change."""

    def __init__(self, page: CheckingPage, parts: CheckingParts) -> None:
        super().__init__(page)
        self._page, self._parts = page, parts
        self._last: tuple[str, str | bytes] | None = None
        self._asked = 0
        self._wants_focus = False
        page.opened.connect(self.refresh)
        page.hand_in.file_chosen.connect(self.check_file)
        page.hand_in.text_given.connect(self.check_text)
        page.dropped.connect(self._dropped)
        page.key_wanted.connect(self._ask_for_keys)
        page.issuers.save_wanted.connect(self._ask_where_keys)
        page.issuers.distrust_wanted.connect(self.ask_to_distrust)
        page.revocations.read_wanted.connect(self._ask_for_list)
        page.revocations.save_wanted.connect(self._ask_where_list)

    def refresh(self) -> None:
        """Read whose signatures count, and what lists there are."""
        credentials = self._parts.credentials

        def read() -> tuple[Sequence[TrustedKey], Sequence[RevocationList]]:
            return credentials.trust.all(), credentials.revocations.all()

        self._parts.tasks.run(read, self._show_lists, self._page, self._parts.notices.fail)

    def heard(self, news: object) -> None:
        if isinstance(news, (CredentialsChanged, CourseCertificatesChanged)):
            self.refresh()
            if self._last is not None:
                self._ask(*self._last)

    # -- checking
    def check_text(self, text: str) -> None:
        """Check a text that was pasted or scanned."""
        self._check(self.tr("Inklistrad text"), text)

    def check_file(self, path: Path) -> None:
        """Check a file."""
        self._parts.tasks.run(
            partial(read_handed_in, path),
            partial(self._check, path.name),
            self._page,
            self._parts.notices.fail,
        )

    def _dropped(self, files: Sequence[Path]) -> None:
        self.check_file(files[0])
        if len(files) > 1:
            self._parts.notices.inform(
                self.tr("En fil i taget"), self.tr("{name} kontrolleras.").format(name=files[0].name)
            )

    def _check(self, source: str, data: str | bytes) -> None:
        self._wants_focus = True
        self._ask(source, data)

    def _ask(self, source: str, data: str | bytes) -> None:
        self._last = (source, data)
        self._asked += 1
        self._parts.tasks.run(
            partial(self._parts.credentials.verify_each, data),
            partial(self._show, self._asked, source),
            self._page,
            self._parts.notices.fail,
        )

    def _show(self, asked: int, source: str, answers: Sequence[Verification]) -> None:
        if asked == self._asked:
            self._page.show_answers(answers, source, take_focus=self._wants_focus)
            self._wants_focus = False

    def _show_lists(self, found: tuple[Sequence[TrustedKey], Sequence[RevocationList]]) -> None:
        self._page.issuers.show_keys(found[0])
        self._page.revocations.show_lists(found[1])

    # -- keys of issuers
    def read_keys(self, path: Path) -> None:
        """Read a file of keys, and show them for comparing; nothing is trusted by reading."""
        trust = self._parts.credentials.trust
        self._parts.tasks.run(
            lambda: trust.read(read_handed_in(path)), self._compare, self._page, self._parts.notices.fail
        )

    def _compare(self, offers: Sequence[KeyOffer]) -> None:
        dialog = TrustDialog(offers, self._page)
        dialog.trust_wanted.connect(partial(self._trust, dialog))
        dialog.open()

    def _trust(self, dialog: TrustDialog, offer: KeyOffer) -> None:
        def done(trusted: TrustedKey) -> None:
            dialog.show_trusted(offer)
            self._parts.notices.tell(self.tr("Du litar nu på {issuer}").format(issuer=trusted.key.issuer))

        self._parts.tasks.write(
            partial(self._parts.credentials.trust.trust, offer), done, dialog, self._parts.notices.fail
        )

    def ask_to_distrust(self, trusted: TrustedKey) -> None:
        """Ask once: what the key has signed no longer counts here."""
        box = QMessageBox(self._page)
        box.setWindowTitle(self.tr("Sluta lita på"))
        box.setText(self.tr("Sluta lita på {issuer}?").format(issuer=trusted.key.issuer))
        box.setInformativeText(
            self.tr("Kursintyg som nyckeln har skrivit under får svaret Okänd utfärdare. Du kan läsa in den igen.")
        )
        yes = box.addButton(self.tr("Sluta lita på"), QMessageBox.ButtonRole.DestructiveRole)
        set_look(yes, "kind", "danger")
        no = box.addButton(self.tr("Låt vara"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.finished.connect(box.deleteLater)
        yes.clicked.connect(lambda: self._distrust(trusted))
        box.open()

    def _distrust(self, trusted: TrustedKey) -> None:
        self._parts.tasks.write(
            partial(self._parts.credentials.trust.distrust, trusted.key.key_id),
            None,
            self._page,
            self._parts.notices.fail,
        )

    def save_keys(self, path: Path) -> None:
        """Write the keys that count here, own ones too, to a file to share."""
        trust = self._parts.credentials.trust
        self._write(path, trust.exported, self.tr("Listan med nycklar är sparad"))

    # -- revocations
    def read_list(self, path: Path) -> None:
        """Take in a list of what an issuer has taken back."""
        revocations = self._parts.credentials.revocations

        def done(taken: RevocationList) -> None:
            self._parts.notices.tell(self.tr("Listan är inläst"), list_words(taken))

        self._parts.tasks.write(
            lambda: revocations.take_in(read_handed_in(path)), done, self._page, self._parts.notices.fail
        )

    def save_list(self, path: Path) -> None:
        """Write the own list to a file to hand out."""
        revocations = self._parts.credentials.revocations
        self._write(path, partial(revocations.exported, self._parts.issuer()), self.tr("Vår lista är sparad"))

    def _write(self, path: Path, make: Callable[[], bytes], told: str) -> None:
        self._parts.tasks.write(
            lambda: self._parts.write_file(path, make()),
            lambda _: self._parts.notices.tell(told, path.name),
            self._page,
            self._parts.notices.fail,
        )

    # -- asking for files
    def _ask_for_keys(self) -> None:
        self._ask_for(self.tr("Läs in utfärdares nycklar"), self.read_keys)

    def _ask_for_list(self) -> None:
        self._ask_for(self.tr("Läs in lista över återkallade"), self.read_list)

    def _ask_where_keys(self) -> None:
        self._ask_where(self.tr("Spara nycklar"), self.tr("Nycklar för kursintyg"), self.save_keys)

    def _ask_where_list(self) -> None:
        self._ask_where(self.tr("Spara vår lista"), self.tr("Återkallade kursintyg"), self.save_list)

    def _ask_for(self, title: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._page, title, str(self._parts.documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Filer från Kompetens (*.json)"), self.tr("Alla filer (*)")])
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def _ask_where(self, title: str, name: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._page, title, str(self._parts.documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("JSON (*.json)")
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{name}.json")
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()
