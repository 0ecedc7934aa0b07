"""A pathway or consultation forum as an exercise: two ways are defended, and learning is kept, never a decision.

`events.py` holds what can happen, `room.py` what the room sees, `rules.py` the rules.
"""

from kompetens_gui.domain.activities.pathway_choice.rules import KIND

__all__ = ["KIND"]
