"""A workshop session: its plan, the log of what happened and the state folded from that log.

`plan.py` holds what is decided before, `events.py` what can happen, `log.py` folds events into `state.py`'s state.
"""
