"""Enter presses the button that has the focus, wherever it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.widgets.buttons import Button, IconButton


def test_enter_presses_what_has_the_focus_and_nothing_else(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    primary, secondary, icon = Button("Starta", "primary"), Button("Välj"), IconButton("x", "Stäng")
    pressed: list[str] = []
    for button, name in ((primary, "primary"), (secondary, "secondary"), (icon, "icon")):
        row.addWidget(button)
        button.clicked.connect(lambda _checked=False, name=name: pressed.append(name))
    with qtbot.waitExposed(page):
        page.show()
    for button in (secondary, icon, primary):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == ["secondary"] * 2 + ["icon"] * 2 + ["primary"] * 2
