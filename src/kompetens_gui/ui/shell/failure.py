"""What happens with errors that nobody foresaw: one line of facts to the log, one calm dialog, and on we go."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

log = logging.getLogger(__name__)


class FailureGuard(QObject):
    """Takes every error that reached the top of a thread.

    Expected errors are handed to `tell`; for the others one dialog is shown, and no second one while it is open.
    """

    _caught = Signal(object)

    def __init__(self, tell: Callable[[BaseException], object], window: QWidget) -> None:
        super().__init__(window)
        self._tell, self._window = tell, window
        self._open: QMessageBox | None = None
        self._caught.connect(self._handle)

    def install(self) -> None:
        """Become the hook of Python and of its threads."""
        sys.excepthook = self._from_main
        threading.excepthook = self._from_thread

    def handle(self, error: BaseException) -> None:
        """Take an error from any thread; this is the one funnel."""
        self._caught.emit(error)

    def _from_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.handle(error)

    def _from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.handle(arguments.exc_value)

    @Slot(object)
    def _handle(self, error: BaseException) -> None:
        from kompetens_gui.ui.shell.error_texts import is_expected

        if is_expected(error):
            self._tell(error)
            return
        log.error("unexpected %s at %s", type(error).__name__, _where(error))
        if self._open is None:
            self._show_dialog()

    def _show_dialog(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Något gick fel"))
        box.setText(self.tr("Något gick fel i programmet."))
        box.setInformativeText(
            self.tr(
                "Det som redan är sparat finns kvar. Du kan fortsätta arbeta. Händer det igen: starta om Kompetens "
                "och skicka loggfilen till den som sköter programmet."
            )
        )
        go_on = box.addButton(self.tr("Fortsätt"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    @Slot()
    def _closed(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None


def _where(error: BaseException) -> str:
    """Name the places in the code, innermost last; never values, which may be names or answers."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:])
