"""Long work in pieces: a turn of the event loop does a few, so that keys and paint never wait for more than a frame."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

Piece = Callable[[], object]
# Two thirds of a frame is left for what the pieces made Qt lay out and paint.
BUDGET_SECONDS = 0.006


class Turns(QObject):
    """Does pieces in order. What is left of earlier work is done before what is added later.

    With `one_each` every piece has a turn of its own, and what it changed is painted before the next.
    """

    def __init__(self, parent: QObject, *, one_each: bool = False) -> None:
        super().__init__(parent)
        self._left: deque[Iterator[Piece]] = deque()
        self._budget = 0.0 if one_each else BUDGET_SECONDS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def is_idle(self) -> bool:
        return not self._left

    def add(self, pieces: Iterable[Piece]) -> None:
        """Do these after what is waiting; an iterator may find its next piece when it is asked for it."""
        self._left.append(iter(pieces))
        self._timer.start()

    def forget(self) -> None:
        """Leave what is waiting undone."""
        self._left.clear()
        self._timer.stop()

    def _turn(self) -> None:
        until = time.perf_counter() + self._budget
        while self._left:
            piece = next(self._left[0], None)
            if piece is None:
                self._left.popleft()
                continue
            # Asked for before the piece is done: one that fails must not keep the others back.
            self._timer.start()
            piece()
            if time.perf_counter() >= until:
                return
        self._timer.stop()
