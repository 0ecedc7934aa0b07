"""A branching case lived together: a vote at each place, the majority's way or the minority's, back again, two lives.

Start in `rules.py`; `story.py` says what is told where, `room.py` what the room may see of it.
"""

from kompetens_gui.domain.activities.branching_together.rules import KIND

__all__ = ["KIND"]
