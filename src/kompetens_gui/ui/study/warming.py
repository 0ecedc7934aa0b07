"""Reads what can be practised while the study home is on show, so that the list is there when it is asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.study.catalogue import Catalogue, Wish

REST_MS = 60
"""So long between two kinds: what a person does meanwhile comes first."""


class Warming(QObject):
    """Goes through the kinds once, one at a time, and rests for as long as something else is on show."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._catalogue: Catalogue | None = None
        self._paused = False
        self._left = [kind.value for kind in StepKind]
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._next)

    @property
    def is_done(self) -> bool:
        """Whether all kinds have been read once."""
        return not self._left

    def go_on(self, catalogue: Catalogue) -> None:
        """Read what is left, from the next rest on: what is shown now is painted first."""
        self._catalogue, self._paused = catalogue, False
        if self._left:
            self._rest.start()

    def pause(self) -> None:
        """Rest until `go_on`; what is being read is read to its end."""
        self._paused = True
        self._rest.stop()

    @Slot()
    def _next(self) -> None:
        if self._catalogue is not None and self._left:
            find = partial(self._catalogue.find, Wish(kind=self._left.pop(0)))
            self._tasks.run(find, then=self._read, owner=self, failed=_passed_over)

    def _read(self, _entries: object) -> None:
        if self._left and not self._paused:
            self._rest.start()


def _passed_over(_error: Exception) -> None:
    """What cannot be read says so when somebody asks for it."""
