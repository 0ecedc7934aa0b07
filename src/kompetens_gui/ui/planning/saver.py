"""Writes a plan a moment after it changed, off the UI thread, and tells how that went."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.ui.background import Tasks

PAUSE_MS = 600


class PlanSaver(QObject):
    """Saves the newest plan it was given; older ones that were not yet written are left out.

    Signals: `saving()`, `saved(datetime)`, `failed(Exception)`.
    """

    saving = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        save: Callable[[WorkshopSession], None],
        tasks: Tasks,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._tasks, self._now = save, tasks, now
        self._waiting: WorkshopSession | None = None
        self._under_way = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def has_unsaved(self) -> bool:
        return self._waiting is not None or self._under_way > 0

    def save_soon(self, plan: WorkshopSession) -> None:
        self._waiting = plan
        self._pause.start()
        self.saving.emit()

    def flush(self) -> None:
        """Write now what waits."""
        self._pause.stop()
        plan, self._waiting = self._waiting, None
        if plan is None:
            return
        self._under_way += 1

        def failed(error: Exception) -> None:
            self._give_up(plan, error)

        # No owner: the last save of a page that is being closed must still be heard of.
        self._tasks.write(lambda: self._save(plan), self._done, failed=failed)

    def forget(self) -> None:
        """Let go of what waits, as when the plan is removed."""
        self._pause.stop()
        self._waiting = None

    def _done(self, _answer: None) -> None:
        self._under_way -= 1
        if not isValid(self):
            return  # the page is gone; what was to be saved is saved
        if not self.has_unsaved:
            self.saved.emit(self._now())

    def _give_up(self, plan: WorkshopSession, error: Exception) -> None:
        self._under_way -= 1
        if self._waiting is None:
            self._waiting = plan  # kept, so that the next change or leaving the page tries again
        if isValid(self):
            self.failed.emit(error)
