"""The shell with an overview from a snapshot, for measuring the start before (or without) the whole program."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir

from kompetens_gui.ui.shell.kept_bytecode import kept_bytecode


def main() -> None:
    # As the program does: the enums of Qt alone are thousands of objects that all stay.
    gc.disable()
    with kept_bytecode(Path(os.environ.get("XDG_RUNTIME_DIR", gettempdir()))):
        import_module("PySide6.QtWidgets")
    import_module("start_stand_in_window").main()


if __name__ == "__main__":
    main()
