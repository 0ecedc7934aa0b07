from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.presenter.harness import Desk, desk


@pytest.fixture
def run(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """Give both windows with a gruppdialog that has just begun."""
    with desk(tmp_path) as made:
        made.start()
        made.settle()
        yield made
