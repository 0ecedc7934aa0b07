"""Asks an open attempt for events and hears the answers; what a full disk turned away is tried again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kompetens_gui.domain.errors import DiskFull, StorageFailed
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.services.open_attempt import OpenAttempt

RETRY_MS = 3_000
Ask = Callable[[OpenAttempt], "Future[Attempt]"]


class Answers(QObject):
    """Signals, on the UI thread: `refused(error)` when an event cannot happen, `held_up(error)` once when the disk
    cannot take it now, `caught_up()` when all that had to wait is on disk.
    """

    refused = Signal(object)
    held_up = Signal(object)
    caught_up = Signal()
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenAttempt | None = None
        self._waiting: list[Ask] = []
        self._asked = 0
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)

    @property
    def asked(self) -> int:
        """How many events have been asked for since the attempt was followed."""
        return self._asked

    @property
    def is_held_up(self) -> bool:
        """Whether something is not on disk that should be: the panel is ahead of the attempt."""
        return bool(self._waiting)

    def follow(self, opened: OpenAttempt | None) -> None:
        """Ask this attempt from now on."""
        self._opened, self._waiting, self._asked = opened, [], 0
        self._retry.stop()

    def go_on_with(self, opened: OpenAttempt) -> None:
        """Ask the same attempt, opened anew."""
        self._opened = opened

    def answer(self, event: object) -> None:
        """Ask for an event of the kind's own."""
        self.ask(partial(_answer, event))

    def ask(self, ask: Ask) -> None:
        """Ask for something in turn with the answers."""
        self._asked += 1
        self.try_again()
        self._send(ask)

    @Slot()
    def try_again(self) -> None:
        """Ask once more for what had to wait, in its order."""
        waiting, self._waiting = self._waiting, []
        for ask in waiting:
            self._send(ask)

    def _send(self, ask: Ask) -> None:
        if self._opened is not None:
            ask(self._opened).add_done_callback(partial(self._hear, self._opened.id, ask))

    def _hear(self, attempt_id: str, ask: Ask, answer: Future[Attempt]) -> None:
        """Runs on the writer's thread: only hands the answer over to the UI thread."""
        self._answered.emit((attempt_id, ask), answer.exception())

    @Slot(object, object)
    def _settle(self, asked: tuple[str, Ask], error: BaseException | None) -> None:
        attempt_id, ask = asked
        if self._opened is None or self._opened.id != attempt_id:
            return
        if isinstance(error, (DiskFull, StorageFailed)):
            if not self._waiting and not self._retry.isActive():
                self.held_up.emit(error)
            self._waiting.append(ask)
            self._retry.start()
        elif error is not None:
            self.refused.emit(error)
        if not self._waiting and self._retry.isActive():
            self._retry.stop()
            self.caught_up.emit()


def _answer(event: object, opened: OpenAttempt) -> Future[Attempt]:
    return opened.answer(event)
