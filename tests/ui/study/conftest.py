from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.study.desk import StudyDesk, study_desk


@pytest.fixture(scope="session")
def kept_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where content that has been read is kept from one test to the next."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def desk(tmp_path: Path, kept_content: Path, qapp: QApplication) -> Iterator[StudyDesk]:
    """Give a window with the study page, real services and an empty database."""
    with study_desk(tmp_path, kept_content) as made:
        yield made
