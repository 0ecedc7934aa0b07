"""The leaflet that goes with a sick leave, written by the groups section by section and read aloud as a whole.

`events.py` holds what can happen, `pages.py` how the whole is read aloud, `room.py` what the room sees, `rules.py` the
rules.
"""

from kompetens_gui.domain.activities.leaflet_together.rules import KIND

__all__ = ["KIND"]
