"""How hard a role play is played, chosen in the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.planning.kind_settings import kind_settings


def test_the_level_is_chosen_and_as_written_takes_it_away(qtbot: QtBot) -> None:
    form = kind_settings("role_play")
    assert form is not None
    qtbot.addWidget(form)
    form.show()
    edited: list[dict[str, object]] = []
    form.edited.connect(edited.append)
    form.show_settings({"level": 2})
    assert form.level.current() == "2"  # type: ignore[attr-defined]  # the form of this kind
    qtbot.mouseClick(form.level.button("3"), Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    qtbot.mouseClick(form.level.button("0"), Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert edited == [{"level": 3}, {"level": None}]
    form.show_settings({"level": "odd"})
    assert form.level.current() == "0"  # type: ignore[attr-defined]
