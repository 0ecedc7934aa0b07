"""Asks the running session for events and hears the answers; what a full disk turned away is tried again."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kompetens_gui.domain.errors import DiskFull, KompetensError, StorageFailed
from kompetens_gui.domain.workshop.events import ActivityHappened
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItemId
from kompetens_gui.services.running import RunningSession

RETRY_MS = 3_000
Wanted = Callable[[RunningSession], "Future[SessionLog]"]


@dataclass(frozen=True)
class _Asked:
    """One question to the session. `work` is the group's work, kept until it is on disk."""

    work: ActivityHappened | None = None
    given_back: Callable[[], object] | None = None
    again: bool = False


class Proposals(QObject):
    """Signals, on the UI thread: `refused(error)`; `caught_up()` when what had to wait is on disk; `answered()` when
    no work is under way any more.
    """

    refused = Signal(object)
    caught_up = Signal()
    answered = Signal()
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: RunningSession | None = None
        self._waiting: list[ActivityHappened] = []
        self._under_way: Counter[AgendaItemId] = Counter()
        self._trying = 0
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)

    def follow(self, session: RunningSession | None) -> None:
        """Ask this session from now on."""
        self._session = session
        self._waiting = []
        self._under_way = Counter()
        self._trying = 0
        self._retry.stop()

    def ask(self, wanted: Wanted, given_back: Callable[[], object] | None = None) -> None:
        """Ask for something; `given_back` is called when it was refused."""
        self.try_again()
        self._send(wanted, _Asked(given_back=given_back))

    def propose_work(self, work: ActivityHappened) -> None:
        """Propose what the group did; if the disk cannot take it now, it is proposed again until it can."""
        self.try_again()
        if self._session is not None:
            self._under_way[work.item] += 1
            self._send(partial(_propose, work), _Asked(work=work))

    def waits_for(self, item: AgendaItemId) -> bool:
        """Tell whether work with an item is not on disk yet: its panel is then ahead of the log."""
        return self._under_way[item] > 0 or any(work.item == item for work in self._waiting)

    @Slot()
    def try_again(self) -> None:
        """Propose once more what had to wait, in its order."""
        if self._trying:
            return
        self._trying = len(self._waiting)
        for work in self._waiting:
            self._send(partial(_propose, work), _Asked(work=work, again=True))

    def _send(self, wanted: Wanted, asked: _Asked) -> None:
        if self._session is not None:
            wanted(self._session).add_done_callback(partial(self._hear, asked))

    def _hear(self, asked: _Asked, answer: "Future[SessionLog]") -> None:
        """Runs on the writer's thread: only hands the answer over to the UI thread."""
        error = answer.exception()
        if error is not None or asked.work is not None:
            self._answered.emit(asked, error)

    @Slot(object, object)
    def _settle(self, asked: _Asked, error: BaseException | None) -> None:
        if asked.work is not None:
            self._keep_or_forget(asked.work, asked.again, isinstance(error, (DiskFull, StorageFailed)))
            self._count_off(asked)
        if error is None:
            return
        if asked.given_back is not None:
            asked.given_back()
        # What is tried again has been told of once, and may by now no longer fit the state.
        if not (asked.again and isinstance(error, KompetensError)):
            self.refused.emit(error)

    def _count_off(self, asked: _Asked) -> None:
        if asked.work is None or asked.again or not self._under_way[asked.work.item]:
            return
        self._under_way[asked.work.item] -= 1
        if not self._under_way[asked.work.item]:
            self.answered.emit()

    def _keep_or_forget(self, work: ActivityHappened, again: bool, keep: bool) -> None:
        if again:
            self._trying = max(0, self._trying - 1)
        if keep and work not in self._waiting:
            self._waiting.append(work)
            self._retry.start()
        elif not keep and work in self._waiting:
            self._waiting.remove(work)
            if not self._waiting:
                self._retry.stop()
                self.caught_up.emit()


def _propose(work: ActivityHappened, session: RunningSession) -> "Future[SessionLog]":
    return session.propose(work)
