"""An employer's plan reviewed together: seven checkpoints, what to do next, and the first sentence of the talk.

`events.py` holds what can happen, `room.py` what the room sees, `rules.py` the rules.
"""

from kompetens_gui.domain.activities.review_plan.rules import KIND

__all__ = ["KIND"]
