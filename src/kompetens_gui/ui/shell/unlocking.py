"""Work that signs something: when the key is locked its passphrase is asked for, and the work is done again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.errors import SigningKeyRefused
from kompetens_gui.services.signing_keys import SigningKeyService
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.widgets.passphrase_dialog import PassphraseDialog

T = TypeVar("T")


class Unlocking(QObject):
    """Runs writes of a page. Only the last thing asked for is done again after a key has been unlocked."""

    def __init__(self, page: QWidget, keys: SigningKeyService | None, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._keys, self._tasks = page, keys, tasks

    def write(self, work: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]) -> None:
        """Do `work` as `Tasks.write` does, asking for a passphrase where that is what is lacking."""

        def refused(error: Exception) -> None:
            if self._keys is not None and isinstance(error, SigningKeyRefused) and error.reason == "locked":
                self._ask(error, partial(self.write, work, then, failed), failed)
            else:
                failed(error)

        self._tasks.write(work, then, self._page, refused)

    def _ask(
        self, error: SigningKeyRefused, again: Callable[[], object], failed: Callable[[Exception], object]
    ) -> None:
        """Ask for the passphrase; whoever closes the question is told why nothing was done."""
        dialog = PassphraseDialog(
            self.tr("Lås upp nyckeln"),
            self.tr("{issuer} skriver under med en nyckel som är låst.").format(issuer=error.issuer),
            self.tr("Lås upp"),
            parent=self._page,
        )
        dialog.given.connect(partial(self._unlock, dialog, error.issuer, again))
        dialog.rejected.connect(partial(failed, error))
        dialog.open()

    def _unlock(self, dialog: PassphraseDialog, issuer: str, again: Callable[[], object], passphrase: str) -> None:
        keys = self._keys
        if keys is None:
            return

        def work() -> None:
            current = keys.current(issuer)
            if current is not None:
                keys.unlock(current.own.key.key_id, passphrase)

        def done(_: object) -> None:
            dialog.accept()
            again()

        dialog.set_busy(True)
        self._tasks.write(work, done, dialog, lambda error: dialog.show_error(explain(error).what_to_do))
