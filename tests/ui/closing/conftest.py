from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.closing.harness import Closing


@pytest.fixture
def closing(tmp_path: Path, qapp: QApplication) -> Iterator[Closing]:
    """Give the window with Avslut of a session that is over, not opened yet."""
    with Closing(tmp_path) as made:
        yield made
