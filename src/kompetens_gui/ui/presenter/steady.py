"""Keeps the pace even while a session runs.

Python now and then searches everything in memory for garbage. With a bank of cases loaded that takes a tenth of a
second, in the middle of a key press. What is there when the session begins is set aside until it ends.
"""

import gc


def hold_still() -> None:
    """Leave what exists now out of the searches."""
    gc.freeze()


def let_go() -> None:
    """Search everything again."""
    gc.unfreeze()
