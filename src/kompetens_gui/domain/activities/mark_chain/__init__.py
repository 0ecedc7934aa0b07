"""Mark D-F-A: the leader marks on the group's behalf, in one round before the talk and one after, and lays keys over.

`events.py` holds what can happen, `rules.py` the rules.
"""

from kompetens_gui.domain.activities.mark_chain.rules import MarkChain

KIND = MarkChain()
