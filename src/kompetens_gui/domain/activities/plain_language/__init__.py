"""A heavy letter in the room: read as three readers, written anew together and in groups, and laid beside a model.

`events.py` holds what can happen, `room.py` what the room sees, `rules.py` the rules.
"""

from kompetens_gui.domain.activities.plain_language.rules import KIND

__all__ = ["KIND"]
