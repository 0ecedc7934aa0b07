"""The shell with an overview from a snapshot, for measuring the start before (or without) the whole program."""

from __future__ import annotations

import gc
from importlib import import_module


def main() -> None:
    # As the program does: the enums of Qt alone are thousands of objects that all stay.
    gc.disable()
    import_module("start_stand_in_window").main()


if __name__ == "__main__":
    main()
