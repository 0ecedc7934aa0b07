"""Votes, the form read field by field, and information pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.read_certificate import FieldShown, PaperReleased
from kompetens_gui.domain.activities.sufficiency_vote import HandsCounted, RevealPart
from kompetens_gui.ui.widgets.buttons import Button
from tests.ui.activities.conftest import Start

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_digits_add_hands_and_shift_takes_them_away(start: Start, qtbot: QtBot) -> None:
    running = start("sufficiency_vote")
    ballot = running.leader.ballot
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(ballot, key)
    qtbot.keyClick(ballot, Qt.Key.Key_1, _SHIFT)
    qtbot.keyClick(ballot, Qt.Key.Key_QuoteDbl, _SHIFT)
    qtbot.keyClick(ballot, Qt.Key.Key_6)
    assert running.state.counts[Round.FIRST] == (1, 0, 1)
    assert running.leader.total.text() == "2 har röstat"


def test_nothing_is_seen_in_the_room_before_its_own_reveal(start: Start, qtbot: QtBot) -> None:
    running = start("sufficiency_vote")
    for place, count in enumerate((3, 4, 2)):
        running.happen(HandsCounted(Round.FIRST, place, count))
    assert running.room.voted.text() == ""
    assert running.room.bars.accessibleName() == "Ja; Nej; Vet inte"
    qtbot.mouseClick(running.leader.reveals[RevealPart.COUNT], Qt.MouseButton.LeftButton)
    assert running.room.voted.text() == "9 har röstat"
    assert running.room.bars.accessibleName() == "Ja; Nej; Vet inte"
    qtbot.mouseClick(running.leader.reveals[RevealPart.DISTRIBUTION], Qt.MouseButton.LeftButton)
    assert running.room.bars.accessibleName() == "Ja 3; Nej 4; Vet inte 2"
    assert not running.room.cards.isVisible()
    qtbot.mouseClick(running.leader.reveals[RevealPart.KEY], Qt.MouseButton.LeftButton)
    assert running.room.cards.isVisible()
    qtbot.mouseClick(running.leader.reveals[RevealPart.KEY], Qt.MouseButton.LeftButton)
    assert not running.room.cards.isVisible()


def test_before_and_after_stand_side_by_side(start: Start, qtbot: QtBot) -> None:
    running = start("sufficiency_vote")
    qtbot.keyClick(running.leader.ballot, Qt.Key.Key_1)
    qtbot.mouseClick(running.leader.second, Qt.MouseButton.LeftButton)
    qtbot.keyClick(running.leader.ballot, Qt.Key.Key_2)
    qtbot.mouseClick(running.leader.reveals[RevealPart.DISTRIBUTION], Qt.MouseButton.LeftButton)
    assert running.leader.rows[0].before.text() == "före: 1"
    assert running.room.bars.accessibleName() == "Ja 1, 0; Nej 0, 1; Vet inte 0, 0"


def test_options_of_the_plan_are_counted(start: Start, qtbot: QtBot) -> None:
    running = start("sufficiency_vote", {"options": ["A", "B", "C", "D"], "question": "Vilken?"}, with_case=False)
    qtbot.keyClick(running.leader.ballot, Qt.Key.Key_4)
    assert running.state.counts[Round.FIRST] == (0, 0, 0, 1)
    assert not running.leader.private.isVisible()
    assert running.room.question.text() == "Vilken?"


def test_arrows_go_from_field_to_field_and_home_shows_the_whole(start: Start, qtbot: QtBot) -> None:
    running = start("read_certificate")
    qtbot.keyClick(running.leader.text, Qt.Key.Key_Down)
    qtbot.keyClick(running.leader.text, Qt.Key.Key_Down)
    assert running.events == [FieldShown("1"), FieldShown("28.1")]  # type: ignore[arg-type]  # ids are text here
    qtbot.keyClick(running.leader.text, Qt.Key.Key_Up)
    qtbot.keyClick(running.leader.text, Qt.Key.Key_Home)
    assert running.state.field is None
    assert running.leader.shown.whole_text() == "Rummet ser: Förnyat intyg, dag 172"


def test_the_room_reads_the_day_the_work_and_the_voice(start: Start) -> None:
    running = start("read_certificate")
    assert running.room.day.text() == "Dag 172"
    assert running.room.interval.text() == "i rehabiliteringskedjan, dag 91–180"
    assert running.room.work.text() == "Samira, 41. Projektledare"
    assert running.room.voice.text().startswith("”Jag kan gå med hunden")


def test_a_paper_is_handed_out_and_shown(start: Start, qtbot: QtBot) -> None:
    running = start("read_certificate")
    button = next(b for b in running.leader.findChildren(Button) if "Arbetsterapeutens" in b.accessibleName())
    assert button.text() == "Lämna ut"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert running.events == [PaperReleased("arbetsterapeut")]
    assert running.room.stack.currentWidget() is running.room.paper
    assert "Två besök" in running.room.paper_text.text()
    back = next(b for b in running.leader.findChildren(Button) if b.accessibleName() == "Visa Förnyat intyg, dag 172")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert running.room.stack.currentWidget() is running.room.text


def test_pages_of_text_are_turned(start: Start, qtbot: QtBot) -> None:
    running = start("information", {"text": "# Ett\n\nHej\n\n---\n\n# Två"}, with_case=False)
    assert running.leader.place.text() == "Sida 1 av 2"
    qtbot.keyClick(running.leader, Qt.Key.Key_Right)
    assert running.room.text.toPlainText().strip() == "Två"
    qtbot.keyClick(running.leader, Qt.Key.Key_Right)
    assert running.state.page == 1


def test_markdown_opens_nothing_from_outside(start: Start, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"\x89PNG")
    text = f"![bild]({picture.as_uri()}) <img src='http://example.invalid/x.png'> [länk](file:///etc/passwd)"
    running = start("information", {"text": text}, with_case=False)
    assert running.room.text.loadResource(2, picture.as_uri()) is None
    assert not running.room.text.openLinks()
    assert not running.windows[1].grab().isNull()


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "bilder.pdf"
    canvas = Canvas(str(path), pagesize=(400, 300))
    for words in ("Ett", "Två"):
        canvas.drawString(100, 150, words)
        canvas.showPage()
    canvas.save()
    return path


def test_pages_of_a_pdf_are_drawn_beside_the_window(start: Start, qtbot: QtBot, pdf: Path) -> None:
    running = start("information", {"pdf": str(pdf), "pdf_pages": 2}, with_case=False)
    qtbot.waitUntil(running.room.pdf.has_picture)
    qtbot.waitUntil(running.leader.pdf.has_picture)
    qtbot.mouseClick(running.leader.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: running.room.pdf.accessibleName() == "Sida 2")


def test_a_pdf_that_is_gone_is_said_in_words(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    running = start("information", {"pdf": str(tmp_path / "borta.pdf"), "pdf_pages": 1}, with_case=False)
    qtbot.waitUntil(lambda: "borta.pdf" in running.room.pdf.words())
