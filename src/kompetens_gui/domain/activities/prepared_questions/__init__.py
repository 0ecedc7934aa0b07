"""Questions sent in a week before: each gets its prepared answer with source and date, or an owner and a day.

`questions.py` holds what stands in the plan, `rules.py` what happens in the room.
"""

from kompetens_gui.domain.activities.prepared_questions.rules import KIND

__all__ = ["KIND"]
