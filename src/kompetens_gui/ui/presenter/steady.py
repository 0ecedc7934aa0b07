"""Keeps the pace even while a session runs.

Python now and then searches everything in memory for garbage. With cases and windows loaded that takes a tenth of a
second, in the middle of a key press. What is there when the session begins is set aside until it ends, and the
searches through everything wait as long; the small ones, through what is new, go on.
"""

import gc

_NEVER = 1_000_000
_usual = gc.get_threshold()


def hold_still() -> None:
    """Search only what is new."""
    gc.freeze()
    gc.set_threshold(_usual[0], _usual[1], _NEVER)


def let_go() -> None:
    """Search everything again."""
    gc.unfreeze()
    gc.set_threshold(*_usual)
