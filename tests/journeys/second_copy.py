"""A second copy of the program on data that is in use: reads what it says, presses Enter, and ends. Argument: the data.

Ends as the start command ends, with its exit code.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from kompetens_gui.app import Options, Start
from tests.journeys.alone import tell


class Reader(Start):
    """A start that is watched from its first paint on."""

    def show(self) -> QApplication:
        application = super().show()
        timer = QTimer(self.window, interval=50)
        timer.timeout.connect(read_and_close)
        timer.start()
        return application


def read_and_close() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        tell(json.dumps([box.text(), box.informativeText(), [button.text() for button in box.buttons()]]))
        QTest.keyClick(box, Qt.Key.Key_Return)


def main() -> int:
    options = Options()
    options.data_dir = Path(sys.argv[1])
    return Reader(options).run()


if __name__ == "__main__":
    raise SystemExit(main())
