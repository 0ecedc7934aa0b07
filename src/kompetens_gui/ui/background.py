"""Work off the UI thread: many readers, one writer, answers and errors back on the UI thread.

`tasks.run(work, then=show, owner=self)` is the usual call. An answer whose owner is gone is dropped; an error
nobody asked for reaches the one funnel given at the start.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
_QUICK: Final = 2_000
# Seconds between two reports that are passed on: an eye sees no more, and a flood would hold up the UI thread.
_REPORT_PAUSE: Final = 0.03


class Cancelled(Exception):
    """Raised inside work that was asked to stop."""


class Job:
    """What a long piece of work is given: a way to tell how far it is, and to hear that it should stop."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._stop = Event()
        self._report = report
        self._next_report = 0.0

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Tell that `done` of `total` steps are finished, and stop here if somebody asked for that."""
        self.stop_if_cancelled()
        now = monotonic()
        if now >= self._next_report or done >= total:
            self._next_report = now + _REPORT_PAUSE
            self._report(done, total)

    def stop_if_cancelled(self) -> None:
        if self._stop.is_set():
            raise Cancelled


class Task(QObject, Generic[T]):
    """One piece of work under way. `progressed(done, total)` and `finished()` are sent on the UI thread.

    What the pool thread has to say goes through the private signals to slots of this object: a queued signal straight
    to a method of a plain Python object crashes when that object is gone before the event is.
    """

    progressed = Signal(int, int)
    finished = Signal()
    _reported = Signal(int, int)
    _arrived = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Job], T],
        *,
        then: Callable[[T], object] | None,
        failed: Callable[[Exception], object],
        owner: QObject | None,
    ) -> None:
        super().__init__()
        self._work, self._then, self._failed, self._owner = work, then, failed, owner
        self._has_owner = owner is not None
        self.job = Job(self._reported.emit)
        self._reported.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; neither `then` nor `failed` is called after this."""
        self.job.cancel()

    def perform(self) -> None:
        """Do the work; called on a pool thread."""
        try:
            self.job.stop_if_cancelled()
            answer = self._work(self.job)
        except Cancelled:
            self._arrived.emit(None, None)
        except Exception as error:  # noqa: BLE001  # handed on, whole, to the UI thread
            self._arrived.emit(None, error)
        else:
            self._arrived.emit((answer,), None)

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        if not self.job.is_cancelled:
            self.progressed.emit(done, total)

    @Slot(object, object)
    def _deliver(self, answer: tuple[T] | None, error: Exception | None) -> None:
        try:
            if self.job.is_cancelled or (self._has_owner and (self._owner is None or not isValid(self._owner))):
                return
            if error is not None:
                self._failed(error)
            elif answer is not None and self._then is not None:
                self._then(answer[0])
        finally:
            self.finished.emit()


class _Runnable(QRunnable):
    def __init__(self, task: Task[Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._task = task

    def run(self) -> None:
        self._task.perform()


class Tasks(QObject):
    """Starts work in the background. `busy_changed(bool)` tells whether any write is under way."""

    busy_changed = Signal(bool)

    def __init__(self, on_error: Callable[[Exception], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._readers = QThreadPool(self)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._writer.setExpiryTimeout(-1)
        self._live: dict[int, tuple[Task[Any], _Runnable, QThreadPool]] = {}
        self._writes = 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task[T]:
        """Do `work` beside the UI thread, together with other reading work; `then(answer)` runs on the UI thread."""
        return self.run_job(_without_job(work), then, owner, failed)

    def write(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task[T]:
        """Do `work` after all writes asked for before it, one at a time."""
        return self.write_job(_without_job(work), then, owner, failed)

    def run_job(
        self,
        work: Callable[[Job], T],
        then: Callable[[T], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task[T]:
        """As `run`, for long work: it is given a `Job` to report progress to and to be cancelled by."""
        return self._start(self._readers, work, then, owner, failed)

    def write_job(
        self,
        work: Callable[[Job], T],
        then: Callable[[T], object] | None = None,
        owner: QObject | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task[T]:
        """As `write`, for long work."""
        task = self._start(self._writer, work, then, owner, failed)
        self._count_writes(1)
        task.finished.connect(partial(self._count_writes, -1))
        return task

    def is_idle(self) -> bool:
        return not self._live

    def shut_down(self) -> None:
        """Cancel what only reads, let every write reach the disk, and wait for both."""
        for task, runnable, pool in list(self._live.values()):
            if pool is self._readers:
                task.cancel()
                if pool.tryTake(runnable):
                    self._drop(task)
        self._writer.waitForDone(-1)
        self._readers.waitForDone(_QUICK)

    def _start(
        self,
        pool: QThreadPool,
        work: Callable[[Job], T],
        then: Callable[[T], object] | None,
        owner: QObject | None,
        failed: Callable[[Exception], object] | None,
    ) -> Task[T]:
        task: Task[T] = Task(work, then=then, failed=failed or self._on_error, owner=owner)
        runnable = _Runnable(task)
        self._live[id(task)] = (task, runnable, pool)
        task.finished.connect(partial(self._drop, task))
        pool.start(runnable)
        return task

    def _drop(self, task: Task[Any]) -> None:
        if self._live.pop(id(task), None) is not None:
            task.deleteLater()

    def _count_writes(self, change: int) -> None:
        was_busy = self._writes > 0
        self._writes += change
        if (self._writes > 0) is not was_busy:
            self.busy_changed.emit(self._writes > 0)


def _without_job(work: Callable[[], T]) -> Callable[[Job], T]:
    def perform(_job: Job) -> T:
        return work()

    return perform
