"""The gender hand in the room: halves of it answer about one of two versions without knowing, then see the difference.

`events.py` holds what can happen, `parties.py` who answers about which version, `room.py` what the room sees,
`rules.py` the rules. No answer is ever shown for a group or a person, only for a version.
"""

from kompetens_gui.domain.activities.gender_hand.rules import KIND

__all__ = ["KIND"]
