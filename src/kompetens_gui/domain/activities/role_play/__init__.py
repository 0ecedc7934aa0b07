"""Role play in the room: phases with a clock, freeze and wind back, casting, observers' sheets and the debrief."""

from kompetens_gui.domain.activities.role_play.rules import KIND

__all__ = ["KIND"]
