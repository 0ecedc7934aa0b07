"""Work in small groups: own materials, own timers, where each group stands, and its answers side by side."""

from kompetens_gui.domain.activities.group_work.rules import KIND

__all__ = ["KIND"]
