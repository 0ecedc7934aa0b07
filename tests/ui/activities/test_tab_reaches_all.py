"""With Tab alone a leader comes to everything a panel offers, wherever the panel begins."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS
from tests.journeys.driver import name_of
from tests.ui.activities.conftest import Start

FILM: dict[str, object] = {"stops": [{"at": "0:10", "question": "Vad såg ni?"}]}
QUESTIONS: dict[str, object] = {"questions": [{"id": "q1", "text": "Vem kallar?", "answer": "Den som äger frågan."}]}
SETTINGS: dict[str, dict[str, object]] = {"film": FILM, "prepared_questions": QUESTIONS}


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_tab_comes_to_everything(start: Start, kind: str) -> None:
    running = start(kind, SETTINGS.get(kind))
    panel: QWidget = running.leader
    wanted = {w for w in panel.findChildren(QWidget) if takes_tab(w)}
    assert wanted
    passed: set[QWidget | None] = set()
    for _ in range(2 * len(wanted) + 10):
        focus = QApplication.focusWidget()
        passed.add(focus)
        QTest.keyClick(focus or panel, Qt.Key.Key_Tab)
    assert [name_of(widget) for widget in wanted - passed if not beside_one_passed(widget, passed)] == []


def takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def beside_one_passed(widget: QWidget, passed: set[QWidget | None]) -> bool:
    """Tell whether arrows lead here: Tab goes to the chosen one of several buttons, and arrows to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(button in passed for button in group.buttons())
