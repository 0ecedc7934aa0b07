from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import KINDS
from kompetens_gui.ui.widgets.avatar import initials
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.gallery import build_gallery, render
from kompetens_gui.ui.widgets.kind_widgets import ChainSymbol, KindLine, LetterBadge
from kompetens_gui.ui.widgets.labels import ElidedLabel, Label
from kompetens_gui.ui.widgets.progress import ProgressBar
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.tags import Tag


def _picture(widget: QWidget) -> QImage:
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def test_the_five_letters_and_the_five_lines_all_look_different(qtbot: QtBot) -> None:
    for make in (lambda kind: LetterBadge(kind, kind), KindLine):
        pictures = []
        for kind in KINDS:
            widget = make(kind)
            qtbot.addWidget(widget)
            pictures.append(_picture(widget).convertToFormat(QImage.Format.Format_Grayscale8))
        for at, one in enumerate(pictures):
            assert all(one != other for other in pictures[at + 1 :])


def test_a_chain_symbol_shows_what_is_missing_and_what_is_broken(qtbot: QtBot) -> None:
    whole, lacking, broken = ChainSymbol("Hel"), ChainSymbol("F saknas", {"F"}), ChainSymbol("Bruten", (), {("D", "F")})
    for widget in (whole, lacking, broken):
        qtbot.addWidget(widget)
    assert len({bytes(_picture(widget).constBits()) for widget in (whole, lacking, broken)}) == 3
    lacking.set_chain("Hel", ())
    assert _picture(lacking) == _picture(whole)
    assert lacking.accessibleName() == "Hel"


def test_progress_has_its_number_and_says_when_all_is_done(qtbot: QtBot) -> None:
    progress = ProgressBar("Förberedelser")
    qtbot.addWidget(progress)
    progress.set_progress(71, 100)
    assert progress.number.text() == "71\N{NO-BREAK SPACE}%"
    assert not progress.ready.isVisibleTo(progress)
    progress.set_progress(6, 6)
    assert progress.ready.isVisibleTo(progress)
    assert progress.accessibleName() == "Förberedelser: Klart"
    progress.set_progress(0, 0)
    assert progress.bar.share() == 0


def test_a_tag_says_its_status_in_words(qtbot: QtBot) -> None:
    tag = Tag("Saknas", "err")
    qtbot.addWidget(tag)
    assert tag.accessibleName() == "Saknas"
    width = tag.sizeHint().width()
    tag.set_status("Klar", "ok")
    assert (tag.text(), tag.status()) == ("Klar", "ok")
    assert tag.sizeHint().width() < width


def test_an_icon_button_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("play", "Starta klockan")
    qtbot.addWidget(button)
    button.set_icon("pause", "Pausa klockan")
    assert button.accessibleName() == button.toolTip() == "Pausa klockan"


def test_a_long_line_is_cut_and_kept_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Utmattningssyndrom hos en undersköterska i hemtjänsten")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole_text() == label.accessibleName()
    label.resize(900, 24)
    assert label.text() == label.whole_text()
    assert label.toolTip() == ""


def test_columns_fold_when_narrow_and_when_the_text_is_large(qtbot: QtBot) -> None:
    columns = ResponsiveColumns()
    first, second = QLabel("Mitten"), QLabel("Höger")
    columns.add_column(first, 500)
    columns.add_column(second, 300, 0)
    qtbot.addWidget(columns)
    columns.resize(1000, 400)
    columns.show()
    qtbot.waitUntil(lambda: second.x() > first.x())
    assert not columns.is_folded()
    with qtbot.waitSignal(columns.folded):
        theme.set_text_scale(1.5)
    qtbot.waitUntil(lambda: second.x() == first.x() and second.y() > first.y())
    theme.set_text_scale(1.0)
    qtbot.waitUntil(lambda: second.x() > first.x())
    columns.resize(600, 400)
    qtbot.waitUntil(columns.is_folded)


def test_a_flow_layout_breaks_the_row_where_the_width_ends(qtbot: QtBot) -> None:
    host = QWidget()
    flow = FlowLayout(host, spacing=8)
    boxes = [QWidget() for _ in range(6)]
    for box in boxes:
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    qtbot.addWidget(host)
    host.resize(QSize(330, 200))
    host.show()
    assert flow.heightForWidth(330) == 48
    assert flow.heightForWidth(1000) == 20
    assert boxes[3].pos() == QPoint(0, 28)
    flow.clear()
    assert flow.count() == 0


@given(st.text())
def test_initials_never_fail_and_stay_short(name: str) -> None:
    short = initials(name)
    assert len(short) <= max(6, len(name.strip()) if name.strip().isdigit() else 0)


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5, 2.0])
def test_nothing_in_the_gallery_is_cut_off_at_any_text_size(qtbot: QtBot, scale: float) -> None:
    theme.set_text_scale(scale)
    area = QScrollArea()
    page = build_gallery("Ljust tema")
    area.setWidget(page)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(page.width() + 40, 900)
    with qtbot.waitExposed(area):
        area.show()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed - 1, label.text()
            if not label.wordWrap():
                assert label.width() >= label.sizeHint().width() - 1, label.text()


def test_the_gallery_is_drawn_in_both_themes(qtbot: QtBot, tmp_path: Path) -> None:
    render(tmp_path / "gallery.png")
    picture = QImage(str(tmp_path / "gallery.png"))
    assert picture.width() == 1440
    assert picture.pixelColor(2, 2).lightness() > 200
    assert picture.pixelColor(1430, 2).lightness() < 60


def test_a_text_that_may_not_be_wide_is_given_the_height_it_needs(qtbot: QtBot) -> None:
    page = QWidget()
    text = Label("ord " * 60, wrap=True, parent=page)
    text.setMaximumWidth(200)
    column = QVBoxLayout(page)
    column.addWidget(text)
    column.addStretch(1)
    page.resize(900, 900)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert text.width() == 200
    assert text.height() >= text.heightForWidth(200)
