"""The floor of the start: a bare window with an empty list, which ends when it has been painted once."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QListView, QMainWindow


class Floor(QListView):
    """An empty list that says when it is painted."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, tell)


def tell() -> None:
    sys.stdout.write(f"{time.monotonic_ns()}\n")
    sys.stdout.flush()
    QApplication.exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QMainWindow()
    rows = Floor()
    rows.setModel(QStringListModel([], rows))
    window.setCentralWidget(rows)
    window.resize(1000, 700)
    window.show()
    app.exec()
