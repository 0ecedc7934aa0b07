"""Keeps the overview fresh: reads it off the UI thread, shows it, and hands it on to be kept for the next start.

Imported after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from kompetens_gui.services.overview import Overview
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.home.page import HomePage
from kompetens_gui.ui.home.snapshot import snapshot_from


@dataclass(frozen=True)
class HomeControllerParts:
    """`read` gives the overview (called in the background), `keep` takes the snapshot (also there)."""

    tasks: Tasks
    read: Callable[[], Overview]
    preferences: Callable[[], Preferences]
    keep: Callable[[dict[str, object]], object]


class HomeController(QObject):
    """Refreshes the page when it is opened and whenever `refresh` is called."""

    def __init__(self, page: HomePage, parts: HomeControllerParts) -> None:
        super().__init__(page)
        self._page, self._parts = page, parts
        self._asked = 0
        self._kept: dict[str, object] = {}
        page.refresh_wanted.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Read anew; an answer that a later question has overtaken is dropped."""
        self._asked += 1
        asked, preferences = self._asked, self._parts.preferences()

        def read() -> tuple[int, dict[str, object]]:
            overview = self._parts.read()
            snapshot = snapshot_from(overview, preferences.user_name, first_start=not preferences.first_start_done)
            return asked, snapshot

        self._parts.tasks.run(read, self._show, self)

    def _show(self, answer: tuple[int, dict[str, object]]) -> None:
        asked, snapshot = answer
        if asked != self._asked:
            return
        self._page.show_snapshot(snapshot)
        if snapshot != self._kept:
            self._kept = snapshot
            self._parts.tasks.run(lambda: self._parts.keep(snapshot), None, self)
