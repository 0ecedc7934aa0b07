from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.progress.desk import ProgressDesk


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[ProgressDesk]:
    """Give the window with Framsteg; nobody sits there yet."""
    with ProgressDesk(tmp_path) as made:
        yield made
        assert made.errors == []
