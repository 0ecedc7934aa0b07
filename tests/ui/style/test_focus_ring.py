from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button


def _form(qtbot: QtBot) -> tuple[QWidget, QLineEdit, Button]:
    form, field, button = QWidget(), QLineEdit(), Button("Spara")
    layout = QHBoxLayout(form)
    layout.addWidget(field)
    layout.addWidget(button)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return form, field, button


def _rings(window: QWidget) -> list[QRect]:
    return [w.geometry() for w in window.findChildren(QWidget) if type(w).__name__ == "_Ring" and w.isVisible()]


def test_the_ring_lies_two_pixels_outside_and_moves_nothing(qtbot: QtBot) -> None:
    form, field, button = _form(qtbot)
    places = field.geometry(), button.geometry()
    qtbot.waitUntil(lambda: _rings(form) == [field.geometry().adjusted(-4, -4, 4, 4)])
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()
    qtbot.waitUntil(lambda: _rings(form) == [button.geometry().adjusted(-4, -4, 4, 4)])
    assert (field.geometry(), button.geometry()) == places


def test_the_ring_is_seen_in_the_picture(qtbot: QtBot) -> None:
    form, field, _button = _form(qtbot)
    qtbot.waitUntil(lambda: bool(_rings(form)))
    picture = form.grab().toImage()
    above = field.geometry().center().x(), field.geometry().top() - 3
    assert picture.pixelColor(*above).name() == theme.color("focus").name()


def test_the_ring_goes_with_its_control(qtbot: QtBot) -> None:
    form, field, button = _form(qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    form.resize(form.width() + 200, form.height())
    qtbot.waitUntil(lambda: _rings(form) == [button.geometry().adjusted(-4, -4, 4, 4)])
    button.deleteLater()
    qtbot.waitUntil(lambda: not _rings(form) or _rings(form) == [field.geometry().adjusted(-4, -4, 4, 4)])


def test_in_a_scrolled_surface_the_ring_scrolls_along(qtbot: QtBot) -> None:
    area, surface = QScrollArea(), QWidget()
    column = QVBoxLayout(surface)
    boxes = [QCheckBox(f"Rad {number}") for number in range(40)]
    for box in boxes:
        column.addWidget(box)
    area.setWidget(surface)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    boxes[0].setFocus()
    qtbot.keyClick(boxes[0], Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(_rings(area)))
    ring = next(w for w in area.findChildren(QWidget) if type(w).__name__ == "_Ring" and w.isVisible())
    before = ring.mapTo(area, ring.rect().topLeft()).y() - boxes[1].mapTo(area, boxes[1].rect().topLeft()).y()
    area.verticalScrollBar().setValue(20)
    after = ring.mapTo(area, ring.rect().topLeft()).y() - boxes[1].mapTo(area, boxes[1].rect().topLeft()).y()
    assert before == after == -4
