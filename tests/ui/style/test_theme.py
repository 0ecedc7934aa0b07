from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.style.theme import Theme, theme
from kompetens_gui.ui.style.tokens import DARK, LIGHT, PROJECTOR
from kompetens_gui.ui.widgets.labels import Label


def test_the_bundled_typeface_is_used_in_all_its_weights(qapp: QApplication) -> None:
    for level, weight in (("title-light", 300), ("body", 400), ("h1", 600)):
        found = QFontInfo(theme.font(level))
        assert found.family() == "Source Sans 3"
        assert found.weight() == weight


def test_clocks_have_digits_of_equal_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(theme.font("clock"))
    assert metrics.horizontalAdvance("11.11") == metrics.horizontalAdvance("08.08")


def test_dark_mode_changes_tokens_and_tells(qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.tokens is DARK
    assert theme.color("accent").name().upper() == DARK.accent
    assert theme.color("kind.D.fill").name().upper() == DARK.kind("D").fill
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("light")
    assert theme.tokens is LIGHT


def test_larger_text_makes_larger_buttons(qtbot: QtBot) -> None:
    button = QPushButton("Starta")
    qtbot.addWidget(button)
    button.ensurePolished()
    before = button.sizeHint()
    theme.set_text_scale(2.0)
    after = button.sizeHint()
    assert after.height() == 2 * before.height() - 2  # the edges stay one pixel
    assert after.width() > 1.7 * before.width()


@given(st.floats(allow_nan=False))
def test_the_text_size_stays_within_its_limits(scale: float) -> None:
    look = Theme()  # of no application: a new size would dress every window of the tests before anew, each time
    look.set_text_scale(scale)
    assert 0.9 <= look.text_scale <= 2.0


def test_stepping_the_text_size_goes_by_tenths_and_back(qapp: QApplication) -> None:
    theme.step_text_scale(1)
    theme.step_text_scale(1)
    assert theme.text_scale == 1.2
    theme.step_text_scale(-1)
    assert theme.text_scale == 1.1
    theme.step_text_scale(0)
    assert theme.text_scale == 1.0


def test_a_window_can_have_a_look_of_its_own(qtbot: QtBot) -> None:
    room, inside = QWidget(), Label("Var ser ni D, F och A?", "h1")
    QVBoxLayout(room).addWidget(inside)
    qtbot.addWidget(room)
    theme.give_tokens(room, PROJECTOR)
    room.resize(QSize(1200, 400))
    room.show()
    theme.set_mode("dark")
    assert theme.tokens_for(inside) is PROJECTOR
    assert theme.px(10, inside) == 10
    assert QFontInfo(inside.font()).pixelSize() == PROJECTOR.levels["h1"].size


def test_dates_and_numbers_are_written_the_swedish_way(qapp: QApplication) -> None:
    assert QLocale().toString(3.4) == "3,4"


def test_a_label_is_never_read_as_html(qtbot: QtBot) -> None:
    label = Label("<b>Åsa</b>")
    qtbot.addWidget(label)
    assert label.sizeHint().width() > QFontMetricsF(label.font()).horizontalAdvance("<b>Åsa")
    assert isinstance(label, QLabel)
