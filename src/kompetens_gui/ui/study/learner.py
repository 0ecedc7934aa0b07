"""Who studies right now: one person, whose PIN has been given where there is one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kompetens_gui.domain.learning.profile import LearnerProfile


class CurrentLearner(QObject):
    """`changed(profile)` when another person, or nobody (None), sits at the desk, or when the profile was changed."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile: LearnerProfile | None = None

    @property
    def profile(self) -> LearnerProfile | None:
        return self._profile

    def open(self, profile: LearnerProfile) -> None:
        """Let a person study; whoever calls has made sure that it is them."""
        if profile != self._profile:
            self._profile = profile
            self.changed.emit(profile)

    def close(self) -> None:
        """Nobody studies: nothing of anybody may be on screen."""
        if self._profile is not None:
            self._profile = None
            self.changed.emit(None)
