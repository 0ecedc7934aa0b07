"""How long self-study is kept: choosing a time, seeing what is older, taking it away or leaving it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.learning.retention import RetentionKind
from kompetens_gui.domain.learning.sign_off import Signer, SignOffPurpose
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.news import EventBus
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.settings.retention import RetentionSection, RetentionTools
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.notices import NoticeStack
from tests.services.surroundings import StandingClock


class Desk:
    """The section in a window of its own, on a program with one learner and an old signature."""

    def __init__(self, folder: Path) -> None:
        self.errors: list[Exception] = []
        self.clock = StandingClock(datetime(2019, 1, 10, 12, 0, tzinfo=UTC))
        paths, bus = find_paths(folder), EventBus()
        self.program = open_program(paths, make_preferences(paths, bus), bus, self.clock)
        self.me = self.program.profiles.create("Sara Lindmo", Role.REHAB_COORDINATOR)
        self._sign("K01")
        self.clock.at = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
        self._sign("K02")
        self.tasks = Tasks(self.errors.append)
        self.window = QWidget()
        self.window.resize(560, 900)
        self.notices = Notices(NoticeStack(self.window))
        retention = self.program.retention
        tools = RetentionTools(retention.rules, retention.change, retention.preview, retention.run)
        self.section = RetentionSection(tools, self.tasks, self.notices, self.window)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.section)
        self.window.show()
        self.window.activateWindow()

    def _sign(self, area: str) -> None:
        signer = Signer("Karin Ek", Role.PHYSICIAN)
        self.program.sign_offs.confirm(self.me.id, SignOffPurpose.PEER, [area], signer)

    def areas(self) -> list[str]:
        return [area for s in self.program.sign_offs.of(self.me.id) for area in s.areas]

    def told(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel))

    def close(self) -> None:
        self.tasks.shut_down()
        self.window.close()
        self.program.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "data")
    qtbot.addWidget(made.window)
    qtbot.waitUntil(made.tasks.is_idle)
    yield made
    made.close()
    assert made.errors == []


def look(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.section.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.section.result.isVisible() and desk.tasks.is_idle())


def answer(desk: Desk, qtbot: QtBot, word: str) -> None:
    qtbot.mouseClick(desk.section.remove, Qt.MouseButton.LeftButton)
    box = desk.section.findChildren(QMessageBox)[-1]
    qtbot.waitUntil(box.isVisible)
    button = next(b for b in box.findChildren(QPushButton) if b.text() == word)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(desk.tasks.is_idle)


def test_every_kind_has_a_time_and_the_proposal_is_marked(desk: Desk) -> None:
    shown = {kind: box.currentText() for kind, box in desk.section.boxes.items()}
    assert shown[RetentionKind.ANSWERS] == "1 år (förslag)"
    assert shown[RetentionKind.SIGN_OFFS] == "5 år (förslag)"
    assert len(shown) == len(RetentionKind)
    box = desk.section.boxes[RetentionKind.ANSWERS]
    assert box.itemText(box.count() - 1) == "Utan gräns"


def test_what_is_older_is_shown_before_anything_goes(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.section.remove.isVisible()
    look(desk, qtbot)
    assert "– Ett godkännande, från före 12 november 2021" in desk.section.result.text()
    assert desk.section.remove.isVisible()
    assert desk.areas() == ["K02", "K01"]


def test_leaving_it_leaves_it(desk: Desk, qtbot: QtBot) -> None:
    look(desk, qtbot)
    answer(desk, qtbot, "Låt vara")
    assert desk.areas() == ["K02", "K01"]


def test_taking_it_away_says_what_went(desk: Desk, qtbot: QtBot) -> None:
    look(desk, qtbot)
    with qtbot.waitSignal(desk.section.removed):
        answer(desk, qtbot, "Ta bort")
    qtbot.waitUntil(lambda: desk.section.look.isEnabled())
    assert desk.areas() == ["K02"]
    assert desk.section.result.text().startswith("Borttaget:")
    assert "– Ett godkännande, från före 12 november 2021" in desk.section.result.text()
    assert not desk.section.progress.isVisible()
    assert not desk.section.remove.isVisible()
    assert "Det som var äldre är borttaget" in desk.told()


def test_a_longer_time_keeps_it_and_is_kept(desk: Desk, qtbot: QtBot) -> None:
    look(desk, qtbot)
    box = desk.section.boxes[RetentionKind.SIGN_OFFS]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    assert box.currentText() == "Utan gräns"
    qtbot.waitUntil(desk.tasks.is_idle)
    assert not desk.section.remove.isVisible()
    rules = {r.kind: r for r in desk.program.retention.rules()}
    assert rules[RetentionKind.SIGN_OFFS].months is None
    look(desk, qtbot)
    assert "godkännande" not in desk.section.result.text()


def test_a_shorter_time_lets_more_go(desk: Desk, qtbot: QtBot) -> None:
    desk.clock.at += timedelta(days=200)
    box = desk.section.boxes[RetentionKind.SIGN_OFFS]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert box.currentText() == "3 månader"
    qtbot.waitUntil(desk.tasks.is_idle)
    look(desk, qtbot)
    assert "– Två godkännanden" in desk.section.result.text()
    assert date(2026, 11, 12) < desk.clock.local_now().date()


def test_everything_fits_with_large_text(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    theme.set_text_scale(2.0)
    desk.window.resize(560, 1800)
    look(desk, qtbot)
    for button in (desk.section.look, desk.section.remove):
        assert button.mapTo(desk.window, button.rect().topRight()).x() <= desk.window.width()
