"""Impulses spotted together: marks by exact words, the next question, and then how the case reads the same text.

Start in `rules.py`; `reading.py` lays the groups' marks beside the case's reading.
"""

from kompetens_gui.domain.activities.spot_impulses.rules import KIND

__all__ = ["KIND"]
