from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.services.attendance import IssueDetails
from tests.ui.closing.harness import ROLES, Closing


@pytest.fixture
def register(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Closing]:
    """Give the register with ten issued certificates on show."""
    with Closing(tmp_path) as made:
        log = made.base.running.read(made.plan.id)
        people = [p.id for p in made.plan.participants]
        made.certificates.issue(log, people, IssueDetails("Region Norrälven", ROLES))
        made.window.navigate("register")
        qtbot.waitUntil(lambda: made.register.model.rowCount() == 10)
        yield made
