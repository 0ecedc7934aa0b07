"""Avslut as the leader uses it: attendance, course certificates, papers, and opening the session again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import FileUnreadable
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.ui.closing.controller import file_name
from kompetens_gui.ui.widgets.notices import Notice
from kompetens_gui.ui.widgets.pdf_pages import page_count, paint_pages, render_page
from kompetens_gui.ui.widgets.stepper import Stepper
from tests.ui.closing.harness import Closing

LEFT = Qt.MouseButton.LeftButton


def opened(closing: Closing, qtbot: QtBot) -> None:
    closing.open()
    qtbot.waitUntil(lambda: closing.page.table.isVisible())


def issued(closing: Closing, qtbot: QtBot) -> None:
    opened(closing, qtbot)
    qtbot.mouseClick(closing.page.certificates.issue, LEFT)
    qtbot.waitUntil(lambda: len(closing.closing.valid_certificates()) == 10)


def by_name(closing: Closing, kind: type[QWidget], name: str) -> QWidget:
    return next(w for w in closing.page.findChildren(kind) if w.accessibleName() == name)


def texts(closing: Closing) -> list[str]:
    return [n.accessibleName() for n in closing.window.findChildren(Notice) if n.isVisible()]


def button(closing: Closing, text: str, card: QWidget) -> QPushButton:
    return next(b for b in card.findChildren(QPushButton) if b.text() == text)


def answer_dialog(closing: Closing, qtbot: QtBot, path: Path) -> None:
    """Choose a file or folder in the open dialog."""
    dialog = closing.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_until_the_session_is_read_nothing_of_another_is_shown(closing: Closing, qtbot: QtBot) -> None:
    closing.open()
    assert closing.page.waiting.isVisible()
    assert not closing.page.nobody.isVisible()
    qtbot.waitUntil(lambda: closing.page.content.isVisible())
    assert not closing.page.waiting.isVisible()
    assert closing.page.title.text() == "Gruppdialog om depression"


def test_a_late_comer_is_marked_and_gets_the_time_that_was_attended(closing: Closing, qtbot: QtBot) -> None:
    opened(closing, qtbot)
    combo = by_name(closing, QComboBox, "Närvaro för Jonas Risviken")
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    combo.activated.emit(combo.currentIndex())
    stepper = next(s for s in closing.page.findChildren(Stepper) if "Jonas Risviken" in s.accessibleName())
    for _ in range(4):
        qtbot.mouseClick(stepper.minus, LEFT)
    qtbot.waitUntil(lambda: closing.tasks.is_idle())
    attendance = closing.base.running.read(closing.plan.id).state.attendance
    marked = next(iter(attendance.values()))
    assert (marked.status, marked.minutes) == (AttendanceStatus.LATE, 40)
    assert stepper.value() == 40
    qtbot.mouseClick(closing.page.certificates.issue, LEFT)
    qtbot.waitUntil(lambda: len(closing.closing.valid_certificates()) == 10)
    assert sorted(c.minutes for c in closing.closing.valid_certificates()) == [40] + [60] * 9


def test_an_absent_participant_gets_no_certificate(closing: Closing, qtbot: QtBot) -> None:
    opened(closing, qtbot)
    combo = by_name(closing, QComboBox, "Närvaro för Karin Ek")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(3)
    combo.activated.emit(3)
    qtbot.waitUntil(lambda: closing.page.certificates.issue.text() == "Utfärda 9 kursintyg")


def test_issuing_numbers_everyone_and_cannot_be_done_twice(closing: Closing, qtbot: QtBot) -> None:
    issued(closing, qtbot)
    numbers = [c.number for c in closing.closing.valid_certificates()]
    assert numbers == [f"2026-{n:04d}" for n in range(1, 11)]
    assert "Nummer 2026-0001–2026-0010." in texts(closing)[0]
    assert not closing.page.certificates.issue.isEnabled()
    assert closing.page.certificates.issue.text() == "Alla kursintyg är utfärdade"


def test_the_certificate_is_seen_before_it_is_issued(closing: Closing, qtbot: QtBot) -> None:
    opened(closing, qtbot)
    qtbot.waitUntil(lambda: not closing.page.certificates.picture.pixmap().isNull(), timeout=10_000)
    assert closing.closing.valid_certificates() == []


def test_all_certificates_are_saved_in_one_pdf(closing: Closing, qtbot: QtBot, tmp_path: Path) -> None:
    issued(closing, qtbot)
    qtbot.mouseClick(button(closing, "Alla i en PDF", closing.page.certificates), LEFT)
    path = tmp_path / "alla.pdf"
    answer_dialog(closing, qtbot, path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    qtbot.waitUntil(lambda: any("Sparat" in t for t in texts(closing)))
    pages = PdfReader(path).pages
    assert len(pages) == 10
    assert "Åsa Öberg" in pages[0].extract_text()
    assert not closing.page.certificates.progress.isVisible()


def test_each_certificate_is_saved_in_a_pdf_of_its_own(closing: Closing, qtbot: QtBot, tmp_path: Path) -> None:
    issued(closing, qtbot)
    qtbot.mouseClick(button(closing, "En PDF var", closing.page.certificates), LEFT)
    folder = tmp_path / "ut"
    folder.mkdir()
    answer_dialog(closing, qtbot, folder)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 10, timeout=15_000)
    assert (folder / "2026-0001 Åsa Öberg.pdf").exists()
    qtbot.waitUntil(lambda: closing.tasks.is_idle())


def test_saving_shows_how_far_it_is_and_can_be_cancelled(closing: Closing, qtbot: QtBot, tmp_path: Path) -> None:
    import threading

    issued(closing, qtbot)
    qtbot.waitUntil(lambda: closing.tasks.is_idle(), timeout=10_000)
    go_on = threading.Event()
    closing.documents.step = lambda done: go_on.wait(5) if done >= 3 else None
    path = tmp_path / "alla.pdf"
    qtbot.mouseClick(button(closing, "Alla i en PDF", closing.page.certificates), LEFT)
    answer_dialog(closing, qtbot, path)
    qtbot.waitUntil(lambda: closing.page.certificates.progress.isVisible(), timeout=10_000)
    qtbot.mouseClick(closing.page.certificates.cancel, LEFT)
    go_on.set()
    qtbot.waitUntil(lambda: any("Avbrutet" in t for t in texts(closing)), timeout=10_000)
    assert not path.exists()
    assert not closing.page.certificates.progress.isVisible()


def test_the_protocol_is_saved_as_pdf_and_word_without_the_participants_names(
    closing: Closing, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(closing, qtbot)
    for text, path in (("Spara PDF", tmp_path / "p.pdf"), ("Spara Word", tmp_path / "p.docx")):
        qtbot.mouseClick(button(closing, text, closing.page.protocol), LEFT)
        answer_dialog(closing, qtbot, path)
        qtbot.waitUntil(path.exists, timeout=15_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    words = " ".join(p.extract_text() for p in PdfReader(tmp_path / "p.pdf").pages)
    assert "Gruppdialog om depression" in words
    assert "Risviken" not in words
    qtbot.waitUntil(lambda: closing.tasks.is_idle())


def test_without_a_printer_clear_words_are_shown(
    closing: Closing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kompetens_gui.ui.widgets.pdf_pages.QPrinterInfo.availablePrinters", list)
    opened(closing, qtbot)
    qtbot.mouseClick(button(closing, "Skriv ut", closing.page.protocol), LEFT)
    qtbot.waitUntil(lambda: any("skrivare" in t.lower() for t in texts(closing)), timeout=15_000)


def test_every_page_of_a_pdf_reaches_the_printer(closing: Closing, qtbot: QtBot, tmp_path: Path) -> None:
    issued(closing, qtbot)
    pdf = closing.documents.course_certificates(
        closing.closing.valid_certificates()[:3], closing.closing._parts.appearance()
    )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "utskrift.pdf"))
    paint_pages(pdf, printer)
    assert page_count((tmp_path / "utskrift.pdf").read_bytes()) == 3
    picture = render_page((tmp_path / "utskrift.pdf").read_bytes(), 0, 200)
    assert len({picture.pixel(x, y) for x in range(0, 200, 4) for y in range(0, 280, 4)}) > 3


def test_what_is_no_pdf_is_told_as_such() -> None:
    with pytest.raises(FileUnreadable):
        page_count(b"hej")
    with pytest.raises(FileUnreadable):
        render_page(b"", 0, 100)


def test_a_session_that_was_ended_too_early_runs_again(closing: Closing, qtbot: QtBot) -> None:
    opened(closing, qtbot)
    qtbot.mouseClick(closing.page.reopen, LEFT)
    qtbot.waitUntil(lambda: closing.reopened == [closing.plan.id])
    session = closing.base.running.open_session
    assert session is not None
    assert session.state.is_running


def test_a_session_without_participants_says_so_and_still_has_a_protocol(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with Closing(tmp_path, people=0) as closing:
        closing.open()
        qtbot.waitUntil(lambda: closing.page.nobody.isVisible())
        assert not closing.page.certificates.isVisible()
        assert closing.page.protocol.isVisible()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Kursintyg A/B: 1", "Kursintyg A B 1.pdf"), ("...", "Kompetens.pdf"), ("a" * 300, "a" * 120 + ".pdf")],
)
def test_file_names_are_taken_by_every_system(text: str, expected: str) -> None:
    assert file_name(text, ".pdf") == expected
