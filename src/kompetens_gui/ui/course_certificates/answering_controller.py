"""Reads a request, finds the key of whoever answers, signs the answer, and writes it where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kompetens_gui.domain.errors import SignOffCodeRefused, SignOffRefused
from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest
from kompetens_gui.services.answering_sign_offs import SignedAnswer, SignOffAnsweringService
from kompetens_gui.services.news import CredentialsChanged
from kompetens_gui.services.sign_off_codes import LARGEST
from kompetens_gui.services.signing_keys import SHORTEST_PASSPHRASE, KeyStanding, SigningKeyService
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.course_certificates.answering_page import AnsweringPage
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.shell.unlocking import Unlocking
from kompetens_gui.ui.widgets.handed_in_file import read_at_most
from kompetens_gui.ui.widgets.passphrase_dialog import PassphraseDialog


@dataclass(frozen=True)
class AnsweringParts:
    """What the controller is joined from. `answering` is joined when it is first asked for, `name` is who is here."""

    answering: Callable[[], SignOffAnsweringService]
    keys: SigningKeyService
    tasks: Tasks
    notices: Notices
    write_file: Callable[[Path, bytes], object]
    name: Callable[[], str]


class AnsweringController(QObject):
    """Works for one page. The request on show is answered once; another one takes its place."""

    def __init__(self, page: AnsweringPage, parts: AnsweringParts) -> None:
        super().__init__(page)
        self._page, self._parts = page, parts
        self._request: SignOffRequest | None = None
        self._asked = 0
        self._key_is_new = False
        self._unlocking = Unlocking(page, parts.keys, parts.tasks)
        page.hand_in.text_given.connect(self.read_text)
        page.hand_in.file_chosen.connect(self.read_file)
        page.dropped.connect(self._dropped)
        page.form.name_changed.connect(self.find_key)
        page.form.sign_wanted.connect(self.sign)
        page.form.key.make_wanted.connect(self._ask_to_make)
        page.form.key.replace_wanted.connect(self._ask_to_replace)
        page.signed.file_wanted.connect(self._save)
        page.signed.next_wanted.connect(self._next)

    def heard(self, news: object) -> None:
        if isinstance(news, CredentialsChanged) and self._request is not None:
            self.find_key()

    # -- the request
    @Slot(str)
    def read_text(self, text: str) -> None:
        """Read a request that was pasted."""
        self._run(lambda: self._parts.answering().read(text))

    @Slot(object)
    def read_file(self, path: Path) -> None:
        """Read a request from a file."""
        self._run(lambda: self._parts.answering().read(read_at_most(path, LARGEST)))

    @Slot(object)
    def _dropped(self, files: Sequence[Path]) -> None:
        self.read_file(files[0])

    def _run(self, work: Callable[[], SignOffRequest]) -> None:
        self._parts.tasks.run(work, self._show, self._page, self._not_read)

    def _show(self, request: SignOffRequest) -> None:
        self._request = request
        self._page.show_request(request, self._parts.name())

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, SignOffCodeRefused):
            self._page.hand_in.show_refusal(explain(error).what_to_do)
        else:
            self._parts.notices.fail(error)

    # -- the key
    @Slot()
    def find_key(self) -> None:
        """Look for the key of the name that stands there."""
        name = self._page.form.signer.name
        self._asked += 1
        self._parts.tasks.run(
            lambda: self._parts.answering().key_of(name),
            partial(self._show_key, self._asked),
            self._page,
            self._parts.notices.fail,
        )

    def _show_key(self, asked: int, standing: KeyStanding | None) -> None:
        if asked == self._asked:
            self._page.form.show_standing(standing)
            if self._key_is_new:
                self._key_is_new = False
                self._page.form.take_keyboard()

    @Slot()
    def _ask_to_make(self) -> None:
        self._ask(self.tr("Gör min nyckel"), lambda name: self._parts.answering().make_key(name))

    @Slot()
    def _ask_to_replace(self) -> None:
        self._ask(self.tr("Gör en ny nyckel"), self._parts.keys.replace_lost)

    def _ask(self, title: str, make: Callable[[str], KeyStanding]) -> None:
        """Ask for a passphrase, which may be left out, and make a key in the name that stands there."""
        name = self._page.form.signer.name
        text = self.tr(
            "Nyckeln görs för {name} och stannar på datorn. Lösenordet får vara tomt. Välj ett om ni delar dator."
        )
        dialog = PassphraseDialog(title, text.format(name=name), title, new=True, may_be_empty=True, parent=self._page)
        dialog.given.connect(partial(self._make, dialog, name, make))
        dialog.open()

    def _make(self, dialog: PassphraseDialog, name: str, make: Callable[[str], KeyStanding], passphrase: str) -> None:
        if 0 < len(passphrase) < SHORTEST_PASSPHRASE:
            dialog.show_error(self.tr("Välj ett lösenord med minst tolv tecken."))
            return

        def work() -> None:
            made = make(name)
            if passphrase:
                self._parts.keys.protect(made.own.key.key_id, passphrase)

        def done(_: object) -> None:
            dialog.accept()
            self._key_is_new = True
            self.find_key()

        dialog.set_busy(True)
        self._parts.tasks.write(work, done, dialog, lambda error: dialog.show_error(explain(error).what_to_do))

    # -- the answer
    @Slot()
    def sign(self) -> None:
        """Sign the answer that stands there; a locked key asks for its passphrase first."""
        request, form = self._request, self._page.form
        if request is None:
            return
        signer, verdict, comment = form.signer, form.chosen, form.comment.toPlainText()
        form.set_busy(True)
        self._unlocking.write(
            lambda: self._parts.answering().answer(request, signer, verdict, comment),
            partial(self._show_answer, request),
            self._not_signed,
        )

    def _show_answer(self, request: SignOffRequest, signed: SignedAnswer) -> None:
        self._page.form.set_busy(False)
        if request == self._request:
            self._page.show_answer(signed)

    def _not_signed(self, error: Exception) -> None:
        self._page.form.set_busy(False)
        if isinstance(error, SignOffRefused):
            self._page.form.show_refusal(error.reason, explain(error).what_to_do)
        else:
            self._parts.notices.fail(error)
            self.find_key()

    @Slot(object, object)
    def _save(self, path: Path, content: bytes) -> None:
        self._parts.tasks.write(
            partial(self._parts.write_file, path, content),
            lambda _: self._page.signed.tell(self.tr("Sparad som {name}. Skicka filen.").format(name=path.name)),
            self._page,
            self._parts.notices.fail,
        )

    @Slot()
    def _next(self) -> None:
        self._request = None
        self._page.show_nothing()
        self._page.hand_in.code.setFocus()
