from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.study.desk import StudyDesk, study_desk


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[StudyDesk]:
    """Give a window with the study page, real services and an empty database."""
    with study_desk(tmp_path) as made:
        yield made
