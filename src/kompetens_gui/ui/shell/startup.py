"""The first quarter of a second: what to do before the window is painted, and what to put off until after.

Imports Qt and the standard library alone. The composition root calls `create_application`, builds the
window, calls `after_first_paint` and shows the window, in this order.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication

from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.style.theme import Mode, theme, use_swedish_formats

EXIT_VARIABLE: Final = "KOMPETENS_EXIT_AFTER_FIRST_PAINT"
EXIT_LIVE_VARIABLE: Final = "KOMPETENS_EXIT_AFTER_LIVE_OVERVIEW"
# Time for what was just shown to be laid out and painted before a thread competes for the interpreter.
_PAINT_MS: Final = 20


def create_application(
    arguments: Sequence[str], fonts_dir: Path, mode: Mode = "light", text_scale: float = 1.0
) -> QApplication:
    """Make the application with its look, Swedish formats and Swedish Qt texts."""
    # Collecting while thousands of long-lived objects are made only costs; `garbage` does it after the first paint.
    gc.disable()
    # Named here and not with setStyle, which would make Python know all of QStyle before it is needed.
    application = QApplication([*arguments, "-style", "fusion"])
    application.setApplicationName("Kompetens")
    application.setApplicationDisplayName("Kompetens")
    application.setDesktopFileName("kompetens")
    theme.install(application, fonts_dir, mode, text_scale, dress=False)
    return application


def after_first_paint(application: QApplication, window: MainWindow, go_on: Callable[[], object]) -> None:
    """When `window` is painted: finish it, load what was put off, and call `go_on` for the rest of the program.

    With KOMPETENS_EXIT_AFTER_FIRST_PAINT=1 in the environment the program says when it was painted and ends instead.
    """

    def painted() -> None:
        if os.environ.get(EXIT_VARIABLE) == "1":
            _tell_and_exit()
            return
        # Imported after the first paint, which needs none of it.
        from kompetens_gui.ui.shell.garbage import UiThreadGarbage
        from kompetens_gui.ui.shell.swedish_qt import install_swedish

        gc.freeze()
        UiThreadGarbage(window)
        use_swedish_formats()
        install_swedish(application)
        theme.finish()
        window.finish()
        go_on()

    window.first_painted.connect(painted)
    theme.dress()


def after_live_overview(window: MainWindow, go_on: Callable[[], object]) -> None:
    """When the overview, which was just given the facts of the database, is painted: call `go_on`.

    With KOMPETENS_EXIT_AFTER_LIVE_OVERVIEW=1 in the environment the program paints the whole window at once, says when
    that was done and ends instead.
    """
    if os.environ.get(EXIT_LIVE_VARIABLE) == "1":
        QApplication.processEvents()
        window.repaint()
        _tell_and_exit()
        return
    QtCore.QTimer.singleShot(_PAINT_MS, window, go_on)


def _tell_and_exit() -> None:
    sys.stdout.write(f"{time.monotonic_ns()}\n")
    sys.stdout.flush()
    QApplication.exit(0)
